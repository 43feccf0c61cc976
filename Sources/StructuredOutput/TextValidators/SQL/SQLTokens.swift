/// The tokens of an SQL text as one dialect reads it; quotes and comments are passed over whole.
struct SQLTokens {
  enum Kind: Equatable {
    /// A key word or a name without quotes.
    case word
    case string
    case quotedName
    case number
    case sign(UInt8)
  }

  struct Token {
    let kind: Kind
    let range: Range<Int>
  }

  struct Fault {
    let offset: Int
    let message: String
  }

  private(set) var tokens: [Token] = []
  /// What cannot be read; of one text the first is enough.
  private(set) var fault: Fault?

  private let bytes: [UInt8]
  private let end: Int
  private let dialect: SQLDialect
  private var at: Int

  init(_ bytes: [UInt8], _ range: Range<Int>, _ dialect: SQLDialect) {
    self.bytes = bytes
    self.dialect = dialect
    at = range.lowerBound
    end = range.upperBound
    while at < end, fault == nil { readNext() }
  }

  private func byte(_ index: Int) -> UInt8? { index < end ? bytes[index] : nil }

  private mutating func refuse(_ offset: Int, _ message: String) {
    if fault == nil { fault = Fault(offset: offset, message: message) }
    at = end
  }

  private mutating func add(_ kind: Kind, to next: Int) {
    tokens.append(Token(kind: kind, range: at..<next))
    at = next
  }

  private mutating func readNext() {
    let byte = bytes[at]
    switch byte {
    case UInt8(ascii: "'"): readQuote(byte, .string, hasEscapes: dialect.hasBackslashEscapes || isEscapeString)
    case UInt8(ascii: "\""):
      readQuote(byte, .quotedName, hasEscapes: dialect.hasBackslashEscapes)
    case UInt8(ascii: "`"):
      if dialect.hasBackticks { readQuote(byte, .quotedName, hasEscapes: false) } else { readForeignName(byte) }
    case UInt8(ascii: "["):
      if dialect.hasBracketNames { readBracketName() } else { readForeignName(UInt8(ascii: "]")) }
    case UInt8(ascii: "-") where self.byte(at + 1) == byte && beginsDashComment: skipLine()
    case UInt8(ascii: "#") where dialect.hasHashComments: skipLine()
    case UInt8(ascii: "/") where self.byte(at + 1) == UInt8(ascii: "*"): skipComment()
    case UInt8(ascii: "$") where dialect.hasDollarQuotes && endOfTag != nil: readDollarQuote()
    case UInt8(ascii: "\\"): refuse(at, "a backslash outside of quotes, which only a client program reads")
    case 0x00...0x08, 0x0E...0x1F, 0x7F: refuse(at, "a control character")
    case _ where byte.isASCIISpace: at += 1
    case _ where byte.isASCIIDigit: readNumber()
    case _ where isWord(byte): readWord()
    default: add(.sign(byte), to: at + 1)
    }
  }

  private func isWord(_ byte: UInt8) -> Bool { byte.isWordByte || byte == UInt8(ascii: "$") }

  private mutating func readWord() {
    var next = at
    while next < end, isWord(bytes[next]) || bytes[next] == UInt8(ascii: "#") && dialect.hasBareBatches {
      next += 1
    }
    let word = bytes[at..<next]
    if word.contains(where: { $0 >= 0x80 }) {
      // Some databases take what looks like a space for one, which would hide the word behind it.
      var offset = at
      for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
        if scalar.value >= 0x80, !scalar.isLetterOrDigit {
          let code = String(scalar.value, radix: 16, uppercase: true)
          let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
          refuse(offset, "the character U+\(padded) outside of quotes")
          return
        }
        offset += UTF8.width(scalar)
      }
    }
    add(.word, to: next)
  }

  /// Reads no further than the digits: what stands right behind them may be a key word (`1DELETE`, `1eDELETE`).
  private mutating func readNumber() {
    var next = at
    if bytes[at] == UInt8(ascii: "0"), byte(at + 1)?.lowercasedASCII == UInt8(ascii: "x") {
      next += 2
      while next < end, bytes[next].isASCIIDigit || bytes[next].lowercasedASCII &- 0x61 < 6 { next += 1 }
    } else {
      while next < end, bytes[next].isASCIIDigit || bytes[next] == UInt8(ascii: ".") { next += 1 }
      if byte(next)?.lowercasedASCII == UInt8(ascii: "e") { next += 1 }
    }
    add(.number, to: next)
  }

  /// Whether the quote here belongs to PostgreSQL's `E'…'`.
  private var isEscapeString: Bool {
    guard dialect.hasDollarQuotes, let last = tokens.last, last.kind == .word, last.range.upperBound == at else {
      return false
    }
    return last.range.count == 1 && bytes[last.range.lowerBound].lowercasedASCII == UInt8(ascii: "e")
  }

  private mutating func readQuote(_ quote: UInt8, _ kind: Kind, hasEscapes: Bool) {
    var next = at + 1
    while next < end {
      if bytes[next] == 0 { break }
      if hasEscapes, bytes[next] == UInt8(ascii: "\\") {
        next += 2
      } else if bytes[next] != quote {
        next += 1
      } else if byte(next + 1) == quote {
        next += 2
      } else {
        add(kind, to: next + 1)
        return
      }
    }
    if next < end {
      refuse(next, "a control character")
    } else {
      let sign = String(UnicodeScalar(quote))
      refuse(at, "the quote \(sign) is not closed")
    }
  }

  private mutating func readBracketName() {
    var next = at + 1
    while next < end, bytes[next] != 0 {
      if bytes[next] != UInt8(ascii: "]") {
        next += 1
      } else if dialect.hasDoubledBrackets, byte(next + 1) == UInt8(ascii: "]") {
        next += 2
      } else {
        add(.quotedName, to: next + 1)
        return
      }
    }
    if next < end { refuse(next, "a control character") } else { refuse(at, "the name in brackets is not closed") }
  }

  /// Passes over a name in quotes that this dialect has not, where that can do no harm, as all would read it to its end.
  private mutating func readForeignName(_ close: UInt8) {
    var next = at + 1
    while next < end, bytes[next].isWordByte || bytes[next] == 0x20 { next += 1 }
    if byte(next) == close, next > at + 1, !bytes[(at + 1)..<next].contains(where: { $0 >= 0x80 }) {
      add(.quotedName, to: next + 1)
    } else {
      add(.sign(bytes[at]), to: at + 1)
    }
  }

  private var beginsDashComment: Bool {
    guard dialect.hasHashComments else { return true }
    return byte(at + 2).map { $0 <= 0x20 } ?? true
  }

  private mutating func skipLine() {
    while at < end, bytes[at] != 0x0A, bytes[at] != 0x0D, bytes[at] != 0 { at += 1 }
  }

  private mutating func skipComment() {
    let start = at
    let mark = byte(at + 2)
    let isRun = mark == UInt8(ascii: "!") || mark == UInt8(ascii: "M") && byte(at + 3) == UInt8(ascii: "!")
    if dialect.hasHashComments, isRun {
      refuse(at, "a comment /*!, which MySQL runs")
      return
    }
    var depth = 1
    at += 2
    while at < end {
      if bytes[at] == UInt8(ascii: "*"), byte(at + 1) == UInt8(ascii: "/") {
        depth -= 1
        at += 2
        if depth == 0 { return }
      } else if dialect.comment == .nested, bytes[at] == UInt8(ascii: "/"), byte(at + 1) == UInt8(ascii: "*") {
        depth += 1
        at += 2
      } else if bytes[at] == 0 {
        refuse(at, "a control character")
        return
      } else {
        at += 1
      }
    }
    refuse(start, "the comment is not closed")
  }

  /// Where the tag that opens a dollar quote here ends, its signs included: `$$`, `$body$`.
  private var endOfTag: Int? {
    var next = at + 1
    if byte(next)?.isASCIIDigit == true { return nil }
    while next < end, bytes[next].isWordByte { next += 1 }
    return byte(next) == UInt8(ascii: "$") ? next + 1 : nil
  }

  private mutating func readDollarQuote() {
    guard let start = endOfTag else { return }
    let tag = bytes[at..<start]
    var next = start
    while next < end, bytes[next] != 0 {
      guard bytes[next] == UInt8(ascii: "$") else {
        next += 1
        continue
      }
      if next + tag.count <= end, bytes[next..<(next + tag.count)] == tag {
        add(.string, to: next + tag.count)
        return
      }
      // A tag holds a dollar sign at its ends only, so the next try begins behind what was compared.
      next += 1
      while next < end, bytes[next] != UInt8(ascii: "$"), bytes[next] != 0 { next += 1 }
    }
    if next < end {
      refuse(next, "a control character")
    } else {
      let name = String(decoding: tag.prefix(40), as: UTF8.self)
      refuse(at, "the quote \(name) is not closed")
    }
  }
}

/// Goes through code and finds the brackets, quotes and comments that are not closed, or close nothing.
///
/// The depth of brackets and of code within strings is kept on a stack of its own, so any is read.
struct CodeBalance {
  struct Fault {
    /// Where to point: at what was opened, or at what closes the wrong thing.
    let offset: Int
    let message: String
  }

  private struct Opener {
    let offset: Int
    /// The bracket that closes it.
    let close: UInt8
    /// Whether the last of the interrupted quotes goes on behind that bracket.
    let isInQuote: Bool
  }

  private static let wordedFaults = 20
  private static let mostFaults = 100

  private(set) var faults: [Fault] = []

  private let bytes: [UInt8]
  private let end: Int
  private let language: CodeLanguage
  private let places: TextPlaces
  private var at: Int
  private var open: [Opener] = []
  /// The quotes that hold the code which stands open.
  private var interrupted: [(form: CodeQuote, start: Int)] = []
  /// The place of the last byte that was neither space nor comment; -1 before the first.
  private var lastCode = -1
  /// No regular expression, and no quote by a sign, that begins before this offset is closed on its line.
  private var regexBound = 0
  private var apostropheBounds: [UInt8: Int] = [:]
  /// Words that end here-documents which begin on the next line.
  private var hereWords: [(word: [UInt8], allowsTabs: Bool, offset: Int)] = []

  init(_ places: TextPlaces, _ range: Range<Int>, _ language: CodeLanguage) {
    bytes = places.bytes
    self.places = places
    self.language = language
    at = range.lowerBound
    end = range.upperBound
    while at < end, faults.count < Self.mostFaults { readNext() }
    // Of what is left open only the first few are put in words.
    for (index, opener) in open.enumerated() {
      let message = index > Self.wordedFaults ? "" : "\"\(String(UnicodeScalar(bytes[opener.offset])))\" is not closed"
      add(opener.offset, opener.isInQuote && !message.isEmpty ? message + ", in a string" : message)
    }
  }

  private mutating func add(_ offset: Int, _ message: String) {
    faults.append(Fault(offset: offset, message: message))
  }

  private func has(_ sign: [UInt8], at index: Int) -> Bool {
    guard index + sign.count <= end else { return false }
    for (offset, byte) in sign.enumerated() where bytes[index + offset] != byte { return false }
    return true
  }

  private var isBehindWord: Bool { at > 0 && lastCode == at - 1 && bytes[at - 1].isWordByte }

  private mutating func readNext() {
    let byte = bytes[at]
    if byte == 0x0A {
      at += 1
      if !hereWords.isEmpty { skipHereDocuments() }
      return
    }
    if byte.isASCIISpace {
      at += 1
      return
    }
    if byte.isWordByte, !startsQuoteWithLetter(byte) {
      lastCode = at
      at += 1
      return
    }
    if skipsComment(byte) || readsSpecialQuote(byte) { return }
    for quote in language.quotes where quote.open.first == byte && has(quote.open, at: at) {
      if quote.needsBoundary, isBehindWord, !hasCharacterPrefix { break }
      if language.features.contains(.apostrophes), !closesOnLine(quote) { break }
      let start = at
      at += quote.open.count
      readQuote(quote, start: start)
      return
    }
    if language.features.contains(.regexLiterals), byte == UInt8(ascii: "/"), readsRegex() { return }
    switch byte {
    case UInt8(ascii: "\\") where language.features.contains(.shellWords): at += 1
    case UInt8(ascii: "<") where language.features.contains(.hereDocuments): readHereWord()
    case UInt8(ascii: "("): push(UInt8(ascii: ")"))
    case UInt8(ascii: "["): push(UInt8(ascii: "]"))
    case UInt8(ascii: "{"): push(UInt8(ascii: "}"))
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      close(byte)
      return
    default: break
    }
    lastCode = at
    at += 1
  }

  private mutating func push(_ close: UInt8) { open.append(Opener(offset: at, close: close, isInQuote: false)) }

  private mutating func close(_ byte: UInt8) {
    let start = at
    at += 1
    lastCode = start
    let sign = String(UnicodeScalar(byte))
    guard let opener = open.last else {
      if !language.features.contains(.loneClosers) { add(start, "\"\(sign)\" closes nothing") }
      return
    }
    if opener.close == byte {
      open.removeLast()
      if opener.isInQuote, let quote = interrupted.popLast() { readQuote(quote.form, start: quote.start) }
      return
    }
    if language.features.contains(.loneClosers) { return }
    let other = String(UnicodeScalar(bytes[opener.offset]))
    add(start, "\"\(sign)\" closes \"\(other)\" of \(places.place(of: opener.offset))")
    // What follows can no longer be told apart.
    open.removeAll()
    at = end
  }

  // MARK: Comments

  private mutating func skipsComment(_ byte: UInt8) -> Bool {
    if language.hasBlockComments, byte == UInt8(ascii: "/"), at + 1 < end, bytes[at + 1] == UInt8(ascii: "*") {
      skipBlockComment()
      return true
    }
    for sign in language.lineComments where has(sign, at: at) {
      if language.features.contains(.shellWords), at > 0, at - 1 == lastCode,
        !bytes[at - 1].isASCIISpace, bytes[at - 1] != UInt8(ascii: ";")
      {
        continue
      }
      skipLine()
      return true
    }
    return false
  }

  private mutating func skipLine() {
    while at < end, bytes[at] != 0x0A { at += 1 }
  }

  private mutating func skipBlockComment() {
    let start = at
    var depth = 1
    at += 2
    while at < end {
      if has(Self.commentEnd, at: at) {
        depth -= 1
        at += 2
        if depth == 0 { return }
      } else if language.nestsComments, has(Self.commentStart, at: at) {
        depth += 1
        at += 2
      } else {
        at += 1
      }
    }
    add(start, "the comment is not closed")
  }

  private static let commentStart = Array("/*".utf8)
  private static let commentEnd = Array("*/".utf8)

  // MARK: Quotes

  /// Reads on in a quote to its end, or to code within it.
  private mutating func readQuote(_ quote: CodeQuote, start: Int) {
    let first = quote.close[0]
    let interpolation = quote.interpolation.first
    while at < end {
      let byte = bytes[at]
      if byte == interpolation, has(quote.interpolation, at: at) {
        let bracket = at + quote.interpolation.count - 1
        let close = bytes[bracket] == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "}")
        open.append(Opener(offset: bracket, close: close, isInQuote: true))
        interrupted.append((quote, start))
        lastCode = bracket
        at = bracket + 1
        return
      }
      if byte == first, has(quote.close, at: at) {
        at += quote.close.count
        if quote.escape == .doubled, at < end, bytes[at] == first {
          at += 1
          continue
        }
        // A raw string may end in a quotation mark of its own.
        if quote.escape == .none, quote.close.count == 3 {
          while at < end, bytes[at] == first, bytes[at - 1] == first { at += 1 }
        }
        lastCode = at - 1
        return
      }
      if byte == 0x0A, !quote.isMultiline {
        add(start, "the \(quote.name) is not closed on its line")
        return
      }
      at += byte == UInt8(ascii: "\\") && quote.escape == .backslash ? 2 : 1
    }
    at = end
    add(start, "the \(quote.name) is not closed")
  }

  /// Whether another sign of the same kind stands on the line.
  private mutating func closesOnLine(_ quote: CodeQuote) -> Bool {
    let sign = quote.close[0]
    if at < apostropheBounds[sign] ?? 0 { return false }
    var next = at + 1
    while next < end, bytes[next] != 0x0A {
      if bytes[next] == sign { return true }
      next += bytes[next] == UInt8(ascii: "\\") ? 2 : 1
    }
    apostropheBounds[sign] = next
    return false
  }

  /// Whether `L`, `u`, `U` or `u8` stands before the quote, as a word.
  private var hasCharacterPrefix: Bool {
    var start = at
    while start > 0, at - start < 3, bytes[start - 1].isWordByte { start -= 1 }
    return ["L", "u", "U", "u8"].contains { $0.utf8.elementsEqual(bytes[start..<at]) }
  }

  private func startsQuoteWithLetter(_ byte: UInt8) -> Bool {
    if at > 0, bytes[at - 1].isWordByte { return false }
    if language.features.contains(.rustQuotes) { return byte == UInt8(ascii: "r") || byte == UInt8(ascii: "b") }
    if language.features.contains(.cppRawStrings) { return byte == UInt8(ascii: "R") }
    return false
  }

  /// Reads the quotes whose ends are made of what begins them, and Rust's apostrophe.
  private mutating func readsSpecialQuote(_ byte: UInt8) -> Bool {
    let features = language.features
    if features.contains(.swiftRawStrings), byte == UInt8(ascii: "#") { return readsSwiftRawString() }
    if features.contains(.cppRawStrings), byte == UInt8(ascii: "R") { return readsCppRawString() }
    guard features.contains(.rustQuotes) else { return false }
    if byte == UInt8(ascii: "'") {
      readRustApostrophe()
      return true
    }
    return readsRustRawString(byte)
  }

  private func length(ofRow byte: UInt8, at start: Int) -> Int {
    var next = start
    while next < end, bytes[next] == byte { next += 1 }
    return next - start
  }

  private mutating func readsSwiftRawString() -> Bool {
    let count = length(ofRow: UInt8(ascii: "#"), at: at)
    let signs = String(repeating: "#", count: count)
    let quote = at + count
    guard quote < end else {
      at = end
      return true
    }
    let form: CodeQuote
    if has(Array("\"\"\"".utf8), at: quote) {
      form = CodeQuote(
        signs + "\"\"\"", "\"\"\"" + signs, escape: .none, isMultiline: true, interpolation: "\\" + signs + "(")
    } else if bytes[quote] == UInt8(ascii: "\"") {
      form = CodeQuote(signs + "\"", "\"" + signs, escape: .none, interpolation: "\\" + signs + "(")
    } else if bytes[quote] == UInt8(ascii: "/") {
      form = CodeQuote(signs + "/", "/" + signs, name: "regular expression", escape: .none, isMultiline: true)
    } else {
      at = quote
      lastCode = quote - 1
      return true
    }
    let start = at
    at += form.open.count
    readQuote(form, start: start)
    return true
  }

  private mutating func readsRustRawString(_ byte: UInt8) -> Bool {
    var next = at
    if byte == UInt8(ascii: "b") { next += 1 }
    guard next < end, bytes[next] == UInt8(ascii: "r") else {
      // `b"…"` and `b'…'` are read from the quote on.
      if byte.isWordByte {
        lastCode = at
        at += 1
        return true
      }
      return false
    }
    let count = length(ofRow: UInt8(ascii: "#"), at: next + 1)
    let quote = next + 1 + count
    guard quote < end, bytes[quote] == UInt8(ascii: "\"") else {
      lastCode = at
      at += 1
      return true
    }
    let start = at
    at = quote + 1
    let signs = String(repeating: "#", count: count)
    readQuote(CodeQuote("", "\"" + signs, name: "raw string", escape: .none, isMultiline: true), start: start)
    return true
  }

  private mutating func readsCppRawString() -> Bool {
    var next = at + 2
    while next < end, next - at < 18, bytes[next] != UInt8(ascii: "("), !bytes[next].isASCIISpace { next += 1 }
    guard at + 1 < end, bytes[at + 1] == UInt8(ascii: "\""), next < end, bytes[next] == UInt8(ascii: "(") else {
      lastCode = at
      at += 1
      return true
    }
    let tag = String(decoding: bytes[(at + 2)..<next], as: UTF8.self)
    let start = at
    at = next + 1
    readQuote(CodeQuote("", ")\(tag)\"", name: "raw string", escape: .none, isMultiline: true), start: start)
    return true
  }

  /// Reads a character literal or the sign of a lifetime.
  private mutating func readRustApostrophe() {
    let start = at
    at += 1
    lastCode = start
    guard at < end else { return }
    if bytes[at] == UInt8(ascii: "\\") {
      readQuote(.character, start: start)
      return
    }
    var next = at + 1
    while next < end, bytes[next] & 0xC0 == 0x80 { next += 1 }
    if next < end, bytes[next] == UInt8(ascii: "'"), bytes[at] != UInt8(ascii: "'") { at = next + 1 }
  }

  // MARK: Regular expressions

  private static let wordsBeforeValue: Set<String> = [
    "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "yield", "await", "try",
  ]

  /// Reads `/…/` where a value may stand, and only where it ends on the line.
  private mutating func readsRegex() -> Bool {
    guard at >= regexBound, at + 1 < end, !bytes[at + 1].isASCIISpace, mayBeginValue else { return false }
    var next = at + 1
    var isInClass = false
    while next < end, bytes[next] != 0x0A {
      switch bytes[next] {
      case UInt8(ascii: "\\"): next += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case UInt8(ascii: "/") where !isInClass:
        lastCode = next
        at = next + 1
        return true
      default: break
      }
      next += 1
    }
    regexBound = next
    return false
  }

  /// Whether what stands before asks for a value, so that a slash does not divide. Behind `<` and `}` it is mostly markup.
  private var mayBeginValue: Bool {
    guard lastCode >= 0 else { return true }
    let last = bytes[lastCode]
    if last.isASCIILetter {
      var start = lastCode
      while start > 0, lastCode - start < 8, bytes[start - 1].isWordByte { start -= 1 }
      return Self.wordsBeforeValue.contains(String(decoding: bytes[start...lastCode], as: UTF8.self))
    }
    return "(,=:[!&|?{;+-*%>~^".utf8.contains(last)
  }

  // MARK: Here-documents

  /// Takes note of the word behind `<<` and `<<-`.
  private mutating func readHereWord() {
    guard at + 2 < end, bytes[at + 1] == UInt8(ascii: "<"), bytes[at + 2] != UInt8(ascii: "<"),
      at == 0 || bytes[at - 1] != UInt8(ascii: "<"), !isInArithmetic
    else { return }
    var next = at + 2
    let allowsTabs = bytes[next] == UInt8(ascii: "-")
    if allowsTabs { next += 1 }
    while next < end, bytes[next].isSpaceOrTab { next += 1 }
    guard next < end else { return }
    let quote = bytes[next] == UInt8(ascii: "'") || bytes[next] == UInt8(ascii: "\"") ? bytes[next] : nil
    if quote != nil { next += 1 }
    let start = next
    while next < end, bytes[next].isWordByte || bytes[next] == UInt8(ascii: "-") && quote != nil { next += 1 }
    // `1 << 2` shifts.
    guard next > start, !bytes[start].isASCIIDigit else { return }
    hereWords.append((Array(bytes[start..<next]), allowsTabs, at))
    if next < end, bytes[next] == quote { next += 1 }
    at = next - 1
  }

  /// Whether `((` stands open, in which `<<` shifts.
  private var isInArithmetic: Bool {
    guard let last = open.last, last.offset > 0 else { return false }
    return last.close == UInt8(ascii: ")") && bytes[last.offset - 1] == UInt8(ascii: "(")
  }

  private mutating func skipHereDocuments() {
    for here in hereWords {
      var isClosed = false
      while at < end, !isClosed {
        var lineStart = at
        skipLine()
        var lineEnd = at
        if at < end { at += 1 }
        if lineEnd > lineStart, bytes[lineEnd - 1] == 0x0D { lineEnd -= 1 }
        if here.allowsTabs {
          while lineStart < lineEnd, bytes[lineStart] == 0x09 { lineStart += 1 }
        }
        isClosed = bytes[lineStart..<lineEnd].elementsEqual(here.word)
      }
      if !isClosed {
        add(here.offset, "the here-document is not closed by \(String(decoding: here.word.prefix(40), as: UTF8.self))")
      }
    }
    hereWords = []
  }
}

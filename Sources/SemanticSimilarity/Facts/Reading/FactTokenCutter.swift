/// The state of one cut.
struct FactTokenCutter {
  let text: String
  let scalars: String.UnicodeScalarView
  let end: String.Index
  var tokens: [FactToken] = []
  var startsSentence = true
  var followsSpace = true

  init(text: String) {
    self.text = text
    scalars = text.unicodeScalars
    let limit = text.utf8.index(text.startIndex, offsetBy: FactGuard.maximumLength, limitedBy: text.endIndex)
    let cut = limit ?? text.endIndex
    end = cut < text.endIndex ? text.index(before: text.index(after: cut)) : cut
    tokens.reserveCapacity(min(text.utf8.count, FactGuard.maximumLength) / 5)
  }

  mutating func cut() -> [FactToken] {
    var index = scalars.startIndex
    while index < end {
      let scalar = scalars[index]
      if scalar.properties.isWhitespace {
        followsSpace = true
        if scalar == "\n" { startsSentence = true }
        index = scalars.index(after: index)
        continue
      }
      if followsSpace, let code = codeEnd(from: index) {
        append(index..<code, .code)
        index = code
        continue
      }
      if FactTokenCutter.isDigit(scalar) {
        let stop = numberEnd(from: index)
        append(index..<stop, .number)
        index = stop
      } else if FactTokenCutter.isLetter(scalar) {
        index = cutWord(from: index)
      } else {
        let stop = scalars.index(after: index)
        append(index..<stop, .sign)
        index = stop
      }
    }
    return tokens
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return (0x41...0x5A).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
    }
    if (0x0300...0x036F).contains(scalar.value) { return true }
    return scalar.properties.isAlphabetic && scalar.value != 0xBA && scalar.value != 0xAA
  }

  private mutating func append(_ range: Range<String.Index>, _ kind: FactToken.Kind, as replacement: String? = nil) {
    let source = text[range]
    let word = replacement ?? (kind == .word ? FactTokenizer.folded(source) : String(source))
    let first = source.unicodeScalars.first
    let isCapitalised = kind == .word && (first?.properties.isUppercase ?? false)
    let isAllCapitals =
      isCapitalised && source.unicodeScalars.count > 1 && source.unicodeScalars.allSatisfy { $0.properties.isUppercase }
    let hasInnerCapital =
      kind == .word && !isAllCapitals && source.unicodeScalars.dropFirst().contains { $0.properties.isUppercase }
    tokens.append(
      FactToken(
        range: range, text: word, kind: kind, isCapitalised: isCapitalised, isAllCapitals: isAllCapitals,
        hasInnerCapital: hasInnerCapital,
        startsSentence: startsSentence, followsSpace: followsSpace, stem: FactTokenizer.stem(word)))
    followsSpace = false
    if kind == .sign {
      if word == "." || word == "!" || word == "?" || word == ":" { startsSentence = !endsAbbreviation(word) }
    } else {
      startsSentence = false
    }
  }

  /// Whether the full stop that was just read belongs to the word before it: "Dr.", "U.S.", "7.".
  private func endsAbbreviation(_ sign: String) -> Bool {
    guard sign == ".", tokens.count > 1 else { return false }
    let before = tokens[tokens.count - 2]
    return before.text.count == 1 || FactWords.titles.contains(before.text)
  }

  /// A word; "n't" becomes a word of its own, other short forms after an apostrophe go.
  private mutating func cutWord(from start: String.Index) -> String.Index {
    var stop = start
    while stop < end, FactTokenCutter.isLetter(scalars[stop]) { stop = scalars.index(after: stop) }
    guard stop < end, scalars[stop] == "'" || scalars[stop] == "\u{2019}" else {
      let word = FactTokenizer.folded(text[start..<stop])
      if word == "cannot" {
        let middle = scalars.index(start, offsetBy: 3)
        append(start..<middle, .word)
        append(middle..<stop, .word)
      } else {
        append(start..<stop, .word)
      }
      return stop
    }
    let after = scalars.index(after: stop)
    var suffixEnd = after
    while suffixEnd < end, FactTokenCutter.isLetter(scalars[suffixEnd]) { suffixEnd = scalars.index(after: suffixEnd) }
    let word = FactTokenizer.folded(text[start..<stop])
    let suffix = FactTokenizer.folded(text[after..<suffixEnd])
    if suffix == "t", word.hasSuffix("n") {
      let short = String(word.dropLast())
      let verb = short == "ca" ? "can" : short == "wo" ? "will" : short == "sha" ? "shall" : short
      append(start..<stop, .word, as: verb)
      append(start..<suffixEnd, .word, as: "not")
      return suffixEnd
    }
    append(start..<stop, .word)
    switch suffix {
    case "s", "m", "": return suffixEnd
    case "ll":
      append(stop..<suffixEnd, .word, as: "will")
      return suffixEnd
    case "re", "ve", "d": return suffixEnd
    default: return after
    }
  }

  /// Digits with separators between them: "1,234.56", "12 000", "1.5".
  private func numberEnd(from start: String.Index) -> String.Index {
    var stop = start
    var groupLength = 0
    var isFirstGroup = true
    while stop < end {
      let scalar = scalars[stop]
      if FactTokenCutter.isDigit(scalar) {
        groupLength += 1
        stop = scalars.index(after: stop)
        continue
      }
      let next = scalars.index(after: stop)
      guard next < end, FactTokenCutter.isDigit(scalars[next]) else { break }
      if scalar == "." || scalar == "," {
        stop = next
      } else if scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}" || scalar == "\u{2009}" || scalar == "'"
        || scalar == "\u{2019}"
      {
        // A thousand: at most three digits before, exactly three after.
        guard isFirstGroup ? groupLength <= 3 : groupLength == 3 else { break }
        var probe = next
        var count = 0
        while probe < end, FactTokenCutter.isDigit(scalars[probe]), count < 4 {
          count += 1
          probe = scalars.index(after: probe)
        }
        guard count == 3 else { break }
        stop = next
      } else {
        break
      }
      isFirstGroup = false
      groupLength = 0
    }
    return stop
  }

  /// The end of an address or a code that starts here; nil for ordinary text.
  private func codeEnd(from start: String.Index) -> String.Index? {
    guard FactTokenCutter.isLetter(scalars[start]) || FactTokenCutter.isDigit(scalars[start]) || scalars[start] == "+"
    else { return nil }
    if scalars[start] == "+" { return telephoneEnd(from: start) }
    var stop = start
    var letters = 0
    var digits = 0
    var capitals = 0
    var dots = 0
    var slashes = 0
    var hyphens = 0
    var others = 0
    var ats = 0
    while stop < end, !scalars[stop].properties.isWhitespace {
      let scalar = scalars[stop]
      if FactTokenCutter.isDigit(scalar) {
        digits += 1
      } else if FactTokenCutter.isLetter(scalar) {
        letters += 1
        if scalar.properties.isUppercase { capitals += 1 }
      } else {
        switch scalar {
        case ".": dots += 1
        case "/": slashes += 1
        case "-", "_": hyphens += 1
        case "@": ats += 1
        default: others += 1
        }
      }
      stop = scalars.index(after: stop)
      if letters + digits > 400 { break }
    }
    // What follows a sentence does not belong to the code.
    while stop > start {
      let before = scalars.index(before: stop)
      let scalar = scalars[before]
      if FactTokenCutter.isLetter(scalar) || FactTokenCutter.isDigit(scalar) || scalar == "/" { break }
      switch scalar {
      case ".": dots -= 1
      case "-", "_": hyphens -= 1
      case "@": ats -= 1
      default: others -= 1
      }
      stop = before
    }
    guard stop > start else { return nil }
    let chunk = text[start..<stop]
    if ats == 1, dots > 0, letters > 2 { return stop }
    if slashes > 1 && chunk.contains("://") || chunk.hasPrefix("www.") { return stop }
    if others == 0, letters > 3, dots > 0, isDomain(chunk) { return stop }
    // Telephone numbers; a date has eight digits in three groups.
    if letters == 0, digits >= 7, hyphens >= 1, slashes == 0, others == 0, !(digits == 8 && hyphens == 2) {
      return stop
    }
    guard chunk.utf8.allSatisfy({ $0 < 0x80 }), others == 0, letters > 0, digits > 0, slashes == 0,
      FactTokenCutter.isLetter(scalars[start])
    else {
      return nil
    }
    let prefix = FactTokenizer.folded(
      text[start..<(chunk.unicodeScalars.firstIndex { !FactTokenCutter.isLetter($0) } ?? stop)])
    if MeasureUnits.currencies[prefix] != nil || CalendarWords.month(prefix) != nil || prefix == "q" { return nil }
    if hyphens > 0 || dots > 0 { return capitals > 0 ? stop : nil }
    return stop
  }

  /// "+1 555 010 9999": at least seven digits after a plus.
  private func telephoneEnd(from start: String.Index) -> String.Index? {
    var stop = scalars.index(after: start)
    var last = start
    var digits = 0
    var length = 0
    while stop < end, length < 30 {
      let scalar = scalars[stop]
      stop = scalars.index(after: stop)
      length += 1
      if FactTokenCutter.isDigit(scalar) {
        digits += 1
        last = stop
      } else if !" -()./\u{A0}\u{202F}".unicodeScalars.contains(scalar) {
        break
      }
      if digits == 15 { break }
    }
    return digits >= 7 ? last : nil
  }

  private func isDomain(_ chunk: Substring) -> Bool {
    let host = chunk.prefix { $0 != "/" && $0 != "?" }
    guard let dot = host.lastIndex(of: ".") else { return false }
    let top = host[host.index(after: dot)...].lowercased()
    return [
      "com", "org", "net", "io", "dev", "app", "de", "fr", "es", "it", "pt", "eu", "uk", "edu", "gov", "shop",
      "example", "ai", "co",
    ]
    .contains(top)
  }
}

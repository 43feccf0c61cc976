/// Finds quotes in texts, as people copy them: case, white space, kinds of quotation marks and dashes and the marks of
/// Markdown do not matter, and an ellipsis may stand for words left out between two parts.
struct QuoteSearch: Sendable {
  /// The most parts, between ellipses, of one quote.
  static let mostParts = 8

  private struct Prepared: Sendable {
    var scalars: [Unicode.Scalar] = []
    /// For each scalar where it begins in the text.
    var places: [String.Index] = []
  }

  private let places: [ClaimEvidence]
  private let passages: [String]
  private let prepared: [Prepared]

  /// Prepares the search in whole texts, in time linear in them.
  init(_ texts: [String]) {
    let whole = texts.enumerated().map { number, text in
      ClaimEvidence(passage: number, range: text.startIndex..<text.endIndex, in: text)
    }
    self.init(whole, of: texts)
  }

  /// Prepares the search in parts of some passages, in time linear in the parts.
  init(_ places: [ClaimEvidence], of passages: [String]) {
    self.places = places
    self.passages = passages
    prepared = places.map { Self.prepare(passages[$0.passage].unicodeScalars[$0.range]) }
  }

  /// Where the parts of a quote stand, all in one text and in their order; empty where it does not.
  ///
  /// Takes time linear in the quote and the texts.
  func find(_ quote: String) -> [ClaimEvidence] {
    let parts = Self.parts(of: quote)
    guard !parts.isEmpty, parts.count <= Self.mostParts else { return [] }
    for (number, text) in prepared.enumerated() {
      var place = 0
      var found: [ClaimEvidence] = []
      for part in parts {
        guard let start = Self.firstPlace(of: part, in: text.scalars, from: place) else { break }
        place = start + part.count
        let last = text.places[place - 1]
        let passage = places[number].passage
        let end = passages[passage].unicodeScalars.index(after: last)
        found.append(ClaimEvidence(passage: passage, range: text.places[start]..<end, in: passages[passage]))
      }
      if found.count == parts.count { return found }
    }
    return []
  }

  /// The parts between ellipses, each with a letter or a digit and without punctuation at its ends.
  private static func parts(of quote: String) -> [[Unicode.Scalar]] {
    let dots = quote.replacing("[...]", with: "…").replacing("[…]", with: "…").replacing("...", with: "…")
    return dots.split(separator: "…").compactMap { piece in
      var part = prepare(piece.unicodeScalars).scalars[...]
      while let first = part.first, !isWordScalar(first) { part.removeFirst() }
      while let last = part.last, !isWordScalar(last) { part.removeLast() }
      return part.isEmpty ? nil : Array(part)
    }
  }

  private static func prepare(_ scalars: Substring.UnicodeScalarView) -> Prepared {
    var prepared = Prepared()
    var isBlank = false
    for place in scalars.indices {
      let scalar = scalars[place]
      if scalar.properties.isWhitespace {
        isBlank = true
        continue
      }
      guard let plain = plain(scalar) else { continue }
      if isBlank, !prepared.scalars.isEmpty {
        prepared.scalars.append(" ")
        prepared.places.append(place)
      }
      isBlank = false
      if plain.value < 0x80 {
        let isUpper = (0x41...0x5A).contains(plain.value)
        prepared.scalars.append(isUpper ? Unicode.Scalar(UInt8(plain.value + 0x20)) : plain)
        prepared.places.append(place)
      } else {
        for lower in plain.properties.lowercaseMapping.unicodeScalars {
          prepared.scalars.append(lower)
          prepared.places.append(place)
        }
      }
    }
    return prepared
  }

  /// One form for all kinds of a mark; nil for marks of Markdown and what cannot be seen.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "*", "_", "`", "\u{AD}", "\u{200B}"..."\u{200D}", "\u{2060}", "\u{FEFF}": nil
    case "\u{2018}"..."\u{201B}", "\u{2039}", "\u{203A}", "\u{B4}": "'"
    case "\u{201C}"..."\u{201F}", "\u{AB}", "\u{BB}", "\u{300C}"..."\u{300F}": "\""
    case "\u{2010}"..."\u{2015}", "\u{2212}": "-"
    default: scalar
    }
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.properties.isAlphabetic || scalar.properties.numericType != nil }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .spaceSeparator, .control, .format, .lineSeparator, .paragraphSeparator:
      return false
    default: return true
    }
  }

  /// Knuth, Morris, Pratt, 1977; a place inside a word or a number is none.
  private static func firstPlace(of part: [Unicode.Scalar], in text: [Unicode.Scalar], from start: Int) -> Int? {
    guard part.count <= text.count - start else { return nil }
    var overlaps = [0]
    var length = 0
    for index in part.indices.dropFirst() {
      while length > 0, part[index] != part[length] { length = overlaps[length - 1] }
      if part[index] == part[length] { length += 1 }
      overlaps.append(length)
    }
    length = 0
    for index in start..<text.count {
      while length > 0, text[index] != part[length] { length = overlaps[length - 1] }
      if text[index] == part[length] { length += 1 }
      guard length == part.count else { continue }
      let first = index + 1 - length
      if !joins(text, first - 1, first), !joins(text, index, index + 1) { return first }
      length = overlaps[length - 1]
    }
    return nil
  }

  /// Whether two neighbouring places belong to one word or number: "30" is not in "130", nor in "30.5".
  private static func joins(_ text: [Unicode.Scalar], _ left: Int, _ right: Int) -> Bool {
    guard left >= 0, right < text.count else { return false }
    func isWord(_ scalar: Unicode.Scalar) -> Bool {
      // Scripts without spaces have no words to keep whole.
      (scalar.properties.isAlphabetic && !scalar.properties.isIdeographic && !(0x3040...0x30FF).contains(scalar.value))
        || scalar.properties.numericType == .decimal
    }
    if isWord(text[left]), isWord(text[right]) { return true }
    func isDigit(_ place: Int) -> Bool {
      text.indices.contains(place) && text[place].properties.numericType == .decimal
    }
    let marks: Set<Unicode.Scalar> = [".", ","]
    return (isDigit(left) && marks.contains(text[right]) && isDigit(right + 1))
      || (marks.contains(text[left]) && isDigit(right) && isDigit(left - 1))
  }
}

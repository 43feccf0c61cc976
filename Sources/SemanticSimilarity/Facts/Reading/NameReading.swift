/// The names of a text.
struct NameReading {
  let reading: FactReading
  /// Tokens that are names or parts of names.
  let names: [Int]
  /// Whether capitals mean anything in this text.
  let isCased: Bool
  private let fiveLetters: [String: [String]]
  private let initials: String
  /// Words of at most four letters with a full stop.
  private let abbreviations: [String]
  /// The words with a capital by their first letter.
  private let initialWords: [String: [String]]
  /// Where single letters with a full stop stand: "U.S."
  private let letterTokens: [Int]

  /// Small in running text, with a capital in headlines.
  private static let verbs = FactWords.set(
    "is are was were has have had can will does did ist sind hat est sont es son e sono")

  /// Short forms are sought in the first words only.
  private static let maximumInitials = 4000

  init(_ reading: FactReading, beside other: FactReading) {
    self.reading = reading
    let tokens = reading.tokens
    let words = tokens.filter { $0.kind == .word && $0.text.count > 1 }
    let capitals = words.reduce(0) { $0 + ($1.isCapitalised ? 1 : 0) }
    isCased =
      capitals * 10 <= words.count * 7 || words.count <= 3
      || words.contains { !$0.isCapitalised && NameReading.verbs.contains($0.text) }
    let inside = NameReading.capitalisedInside(reading).union(NameReading.capitalisedInside(other))
    var names: [Int] = []
    for (index, token) in tokens.enumerated() where isCased && token.isCapitalised && !reading.isCovered[index] {
      guard token.text.count > 1, !FactWords.empty.contains(token.text), !FactWords.titles.contains(token.text),
        !NameWords.plain.contains(token.text), CalendarWords.month(token.text) == nil,
        CalendarWords.weekday(token.text) == nil
      else { continue }
      if reading.language == .german, !NameWords.known.contains(token.text), !token.isAllCapitals { continue }
      if token.startsSentence {
        if NameWords.starters.contains(token.text) { continue }
        let next = index + 1 < tokens.count ? tokens[index + 1] : nil
        // "Flight LH 438" is a flight.
        let isNumbered = index + 2 < tokens.count && tokens[index + 2].kind == .number && (next?.isAllCapitals ?? false)
        let isFollowed =
          !isNumbered
          && next.map { $0.isCapitalised && $0.text.count > 1 && !FactWords.empty.contains($0.text) } ?? false
        guard
          NameWords.known.contains(token.text)
            || reading.language == .english && isFollowed && !reading.hasSmall(token) && !other.hasSmall(token)
            || inside.contains(token.text) || token.isAllCapitals
        else { continue }
      }
      names.append(index)
      if names.count == FactReading.maximumFacts { break }
    }
    self.names = names
    var fiveLetters: [String: [String]] = [:]
    for token in words where token.text.utf8.count >= 4 {
      fiveLetters[String(token.text.prefix(3)), default: []].append(token.text)
    }
    self.fiveLetters = fiveLetters
    abbreviations = Array(
      tokens.indices.dropLast().lazy.filter {
        tokens[$0].kind == .word && tokens[$0].text.utf8.count <= 4 && tokens[$0].text.utf8.count >= 2
          && tokens[$0 + 1].text == "." && tokens[$0].isCapitalised
      }.map { tokens[$0].text }.prefix(50))
    var initialWords: [String: [String]] = [:]
    for token in words.prefix(NameReading.maximumInitials) where token.isCapitalised {
      if initialWords[String(token.text.prefix(1)), default: []].count < 50 {
        initialWords[String(token.text.prefix(1)), default: []].append(token.text)
      }
    }
    self.initialWords = initialWords
    letterTokens = Array(
      tokens.indices.dropLast().lazy.filter { tokens[$0].text.utf8.count == 1 && tokens[$0 + 1].text == "." }.prefix(
        100))
    initials = String(
      tokens.prefix(NameReading.maximumInitials).filter {
        $0.kind == .word && !["of", "the", "and", "for"].contains($0.text)
      }.compactMap(\.text.first))
  }

  private static func capitalisedInside(_ reading: FactReading) -> Set<String> {
    Set(reading.tokens.filter { $0.isCapitalised && !$0.startsSentence }.map(\.text))
  }

  /// Whether this text has a name of another, give or take an ending or a slip of the pen.
  func says(_ tokens: [FactToken], _ index: Int) -> Bool {
    let token = tokens[index]
    if reading.positions[token.stem] != nil { return true }
    if let alias = NameWords.aliases[token.text],
      NameWords.aliases.contains(where: { $0.value == alias && reading.positions[$0.key] != nil })
    {
      return true
    }
    for word in (fiveLetters[String(token.text.prefix(3))] ?? []).prefix(50)
    where NameComparison.isVariant(word, token.text) {
      return true
    }
    // "St." for "Street", "Corp." for "Corporation".
    if abbreviations.contains(where: { FactReading.abbreviates($0, token.text) }) { return true }
    if index + 1 < tokens.count, tokens[index + 1].text == ".", token.text.utf8.count <= 4,
      (initialWords[String(token.text.prefix(1))] ?? []).contains(where: { FactReading.abbreviates(token.text, $0) })
    {
      return true
    }
    // "EU" for "European Union".
    if token.isAllCapitals, token.text.count >= 2, token.text.count <= 6, initials.contains(token.text) { return true }
    return false
  }

  /// Whether single letters with full stops stand one after the other: "U.S."
  private func isSpelled(_ letters: String) -> Bool {
    letters.count >= 2
      && letterTokens.contains { start in
        zip(letters, 0...).allSatisfy { letter, offset in
          start + offset * 2 < reading.tokens.count && reading.tokens[start + offset * 2].text == String(letter)
        }
      }
  }

  /// Whether this text has the first letters of a name of several words.
  func hasInitials(of span: Range<Int>, in other: FactReading) -> Bool {
    var first = span.lowerBound
    var last = span.upperBound
    while first > 0,
      other.tokens[first - 1].isCapitalised || ["of", "and", "the"].contains(other.tokens[first - 1].text),
      span.lowerBound - first < 5
    { first -= 1 }
    while last < other.tokens.count,
      other.tokens[last].isCapitalised || ["of", "and", "the"].contains(other.tokens[last].text),
      last - span.upperBound < 5
    { last += 1 }
    let words = (first..<last).filter { other.tokens[$0].isCapitalised && other.tokens[$0].text != "the" }
    let letters = String(words.compactMap { other.tokens[$0].text.first })
    guard letters.count >= 2 else { return false }
    // "UN Security Council": any part of the run that has the name in it.
    for start in words.indices where words[start] <= span.lowerBound {
      for end in words.indices where words[end] >= span.upperBound - 1 && end > start {
        let short = String(words[start...end].compactMap { other.tokens[$0].text.first })
        if let places = reading.positions[short], places.contains(where: { reading.tokens[$0].isAllCapitals }) {
          return true
        }
        if isSpelled(short) { return true }
      }
    }
    if reading.positions[letters] != nil { return true }
    return isSpelled(letters)
  }
}

extension FactReading {
  /// Whether a short form has the letters of a word in their order, the first one first.
  fileprivate static func abbreviates(_ short: String, _ word: String) -> Bool {
    guard short.first == word.first, short.count < word.count, short.count >= 2 else { return false }
    var rest = Substring(word)
    for letter in short {
      guard let place = rest.firstIndex(of: letter) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }

  /// Whether the text has the word in small letters.
  fileprivate func hasSmall(_ token: FactToken) -> Bool {
    (positions[token.stem] ?? []).contains { !tokens[$0].isCapitalised }
  }
}

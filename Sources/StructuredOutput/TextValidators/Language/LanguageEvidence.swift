/// What the words of a text say for each language of ``LanguageProfile/all``: logarithms of likelihood, but for a
/// factor.
struct LanguageEvidence {
  /// The sum for each language.
  private(set) var sums = [Double](repeating: 0, count: LanguageProfile.all.count)
  /// How many words have a letter that none of the languages has.
  private(set) var strangeWords = 0
  private let index = Index.shared

  /// Counts a word.
  /// - Parameter word: small letters in normal form C, with `_` before and behind them.
  mutating func add(_ word: ArraySlice<UnicodeScalar>) {
    let letters = word.dropFirst().dropLast()
    guard !letters.isEmpty else { return }
    addWord(letters)
    addLetters(letters)
    addParts(word)
  }

  private mutating func addWord(_ letters: ArraySlice<UnicodeScalar>) {
    // The longest words of the lists have fewer letters.
    guard letters.count <= 20 else { return }
    guard let languages = index.words[String(String.UnicodeScalarView(letters))] else { return }
    // Words of one or two letters are words of many languages that no list names.
    let weight = Double(min(3, letters.count))
    for place in sums.indices where languages & 1 << UInt64(place) != 0 { sums[place] += weight }
  }

  private mutating func addLetters(_ letters: ArraySlice<UnicodeScalar>) {
    var languages = UInt64.max
    var isStrange = false
    for letter in letters where letter.value >= 0x80 {
      if let mask = index.letters[letter.value] {
        languages &= mask
      } else if TextScript.of(letter) != nil {
        isStrange = true
      }
    }
    if isStrange { strangeWords += 1 }
    if languages == .max || languages == 0 { return }
    for place in sums.indices where languages & 1 << UInt64(place) == 0 { sums[place] -= 3 }
  }

  private mutating func addParts(_ word: ArraySlice<UnicodeScalar>) {
    var two: UInt64 = 0
    for scalar in word {
      let last = UInt64(scalar.value)
      add(part: last)
      if two != 0 {
        if two & 0x1F_FFFF != 0 { add(part: (two & 0x1F_FFFF) << 21 | last) }
        if two >> 21 != 0 { add(part: two << 21 | last) }
      }
      two = (two & 0x1F_FFFF) << 21 | last
    }
  }

  private mutating func add(part: UInt64) {
    guard let weights = index.parts[part] else { return }
    for (place, weight) in weights { sums[place] += weight }
  }
}

/// The profiles turned around: from what is met in a text to the languages that have it.
private struct Index: Sendable {
  static let shared = Index()

  /// Sets of languages, a bit for each.
  private(set) var words: [String: UInt64] = [:]
  private(set) var letters: [UInt32: UInt64] = [:]
  /// Up to three scalars of 21 bits each, and how much they say for which language.
  private(set) var parts: [UInt64: [(place: Int, weight: Double)]] = [:]

  init() {
    for (place, profile) in LanguageProfile.all.enumerated() {
      let bit = UInt64(1) << UInt64(place)
      for word in profile.words.split(whereSeparator: \.isWhitespace) { words[String(word), default: 0] |= bit }
      for letter in profile.letters.unicodeScalars { letters[letter.value, default: 0] |= bit }
      var weight = 1.0
      for part in profile.parts.split(whereSeparator: \.isWhitespace) {
        if let digit = Int(part) {
          weight = Double(digit) / 9
        } else {
          let key = part.unicodeScalars.reduce(0) { $0 << 21 | UInt64($1.value) }
          parts[key, default: []].append((place, weight))
        }
      }
    }
  }
}

/// Takes the endings off English words: "relational" and "relate" both become "relat". A stem is seldom a word.
///
/// Porter: "An algorithm for suffix stripping" (Program 14/3, 1980). Takes time linear in the length of the word.
public struct PorterStemmer: Sendable, Hashable {
  /// Which of the rules in use.
  public struct Variant: Sendable, Hashable {
    fileprivate enum Rules { case original, martin, nltk }

    fileprivate let rules: Rules

    /// As published.
    public static let original = Variant(rules: .original)

    /// With the departures of Martin Porter's own program: "logi" becomes "log", "bli" "ble", and words of two letters
    /// stay.
    public static let martin = Variant(rules: .martin)

    /// With the further ones of Python's nltk, which ROUGE uses: irregular words such as "dying", "ies" and "ied" in
    /// short words, y after a vowel kept.
    public static let nltk = Variant(rules: .nltk)
  }

  /// Which of the rules are used.
  public let variant: Variant

  /// A stemmer by a variant of the rules.
  public init(_ variant: Variant = .martin) { self.variant = variant }

  /// The stem of a word, in lower case. What is no letter from a to z counts as a consonant.
  public func stem(_ word: String) -> String {
    let stem = stem(lowercased: ScalarText.lowercased(ScalarText.values(of: word)))
    return String(String.UnicodeScalarView(stem.compactMap(Unicode.Scalar.init)))
  }

  func stem(lowercased word: [UInt32]) -> [UInt32] {
    if variant.rules == .nltk, let stem = Self.irregular[word] { return stem }
    if variant.rules != .original, word.count <= 2 { return word }
    var stem = Stem(letters: word, rules: variant.rules)
    stem.removePlural()
    stem.removeVerbEnding()
    stem.replaceY()
    stem.shortenDoubleSuffix()
    stem.apply(Stem.third, ifMeasureAbove: 0)
    stem.removeSuffix()
    stem.removeE()
    return stem.letters
  }

  private static let irregular: [[UInt32]: [UInt32]] = {
    let forms = [
      "sky": "sky", "skies": "sky", "dying": "die", "lying": "lie", "tying": "tie", "news": "news",
      "innings": "inning", "inning": "inning", "outings": "outing", "outing": "outing", "cannings": "canning",
      "canning": "canning", "howe": "howe", "proceed": "proceed", "exceed": "exceed", "succeed": "succeed",
    ]
    return Dictionary(uniqueKeysWithValues: forms.map { (ScalarText.values(of: $0), ScalarText.values(of: $1)) })
  }()

  private enum Letter {
    static let a: UInt32 = 0x61
    static let e: UInt32 = 0x65
    static let i: UInt32 = 0x69
    static let o: UInt32 = 0x6F
    static let s: UInt32 = 0x73
    static let t: UInt32 = 0x74
    static let u: UInt32 = 0x75
    static let w: UInt32 = 0x77
    static let x: UInt32 = 0x78
    static let y: UInt32 = 0x79
  }

  /// A word on its way through the steps.
  private struct Stem {
    var letters: [UInt32]
    let rules: Variant.Rules

    typealias Replacement = (ending: StaticString, new: StaticString)

    /// Step 1a.
    mutating func removePlural() {
      guard letters.last == Letter.s else { return }
      if rules == .nltk, ends("ies"), letters.count == 4 { return letters.removeLast(1) }
      if ends("sses") || ends("ies") { return letters.removeLast(2) }
      if !ends("ss") { letters.removeLast() }
    }

    /// Step 1b.
    mutating func removeVerbEnding() {
      if rules == .nltk, ends("ied") { return letters.removeLast(letters.count == 4 ? 1 : 2) }
      if ends("eed") {
        if measure(letters.count - 3) > 0 { letters.removeLast() }
        return
      }
      let ending = ends("ed") ? 2 : ends("ing") ? 3 : 0
      guard ending > 0, hasVowel(letters.count - ending) else { return }
      letters.removeLast(ending)
      if ends("at") || ends("bl") || ends("iz") { return letters.append(Letter.e) }
      if endsInDoubleConsonant {
        if !ends("l"), !ends("s"), !ends("z") { letters.removeLast() }
      } else if measure(letters.count) == 1, endsInShortSyllable(letters.count) {
        letters.append(Letter.e)
      }
    }

    /// Step 1c.
    mutating func replaceY() {
      guard letters.last == Letter.y else { return }
      let rest = letters.count - 1
      let isReplaced = rules == .nltk ? rest > 1 && isConsonant(rest - 1) : hasVowel(rest)
      if isReplaced { letters[rest] = Letter.i }
    }

    /// Step 2.
    mutating func shortenDoubleSuffix() {
      if rules == .nltk {
        // "ally" comes off first, and what is left goes through the step.
        while ends("alli"), measure(letters.count - 4) > 0 { letters.removeLast(2) }
      }
      if apply(Self.second, ifMeasureAbove: 0) { return }
      if apply([rules == .original ? ("abli", "able") : ("bli", "ble")], ifMeasureAbove: 0) { return }
      switch rules {
      case .original: break
      case .martin: apply([("logi", "log")], ifMeasureAbove: 0)
      case .nltk:
        if apply([("fulli", "ful")], ifMeasureAbove: 0) { return }
        // The l is counted with the stem, so that "geology" loses its ending too.
        if ends("logi"), measure(letters.count - 3) > 0 { letters.removeLast() }
      }
    }

    /// Step 4.
    mutating func removeSuffix() {
      if ends("ion") {
        let rest = letters.count - 3
        guard rest > 0, letters[rest - 1] == Letter.s || letters[rest - 1] == Letter.t, measure(rest) > 1 else {
          return
        }
        letters.removeLast(3)
      } else {
        apply(Self.fourth, ifMeasureAbove: 1)
      }
    }

    /// Step 5.
    mutating func removeE() {
      if ends("e") {
        let rest = letters.count - 1
        let measure = measure(rest)
        if measure > 1 || measure == 1 && !endsInShortSyllable(rest) { letters.removeLast() }
      }
      if ends("ll"), measure(letters.count - 1) > 1 { letters.removeLast() }
    }

    /// Replaces the first ending that the word has, if what is before it is long enough; true if it has one of them.
    @discardableResult
    mutating func apply(_ replacements: [Replacement], ifMeasureAbove least: Int) -> Bool {
      for (ending, new) in replacements where ends(ending) {
        if measure(letters.count - ending.utf8CodeUnitCount) > least {
          letters.removeLast(ending.utf8CodeUnitCount)
          new.withUTF8Buffer { for letter in $0 { letters.append(UInt32(letter)) } }
        }
        return true
      }
      return false
    }

    private func ends(_ ending: StaticString) -> Bool {
      let count = ending.utf8CodeUnitCount
      guard letters.count >= count else { return false }
      return ending.withUTF8Buffer { ending in
        for index in 0..<count where letters[letters.count - count + index] != UInt32(ending[index]) { return false }
        return true
      }
    }

    private static func isVowel(_ letter: UInt32) -> Bool {
      switch letter {
      case Letter.a, Letter.e, Letter.i, Letter.o, Letter.u: true
      default: false
      }
    }

    /// Each y is a vowel after a consonant and a consonant after a vowel or at the start, so that they take turns.
    private func isConsonant(_ index: Int) -> Bool {
      guard letters[index] == Letter.y else { return !Self.isVowel(letters[index]) }
      var start = index
      while start > 0, letters[start - 1] == Letter.y { start -= 1 }
      let isFirstConsonant = start == 0 || Self.isVowel(letters[start - 1])
      return isFirstConsonant == ((index - start) % 2 == 0)
    }

    private func hasVowel(_ count: Int) -> Bool {
      var wasConsonant = false
      for letter in letters[..<count] {
        let isConsonant = letter == Letter.y ? !wasConsonant : !Self.isVowel(letter)
        if !isConsonant { return true }
        wasConsonant = isConsonant
      }
      return false
    }

    /// How many times a consonant follows a vowel in the first letters: Porter's m.
    private func measure(_ count: Int) -> Int {
      var measure = 0
      var wasConsonant = false
      for (index, letter) in letters[..<count].enumerated() {
        let isConsonant = letter == Letter.y ? !wasConsonant : !Self.isVowel(letter)
        if isConsonant, index > 0, !wasConsonant { measure += 1 }
        wasConsonant = isConsonant
      }
      return measure
    }

    private var endsInDoubleConsonant: Bool {
      let last = letters.count - 1
      return last > 0 && letters[last] == letters[last - 1] && isConsonant(last)
    }

    /// Whether the first letters end in consonant, vowel, consonant, the last none of w, x and y.
    private func endsInShortSyllable(_ count: Int) -> Bool {
      if count == 2 { return rules == .nltk && !isConsonant(0) && isConsonant(1) }
      guard count > 2, isConsonant(count - 3), !isConsonant(count - 2), isConsonant(count - 1) else { return false }
      return ![Letter.w, Letter.x, Letter.y].contains(letters[count - 1])
    }

    // Where one ending is part of another, the longer stands first.
    private static let second: [Replacement] = [
      ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("alli", "al"),
      ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"),
      ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"),
      ("biliti", "ble"),
    ]

    static let third: [Replacement] = [
      ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ]

    private static let fourth: [Replacement] = [
      ("al", ""), ("ance", ""), ("ence", ""), ("er", ""), ("ic", ""), ("able", ""), ("ible", ""), ("ant", ""),
      ("ement", ""), ("ment", ""), ("ent", ""), ("ou", ""), ("ism", ""), ("ate", ""), ("iti", ""), ("ous", ""),
      ("ive", ""), ("ize", ""),
    ]
  }
}

/// Counts the syllables of an English word by rule: groups of vowels, less the silent ones, and more where two vowels that
/// stand together are spoken apart.
enum EnglishSyllables {
  private static let exceptions: [String: Int] = [
    "business": 2, "businesses": 3, "every": 2, "everyone": 3, "everything": 3, "everywhere": 3, "everybody": 4,
    "everyday": 3, "people": 2, "peoples": 2, "someone": 2, "something": 2, "sometimes": 2, "sometime": 2,
    "somewhere": 2, "somewhat": 2, "somehow": 2, "lion": 2, "lions": 2, "moreover": 3, "recipe": 3, "recipes": 3,
    "creature": 2, "creatures": 2, "friend": 1, "ocean": 2, "science": 2, "sciences": 3, "client": 2, "wednesday": 2,
    "being": 2, "area": 3, "areas": 3, "idea": 3, "ideas": 3, "real": 1, "really": 2, "colleague": 2, "colleagues": 2,
    "whereas": 2, "naked": 2, "wicked": 2, "hundred": 2, "forever": 3, "maybe": 2, "evening": 2, "evenings": 2,
    "simile": 3, "coffee": 2, "employee": 3, "employees": 3, "cafe": 2, "resume": 3, "foreign": 2, "poem": 2,
    "anyone": 3, "therefore": 2, "safety": 2, "lifetime": 2,
    "framework": 2, "homepage": 2, "filename": 2, "elsewhere": 2, "hereby": 2, "thereof": 2, "trademark": 2,
    "vegetable": 4, "vegetables": 4, "heaven": 2, "given": 2, "interest": 3, "usually": 4, "i": 1, "a": 1,
  ]

  private static let longestWord = 60

  /// The syllables of a word, at least one; letters of other alphabets than the Latin one count for none.
  static func count(in word: some StringProtocol) -> Int {
    var letters: [UInt8] = []
    for scalar in word.unicodeScalars {
      guard letters.count < longestWord else { break }
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A: letters.append(UInt8(scalar.value) | 0x20)
      // À and its kin, which are never silent.
      case 0xC0...0xC6, 0xC8...0xCF, 0xD2...0xD6, 0xD8...0xDC, 0xE0...0xE6, 0xE8...0xEF, 0xF2...0xF6, 0xF8...0xFC:
        letters.append(UInt8(ascii: "a"))
      case 0x27, 0x2019: letters.append(UInt8(ascii: "'"))
      default: if scalar.isLetterOrDigit { letters.append(UInt8(ascii: "x")) }
      }
    }
    return count(letters)
  }

  private static func count(_ spelled: [UInt8]) -> Int {
    var letters = spelled
    var extra = 0
    if let apostrophe = letters.lastIndex(of: UInt8(ascii: "'")) {
      // `didn't`, `wouldn't`: the n is spoken as a syllable.
      let isNegated = letters[apostrophe...].elementsEqual("'t".utf8) && apostrophe >= 2
      if isNegated, letters[apostrophe - 1] == UInt8(ascii: "n"), !isVowel(letters, apostrophe - 2),
        !"rl".utf8.contains(letters[apostrophe - 2])
      {
        extra += 1
      }
      if isNegated || letters.count - apostrophe <= 3 { letters.removeSubrange(apostrophe...) }
      letters.removeAll { $0 == UInt8(ascii: "'") }
    }
    if let known = exceptions[String(decoding: letters, as: UTF8.self)] { return known + extra }
    var count = extra
    var isInGroup = false
    for index in letters.indices {
      let isVowel = isVowel(letters, index)
      if isVowel, !isInGroup || isSpokenApart(letters, index) { count += 1 }
      isInGroup = isVowel
    }
    // `HTML` is spelled out.
    if count == 0 { return max(1, letters.count) }
    count -= silent(letters)
    // `prism`, `rhythm`, and their plurals.
    let stem = letters.last == UInt8(ascii: "s") ? letters.count - 1 : letters.count
    if letters.count > 3, has(letters, "sm", endingAt: stem) || has(letters, "thm", endingAt: stem) { count += 1 }
    return max(1, count)
  }

  /// Whether a letter is spoken as a vowel: y is none before one.
  private static func isVowel(_ word: [UInt8], _ index: Int) -> Bool {
    switch word[index] {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): return true
    case UInt8(ascii: "y"):
      guard index + 1 < word.count, isPlainVowel(word[index + 1]) else { return true }
      return index > 0 && !isPlainVowel(word[index - 1])
    default: return false
    }
  }

  private static func isPlainVowel(_ letter: UInt8) -> Bool { "aeiou".utf8.contains(letter) }

  private static func has(_ word: [UInt8], _ part: String, at index: Int) -> Bool {
    index >= 0 && index <= word.count && word[index...].starts(with: part.utf8)
  }

  private static func has(_ word: [UInt8], _ part: String, endingAt end: Int) -> Bool {
    has(word, part, at: end - part.utf8.count)
  }

  /// Whether a vowel behind another begins a syllable.
  private static func isSpokenApart(_ word: [UInt8], _ index: Int) -> Bool {
    let pair = String(decoding: word[(index - 1)...index], as: UTF8.self)
    let before = index > 1 ? word[index - 2] : 0
    func follows(_ parts: String...) -> Bool { parts.contains { has(word, $0, at: index + 1) } }
    func isBehind(_ letters: String) -> Bool { letters.utf8.contains(before) }
    func ends(_ parts: String...) -> Bool { parts.contains { word[(index + 1)...].elementsEqual($0.utf8) } }
    let hasVowelBefore = index > 1 && (0..<(index - 1)).contains { isVowel(word, $0) }
    switch pair {
    case "ia": return follows("t") || !isBehind("ctsg") && !follows("ge")
    case "io": return !(isBehind("tscglnxh") && follows("n", "u")) && !(isBehind("v") && follows("r", "ur"))
    case "iu", "ao", "ii": return true
    case "ie":
      if follows("t") { return true }
      if follows("nd") { return false }
      if follows("n") { return !isBehind("ctsn") || index == 3 && has(word, "sci", at: 0) }
      return hasVowelBefore && ends("r", "rs", "st") && !isBehind("ht")
    case "yi": return follows("ng")
    case "eo": return !isBehind("g") || !follows("n", "u")
    case "ea":
      return has(word, "crea", at: index - 3) && follows("t") || has(word, "rea", at: index - 2) && follows("ct", "li")
        || has(word, "thea", at: index - 3) || hasVowelBefore && ends("")
    case "ua": return !isBehind("gq") && !(isBehind("s") && follows("d", "v"))
    case "ue": return !isBehind("gq") && follows("l", "nt", "nc") && !follows("ls")
    case "ui": return !isBehind("gq") && follows("ng", "ty", "n", "d") && !isBehind("b")
    case "uo": return !isBehind("q") && follows("us")
    case "oi", "ei": return follows("ng") && !(pair == "ei" && isBehind("c"))
    case "ai": return follows("c", "ve")
    case "oe": return follows("t", "m")
    case "eu": return follows("m")
    case "oo": return has(word, "coo", at: index - 2) && follows("p", "r") && word.count > 6
    default: return false
    }
  }

  /// How many of the vowels are not spoken.
  private static func silent(_ word: [UInt8]) -> Int {
    var count = 0
    let length = word.count
    func consonant(_ index: Int) -> UInt8? {
      guard index >= 0, index < length, !isVowel(word, index) else { return nil }
      return word[index]
    }
    let last = length - 1
    if length > 2, word[last] == UInt8(ascii: "e"), let before = consonant(last - 1) {
      let isSpoken = before == UInt8(ascii: "l") && consonant(last - 2).map { $0 != UInt8(ascii: "l") } ?? false
      if !isSpoken { count += 1 }
    } else if length > 3, has(word, "es", endingAt: length), let before = consonant(length - 3) {
      let hisses =
        "sxzcg".utf8.contains(before) || before == UInt8(ascii: "h") && "cs".utf8.contains(word[length - 4])
      let isSpoken = before == UInt8(ascii: "l") && consonant(length - 4).map { $0 != UInt8(ascii: "l") } ?? false
      if !hisses, !isSpoken { count += 1 }
    } else if length > 3, has(word, "ed", endingAt: length), let before = consonant(length - 3) {
      let isBehindConsonant = consonant(length - 4).map { !"lr".utf8.contains($0) } ?? false
      let isSpoken = "td".utf8.contains(before) || "lr".utf8.contains(before) && isBehindConsonant
      if !isSpoken { count += 1 }
    }
    // `unique`, `dialogue`; `basically`.
    if length > 4, has(word, "que", endingAt: length) || has(word, "gue", endingAt: length) { count += 1 }
    if has(word, "ically", endingAt: length) { count += 1 }
    // The e before a suffix: `statement`, `careful`, `lovely`.
    for index in word.indices where word[index] == UInt8(ascii: "e") && index > 1 {
      guard let before = consonant(index - 1), (0..<(index - 1)).contains(where: { isVowel(word, $0) }) else {
        continue
      }
      let isBeforeSuffix =
        before != UInt8(ascii: "l") && has(word, "ment", at: index + 1) || has(word, "ful", at: index + 1)
        || has(word, "less", at: index + 1) || has(word, "ness", at: index + 1)
        || has(word, "ly", at: index + 1) && length == index + 3
      if isBeforeSuffix { count += 1 }
    }
    return count
  }
}

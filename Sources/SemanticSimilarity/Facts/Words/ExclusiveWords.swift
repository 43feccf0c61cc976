/// Words of which one place in a sentence holds at most one: colours, animals, relatives, opposites.
///
/// They count only where the words around are the same in both texts, so that the lists can be long.
enum ExclusiveWords {
  struct Place: Sendable, Hashable {
    let group: Int
    let side: Int
  }

  /// Every group that a word belongs to.
  static func places(of word: String, in language: FactLanguage) -> [Place] { tables[language.code]?[word] ?? [] }

  /// Every group that a word belongs to as it is written: "Junge" is a boy and "junge" is young.
  static func places(of token: FactToken, in language: FactLanguage) -> [Place] {
    if language == .german, !token.isCapitalised, token.text.hasPrefix("junge") { return adjective }
    return places(of: token.text, in: language)
  }

  private static let adjective = places(of: "jung", in: .german)

  /// Whether two words stand on one side of some group.
  static func haveCommonSide(_ a: String, _ b: String, in language: FactLanguage) -> Bool {
    let first = places(of: a, in: language)
    return places(of: b, in: language).contains { first.contains($0) }
  }

  /// Whether a group is one of things that a sentence seldom names by another word, such as animals.
  static func isKind(_ group: Int, in language: FactLanguage) -> Bool { kinds[language.code]?.contains(group) ?? false }

  /// The groups whose first word is one of these.
  private static let kindHeads = FactWords.set(
    "dog car guitar baseball red boy man hund auto gitarre fussball rot mann junge chien voiture guitare football rouge homme perro coche guitarra futbol rojo hombre nino cane rosso uomo ragazzo cao carro vermelho homem menino"
  )

  private static let kinds: [String: Set<Int>] = lines.mapValues { lines in
    Set(
      lines.split(separator: "\n").enumerated().compactMap { group, line in
        line.split(separator: " ").first.flatMap { kindHeads.contains(String($0)) ? group : nil }
      })
  }

  private static let lines = [
    "en": ExclusiveEnglishWords.lines, "de": ExclusiveGermanWords.lines, "fr": ExclusiveRomanceWords.french,
    "es": ExclusiveRomanceWords.spanish, "it": ExclusiveRomanceWords.italian, "pt": ExclusiveRomanceWords.portuguese,
  ]

  private static let tables: [String: [String: [Place]]] = [
    "en": table(ExclusiveEnglishWords.lines, english),
    "de": table(ExclusiveGermanWords.lines, german),
    "fr": table(ExclusiveRomanceWords.french, french),
    "es": table(ExclusiveRomanceWords.spanish, gendered),
    "it": table(ExclusiveRomanceWords.italian, italian),
    "pt": table(ExclusiveRomanceWords.portuguese, gendered),
  ]

  private static func table(_ lines: String, _ forms: (String) -> [String]) -> [String: [Place]] {
    var table: [String: [Place]] = [:]
    for (group, line) in lines.split(separator: "\n").enumerated() {
      let sides = line.split(separator: "|").map { $0.split(separator: " ").map(String.init) }
      // What is written is right; a form that is made may be another word of the same line: "basse", "bass".
      let written = Set(sides.joined())
      for (side, words) in sides.enumerated() {
        for word in words {
          for form in forms(word) where form == word || !written.contains(form) {
            let place = Place(group: group, side: side)
            if table[form]?.contains(place) != true { table[form, default: []].append(place) }
          }
        }
      }
    }
    return table
  }

  // Forms that do not exist do no harm.

  private static func english(_ word: String) -> [String] {
    guard word.utf8.count > 2 else { return [word] }
    let root = word.hasSuffix("e") ? String(word.dropLast()) : word
    return [word, word + "s", root + "ed", root + "ing"]
  }

  private static func german(_ word: String) -> [String] {
    guard word.utf8.count > 2 else { return [word] }
    return [word] + ["e", "en", "er", "es", "em", "n", "s"].map { word + $0 }
  }

  private static func french(_ word: String) -> [String] {
    guard word.utf8.count > 2 else { return [word] }
    return [word] + ["e", "s", "es"].map { word + $0 }
  }

  /// Spanish and Portuguese.
  private static func gendered(_ word: String) -> [String] {
    guard word.utf8.count > 2 else { return [word] }
    if word.hasSuffix("o") { return [word] + ["a", "os", "as"].map { word.dropLast() + $0 } }
    return [word, word + "s", word + "es"]
  }

  private static func italian(_ word: String) -> [String] {
    guard word.utf8.count > 2 else { return [word] }
    let root = String(word.dropLast())
    if word.hasSuffix("o") { return [word] + ["a", "i", "e"].map { root + $0 } }
    if word.hasSuffix("a") { return [word, root + "e"] }
    return word.hasSuffix("e") ? [word, root + "i"] : [word]
  }
}

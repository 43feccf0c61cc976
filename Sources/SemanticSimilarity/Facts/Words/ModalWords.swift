/// Words that say what must, should, may or will be.
enum ModalWords {
  enum Force: Sendable {
    case obligation, advice, possibility, ability, future, option
  }

  /// The force of a word, and how many tokens say it: "must", "have to", "hay que".
  static func force(at index: Int, in tokens: [FactToken], _ language: FactLanguage) -> (force: Force, end: Int)? {
    let word = tokens[index].text
    if index + 1 < tokens.count, twoWords[language.code]?[word]?.contains(tokens[index + 1].text) == true {
      return (.obligation, index + 2)
    }
    return table[language.code]?[word].map { ($0, index + 1) }
  }

  /// Whether two forces may be said of the same thing.
  static func agree(_ a: Force, _ b: Force) -> Bool {
    a == b || isWeaker(a, than: b) || isWeaker(b, than: a)
  }

  private static func isWeaker(_ a: Force, than b: Force) -> Bool {
    switch (a, b) {
    case (.possibility, .option), (.possibility, .ability), (.ability, .future), (.ability, .option): true
    default: false
    }
  }

  private static let twoWords: [String: [String: Set<String>]] = [
    "en": phrases("have has had", "to"),
    "es": phrases("hay habia tiene tienen tengo tienes tenemos tenia tenian tendra tendran", "que"),
    "pt": phrases("ha tem tenho temos tinha tera terao", "que de"),
  ]

  private static func phrases(_ heads: String, _ tails: String) -> [String: Set<String>] {
    Dictionary(
      heads.split(separator: " ").map { (String($0), FactWords.set(tails)) }, uniquingKeysWith: { first, _ in first })
  }

  private static let table: [String: [String: Force]] = {
    var table: [String: [String: Force]] = [:]
    for (language, force, words) in lines {
      for word in words.split(separator: " ") { table[language, default: [:]][String(word)] = force }
    }
    return table
  }()

  private static let lines: [(String, Force, String)] = [
    ("en", .obligation, "must mandatory obliged obligatory required shall needs need"),
    ("en", .advice, "should ought recommended"),
    ("en", .possibility, "may might possibly perhaps maybe"), ("en", .ability, "can could able"),
    ("en", .future, "will would definitely certainly"),
    ("en", .option, "optional voluntary"),
    ("de", .obligation, "muss mussen musst musste mussten mussten verpflichtet"),
    ("de", .possibility, "kann konnen kannst konnt konnte konnten darf durfen darfst durfte durften"),
    ("de", .advice, "soll sollen sollst sollte sollten"),
    ("de", .future, "wird werden wirst"),
    (
      "fr", .obligation,
      "doit doivent devez dois devons devait devaient devra devront devrez faut faudra fallait oblige obligee obliges"
    ),
    (
      "fr", .possibility,
      "peut peuvent pouvez peux pouvons pouvait pouvaient pourra pourront pourrez pourrait pourraient pourriez"
    ),
    ("fr", .advice, "devrait devraient devriez faudrait"),
    (
      "es", .obligation,
      "debe deben debes debo debemos debia debian debera deberan necesita necesitan obligado obligados"
    ),
    (
      "es", .possibility,
      "puede pueden puedes puedo podemos podia podian podra podran podria podrian pudo pudieron pudiera"
    ),
    ("es", .advice, "deberia deberian deberias"),
    ("it", .obligation, "deve devono devi devo dobbiamo dovete doveva dovevano dovra dovranno bisogna occorre"),
    (
      "it", .possibility,
      "puo possono puoi posso possiamo potete poteva potevano potra potranno potrebbe potrebbero potuto"
    ),
    ("it", .advice, "dovrebbe dovrebbero dovresti"),
    ("pt", .obligation, "deve devem devo devemos devia deviam devera deverao precisa precisam"),
    ("pt", .possibility, "pode podem posso podemos podia podiam podera poderao poderia poderiam"),
    ("pt", .advice, "deveria deveriam"),
  ]
}

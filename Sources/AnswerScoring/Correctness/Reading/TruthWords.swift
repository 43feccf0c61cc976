/// Words that say yes and no, in English, German, French, Spanish, Italian and Portuguese, without accents.
enum TruthWords {
  /// Answers to a question: "yes".
  static let yes = set(
    "yes yeah yep yup aye affirmative ja jawohl oui sim si")
  /// Answers to a question: "no".
  static let no = set("no nope nah negative nein non nao")
  /// Words that say yes, and stand in front of answers of all kinds: "Certainly! That is false."
  static let soft = set("certainly absolutely definitely indeed sure naturlich claro certo surely")
  /// Pairs that do the same: "of course".
  static let softPairs = set("of-course por-supuesto bien-sur")
  /// Words of `yes` and `no` that begin many sentences otherwise: "No returns", "Si compra".
  static let alsoOtherwise = set("no non si negative affirmative")
  /// What a statement is: "true".
  static let truths = set(
    "true correct right accurate wahr richtig korrekt zutreffend vrai vraie correcte verdadero verdadera "
      + "cierto correcto vero vera corretto esatto verdadeiro verdadeira correto certo exact verdad verita verdade"
  )
  /// What a statement is not: "false".
  static let falsehoods = set(
    "false incorrect wrong untrue inaccurate falsch unwahr unrichtig inkorrekt "
      + "faux fausse incorrecte falso falsa incorrecto errado scorretto sbagliato incorreto"
  )
  /// The whole answer of a form: "y", "1".
  static let shortYes = set("y t 1 j ✓ ✔ ✅ 👍 ☑ ok sure")
  /// Likewise for no.
  static let shortNo = set("n f 0 ✗ ✘ ❌ 👎 ✕ ×")
  /// Words in front of "true": "is".
  static let copulas = set(
    "is are was were be that's it's this's isn't aren't wasn't sounds seems ist sind war est c'est n'est es e era sei")
  /// What may follow a "no" that is an answer: "No you can't".
  static let afterAnswer = set(
    "it you we they i there this that he she because "
      + "not thanks sir madam unfortunately sorry it's you're we're there's that's"
  )
  /// Words in front of the first that say nothing.
  static let fillers = set("well oh ah hmm hm um so ok okay short answer the statement unfortunately sorry leider")
  /// In front of "true" they leave it open.
  static let halves = set("partially partly half somewhat sometimes teilweise parcialmente partiellement")
  /// In front of a "not" that ends a sentence, it is the answer: "I'm afraid not."
  static let refusing = set("afraid unfortunately probably sadly course certainly absolutely definitely leider sicher")
  /// After "not" they leave open what is meant: "not necessarily".
  static let hedges = set(
    "necessarily always sure certain exactly entirely quite only yet unbedingt immer toujours forcement siempre sempre")

  private static func set(_ words: String) -> Set<String> { Set(words.split(separator: " ").map(String.init)) }
}

/// Words and signs around the letters of options.
enum ChoiceWords {
  /// Between a letter and what it is a part of: "U.S.", "C++".
  static let joiningSigns = set("' + # - & . _ /")
  /// Around a letter, behind it.
  static let closingSigns = set(") ] } * _ \" ' ` ” ’")
  /// Around a letter, in front of it.
  static let openingSigns = set("( [ { * _ \" ' ` “ ‘")

  private static func set(_ words: String) -> Set<String> { Set(words.split(separator: " ").map(String.init)) }

  /// What an option is called.
  static let optionNouns = set("option choice answer letter antwort opcion opzione opcao reponse")
  /// Words that a letter is the second part of.
  static let namers = set("vitamin vitamins hepatitis grade")
  /// Behind an option that is chosen.
  static let ticks = set("✓ ✔ ✅ ☑")
  /// Behind an option that is not.
  static let crosses = set("✗ ✘ ❌ ✕ ☒")
  /// Words in front of a letter that say nothing.
  static let fillers = optionNouns.union(
    set("the definitely clearly probably likely obviously either both also actually die der la le el las los il"))
  /// Between letters of which several are named.
  static let joints = set("and or / , 、 ， & + und oder et ou o y e")
  /// Between a letter and what is said of it.
  static let copulas = set("is was are were 's ist sind est es e sont seems looks being")
  /// Likewise, with a verb behind it.
  static let modals = set("can could must should would may might does do did has have")
  /// Words with which a sentence about an option goes on behind its letter.
  static let followers = copulas.union(modals).union(
    set(
      "rather instead over remains remain stays because since and or as for but while if when due "
        + "with by which that und oder weil da et ou car y o porque e perche pois"
    ))
  /// What is said of the option that is chosen.
  static let praise = set(
    "correct right true best better answer accurate richtig korrekt correcte correcta corretta")
  /// What is said of an option that is not.
  static let blame = set(
    "wrong incorrect false untrue out too eliminated excluded ruled falsch incorrecta incorrecte errada sbagliata")
  /// In front of the letter that is chosen.
  static let conclusions = set("so therefore thus hence be it's is say conclude daher also")
  /// Likewise, verbs.
  static let choosing = set(
    "choose chose choosing pick picked picking select selected selecting "
      + "with prefer leaves leaving answer wahle elijo choisis scelgo escolho"
  )
  /// Behind a letter and a colon.
  static let rejections = set("no nope wrong false incorrect nein non")
  /// In front of a letter that is not chosen.
  static let exclusions = set("over eliminate eliminates eliminating exclude excludes excluding unlike without")
  /// What may stand between a denial and the letter: "I don't think it's B".
  static let passedByDenials = set("or nor think believe it's it is be that")
  /// In front of "be", they weigh an option.
  static let doubts = set("could might may can")
}

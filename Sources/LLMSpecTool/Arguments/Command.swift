/// What the whole command line asks for.
enum Command {
  case version
  /// Help about a verb; nil for the overview.
  case help((any Verb)?)
  case verb(any Verb, ParsedArguments)

  /// Every verb.
  static let verbs: [any Verb] = [
    RunVerb(), RunsVerb(), RunsShowVerb(), RunsMergeVerb(),
    FixturesStatusVerb(), FixturesShowVerb(), FixturesVerifyVerb(), FixturesPruneVerb(), FixturesPlanVerb(),
    FixturesFulfilVerb(), FixturesRekeyVerb(), FixturesImportVerb(), FixturesExportVerb(),
    ServeVerb(), ExportVerb(), JSONValidateVerb(), JSONRepairVerb(), TextScoreVerb(),
    SimilarityScoreVerb(), SimilarityEmbedVerb(), SimilarityCalibrateVerb(),
  ]

  init(_ arguments: [String]) throws(UsageError) {
    guard let first = arguments.first else {
      throw UsageError("Say what to do: \(Self.verbs.map(\.name).joined(separator: ", ")).")
    }
    switch first {
    case "--version", "version": self = .version
    case "--help", "-h": self = .help(nil)
    case "help": self = .help(try Self.helpVerb(Array(arguments.dropFirst())))
    case _ where Self.isFamily(first) && arguments.count > 1 && arguments.dropFirst().allSatisfy(Self.isHelp):
      self = .help(nil)
    default:
      let (verb, rest) = try Self.verb(of: arguments)
      if ParsedArguments.askForHelp(rest) {
        self = .help(verb)
      } else {
        self = .verb(verb, try ParsedArguments(rest, of: verb.name, syntax: verb.syntax))
      }
    }
  }

  private static func helpVerb(_ words: [String]) throws(UsageError) -> (any Verb)? {
    let words = words.filter { !isHelp($0) }
    // The overview lists the verbs of a family.
    return words.isEmpty || words.count == 1 && isFamily(words[0]) ? nil : try verb(of: words).verb
  }

  private static func isHelp(_ word: String) -> Bool { word == "--help" || word == "-h" }

  /// Whether a word is the first of verbs and none by itself.
  private static func isFamily(_ word: String) -> Bool {
    verbs.contains { $0.name.hasPrefix(word + " ") } && !verbs.contains { $0.name == word }
  }

  private static func verb(of arguments: [String]) throws(UsageError) -> (verb: any Verb, rest: [String]) {
    // `runs merge` is not `runs` with a word behind it.
    let candidates = verbs.map { (verb: $0, words: $0.name.split(separator: " ").map(String.init)) }
    let fitting = candidates.filter { arguments.starts(with: $0.words) }
    if let (verb, words) = fitting.max(by: { $0.words.count < $1.words.count }) {
      return (verb, Array(arguments.dropFirst(words.count)))
    }
    return try incomplete(arguments)
  }

  /// A verb whose second word is missing or wrong, or that is none.
  private static func incomplete(_ arguments: [String]) throws(UsageError) -> (verb: any Verb, rest: [String]) {
    let first = arguments.first ?? ""
    let family = verbs.filter { $0.name.hasPrefix(first + " ") }
    guard let member = family.first else { throw unknown(first) }
    let seconds = family.map { String($0.name.dropFirst(first.count + 1)) }
    let second = arguments.dropFirst().first
    if ParsedArguments.askForHelp(arguments), second?.hasPrefix("-") == true { return (member, ["--help"]) }
    let known = seconds.joined(separator: ", ")
    guard let second, !second.hasPrefix("-") else {
      throw UsageError("\(first) needs a second word: \(known).", verb: member.name)
    }
    let suggestion = Suggestion.text(for: second, among: seconds)
    throw UsageError("\(first) has no verb \"\(second)\", only: \(known).\(suggestion)", verb: member.name)
  }

  private static func unknown(_ word: String) -> UsageError {
    if word.hasPrefix("-") {
      let suggestion = Suggestion.text(for: word, among: ["--version", "--help"])
      return UsageError("Options stand behind a verb, and llmspec has none called \(word).\(suggestion)")
    }
    let words = verbs.map { String($0.name.prefix { $0 != " " }) } + ["help"]
    return UsageError("llmspec has no verb \"\(word)\".\(Suggestion.text(for: word, among: words))")
  }
}

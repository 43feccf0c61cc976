/// The arguments of a verb, taken apart.
struct ParsedArguments: Sendable {
  /// The words beside options, in order.
  private(set) var words: [String] = []
  /// What stands behind `--`, untouched.
  private(set) var rest: [String] = []
  private let verb: String
  private var values: [String: [String]] = [:]

  /// Whether help is asked for: `--help` or `-h` before any `--`.
  static func askForHelp(_ arguments: [String]) -> Bool {
    arguments.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
  }

  init(_ arguments: [String], of verb: String, syntax: ArgumentSyntax) throws(UsageError) {
    self.verb = verb
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      if argument == "--" {
        try takeRest(arguments[index...], syntax)
        return
      }
      guard argument.hasPrefix("-"), argument.count > 1 else {
        try take(word: argument, syntax)
        continue
      }
      let name = String(argument.prefix { $0 != "=" })
      guard let option = syntax.options.first(where: { $0.name == name }) else {
        throw UsageError(Self.unknown(name, argument, syntax, verb), verb: verb)
      }
      var value: String?
      if name.count < argument.count {
        value = String(argument.dropFirst(name.count + 1))
      } else if option.value != nil, index < arguments.count, !arguments[index].hasPrefix("--") {
        value = arguments[index]
        index += 1
      }
      try take(option, value)
    }
  }

  /// The value of an option; nil where it is not given.
  subscript(_ option: Option) -> String? { values[option.name]?.last }

  /// All values of an option, in order.
  func all(_ option: Option) -> [String] { values[option.name] ?? [] }

  /// The value of an option without which the verb can do nothing.
  func required(_ option: Option, choices: [String] = []) throws(UsageError) -> String {
    if let value = self[option] { return value }
    let hint = choices.isEmpty ? "" : " It is one of: \(choices.joined(separator: ", "))."
    throw UsageError("\(verb) needs \(option.name) \(option.value ?? "").\(hint)", verb: verb)
  }

  /// An error about a value that is none of the choices.
  func notAChoice(_ value: String, of option: Option, choices: [String]) -> UsageError {
    UsageError(
      "\(option.name) is \"\(value)\", which is none of: \(choices.joined(separator: ", "))."
        + Suggestion.text(for: value, among: choices), verb: verb)
  }

  private mutating func take(_ option: Option, _ value: String?) throws(UsageError) {
    guard let placeholder = option.value else {
      if value != nil { throw UsageError("\(option.name) takes no value.", verb: verb) }
      values[option.name] = [""]
      return
    }
    guard let value, !value.isEmpty else {
      throw UsageError("\(option.name) needs a value: \(option.name) \(placeholder).", verb: verb)
    }
    if !option.isRepeatable, let earlier = values[option.name]?.first {
      throw UsageError("\(option.name) is given twice, as \"\(earlier)\" and as \"\(value)\".", verb: verb)
    }
    values[option.name, default: []].append(value)
  }

  private mutating func take(word: String, _ syntax: ArgumentSyntax) throws(UsageError) {
    words.append(word)
    guard words.count > syntax.words.count, !syntax.repeatsLastWord else { return }
    throw UsageError("\(verb) does not know what to do with \"\(word)\".", verb: verb)
  }

  private mutating func takeRest(_ arguments: ArraySlice<String>, _ syntax: ArgumentSyntax) throws(UsageError) {
    rest = Array(arguments)
    if syntax.rest == nil, let first = rest.first {
      throw UsageError("\(verb) does not know what to do with \"\(first)\".", verb: verb)
    }
  }

  private static func unknown(_ name: String, _ argument: String, _ syntax: ArgumentSyntax, _ verb: String) -> String {
    let names = syntax.options.map(\.name) + ["--help"]
    let opening = "\(verb) has no option \(name)."
    let suggestion = Suggestion.text(for: name, among: names)
    if suggestion.isEmpty, let rest = syntax.rest {
      return opening + " Options for \(rest) stand behind --, as in `llmspec \(verb) -- \(argument)`."
    }
    return opening + suggestion
  }
}

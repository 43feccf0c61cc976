/// An option of a verb: `--name VALUE`, `--name=VALUE`, or a lone `--name`.
struct Option: Sendable {
  /// The name, with its dashes.
  let name: String
  /// What stands for the value in messages, such as `DIR`; nil for an option without one.
  var value: String?
  /// Whether it may be given several times.
  var isRepeatable = false
}

extension Option {
  /// The package that a verb is about.
  static let packagePath = Option(name: "--package-path", value: "DIR")
}

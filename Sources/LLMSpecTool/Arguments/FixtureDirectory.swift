extension Option {
  /// The folder of all fixtures.
  static let fixtureDirectory = Option(name: "--directory", value: "DIR")
}

extension ParsedArguments {
  /// The folder of all fixtures: that of `--directory`, else of `LLMSPEC_FIXTURES`; nil for the usual one.
  func fixtureDirectory(_ workplace: Workplace) -> String? {
    self[.fixtureDirectory] ?? workplace.variable("LLMSPEC_FIXTURES")
  }
}

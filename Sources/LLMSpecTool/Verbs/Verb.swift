/// Something that the tool does.
protocol Verb: Sendable {
  /// The words that ask for it, such as `fixtures status`.
  var name: String { get }
  /// What it takes.
  var syntax: ArgumentSyntax { get }

  /// Does it, and answers the exit status.
  ///
  /// - Throws: ``UsageError`` where the arguments make no sense; else an error that is printed, for exit status 1.
  func perform(_ arguments: ParsedArguments, at workplace: Workplace, telling console: Console) async throws -> Int32
}

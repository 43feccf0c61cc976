/// A command that was used wrongly, and what to write instead. The exit status is 2.
struct UsageError: Error, CustomStringConvertible {
  let description: String

  /// - Parameters:
  ///   - problem: What is wrong, one sentence.
  ///   - verb: The verb whose help says how it goes; nil for the whole tool's.
  init(_ problem: String, verb: String? = nil) {
    description = problem + "\nSee `llmspec help\(verb.map { " " + $0 } ?? "")`."
  }
}

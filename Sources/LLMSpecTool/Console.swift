import Foundation

/// Where the tool's words go: answers to one place, complaints to another.
struct Console: Sendable {
  private let output: @Sendable (String) -> Void
  private let errors: @Sendable (String) -> Void

  init(output: @escaping @Sendable (String) -> Void, errors: @escaping @Sendable (String) -> Void) {
    self.output = output
    self.errors = errors
  }

  /// The standard output and the standard error, unbuffered, so that lines keep their place among a child's.
  static let standard = Console(
    output: { try? FileHandle.standardOutput.write(contentsOf: Data($0.utf8)) },
    errors: { try? FileHandle.standardError.write(contentsOf: Data($0.utf8)) })

  /// Prints what was asked for.
  func say(_ text: String) { output(text + "\n") }

  /// Prints what went wrong or has to be known, under the tool's name.
  func complain(_ text: String) { errors("llmspec: \(text)\n") }
}

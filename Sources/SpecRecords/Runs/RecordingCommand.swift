/// The command that records specs, for a message or a summary.
public struct RecordingCommand: Sendable, Hashable, CustomStringConvertible {
  /// The most specs that are named; more are recorded with all others.
  private static let mostNames = 3

  /// The mode to run in, `record` or `rerecord`.
  public var mode: String
  /// The specs, by the names that records give them.
  public var specs: [String]

  /// Makes the command for some specs.
  public init(mode: String = "record", specs: [String]) {
    self.mode = mode
    self.specs = specs
  }

  /// One line for a shell.
  public var description: String {
    let filters = specs.count > Self.mostNames ? [] : specs.map { " --filter \(Self.quoted(Self.filter($0)))" }
    return "LLMSPEC_MODE=\(mode) swift test" + filters.joined()
  }

  /// `Target/Suite/test(a:)` as `swift test` names it, without its parameters: `Target.Suite/test`.
  ///
  /// A filter is a regular expression, so a name is cut before what would need escaping. A method of XCTest is known by
  /// its file and not by its class, so the class is left open.
  private static func filter(_ spec: String) -> String {
    let name = spec.prefix { !"()[]{}`'\"\\*+?|^$ ".contains($0) }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard let target = parts.first, let test = parts.last, parts.count > 1 else { return String(name) }
    if test.hasPrefix("test"), parts.count == 3 { return "\(target).*/\(test)" }
    return "\(target).\(parts.dropFirst().joined(separator: "/"))"
  }

  private static func quoted(_ word: String) -> String {
    let isPlain = word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-/".contains($0)) }
    return isPlain ? word : "'\(word)'"
  }
}

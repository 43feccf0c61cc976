/// The command that records what specs missed.
struct RecordingCommand {
  /// The most specs that are named; more are recorded with all others.
  private static let mostNames = 3

  /// The specs, by the names that records give them.
  let specs: [String]

  /// One line for a shell.
  var text: String {
    let filters = specs.count > Self.mostNames ? [] : specs.map { " --filter \(Self.quoted(Self.filter($0)))" }
    return "LLMSPEC_MODE=record swift test" + filters.joined()
  }

  /// `Target/Suite/test(a:)` as `swift test` names it, without its parameters: `Target.Suite/test`.
  private static func filter(_ spec: String) -> String {
    let name = spec.prefix { $0 != "(" }
    guard let slash = name.firstIndex(of: "/") else { return String(name) }
    return name[..<slash] + "." + name[name.index(after: slash)...]
  }

  private static func quoted(_ word: String) -> String {
    let isPlain = word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-/".contains($0)) }
    return isPlain
      ? word : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}

import SpecRecords

/// The one command that records a test.
struct RecordingCommand: CustomStringConvertible {
  var mode: FixtureMode
  var test: SpecIdentity

  /// `swift test --filter` takes a regular expression for `Target.Suite/test`; the name is cut before what would need
  /// escaping.
  var description: String {
    var name = "\(test.target).\(test.path.joined(separator: "/"))"
    if let special = name.firstIndex(where: { "()[]{}`'\"\\*+?|^$ ".contains($0) }) { name = String(name[..<special]) }
    return "LLMSPEC_MODE=\(mode) swift test --filter '\(name)'"
  }
}

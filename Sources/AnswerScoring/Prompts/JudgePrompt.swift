/// A prompt of a judge, with the version that its recorded answers are kept under.
///
/// An answer is worth nothing without the question that it answers, so a changed prompt must have a new version: what
/// was recorded for the old one is then not replayed for the new one, and reports tell the two apart.
public struct JudgePrompt: Sendable, Hashable {
  /// The prompt's name, such as `pairwise-judge`.
  public let name: String
  /// The version, counted from 1 and raised with every change of any of the templates.
  public let version: Int
  /// The template of the standing instructions (the system message).
  public let instructions: String
  /// The template of the question (the first user message).
  public let question: String
  /// The template of the message that asks once more after an answer that was out of format.
  public let repair: String

  /// Name and version as they stand in requests and records, such as `pairwise-judge/1`.
  public var promptVersion: String { "\(name)/\(version)" }

  /// Writes values in the places that a template marks with `{{name}}`.
  ///
  /// In one pass: a value that itself holds such a mark is written as it is.
  static func fill(_ template: String, _ values: [String: String]) -> String {
    var filled = ""
    var rest = template[...]
    while let mark = rest.firstRange(of: "{{") {
      filled += rest[..<mark.lowerBound]
      let afterMark = rest[mark.upperBound...]
      guard let end = afterMark.firstRange(of: "}}"), let value = values[String(afterMark[..<end.lowerBound])] else {
        filled += rest[mark]
        rest = afterMark
        continue
      }
      filled += value
      rest = afterMark[end.upperBound...]
    }
    return filled + rest
  }
}

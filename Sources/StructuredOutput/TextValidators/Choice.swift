import Foundation

extension StructureValidator {
  /// The text, white space around it aside, is one of these: `.oneOf(["yes", "no"])`.
  /// - Parameters:
  ///   - choices: what the text may be.
  ///   - caseSensitive: whether `Yes` differs from `yes`.
  public static func oneOf(_ choices: [String], caseSensitive: Bool = true) -> StructureValidator {
    StructureValidator(name: "oneOf") { text in
      func form(_ text: String) -> String { caseSensitive ? text : text.lowercased() }
      let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
      let given = form(trimmed)
      if choices.contains(where: { form($0) == given }) { return [] }
      let expected = choices.map { JSONValue.string($0) }.inBrief
      return ["expected one of \(expected), got \(JSONValue.string(trimmed).inBrief)"]
    }
  }
}

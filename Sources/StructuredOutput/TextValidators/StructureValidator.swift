/// A check of a text's form that calls no model: length, wording, Markdown and the like.
///
/// ```swift
/// expectStructure(answer, .words(...60), .noMarkdown, .forbids("guarantee"))
/// ```
///
/// Every validator here takes time linear in the text, whatever the text holds.
public struct StructureValidator: Sendable {
  /// What the validator is called in reports: `words`, `noMarkdown`.
  public let name: String
  private let find: @Sendable (String) -> [String]

  /// Makes a validator of one's own.
  /// - Parameters:
  ///   - name: what it is called in reports.
  ///   - find: what is wrong with a text, a sentence for each fault; empty where nothing is.
  public init(name: String, find: @escaping @Sendable (_ text: String) -> [String]) {
    self.name = name
    self.find = find
  }

  /// Everything that the validator does not allow about a text; empty where it fits.
  public func violations(in text: String) -> [StructureViolation] {
    find(text).map { StructureViolation(rule: name, message: $0) }
  }
}

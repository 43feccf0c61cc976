/// A check of a text's form that calls no model: length, wording, Markdown and the like.
///
/// ```swift
/// expectStructure(answer, .words(...60), .noMarkdown, .forbids("guarantee"))
/// ```
///
/// Every validator here takes time linear in the text, whatever the text holds. They are put together with `all`,
/// `anyOf` and ``not(_:)``, and held against a part of the text with ``everyLine(_:)``, ``everyParagraph(_:)``,
/// ``codeBlocks(language:_:)`` and ``section(_:_:)``.
public struct StructureValidator: Sendable {
  /// What the validator is called in reports: `words`, `noMarkdown`.
  public let name: String
  /// Why the validator says nothing about any text, such as a malformed pattern; nil where it is sound.
  ///
  /// What is made of such a validator, the opposite of it too, is not sound either: no mistake becomes a pass.
  let reasonItIsUnusable: String?
  private let find: @Sendable (String) -> [StructureViolation]

  /// Makes a validator of one's own.
  /// - Parameters:
  ///   - name: what it is called in reports.
  ///   - find: what is wrong with a text, a sentence for each fault; empty where nothing is.
  public init(name: String, find: @escaping @Sendable (_ text: String) -> [String]) {
    self.init(name: name, parts: []) { text in find(text).map { StructureViolation(rule: name, message: $0) } }
  }

  /// Makes a validator of others.
  /// - Parameters:
  ///   - parts: the others, of which each has to be sound.
  ///   - find: what is wrong with a text.
  init(
    name: String, parts: [StructureValidator], find: @escaping @Sendable (_ text: String) -> [StructureViolation]
  ) {
    self.name = name
    self.find = find
    reasonItIsUnusable = parts.lazy.compactMap(\.reasonItIsUnusable).first
  }

  private init(name: String, reasonItIsUnusable: String) {
    self.name = name
    self.reasonItIsUnusable = reasonItIsUnusable
    find = { _ in [] }
  }

  /// A validator that was asked for what cannot be, and says so of every text.
  static func unusable(_ name: String, because reason: String) -> StructureValidator {
    StructureValidator(name: name, reasonItIsUnusable: reason)
  }

  /// Everything that the validator does not allow about a text; empty where it fits.
  public func violations(in text: String) -> [StructureViolation] {
    if let reasonItIsUnusable { return [StructureViolation(rule: name, message: reasonItIsUnusable)] }
    return find(text)
  }
}

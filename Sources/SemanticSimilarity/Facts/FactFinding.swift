/// How an answer disagrees with its reference on one fact.
public struct FactRelation: Sendable, Hashable {
  /// The name in files: `contradicts` or `missing`.
  public let name: String

  init(name: String) { self.name = name }

  /// The answer says something else.
  public static let contradicts = FactRelation(name: "contradicts")
  /// The answer does not say it.
  public static let missing = FactRelation(name: "missing")
}

/// A part of a text.
public struct FactSpan: Sendable, Hashable {
  /// Where it stands in the text that was compared.
  public let range: Range<String.Index>
  /// The words that stand there.
  public let text: String

  /// The part of `text` at `range`.
  public init(range: Range<String.Index>, in text: String) {
    self.range = range
    self.text = String(text[range])
  }
}

/// One fact on which two texts disagree.
public struct FactFinding: Sendable, Hashable {
  /// The kind of the fact; one kind, never several.
  public let kind: FactKinds
  /// Whether the answer says otherwise or says nothing.
  public let relation: FactRelation
  /// Where the reference states the fact.
  public let reference: FactSpan
  /// Where the answer says otherwise; nil for a missing fact.
  public let answer: FactSpan?
  /// The disagreement in one sentence for people.
  public let explanation: String

  init(kind: FactKinds, reference: FactSpan, answer: FactSpan?, because reason: String? = nil) {
    self.kind = kind
    self.reference = reference
    self.answer = answer
    relation = answer == nil ? .missing : .contradicts
    let expected = FactFinding.quoted(reference.text)
    var sentence = "The \(kind.name) \(expected) of the reference is not in the answer."
    if let answer {
      sentence = "The reference says \(expected), the answer says \(FactFinding.quoted(answer.text)) (\(kind.name))."
    }
    if let reason { sentence += " " + reason }
    explanation = sentence
  }

  /// At most 80 characters, in quotation marks, on one line.
  static func quoted(_ text: String) -> String {
    let line = text.prefix(80).map { $0.isNewline ? " " : String($0) }.joined()
    return "\"" + line + (text.dropFirst(80).isEmpty ? "" : "…") + "\""
  }
}

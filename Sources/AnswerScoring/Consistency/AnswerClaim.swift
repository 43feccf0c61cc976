/// A statement of an answer that is true or not by a source.
public struct AnswerClaim: Sendable, Hashable {
  /// The statement, without Markdown marks; in a judge's words where a judge listed it.
  public let text: String
  /// Where the answer makes it.
  public let range: Range<String.Index>
  /// The sentence or heading before it, where the claim opens with a word such as "it" that only that explains.
  let context: String?

  init(text: String, range: Range<String.Index>, context: String? = nil) {
    self.text = text
    self.range = range
    self.context = context
  }

  /// The claim as a judge is asked about it, on one line.
  var asked: String { context.map { "\(text) (said after: \($0))" } ?? text }

  /// The claim as it is sought in a source.
  var sought: String { context.map { "\($0) \(text)" } ?? text }
}

/// A sentence of an answer that states nothing.
public struct NonClaim: Sendable, Hashable {
  /// Why a sentence states nothing.
  public struct Kind: Sendable, Hashable, CustomStringConvertible {
    /// The name in messages, such as `greeting`.
    public let name: String

    /// Makes a kind of any name.
    public init(name: String) { self.name = name }

    /// A greeting, thanks or a closing formula: "Hello Anna!"
    public static let greeting = Kind(name: "greeting")
    /// A question.
    public static let question = Kind(name: "question")
    /// An offer of help: "Let me know if there is anything else."
    public static let offer = Kind(name: "offer of help")
    /// A statement about what the answerer knows: "I am not sure."
    public static let hedge = Kind(name: "hedge")
    /// A heading or the line before a list: "Here are the steps:"
    public static let leadIn = Kind(name: "lead-in")

    /// The name.
    public var description: String { name }
  }

  /// The sentence.
  public let text: String
  /// Where it stands in the answer.
  public let range: Range<String.Index>
  /// Why it states nothing.
  public let kind: Kind
}

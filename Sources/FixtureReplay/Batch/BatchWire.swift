import LanguageModels
import StructuredOutput

/// The wire formats that batches are made of.
enum BatchWire: Sendable, Hashable, CaseIterable {
  case chatCompletions
  case responses
  case embeddings
  case messages

  /// The format of a call; nil where no batch takes such calls.
  ///
  /// What comes before the last steps of a path is a server's own affair: `/openai/v1`, `/inference/v1`.
  init?(path: String) {
    switch path {
    case let path where path.hasSuffix("/chat/completions"): self = .chatCompletions
    case let path where path.hasSuffix("/responses"): self = .responses
    case let path where path.hasSuffix("/embeddings"): self = .embeddings
    case let path where path.hasSuffix("/messages"): self = .messages
    default: return nil
    }
  }

  /// Whose batch takes it.
  var format: BatchFormat { self == .messages ? .anthropic : .openAI }

  /// The address as a line of an OpenAI batch gives it, and as the batch's `endpoint`.
  var url: String {
    switch self {
    case .chatCompletions: "/v1/chat/completions"
    case .responses: "/v1/responses"
    case .embeddings: "/v1/embeddings"
    case .messages: "/v1/messages"
    }
  }

  /// Why a document is no answer to a request of this format; nil where it is one.
  ///
  /// - Parameter request: The body that was asked.
  func fault(of answer: JSONValue, to request: JSONValue?) -> String? {
    if let error = answer["error"], !error.isNull, error.stringValue != "" {
      return "it is an error: \(Self.short(error))"
    }
    switch self {
    case .chatCompletions:
      let choices = answer["choices"]?.arrayValue ?? []
      if choices.isEmpty { return "it has no \"choices\"" }
      return choices.allSatisfy { $0["message"]?.objectValue != nil } ? nil : "one of its choices has no \"message\""
    case .responses:
      if answer["output"]?.arrayValue == nil { return "it has no \"output\"" }
      let status = answer["status"]?.stringValue ?? "completed"
      return ["completed", "incomplete"].contains(status) ? nil : "its status is \"\(status.prefix(40))\""
    case .embeddings:
      let vectors = answer["data"]?.arrayValue ?? []
      let isVector: (JSONValue) -> Bool = {
        $0["embedding"]?.arrayValue?.isEmpty == false || $0["embedding"]?.stringValue?.isEmpty == false
      }
      if vectors.isEmpty || !vectors.allSatisfy(isVector) { return "it has no \"data\" with an \"embedding\" each" }
      let count = Self.inputCount(request)
      return count == nil || count == vectors.count ? nil : "it has \(vectors.count) vectors for \(count ?? 0) inputs"
    case .messages:
      if answer["type"]?.stringValue != "message" { return "its \"type\" is not \"message\"" }
      return answer["content"]?.arrayValue == nil ? "it has no \"content\"" : nil
    }
  }

  /// How much of what a batch may hold a request takes: of embeddings the inputs count.
  func weight(of request: JSONValue) -> Int { self == .embeddings ? max(1, Self.inputCount(request) ?? 1) : 1 }

  /// How many vectors an embedding request asks for: a text or a list of tokens is one.
  private static func inputCount(_ request: JSONValue?) -> Int? {
    switch request?["input"] {
    case .string: 1
    case .array(let items): items.first?.numberValue == nil ? items.count : 1
    default: nil
    }
  }

  /// What a server says went wrong, fit to be printed.
  static func short(_ json: JSONValue) -> String {
    short(FixtureRedactor.standard.redact(json["message"]?.stringValue ?? json.compactText), 200)
  }

  /// The beginning of a text from elsewhere, without signs that a terminal would obey.
  static func short(_ text: String, _ length: Int) -> String {
    let plain = text.unicodeScalars.prefix(length).map { scalar in
      scalar.properties.generalCategory == .control ? " " : Character(scalar)
    }
    return String(plain) + (text.unicodeScalars.count > length ? "…" : "")
  }
}

/// Whose batch format a file is in.
public struct BatchFormat: Sendable, Hashable, CustomStringConvertible {
  /// The name, as `llmspec fixtures plan --format` spells it.
  public let name: String

  /// JSON Lines as the OpenAI Batch API, vLLM's `run-batch`, Groq and Together read them: a request a line, with
  /// `custom_id`, `method`, `url` and `body`.
  public static let openAI = BatchFormat(name: "openai")
  /// The document that Anthropic's Message Batches API takes: `{"requests": [{"custom_id", "params"}]}`.
  public static let anthropic = BatchFormat(name: "anthropic")

  /// Every format.
  public static let all: [BatchFormat] = [.openAI, .anthropic]

  /// The name.
  public var description: String { name }
}

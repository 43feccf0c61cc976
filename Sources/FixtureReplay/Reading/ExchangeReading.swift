import LanguageModels
import StructuredOutput

/// One recorded exchange, as a person reads it.
public struct ExchangeReading: Sendable, Hashable {
  /// A message, or a piece of one, by its role.
  public struct Message: Sendable, Hashable {
    /// Who says it, in the words of the provider.
    public var role: String
    /// What it consists of, in order.
    public var parts: [Part]
  }

  /// What a message consists of.
  public enum Part: Sendable, Hashable {
    /// Text.
    case text(String)
    /// What the model thought, where the provider tells.
    case reasoning(String)
    /// A call of a tool.
    case toolCall(ToolCall)
    /// What a tool answered; the identifier of the call, where there is one.
    case toolResult(id: String?, String)
    /// An image, sound or document: its type, its size in bytes where it is in the body, else where it lies.
    case media(type: String, bytes: Int?, address: String?)
    /// Anything else.
    case other(JSONValue)
  }

  /// A call of a tool.
  public struct ToolCall: Sendable, Hashable {
    /// The name of the tool.
    public var name: String
    /// What it is called with; text where that is no JSON.
    public var arguments: JSONValue
    /// The identifier of the call, where it has one.
    public var id: String?
  }

  /// The place in the file, from 1.
  public let position: Int
  /// What it is found by.
  public let key: CallKey
  /// When it was recorded: UTC, RFC 3339; empty where that is not known.
  public let recorded: String
  /// Name and version of the prompt that made the request.
  public let promptVersion: String?
  /// The kind of provider.
  public let provider: String
  /// The method, the path, and the query as it was sent.
  public let address: String
  /// The model that was asked.
  public var model: String?
  /// What else the request said, by name.
  public var parameters = JSONObject()
  /// The names of the tools that were offered.
  public var tools: [String] = []
  /// What was said, instructions first.
  public var messages: [Message] = []
  /// The texts that vectors were asked for.
  public var inputs: [String] = []
  /// The request's body, where it is none of a known kind.
  public var body: BodyReading?
  /// The answer.
  public var answer: AnswerReading

  init(_ exchange: FixtureExchange, position: Int) {
    self.position = position
    key = exchange.key
    recorded = exchange.recorded
    promptVersion = exchange.promptVersion
    provider = exchange.request.provider
    let query = exchange.request.query.map { URLText.component($0.name) + "=" + URLText.component($0.value) }
    address =
      "\(exchange.request.method) \(exchange.request.path)"
      + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    answer = AnswerReading(exchange.answer)
    let kind = CallKind(of: exchange.request)
    if case .json(.object(let request)) = exchange.request.body, kind != .other {
      RequestBodyReading.read(request, kind, path: exchange.request.path, into: &self)
    } else {
      body = BodyReading(exchange.request.body)
      if case .json(let json) = exchange.request.body { model = json["model"]?.stringValue }
    }
    answer.read(exchange.answer, kind)
  }
}

/// A body of no known kind.
public enum BodyReading: Sendable, Hashable {
  /// A JSON document.
  case json(JSONValue)
  /// Text.
  case text(String)
  /// So many bytes that are no text.
  case bytes(Int)

  /// Nil for no body.
  init?(_ body: HTTPRequest.Body) {
    switch body {
    case .none: return nil
    case .json(let json): self = .json(json)
    case .bytes(let bytes):
      self = String(validating: bytes, as: UTF8.self).map { .text($0) } ?? .bytes(bytes.count)
    }
  }

  var json: JSONValue {
    switch self {
    case .json(let json): ["json": json]
    case .text(let text): ["text": .string(text)]
    case .bytes(let count): ["bytes": .number(JSONNumber(count))]
    }
  }
}

/// The form of a call, by which its bodies are read.
enum CallKind {
  case openAIChat
  case openAIResponses
  case anthropicMessages
  case gemini
  case ollama
  case embeddings
  case other

  init(of request: RequestIdentity) {
    let path = request.path
    var body = JSONObject()
    if case .json(.object(let object)) = request.body { body = object }
    if path.hasSuffix("/chat/completions") {
      self = .openAIChat
    } else if path.hasSuffix(":generateContent") || path.hasSuffix(":streamGenerateContent") {
      self = .gemini
    } else if path.hasSuffix("/messages"), body["messages"]?.arrayValue != nil {
      self = .anthropicMessages
    } else if path.hasSuffix("/responses"), body["input"] != nil {
      self = .openAIResponses
    } else if path.hasSuffix("/api/chat"), body["messages"]?.arrayValue != nil {
      self = .ollama
    } else if ["/embeddings", "/embed", ":batchEmbedContents", ":embedContent"].contains(where: path.hasSuffix) {
      self = .embeddings
    } else {
      self = .other
    }
  }
}

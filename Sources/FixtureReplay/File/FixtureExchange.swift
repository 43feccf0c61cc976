import DurableFiles
import LanguageModels
import StructuredOutput

/// A request and the answer that was recorded for it.
public struct FixtureExchange: Sendable, Hashable {
  /// What the exchange is found by.
  public var key: CallKey
  /// The request as it is kept.
  public var request: RequestIdentity
  /// Name and version of the prompt that made the request, such as `pairwise-judge/1`.
  public var promptVersion: String?
  /// When it was recorded: UTC, RFC 3339, whole seconds.
  public var recorded: String
  /// The answer.
  public var answer: RecordedAnswer
  /// What the file says the answer's digest is; nil where a person wrote the answer and took the line out.
  public var digest: String?

  /// Makes an exchange of an answer that was just received.
  public init(
    key: CallKey, request: RequestIdentity, promptVersion: String?, recorded: String, answer: RecordedAnswer
  ) {
    self.key = key
    self.request = request
    self.promptVersion = promptVersion
    self.recorded = recorded
    self.answer = answer
    self.digest = answer.digest
  }

  init(
    key: CallKey, request: RequestIdentity, promptVersion: String?, recorded: String, answer: RecordedAnswer,
    digest: String?
  ) {
    self.key = key
    self.request = request
    self.promptVersion = promptVersion
    self.recorded = recorded
    self.answer = answer
    self.digest = digest
  }

  /// What was changed in it since it was recorded; nil where nothing was.
  public var edit: String? {
    if request.hash != key.request { return "its request" }
    if let digest, digest != answer.digest { return "its answer" }
    return nil
  }
}

/// An answer as it is kept.
public struct RecordedAnswer: Sendable, Hashable {
  /// What an answer consists of.
  public enum Content: Sendable, Hashable {
    /// A whole body.
    case body(HTTPRequest.Body)
    /// Server-sent events as they arrived.
    case events([RecordedEvent], end: StreamEnd)
    /// Lines as they arrived, in most cases JSON documents (`application/x-ndjson`).
    case lines([RecordedEvent], end: StreamEnd)
  }

  /// How a stream ended.
  public enum StreamEnd: Sendable, Hashable {
    /// The server ended it.
    case complete
    /// The connection broke; what the app was told.
    case broken(String)
  }

  /// The status code.
  public var status: Int
  /// The headers that are kept.
  public var headers: HTTPHeaders
  /// From sending to the last byte, in milliseconds.
  public var milliseconds: Int
  /// What came.
  public var content: Content

  /// Makes an answer.
  public init(status: Int, headers: HTTPHeaders, milliseconds: Int, content: Content) {
    self.status = status
    self.headers = headers
    self.milliseconds = milliseconds
    self.content = content
  }

  /// A digest of what the app sees of the answer, times left out: SHA-256 of its canonical form, the first 16 digits.
  public var digest: String {
    var whole: JSONObject = ["status": .number(JSONNumber(status))]
    whole["headers"] = .array(headers.fields.map { .array([.string($0.name), .string($0.value)]) })
    switch content {
    case .body(.none): break
    case .body(.json(let json)): whole["body"] = json
    case .body(.bytes(let bytes)): whole["bytes"] = .string(SHA256.hash(bytes).hexadecimal)
    case .events(let events, let end):
      whole["events"] = .array(
        events.map { event in
          .array([event.name.map { .string($0) } ?? .null, event.id.map { .string($0) } ?? .null, event.data.json])
        })
      if case .broken(let reason) = end { whole["broken"] = .string(reason) }
    case .lines(let lines, let end):
      whole["lines"] = .array(lines.map(\.data.json))
      if case .broken(let reason) = end { whole["broken"] = .string(reason) }
    }
    return String(SHA256.hash(JSONValue.object(whole).canonicalBytes).hexadecimal.prefix(16))
  }
}

/// A server-sent event, or a line, with the time of its arrival.
public struct RecordedEvent: Sendable, Hashable {
  /// What an event carries.
  public enum Payload: Sendable, Hashable {
    /// A JSON document.
    case json(JSONValue)
    /// Any other text, such as `[DONE]`.
    case text(String)

    var json: JSONValue {
      switch self {
      case .json(let json): json
      case .text(let text): ["text": .string(text)]
      }
    }
  }

  /// Since the request, in milliseconds.
  public var milliseconds: Int
  /// The event's name, where it has one.
  public var name: String?
  /// The event's identifier, where it has one.
  public var id: String?
  /// What it carries.
  public var data: Payload

  /// Makes an event.
  public init(milliseconds: Int, name: String? = nil, id: String? = nil, data: Payload) {
    self.milliseconds = milliseconds
    self.name = name
    self.id = id
    self.data = data
  }
}

import LanguageModels
import StructuredOutput

/// A recorded answer, as a person reads it; a stream is put together.
public struct AnswerReading: Sendable, Hashable {
  /// One of the answers that were asked for.
  public struct Choice: Sendable, Hashable {
    /// All of its text, without reasoning and refusal.
    public var text = ""
    /// What the model thought, where the provider tells.
    public var reasoning = ""
    /// Why the model refused, where it did.
    public var refusal: String?
    /// Images, sounds and documents that the model made.
    public var media: [ExchangeReading.Part] = []
    /// The calls of tools that the app is asked to run, in order.
    public var toolCalls: [ExchangeReading.ToolCall] = []
    /// Why it ended, in the provider's words.
    public var finishReason: String?
  }

  /// A stream.
  public struct Stream: Sendable, Hashable {
    /// How many events came.
    public var events: Int
    /// From the first to the last event, in milliseconds.
    public var milliseconds: Int
    /// Why it broke off, where it did.
    public var broken: String?
  }

  /// The status code.
  public let status: Int
  /// From sending to the last byte, in milliseconds.
  public let milliseconds: Int
  /// The stream that it came as; nil where it came whole.
  public let stream: Stream?
  /// The model that answered, in the provider's words.
  public var model: String?
  /// What was answered; more than one where several answers were asked for.
  public var choices: [Choice] = []
  /// Tokens: `input` and its parts `cachedInput` and `cacheWrite`, `output` and its part `reasoning`.
  public var usage = JSONObject()
  /// What the server says went wrong.
  public var error: String?
  /// How many vectors came, and of how many numbers each.
  public var vectors: Vectors?
  /// The body, where it is none of a known kind.
  public var body: BodyReading?

  /// The size of an answer of embeddings.
  public struct Vectors: Sendable, Hashable {
    /// How many vectors.
    public var count: Int
    /// How many numbers each has.
    public var dimensions: Int
  }

  init(_ answer: RecordedAnswer) {
    status = answer.status
    milliseconds = answer.milliseconds
    let (events, end): ([RecordedEvent], RecordedAnswer.StreamEnd)
    switch answer.content {
    case .body:
      stream = nil
      return
    case .events(let pieces, let ending), .lines(let pieces, let ending): (events, end) = (pieces, ending)
    }
    let first = events.first?.milliseconds ?? 0
    let last = events.last?.milliseconds ?? 0
    var broken: String?
    if case .broken(let reason) = end { broken = reason }
    stream = Stream(
      events: events.count, milliseconds: max(0, last.subtractingReportingOverflow(first).partialValue), broken: broken)
  }

  mutating func read(_ answer: RecordedAnswer, _ kind: CallKind) {
    var documents: [JSONValue] = []
    switch answer.content {
    case .body(.json(let json)): documents = json.arrayValue ?? [json]
    case .body(.bytes(let bytes)) where kind == .ollama:
      documents = bytes.split(separator: 0x0A).compactMap { try? JSONValue(parsing: Array($0)) }
    case .body: break
    case .events(let events, _), .lines(let events, _):
      documents = events.compactMap { if case .json(let json) = $0.data { json } else { nil } }
    }
    error = documents.lazy.compactMap { Self.error(in: $0) }.first
    if !documents.isEmpty, error == nil || stream != nil {
      switch kind {
      case .openAIChat: OpenAIAnswer.read(documents, into: &self)
      case .openAIResponses: OpenAIResponsesAnswer.read(documents, into: &self)
      case .anthropicMessages: AnthropicAnswer.read(documents, into: &self)
      case .gemini: GeminiAnswer.read(documents, into: &self)
      case .ollama: OllamaAnswer.read(documents, into: &self)
      case .embeddings: EmbeddingAnswer.read(documents[0], into: &self)
      case .other: break
      }
    }
    guard choices.isEmpty, vectors == nil, error == nil else { return }
    if case .body(let whole) = answer.content {
      body = BodyReading(whole)
    } else {
      body = BodyReading(.bytes(answer.bytes))
    }
  }

  /// The words of an error in the forms that servers give it.
  static func error(in document: JSONValue) -> String? {
    guard let error = document["error"], !error.isNull else { return nil }
    if let text = error.stringValue { return text.isEmpty ? nil : text }
    guard error.objectValue != nil else { return nil }
    let message = error["message"]?.stringValue ?? error.compactText
    let kind = [error["type"], error["status"], error["code"]].compactMap { $0?.stringValue }.first
    return kind.map { "\($0): \(message)" } ?? message
  }

  /// Adds a count of tokens, unless the provider does not say it.
  mutating func count(_ name: String, _ values: JSONValue?...) {
    let numbers = values.compactMap { $0?.intValue }
    guard !numbers.isEmpty else { return }
    usage[name] = .number(JSONNumber(numbers.reduce(0) { $0.addingReportingOverflow($1).partialValue }))
  }
}

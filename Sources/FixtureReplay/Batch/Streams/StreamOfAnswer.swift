import LanguageModels
import StructuredOutput

/// A batch answers whole; an app that streams replays the answer as the events that a server might have sent: the same
/// text, calls, reasons and usage, in pieces of words and without pauses.
extension BatchWire {
  /// The answer as a stream.
  ///
  /// - Parameters:
  ///   - answer: A whole answer of this format.
  ///   - request: The body that asked for a stream.
  func streamed(_ answer: RecordedAnswer, request: JSONValue?) -> RecordedAnswer {
    guard case .body(.json(let body)) = answer.content else { return answer }
    let events: [RecordedEvent]
    switch self {
    case .chatCompletions:
      events = ChatCompletionsStream.events(
        of: body, includingUsage: request?["stream_options"]?["include_usage"]?.boolValue == true)
    case .responses: events = ResponsesStream.events(of: body)
    case .messages: events = MessagesStream.events(of: body)
    case .embeddings: return answer
    }
    return RecordedAnswer(
      status: answer.status, headers: [.init("content-type", "text/event-stream")], milliseconds: 0,
      content: .events(events, end: .complete))
  }
}

extension RecordedEvent {
  /// An event that is named as its document's `type` is.
  static func typed(_ document: JSONObject) -> RecordedEvent {
    RecordedEvent(
      milliseconds: 0, name: document["type"]?.stringValue, data: .json(JSONValue.object(document).sortedByKey))
  }
}

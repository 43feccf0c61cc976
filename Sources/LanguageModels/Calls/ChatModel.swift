/// A model that answers a conversation.
///
/// Conform to it to bring a model of your own, in this process or behind any server. A conforming type sends its
/// requests over the transport that ``ModelCallContext/transport()`` returns, and tells the context of each finished
/// call with ``ModelCallContext/report(_:)``; ``OpenAICompatibleModel`` is the example.
public protocol ChatModel: Sendable {
  /// The model's name as the provider knows it, such as `gpt-4.1-mini`.
  var identifier: String { get }

  /// Answers a conversation.
  ///
  /// - Throws: ``ModelFault`` where the model or the way to it fails, whatever the transport throws, and
  ///   `CancellationError` when the task is cancelled.
  func respond(to request: ChatRequest) async throws -> ChatResponse

  /// Answers a conversation piece by piece.
  ///
  /// The stream ends after ``ChatStreamEvent/finished(_:)``; a stream that broke off before its end throws.
  func stream(_ request: ChatRequest) async throws -> AsyncThrowingStream<ChatStreamEvent, any Error>
}

extension ChatModel {
  /// Answers one question.
  public func respond(to question: String) async throws -> ChatResponse {
    try await respond(to: ChatRequest(messages: [.user(question)]))
  }

  /// For a model that cannot stream: the whole answer as one piece.
  public func stream(_ request: ChatRequest) async throws -> AsyncThrowingStream<ChatStreamEvent, any Error> {
    let response = try await respond(to: request)
    return AsyncThrowingStream { continuation in
      if !response.text.isEmpty { continuation.yield(.text(response.text)) }
      continuation.yield(.finished(response))
      continuation.finish()
    }
  }
}

/// A piece of a streamed answer.
public enum ChatStreamEvent: Sendable, Hashable {
  /// The next characters of the answer.
  case text(String)
  /// The next characters of the model's reasoning, where the provider gives it.
  case reasoning(String)
  /// The next characters of the arguments of the tool call at this position of the answer, counted from 0.
  case toolCallArguments(index: Int, name: String, fragment: String)
  /// The whole answer, once, at the end.
  case finished(ChatResponse)
}

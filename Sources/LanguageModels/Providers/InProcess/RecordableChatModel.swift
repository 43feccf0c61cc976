import StructuredOutput

/// A chat model of this process, wrapped so that its answers are recorded and replayed as those of a server are.
///
/// A model that sends HTTP requests needs no wrapping, see ``HTTPTransport``. One that computes in the app itself
/// (MLX, Core ML, llama.cpp as a library, Foundation Models) sends nothing that could be caught on its way:
///
/// ```swift
/// let assistant = SupportAssistant(model: MyLocalModel().recordable)
/// ```
///
/// What is recorded is the generation: the conversation with its settings, and the answer or its pieces with their
/// times. In a shipped app the wrapper only hands calls on. An error that the model throws is not recorded.
public struct RecordableChatModel<Base: ChatModel>: ChatModel {
  /// The model that answers.
  public let base: Base

  /// Wraps a model.
  public init(_ base: Base) { self.base = base }

  /// The name of the wrapped model; a part of what its calls are recognised by.
  public var identifier: String { base.identifier }

  /// Answers from the scope of the running spec, or has the model answer.
  ///
  /// - Throws: What the model throws, or the transport of the scope; ``ModelFault`` where a recorded answer is not one of
  ///   this model.
  public func respond(to request: ChatRequest) async throws -> ChatResponse {
    guard ModelCallContext.current != nil else {
      _ = try ModelCallContext.transport()
      return try await base.respond(to: request)
    }
    let call = GenerationCall(base: base, caller: self, request: request)
    return try await call.reporting { () async throws -> GenerationCall.Answer in
      let answer = try await ModelCallContext.transport().send(call.httpRequest)
      guard case .json(let json) = answer.body, let response = ChatResponse(generationForm: json) else {
        throw call.malformed()
      }
      return GenerationCall.Answer(response: response, duration: answer.duration, origin: answer.origin)
    }
  }

  /// The same as ``respond(to:)``, piece by piece.
  public func stream(_ request: ChatRequest) async throws -> AsyncThrowingStream<ChatStreamEvent, any Error> {
    guard ModelCallContext.current != nil else {
      _ = try ModelCallContext.transport()
      return try await base.stream(request)
    }
    let call = GenerationCall(base: base, caller: self, request: request)
    let head = try await call.reportingFaults { try await ModelCallContext.transport().stream(call.httpRequest) }
    let (events, continuation) = AsyncThrowingStream<ChatStreamEvent, any Error>.makeStream()
    // The task inherits the context of the call; whoever drains the stream may be in another one.
    let pump = Task {
      let start = ContinuousClock.now
      do {
        let response = try await call.reporting { () async throws -> GenerationCall.Answer in
          let response = try await call.read(head.chunks) { continuation.yield($0) }
          return GenerationCall.Answer(
            response: response, duration: head.recordedDuration ?? start.duration(to: .now), origin: head.origin)
        }
        continuation.yield(.finished(response))
        continuation.finish()
      } catch {
        continuation.finish(throwing: error)
      }
    }
    continuation.onTermination = { if case .cancelled = $0 { pump.cancel() } }
    return events
  }
}

extension ChatModel {
  /// This model, wrapped so that specs record and replay its answers. For models that compute in this process.
  public var recordable: RecordableChatModel<Self> { RecordableChatModel(self) }
}

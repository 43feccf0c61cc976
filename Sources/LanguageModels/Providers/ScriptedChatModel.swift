/// A chat model whose answers are written by hand, for tests and judges in this process.
///
/// It sends nothing, so it needs no scope; its calls are reported with the origin ``CallOrigin/local``.
public struct ScriptedChatModel: ChatModel {
  /// The kind of provider under which its calls are reported.
  public static let provider = "scripted"

  /// The name under which its calls are reported.
  public let identifier: String
  private let answer: @Sendable (ChatRequest) async throws -> ChatResponse

  /// Makes a model that answers with a function.
  public init(_ identifier: String = "scripted", answer: @escaping @Sendable (ChatRequest) async throws -> ChatResponse)
  {
    self.identifier = identifier
    self.answer = answer
  }

  /// Makes a model that looks its answers up in a list.
  ///
  /// The first entry whose key occurs in the last message of the user answers, or else `otherwise`. Where neither is
  /// there, the call is a ``ModelFault`` that names the message.
  public init(
    _ identifier: String = "scripted", answers: KeyValuePairs<String, String>, otherwise: String? = nil
  ) {
    let entries = answers.map { (key: $0.key, text: $0.value) }
    self.init(identifier) { request in
      let question = request.messages.last { $0.role == .user }?.text ?? ""
      guard let text = entries.first(where: { question.contains($0.key) })?.text ?? otherwise else {
        throw ModelFault(
          .unusableRequest,
          """
          The scripted model \(identifier) has no answer for "\(KeyMask.quoted(question, limit: 200))". Its \
          \(entries.count) entries are looked up by a text that the last message of the user contains; add one, or \
          give otherwise.
          """)
      }
      return ChatResponse(message: .assistant(text), rawFinishReason: "stop", model: identifier)
    }
  }

  /// Answers from the script.
  ///
  /// - Throws: What the script throws, or ``ModelFault`` where it has no answer.
  public func respond(to request: ChatRequest) async throws -> ChatResponse {
    let clock = ContinuousClock()
    let start = clock.now
    do {
      let response = try await answer(request)
      report(request, response: response, duration: clock.now - start)
      return response
    } catch {
      if !(error is CancellationError) { report(request, duration: clock.now - start, fault: error) }
      throw error
    }
  }

  private func report(
    _ request: ChatRequest, response: ChatResponse? = nil, duration: Duration, fault: (any Error)? = nil
  ) {
    ModelCallContext.report(
      ModelCall(
        provider: Self.provider, model: identifier, input: .chat(request), response: response,
        usage: response?.usage ?? Usage(), duration: duration, origin: .local, fault: fault.map { "\($0)" },
        chatModel: self))
  }
}

extension ChatModel where Self == ScriptedChatModel {
  /// A model that answers with a function of the request.
  public static func scripted(
    _ answer: @escaping @Sendable (ChatRequest) async throws -> ChatResponse
  ) -> ScriptedChatModel {
    ScriptedChatModel(answer: answer)
  }
}

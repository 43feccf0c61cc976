import StructuredOutput

/// One call of a model in this process, put as the request that a fixture knows it by.
struct GenerationCall: Sendable {
  static let provider = "in-process"

  let base: any ChatModel
  /// The model as the app calls it, so that a judge that is the model under test is recorded too.
  let caller: any ChatModel
  let request: ChatRequest

  /// What came of a call.
  struct Answer {
    var response: ChatResponse
    var duration: Duration
    var origin: CallOrigin
  }

  var httpRequest: HTTPRequest {
    var request = HTTPRequest(
      provider: Self.provider, method: "GENERATE", path: "/\(base.identifier)",
      body: .json(self.request.generationForm),
      draw: self.request.draw, purpose: self.request.purpose, promptVersion: self.request.promptVersion
    ) { [base] in
      throw ModelFault(
        .unusableRequest, "The model \(base.identifier) runs in this process; there is no server to ask.")
    }
    request.live = GenerationTransport(base: base, request: self.request)
    return request
  }

  /// Runs a call and tells the scope's observer of it.
  func reporting(_ body: () async throws -> Answer) async throws -> ChatResponse {
    let answer = try await reportingFaults(body)
    report(answer.response, duration: answer.duration, origin: answer.origin)
    return answer.response
  }

  /// Runs a part of a call and tells the scope's observer of the error that ends it.
  func reportingFaults<R>(_ body: () async throws -> R) async throws -> R {
    let start = ContinuousClock.now
    do {
      return try await body()
    } catch {
      if !(error is CancellationError) {
        report(nil, duration: start.duration(to: .now), origin: .of(error), fault: "\(error)")
      }
      throw error
    }
  }

  private func report(
    _ response: ChatResponse?, duration: Duration, origin: CallOrigin, fault: String? = nil
  ) {
    ModelCallContext.report(
      ModelCall(
        provider: Self.provider, model: base.identifier, input: .chat(request), response: response,
        usage: response?.usage ?? Usage(), duration: duration, origin: origin, fault: fault, chatModel: caller))
  }

  /// Reads the lines of a streamed answer, giving out each piece, and gives the whole answer at its end.
  func read(
    _ chunks: AsyncThrowingStream<[UInt8], any Error>, _ give: (ChatStreamEvent) -> Void
  ) async throws -> ChatResponse {
    var decoder = LineDecoder()
    var whole: ChatResponse?
    func take(_ line: String) throws {
      guard let json = try? JSONValue(parsing: line), let event = ChatStreamEvent(generationForm: json) else {
        throw malformed()
      }
      if case .finished(let response) = event { whole = response } else { give(event) }
    }
    for try await chunk in chunks {
      let lines = decoder.feed(chunk)
      for line in lines { try take(line) }
    }
    try Task.checkCancellation()
    if let line = decoder.finish() { try take(line) }
    guard let whole else {
      throw ModelFault(
        .brokenStream, "The stream of the model \(base.identifier) ended before its answer was complete.")
    }
    return whole
  }

  func malformed() -> ModelFault {
    ModelFault(
      .malformedAnswer,
      "What is recorded for the model \(base.identifier) is no generation of a model in this process. Record it again.")
  }
}

/// Has a model of this process answer, in the place of a server.
private struct GenerationTransport: HTTPTransport {
  let base: any ChatModel
  let request: ChatRequest

  func send(_ httpRequest: HTTPRequest) async throws -> HTTPResponse {
    let start = ContinuousClock.now
    let response = try await unobserved { try await base.respond(to: request) }
    return HTTPResponse(
      status: 200, headers: [.init("content-type", "application/json")], body: .json(response.generationForm),
      duration: start.duration(to: .now))
  }

  func stream(_ httpRequest: HTTPRequest) async throws -> HTTPStreamedResponse {
    let events = try await unobserved { try await base.stream(request) }
    let (chunks, continuation) = AsyncThrowingStream<[UInt8], any Error>.makeStream()
    let pump = Task {
      do {
        for try await event in events { continuation.yield(event.generationForm.compactBytes + [0x0A]) }
        continuation.finish()
      } catch {
        continuation.finish(throwing: error)
      }
    }
    continuation.onTermination = { if case .cancelled = $0 { pump.cancel() } }
    return HTTPStreamedResponse(
      status: 200, headers: [.init("content-type", "application/x-ndjson")], chunks: chunks)
  }

  /// The call is reported once, by whoever asked for it.
  private func unobserved<R>(_ body: () async throws -> R) async throws -> R {
    var context = ModelCallContext.current
    context?.observer = nil
    return try await ModelCallContext.$current.withValue(context) { try await body() }
  }
}

import Foundation
import StructuredOutput

/// A chat model behind any server that speaks the form of OpenAI's Chat Completions.
///
/// OpenAI itself, llama.cpp, vLLM, Groq, Together, OpenRouter, LM Studio, DeepSeek and many more do. Address and key
/// are looked up only when a request is really sent, so that making the model and replaying recorded answers need
/// neither.
/// A request is sent once; an answer with an error status is a ``ModelFault`` that says when to ask again.
public struct OpenAICompatibleModel: ChatModel {
  /// The request field that limits the tokens of an answer; servers differ in its name.
  public struct MaximumTokensField: Sendable, Hashable, RawRepresentable {
    /// The field's name.
    public let rawValue: String

    /// Makes a field of any name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `max_tokens`, which nearly every server takes.
    public static let maxTokens = MaximumTokensField(rawValue: "max_tokens")
    /// `max_completion_tokens`, which OpenAI's reasoning models insist on.
    public static let maxCompletionTokens = MaximumTokensField(rawValue: "max_completion_tokens")
  }

  /// The model's name as the server knows it.
  public let identifier: String
  /// The longest time from a request to the last byte of its answer.
  public var timeout: Duration
  /// The name of the field that limits the tokens of an answer.
  public var maximumTokensField: MaximumTokensField
  let server: OpenAICompatibleServer

  /// Makes a model.
  ///
  /// - Parameters:
  ///   - model: The model's name as the server knows it.
  ///   - baseAddress: What stands before `/chat/completions`, such as `http://127.0.0.1:8080/v1`; nil reads
  ///     `$OPENAI_BASE_URL` at the time of the call.
  ///   - key: The key, sent as a bearer token. Nil sends `$OPENAI_API_KEY`, if it is set, to the address of
  ///     `$OPENAI_BASE_URL`, and nothing to a given address. A key that is named and not there is a fault, except for
  ///     a server on this machine.
  ///   - timeout: The longest time from a request to the last byte of its answer.
  ///   - maximumTokensField: The name of the field that limits the tokens of an answer.
  public init(
    _ model: String, baseAddress: URL? = nil, key: APIKey? = nil, timeout: Duration = .seconds(120),
    maximumTokensField: MaximumTokensField = .maxTokens
  ) {
    self.init(
      model, server: .any(at: baseAddress, key: key), timeout: timeout, maximumTokensField: maximumTokensField)
  }

  init(
    _ model: String, server: OpenAICompatibleServer, timeout: Duration, maximumTokensField: MaximumTokensField
  ) {
    self.identifier = model
    self.server = server
    self.timeout = timeout
    self.maximumTokensField = maximumTokensField
  }

  /// Asks once, and reads the whole answer.
  ///
  /// - Throws: ``ModelFault``, whatever the transport of the scope throws, and `CancellationError`.
  public func respond(to request: ChatRequest) async throws -> ChatResponse {
    let clock = ContinuousClock()
    let start = clock.now
    let transport = try ModelCallContext.transport()
    var origin: CallOrigin?
    var duration: Duration?
    do {
      let answer = try await transport.send(try httpRequest(for: request, streaming: false))
      (origin, duration) = (answer.origin, answer.duration)
      let response = try OpenAICompatibleAnswerReader(server: askedServer).read(answer)
      report(request, response: response, duration: answer.duration, origin: answer.origin)
      return response
    } catch {
      if !(error is CancellationError) {
        report(request, duration: duration ?? clock.now - start, origin: origin ?? .of(error), fault: error)
      }
      throw error
    }
  }

  /// Asks once, and gives the answer as it comes.
  ///
  /// An error status is thrown here; what breaks later is thrown by the stream.
  public func stream(_ request: ChatRequest) async throws -> AsyncThrowingStream<ChatStreamEvent, any Error> {
    let clock = ContinuousClock()
    let start = clock.now
    let transport = try ModelCallContext.transport()
    let head: HTTPStreamedResponse
    do {
      head = try await transport.stream(try httpRequest(for: request, streaming: true))
    } catch {
      if !(error is CancellationError) {
        report(request, duration: clock.now - start, origin: .of(error), fault: error)
      }
      throw error
    }
    let reading = OpenAICompatibleStreaming(server: askedServer, head: head)
    if !reading.isEventStream {
      // An error or a whole answer; both are read before anything is given out, so that an error is thrown here.
      do {
        let response = try await reading.readWhole()
        report(request, response: response, duration: head.recordedDuration ?? clock.now - start, origin: head.origin)
        return .whole(response)
      } catch {
        if !(error is CancellationError) {
          report(
            request, duration: head.recordedDuration ?? clock.now - start, origin: head.origin, fault: error)
        }
        throw error
      }
    }
    let (events, continuation) = AsyncThrowingStream<ChatStreamEvent, any Error>.makeStream()
    // The task inherits the context of the call; whoever drains the stream may be in another one.
    let pump = Task {
      do {
        let response = try await reading.readEvents { continuation.yield($0) }
        report(request, response: response, duration: head.recordedDuration ?? clock.now - start, origin: head.origin)
        continuation.yield(.finished(response))
        continuation.finish()
      } catch {
        if !(error is CancellationError) {
          report(
            request, duration: head.recordedDuration ?? clock.now - start, origin: head.origin, fault: error)
        }
        continuation.finish(throwing: error)
      }
    }
    continuation.onTermination = { if case .cancelled = $0 { pump.cancel() } }
    return events
  }

  private var askedServer: AskedServer {
    AskedServer(method: "POST", path: "/chat/completions", model: identifier, key: server.namedKey)
  }

  private func httpRequest(for request: ChatRequest, streaming: Bool) throws -> HTTPRequest {
    let writer = OpenAICompatibleRequestWriter(model: identifier, maximumTokensField: maximumTokensField)
    return HTTPRequest(
      provider: OpenAICompatibleServer.provider, path: "/chat/completions",
      headers: [.init("Accept", streaming ? "text/event-stream" : "application/json")],
      body: .json(try writer.body(for: request, streaming: streaming)), timeout: timeout, draw: request.draw,
      purpose: request.purpose, promptVersion: request.promptVersion,
      baseAddress: { [server] in server.baseAddress(in: ProcessInfo.processInfo.environment) }
    ) { [server] in try server.destination(in: ProcessInfo.processInfo.environment) }
  }

  private func report(
    _ request: ChatRequest, response: ChatResponse? = nil, duration: Duration, origin: CallOrigin,
    fault: (any Error)? = nil
  ) {
    ModelCallContext.report(
      ModelCall(
        provider: OpenAICompatibleServer.provider, model: identifier, input: .chat(request), response: response,
        usage: response?.usage ?? Usage(), duration: duration, origin: origin, fault: fault.map { "\($0)" },
        chatModel: self))
  }
}

extension ChatModel where Self == OpenAICompatibleModel {
  /// A model of OpenAI, such as `.openAI("gpt-4.1-mini")`.
  ///
  /// The key is `$OPENAI_API_KEY`; `$OPENAI_BASE_URL` replaces OpenAI's own address. A server on this machine needs no
  /// key. Both are read when a request is really sent.
  public static func openAI(_ model: String) -> OpenAICompatibleModel {
    OpenAICompatibleModel(
      model, server: .openAI, timeout: .seconds(120), maximumTokensField: .maxCompletionTokens)
  }

  /// A model behind any server that speaks the form of OpenAI's Chat Completions.
  ///
  /// - Parameters:
  ///   - model: The model's name as the server knows it.
  ///   - baseAddress: What stands before `/chat/completions`; nil reads `$OPENAI_BASE_URL` at the time of the call.
  ///   - keyVariable: The environment variable that holds the server's key, such as `GROQ_API_KEY`. Nil sends
  ///     `$OPENAI_API_KEY`, if it is set, to the address of `$OPENAI_BASE_URL`, and no key to a given address.
  public static func openAICompatible(
    _ model: String, baseAddress: URL? = nil, keyVariable: String? = nil
  ) -> OpenAICompatibleModel {
    OpenAICompatibleModel(model, baseAddress: baseAddress, key: keyVariable.map { .environment($0) })
  }
}

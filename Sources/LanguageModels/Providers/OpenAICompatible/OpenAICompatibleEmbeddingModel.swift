import Foundation
import StructuredOutput

/// An embedding model behind any server that speaks the form of OpenAI's embeddings.
///
/// Address and key are looked up as ``OpenAICompatibleModel`` does it: only when a request is really sent. No texts
/// give an empty answer without a call.
public struct OpenAICompatibleEmbeddingModel: EmbeddingModel {
  /// The model's name as the server knows it.
  public let identifier: String
  /// The wanted length of the vectors, for models that can shorten them; nil for their own.
  public var dimensions: Int?
  /// The longest time from a request to the last byte of its answer.
  public var timeout: Duration
  let server: OpenAICompatibleServer

  /// Makes a model.
  ///
  /// - Parameters:
  ///   - model: The model's name as the server knows it.
  ///   - baseAddress: What stands before `/embeddings`; nil reads `$OPENAI_BASE_URL` at the time of the call.
  ///   - key: The key, sent as a bearer token; see ``OpenAICompatibleModel``.
  ///   - dimensions: The wanted length of the vectors, for models that can shorten them; nil for their own.
  ///   - timeout: The longest time from a request to the last byte of its answer.
  public init(
    _ model: String, baseAddress: URL? = nil, key: APIKey? = nil, dimensions: Int? = nil,
    timeout: Duration = .seconds(120)
  ) {
    self.init(model, server: .any(at: baseAddress, key: key), dimensions: dimensions, timeout: timeout)
  }

  init(_ model: String, server: OpenAICompatibleServer, dimensions: Int? = nil, timeout: Duration = .seconds(120)) {
    self.identifier = model
    self.server = server
    self.dimensions = dimensions
    self.timeout = timeout
  }

  /// Asks once for the vectors of all texts, and checks that there is one for each and all have one length.
  ///
  /// - Throws: ``ModelFault``, whatever the transport of the scope throws, and `CancellationError`.
  public func embed(_ texts: [String]) async throws -> EmbeddingResponse {
    guard !texts.isEmpty else { return EmbeddingResponse(vectors: [], model: identifier) }
    let clock = ContinuousClock()
    let start = clock.now
    let transport = try ModelCallContext.transport()
    var origin: CallOrigin?
    var duration: Duration?
    do {
      let answer = try await transport.send(httpRequest(for: texts))
      (origin, duration) = (answer.origin, answer.duration)
      let asked = AskedServer(method: "POST", path: "/embeddings", model: identifier, key: server.namedKey)
      let response = try OpenAICompatibleVectorReader(server: asked).read(answer, count: texts.count)
      report(texts, usage: response.usage, duration: answer.duration, origin: answer.origin)
      return response
    } catch {
      if !(error is CancellationError) {
        report(texts, duration: duration ?? clock.now - start, origin: origin ?? .of(error), fault: error)
      }
      throw error
    }
  }

  private func httpRequest(for texts: [String]) -> HTTPRequest {
    var body: JSONObject = [
      "model": .string(identifier), "input": .array(texts.map { .string($0) }), "encoding_format": "float",
    ]
    if let dimensions { body["dimensions"] = .number(JSONNumber(dimensions)) }
    return HTTPRequest(
      provider: OpenAICompatibleServer.provider, path: "/embeddings", headers: [.init("Accept", "application/json")],
      body: .json(.object(body)), timeout: timeout, purpose: .embedding,
      baseAddress: { [server] in server.baseAddress(in: ProcessInfo.processInfo.environment) }
    ) { [server] in try server.destination(in: ProcessInfo.processInfo.environment) }
  }

  private func report(
    _ texts: [String], usage: Usage = Usage(), duration: Duration, origin: CallOrigin, fault: (any Error)? = nil
  ) {
    ModelCallContext.report(
      ModelCall(
        provider: OpenAICompatibleServer.provider, model: identifier, input: .texts(texts), usage: usage,
        duration: duration, origin: origin, fault: fault.map { "\($0)" }))
  }
}

extension EmbeddingModel where Self == OpenAICompatibleEmbeddingModel {
  /// An embedding model of OpenAI, such as `.openAI("text-embedding-3-small")`; address and key as for chat models.
  public static func openAI(_ model: String) -> OpenAICompatibleEmbeddingModel {
    OpenAICompatibleEmbeddingModel(model, server: .openAI)
  }

  /// An embedding model behind any server that speaks the form of OpenAI's embeddings.
  ///
  /// - Parameters:
  ///   - model: The model's name as the server knows it.
  ///   - baseAddress: What stands before `/embeddings`; nil reads `$OPENAI_BASE_URL` at the time of the call.
  ///   - keyVariable: The environment variable that holds the server's key. Nil sends `$OPENAI_API_KEY`, if it is set,
  ///     to the address of `$OPENAI_BASE_URL`, and no key to a given address.
  public static func openAICompatible(
    _ model: String, baseAddress: URL? = nil, keyVariable: String? = nil
  ) -> OpenAICompatibleEmbeddingModel {
    OpenAICompatibleEmbeddingModel(model, baseAddress: baseAddress, key: keyVariable.map { .environment($0) })
  }
}

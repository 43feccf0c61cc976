import Foundation
import LanguageModels
import LoopbackHTTP
import StructuredOutput
import Synchronization

/// A real HTTP server on this machine that plays a provider.
final class ModelServer: Sendable {
  struct Asked: Sendable {
    /// 1 for the first request.
    var number: Int
    var request: LoopbackRequest
    var body: JSONValue

    var prompt: String { HTTPRequest.Body.json(body).prompt }
  }

  private final class Log: Sendable {
    let asked = Mutex<[Asked]>([])
  }

  private let server: LoopbackServer
  private let log: Log

  private init(server: LoopbackServer, log: Log) {
    self.server = server
    self.log = log
  }

  static func start(
    _ answer: @escaping @Sendable (Asked) async -> LoopbackResponse = { .chat("\($0.prompt) #\($0.number)") }
  ) async throws -> ModelServer {
    let log = Log()
    let server = try await LoopbackServer.start { request in
      let body = (try? JSONValue(parsing: request.body)) ?? .null
      let asked = log.asked.withLock { all in
        all.append(Asked(number: all.count + 1, request: request, body: body))
        return all[all.count - 1]
      }
      return await answer(asked)
    }
    return ModelServer(server: server, log: log)
  }

  /// What was asked so far.
  var asked: [Asked] { log.asked.withLock { $0 } }

  var port: Int { server.port }

  func model(_ name: String = "gpt-test", key: String? = nil) -> OpenAICompatibleModel {
    OpenAICompatibleModel(
      name, baseAddress: server.address.appending(path: "v1"), key: key.map { .value($0) }, timeout: .seconds(300))
  }

  func stop() async { await server.stop() }
}

extension LoopbackResponse {
  static func chat(_ text: String, headers: [(String, String)] = []) -> LoopbackResponse {
    .json(chatAnswer(text).compactText, headers: headers)
  }

  static func fault(_ status: Int, _ message: String = "no", headers: [(String, String)] = []) -> LoopbackResponse {
    .json(JSONValue.object(["error": ["message": .string(message)]]).compactText, status: status, headers: headers)
  }
}

/// One piece of a streamed answer as the server sends it.
func chatChunk(_ text: String, isLast: Bool = false) -> String {
  let json: JSONValue = [
    "id": "chatcmpl-1", "object": "chat.completion.chunk", "model": "gpt-test-2026-01-01",
    "choices": [
      ["index": 0, "delta": ["content": .string(text)], "finish_reason": isLast ? "stop" : .null]
    ],
  ]
  return "data: \(json.compactText)\n\n"
}

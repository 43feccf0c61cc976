import Foundation
import LLMSpec
import LoopbackHTTP
import Synchronization

/// A provider on this machine whose behaviour is chosen by the name of the model that is asked.
final class ScenarioServer: Sendable {
  private let count = Atomic<Int>(0)
  private let seen = Mutex<Set<String>>([])
  private let hasChanged = Atomic<Bool>(false)

  /// How many requests came.
  var requests: Int { count.load(ordering: .relaxed) }

  /// From now on the model that drifts answers otherwise.
  func change() { hasChanged.store(true, ordering: .relaxed) }

  /// Runs a body with the server at an address for `SCENARIO_SERVER`.
  static func run<R>(
    isolation: isolated (any Actor)? = #isolation, _ body: (ScenarioServer, String) async throws -> R
  ) async throws -> R {
    let provider = ScenarioServer()
    return try await LoopbackServer.withServer {
      provider.answer($0)
    } _: {
      try await body(provider, $0.address.appending(path: "v1").absoluteString)
    }
  }

  private func answer(_ request: LoopbackRequest) -> LoopbackResponse {
    let number = count.wrappingAdd(1, ordering: .relaxed).newValue
    guard let body = try? JSONValue(parsing: request.bodyText), let model = body["model"]?.stringValue else {
      return .text("no request", status: 400)
    }
    switch model {
    case "status401": return .json(#"{"error": {"message": "wrong key", "code": "invalid_api_key"}}"#, status: 401)
    case "status429":
      return .json(#"{"error": {"message": "slow down"}}"#, status: 429, headers: [("Retry-After", "7")])
    case "status500": return .json(#"{"error": {"message": "out of memory"}}"#, status: 500)
    case "html": return .text("<html><body>Welcome to the proxy</body></html>", contentType: "text/html")
    case "halfSent": return .halfSent(Array(#"{"choices": ["#.utf8), announcedLength: 4000, ending: .close)
    case "brokenStream":
      return .stream { writer in
        try await writer.write("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"You can\"}}]}\n\n")
        writer.abort()
      }
    case "large":
      let text = String(repeating: "word ", count: 10_000)
      return .json(Self.completion(number).replacing("answer \(number)", with: text))
    case "flaky":
      // Each question is refused once.
      let isNew = seen.withLock { $0.insert(request.bodyText).inserted }
      return isNew ? .json(#"{"error": {"message": "slow down"}}"#, status: 429) : .json(Self.completion(number))
    case "drifting":
      let hasChanged = hasChanged.load(ordering: .relaxed)
      return .json(Self.completion(number, DriftScript(in: request.bodyText).answer(hasChanged: hasChanged)))
    default: return .json(Self.completion(number))
    }
  }

  /// Without a text of its own, no two answers are the same.
  private static func completion(_ number: Int, _ text: String? = nil) -> String {
    let content = JSONValue.string(text ?? "answer \(number)").compactText
    return #"{"id": "c\#(number)", "object": "chat.completion", "created": 1, "model": "scenario-model", "#
      + #""choices": [{"index": 0, "message": {"role": "assistant", "content": \#(content)}, "#
      + #""finish_reason": "stop"}], "usage": {"prompt_tokens": 5, "completion_tokens": 2, "total_tokens": 7}}"#
  }
}

import LanguageModels
import Synchronization

/// A chat model whose answers a test writes, and which keeps what it was asked.
struct ScriptedModel: ChatModel {
  let identifier = "scripted"
  private let log = RequestLog()
  private let answer: @Sendable (ChatRequest) throws -> ChatResponse

  init(_ answer: @escaping @Sendable (ChatRequest) throws -> ChatResponse) { self.answer = answer }

  /// A model that answers with the text of a closure.
  static func saying(_ text: @escaping @Sendable (ChatRequest) -> String) -> ScriptedModel {
    ScriptedModel { ChatResponse(message: .assistant(text($0)), model: "scripted-1") }
  }

  var requests: [ChatRequest] { log.requests.withLock(\.self) }

  func respond(to request: ChatRequest) async throws -> ChatResponse {
    log.requests.withLock { $0.append(request) }
    return try answer(request)
  }

  private final class RequestLog: Sendable {
    let requests = Mutex<[ChatRequest]>([])
  }
}

extension ChatRequest {
  /// The question that a judge was first asked.
  var question: String { messages.count > 1 ? messages[1].text : "" }

  /// Whether a judge was asked once more.
  var isRepair: Bool { messages.count == 4 }
}

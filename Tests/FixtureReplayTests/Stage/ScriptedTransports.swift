import LanguageModels
import StructuredOutput
import Synchronization
import Testing

/// A live transport that must not be asked.
struct ForbiddenTransport: HTTPTransport {
  struct WasAsked: Error {}

  func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    Issue.record("a call went out: \(request.method) \(request.path)")
    throw WasAsked()
  }

  func stream(_ request: HTTPRequest) async throws -> HTTPStreamedResponse {
    Issue.record("a stream went out: \(request.method) \(request.path)")
    throw WasAsked()
  }
}

/// A live transport in this process that answers what a closure says, and counts.
final class ScriptedTransport: HTTPTransport {
  typealias Script = @Sendable (_ prompt: String, _ number: Int) async throws -> HTTPResponse

  private let script: Script
  private let asked = Mutex<[String]>([])

  init(_ script: @escaping Script) { self.script = script }

  /// Answers each question with itself and the number of the call.
  static func echo() -> ScriptedTransport { ScriptedTransport { .chat("\($0) #\($1)") } }

  /// The questions so far, in the order in which they came.
  var prompts: [String] { asked.withLock { $0 } }

  func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    let prompt = request.body.prompt
    let number = asked.withLock { asked in
      asked.append(prompt)
      return asked.count
    }
    return try await script(prompt, number)
  }

  /// The whole answer in one piece.
  func stream(_ request: HTTPRequest) async throws -> HTTPStreamedResponse {
    let answer = try await send(request)
    let (chunks, continuation) = AsyncThrowingStream<[UInt8], any Error>.makeStream()
    if case .json(let json) = answer.body { continuation.yield(json.compactBytes) }
    continuation.finish()
    return HTTPStreamedResponse(status: answer.status, headers: answer.headers, chunks: chunks)
  }

  /// Answers each question with the same text.
  static func answering(_ text: String) -> ScriptedTransport { ScriptedTransport { _, _ in .chat(text) } }
}

extension HTTPRequest.Body {
  /// What the last message says.
  var prompt: String {
    guard case .json(let json) = self else { return "" }
    return json["messages"]?.arrayValue?.last?["content"]?.stringValue ?? ""
  }
}

extension HTTPResponse {
  static func chat(_ text: String) -> HTTPResponse {
    HTTPResponse(status: 200, headers: [.init("Content-Type", "application/json")], body: .json(chatAnswer(text)))
  }

  static func fault(_ status: Int, _ message: String = "no") -> HTTPResponse {
    HTTPResponse(
      status: status, headers: [.init("Content-Type", "application/json")],
      body: .json(["error": ["message": .string(message)]]))
  }
}

/// An answer in the form of OpenAI's Chat Completions.
func chatAnswer(_ text: String) -> JSONValue {
  [
    "id": "chatcmpl-1", "object": "chat.completion", "model": "gpt-test-2026-01-01",
    "choices": [
      ["index": 0, "message": ["role": "assistant", "content": .string(text)], "finish_reason": "stop"]
    ],
    "usage": ["prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18],
  ]
}

/// Lets everybody wait until so many are there, then lets them go on in an order of its own.
actor Gate {
  private let count: Int
  private var generator: SeededGenerator
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ count: Int, seed: UInt64 = 1) {
    self.count = count
    generator = SeededGenerator(state: seed)
  }

  func pass() async {
    await withCheckedContinuation { continuation in
      waiting.append(continuation)
      guard waiting.count == count else { return }
      for one in waiting.shuffled(using: &generator) { one.resume() }
    }
  }
}

/// Something that happens once and that others wait for.
actor Signal {
  private var hasHappened = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func happen() {
    hasHappened = true
    for one in waiting { one.resume() }
    waiting = []
  }

  func wait() async {
    if hasHappened { return }
    await withCheckedContinuation { waiting.append($0) }
  }
}

/// A live transport in this process that answers each request with the same stream.
struct ScriptedStream: HTTPTransport {
  var contentType = "text/event-stream"
  let chunks: [String]

  func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    Issue.record("this transport only streams")
    throw ForbiddenTransport.WasAsked()
  }

  func stream(_ request: HTTPRequest) async throws -> HTTPStreamedResponse {
    let (stream, continuation) = AsyncThrowingStream<[UInt8], any Error>.makeStream()
    for chunk in chunks { continuation.yield(Array(chunk.utf8)) }
    continuation.finish()
    return HTTPStreamedResponse(status: 200, headers: [.init("content-type", contentType)], chunks: stream)
  }
}

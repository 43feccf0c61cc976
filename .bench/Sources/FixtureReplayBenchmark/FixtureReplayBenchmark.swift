import FixtureReplay
import Foundation
import LanguageModels
import SpecRecords
import StructuredOutput

/// Prints what replaying costs: a call from the app's `respond` to the decoded answer, many calls in one test, a long
/// stream, and the bytes of a fixture beside those of the bodies it keeps.
@main
struct FixtureReplayBenchmark {
  static func main() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fixture-replay-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let stage = Stage(root: PackageRoot(url: folder))

    for count in [1, 100, 1_000] { try await stage.measureCalls(count) }
    try await stage.measureStream(events: 5_000)
    try await stage.measureSize(calls: 100)
    print("")
    print("beside 10,000 other fixtures:")
    try await stage.fill(10_000)
    try await stage.measureCalls(100)
  }
}

/// A package with one test that is recorded from a scripted server and replayed.
struct Stage {
  let root: PackageRoot

  private func replaying(_ name: String, _ body: @Sendable () async throws -> Void) async throws {
    try await run(name, .replay, NoServer(), body)
  }

  private func recording(_ name: String, _ live: any HTTPTransport, _ body: @Sendable () async throws -> Void)
    async throws
  {
    try await run(name, .record, live, body)
  }

  private func run(
    _ name: String, _ mode: FixtureMode, _ live: any HTTPTransport, _ body: @Sendable () async throws -> Void
  ) async throws {
    let test = SpecIdentity(target: "Specs", path: ["Suite", name])
    let store = try FixtureStore(
      test: test, sourceFile: "Specs.swift", file: FixturePath.file(of: test, root: root, directory: "Fixtures"),
      root: root, mode: mode, live: live)
    let transport = FixtureTransport(store: store)
    try await ModelCallContext.$current.withValue(.init(transport: transport)) { try await body() }
    try transport.finishBody(threw: false, wasCancelled: false)
    try store.commit()
  }

  /// The time of a test of `count` different calls, its file read with the first of them.
  func measureCalls(_ count: Int) async throws {
    let name = "calls\(count)()"
    let ask: @Sendable () async throws -> Void = {
      let model = OpenAICompatibleModel("gpt-test")
      for number in 0..<count { _ = try await model.respond(to: Self.question(number)) }
    }
    try await recording(name, AnsweringServer(), ask)
    var best = Duration.seconds(3600)
    for _ in 0..<max(5, 2_000 / count) {
      best = min(best, try await ContinuousClock().measure { try await replaying(name, ask) })
    }
    print(
      "\(count) calls in one test: \(format(best)), \(format(best / count)) a call, the file's reading included")
  }

  func measureStream(events: Int) async throws {
    let ask: @Sendable () async throws -> Void = {
      var pieces = 0
      for try await _ in try await OpenAICompatibleModel("gpt-test").stream(Self.question(1)) { pieces += 1 }
      precondition(pieces > events, "the stream is not whole")
    }
    try await recording("stream()", AnsweringServer(events: events), ask)
    var best = Duration.seconds(3600)
    for _ in 0..<10 { best = min(best, try await ContinuousClock().measure { try await replaying("stream()", ask) }) }
    print("a stream of \(events) events: \(format(best)), the file's reading included")
  }

  func measureSize(calls: Int) async throws {
    let test = SpecIdentity(target: "Specs", path: ["Suite", "calls\(calls)()"])
    let url = FixturePath.file(of: test, root: root, directory: "Fixtures")
    guard let file = try FixtureFile.read(url) else { return }
    var bodies = 0
    for exchange in file.exchanges {
      if case .json(let json) = exchange.request.body { bodies += json.compactBytes.count }
      if case .body(.json(let json)) = exchange.answer.content { bodies += json.compactBytes.count }
    }
    let size = try Data(contentsOf: url).count
    let ratio = Double(size) / Double(bodies)
    print("a fixture of \(calls) chat calls: \(size) bytes, \(String(format: "%.2f", ratio)) of its bodies' \(bodies)")
  }

  /// Writes other fixtures.
  func fill(_ count: Int) async throws {
    for number in 0..<count {
      let test = SpecIdentity(target: "Specs", path: ["Other\(number % 100)", "test\(number)()"])
      let url = FixturePath.file(of: test, root: root, directory: "Fixtures")
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(FixtureFile(test: test.description).text.utf8).write(to: url)
    }
  }

  static func question(_ number: Int) -> ChatRequest {
    ChatRequest(
      messages: [
        .system(
          """
          You are the support assistant of a shoe shop. Answer briefly and in plain text.
          Facts:
          - Shoes can be returned within 30 days of delivery.
          - Returns are free.
          - The shop is open from Monday to Saturday, from 9:00 to 18:00.
          """), .user("Question \(number): how long do I have to return shoes that I bought online?"),
      ], temperature: 0, maximumOutputTokens: 120)
  }

  private func format(_ duration: Duration) -> String {
    let microseconds = Double(duration.components.attoseconds) / 1e12 + Double(duration.components.seconds) * 1e6
    return microseconds < 1_000
      ? String(format: "%.1f µs", microseconds) : String(format: "%.2f ms", microseconds / 1_000)
  }
}

struct NoServer: HTTPTransport {
  struct WasAsked: Error {}

  func send(_ request: HTTPRequest) async throws -> HTTPResponse { throw WasAsked() }

  func stream(_ request: HTTPRequest) async throws -> HTTPStreamedResponse { throw WasAsked() }
}

/// Answers as OpenAI does.
struct AnsweringServer: HTTPTransport {
  var events = 0

  func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    let text = """
      {"id":"chatcmpl-BPp8nW3yTnGm0bLhVtYkq1xUzQ2Ra","object":"chat.completion","created":1745485200,\
      "model":"gpt-4.1-mini-2025-04-14","choices":[{"index":0,"message":{"role":"assistant","content":\
      "You have 30 days from the day of delivery to return your shoes, and the return is free. Just pack them in \
      their box and bring them to any parcel shop.","refusal":null,"annotations":[]},"logprobs":null,\
      "finish_reason":"stop"}],"usage":{"prompt_tokens":93,"completion_tokens":38,"total_tokens":131,\
      "prompt_tokens_details":{"cached_tokens":0,"audio_tokens":0},"completion_tokens_details":\
      {"reasoning_tokens":0,"audio_tokens":0,"accepted_prediction_tokens":0,"rejected_prediction_tokens":0}},\
      "service_tier":"default","system_fingerprint":"fp_38647f5e19"}
      """
    return HTTPResponse(
      status: 200, headers: [.init("content-type", "application/json")], body: .json(try JSONValue(parsing: text)))
  }

  func stream(_ request: HTTPRequest) async throws -> HTTPStreamedResponse {
    let (chunks, continuation) = AsyncThrowingStream<[UInt8], any Error>.makeStream()
    for number in 0..<events {
      let text = """
        data: {"id":"chatcmpl-BPp8nW3yTnGm0bLhVtYkq1xUzQ2Ra","object":"chat.completion.chunk","created":1745485200,\
        "model":"gpt-4.1-mini-2025-04-14","choices":[{"index":0,"delta":{"content":"word\(number) "},\
        "logprobs":null,"finish_reason":null}]}\n\n
        """
      continuation.yield(Array(text.utf8))
    }
    let end = """
      data: {"id":"c","object":"chat.completion.chunk","created":1745485200,"model":"gpt-4.1-mini-2025-04-14",\
      "choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n
      """
    continuation.yield(Array(end.utf8))
    continuation.finish()
    return HTTPStreamedResponse(
      status: 200, headers: [.init("content-type", "text/event-stream")], chunks: chunks)
  }
}

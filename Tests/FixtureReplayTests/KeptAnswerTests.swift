import FixtureReplay
import Foundation
import LanguageModels
import LoopbackHTTP
import StructuredOutput
import Testing

@Suite("Which answers are kept")
struct KeptAnswerTests {
  @Sendable private static func persistently(_ model: OpenAICompatibleModel, _ question: String) async throws -> String
  {
    do { return try await ask(model, question) } catch is ModelFault { return try await ask(model, question) }
  }

  @Test("Refused credentials are never kept, and a second try is the first that replays", arguments: [401, 403])
  func refused(status: Int) async throws {
    let stage = try Rehearsal()
    let server = try await ModelServer.start { $0.number == 1 ? .fault(status) : .chat("ok") }
    let model = server.model()
    let recorded = try await stage.run(.record, live: URLSessionTransport.shared) {
      try await Self.persistently(model, "When?")
    }
    await server.stop()
    #expect(try recorded.value == "ok")
    #expect(server.asked.count == 2)
    #expect(try stage.contents?.exchanges.map(\.answer.status) == [200])
    #expect(try stage.contents?.exchanges.map(\.key.ordinal) == [1])
    let replayed = try await stage.run(.replay) { try await ask("When?") }
    #expect(try replayed.value == "ok")
  }

  @Test("A rate limit that the app waits out replays as the limit and the answer after it")
  func rateLimit() async throws {
    let stage = try Rehearsal()
    let server = try await ModelServer.start {
      $0.number == 1
        ? .fault(429, headers: [("Retry-After", "7"), ("x-ratelimit-remaining-requests", "0")]) : .chat("ok")
    }
    let model = server.model()
    _ = try await stage.run(.record, live: URLSessionTransport.shared) { try await Self.persistently(model, "When?") }
    await server.stop()
    let replayed = try await stage.run(.replay) {
      var wait: Duration?
      do { _ = try await ask("When?") } catch let fault as ModelFault { wait = fault.retryAfter }
      return (wait, try await ask("When?"))
    }
    // It is recorded as it was, and nobody has to wait for a server that is not there.
    #expect(try replayed.value == (.zero, "ok"))
    #expect(try #require(stage.text).contains(#""retry-after""#))
    #expect(try #require(stage.text).contains("x-ratelimit-remaining-requests"))
  }

  @Test("An error of the server that ended the test is not kept", arguments: [429, 500, 503, 404, 400, 402])
  func fatalError(status: Int) async throws {
    let stage = try Rehearsal()
    let live = ScriptedTransport { _, _ in .fault(status) }
    let run = try await stage.run(.record, live: live) { try await ask("When?") }
    #expect(throws: ModelFault.self) { try run.value }
    #expect(stage.text == nil)
  }

  @Test("An error of the server that the app answers over is behaviour and replays", arguments: [429, 500, 400])
  func survivedError(status: Int) async throws {
    let stage = try Rehearsal()
    let live = ScriptedTransport { _, _ in .fault(status, "too long") }
    @Sendable func app() async throws -> String {
      do { return try await ask("When?") } catch let fault as ModelFault { return "sorry: \(fault.status ?? 0)" }
    }
    let recorded = try await stage.run(.record, live: live) { try await app() }
    let replayed = try await stage.run(.replay) { try await app() }
    #expect(try recorded.value == "sorry: \(status)")
    #expect(try replayed.value == recorded.value)
    #expect(replayed.faults.isEmpty)
  }

  @Test("An error that came before more answers is kept although the test threw in the end")
  func errorBeforeAnswers() async throws {
    struct Wrong: Error {}
    let stage = try Rehearsal()
    let live = ScriptedTransport { prompt, _ in prompt == "One?" ? .fault(500) : .chat("ok") }
    _ = try await stage.run(.record, live: live) {
      _ = try? await ask("One?")
      _ = try await ask("Two?")
      throw Wrong()
    }
    #expect(try stage.contents?.exchanges.map(\.answer.status) == [500, 200])
  }

  @Test("What was answered is kept although the test failed afterwards")
  func failedTest() async throws {
    struct Wrong: Error {}
    let stage = try Rehearsal()
    let run = try await stage.run(.record, live: ScriptedTransport.echo()) {
      _ = try await ask("When?")
      throw Wrong()
    }
    #expect(throws: Wrong.self) { try run.value }
    #expect(try stage.contents?.exchanges.count == 1)
  }

  @Test("A gateway's error under status 200 is an error")
  func errorInside() async throws {
    let stage = try Rehearsal()
    let live = ScriptedTransport { _, _ in
      HTTPResponse(
        status: 200, headers: [.init("Content-Type", "application/json")],
        body: .json(["error": ["message": "upstream is overloaded", "code": 502]]))
    }
    let run = try await stage.run(.record, live: live) { try await ask("When?") }
    #expect(throws: ModelFault.self) { try run.value }
    #expect(stage.text == nil)
  }

  @Test("A connection that fails leaves nothing behind")
  func connectionFailure() async throws {
    let stage = try Rehearsal()
    let server = try await ModelServer.start { _ in .closingWithoutAnswer }
    let model = server.model()
    let run = try await stage.run(.record, live: URLSessionTransport.shared) {
      (try? await ask(model, "When?")) ?? "none"
    }
    await server.stop()
    #expect(try run.value == "none")
    #expect(stage.text == nil)
  }

  @Test("An answer that is cut off half-way leaves nothing behind")
  func halfSent() async throws {
    let stage = try Rehearsal()
    let server = try await ModelServer.start { _ in
      .halfSent(
        Array(#"{"choices": ["#.utf8), announcedLength: 500, headers: [("Content-Type", "application/json")],
        ending: .close)
    }
    let model = server.model()
    let run = try await stage.run(.record, live: URLSessionTransport.shared) {
      (try? await ask(model, "When?")) ?? "none"
    }
    await server.stop()
    #expect(try run.value == "none")
    #expect(stage.text == nil)
  }

  @Test("A call that is cancelled leaves nothing behind")
  func cancelled() async throws {
    let stage = try Rehearsal()
    let isAsked = Signal()
    let never = Signal()
    let server = try await ModelServer.start { _ in
      await isAsked.happen()
      await never.wait()
      return .chat("late")
    }
    let model = server.model()
    let task = Task {
      try await stage.run(.record, live: URLSessionTransport.shared) { try await ask(model, "When?") }
    }
    await isAsked.wait()
    task.cancel()
    let run = try await task.value
    await never.happen()
    await server.stop()
    #expect(throws: CancellationError.self) { try run.value }
    #expect(stage.text == nil)
  }

  @Test("A proxy's page in place of an answer is kept only if the app lived through it", arguments: [true, false])
  func page(isCaught: Bool) async throws {
    let stage = try Rehearsal()
    let server = try await ModelServer.start { _ in .text("<html>Sign in</html>", contentType: "text/html") }
    let model = server.model()
    let recorded = try await stage.run(.record, live: URLSessionTransport.shared) {
      do { return try await ask(model, "When?") } catch {
        if isCaught { return "sorry" }
        throw error
      }
    }
    await server.stop()
    #expect((try? recorded.value) == (isCaught ? "sorry" : nil))
    #expect(try stage.contents?.exchanges.count == (isCaught ? 1 : nil))
    if isCaught {
      let replayed = try await stage.run(.replay) { (try? await ask("When?")) ?? "sorry" }
      #expect(try replayed.value == "sorry")
      #expect(replayed.faults.isEmpty)
    }
  }

  @Test("An error that a judge met is never kept", arguments: [500, 429, 400])
  func judge(status: Int) async throws {
    let stage = try Rehearsal()
    let live = ScriptedTransport { _, number in number == 1 ? .fault(status) : .chat("better") }
    let recorded = try await stage.run(.record, live: live) {
      _ = try? await ask("Which?", purpose: .judge)
      return try await ask("Which?", purpose: .judge)
    }
    #expect(try recorded.value == "better")
    #expect(try stage.contents?.exchanges.map(\.answer.status) == [200])
    let replayed = try await stage.run(.replay) { try await ask("Which?", purpose: .judge) }
    #expect(try replayed.value == "better")
  }
}

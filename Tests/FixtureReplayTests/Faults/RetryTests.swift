import FixtureReplay
import Foundation
import LanguageModels
import LoopbackHTTP
import Testing

/// What goes wrong at the first try.
struct FirstTry: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// What the app is told then, recorded live.
  let fault: ModelFault.Kind
  /// The statuses that are kept, or nil where the first try left nothing that could be.
  let kept: [Int]
  let answer: @Sendable (Signal) -> LoopbackResponse

  init(
    _ description: String, _ fault: ModelFault.Kind, kept: [Int],
    _ answer: @escaping @Sendable (Signal) -> LoopbackResponse
  ) {
    testDescription = description
    self.fault = fault
    self.kept = kept
    self.answer = answer
  }

  /// Whether the first try replays as it went.
  var isKept: Bool { kept.count == 2 }

  static let all = [
    FirstTry("429", .status, kept: [429, 200]) { _ in .fault(429, headers: [("Retry-After", "30")]) },
    FirstTry("500", .status, kept: [500, 200]) { _ in .fault(500) },
    FirstTry("529 with a page", .status, kept: [529, 200]) { _ in
      .text("<html>busy</html>", status: 529, contentType: "text/html")
    },
    FirstTry("401", .status, kept: [200]) { _ in .fault(401) },
    FirstTry("403", .status, kept: [200]) { _ in .fault(403) },
    FirstTry("timeout", .deadlineExceeded, kept: [200]) { never in
      .stream { _ in await never.wait() }
    },
    FirstTry("connection closed", .connection, kept: [200]) { _ in .closingWithoutAnswer },
    FirstTry("half an answer", .connection, kept: [200]) { _ in
      .halfSent(
        Array(#"{"choices": ["#.utf8), announcedLength: 500, headers: [("Content-Type", "application/json")],
        ending: .close)
    },
  ]
}

@Suite("Failures and retries")
struct RetryTests {
  /// An app that tries three times; tells what it met.
  @Sendable private static func persistently(
    _ model: OpenAICompatibleModel = OpenAICompatibleModel("gpt-test"), firstTimeout: Duration = .seconds(300)
  ) async throws -> [String] {
    var met: [String] = []
    for number in 1...3 {
      var tried = model
      if number == 1 { tried.timeout = firstTimeout }
      do {
        met.append(try await ask(tried, "When?"))
        return met
      } catch let fault as ModelFault {
        met.append("\(fault.kind) \(fault.status ?? 0)")
        // As it does in production: on replay nobody has to wait for a server that is not there.
        if let pause = fault.retryAfter, pause > .zero { met.append("asked to wait") }
      }
    }
    return met
  }

  @Test("A try that failed and the answer after it replay as what they were, without waiting", arguments: FirstTry.all)
  func retry(first: FirstTry) async throws {
    let stage = try Rehearsal()
    let never = Signal()
    let server = try await ModelServer.start { $0.number == 1 ? first.answer(never) : .chat("ok") }
    let model = server.model()
    let recorded = try await stage.run(.record, live: URLSessionTransport.shared) {
      try await Self.persistently(
        model, firstTimeout: first.fault == .deadlineExceeded ? .milliseconds(150) : .seconds(300))
    }
    await never.happen()
    await server.stop()
    let live = try recorded.value
    #expect(live.last == "ok")
    #expect(live.first?.hasPrefix("\(first.fault) ") == true || live == ["ok"], "\(live)")
    #expect(recorded.faults.isEmpty && recorded.commitFault == nil)
    #expect(try stage.contents?.exchanges.map(\.answer.status) == first.kept)
    #expect(try stage.contents?.exchanges.map(\.key.ordinal) == Array(1...first.kept.count))

    let replayed = try await stage.run(.replay) { try await Self.persistently() }
    #expect(replayed.faults.isEmpty)
    // What has no answer that could be kept is left out; the rest is as it happened.
    #expect(try replayed.value == (first.isKept ? live.filter { $0 != "asked to wait" } : ["ok"]))
  }

  @Test("A connection that is refused and an answer after it replay as the answer, though nobody listens at either")
  func refused() async throws {
    let stage = try Rehearsal()
    let server = try await ModelServer.start { _ in .chat("ok") }
    let nobody = OpenAICompatibleModel("gpt-test", baseAddress: URL(string: "http://127.0.0.1:9/v1"))
    let model = server.model()
    @Sendable func app() async throws -> [String] {
      do { return [try await ask(nobody, "When?")] } catch let fault as ModelFault {
        return ["\(fault.kind)", try await ask(model, "When?")]
      }
    }
    let recorded = try await stage.run(.record, live: URLSessionTransport.shared) { try await app() }
    await server.stop()
    #expect(try recorded.value == ["connection", "ok"])
    #expect(recorded.faults.isEmpty)
    let replayed = try await stage.run(.replay) { try await app() }
    #expect(try replayed.value == ["ok"])
    #expect(replayed.faults.isEmpty)
  }

  @Test("A stream that broke and the whole one after it replay as both, each with its pieces")
  func brokenStream() async throws {
    let stage = try Rehearsal()
    let server = try await ModelServer.start { asked in
      .stream { writer in
        try await writer.write(chatChunk("Within "))
        if asked.number == 1 {
          writer.abort()
        } else {
          try await writer.write(chatChunk("30 days.", isLast: true) + "data: [DONE]\n\n")
        }
      }
    }
    @Sendable func app(_ model: OpenAICompatibleModel) async throws -> [String] {
      var pieces: [String] = []
      for _ in 1...2 {
        do {
          for try await event in try await model.stream(ChatRequest(messages: [.user("When?")])) {
            if case .text(let text) = event { pieces.append(text) }
          }
          return pieces
        } catch let fault as ModelFault { pieces.append("(\(fault.kind))") }
      }
      return pieces
    }
    let model = server.model()
    let recorded = try await stage.run(.record, live: URLSessionTransport.shared) { try await app(model) }
    await server.stop()
    #expect(try recorded.value == ["Within ", "(brokenStream)", "Within ", "30 days."])
    let replayed = try await stage.run(.replay) { try await app(OpenAICompatibleModel("gpt-test")) }
    #expect(try replayed.value == recorded.value)
  }

  @Test("Five refusals and an answer replay as six, in their order")
  func many() async throws {
    let stage = try Rehearsal()
    let live = ScriptedTransport { _, number in
      number < 6 ? .fault([429, 500, 503][number % 3], "\(number)") : .chat("ok")
    }
    @Sendable func app() async throws -> [String] {
      var met: [String] = []
      for _ in 1...6 {
        do { met.append(try await ask("When?")) } catch let fault as ModelFault {
          met.append(fault.message.contains("500") ? "500" : "\(fault.status ?? 0)")
        }
      }
      return met
    }
    let recorded = try await stage.run(.record, live: live) { try await app() }
    let replayed = try await stage.run(.replay) { try await app() }
    #expect(try recorded.value == ["500", "503", "429", "500", "503", "ok"])
    #expect(try replayed.value == recorded.value)
  }
}

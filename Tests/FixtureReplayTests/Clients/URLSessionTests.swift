import FixtureReplay
import Foundation
import LanguageModels
import LoopbackHTTP
import StructuredOutput
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@Suite("URLSessionConfiguration.replaying")
struct URLSessionTests {
  /// Records against a server, stops it, and replays at an address where nobody listens.
  private func recordedAndReplayed<R: Sendable & Equatable>(
    _ stage: Rehearsal,
    answering answer: @escaping @Sendable (ModelServer.Asked) async -> LoopbackResponse = {
      .chat("\($0.prompt) #\($0.number)")
    }, _ body: @Sendable @escaping (_ base: URL) async throws -> R
  ) async throws -> (value: R, asked: [ModelServer.Asked]) {
    let server = try await ModelServer.start(answer)
    let base = try #require(URL(string: "http://127.0.0.1:\(server.port)/v1"))
    let recorded = try await stage.run(.record, live: URLSessionTransport.shared) { try await body(base) }
    await server.stop()
    #expect(recorded.faults.isEmpty)
    #expect(recorded.commitFault == nil)
    let nowhere = try #require(URL(string: "https://api.invalid/v1"))
    let replayed = try await stage.run(.replay) { try await body(nowhere) }
    #expect(replayed.faults.isEmpty)
    #expect(try replayed.value == recorded.value)
    return (try recorded.value, server.asked)
  }

  @Test("An app's own code is recorded and replayed, and its key stays out of the fixture")
  func recordAndReplay() async throws {
    let stage = try Rehearsal()
    let (value, asked) = try await recordedAndReplayed(stage) { base in
      let app = AppClient(base.absoluteString, configuration: .replaying)
      return [
        try await app.ask("Hello?", key: "local-secret-0001"), try await app.ask("Hello?", key: "local-secret-0001"),
      ]
    }
    #expect(value == ["Hello? #1", "Hello? #2"])
    #expect(asked[0].request.header("Authorization") == "Bearer local-secret-0001")
    // The bytes go out as the app wrote them.
    #expect(asked[0].request.bodyText == AppClient.chat("Hello?").prettyText())
    #expect(asked[0].request.path == "/v1/chat/completions")
    #expect(!stage.folder.everything.contains("local-secret"))
  }

  @Test("One fixture serves this package's provider and an app's own code")
  func sameFixture() async throws {
    let stage = try Rehearsal()
    _ = try await recordedAndReplayed(stage) { base in
      try await AppClient(base.absoluteString, configuration: .replaying).ask("Hello?")
    }
    let replayed = try await stage.run(.replay) { try await ask("Hello?") }
    #expect(try replayed.value == "Hello? #1")
  }

  @Test("Status, headers and body are the same in replay, and the length fits")
  func answer() async throws {
    let stage = try Rehearsal()
    let (value, asked) = try await recordedAndReplayed(stage) { _ in
      .json(
        #"{ "b" : [1.0, 2], "a": "é" }"#, status: 201, headers: [("X-Request-Id", "7"), ("Retry-After", "3")])
    } _: { base -> [String] in
      let session = URLSession(configuration: .replaying)
      var url = try #require(URLComponents(url: base.appending(path: "things/ä b"), resolvingAgainstBaseURL: false))
      url.queryItems = [
        URLQueryItem(name: "q", value: "x&y z"), URLQueryItem(name: "key", value: "AIza-not-so-secret"),
      ]
      let (data, response) = try await session.data(from: try #require(url.url))
      let http = try #require(response as? HTTPURLResponse)
      #expect(http.value(forHTTPHeaderField: "Content-Length") == "\(data.count)")
      #expect(http.expectedContentLength == Int64(data.count))
      return [
        "\(http.statusCode)", http.value(forHTTPHeaderField: "Content-Type") ?? "none",
        http.value(forHTTPHeaderField: "Retry-After") ?? "none",
        http.value(forHTTPHeaderField: "X-Request-Id") ?? "none",
        String(decoding: data, as: UTF8.self),
      ]
    }
    #expect(value == ["201", "application/json", "3", "none", #"{"a":"é","b":[1.0,2]}"#])
    #expect(asked[0].request.method == "GET")
    #expect(asked[0].request.path == "/v1/things/%C3%A4%20b")
    #expect(asked[0].request.query == "q=x%26y%20z&key=AIza-not-so-secret")
    #expect(!stage.folder.everything.contains("AIza"))
    let exchange = try #require(try stage.contents?.exchanges.first)
    #expect(exchange.request.provider == "http")
    #expect(exchange.request.query == [HTTPHeaders.Field("q", "x&y z")])
  }

  @Test("Bodies of upload tasks, files and streams go out and are a part of the identity")
  func uploads() async throws {
    let stage = try Rehearsal()
    let file = stage.folder.url.appending(path: "upload.txt")
    try Data("from a file".utf8).write(to: file)
    let (value, _) = try await recordedAndReplayed(stage) { asked in
      .text("\(asked.request.method) \(asked.request.header("Content-Type") ?? "-"): \(asked.request.bodyText)")
    } _: { base -> [String] in
      let session = URLSession(configuration: .replaying)
      var request = AppClient.request("files", under: base)
      request.setValue("text/plain", forHTTPHeaderField: "Content-Type")
      var answers: [Data] = []
      answers.append(try await session.upload(for: request, from: Data("from memory".utf8)).0)
      answers.append(try await session.upload(for: request, fromFile: file).0)
      request.httpBodyStream = InputStream(data: Data("from a stream".utf8))
      answers.append(try await session.data(for: request).0)
      request.httpMethod = "PUT"
      request.httpBody = Data("from the request".utf8)
      answers.append(
        await withCheckedContinuation { continuation in
          session.dataTask(with: request) { data, _, _ in continuation.resume(returning: data ?? Data()) }.resume()
        })
      return answers.map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(
      value == [
        "POST text/plain: from memory", "POST text/plain: from a file", "POST text/plain: from a stream",
        "PUT text/plain: from the request",
      ])
    #expect(Set(try stage.contents?.exchanges.map(\.key.request) ?? []).count == 4)
  }

  @Test("Headers of the configuration go out and decide what a body is")
  func additionalHeaders() async throws {
    let stage = try Rehearsal()
    let (_, asked) = try await recordedAndReplayed(stage) { base -> String in
      let base = base
      let configuration = URLSessionConfiguration.replaying
      configuration.httpAdditionalHeaders = [
        "Authorization": "Bearer local-secret-0002", "Content-Type": "application/json",
      ]
      let app = AppClient(base.absoluteString, configuration: configuration)
      var request = URLRequest(url: base.appending(path: "chat/completions"))
      request.httpMethod = "POST"
      request.httpBody = Data(AppClient.chat("Hello?").compactText.utf8)
      return try app.text(of: try await app.session.data(for: request).0)
    }
    #expect(asked[0].request.header("Authorization") == "Bearer local-secret-0002")
    #expect(!stage.folder.everything.contains("local-secret"))
    let replayed = try await stage.run(.replay) { try await ask("Hello?") }
    #expect(try replayed.value == "Hello? #1")
  }

  private static let stream: @Sendable (LoopbackResponseWriter) async throws -> Void = { writer in
    try await writer.write(chatChunk("Within "))
    try await writer.write(chatChunk("30 "))
    try await writer.write(chatChunk("days.", isLast: true) + "data: [DONE]\n\n")
  }

  @Test("A data delegate gets a stream's events one by one")
  func delegate() async throws {
    let stage = try Rehearsal()
    let (value, _) = try await recordedAndReplayed(stage) { _ in
      .stream(Self.stream)
    } _: { base -> [String] in
      let delegate = PieceDelegate()
      await delegate.load(
        AppClient.request("chat/completions", under: base, body: AppClient.chat("When?", streaming: true)),
        configuration: .replaying)
      #expect(delegate.error == nil)
      #expect(delegate.status == 200)
      return delegate.pieces
    }
    #expect(value.count == 4)
    #expect(value.last == "data: [DONE]\n\n")
    #expect(value.joined().contains("Within "))
  }

  @Test("A completion handler gets the whole of a stream, with a data delegate beside it too")
  func wholeStream() async throws {
    let stage = try Rehearsal()
    let (value, _) = try await recordedAndReplayed(stage) { _ in
      .stream(Self.stream)
    } _: { base -> [String] in
      let request = AppClient.request("chat/completions", under: base, body: AppClient.chat("When?", streaming: true))
      let plain = URLSession(configuration: .replaying)
      let delegate = PieceDelegate()
      let delegated = URLSession(configuration: .replaying, delegate: delegate, delegateQueue: nil)
      let handled = await withCheckedContinuation { continuation in
        delegated.dataTask(with: request) { data, _, _ in continuation.resume(returning: data ?? Data()) }.resume()
      }
      let answers = [try await plain.data(for: request).0, try await delegated.data(for: request).0, handled]
      #expect(delegate.pieces.isEmpty)
      return answers.map { String(decoding: $0, as: UTF8.self) }
    }
    for text in value { #expect(text.contains("Within ") && text.hasSuffix("data: [DONE]\n\n")) }
  }

  @Test("A stream that broke off breaks off for the client, after the same pieces")
  func broken() async throws {
    let stage = try Rehearsal()
    let (value, _) = try await recordedAndReplayed(stage) { _ in
      .stream { writer in
        try await writer.write(chatChunk("Within "))
        writer.abort()
      }
    } _: { base -> [String] in
      let delegate = PieceDelegate()
      await delegate.load(
        AppClient.request("chat/completions", under: base, body: AppClient.chat("When?", streaming: true)),
        configuration: .replaying)
      let error = try #require(delegate.error as? URLError)
      return delegate.pieces + ["\(error.code.rawValue)"]
    }
    #expect(value.count == 2)
    #expect(value.last == "\(URLError.Code.networkConnectionLost.rawValue)")
  }

  @Test("A redirection is the answer, and its target is never asked")
  func redirection() async throws {
    let stage = try Rehearsal()
    let (value, asked) = try await recordedAndReplayed(stage) { asked in
      asked.request.path == "/v1/old"
        ? .text("moved", status: 307, headers: [("Location", "/v1/new")]) : .text("new")
    } _: { base -> Int in
      let session = URLSession(configuration: .replaying)
      let (_, response) = try await session.data(for: AppClient.request("old", under: base, body: ["a": 1]))
      return try #require(response as? HTTPURLResponse).statusCode
    }
    #expect(value == 307)
    #expect(asked.count == 1)
  }

  @Test("In mode live requests go out and answers come back with all their headers, decoded and with a fitting length")
  func live() async throws {
    let stage = try Rehearsal()
    let server = try await ModelServer.start { _ in
      .json(#"{ "spaced" : 1 }"#, headers: [("X-Request-Id", "7"), ("WWW-Authenticate", "Basic realm=\"x\"")])
    }
    let address = "http://127.0.0.1:\(server.port)/v1/models"
    let run = try await stage.run(.live, live: URLSessionTransport.shared) { () -> [String?] in
      let session = URLSession(configuration: .replaying)
      let (data, response) = try await session.data(from: try #require(URL(string: address)))
      let http = try #require(response as? HTTPURLResponse)
      return [
        String(decoding: data, as: UTF8.self), http.value(forHTTPHeaderField: "X-Request-Id"),
        http.value(forHTTPHeaderField: "Content-Length"), http.value(forHTTPHeaderField: "WWW-Authenticate"),
      ]
    }
    await server.stop()
    #expect(try run.value == [#"{ "spaced" : 1 }"#, "7", "16", nil])
    #expect(stage.text == nil)
  }

  @Test("A 401 ends the request as an answer, asks nobody for credentials, and is not kept")
  func unauthorised() async throws {
    let stage = try Rehearsal()
    let server = try await ModelServer.start { _ in
      .text("no", status: 401, headers: [("WWW-Authenticate", "Basic realm=\"x\"")])
    }
    let base = try #require(URL(string: "http://127.0.0.1:\(server.port)/v1"))
    let run = try await stage.run(.record, live: URLSessionTransport.shared) { () -> Int in
      let delegate = PieceDelegate()
      await delegate.load(AppClient.request("models", under: base, method: "GET"), configuration: .replaying)
      return delegate.status ?? 0
    }
    await server.stop()
    #expect(try run.value == 401)
    #expect(server.asked.count == 1)
    #expect(stage.text == nil)
  }

  @Test("A miss is a URLError that explains itself, and the scope is told of it")
  func miss() async throws {
    let stage = try Rehearsal()
    let run = try await stage.run(.replay) { () -> String in
      do {
        return try await AppClient(configuration: .replaying).ask("Hello?")
      } catch let error as URLError {
        return error.localizedDescription
      }
    }
    let message = try run.value
    #expect(message.hasPrefix("not recorded: SupportSpecs/RefundSpecs/window() made a call"))
    #expect(run.faults.map(\.message) == [message])
  }

  @Test("Download and web socket tasks are refused, and nothing of them goes out")
  func otherTasks() async throws {
    let stage = try Rehearsal()
    let run = try await stage.run(.record) { () -> [String] in
      let session = URLSession(configuration: .replaying)
      var messages: [String] = []
      do {
        _ = try await session.download(from: try #require(URL(string: "http://127.0.0.1:9/model")))
      } catch {
        messages.append((error as? URLError)?.localizedDescription ?? "\(error)")
      }
      return messages
    }
    #expect(try run.value.first?.hasPrefix("A download task can be neither recorded nor replayed") == true)
  }

  @Test("Cancelling ends the request as URL loading ends it, and nothing is kept")
  func cancelling() async throws {
    let stage = try Rehearsal()
    let isAsked = Signal()
    let server = try await ModelServer.start { _ in
      await isAsked.happen()
      try? await Task.sleep(for: .seconds(20))
      return .chat("late")
    }
    let base = "http://127.0.0.1:\(server.port)/v1"
    let run = try await stage.run(.record, live: URLSessionTransport.shared) { () -> Int in
      let app = AppClient(base, configuration: .replaying)
      let asking = Task { try await app.ask("Hello?") }
      await isAsked.wait()
      asking.cancel()
      do {
        _ = try await asking.value
        return 0
      } catch {
        return (error as? URLError)?.code.rawValue ?? 1
      }
    }
    await server.stop()
    #expect(try run.value == URLError.Code.cancelled.rawValue)
    #expect(stage.text == nil)
  }

  @Test("Outside of any scope requests are refused with an explanation")
  func outsideScope() async throws {
    let app = AppClient(configuration: .replaying)
    let error = await #expect(throws: URLError.self) { try await app.ask("Hello?") }
    #expect(error?.localizedDescription.hasPrefix("A model was called in a test process outside of any scope") == true)
  }

  @Test("A session that outlives its test is refused, and never sees the next one's fixture")
  func outliving() async throws {
    let app = Guarded<AppClient?>(nil)
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport.answering("mine")) {
      app.change { $0 = AppClient(configuration: .replaying) }
      _ = try await app.value?.ask("Hello?")
    }
    let next = try Rehearsal("next()", in: stage.folder)
    let run = try await next.run(.record, live: ScriptedTransport.answering("other")) { () -> String in
      _ = AppClient(configuration: .replaying)
      do {
        return try await app.value?.ask("Hello?") ?? ""
      } catch {
        return (error as? URLError)?.localizedDescription ?? "\(error)"
      }
    }
    #expect(try run.value.hasPrefix("A model was called by a client whose test is over"))
  }

  @Test("Fifty scopes that ask the same at once are each answered from their own fixture, by every way in")
  func isolation() async throws {
    let folder = try TemporaryFolder()
    let stages = try (0..<50).map { try Rehearsal("test\($0)()", in: folder) }
    for (number, stage) in stages.enumerated() {
      _ = try await stage.run(.record, live: ScriptedTransport.answering("answer \(number)")) {
        for _ in 1...6 { _ = try await ask("The same?") }
      }
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (number, stage) in stages.enumerated() {
        group.addTask {
          let run = try await stage.run(.replay) { () -> [String] in
            let app = AppClient(configuration: .replaying)
            let address = try await replayingAddress(for: URL(string: "https://api.invalid/v1") ?? app.base)
            let other = AppClient(address.absoluteString, configuration: .ephemeral)
            async let first = app.ask("The same?")
            async let second = Task.detached { try await app.ask("The same?") }.value
            async let third = other.ask("The same?")
            async let fourth = AppClient(configuration: .replaying).ask("The same?")
            return [try await first, try await second, try await third, try await fourth, try await ask("The same?")]
          }
          #expect(try run.value == Array(repeating: "answer \(number)", count: 5))
          #expect(run.faults.isEmpty)
        }
      }
      try await group.waitForAll()
    }
  }

  @Test("Trials count by themselves, with one session for all and with one for each")
  func trials() async throws {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport { prompt, number in .chat("\(prompt) #\(number)") }) {
      for trial in 1...2 { _ = try await TrialNumber.$current.withValue(trial) { try await ask("Hello?") } }
    }
    let replayed = try await stage.run(.replay) { () -> [String] in
      var answers: [String] = []
      for trial in 1...2 {
        answers.append(
          try await TrialNumber.$current.withValue(trial) {
            try await AppClient(configuration: .replaying).ask("Hello?")
          })
      }
      return answers
    }
    #expect(try replayed.value == ["Hello? #1", "Hello? #2"])
    #if canImport(FoundationNetworking)
      let shared = try await stage.run(.replay) { () -> [String] in
        let app = AppClient(configuration: .replaying)
        var answers: [String] = []
        for trial in 1...2 {
          answers.append(try await TrialNumber.$current.withValue(trial) { try await app.ask("Hello?") })
        }
        return answers
      }
      #expect(try shared.value == ["Hello? #1", "Hello? #2"])
    #endif
  }
}

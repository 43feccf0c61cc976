import FixtureReplay
import Foundation
import LanguageModels
import LoopbackHTTP
import SpecRecords
import StructuredOutput
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@Suite("Fixture servers")
struct FixtureServerTests {
  private func ask(
    _ server: FixtureServer, _ question: String, trial: Int? = nil
  ) async throws -> (status: Int, text: String) {
    let session = URLSession(configuration: .ephemeral)
    var request = AppClient.request("chat/completions", under: server.address, body: AppClient.chat(question))
    if let trial { request.setValue("\(trial)", forHTTPHeaderField: "X-LLMSpec-Trial") }
    let (data, response) = try await session.data(for: request)
    let json = try JSONValue(parsing: [UInt8](data))
    let text = json["choices"]?[0]?["message"]?["content"] ?? json["error"]?["message"]
    return ((response as? HTTPURLResponse)?.statusCode ?? 0, text?.stringValue ?? "")
  }

  private func upstream(_ server: ModelServer) -> URL? { URL(string: "http://127.0.0.1:\(server.port)/v1") }

  @Test("What is recorded through a server replays through one, and belongs to the test whose file it is")
  func sameFiles() async throws {
    let stage = try Rehearsal()
    try stage.folder.write("// swift-tools-version: 6.3\n", to: "Package.swift")
    let model = try await ModelServer.start()
    let recording = try await FixtureServer.start(fixtures: stage.file, mode: .record, upstream: upstream(model))
    #expect(recording.address.path == "/v1")
    #expect(try await ask(recording, "One?").text == "One? #1")
    #expect(try await ask(recording, "One?").text == "One? #2")
    #expect(try await ask(recording, "One?", trial: 2).text == "One? #3")
    try await recording.stop()
    #expect(recording.tally.recorded == 3)
    #expect(model.asked.allSatisfy { $0.request.header("X-LLMSpec-Trial") == nil })
    await model.stop()

    #expect(try stage.contents?.test == stage.test.description)
    let replaying = try await FixtureServer.start(fixtures: stage.file)
    #expect(try await ask(replaying, "One?").text == "One? #1")
    #expect(try await ask(replaying, "One?").text == "One? #2")
    #expect(try await ask(replaying, "One?", trial: 2).text == "One? #3")
    let beyond = try await ask(replaying, "One?")
    #expect(beyond.status == 501)
    #expect(beyond.text.contains("It is recorded 2 times, and this is call 3 of it."))
    let miss = try await ask(replaying, "Two?")
    #expect(miss.status == 501)
    #expect(miss.text.contains("not recorded: the client made a call that has no recorded answer"))
    #expect(miss.text.contains("llmspec serve --fixtures"))
    try await replaying.stop()
    #expect(replaying.tally.replayed == 3)
    #expect(replaying.tally.unanswered == 2)
  }

  @Test("What a test recorded is served, and its last answer repeated on request")
  func repeating() async throws {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) { try await FixtureReplayTests.ask("One?") }
    let server = try await FixtureServer.start(fixtures: stage.file, repeatsLast: true)
    for _ in 1...3 { #expect(try await ask(server, "One?").text == "One? #1") }
    try await server.stop()
  }

  @Test("A folder's files are all answered from, equal requests in the order of their paths")
  func folder() async throws {
    let folder = try TemporaryFolder()
    for name in ["b()", "a()"] {
      let stage = try Rehearsal(name, in: folder)
      _ = try await stage.run(.record, live: ScriptedTransport.answering("of \(name)")) {
        _ = try await FixtureReplayTests.ask("Both?")
        _ = try await FixtureReplayTests.ask("Only \(name)?")
      }
    }
    let server = try await FixtureServer.start(fixtures: folder.url.appending(path: "Fixtures"))
    #expect(try await ask(server, "Both?").text == "of a()")
    #expect(try await ask(server, "Both?").text == "of b()")
    #expect(try await ask(server, "Only a()?").text == "of a()")
    #expect(try await ask(server, "Only b()?").text == "of b()")
    try await server.stop()
  }

  @Test("Fixtures that are not there or cannot be read are refused before anybody asks")
  func unusable() async throws {
    let folder = try TemporaryFolder()
    await #expect(throws: FixtureFault.self) {
      try await FixtureServer.start(fixtures: folder.url.appending(path: "none.json"))
    }
    try folder.write("{", to: "torn.json")
    await #expect(throws: FixtureFault.self) {
      try await FixtureServer.start(fixtures: folder.url.appending(path: "torn.json"))
    }
    await #expect(throws: FixtureFault.self) { try await FixtureServer.start(fixtures: folder.url) }
  }

  @Test("An upstream that cannot be reached is status 502, and nothing is kept")
  func unreachable() async throws {
    let stage = try Rehearsal()
    let server = try await FixtureServer.start(
      fixtures: stage.file, mode: .record, upstream: URL(string: "http://127.0.0.1:9/v1"))
    let answer = try await ask(server, "One?")
    #expect(answer.status == 502)
    #expect(answer.text.contains("127.0.0.1:9"))
    try await server.stop()
    #expect(stage.text == nil)
  }

  @Test(
    "Requests that no path can be made of are answered, not trapped on", arguments: ["/%zz", "//", "/a/../../b", "/%"])
  func hostilePaths(path: String) async throws {
    let stage = try Rehearsal()
    let model = try await ModelServer.start { _ in .text("fine") }
    let server = try await FixtureServer.start(fixtures: stage.file, mode: .record, upstream: upstream(model))
    let port = try #require(server.address.port)
    let answer = try await rawAnswer(
      port: port, to: "GET \(path)?a=%zz&&=&b HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
    #expect(answer.hasPrefix("HTTP/1.1 "), "\(answer)")
    try await server.stop()
    await model.stop()
  }
}

import FixtureReplay
import Foundation
import LanguageModels
import LoopbackHTTP
import StructuredOutput
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@Suite("Replaying addresses")
struct ReplayingAddressTests {
  private static let curl = "/usr/bin/curl"
  /// Lets go of the sockets of other tests, which wait for their end, before it runs what follows.
  private static let alone =
    #"for fd in /dev/fd/*; do [ "${fd##*/}" -gt 2 ] && eval "exec ${fd##*/}>&-"; done; exec "$@""#
  private static let upstream = URL(string: "https://api.invalid/v1")

  /// Asks with a program of its own, which knows nothing of this process.
  @Sendable private static func curl(_ arguments: String...) async throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", alone, "bash", curl, "-s", "--max-time", "120"] + arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let handle = output.fileHandleForReading
    return await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        let text = String(decoding: handle.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        continuation.resume(returning: "\(text)|\(process.terminationStatus)")
      }
    }
  }

  private static let question = #"{"model":"gpt-test","messages":[{"role":"user","content":"Hello?"}]}"#

  @Test(
    "Another process records and replays, from the same fixture as this package's provider",
    .enabled(if: FileManager.default.isExecutableFile(atPath: curl), "curl is needed as another process"))
  func otherProcess() async throws {
    let stage = try Rehearsal()
    let server = try await ModelServer.start()
    let port = server.port
    let ask: @Sendable (URL) async throws -> String = { upstream in
      let address = try await replayingAddress(for: upstream)
      #expect(address.path.hasSuffix("/v1"))
      return try await Self.curl(
        "-H", "Content-Type: application/json", "-H", "Authorization: Bearer local-secret-0003", "-d", Self.question,
        "-w", " %{http_code} %{content_type}", "\(address.absoluteString)/chat/completions")
    }
    let recorded = try await stage.run(.record, live: URLSessionTransport.shared) {
      try await ask(try #require(URL(string: "http://127.0.0.1:\(port)/v1/")))
    }
    await server.stop()
    #expect(server.asked.first?.request.path == "/v1/chat/completions")
    #expect(server.asked.first?.request.header("Authorization") == "Bearer local-secret-0003")
    #expect(server.asked.first?.request.bodyText == Self.question)
    #expect(!stage.folder.everything.contains("local-secret"))
    let replayed = try await stage.run(.replay) { try await ask(try #require(Self.upstream)) }
    #expect(try replayed.value == recorded.value)
    #expect(try replayed.value.hasSuffix(" 200 application/json|0"))
    let provider = try await stage.run(.replay) { try await FixtureReplayTests.ask("Hello?") }
    #expect(try provider.value == "Hello? #1")
  }

  @Test("Events of a stream, lines of JSON, HEAD and DELETE pass; a broken stream has no last chunk")
  func semantics() async throws {
    let stage = try Rehearsal()
    let server = try await ModelServer.start { asked in
      switch asked.request.path {
      case "/whole":
        .stream { writer in
          try await writer.write("data: {\"a\":1}\n\n")
          try await writer.write("data: [DONE]\n\n")
        }
      case "/lines":
        .stream(contentType: "application/x-ndjson") { writer in
          try await writer.write("{\"a\":1}\n")
          try await writer.write("{\"a\":2}\n")
        }
      case "/broken":
        .stream { writer in
          try await writer.write("data: {\"a\":1}\n\n")
          writer.abort()
        }
      default: .text("\(asked.request.method)!", status: 200)
      }
    }
    let port = server.port
    let ask: @Sendable (URL) async throws -> [String] = { upstream in
      let address = try await replayingAddress(for: upstream)
      let port = try #require(address.port)
      var answers: [String] = []
      for line in [
        "GET \(address.path)/whole", "GET \(address.path)/lines", "GET \(address.path)/broken",
        "HEAD \(address.path)/head", "DELETE \(address.path)/thing?id=3",
      ] {
        answers.append(
          try await rawAnswer(port: port, to: "\(line) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"))
      }
      return answers
    }
    let recorded = try await stage.run(.record, live: URLSessionTransport.shared) {
      try await ask(try #require(URL(string: "http://127.0.0.1:\(port)")))
    }
    await server.stop()
    let replayed = try await stage.run(.replay) { try await ask(try #require(URL(string: "https://api.invalid"))) }
    let answers = try replayed.value
    #expect(try recorded.value == answers)
    #expect(answers[0].hasSuffix("\r\n0\r\n\r\n"))
    #expect(answers[0].contains("\r\n\r\nf\r\ndata: {\"a\":1}\n\n\r\n"))
    #expect(answers[1].contains("{\"a\":1}\n") && answers[1].hasSuffix("\r\n0\r\n\r\n"))
    #expect(answers[2].contains("data: {\"a\":1}") && !answers[2].contains("\r\n0\r\n"))
    #expect(answers[3].hasPrefix("HTTP/1.1 200 ") && answers[3].hasSuffix("\r\n\r\n"))
    #expect(answers[4].hasSuffix("\r\n\r\nDELETE!"))
  }

  @Test("A miss is status 501 with its explanation, asks for no retry, and is reported in the scope")
  func miss() async throws {
    let stage = try Rehearsal()
    let run = try await stage.run(.replay) { () -> (Int, String, String?) in
      let address = try await replayingAddress(for: try #require(Self.upstream))
      let (data, response) = try await URLSession(configuration: .ephemeral).data(
        for: AppClient.request("chat/completions", under: address, body: AppClient.chat("Hello?")))
      let http = try #require(response as? HTTPURLResponse)
      let message = try JSONValue(parsing: [UInt8](data))["error"]?["message"]?.stringValue
      return (http.statusCode, message ?? "", http.value(forHTTPHeaderField: "X-Should-Retry"))
    }
    let (status, message, retry) = try run.value
    #expect(status == 501)
    #expect(retry == "false")
    #expect(message.hasPrefix("not recorded: SupportSpecs/RefundSpecs/window() made a call"))
    #expect(run.faults.map(\.message) == [message])
  }

  @Test("The address of a test that is over, and one that nobody was given, are refused")
  func strangers() async throws {
    let kept = Guarded<URL?>(nil)
    do {
      let stage = try Rehearsal()
      _ = try await stage.run(.replay) {
        let address = try await replayingAddress(for: try #require(Self.upstream))
        kept.change { $0 = address }
      }
    }
    let address = try #require(kept.value)
    let session = URLSession(configuration: .ephemeral)
    let (_, response) = try await session.data(from: address.appending(path: "models"))
    #expect((response as? HTTPURLResponse)?.statusCode == 501)
    var stranger = try #require(URLComponents(url: address, resolvingAgainstBaseURL: false))
    stranger.path = "/nobody/v1/models"
    let (data, other) = try await session.data(from: try #require(stranger.url))
    #expect((other as? HTTPURLResponse)?.statusCode == 501)
    #expect(String(decoding: data, as: UTF8.self).contains("belongs to no running test"))
  }

  @Test("Outside of any scope, and for an address that is none, there is no address")
  func refused() async throws {
    let upstream = try #require(Self.upstream)
    await #expect(throws: ModelFault.self) { try await replayingAddress(for: upstream) }
    let stage = try Rehearsal()
    let run = try await stage.run(.replay) { try await replayingAddress(for: URL(filePath: "/v1")) }
    #expect(throws: ModelFault.self) { try run.value }
  }
}

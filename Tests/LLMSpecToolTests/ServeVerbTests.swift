import Foundation
import LoopbackHTTP
import StructuredOutput
import Synchronization
import Testing

@testable import LLMSpecTool

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The tool as users run it: a process of its own.
private final class ServeProcess: Sendable {
  static let tool: URL? = {
    let folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    let tool = folder.appending(path: "llmspec")
    return FileManager.default.isExecutableFile(atPath: tool.path) ? tool : nil
  }()

  let address: URL
  private let process: Process
  private let errors: Pipe

  init(in package: TemporaryPackage, _ arguments: [String]) async throws {
    let process = Process()
    let output = Pipe()
    errors = Pipe()
    // Lets go of the sockets of other tests, which wait for their end, before it becomes the tool.
    let alone = #"for fd in /dev/fd/*; do [ "${fd##*/}" -gt 2 ] && eval "exec ${fd##*/}>&-"; done; exec "$@""#
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", alone, "bash", Self.tool?.path ?? "", "serve"] + arguments
    process.currentDirectoryURL = package.folder
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    self.process = process
    let line = await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(returning: String(decoding: output.fileHandleForReading.availableData, as: UTF8.self))
      }
    }
    address = try #require(URL(string: line.trimmingCharacters(in: .newlines)), "\(line)")
    #expect(address.host == "127.0.0.1")
  }

  /// Ends it by a signal; the status and what it complained about.
  func end(by signal: Int32) async -> (status: Int32, errors: String) {
    kill(process.processIdentifier, signal)
    let (process, errors) = (process, errors)
    return await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        continuation.resume(returning: (process.terminationStatus, text))
      }
    }
  }

  func ask(_ question: String) async throws -> (status: Int, text: String) {
    var request = URLRequest(url: address.appending(path: "chat/completions"))
    request.httpMethod = "POST"
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    request.setValue("Bearer local-secret-0004", forHTTPHeaderField: "Authorization")
    let body: JSONValue = ["model": "m", "messages": [["role": "user", "content": .string(question)]]]
    request.httpBody = Data(body.compactText.utf8)
    let (data, response) = try await URLSession(configuration: .ephemeral).data(for: request)
    return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
  }
}

@Suite("Serving fixtures", .enabled(if: ServeProcess.tool != nil, "the tool is not built beside these tests"))
struct ServeVerbTests {
  private func withUpstream(
    _ body: (_ address: String, _ count: @Sendable () -> Int) async throws -> Void
  ) async throws {
    final class Count: Sendable {
      let value = Atomic<Int>(0)
    }
    let count = Count()
    try await LoopbackServer.withServer { request in
      let number = count.value.wrappingAdd(1, ordering: .relaxed).newValue
      return .json("{\"answer\":\(number),\"key\":\"\(request.header("Authorization") == nil ? "missing" : "seen")\"}")
    } _: { server in
      try await body(server.address.appending(path: "v1").absoluteString) { count.value.load(ordering: .relaxed) }
    }
  }

  private let path = "Fixtures/AppTests/Refunds/window.json"

  @Test("Records until it is told to stop, and replays when the upstream is gone")
  func recordAndReplay() async throws {
    let package = try TemporaryPackage()
    var answers: [String] = []
    try await withUpstream { address, _ in
      let server = try await ServeProcess(
        in: package, ["--fixtures", path, "--mode", "record", "--upstream", address])
      for question in ["One?", "One?", "Two?"] { answers.append(try await server.ask(question).text) }
      let (status, errors) = await server.end(by: SIGTERM)
      #expect(status == 0)
      #expect(errors.contains("3 answered by the upstream"))
    }
    #expect(answers[0] == #"{"answer":1,"key":"seen"}"#)
    let text = try package.text(of: path)
    #expect(text.contains("\"AppTests/Refunds/window()\""))
    #expect(!text.contains("local-secret"))
    for fixtures in [path, "Fixtures"] {
      let server = try await ServeProcess(in: package, ["--fixtures", fixtures])
      var replayed: [String] = []
      for question in ["One?", "One?", "Two?"] { replayed.append(try await server.ask(question).text) }
      #expect(replayed == answers)
      let miss = try await server.ask("Three?")
      #expect(miss.status == 501)
      #expect(miss.text.contains("not recorded"))
      #expect(await server.end(by: SIGINT).status == 0)
    }
  }

  @Test("A server that is killed loses no answer: the next recording has them")
  func killed() async throws {
    let package = try TemporaryPackage()
    try await withUpstream { address, count in
      let arguments = ["--fixtures", path, "--mode", "record", "--upstream", address]
      let killed = try await ServeProcess(in: package, arguments)
      let first = [try await killed.ask("One?").text, try await killed.ask("Two?").text]
      _ = await killed.end(by: SIGKILL)
      #expect(!FileManager.default.fileExists(atPath: package.folder.appending(path: path).path))

      let next = try await ServeProcess(in: package, arguments)
      #expect(FileManager.default.fileExists(atPath: package.folder.appending(path: path).path))
      #expect([try await next.ask("One?").text, try await next.ask("Two?").text] == first)
      #expect(count() == 2)
      #expect(await next.end(by: SIGTERM).status == 0)
      let journals = FileManager.default.subpaths(atPath: package.folder.appending(path: ".build").path) ?? []
      #expect(journals.filter { $0.hasSuffix(".jsonl") }.isEmpty)
    }
  }

  @Test(
    "Wrong use says what to write",
    arguments: [
      ([], "serve needs --fixtures PATH."),
      (["--fixtures", "f", "--mode", "live"], "--mode is \"live\", which is none of: replay, record, rerecord."),
      (
        ["--fixtures", "f.json", "--mode", "record"],
        "Mode record needs --upstream URL, such as https://api.openai.com/v1."
      ),
      (
        ["--fixtures", "f", "--mode", "record", "--upstream", "http://h"],
        "Mode record writes one fixture, so --fixtures must name a file that ends in .json."
      ),
      (
        ["--fixtures", "f.json", "--mode", "record", "--upstream", "api"], "--upstream is \"api\", which is no address"
      ),
      (["--fixtures", "f", "--port", "x"], "--port is \"x\", which is no port: 1 to 65535, or 0 for any free one."),
    ])
  func wrongUse(arguments: [String], message: String) async throws {
    let package = try TemporaryPackage()
    let tool = LLMSpecTool(workplace: package.workplace(), console: package.console)
    #expect(await tool.run(["serve"] + arguments) == 2)
    #expect(package.errors.hasPrefix("llmspec: \(message)"), "\(package.errors)")
  }
}

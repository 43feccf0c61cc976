import FixtureReplay
import Foundation
import LanguageModels
import SpecRecords
import StructuredOutput
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The examples of the articles, each built and run; a test holds them against the articles' text. Those that need a
/// test around them stand in LLMSpecTests.
@Suite("Examples of the articles")
struct ArticleTests {
  private struct ChatClient: Sendable {
    var session: URLSession
    var base = URL(filePath: "/")

    func ask(_ question: String) async throws -> String {
      let address = base.isFileURL ? "https://api.openai.com/v1" : base.absoluteString
      return try await AppClient(address, configuration: session.configuration).ask(question)
    }
  }

  private func stage() async throws -> Rehearsal {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport.answering("Within 30 days.")) {
      try await ask("How long do I have to return shoes?")
    }
    return stage
  }

  @Test("Recognising requests")
  func recognising() {
    let print = Lines()
    let rules = IdentityRules(ignoredPaths: ["/metadata/user_id"], normalizers: [.dates])
    let monday = request(.json(["metadata": ["user_id": "u-17"], "prompt": "Today is 2026-03-09. Open?"]))
    let friday = request(.json(["metadata": ["user_id": "u-93"], "prompt": "Today is March 13th, 2026. Open?"]))
    print(RequestIdentity(of: monday, rules: rules).hash == RequestIdentity(of: friday, rules: rules).hash)  // true
    #expect(print.lines == ["true"])
    #expect(RequestIdentity(of: monday).hash != RequestIdentity(of: friday).hash)
  }

  @Test("Other clients: a configuration")
  func configuration() async throws {
    let replayed = try await stage().run(.replay) {
      let client = ChatClient(session: URLSession(configuration: .replaying))
      let answer = try await client.ask("How long do I have to return shoes?")
      return answer
    }
    #expect(try replayed.value == "Within 30 days.")
  }

  @Test("Other clients: an address")
  func address() async throws {
    let upstream = try #require(URL(string: "https://api.openai.com/v1"))
    let replayed = try await stage().run(.replay) {
      let address = try await replayingAddress(for: upstream)
      let client = ChatClient(session: URLSession(configuration: .ephemeral), base: address)
      return try await client.ask("How long do I have to return shoes?")
    }
    #expect(try replayed.value == "Within 30 days.")
  }

  @Test("Other clients: a server")
  func server() async throws {
    let print = Lines()
    let stage = try await stage()
    let fixture = stage.file
    let server = try await FixtureServer.start(fixtures: fixture)
    let client = ChatClient(session: URLSession(configuration: .ephemeral), base: server.address)
    print(try await client.ask("How long do I have to return shoes?"))  // Within 30 days.
    try await server.stop()
    #expect(print.lines == ["Within 30 days."])
  }

  @Test("Keeping secrets out")
  func secrets() {
    let print = Lines()
    let redactor = FixtureRedactor(personalData: [.emailAddresses, .paymentCards])
    print(redactor.redact("From jane@example.com to joe@example.com, again JANE@example.com: 4111 1111 1111 1111"))
    // From [e-mail 1] to [e-mail 2], again [e-mail 1]: [card 1]
    #expect(print.lines == ["From [e-mail 1] to [e-mail 2], again [e-mail 1]: [card 1]"])
  }

  @Test("Upkeep")
  func upkeep() async throws {
    let print = Lines()
    let stage = try await stage()
    let package = stage.folder.url
    let verification = FixtureVerification(root: PackageRoot(url: package))
    for problem in verification.problems { print(problem) }
    let status = FixtureStatus(root: PackageRoot(url: package))
    print(status.entries.map(\.path))  // ["Fixtures/SupportSpecs/RefundSpecs/window.json"]
    #expect(print.lines == [#"["Fixtures/SupportSpecs/RefundSpecs/window.json"]"#])
  }

  @Test("Drift and shards")
  func shards() {
    let print = Lines()
    let shard = SpecShard.owner(of: "SupportSpecs/RefundSpecs/window()", count: 8)
    print(shard)  // 6/8
    #expect(print.lines == ["6/8"])
  }

  @Test("The miss that an article shows is what a miss says")
  func miss() async throws {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) {
      try await ask("Answer within 30 words.", model: "gpt-4.1-mini")
    }
    let run = try await stage.run(.replay) { try? await ask("Answer within 14 words.", model: "gpt-4.1") }
    let message = try #require(run.faults.first?.message)
    let article = try Self.article("RecognisingRequests")
    #expect(article.contains("```\n\(message)\n```"), "\(message)")

    _ = try await stage.run(.record, live: ScriptedTransport.echo()) { try await ask("It is 2026-03-09. Open?") }
    let dated = try await stage.run(.replay) { try? await ask("It is 2026-03-13. Open?") }
    let lines = try #require(dated.faults.first?.message).split(separator: "\n")
    let sentence = try #require(lines.first { $0.hasPrefix("Only ") })
    #expect(article.contains("```\n\(sentence)\n```"), "\(sentence)")
  }

  private static let folder = "Sources/FixtureReplay/FixtureReplay.docc"

  @Test(
    "The articles show just these examples",
    arguments: [
      "FixtureReplay", "RecordingAndReplaying", "RecognisingRequests", "OtherClients", "KeepingSecretsOut", "Upkeep",
      "DriftAndShards",
    ])
  func articles(name: String) throws {
    let tests = URL(filePath: #filePath)
    let scenarios = Self.package.appending(path: "Tests/LLMSpecTests/Scenarios/ArticleScenarios.swift")
    let built = try [tests, scenarios].map { Self.bare(try String(contentsOf: $0, encoding: .utf8)) }
    let blocks = try Self.article(name).components(separatedBy: "```swift\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```\n").first
    }
    #expect(!blocks.isEmpty)
    for block in blocks { #expect(built.contains { $0.contains(Self.bare(block)) }, "\(block)") }
  }

  private static var package: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }

  private static func article(_ name: String) throws -> String {
    try String(contentsOf: package.appending(path: "\(folder)/\(name).md"), encoding: .utf8)
  }

  /// The lines without their indentation.
  private static func bare(_ text: String) -> String {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
  }

  /// What the examples print.
  private final class Lines {
    var lines: [String] = []

    func callAsFunction(_ value: Any) { lines.append("\(value)") }
  }
}

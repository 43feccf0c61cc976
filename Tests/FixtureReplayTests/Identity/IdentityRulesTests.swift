import FixtureReplay
import Foundation
import LanguageModels
import StructuredOutput
import Testing

@Suite("Requests under declared rules")
struct IdentityRulesTests {
  private static let rules = IdentityRules(
    ignoredPaths: ["/metadata/user_id"], normalizers: [.dates, .times, .uuids, .temporaryPaths])

  @Test("A prompt with the date of its day replays on another, and the fixture shows what did not count")
  func anotherDay() async throws {
    let stage = try Rehearsal()
    let rules = IdentityRules(normalizers: [.dates])
    _ = try await stage.run(.record, rules: rules, live: ScriptedTransport.echo()) {
      try await ask("When?", system: "Today is Thursday, 12 March 2026.")
    }
    #expect(stage.text?.contains("Today is [date].") == true)
    #expect(stage.text?.contains("2026-03") == false || stage.text?.contains("March") == false)
    let run = try await stage.run(.replay, rules: rules) { try await ask("When?", system: "Today is 28.11.2026.") }
    #expect(try run.value == "When? #1")
    let other = try await stage.run(.replay, rules: rules) { try? await ask("Where?", system: "Today is 28.11.2026.") }
    #expect(other.faults.map(\.kind) == [.notRecorded])
  }

  @Test("What was recorded without rules is found when they are declared later, and no file is written for it")
  func later() async throws {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) {
      _ = try await ask("On 2026-03-12?")
      _ = try await ask("Where?")
    }
    let before = stage.text
    for mode in [FixtureMode.replay, .record] {
      let run = try await stage.run(mode, rules: IdentityRules(normalizers: [.dates])) {
        [try await ask("On 2026-11-28?"), try await ask("Where?")]
      }
      #expect(try run.value == ["On 2026-03-12? #1", "Where? #2"])
    }
    #expect(stage.text == before)
  }

  @Test("Recorded requests that become one are its repetitions, in the order of the file")
  func becomeOne() async throws {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) {
      for day in ["12", "13", "14"] { _ = try await ask("On 2026-03-\(day)?") }
      _ = try await ask("On 2026-03-12?")
    }
    let rules = IdentityRules(normalizers: [.dates])
    let run = try await stage.run(.replay, rules: rules) {
      var answers: [String] = []
      for _ in 1...4 { answers.append(try await ask("On 2026-11-28?")) }
      return answers
    }
    #expect(
      try run.value == ["On 2026-03-12? #1", "On 2026-03-13? #2", "On 2026-03-14? #3", "On 2026-03-12? #4"])
  }

  @Test("Recording one more call under new rules writes the others under them too, and recording again changes nothing")
  func upgraded() async throws {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) { try await ask("On 2026-03-12?") }
    let rules = IdentityRules(normalizers: [.dates])
    for day in ["2026-11-27", "2026-11-28"] {
      _ = try await stage.run(.record, rules: rules, live: ScriptedTransport.echo()) {
        [try await ask("On \(day)?"), try await ask("Where on \(day)?")]
      }
    }
    let exchanges = try #require(try stage.contents).exchanges
    #expect(exchanges.count == 2)
    #expect(exchanges.allSatisfy { $0.edit == nil })
    #expect(stage.text?.contains("On [date]?") == true)
    let texts = try await (0..<2).asyncMap { day in
      let stage = try Rehearsal()
      _ = try await stage.run(.record, rules: rules, live: ScriptedTransport { _, _ in .chat("yes") }) {
        try await ask("On 2026-11-0\(day + 1)?")
      }
      return stage.text
    }
    #expect(texts[0] == texts[1])
  }

  @Test("A request that was edited by hand is still seen as edited under rules")
  func edited() async throws {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) { try await ask("On 2026-03-12, when?") }
    try stage.edit("On 2026-03-12, when?", "On 2026-03-12, where?")
    let run = try await stage.run(.replay, rules: IdentityRules(normalizers: [.dates])) {
      try? await ask("On 2026-03-12, when?")
    }
    #expect(run.faults.map(\.kind) == [.edited])
  }

  @Test("What is kept has the same identity as what was sent, whatever the request")
  func keptIsStable() throws {
    var generator = SeededGenerator(state: 11)
    let pieces = [
      "sk-proj-AbCdEf0123456789AbCdEf0123456789", "Bearer abcdefghijklmnop1234", "2026-03-12", "10:30:15", "/tmp/a/b",
      "550e8400-e29b-41d4-a716-446655440000", "[date]", "[redacted:openai-key]", "eyJhbGciOi.eyJzdWIiOiIx.abcdefgh123",
      "sk-2026-03-12-AbCdEf0123456789AbCdEf", " ", "\n", "ask", "=", "pass", "AKIA", "ABCDEFGH12345678",
    ]
    let rules = IdentityRules(
      ignoredPaths: ["/role", "/**/at", "/events/*"],
      normalizers: [.dates, .times, .uuids, .absolutePaths, .custom(name: "ask", pattern: "ask|[a-f]{4}")])
    for _ in 0..<150 {
      func text() -> String {
        (0..<Int.random(in: 1..<6, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
          .joined()
      }
      let body: JSONValue = [
        "a": generator.json(depth: 3), "b": .string(text()), "password": .string(text()), "c": [.string(text())],
      ]
      let asked = request(.json(body), path: "/f/2026-03-12", query: [.init("q", text()), .init("at", "7")])
      for rules in [rules, IdentityRules(normalizers: [.uuids]), .none] {
        let raw = RequestIdentity(of: asked, rules: rules)
        let again = raw.applying(rules)
        if again != raw || RequestIdentity(of: asked).applying(rules) != raw {
          Issue.record("\(asked.body) is kept as \(raw.body) and then as \(again.body)")
          return
        }
      }
    }
  }

  @Test("A text that is no JSON, the query and the address are normalized too, and an address is no path of a file")
  func otherPlaces() {
    let asked = request(
      .bytes(Array("{not json} on 2026-03-12".utf8)), path: "/tmp/files/2026-03-12", query: [.init("day", "2026-03-12")]
    )
    let identity = RequestIdentity(of: asked, rules: IdentityRules(normalizers: [.dates, .absolutePaths]))
    #expect(identity.body == .bytes(Array("{not json} on [date]".utf8)))
    #expect(identity.path == "/tmp/files/[date]")
    #expect(identity.query == [.init("day", "[date]")])
  }

  @Test("A key in the value of a query item is kept no more than one in the body")
  func queryValue() {
    let asked = request(.none, query: [.init("q", "sk-proj-AbCdEf0123456789AbCdEf0123456789")])
    #expect(RequestIdentity(of: asked).query == [.init("q", "[redacted:openai-key]")])
  }

  @Test("The host counts only where it is asked for, and needs no key")
  func host() throws {
    let one = try #require(URL(string: "https://One.test/v1"))
    let two = try #require(URL(string: "http://127.0.0.1:8080/v1"))
    func identity(_ url: URL, _ rules: IdentityRules) -> RequestIdentity {
      let asked = HTTPRequest(provider: "p", path: "/x", baseAddress: { url }) {
        throw ModelFault(.missingCredential, "no key")
      }
      return RequestIdentity(of: asked, rules: rules)
    }
    let rules = IdentityRules(includesHost: true)
    #expect(identity(one, .none).hash == identity(two, .none).hash)
    #expect(identity(one, rules).hash != identity(two, rules).hash)
    #expect(identity(one, rules).host == "one.test")
    #expect(identity(two, rules).host == "127.0.0.1:8080")
  }

  @Test("A host that counts is kept, and another one is named in the miss")
  func keptHost() async throws {
    let stage = try Rehearsal()
    let rules = IdentityRules(includesHost: true)
    @Sendable func ask(at address: String) async throws -> String {
      let model = OpenAICompatibleModel("gpt-test", baseAddress: URL(string: address), key: .value("k"))
      return try await model.respond(to: ChatRequest(messages: [.user("When?")])).text
    }
    _ = try await stage.run(.record, rules: rules, live: ScriptedTransport.echo()) {
      try await ask(at: "https://a.test")
    }
    let same = try await stage.run(.replay, rules: rules) { try await ask(at: "https://a.test") }
    #expect(try same.value == "When? #1")
    let other = try await stage.run(.replay, rules: rules) { try? await ask(at: "https://b.test") }
    #expect(other.faults.first?.message.contains("host: a.test → b.test") == true)
  }
}

extension Sequence {
  fileprivate func asyncMap<T>(_ body: (Element) async throws -> T) async rethrows -> [T] {
    var results: [T] = []
    for element in self { results.append(try await body(element)) }
    return results
  }
}

import FixtureReplay
import Foundation
import LanguageModels
import StructuredOutput
import Testing

@Suite("What a miss says where only what changes from run to run differs")
struct MissSettlementTests {
  private static let id = (old: "550e8400-e29b-41d4-a716-446655440000", new: "6ba7b810-9dad-41d1-80b4-00c04fd430c8")

  /// The last sentence before the command, of a miss of `new` where `old` is recorded; nil where it names no rules.
  private func sentence(_ old: JSONValue, _ new: JSONValue) async throws -> String? {
    let run = try await miss([old], new)
    return run.split(separator: "\n").first { $0.hasPrefix("Only ") }.map(String.init)
  }

  private func miss(_ old: [JSONValue], _ new: JSONValue, rules: IdentityRules = .none) async throws -> String {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) { for body in old { try await send(body) } }
    let run = try await stage.run(.replay, rules: rules) { try? await send(new) }
    return try #require(run.faults.first?.message)
  }

  private func body(_ text: String, _ fields: JSONObject = [:]) -> JSONValue {
    var body: JSONObject = ["model": "gpt-test", "messages": [["role": "user", "content": .string(text)]]]
    for (key, value) in fields { body[key] = value }
    return .object(body)
  }

  @Test("A date names the normalizer of dates, and declaring it answers the call")
  func date() async throws {
    let (old, new) = (body("Today is 2026-03-12. When?"), body("Today is 28 November 2026. When?"))
    #expect(
      try await sentence(old, new)
        == "Only a date differs. Declare it, and what is recorded answers again: .fixtures(.normalizing(.dates))")
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) { try await send(old) }
    let run = try await stage.run(.replay, rules: IdentityRules(normalizers: [.dates])) { try await send(new) }
    #expect(run.faults.isEmpty)
  }

  @Test("Each kind names its own normalizer, and several name just those that it takes")
  func kinds() async throws {
    let pairs = [
      ("at 10:30", "at 11:45", ".normalizing(.times)"),
      ("id \(Self.id.old)", "id \(Self.id.new)", ".normalizing(.uuids)"),
      ("in /tmp/a7/x", "in /var/folders/b/c", ".normalizing(.temporaryPaths)"),
      ("in /Users/me/x.txt", "in /Users/ci/x.txt", ".normalizing(.absolutePaths)"),
      ("2026-03-12T10:30Z", "2026-11-28T11:00Z", ".normalizing(.dates), .normalizing(.times)"),
    ]
    for (old, new, rules) in pairs {
      let sentence = try #require(try await sentence(body(old), body(new)))
      #expect(sentence.hasSuffix(".fixtures(\(rules))"), "\(sentence)")
    }
  }

  @Test("A field that looks like an identifier is ignored by its pointer")
  func identifier() async throws {
    let old = body("When?", ["metadata": ["user_id": "u-17", "m/id": "a3"]])
    let new = body("When?", ["metadata": ["user_id": "u-18", "m/id": "a4"]])
    let sentence = try await sentence(old, new)
    #expect(
      sentence == """
        Only what looks like an identifier at /metadata/m~1id and what looks like an identifier at /metadata/user_id \
        differ. Declare them, and what is recorded answers again: .fixtures(.ignoring("/metadata/m~1id"), \
        .ignoring("/metadata/user_id"))
        """)
  }

  @Test("Where anything else differs no rule is named")
  func more() async throws {
    #expect(try await sentence(body("On 2026-03-12, when?"), body("On 2026-03-13, where?")) == nil)
    #expect(try await sentence(body("When?", ["user_id": "a"]), body("When?", ["user_id": "b", "seed": 1])) == nil)
    #expect(try await sentence(body("When?", ["top_k": 1]), body("When?", ["top_k": 2])) == nil)
    #expect(try await sentence(body("17 shoes"), body("18 shoes")) == nil)
  }

  @Test("Of several that are near, the one that a rule makes the same is shown")
  func several() async throws {
    let text = "You are the assistant of a shoe shop. Today is 2026-03-12. Answer the question of the customer: "
    let message = try await miss(
      [body(text + "When?"), body(text + "Where?"), body(text + "Who?")],
      body(text.replacing("2026-03-12", with: "2026-11-28") + "Where?"))
    #expect(message.contains("exchange 2 of 3"))
    #expect(message.contains(".normalizing(.dates))"))
  }

  @Test("What rules already settle is not shown as a difference")
  func declared() async throws {
    let message = try await miss(
      [body("On 2026-03-12, when?")], body("On 2026-11-28, where?"), rules: IdentityRules(normalizers: [.dates]))
    #expect(message.contains("On [date], [-when-]{+where+}?"), "\(message)")
    #expect(!message.contains(".fixtures("))
  }
}

@discardableResult
func send(_ body: JSONValue) async throws -> HTTPResponse {
  let request = HTTPRequest(provider: "p", path: "/chat/completions", body: .json(body)) {
    throw ModelFault(.missingCredential, "none")
  }
  return try await ModelCallContext.transport().send(request)
}

import FixtureReplay
import LanguageModels
import SpecRecords
import Testing

@Suite("What a test used of its fixture")
struct UsedExchangeTests {
  private func recorded(_ questions: [String] = ["One?", "Two?", "Three?"]) async throws -> Rehearsal {
    let stage = try Rehearsal()
    try await stage.rehearse(.record, live: ScriptedTransport.echo()) {
      for question in questions { _ = try await ask(question) }
    }
    return stage
  }

  @Test("Names what answered no call, by its position")
  func unused() async throws {
    let stage = try await recorded()
    let use = try #require(try await stage.rehearse { _ = try await ask("Two?") })
    #expect(use.spec == "SupportSpecs/RefundSpecs/window()")
    #expect(use.fixture == "Fixtures/SupportSpecs/RefundSpecs/window.json" && use.mode == "replay")
    #expect(use.exchanges == 3 && use.unused.description == "1,3")
    #expect(use.isWhole && use.misses == 0 && use.models == ["gpt-test"])
    #expect(use.usedKeys != nil && use.usedKeys != use.keys)
  }

  @Test("A repeated call uses each of its exchanges, and positions do not depend on the order of calls")
  func order() async throws {
    let stage = try await recorded(["One?", "One?", "Two?"])
    let use = try await stage.rehearse { for question in ["Two?", "One?", "One?"] { _ = try await ask(question) } }
    #expect(use?.unused.isEmpty == true && use?.usedKeys == nil)
    let less = try await stage.rehearse { _ = try await ask("One?") }
    #expect(less?.unused.description == "2-3")
  }

  @Test("A call without an answer is missed once, however often the app tries, and its model counts as asked")
  func misses() async throws {
    let stage = try await recorded()
    let use = try await stage.rehearse {
      for _ in 1...3 { _ = try? await ask("Four?", model: "gpt-next") }
      _ = try? await ask("Five?")
    }
    #expect(use?.misses == 2)
    #expect(use?.models == ["gpt-next", "gpt-test"])
  }

  @Test("A test that was cut off, threw, or met an edited exchange, did not run whole")
  func partial() async throws {
    let stage = try await recorded()
    #expect(try await stage.rehearse(cancelled: true) { _ = try await ask("One?") }?.isWhole == false)
    struct Stop: Error {}
    #expect(try await stage.rehearse { throw Stop() }?.isWhole == false)
    let store = try stage.store(.replay)
    _ = try await Rehearsal.body(on: FixtureTransport(store: store)) { try await ask("One?") }
    store.noteInconclusiveCase()
    #expect(store.useRecord()?.isWhole == false)
    try stage.edit("Three?", "Drei?")
    #expect(try await stage.rehearse { _ = try? await ask("Three?") }?.isWhole == false)
  }

  @Test("A test without calls has nothing to tell, unless a fixture lies there")
  func nothing() async throws {
    let stage = try Rehearsal()
    #expect(try await stage.rehearse {} == nil)
    #expect(try await recorded().rehearse {}?.unused.description == "1-3")
  }

  @Test("In mode live no fixture is used")
  func live() async throws {
    let stage = try await recorded()
    #expect(try await stage.rehearse(.live, live: ScriptedTransport.echo()) { _ = try await ask("One?") } == nil)
  }

  @Test("While recording, what answered and what is new is used")
  func recording() async throws {
    let stage = try await recorded()
    let use = try await stage.rehearse(.record, live: ScriptedTransport.echo()) {
      for question in ["Four?", "Two?"] { _ = try await ask(question) }
    }
    #expect(use?.exchanges == 4 && use?.unused.description == "1,3" && use?.isWhole == true)
    let again = try await stage.rehearse(.rerecord, live: ScriptedTransport.echo()) { _ = try await ask("Two?") }
    #expect(again?.exchanges == 1 && again?.unused.isEmpty == true)
  }

  @Test("The digest of a fixture is that of its calls, whatever the answers")
  func digest() async throws {
    let stage = try await recorded()
    let keys = try await stage.rehearse {}?.keys
    try stage.edit("One? #1", "Something else")
    #expect(try await stage.rehearse {}?.keys == keys)
    var file = try #require(try stage.contents)
    file.exchanges.removeLast()
    try file.write(stage.file)
    let use = try await stage.rehearse { _ = try await ask("Two?") }
    #expect(use?.keys != keys)
  }
}

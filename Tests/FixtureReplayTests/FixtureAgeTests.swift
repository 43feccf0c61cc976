import Foundation
import LanguageModels
import Testing

@testable import FixtureReplay

@Suite("The age of recorded answers")
struct FixtureAgeTests {
  @Test(
    "Is a number with a unit",
    arguments: [
      ("90d", FixtureAge.days(90), "90 days"), ("12w", .weeks(12), "84 days"), ("36h", .hours(36), "36 hours"),
      ("24h", .days(1), "1 day"), ("0d", .hours(0), "0 days"), ("1h", .hours(1), "1 hour"),
    ])
  func read(text: String, age: FixtureAge, words: String) {
    #expect(FixtureAge(text) == age)
    #expect(age.description == words)
  }

  @Test(
    "Anything else is none",
    arguments: ["", "d", "90", "-1d", "+1d", "1.5d", "90D", "90 d", "1y", "9999999999999999999d"])
  func none(text: String) { #expect(FixtureAge(text) == nil) }

  @Test("Does not overflow, and none is negative")
  func bounds() {
    #expect(FixtureAge.weeks(.max).seconds == .max)
    #expect(FixtureAge.days(-3) == .days(0))
    #expect(FixtureAge.days(6) < .weeks(1))
  }

  @Test(
    "Times of RFC 3339 are read",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2026-05-28T20:26:40Z", 1_780_000_000),
      ("2026-05-28T22:26:40+02:00", 1_780_000_000),
      ("2026-05-28t18:56:40.999-01:30", 1_780_000_000), ("2000-02-29T00:00:00Z", 951_782_400),
      ("1969-12-31T23:59:59Z", -1),
    ])
  func time(text: String, seconds: Int) { #expect(RecordedTime.seconds(text) == seconds) }

  @Test(
    "What is no time has no age",
    arguments: [
      "", "yesterday", "2026-13-01T00:00:00Z", "2025-02-29T00:00:00Z", "2026-05-28T24:00:00Z", "2026-05-28",
      "2026-05-28T20:26:40", "2026-05-28T20:26:40.Z", "2026-05-28T20:26:40Zz", "２０２６-05-28T20:26:40Z",
    ])
  func noTime(text: String) { #expect(RecordedTime.seconds(text) == nil) }

  @Test("Only what the test used counts, and only what is older")
  func staleness() async throws {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) { [try await ask("One?"), try await ask("Two?")] }
    try stage.edit("2026-05-28T20:26:40Z", "2026-01-01T00:00:00Z")
    let first = try stage.store(.replay)
    _ = try await Rehearsal.body(on: FixtureTransport(store: first)) { try await ask("One?") }
    let now = Rehearsal.moment
    #expect(first.staleness(olderThan: .days(148), now: now) == nil)
    let stale = try #require(first.staleness(olderThan: .days(90)), "the store's own time")
    #expect(stale.count == 1 && stale.daysOfOldest == 147 && stale.oldest == "2026-01-01T00:00:00Z")
    #expect(
      stale.description == """
        1 recorded answer that this test used is older than 90 days; the oldest, of 2026-01-01, is 147 days old \
        (Fixtures/SupportSpecs/RefundSpecs/window.json). Record again: LLMSPEC_MODE=rerecord swift test --filter \
        SupportSpecs.RefundSpecs/window
        """)
    let second = try stage.store(.replay)
    _ = try await Rehearsal.body(on: FixtureTransport(store: second)) { try await ask("Two?") }
    #expect(second.staleness(olderThan: .days(90), now: now) == nil)
    #expect(second.staleness(olderThan: .days(0), now: now.addingTimeInterval(1))?.count == 1)
  }

  @Test("A test that read nothing, and an exchange without a time, are not old")
  func noAge() async throws {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) { try await ask("One?") }
    let unread = try stage.store(.replay)
    #expect(unread.staleness(olderThan: .days(0), now: .distantFuture) == nil)
    try stage.edit("2026-05-28T20:26:40Z", "some day")
    let store = try stage.store(.replay)
    _ = try await Rehearsal.body(on: FixtureTransport(store: store)) { try await ask("One?") }
    #expect(store.staleness(olderThan: .days(0), now: .distantFuture) == nil)
  }
}

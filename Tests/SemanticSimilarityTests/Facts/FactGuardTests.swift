import Foundation
import SemanticSimilarity
import Testing

private let isMeasuring = ProcessInfo.processInfo.environment["LLMSPEC_BENCHMARK"] != nil

@Suite("The fact guard")
struct FactGuardTests {
  @Test("names both places of a contradiction")
  func spans() throws {
    let reference = "Refunds take six weeks."
    let answer = "Hi! Refunds take 30 days."
    let finding = try #require(FactGuard().compare(reference: reference, answer: answer).findings.first)
    #expect(finding.reference.text == "six weeks")
    #expect(finding.answer?.text == "30 days")
    #expect(finding.answer.map { String(answer[$0.range]) } == "30 days")
    #expect(finding.explanation == "The reference says \"six weeks\", the answer says \"30 days\" (unit).")
    #expect(finding.relation.name == "contradicts")
  }

  @Test("tells a missing fact from a contradicting one")
  func missing() throws {
    let comparison = FactGuard().compare(reference: "Refunds take six weeks.", answer: "Refunds take a while.")
    #expect(comparison.isMissingFacts)
    #expect(!comparison.contradicts)
    #expect(comparison.findings.first?.answer == nil)
    let other = FactGuard().compare(reference: "Refunds take six weeks.", answer: "Refunds take two weeks.")
    #expect(other.agreement < comparison.agreement)
  }

  @Test("compares only the kinds that were asked for")
  func narrowed() {
    let reference = "You must pay $5 within 3 days."
    let answer = "You may pay $9 within 8 days."
    #expect(FactGuard().compare(reference: reference, answer: answer).findings.count == 3)
    let money = FactGuard(kinds: [.money]).compare(reference: reference, answer: answer)
    #expect(money.findings.map(\.kind) == [.money])
    #expect(FactGuard(kinds: []).compare(reference: reference, answer: answer).findings.isEmpty)
  }

  @Test(
    "a text agrees with itself",
    arguments: [
      "", " ", ".", "No.", "😀😀😀", "\u{0}\u{1}\u{7F}", "مرحبا بك في 30 يوما",
      "12/31/2025 at 3 pm costs $5-10 (€4.50), 1/0, 0/0, 9999999999999999999999999",
      "e\u{301}\u{301}\u{301} 1,2,3,4,5 1.2.3.4 ½ -5 – 7 % ° ' ’ n't can't", "A a A a not no never not not", "$",
      "$ 5 5 5 % 5 %%",
      "99999999999999999999/99999999999999999999/9999", "24:60 25:00 3:99:99 pm",
      "https:// @ www. a@b.c +--- 1-2-3-4-5-6-7",
    ])
  func itself(text: String) {
    #expect(FactGuard().compare(reference: text, answer: text).findings.isEmpty)
    _ = FactGuard().compare(reference: text, answer: "You get 30 days, not 60, from Anna.")
    _ = FactGuard().compare(reference: "You get 30 days, not 60, from Anna.", answer: text)
  }

  @Test(
    "stays quick on a megabyte",
    arguments: [
      "Anna paid 5 days on March 3 at 3 pm, not $7. ", "A1 B2 ", "x", "not x ", "5.5,5.5,", "$1, ",
    ]
      + (isMeasuring
        ? [
          "1 ", "not all must ", "5.5.5.5", "😀", "a@b.cc/", "more less ", "Anna Bob ", "N.A.T.O. Bob ",
          "free $5 cost ", "without no ", "nicht kein Hund ist der ", "red St. dog is cat ",
        ] : [])
  )
  func huge(unit: String) {
    let text = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
    let started = ContinuousClock.now
    let comparison = FactGuard().compare(reference: text, answer: "7 days, not more, Peter. " + text)
    _ = FactGuard().compare(reference: text, answer: String(repeating: "x 7 B2 Eve all less ", count: 50_000))
    #expect(comparison.isTruncated)
    if isMeasuring { print("\(unit): \(ContinuousClock.now - started) for two comparisons") }
    #expect(ContinuousClock.now - started < .seconds(20))
  }
}

import Testing

@testable import SemanticSimilarity

@Suite("Events that times are counted from, and actions that are done or to come")
struct EventStatementTests {
  @Test(
    "Another event or another time of an action contradicts",
    arguments: [
      ("You can return shoes within 30 days of delivery.", "You can return shoes within 30 days of purchase."),
      (
        "Claims are accepted for 14 days after the order.",
        "Claims are accepted for 14 days after the parcel was delivered."
      ),
      ("The parcel has left our warehouse.", "The parcel will leave our warehouse tomorrow."),
      ("The invoice will be sent.", "The invoice was sent this morning."),
    ])
  func contradicts(reference: String, answer: String) throws {
    #expect(try StatementVerdicts.verdict(answer, reference) != .said)
  }

  @Test(
    "The same event in other words, none, and other actions do not",
    arguments: [
      ("You can return shoes within 30 days of delivery.", "You can return shoes within 30 days of receiving them."),
      ("You can return shoes within 30 days of purchase.", "You can return shoes within 30 days after ordering them."),
      ("You can return shoes within 30 days of delivery.", "You can return shoes within 30 days."),
      ("The parcel has left our warehouse.", "The parcel has left our warehouse and will arrive on Friday."),
      (
        "You can track the parcel once it has left.",
        "You can track the parcel once it has left. It will leave tomorrow."
      ),
      ("The invoice was sent.", "The invoice was sent. The next invoice will be sent in May."),
    ])
  func agrees(reference: String, answer: String) {
    #expect(!FactGuard().compare(reference: reference, answer: answer).contradicts)
  }
}

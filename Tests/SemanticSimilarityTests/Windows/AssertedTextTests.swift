import Testing

@testable import SemanticSimilarity

@Suite("What an answer asserts")
struct AssertedTextTests {
  @Test(
    "Reports, suppositions, what was once and what nobody knows are no assertions",
    arguments: [
      ("You wrote that a colleague told you refunds take a month. That's not right.", "Refunds take a month."),
      ("You asked whether the museum is open on Mondays. I'll find out.", "The museum is open on Mondays."),
      ("Some banks do charge 2 percent, but not us.", "We charge 2 percent."),
      ("It would be nice if breakfast were included in the price.", "Breakfast is included in the price."),
      ("If delivery were free, we would have to raise our prices.", "Delivery is free."),
      ("I don't know whether the pool is heated.", "The pool is heated."),
      ("I have no information about parking at the station.", "There is parking at the station."),
      ("Tickets used to cost 12 euros, but that has changed.", "Tickets cost 12 euros."),
      ("The ferry runs on Sundays. Sorry, that is wrong.", "The ferry runs on Sundays."),
    ])
  func notAsserted(answer: String, reference: String) throws {
    #expect(try StatementVerdicts.verdict(answer, reference) != .said)
  }

  @Test(
    "What is confirmed, said of a real case or meant that way counts",
    arguments: [
      ("You wrote that refunds take a month. That's right.", "Refunds take a month."),
      ("You asked whether the museum is open on Mondays. Yes, it is.", "The museum is open on Mondays."),
      ("As you said, the museum is open on Mondays.", "The museum is open on Mondays."),
      ("If you are a member, delivery is free.", "Delivery is free for members."),
      ("Vouchers can be used to pay for delivery.", "Vouchers can be used to pay for delivery."),
      ("I don't know whether the pool is heated.", "I do not know whether the pool is heated."),
      ("Tickets used to cost 12 euros, but now they cost 15 euros.", "Tickets now cost 15 euros."),
      ("Some shoes are on sale, but hurry.", "Some shoes are on sale."),
      ("You asked about returns; you can return shoes within 30 days.", "Shoes can be returned within 30 days."),
    ])
  func asserted(answer: String, reference: String) throws {
    #expect(try StatementVerdicts.verdict(answer, reference) == .said)
  }

  @Test(
    "Odd texts stay as they are",
    arguments: [
      "", "?!", "you", "if were", "used to", "\u{0}you wrote", "👍", String(repeating: "you said ", count: 9_000),
    ])
  func odd(text: String) {
    #expect(AssertedText.texts(of: [text]).count == 1)
    #expect(AssertedText.texts(of: []).isEmpty)
  }
}

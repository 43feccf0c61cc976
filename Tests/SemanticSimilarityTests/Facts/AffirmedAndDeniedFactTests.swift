import SemanticSimilarity
import Testing

@Suite("Clauses that affirm and deny, in other words")
struct AffirmedAndDeniedFactTests {
  @Test(
    "Clauses on one thing that affirm and deny it are opposites",
    arguments: [
      ("Bookings cannot be cancelled.", "You can cancel your booking up to 24 hours before departure."),
      ("You can pay with Visa.", "I'm not able to accept payment through Visa."),
      ("Broken lamps are replaced.", "We don't replace broken lamps."),
      ("You can call us on Sunday.", "Nobody is at the phone on Sunday."),
    ])
  func opposite(reference: String, answer: String) {
    #expect(FactGuard().compare(reference: reference, answer: answer).contradicts)
  }

  @Test(
    "Others are not",
    arguments: [
      ("Returns are free.", "You pay nothing for returns."), ("Returns are free.", "Returns won't cost you a thing."),
      ("The office is closed on Sunday.", "The office is not open on Sunday."),
      ("You can return shoes.", "You can return shoes, but not socks."),
      ("Refunds take two days.", "Refunds don't take longer than two days."),
      ("Worn shoes are refused.", "Worn shoes are not accepted."),
      ("", "No."), ("No.", ""),
    ])
  func notOpposite(reference: String, answer: String) {
    #expect(!FactGuard().compare(reference: reference, answer: answer).contradicts)
  }
}

import AnswerScoring
import Testing

@Suite("Claims of an answer")
struct AnswerClaimsTests {
  @Test("Are its sentences, without greetings, questions, offers, hedges and lead-ins")
  func sentences() {
    let answer = """
      Hello Anna! Thank you for your message. Here is how it works:
      - Returns are free.
      - Refunds take **5 days**.

      Is there anything else? I'm not sure about that. Let me know if you need more help. Best regards, the Stride team
      """
    let split = AnswerClaims(of: answer)
    #expect(split.claims.map(\.text) == ["Returns are free.", "Refunds take 5 days."])
    #expect(split.claims.map { String(answer[$0.range]) } == ["Returns are free.", "Refunds take **5 days**."])
    #expect(
      split.nonClaims.map(\.kind) == [.greeting, .greeting, .leadIn, .question, .hedge, .offer, .greeting])
    #expect(split.omittedClaimCount == 0)
  }

  @Test(
    "Are also what only looks like a courtesy",
    arguments: [
      "Hello shoes are free.", "Thanks to our policy returns are free.", "I'm not sure, but returns are free.",
      "Let me know within 14 days.", "Sure, returns are free.", "I'm sorry, but we do not ship to Norway.",
      "Welcome gifts are free for members.", "Feel free to return it within 60 days.",
    ])
  func doubtful(sentence: String) {
    #expect(AnswerClaims(of: sentence).claims.map(\.text) == [sentence])
  }

  @Test("Split a sentence that surely joins two, and no other")
  func clauses() {
    func texts(_ answer: String) -> [String] { AnswerClaims(of: answer).claims.map(\.text) }
    #expect(
      texts("Returns are free for 30 days, and the refund takes a week.")
        == ["Returns are free for 30 days", "the refund takes a week."])
    #expect(
      texts("Orders ship in 2 days; the parcel is insured.") == ["Orders ship in 2 days", "the parcel is insured."])
    for whole in [
      "Shoes, socks and the laces are free.", "If it rains, and the shop is open, you get a coffee.",
      "Returns are free, and quick.", "You pay 5 euros, 10 euros or nothing.",
    ] {
      #expect(texts(whole) == [whole])
    }
    let answer = "**Returns** are free for 30 days, and the *refund* takes a week."
    for claim in AnswerClaims(of: answer).claims { #expect(answer[claim.range].contains(claim.text.suffix(10))) }
  }

  @Test("Keep the line above a list that denies its items")
  func deniedList() {
    let claims = AnswerClaims(of: "Please don't:\n\n- send shoes without the label\n- wait longer than 30 days").claims
    #expect(
      claims.map(\.text)
        == ["Please don't: send shoes without the label", "Please don't: wait longer than 30 days"])
    let steps = AnswerClaims(of: "Here are the steps:\n\n- Register the return.\n- Print the label.").claims
    #expect(steps.map(\.text) == ["Register the return.", "Print the label."])
  }

  @Test("Are bounded, and what is left out is counted")
  func bounded() {
    let split = AnswerClaims(of: (1...250).map { "Rule \($0) is valid." }.joined(separator: " "))
    #expect(split.claims.count == AnswerClaims.mostClaims)
    #expect(split.omittedClaimCount == 50)
  }

  @Test("Are none in a text without words", arguments: ["", "  \n ", "👍", "---", "?!"])
  func nothing(answer: String) {
    #expect(AnswerClaims(of: answer).claims.isEmpty)
  }

  @Test("Are found in other languages by the same rules")
  func otherLanguages() {
    let split = AnswerClaims(of: "Guten Tag! Die Rückgabe ist kostenlos. Haben Sie weitere Fragen?")
    #expect(split.claims.map(\.text) == ["Die Rückgabe ist kostenlos."])
    #expect(split.nonClaims.map(\.kind) == [.greeting, .question])
  }
}

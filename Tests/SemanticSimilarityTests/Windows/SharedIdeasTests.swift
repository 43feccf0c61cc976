import Testing

@testable import SemanticSimilarity

@Suite("Content words and the ideas that they share")
struct SharedIdeasTests {
  @Test(
    "One idea in other words is covered",
    arguments: [
      ("Parking is free.", "You won't pay a cent for parking."), ("Parking is free.", "There is no fee for parking."),
      ("The office is closed at the weekend.", "Our office is shut on Saturdays and Sundays."),
      ("We apologise.", "I'm really sorry."), ("Items can be returned.", "Just send the items back."),
      ("You get a refund.", "You get your money back."), ("Shipping takes time.", "Delivery takes time."),
    ])
  func covered(reference: String, answer: String) {
    #expect(ContentWords(reference).coverage(by: ContentWords(answer)) == 1)
  }

  @Test(
    "Another idea is not",
    arguments: [
      ("Parking is free.", "Parking costs 5 euros."), ("The office is closed.", "The office is large."),
      ("You get a refund.", "You get a receipt."),
    ])
  func uncovered(reference: String, answer: String) {
    #expect(ContentWords(reference).coverage(by: ContentWords(answer)) < 1)
  }

  @Test("More words never cover less, and nothing covers nothing")
  func monotone() {
    let reference = ContentWords("Shoes can be sent back at no cost within 30 days.")
    var answer = ""
    var last = reference.coverage(by: ContentWords(answer))
    #expect(last == 0)
    for word in "you send the shoes back without any cost for thirty or 30 days".split(separator: " ") {
      answer += " " + word
      let now = reference.coverage(by: ContentWords(answer))
      #expect(now >= last, "\(answer)")
      last = now
    }
    #expect(last == 1)
  }
}

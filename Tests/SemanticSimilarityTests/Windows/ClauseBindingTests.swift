import Testing

@testable import SemanticSimilarity

@Suite("Facts bound to the clause that states them")
struct ClauseBindingTests {
  private static let delivery = "Delivery takes 5 working days at most, and refunds reach you in 2 to 4 working days."
  private static let rooms = "The small room seats 12 people; the large hall seats 80 people."
  private static let plans = "A checked bag may weigh: 23 kg (Economy), 32 kg (Business)"
  private static let meals = "Breakfast is served from 7 am, and dinner is served from 6 pm."

  @Test(
    "Each clause keeps its own facts",
    arguments: [
      (delivery, "Delivery takes at most 5 working days."), (delivery, "Refunds reach you in 2 to 4 working days."),
      (rooms, "The small room seats 12 people."), (rooms, "The large hall seats 80 people."),
      (plans, "In Economy a checked bag may weigh 23 kg."), (plans, "In Business a checked bag may weigh 32 kg."),
      (meals, "Breakfast is served from 7 am."), (meals, "Dinner is served from 6 pm."),
      ("Delivery costs 4.90 euros; from 60 euros it is free.", "Delivery is free from 60 euros."),
      ("Delivery costs 4.90 euros; from 60 euros it is free.", "Delivery costs 4.90 euros."),
      ("Delivery takes 2 days in Germany and 5 days in Austria.", "Delivery to Austria takes 5 days."),
      ("Shoes and socks can be returned within 14 days.", "Shoes can be returned within 14 days."),
      (
        "Between 24 December and 1 January our office is closed.", "The office is closed from 24 December to 1 January."
      ),
      ("Children under 6 travel free, and those from 6 to 14 pay 5 euros.", "Children from 6 to 14 pay 5 euros."),
    ])
  func said(answer: String, reference: String) throws {
    #expect(try StatementVerdicts.verdict(answer, reference) == .said)
  }

  @Test(
    "A fact of another clause does not count",
    arguments: [
      (delivery, "Delivery takes 2 to 4 working days."), (delivery, "Refunds reach you in 5 working days."),
      (rooms, "The small room seats 80 people."), (plans, "In Economy a checked bag may weigh 32 kg."),
      (meals, "Breakfast is served from 6 pm."),
      ("40 is the fee in euros, and 14 is the number of days you have to cancel.", "You have 40 days to cancel."),
      ("Three of the jobs were delayed, none crashed.", "Three jobs crashed."),
      ("Unused credits stay valid until June; they can't be refunded.", "Unused credits are refunded."),
      ("| Bag | Weight |\n|---|---|\n| Cabin | 8 kg |\n| Checked | 23 kg |", "The cabin bag may weigh 23 kg."),
    ])
  func notSaid(answer: String, reference: String) throws {
    #expect(try StatementVerdicts.verdict(answer, reference) != .said)
  }

  @Test("Clauses end at commas, semicolons and conjunctions, not within numbers, brackets and spans")
  func clauses() {
    func clauses(_ text: String) -> [String] {
      ClauseBinding.clauses(of: text).map { String($0.drop { $0 == " " }) }
    }
    let priced = clauses("It costs 1,200 euros, and (with a card, at once) you pay; done")
    #expect(priced == ["It costs 1,200 euros", "(with a card, at once) you pay", "done"])
    #expect(clauses("between 2 and 4 days") == ["between 2 and 4 days"])
    #expect(clauses("").isEmpty && clauses(", ; ,").isEmpty)
  }

  @Test("What holds for a part is no rule beside one that holds in general")
  func conditions() throws {
    let answer = "Returns cost 3.50 euros unless you are a member of our club. Members return for free."
    #expect(try StatementVerdicts.verdict(answer, "Returns are free.") == .both)
    #expect(try StatementVerdicts.verdict(answer, "Members return for free.") == .said)
    let parking = "Parking costs 8 euros. Guests of the hotel park for free."
    #expect(try StatementVerdicts.verdict(parking, "Parking is free.") != .said)
    #expect(try StatementVerdicts.verdict("Parking is free. Garage spaces cost 8 euros.", "Parking is free.") == .said)
  }
}

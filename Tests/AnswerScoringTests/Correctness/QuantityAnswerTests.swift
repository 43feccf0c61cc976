import AnswerScoring
import SpecRecords
import Testing

@Suite("Correct answer: quantities")
struct QuantityAnswerTests {
  @Test(
    "Compares numbers with their units, converted",
    arguments: [
      CorrectnessRow("1,500 g", "1.5 kg", true),
      CorrectnessRow("1.5 kilograms", "1,500 g", true),
      CorrectnessRow("an hour and a half", "90 minutes", true),
      CorrectnessRow("90 minutes", "an hour and a half", true),
      CorrectnessRow("1.5 hours", "90 min", true),
      CorrectnessRow("1 hour and 30 minutes", "90 minutes", true),
      CorrectnessRow("1 h 30 min", "90 minutes", true),
      CorrectnessRow("1h 30m", "90 minutes", true),
      CorrectnessRow("half an hour", "30 minutes", true),
      CorrectnessRow("six weeks", "42 days", true),
      CorrectnessRow("2 years", "24 months", true),
      CorrectnessRow("a year", "365 days", true),
      CorrectnessRow("1 month", "30 days", true),
      CorrectnessRow("4 weeks", "1 month", false),
      CorrectnessRow("47 hours", "2 days", false),
      CorrectnessRow("100 m", "101 m", false),
      CorrectnessRow("100 m", "328 ft", false),
      CorrectnessRow("5 km", "5000 m", true),
      CorrectnessRow("2 lbs", "32 oz", true),
      CorrectnessRow("68 °F", "20 °C", true),
      CorrectnessRow("20 degrees Celsius", "68 degrees Fahrenheit", true),
      CorrectnessRow("-40 °C", "-40 °F", true),
      CorrectnessRow("21 °C", "68 °F", false),
      CorrectnessRow("30", "30 days", false),
      CorrectnessRow("30 euros", "30 days", false),
      CorrectnessRow("30 days", "30", true),
      CorrectnessRow("Your refund takes 30 days.", "30 days", true),
      CorrectnessRow("It costs 5 euros and takes 30 days.", "30 days", true),
      CorrectnessRow("It takes 30 days and costs 5 euros.", "30 days", true),
      CorrectnessRow("Not 14 days but 30 days.", "30 days", true),
      CorrectnessRow("within 30 days", "30 days", true),
      CorrectnessRow("after 30 days", "within 30 days", false),
      CorrectnessRow("dreißig Tage", "30 days", true),
      CorrectnessRow("trente jours", "30 Tage", true),
      CorrectnessRow("The answer is 1.5 kg; the box weighs 2 kg.", "1500 g", true),
      CorrectnessRow("\\boxed{1.5\\text{ kg}}", "1500 g", true),
      CorrectnessRow("no idea", "30 days", false),
      CorrectnessRow("You have 30 days, not 60 days.", "30 days", true),
      CorrectnessRow("You have 30 days, not 60 days.", "60 days", false),
      CorrectnessRow("It is not 30 days.", "30 days", false),
      CorrectnessRow("30 to 60 days", "60 days", false),
      CorrectnessRow("between 20 and 30 days", "30 days", false),
      CorrectnessRow("4 weeks and 2 days", "30 days", true),
      CorrectnessRow("720 hours", "30 days", true),
      CorrectnessRow("1500 items", "1500", true),
      CorrectnessRow("30 items in 2026", "30", true),
      CorrectnessRow("30日です", "30 days", false),
      CorrectnessRow("数日かかります", "30 days", .inconclusive),
      CorrectnessRow("30 days", "soon", .inconclusive),
      CorrectnessRow("30 days", "5 to 7 days", .inconclusive),
    ])
  func units(row: CorrectnessRow) { row.expect(by: .quantity) }

  @Test(
    "Compares amounts of one currency, and percentages",
    arguments: [
      CorrectnessRow("$5", "5 dollars", true),
      CorrectnessRow("USD 5.00", "$5", true),
      CorrectnessRow("€5", "$5", false),
      CorrectnessRow("4,90 €", "4.90 euros", true),
      CorrectnessRow("490 cents", "€4.90", true),
      CorrectnessRow("2000 cents", "$20", true),
      CorrectnessRow("CA$20", "$20", false),
      CorrectnessRow("-$20", "$20", false),
      CorrectnessRow("£3", "3 pounds", true),
      CorrectnessRow("3 pounds", "£3", true),
      CorrectnessRow("$1.5 million", "$1,500,000", true),
      CorrectnessRow("It was $20, now it is $15.", "$15", true),
      CorrectnessRow("It was $20, now it is $15.", "$20", false),
      CorrectnessRow("5", "$5", false),
      CorrectnessRow("25 percent", "25%", true),
      CorrectnessRow("25 %", "25 percent", true),
      CorrectnessRow("0.25", "25%", true),
      CorrectnessRow("25", "25%", false),
      CorrectnessRow("25%", "26%", false),
      CorrectnessRow("25 Prozent", "25%", true),
    ])
  func moneyAndShares(row: CorrectnessRow) { row.expect(by: .quantity) }

  @Test(
    "A tolerance is in the unit of the correct answer, or a share of it",
    arguments: [
      ("1,550 g", "1.5 kg", CorrectnessMatcher.quantity(tolerance: 0.05), true),
      ("1,560 g", "1.5 kg", .quantity(tolerance: 0.05), false),
      ("62 miles", "100 km", .quantity(relativeTolerance: 0.01), true),
      ("70 °F", "20 °C", .quantity(tolerance: 1), false),
      ("69 °F", "20 °C", .quantity(tolerance: 1), true),
    ])
  func tolerance(answer: String, correct: String, matcher: CorrectnessMatcher, isCorrect: Bool) {
    CorrectnessRow(answer, correct, isCorrect).expect(by: matcher)
  }

  @Test("Says what keeps a quantity from being the one")
  func reasons() {
    func reason(_ answer: String, _ correct: String...) -> String {
      CorrectnessMatcher.quantity.match(answer, anyOf: correct).reason
    }
    #expect(
      reason("It is 1.6 kg.", "1500 g")
        == "The answer's “1.6 kg” is not “1500 g”: it is 1600 in the unit of the correct answer.")
    #expect(reason("30 days", "31 days") == "The answer's “30 days” is not “31 days”: 30 is not 31.")
    #expect(
      reason("30 euros", "30 days")
        == "The answer's “30 euros” is not “30 days”: it is an amount in EUR, and a span of time is wanted.")
    #expect(
      reason("30", "30 days").contains("it has no unit, and a span of time is wanted; .number compares numbers alone"))
    #expect(reason("1500 g", "1.5 kg") == "The answer's “1500 g” is “1.5 kg”, units converted.")
  }
}

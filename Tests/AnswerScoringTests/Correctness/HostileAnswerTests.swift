import AnswerScoring
import SpecRecords
import Testing

/// Answers are a model's output: whatever they hold, a verdict comes soon and with a reason of some lines.
@Suite("Correct answer: hostile answers")
struct HostileAnswerTests {
  private static let matchers: [CorrectnessMatcher] = [
    .exact, .normalized, .squad, .containing, .number, .quantity, .date, .boolean, .choice(of: "A"..."D"), .list, .set,
    .json, .json(ignoring: "/**/id"),
  ]

  /// Read by each of the matchers, the number, quantity, date, truth, letter, list and JSON that it is.
  private static let correct = ["42", "1.5 kg", "2026-03-05", "yes", "B", "red, green", "[1]"]

  /// A text over and over.
  struct Repetition: Sendable, CustomTestStringConvertible {
    let text: String
    let count: Int

    init(_ text: String, _ count: Int) { (self.text, self.count) = (text, count) }

    var testDescription: String { "\(count) times \(text.debugDescription)" }
  }

  @Test(
    "Of any length and kind",
    arguments: [
      Repetition("1", 6_500), Repetition("1,", 2_000), Repetition("1/", 2_000), Repetition("A or ", 1_000),
      Repetition("((((", 1_000), Repetition("\\boxed{", 500), Repetition("#### 1 x y z\n", 500),
      Repetition("answer is ", 500), Repetition("<answer>", 500), Repetition("[", 3_000),
      Repetition("{\"a\":", 500), Repetition("\n- ", 1_000), Repetition("a, ", 2_000),
      Repetition("no yes ", 500), Repetition("not ", 1_000), Repetition("\u{301}", 2_000),
      Repetition("👩‍👩‍👧‍👦", 500), Repetition("\u{202E}مرحبا ", 500), Repetition("\0", 3_000),
      Repetition("½", 1_000), Repetition("\\frac{1}{2}", 500), Repetition("5 March ", 500),
      Repetition("1 hour ", 500), Repetition("**", 2_000), Repetition("B\n", 1_500), Repetition("\"", 3_000),
      Repetition("\u{FEFF}", 1), Repetition("\u{FFFD}", 1), Repetition(" \n\t ", 1),
    ])
  func any(repetition: Repetition) {
    let answer = String(repeating: repetition.text, count: repetition.count)
    for matcher in Self.matchers {
      let match = matcher.match(answer, anyOf: Self.correct)
      #expect(match.reason.unicodeScalars.count < 3_000)
      #expect((match.extracted?.unicodeScalars.count ?? 0) < 3_000)
    }
  }

  @Test("What stands at the end of a megabyte is found")
  func megabyte() {
    let long = String(repeating: "This is a sentence that says nothing of interest. ", count: 20_000)
    CorrectnessRow(long + "It is 42.", "42", true).expect(by: .number)
    CorrectnessRow(long + "It weighs 1.5 kg.", "1500 g", true).expect(by: .quantity)
    CorrectnessRow(long + "The answer is B.", "B", true).expect(by: .choice(of: "A"..."D"))
    CorrectnessRow(long + "The answer is no.", "no", true).expect(by: .boolean)
    CorrectnessRow("No. " + long, "no", true).expect(by: .boolean)
    CorrectnessRow(long + "It was on 5 March 2026.", "2026-03-05", true).expect(by: .date)
  }

  @Test("Hostile correct answers are passed over or compared", arguments: matchers)
  func correct(matcher: CorrectnessMatcher) {
    let hostile = [
      "", "\0", String(repeating: "[", count: 10_000), String(repeating: "1 ", count: 5_000),
      String(repeating: "B or C or ", count: 1_000),
    ]
    #expect(matcher.match("B", anyOf: hostile).verdict != .passed)
  }
}

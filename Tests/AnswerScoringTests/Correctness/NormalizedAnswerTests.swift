import AnswerScoring
import SpecRecords
import Testing
import TextMetrics

@Suite("Correct answer: texts")
struct NormalizedAnswerTests {
  @Test(
    "Normalised: SQuAD's rules, where numbers and names stay the same",
    arguments: [
      CorrectnessRow("The Eiffel Tower.", "Eiffel Tower", true),
      CorrectnessRow("an apple", "the apple", true),
      CorrectnessRow("paris", "Paris", true),
      CorrectnessRow("U.S.A.", "USA", true),
      CorrectnessRow("well-known", "wellknown", true),
      CorrectnessRow("rock 'n' roll", "rock n roll", true),
      CorrectnessRow("“Paris”", "Paris", true),
      CorrectnessRow("**Paris**", "Paris", true),
      CorrectnessRow("Ｐａｒｉｓ", "Paris", true),
      CorrectnessRow("¿Madrid?", "Madrid", true),
      CorrectnessRow("1,000", "1000", true),
      CorrectnessRow("$1,000", "$1000", true),
      CorrectnessRow("the", "the", true),
      CorrectnessRow("A", "a", true),
      CorrectnessRow("!!!", "!!!", true),
      CorrectnessRow("3.14", "314", false),
      CorrectnessRow("-4", "4", false),
      CorrectnessRow("1.5", "15", false),
      CorrectnessRow("C++", "C", false),
      CorrectnessRow("C#", "C", false),
      CorrectnessRow("A+", "A", false),
      CorrectnessRow("Pariš", "Paris", false),
      CorrectnessRow("Not Paris", "Paris", false),
      CorrectnessRow("Paris, Rome", "Rome, Paris", false),
      CorrectnessRow("", "Paris", false),
      CorrectnessRow("the", "a", false),
      CorrectnessRow("Paris", " ", .inconclusive),
    ])
  func normalized(row: CorrectnessRow) { row.expect(by: .normalized) }

  @Test(
    "As SQuAD's script has it, numbers and all",
    arguments: [
      CorrectnessRow("The Eiffel Tower!", "eiffel tower", true), CorrectnessRow("3.14", "314", true),
      CorrectnessRow("-4", "4", true), CorrectnessRow("C++", "C", true), CorrectnessRow("“Paris”", "Paris", false),
      CorrectnessRow("a", "the", .inconclusive), CorrectnessRow("Rome", "Paris", false),
    ])
  func squad(row: CorrectnessRow) {
    row.expect(by: .squad)
    if row.verdict != .inconclusive {
      #expect(SQuADScore(row.answer, references: [row.correct]).isExactMatch == (row.verdict == .passed))
    }
  }

  @Test("Says why the words alone do not do")
  func signs() {
    let match = CorrectnessMatcher.normalized.match("3.14", anyOf: ["314", "π"])
    #expect(match.reason == "The answer has the words of “314”, but other numbers or signs.")
  }
}

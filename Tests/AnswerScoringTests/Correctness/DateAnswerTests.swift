import AnswerScoring
import SpecRecords
import Testing

@Suite("Correct answer: dates")
struct DateAnswerTests {
  @Test(
    "Reads a date in any notation",
    arguments: [
      CorrectnessRow("5 March 2026", "2026-03-05", true),
      CorrectnessRow("March 5, 2026", "2026-03-05", true),
      CorrectnessRow("March 5th, 2026", "2026-03-05", true),
      CorrectnessRow("the 5th of March 2026", "2026-03-05", true),
      CorrectnessRow("Thursday, 5 March 2026", "2026-03-05", true),
      CorrectnessRow("2026/03/05", "5 March 2026", true),
      CorrectnessRow("05.03.2026", "2026-03-05", true),
      CorrectnessRow("Mar 5, 2026", "2026-03-05", true),
      CorrectnessRow("5. März 2026", "2026-03-05", true),
      CorrectnessRow("le 5 mars 2026", "2026-03-05", true),
      CorrectnessRow("5 de marzo de 2026", "2026-03-05", true),
      CorrectnessRow("Die Antwort lautet: 5. März 2026.", "2026-03-05", true),
      CorrectnessRow("2026-03-05T10:00:00Z", "2026-03-05", true),
      CorrectnessRow("03/05/2026", "5 March 2026", true),
      CorrectnessRow("03/05/2026", "May 3, 2026", true),
      CorrectnessRow("03/25/2026", "25 March 2026", true),
      CorrectnessRow("03/05/2026", "4 March 2026", false),
      CorrectnessRow("6 March 2026", "2026-03-05", false),
      CorrectnessRow("5 March 2025", "2026-03-05", false),
      CorrectnessRow("5 March", "2026-03-05", false),
      CorrectnessRow("March 2026", "2026-03-05", false),
      CorrectnessRow("2026", "2026-03-05", false),
      CorrectnessRow("5 March 2026", "March 2026", true),
      CorrectnessRow("5 March 2026", "2026", true),
      CorrectnessRow("5 March 2026", "5 March", true),
      CorrectnessRow("It was sent on 1 March 2026 and arrives on 5 March 2026.", "2026-03-05", true),
      CorrectnessRow("It arrives on 5 March 2026, as promised in 2025.", "2026-03-05", true),
      CorrectnessRow("The answer is 5 March 2026; on 6 March 2026 it is too late.", "2026-03-05", true),
      CorrectnessRow("It arrives on Thursday.", "Thursday", true),
      CorrectnessRow("It arrives on Friday.", "Thursday", false),
      CorrectnessRow("2026.03.05", "2026-03-05", true),
      CorrectnessRow("2026年3月5日", "2026-03-05", true),
      CorrectnessRow("5 mars 2026", "2026-03-05", true),
      CorrectnessRow("03/2026", "2026-03", true),
      CorrectnessRow("March 2026", "2026-03", true),
      CorrectnessRow("2026-03", "March 2026", true),
      CorrectnessRow("2026-04", "March 2026", false),
      CorrectnessRow("It is due 5 March 2026 (not 6 March 2026).", "2026-03-05", true),
      CorrectnessRow("It is not 5 March 2026.", "2026-03-05", false),
      CorrectnessRow("Tomorrow.", "2026-03-05", false),
      CorrectnessRow("No idea", "2026-03-05", false),
      CorrectnessRow("", "2026-03-05", false),
      CorrectnessRow("明日です", "2026-03-05", .inconclusive),
      CorrectnessRow("5 March 2026", "soon", .inconclusive),
    ])
  func dates(row: CorrectnessRow) { row.expect(by: .date) }

  @Test("Says what is missing, and how a date with two readings was read")
  func reasons() {
    func match(_ answer: String) -> CorrectnessMatch { CorrectnessMatcher.date.match(answer, anyOf: ["2026-03-05"]) }
    #expect(match("On 5 March.").reason == "The answer's “5 March” is not “2026-03-05”: it leaves out the year.")
    #expect(
      match("On 05/03/2026.").reason
        == "The answer's “05/03/2026”, which may be read two ways, is read as 5 March 2026 and is “2026-03-05”.")
    #expect(match("On 5 March 2026.").extracted == "5 March 2026")
  }
}

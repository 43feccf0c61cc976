import AnswerScoring
import SpecRecords
import Testing

@Suite("Correct answer: lettered options")
struct ChoiceAnswerTests {
  @Test(
    "Finds the letter that is chosen",
    arguments: [
      CorrectnessRow("B", "B", true), CorrectnessRow("b", "B", true), CorrectnessRow("(B)", "B", true),
      CorrectnessRow("(b)", "B", true), CorrectnessRow("B)", "B", true), CorrectnessRow("B.", "(B)", true),
      CorrectnessRow("**B**", "B", true), CorrectnessRow("`B`", "B", true), CorrectnessRow("Ｂ", "B", true),
      CorrectnessRow("B. Paris", "B", true), CorrectnessRow("B: Paris", "B", true),
      CorrectnessRow("B) Paris", "B", true),
      CorrectnessRow("(B) Paris is the capital; A and C are not.", "B", true),
      CorrectnessRow("**B) Paris**\n\nA is in Italy.", "B", true),
      CorrectnessRow("B\n\nParis is the capital of France.", "B", true),
      CorrectnessRow("Option B", "B", true), CorrectnessRow("Answer: B", "B", true),
      CorrectnessRow("ANSWER: B", "B", true),
      CorrectnessRow("Answer: (B) Paris", "B", true), CorrectnessRow("Answer: b", "B", true),
      CorrectnessRow("The correct answer is **B**.", "B", true),
      CorrectnessRow("The correct answer is B, Paris.", "B", true),
      CorrectnessRow("The answer is Paris (B).", "B", true), CorrectnessRow("The best option is B.", "B", true),
      CorrectnessRow("\\boxed{B}", "B", true), CorrectnessRow("\\boxed{\\text{B}}", "B", true),
      CorrectnessRow("$\\boxed{\\textbf{(B)}\\ 12}$", "B", true),
      CorrectnessRow("<answer>B</answer>", "B", true), CorrectnessRow("Die Antwort ist B.", "B", true),
      CorrectnessRow("La réponse est B.", "B", true), CorrectnessRow("La respuesta es B.", "B", true),
      CorrectnessRow("I think A is wrong, so B.", "B", true), CorrectnessRow("A is wrong, B is correct.", "B", true),
      CorrectnessRow("It's B.", "B", true), CorrectnessRow("I would choose option B here.", "B", true),
      CorrectnessRow("A and C are wrong, D is not in France. B", "B", true),
      CorrectnessRow("Neither A nor C. B!", "B", true), CorrectnessRow("B, not A.", "B", true),
      CorrectnessRow("B rather than A", "B", true), CorrectnessRow("B because A is in Italy.", "B", true),
      CorrectnessRow(
        "A) Rome is in Italy.\nB) Paris is in France.\nC) Bonn is in Germany.\n\nTherefore, the answer is B.", "B", true
      ),
      CorrectnessRow("The answer is A. No, wait: the answer is B.", "B", true),
      CorrectnessRow("<think>A? C?</think>B", "B", true),
      CorrectnessRow("The answer isn't A. The answer is B.", "B", true),
      CorrectnessRow("A 30-day window is option B.", "B", true),
      CorrectnessRow("A: No. B: Yes. C: No.", "B", true), CorrectnessRow("I choose B over A.", "B", true),
      CorrectnessRow("Option A is too small, option C too large. Option B fits.", "B", true),
      CorrectnessRow("A and D can be eliminated. Between B and C, B is better.", "B", true),
      CorrectnessRow("Among the options, B fits best.", "B", true), CorrectnessRow("Option b is correct.", "B", true),
      CorrectnessRow("正解はBです", "B", true), CorrectnessRow("答案：B", "B", true), CorrectnessRow("B、C", "B", false),
      CorrectnessRow("A. No\nB. Yes\nC. No\nD. No", "B", true), CorrectnessRow("A ✗\nB ✓\nC ✗", "B", true),
      CorrectnessRow("B? Hmm, rather D.", "B", false), CorrectnessRow("Vitamin B", "B", false),
      CorrectnessRow("C is wrong and so is B. A remains.", "B", false),
      CorrectnessRow("{\"answer\": \"B\"}", "B", true), CorrectnessRow("A  B  C  D", "A", false),
      CorrectnessRow("Type A people", "A", false),
      CorrectnessRow("A", "A", true), CorrectnessRow("A is correct.", "A", true),
      CorrectnessRow("The answer is A.", "A", true),
      CorrectnessRow("A", "B", false), CorrectnessRow("Answer: C", "B", false),
      CorrectnessRow("B is wrong.", "B", false), CorrectnessRow("Not B.", "B", false),
      // An article, a name, and what does not choose.
      CorrectnessRow("A refund takes 30 days.", "A", false), CorrectnessRow("A man in Paris", "A", false),
      CorrectnessRow("The U.S.A. won.", "A", false), CorrectnessRow("Vitamin-A", "A", false),
      CorrectnessRow("C++", "C", false),
      CorrectnessRow("A or B", "B", false), CorrectnessRow("Answer: A or B", "B", false),
      CorrectnessRow("A/B", "B", false),
      CorrectnessRow("A, B", "B", false), CorrectnessRow("AB", "B", false),
      CorrectnessRow("Both A and B are correct.", "B", false),
      CorrectnessRow("The answer is B and C.", "B", false), CorrectnessRow("It could be B. It could be C.", "B", false),
      CorrectnessRow("A is larger than B.", "A", false),
      CorrectnessRow("Paris", "B", false), CorrectnessRow("", "B", false), CorrectnessRow("🤷", "B", false),
      CorrectnessRow("E", "B", false),
      CorrectnessRow("B", "A or B", .inconclusive), CorrectnessRow("B", "Paris", .inconclusive),
    ])
  func choices(row: CorrectnessRow) { row.expect(by: .choice(of: "A"..."D")) }

  @Test("Other letters than these, and digits")
  func ranges() {
    CorrectnessRow("I", "I", true).expect(by: .choice(of: "A"..."J"))
    CorrectnessRow("I think it is J.", "J", true).expect(by: .choice(of: "A"..."J"))
    CorrectnessRow("2) Paris", "2", true).expect(by: .choice(of: "1"..."4"))
    CorrectnessRow("The answer is 3.", "2", false).expect(by: .choice(of: "1"..."4"))
    CorrectnessRow("Б", "Б", true).expect(by: .choice(of: "А"..."Г"))
    CorrectnessRow("B", "B", .inconclusive).expect(by: .choice(of: "!"..."~"))
  }

  @Test("Says what was chosen or named")
  func reasons() {
    func reason(_ answer: String) -> String {
      CorrectnessMatcher.choice(of: "A"..."D").match(answer, anyOf: ["B"]).reason
    }
    #expect(reason("Answer: C") == "The answer chooses C (after “Answer:”); correct would be “B”.")
    #expect(reason("A or C") == "The answer names A, C and does not choose one of them; correct would be “B”.")
    #expect(reason("Paris") == "The answer chooses no letter from A to D; correct would be “B”.")
    #expect(CorrectnessMatcher.choice(of: "A"..."D").match("It's C", anyOf: ["B", "C"]).extracted == "C")
  }
}

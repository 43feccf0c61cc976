import AnswerScoring
import SpecRecords
import Testing

@Suite("Correct answer: yes or no")
struct BooleanAnswerTests {
  @Test(
    "Reads yes and no",
    arguments: [
      CorrectnessRow("Yes", "yes", true), CorrectnessRow("yes.", "true", true), CorrectnessRow("YES!", "yes", true),
      CorrectnessRow("No", "no", true), CorrectnessRow("no", "yes", false), CorrectnessRow("Yes", "no", false),
      CorrectnessRow("True", "true", true), CorrectnessRow("False.", "false", true),
      CorrectnessRow("**Yes**, you can.", "yes", true),
      CorrectnessRow("Yes, you can return them.", "yes", true),
      CorrectnessRow("Yes you can.", "yes", true),
      CorrectnessRow("No, that is not possible.", "no", true),
      CorrectnessRow("No you can't.", "no", true),
      CorrectnessRow("Nope.", "no", true), CorrectnessRow("Absolutely!", "yes", true),
      CorrectnessRow("Absolutely not.", "no", true), CorrectnessRow("Of course.", "yes", true),
      CorrectnessRow("Of course not!", "no", true),
      CorrectnessRow("Correct.", "yes", true), CorrectnessRow("Incorrect.", "no", true),
      CorrectnessRow("Not true.", "no", true), CorrectnessRow("Not correct.", "no", true),
      CorrectnessRow("That is not true.", "no", true), CorrectnessRow("That's true.", "yes", true),
      CorrectnessRow("The statement is false.", "no", true), CorrectnessRow("This isn't correct.", "no", true),
      CorrectnessRow("That is not wrong.", "yes", true),
      CorrectnessRow("Answer: no", "no", true), CorrectnessRow("The answer is yes, with limits.", "yes", true),
      CorrectnessRow("It has 30 days. So yes.", "yes", true), CorrectnessRow("\\boxed{\\text{No}}", "no", true),
      CorrectnessRow("Well, no.", "no", true), CorrectnessRow("✅", "yes", true), CorrectnessRow("n", "no", true),
      CorrectnessRow("1", "true", true), CorrectnessRow("0", "yes", false),
      CorrectnessRow("I'd say yes.", "yes", true), CorrectnessRow("Definitely yes.", "yes", true),
      CorrectnessRow("Sure, you can.", "yes", true), CorrectnessRow("Certainly! That is false.", "no", true),
      CorrectnessRow("I'm afraid not.", "no", true), CorrectnessRow("Unfortunately, no.", "no", true),
      CorrectnessRow("Yes. No receipt is needed.", "yes", true),
      // What is no yes or no.
      CorrectnessRow("That is partially true.", "yes", false), CorrectnessRow("No receipt is needed.", "no", false),
      CorrectnessRow("[x] Yes [ ] No", "yes", false),
      CorrectnessRow("No problem, we can do that!", "no", false),
      CorrectnessRow("No problem, we can do that!", "yes", false),
      CorrectnessRow("You can return them within 30 days.", "yes", false),
      CorrectnessRow("Yes and no.", "yes", false), CorrectnessRow("Yes or no?", "yes", false),
      CorrectnessRow("Yes. Actually, no.", "yes", false), CorrectnessRow("It depends.", "yes", false),
      CorrectnessRow("Not necessarily.", "no", false), CorrectnessRow("Right now we are closed.", "yes", false),
      CorrectnessRow("Correct the address first.", "yes", false), CorrectnessRow("Order No. 5 was sent.", "no", false),
      CorrectnessRow("No. 5", "no", false), CorrectnessRow("", "yes", false), CorrectnessRow("👀", "yes", false),
      // Other languages.
      CorrectnessRow("Ja, das geht.", "yes", true), CorrectnessRow("Nein.", "no", true),
      CorrectnessRow("Das ist nicht richtig.", "no", true), CorrectnessRow("Das stimmt nicht.", "no", true),
      CorrectnessRow("Das stimmt.", "yes", true), CorrectnessRow("Jein.", "yes", false),
      CorrectnessRow("Leider nein.", "no", true), CorrectnessRow("Oui mais non.", "yes", false),
      CorrectnessRow("Claro que sí.", "yes", true), CorrectnessRow("Claro que no.", "no", true),
      CorrectnessRow("Oui, bien sûr.", "yes", true), CorrectnessRow("Non, désolé.", "no", true),
      CorrectnessRow("Ce n'est pas vrai.", "no", true), CorrectnessRow("C'est vrai.", "yes", true),
      CorrectnessRow("Sí, claro.", "yes", true), CorrectnessRow("Si compra dos, es gratis.", "yes", false),
      CorrectnessRow("Sì.", "yes", true), CorrectnessRow("Non è vero.", "no", true),
      CorrectnessRow("Não, não pode.", "no", true), CorrectnessRow("Sim!", "yes", true),
      CorrectnessRow("はい、できます。", "yes", .inconclusive), CorrectnessRow("yes", "perhaps", .inconclusive),
    ])
  func booleans(row: CorrectnessRow) { row.expect(by: .boolean) }

  @Test("Quotes the words that say it")
  func reasons() {
    func match(_ answer: String) -> CorrectnessMatch { CorrectnessMatcher.boolean.match(answer, anyOf: ["yes"]) }
    #expect(match("That is not true.").reason == "The answer says no (“That is not true”); correct would be “yes”.")
    #expect(
      match("Yes and no.").reason
        == "The answer says both yes and no: “Yes” and “no” in one breath. Correct would be “yes”.")
    #expect(match("It depends.").reason == "The answer says neither yes nor no; correct would be “yes”.")
  }
}

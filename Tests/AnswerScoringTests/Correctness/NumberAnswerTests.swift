import AnswerScoring
import SpecRecords
import Testing

@Suite("Correct answer: numbers")
struct NumberAnswerTests {
  @Test(
    "Takes the number that an answer marks, else the last",
    arguments: [
      // The marks of GSM8K, MATH and their kin.
      CorrectnessRow("16 - 3 - 4 = 9 eggs.\n#### 18", "18", true),
      CorrectnessRow("#### 18\nShe sells 9 eggs for 2 dollars.", "18", true),
      CorrectnessRow("#### $1,234", "1234", true),
      CorrectnessRow("#### 2. Second step\nSo we get 7.", "7", true),
      CorrectnessRow("So $x = \\boxed{42}$, found in 3 steps.", "42", true),
      CorrectnessRow("First \\boxed{41}, no: \\boxed{42}. See rule 7.", "42", true),
      CorrectnessRow("\\boxed{x = 5}", "5", true),
      CorrectnessRow("\\boxed{\\frac{3}{4}} of 100", "0.75", true),
      CorrectnessRow("\\boxed{\\text{42 apples}}", "42", true),
      CorrectnessRow("\\boxed{1{,}234}", "1234", true),
      CorrectnessRow("\\fbox{9}", "9", true),
      CorrectnessRow("\\boxed 42", "42", true),
      CorrectnessRow("\\boxed{42", "42", true),
      CorrectnessRow("The answer is 42, because 6 × 7 is 42 and not 43.", "42", true),
      CorrectnessRow("The answer is 6 × 7 = 42.", "42", true),
      CorrectnessRow("The answer is $42$.", "42", true),
      CorrectnessRow("**Answer:** 42\n\nChecked against 2 sources.", "42", true),
      CorrectnessRow("Answer:\n\n42\n\nSee page 7.", "42", true),
      CorrectnessRow("The answer is 41. Wait, 6 × 7 is more. The answer is 42. There are 2 factors.", "42", true),
      CorrectnessRow("The answer to question 3 is 42, from table 9.", "42", true),
      CorrectnessRow("The wrong answer is 41; 42 is right", "42", true),
      CorrectnessRow("Die Antwort lautet 42. Quelle: Seite 7", "42", true),
      CorrectnessRow("La réponse est 42, voir page 7.", "42", true),
      CorrectnessRow("<think>maybe 41? #### 41</think>It is 42.", "42", true),
      CorrectnessRow("<answer>42</answer> (of 3 tries)", "42", true),
      CorrectnessRow("The answer is 43.", "42", false),
      CorrectnessRow("\\boxed{43} though 42 came close: 42", "42", false),
      // Without a mark.
      CorrectnessRow("Between 40 and 44 lies 42", "42", true),
      CorrectnessRow("42 is not 43", "42", false),
      CorrectnessRow("−4", "-4", true),
      CorrectnessRow("It fell to -4 degrees.", "-4", true),
      CorrectnessRow("2019-2021", "2021", true),
      CorrectnessRow("1.234.567", "1234567", true),
      CorrectnessRow("12,5", "12.5", true),
      CorrectnessRow("٤٢", "42", true),
      CorrectnessRow("１２３", "123", true),
      CorrectnessRow("4.20e1", "42", true),
      CorrectnessRow("3 × 10^8 m/s", "300000000", true),
      CorrectnessRow("3 \\times 10^{8}", "3e8", true),
      CorrectnessRow("6.02 x 10²³", "6.02e23", true),
      CorrectnessRow("1.6 × 10⁻¹⁹ C", "1.6e-19", true),
      CorrectnessRow("3/4", "0.75", true),
      CorrectnessRow("3/4", "3/4", true),
      CorrectnessRow("1 1/2", "1.5", true),
      CorrectnessRow("2½", "2.5", true),
      CorrectnessRow("½", "0.5", true),
      CorrectnessRow("5/0", "0", true),
      CorrectnessRow("on 03/05/2026", "2026", true),
      CorrectnessRow("42k", "42", false),
      CorrectnessRow("42k", "42000", true),
      CorrectnessRow("1.5 million", "1,500,000", true),
      CorrectnessRow("2 Milliarden", "2e9", true),
      CorrectnessRow("42 km", "42", true),
      CorrectnessRow("minus 42", "-42", true),
      CorrectnessRow("minus 42", "42", false),
      CorrectnessRow("50 minus 8", "8", true),
      CorrectnessRow("–42", "-42", true),
      CorrectnessRow("It is 42 [1].", "42", true),
      CorrectnessRow("[42]", "42", true),
      CorrectnessRow("Within 42 days, order T-1042.", "42", true),
      CorrectnessRow("T-1042", "1042", true),
      CorrectnessRow("It is 42, not 43.", "42", true),
      CorrectnessRow("42, see https://example.com/faq/7", "42", true),
      CorrectnessRow("So it is 42.\n1. Note that this is final.", "42", true),
      CorrectnessRow("The answer is in section 3 of the policy: 42 days.", "42", true),
      CorrectnessRow("forty-two", "42", true),
      CorrectnessRow("There are forty-two of them.", "42", true),
      CorrectnessRow("Zweiundvierzig Tage sind es.", "42", true),
      CorrectnessRow("One.", "1", true),
      CorrectnessRow("Nobody knows.", "42", false),
      CorrectnessRow("", "42", false),
      CorrectnessRow("🤷", "42", false),
      CorrectnessRow("4", "3 of 4", .inconclusive),
      CorrectnessRow("4", "many", .inconclusive),
      CorrectnessRow("18", "He has 16 - 3 - 4 = 9.\n#### 18", true),
    ])
  func number(row: CorrectnessRow) { row.expect(by: .number) }

  @Test(
    "Allows a share of the correct number",
    arguments: [
      ("101", "100", 0.01, true), ("102", "100", 0.01, false), ("99", "100", 0.01, true), ("-99", "-100", 0.01, true),
      ("0", "0", 0.5, true), ("0.001", "0", 0.5, false), ("3.14", "3.14159", 0.001, true),
      ("1e20", "1.01e20", 0.01, true),
    ])
  func relative(answer: String, correct: String, tolerance: Double, isCorrect: Bool) {
    CorrectnessRow(answer, correct, isCorrect).expect(by: .number(relativeTolerance: tolerance))
  }

  @Test("A share that is none decides nothing", arguments: [-0.1, .nan, .infinity] as [Double])
  func badTolerance(tolerance: Double) {
    CorrectnessRow("4", "4", .inconclusive).expect(by: .number(relativeTolerance: tolerance))
    CorrectnessRow("4 kg", "4 kg", .inconclusive).expect(by: .quantity(tolerance: tolerance))
  }

  @Test("Says which number was read and where")
  func reasons() {
    let matcher = CorrectnessMatcher.number
    let last = matcher.match("We have 3 boxes of 14.", anyOf: ["42", "43"])
    #expect(last.reason == "The answer's number 14, the last of 2, is not that of “42”, “43”.")
    #expect(last.extracted == "14")
    let marked = matcher.match("Answer: 1,234.0 apples", anyOf: ["1234"])
    #expect(marked.reason == "The answer's number 1234 (“1,234.0”) (after “Answer:”) is that of “1234”.")
    #expect(marked.extracted == "1,234.0")
  }
}

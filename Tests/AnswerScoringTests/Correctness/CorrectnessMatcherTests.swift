import AnswerScoring
import SpecRecords
import Testing

@Suite("Correct answer known")
struct CorrectnessMatcherTests {
  @Test("Compares letter for letter")
  func exact() {
    #expect(CorrectnessMatcher.exact.match("Paris", anyOf: ["Rome", "Paris"]).matched == "Paris")
    #expect(CorrectnessMatcher.exact.match("paris", anyOf: ["Paris"]).verdict == .failed)
    #expect(CorrectnessMatcher.exact.match("", anyOf: [""]).verdict == .passed)
    #expect(CorrectnessMatcher.exact.match("x", anyOf: [""]).verdict == .failed)
  }

  @Test(
    "Leaves case, spacing and outer signs out of account",
    arguments: [("paris.", true), ("  “PARIS!”  ", true), ("**Paris**", true), ("Not Paris", false), ("Pariš", false)])
  func normalized(answer: String, isCorrect: Bool) {
    let match = CorrectnessMatcher.normalized.match(answer, anyOf: ["Paris", "Ville Lumière"])
    #expect(match.verdict == (isCorrect ? .passed : .failed))
    #expect(match.score == (isCorrect ? 1 : 0))
    #expect(match.matched == (isCorrect ? "Paris" : nil))
    #expect(match.reason.contains("Paris"))
  }

  @Test(
    "Takes the last number of an answer",
    arguments: [
      ("42", "42", true), ("It is 42.0 km.", "42 km", true), ("2 + 2 = 4", "4", true), ("4 is not 5", "4", false),
      ("-4", "4", false), ("1,234.50", "1234.5", true), ("forty-two", "42", true), ("", "42", false),
    ])
  func number(answer: String, correct: String, isCorrect: Bool) {
    let match = CorrectnessMatcher.number.match(answer, anyOf: [correct])
    #expect(match.verdict == (isCorrect ? .passed : .failed))
  }

  @Test(
    "Allows a number to be off by the tolerance and no more",
    arguments: [
      ("0.3", 0.1, true), ("0.31", 0.1, true), ("0.29", 0.1, false), ("0.5", 0.1, true), ("0.51", 0.1, false),
    ])
  func tolerance(answer: String, tolerance: Double, isCorrect: Bool) {
    let match = CorrectnessMatcher.number(tolerance: tolerance).match(answer, anyOf: ["0.4"])
    #expect(match.verdict == (isCorrect ? .passed : .failed))
  }

  @Test("A tolerance that is none decides nothing", arguments: [-1, .nan, .infinity] as [Double])
  func badTolerance(tolerance: Double) {
    #expect(CorrectnessMatcher.number(tolerance: tolerance).match("4", anyOf: ["4"]).verdict == .inconclusive)
  }

  @Test(
    "Finds a correct answer as whole words and whole numbers",
    arguments: [
      ("The capital is Paris, of course.", "paris", true), ("In Paris's centre", "Paris", true),
      ("Romeo", "Rome", false), ("Parisian", "Paris", false), ("non-refundable", "refundable", false),
      ("a 30-day window", "30", true), ("30% off", "30", true), ("300", "30", false), ("-4 degrees", "4", false),
      ("-4 degrees", "-4", true), ("3-4", "-4", false), ("3.14", "14", false), ("3.14", "3", false),
      ("Pi is 3.14.", "3.14", true), ("1,234", "234", false), ("on 2024-04-01", "04", false), ("12:30", "30", false),
      ("答えは東京です", "東京", true), ("New  York\nCity", "new york", true), ("New Jersey, York", "new york", false),
      ("xa a a", "a a", true), ("don't", "don", false), ("C++ it is", "c++", true), ("", "Paris", false),
    ])
  func containing(answer: String, correct: String, isCorrect: Bool) {
    let match = CorrectnessMatcher.containing.match(answer, anyOf: [correct])
    #expect(match.verdict == (isCorrect ? .passed : .failed))
  }

  @Test("Searches a hostile text in linear time")
  func hostile() {
    let answer = String(repeating: "a", count: 20_000)
    let correct = String(repeating: "a", count: 10_000) + "b"
    #expect(CorrectnessMatcher.containing.match(answer, anyOf: [correct]).verdict == .failed)
  }

  @Test("Nothing to compare with decides nothing")
  func nothingToCompare() {
    for matcher in [CorrectnessMatcher.exact, .normalized, .number, .containing] {
      #expect(matcher.match("Paris", anyOf: []).verdict == .inconclusive)
    }
    #expect(CorrectnessMatcher.normalized.match("", anyOf: [" "]).verdict == .inconclusive)
    #expect(CorrectnessMatcher.containing.match("Paris", anyOf: [""]).verdict == .inconclusive)
    #expect(CorrectnessMatcher.number.match("4", anyOf: ["many", "3 of 4"]).verdict == .inconclusive)
  }

  @Test("Quotes a long answer only in part")
  func bounded() {
    let match = CorrectnessMatcher.normalized.match(String(repeating: "no ", count: 10_000), anyOf: ["yes"])
    #expect(match.reason.count < 600)
  }
}

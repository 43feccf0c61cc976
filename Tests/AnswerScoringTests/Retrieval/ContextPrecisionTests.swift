import AnswerScoring
import Testing

@Suite("Context precision")
struct ContextPrecisionTests {
  @Test(
    "Is the mean precision at the ranks of the relevant contexts",
    arguments: [
      ([true], 1.0), ([false], 0), ([], 0), ([true, false, false], 1), ([false, true], 0.5),
      ([false, false, true, true, false], (1.0 / 3 + 2.0 / 4) / 2), ([true, false, true], (1 + 2.0 / 3) / 2),
      ([true, true, true], 1),
    ] as [([Bool], Double)])
  func formula(relevance: [Bool], score: Double) {
    #expect(abs(ContextPrecision.score(relevance) - score) < 1e-12)
  }

  @Test("Is bounded by the best and the worst case of what is not known")
  func unknown() {
    #expect(ContextPrecision.possibleScores([true, nil, false]) == 1...1)
    #expect(ContextPrecision.possibleScores([nil, true]) == 0.5...1)
    #expect(ContextPrecision.possibleScores([nil]) == 0...1)
    #expect(ContextPrecision.possibleScores([]) == 0...0)
    #expect(ContextPrecision.possibleScores(Array(repeating: nil, count: 1_000)) == 0...1)
  }
}

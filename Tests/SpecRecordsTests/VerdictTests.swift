import SpecRecords
import Testing

@Suite("Verdicts")
struct VerdictTests {
  @Test(
    "A score passes at the threshold and above it, and fails below it",
    arguments: [
      (0.8, 0.8, Verdict.passed), (0.81, 0.8, .passed), (0.799_999, 0.8, .failed), (-1, 0, .failed),
      (.infinity, 0.8, .passed), (-.infinity, 0.8, .failed),
    ])
  func threshold(score: Double, threshold: Double, verdict: Verdict) {
    #expect(Verdict(score: score, threshold: threshold) == verdict)
  }

  @Test("A score or threshold that is no number decides nothing")
  func notANumber() {
    #expect(Verdict(score: .nan, threshold: 0.5) == .inconclusive)
    #expect(Verdict(score: 0.5, threshold: .nan) == .inconclusive)
  }

  @Test("Of several things, a failure outweighs what is unknown, which outweighs a pass")
  func several() {
    #expect(Verdict(allOf: []) == .passed)
    #expect(Verdict(allOf: [.passed, .passed]) == .passed)
    #expect(Verdict(allOf: [.passed, .inconclusive]) == .inconclusive)
    #expect(Verdict(allOf: [.inconclusive, .failed, .passed]) == .failed)
    #expect(Verdict(allOf: [.failed, .inconclusive]) == .failed)
  }

  @Test("Red verdicts have a heading and an exit status of their own")
  func headingsAndStatus() {
    #expect(Verdict.allCases.map(\.isRed) == [false, true, true])
    #expect(Verdict.allCases.map(VerdictHeading.init) == [nil, .failed, .inconclusive])
    #expect(Verdict.allCases.map(\.exitStatus) == [0, 1, 3])
    #expect(VerdictHeading.notRecorded.description == "not recorded")
  }
}

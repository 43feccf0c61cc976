import SpecRecords
import Testing

@Suite("Verdicts on trials")
struct TrialVerdictTests {
  @Test(
    "At least four of five: passed, failed or inconclusive",
    arguments: [
      (TrialCount(passed: 5), Verdict.passed),
      (TrialCount(passed: 4, failed: 1), .passed),
      (TrialCount(passed: 4, inconclusive: 1), .passed),
      (TrialCount(passed: 3, failed: 2), .failed),
      (TrialCount(passed: 3, failed: 1, inconclusive: 1), .inconclusive),
      (TrialCount(passed: 2, failed: 2, inconclusive: 1), .failed),
      (TrialCount(passed: 0, inconclusive: 5), .inconclusive),
      (TrialCount(failed: 5), .failed),
    ])
  func fourOfFive(count: TrialCount, verdict: Verdict) {
    #expect(Verdict(trials: count, needed: 4) == verdict)
  }

  @Test("No count of five trials gives a pass with fewer passes than are needed")
  func exhaustive() {
    for needed in 0...5 {
      for passed in 0...5 {
        for failed in 0...(5 - passed) {
          let count = TrialCount(passed: passed, failed: failed, inconclusive: 5 - passed - failed)
          let verdict = Verdict(trials: count, needed: needed)
          #expect((verdict == .passed) == (passed >= needed))
          #expect((verdict == .failed) == (5 - failed < needed))
        }
      }
    }
  }

  @Test(
    "A rate is the number of passes that reaches it, whatever the last bit of the product says",
    arguments: [
      (0.8, 5, 4), (0.8, 10, 8), (0.6, 5, 3), (0.7, 10, 7), (0.1, 30, 3), (0.9, 5, 5), (0.81, 5, 5), (0.0, 5, 0),
      (1.0, 5, 5), (0.5, 3, 2), (1.0 / 3.0, 3, 1), (2.0 / 3.0, 3, 2), (0.29, 100, 29), (0.57, 100, 57),
    ])
  func rates(rate: Double, trials: Int, needed: Int) {
    #expect(TrialRequirement.rate(atLeast: rate).passesNeeded(of: trials) == needed)
  }

  @Test("Every whole percentage of a hundred trials is that number of passes")
  func percentages() {
    for percent in 0...100 {
      #expect(TrialRequirement.rate(atLeast: Double(percent) / 100).passesNeeded(of: 100) == percent)
    }
  }

  @Test("A count and all")
  func counts() {
    #expect(TrialRequirement.atLeast(4).passesNeeded(of: 5) == 4)
    #expect(TrialRequirement.atLeast(0).passesNeeded(of: 5) == 0)
    #expect(TrialRequirement.all.passesNeeded(of: 5) == 5)
  }

  @Test("A requirement that cannot be met is none")
  func impossible() {
    #expect(TrialRequirement.atLeast(6).passesNeeded(of: 5) == nil)
    #expect(TrialRequirement.atLeast(-1).passesNeeded(of: 5) == nil)
    #expect(TrialRequirement.all.passesNeeded(of: 0) == nil)
    for rate in [-0.1, 1.1, 80, .nan, .infinity] {
      #expect(TrialRequirement.rate(atLeast: rate).passesNeeded(of: 5) == nil)
    }
  }

  @Test("A count and a rate never read alike")
  func descriptions() {
    #expect(TrialRequirement.atLeast(4).description == "at least 4")
    #expect(TrialRequirement.rate(atLeast: 0.8).description == "a rate of at least 0.8")
    #expect(TrialRequirement.all.description == "all")
  }
}

import Testing

@testable import SemanticSimilarity

@Suite("Calibration of scores")
struct ScoreCalibrationTests {
  private let calibration = ScoreCalibration.paraphraseMiniLM

  @Test("One half is where offset and slope say, and the curve rises everywhere")
  func curve() throws {
    #expect(abs(calibration.match(forCosine: 0.8575) - 0.5) < 0.001)
    let matches = stride(from: -1.0, through: 1.0, by: 0.01).map(calibration.match)
    #expect(zip(matches, matches.dropFirst()).allSatisfy { $0 < $1 })
    #expect(matches.allSatisfy { (0...1).contains($0) })
    let cosine = try #require(calibration.cosine(forMatch: 0.7))
    #expect(abs(calibration.match(forCosine: cosine) - 0.7) < 1e-12)
  }

  @Test("What is no number has no match, and no curve falls")
  func bounds() {
    #expect(calibration.match(forCosine: .nan) == 0)
    #expect(calibration.match(forCosine: .infinity) == 1)
    #expect(calibration.match(forCosine: -.infinity) == 0)
    #expect(calibration.cosine(forMatch: 0) == nil)
    #expect(calibration.cosine(forMatch: .nan) == nil)
    #expect(ScoreCalibration(slope: -1, offset: 0) == nil)
    #expect(ScoreCalibration(slope: 0, offset: 0) == nil)
    #expect(ScoreCalibration(slope: .infinity, offset: 0) == nil)
  }
}

import SemanticSimilarity
import Testing

@Suite("Calibration of the best of several windows")
struct WindowedCalibrationTests {
  private let calibration = EncoderCalibration.paraphraseMiniLM.windowed

  @Test("Rises with the cosine, and falls with the number of windows")
  func curve() throws {
    let matches = stride(from: -1.0, through: 1.0, by: 0.01).map { calibration.match(forCosine: $0, windowCount: 7) }
    #expect(zip(matches, matches.dropFirst()).allSatisfy { $0 < $1 })
    let byCount = [1, 2, 10, 1000].map { calibration.match(forCosine: 0.8, windowCount: $0) }
    #expect(zip(byCount, byCount.dropFirst()).allSatisfy { $0 > $1 })
    let cosine = try #require(calibration.cosine(forMatch: 0.7, windowCount: 5))
    #expect(abs(calibration.match(forCosine: cosine, windowCount: 5) - 0.7) < 1e-12)
  }

  @Test("What is no number has no match, no count is below one, and no curve falls")
  func bounds() {
    #expect(calibration.match(forCosine: .nan, windowCount: 3) == 0)
    #expect(calibration.match(forCosine: 0.9, windowCount: -4) == calibration.match(forCosine: 0.9, windowCount: 1))
    #expect(calibration.cosine(forMatch: 1, windowCount: 1) == nil)
    #expect(WindowedCalibration(slope: 0, offset: 0, windowOffset: 0) == nil)
    #expect(WindowedCalibration(slope: 1, offset: 0, windowOffset: -0.1) == nil)
    #expect(WindowedCalibration(slope: 1, offset: .nan, windowOffset: 0) == nil)
  }
}

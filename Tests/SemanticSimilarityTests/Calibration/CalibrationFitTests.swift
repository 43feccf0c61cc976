import Foundation
import Testing

@testable import SemanticSimilarity

@Suite("Fitting a calibration")
struct CalibrationFitTests {
  /// Labels that follow a curve exactly: at each cosine as many of 1,000 are the same as it says.
  private static func pairs(slope: Double, offset: Double, from low: Double, to high: Double) -> [LabelledCosine] {
    var pairs: [LabelledCosine] = []
    for step in 0...40 {
      let cosine = low + (high - low) * Double(step) / 40
      let probability = 1 / (1 + exp(-(slope * cosine - offset)))
      for place in 0..<1000 {
        pairs.append(LabelledCosine(cosine: cosine, isSame: Double(place) + 0.5 < 1000 * probability))
      }
    }
    return pairs
  }

  @Test(
    "Finds the curve that made the labels",
    arguments: [(12.9462, 11.1011, 0.2, 1.0), (30, 27, 0.7, 1), (4, 0.5, -1, 1), (60, 12, 0.1, 0.3)])
  func known(slope: Double, offset: Double, low: Double, high: Double) throws {
    let pairs = Self.pairs(slope: slope, offset: offset, from: low, to: high)
    let fitted = try ScoreCalibration.fit(pairs)
    #expect(abs(fitted.slope - slope) < 0.01 * slope)
    #expect(abs(fitted.offset / fitted.slope - offset / slope) < 0.002)
    #expect(try ScoreCalibration.fit(pairs) == fitted)
    let figures = fitted.figures(on: pairs)
    #expect(figures.count == 41_000)
    #expect(figures.calibrationError < 0.01)
    #expect(figures.brierScore < figures.constantBrierScore)
    #expect(figures.areaUnderCurve > 0.8)
  }

  @Test("Labels that one cosine parts without an error get a curve of moderate steepness")
  func parted() throws {
    let few = (0..<10).map { LabelledCosine(cosine: 0.5 + 0.04 * Double($0), isSame: $0 >= 5) }
    let many = (0..<1000).map { LabelledCosine(cosine: 0.5 + 0.0004 * Double($0), isSame: $0 >= 500) }
    let (modest, sure) = (try ScoreCalibration.fit(few), try ScoreCalibration.fit(many))
    #expect(modest.slope > 1 && modest.slope < 100)
    #expect(sure.slope > modest.slope && sure.slope < 1e6)
    #expect(abs((modest.cosine(forMatch: 0.5) ?? 0) - 0.68) < 0.03)
    #expect(modest.figures(on: few).areaUnderCurve == 1)
  }

  @Test("What cannot be fitted is said")
  func errors() {
    func message(_ pairs: [LabelledCosine]) -> String {
      do throws(CalibrationFitError) {
        _ = try ScoreCalibration.fit(pairs)
        return ""
      } catch { return error.description }
    }
    let one = (0..<50).map { LabelledCosine(cosine: Double($0) / 50, isSame: true) }
    #expect(message([]).contains("there are 0 that are the same and 0 that are not"))
    #expect(message(one).contains("there are 50 that are the same and 0 that are not"))
    #expect(message(one.map { LabelledCosine(cosine: $0.cosine, isSame: $0.cosine < 0.5) }).contains("wrong way round"))
    #expect(message(one.map { LabelledCosine(cosine: 0.5, isSame: $0.cosine < 0.5) }).contains("rising curve"))
    let odd = one + [LabelledCosine(cosine: .nan, isSame: false)]
    #expect(message(odd).contains("The cosine of pair 51 is nan"))
    #expect(message([LabelledCosine(cosine: .infinity, isSame: false)] + one).contains("pair 1 is inf"))
  }

  @Test("Figures are those of their definitions")
  func figures() throws {
    let calibration = try #require(ScoreCalibration(slope: 1, offset: 0))
    let pairs = [(2.0, true), (1, false), (1, true), (-1, false), (-2, false)].map {
      LabelledCosine(cosine: $0.0, isSame: $0.1)
    }
    let figures = calibration.figures(on: pairs, thresholds: [0.7, 0.5, 0.99])
    #expect(figures.sameCount == 2)
    #expect(figures.baseRate == 0.4)
    #expect(abs(figures.constantBrierScore - 0.24) < 1e-12)
    #expect(abs(figures.areaUnderCurve - 5.5 / 6) < 1e-12)
    let matches = [2.0, 1, 1, -1, -2].map(calibration.match)
    let targets = [1.0, 0, 1, 0, 0]
    var sum = 0.0
    for (match, target) in zip(matches, targets) { sum += (match - target) * (match - target) }
    #expect(abs(figures.brierScore - sum / 5) < 1e-12)
    #expect(figures.thresholds.map(\.match) == [0.5, 0.7, 0.99])
    let third = 1.0 / 3
    #expect(figures.thresholds.map(\.falseAcceptRate) == [third, third, 0])
    #expect(figures.thresholds.map(\.falseRefuseRate) == [0, 0, 1])
    let precisions: [Double?] = [2 * third, 2 * third, nil]
    #expect(figures.thresholds.map(\.precision) == precisions)
    let empty = calibration.figures(on: [])
    #expect(empty.brierScore == 0 && empty.areaUnderCurve == 0.5 && empty.baseRate == 0)
    let odd = calibration.figures(on: [LabelledCosine(cosine: .nan, isSame: true)])
    #expect(odd.brierScore == 1)
  }

  @Test("Finds what more windows take, and takes nothing where they do not")
  func windowed() throws {
    var windows: [LabelledWindow] = []
    var others: [LabelledWindow] = []
    for count in [1, 2, 4, 8, 16] {
      for step in 0...40 {
        let cosine = 0.3 + 0.7 * Double(step) / 40
        for place in 0..<200 {
          let share = (Double(place) + 0.5) / 200
          let moved = 1 / (1 + exp(-(13 * cosine - 10 - 0.4 * log(Double(count)))))
          let helped = 1 / (1 + exp(-(13 * cosine - 10 + 0.4 * log(Double(count)))))
          windows.append(LabelledWindow(cosine: cosine, windowCount: count, isSame: share < moved))
          others.append(LabelledWindow(cosine: cosine, windowCount: count, isSame: share < helped))
        }
      }
    }
    let fitted = try WindowedCalibration.fit(windows)
    #expect(abs(fitted.slope - 13) < 0.2)
    #expect(abs(fitted.windowOffset - 0.4) < 0.03)
    let other = try WindowedCalibration.fit(others)
    #expect(other.windowOffset == 0)
    #expect(other.slope > 10)
  }

  @Test("A reference is sought among its own answer and others, and among others alone, where it is not said")
  func windows() {
    let pairs: [(reference: [Float], answer: [Float], isSame: Bool)] = (0..<5).map { index in
      (reference: [1, 0], answer: index == 0 ? [0, 1] : [1, Float(index)], isSame: index == 0)
    }
    let windows = LabelledWindow.windows(of: pairs)
    #expect(windows.count == 5 * 5)
    let same = windows.filter(\.isSame)
    #expect(same.map(\.windowCount) == [1, 2, 4])
    #expect(same.map(\.cosine) == same.map(\.cosine).sorted())
    #expect(windows.prefix(5).map(\.windowCount) == [1, 2, 1, 4, 3])
    #expect(LabelledWindow.windows(of: []).isEmpty)
    let odd: [(reference: [Float], answer: [Float], isSame: Bool)] = [([0, 0], [1, 0], true), ([1], [1, 0], true)]
    #expect(LabelledWindow.windows(of: odd).isEmpty)
  }
}

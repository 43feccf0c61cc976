import Foundation
import StructuredOutput
import Testing
import TextMetrics

@testable import SemanticSimilarity

/// How `EncoderCalibration`'s curves are fitted: on the English pairs of the STS Benchmark's development part, and
/// looked at on those of its test part. A pair of a human score of 4 or more means the same.
///
/// For windows the second sentence of a pair stands among sentences of other pairs, or only these do, and the first one
/// is sought. `LLMSPEC_BENCHMARK=1 swift test --filter WindowedCalibrationFit` takes some minutes.
@Suite(
  "Fitting of the calibrations",
  .enabled(
    if: ConformanceFiles.file("labels/sts_b.jsonl") != nil
      && ProcessInfo.processInfo.environment["LLMSPEC_BENCHMARK"] != nil,
    "set LLMSPEC_BENCHMARK; \(ConformanceFiles.missing) otherwise"))
struct WindowedCalibrationFitTests {
  private static let mostSentences = 100

  private struct Pair {
    let a: String
    let b: String
    let isSame: Bool
  }

  private func pairs(_ split: String) throws -> [Pair] {
    try ConformanceFiles.lines(of: ConformanceFiles.file("labels/sts_b.jsonl"))
      .filter { $0["lang"]?.stringValue == "en" && $0["split"]?.stringValue == split }
      .map {
        Pair(
          a: try #require($0["a"]?.stringValue), b: try #require($0["b"]?.stringValue),
          isSame: try #require($0["score"]?.doubleValue) >= 4)
      }
  }

  @Test("The curves are the fitted ones", arguments: ["encoder", "lexical"])
  func fit(name: String) throws {
    let encoder = try SentenceEncoder.shared()
    let lexical = LexicalEmbedding(dimensions: 1024)
    let embed: ([String]) -> [[Float]] =
      name == "encoder" ? { encoder.embed($0).map(\.vector) } : { $0.map(lexical.vector) }
    let calibration = name == "encoder" ? EncoderCalibration.paraphraseMiniLM : .lexicalEmbedding

    let wholes = try ["dev", "test"].map { try wholeSamples(try pairs($0), embed) }
    let whole = try ScoreCalibration.fit(wholes[0])
    print("\(name) whole: \(whole)")
    for (samples, part) in zip(wholes, ["dev", "test"]) {
      print("\(name) whole, \(part): \(inBrief(calibration.whole.figures(on: samples)))")
    }
    let windows = try ["dev", "test"].map { try windowSamples(try pairs($0), embed) }
    let windowed = try WindowedCalibration.fit(windows[0])
    print("\(name) windowed: \(windowed)")
    for (samples, part) in zip(windows, ["dev", "test"]) {
      print("\(name) windowed, \(part): \(inBrief(figures(calibration.windowed, samples)))")
    }
    // The curve of the encoder for whole texts was fitted on all 1,500 pairs, of which these are a part.
    if name == "lexical" { #expect(isNear(calibration.whole.slope, whole.slope)) }
    #expect(isNear(calibration.windowed.slope, windowed.slope))
    #expect(isNear(calibration.windowed.offset, windowed.offset))
    #expect(isNear(calibration.windowed.windowOffset, windowed.windowOffset))
  }

  private func isNear(_ left: Double, _ right: Double) -> Bool { abs(left - right) <= 0.05 * max(1, abs(right)) }

  private func wholeSamples(_ pairs: [Pair], _ embed: ([String]) -> [[Float]]) throws -> [LabelledCosine] {
    let (left, right) = (embed(pairs.map(\.a)), embed(pairs.map(\.b)))
    return pairs.indices.map { index in
      let cosine = zip(left[index], right[index]).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
      return LabelledCosine(cosine: cosine, isSame: pairs[index].isSame)
    }
  }

  private func windowSamples(_ pairs: [Pair], _ embed: ([String]) -> [[Float]]) throws -> [LabelledWindow] {
    var generator = SplitMix64(state: 42)
    var samples: [LabelledWindow] = []
    var known: [String: [Float]] = [:]
    for (number, pair) in pairs.enumerated() {
      for holdsPair in [true, false] {
        var sentences = holdsPair ? [pair.b] : []
        // As often a few sentences as a hundred.
        let count = Int(exp(Double.random(in: 0...log(Double(Self.mostSentences)), using: &generator)))
        while sentences.count < count {
          var other = Int.random(in: 0..<pairs.count - 1, using: &generator)
          if other >= number { other += 1 }
          sentences.insert(pairs[other].b, at: Int.random(in: 0...sentences.count, using: &generator))
        }
        // Each on a line of its own, since not every caption ends with a stop.
        var search = StatementSearch(reference: pair.a, answer: sentences.map { "- " + $0 }.joined(separator: "\n"))
        while let texts = search.nextTexts() {
          let new = texts.filter { known[$0] == nil }
          for (text, vector) in zip(new, embed(new)) { known[text] = vector }
          search.take(texts.compactMap { known[$0] })
        }
        try #require(search.problem == nil)
        let sought = try #require(search.sought.first)
        let best = search.embeddedWindows.map { search.cosine(of: $0, to: sought) }.max()
        samples.append(
          LabelledWindow(
            cosine: try #require(best), windowCount: search.answer.windowCount, isSame: holdsPair && pair.isSame))
      }
    }
    return samples
  }

  /// The figures of a windowed calibration: its matches, taken for the cosines of a curve that leaves them as they are.
  private func figures(_ calibration: WindowedCalibration, _ samples: [LabelledWindow]) -> CalibrationFigures {
    let identity = ScoreCalibration(rising: 1, offset: 0)
    return identity.figures(
      on: samples.map { sample in
        let match = calibration.match(forCosine: sample.cosine, windowCount: sample.windowCount)
        return LabelledCosine(cosine: log(match / (1 - match)), isSame: sample.isSame)
      })
  }

  private func inBrief(_ figures: CalibrationFigures) -> String {
    "\(figures.count) samples, \(figures.sameCount) the same; Brier \(figures.brierScore) (constant guess "
      + "\(figures.constantBrierScore)), ECE \(figures.calibrationError), AUC \(figures.areaUnderCurve)"
  }
}

/// Random numbers that are the same in each run (Steele, Lea and Flood, 2014).
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

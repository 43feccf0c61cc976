import Foundation
import StructuredOutput
import Testing
import TextMetrics

@testable import SemanticSimilarity

/// How scores of pairs part what means the same from what differs in a fact, and how they order pairs beside people.
@Suite(
  "Figures of pair scores",
  .enabled(
    if: ProcessInfo.processInfo.environment["LLMSPEC_BENCHMARK"] != nil
      && ConformanceFiles.file("labels/fact_change_probe.jsonl") != nil,
    "set LLMSPEC_BENCHMARK; \(ConformanceFiles.missing) otherwise"))
struct PairFigureTests {
  private struct Labelled {
    var row: JSONValue
    var pair: PairScorer.Pair
    var score: PairScore

    func text(_ key: String) -> String { row[key]?.stringValue ?? "" }
  }

  private static func scored(_ name: String, where isWanted: (JSONValue) -> Bool = { _ in true }) throws -> [Labelled] {
    let rows = try ConformanceFiles.lines(of: ConformanceFiles.file("labels/\(name).jsonl")).filter(isWanted)
    let pairs = try rows.map {
      PairScorer.Pair(
        reference: try #require($0["a"]?.stringValue), answer: try #require($0["b"]?.stringValue))
    }
    return zip(zip(rows, pairs), try PairScorer().results(of: pairs)).map {
      Labelled(row: $0.0, pair: $0.1, score: $1.score)
    }
  }

  @Test("A changed fact is told from a rewording, in four languages together")
  func changedFacts() throws {
    let rows = try Self.scored("fact_change_probe")
    let encoder = try SentenceEncoder.shared()
    let vectors = encoder.embed(rows.flatMap { [$0.pair.reference, $0.pair.answer] })
    let cosines = try rows.indices.map { try #require(vectors[2 * $0].cosine(to: vectors[2 * $0 + 1])) }
    let lexical = LexicalEmbedding()
    let measures: [(String, (Int) -> Double)] = [
      ("same", { rows[$0].score.same }), ("cosine of the encoder alone", { cosines[$0] }),
      (
        "cosine of the wording alone",
        {
          LexicalEmbedding.cosineSimilarity(
            lexical.vector(for: rows[$0].pair.reference), lexical.vector(for: rows[$0].pair.answer))
        }
      ),
      ("same digits", { Self.digits(rows[$0].pair.reference) == Self.digits(rows[$0].pair.answer) ? 1 : 0 }),
    ]
    print("area under the curve, same against changed, \(rows.count) pairs")
    for (name, measure) in measures {
      let areas = [nil, "en", "de", "fr", "es"].map { language in
        let places = rows.indices.filter { language == nil || rows[$0].text("lang") == language }
        return "\(language ?? "all") \(Self.rounded(Self.area(places.map { (measure($0), rows[$0].text("label")) })))"
      }
      print("  \(name): \(areas.joined(separator: ", "))")
    }
    print("label, category or language: pairs, same, different, contradicts, unchecked")
    var counts: [String: [PairVerdict: Int]] = [:]
    for row in rows {
      for key in ["total", row.text("category"), "[\(row.text("lang"))]"] {
        counts["\(row.text("label")) \(key)", default: [:]][row.score.verdict, default: 0] += 1
      }
      let isWrong = row.text("label") == "same" ? row.score.verdict != .same : row.score.verdict == .same
      if isWrong, ProcessInfo.processInfo.environment["LLMSPEC_BENCHMARK"] == "list" {
        print("\(row.text("label")) \(row.text("category")) \(row.text("lang"))")
        print("   \(row.pair.reference)\n   \(row.pair.answer)\n   \(row.score.verdict): \(row.score.reason)")
      }
    }
    for (key, count) in counts.sorted(by: { $0.key < $1.key }) {
      let total = count.values.reduce(0, +)
      let shares = PairVerdict.allCases.map { verdict in
        "\((Double(count[verdict, default: 0]) * 1000 / Double(total)).rounded() / 10) %"
      }
      print("  \(key): \(total), \(shares.joined(separator: ", "))")
    }
    let area = Self.area(rows.map { ($0.score.same, $0.text("label")) })
    #expect(area >= 0.97)
    let same = rows.filter { $0.text("label") == "same" }
    let contradicted = same.count { $0.score.verdict == .contradicts }
    let refused = contradicted + same.count { $0.score.verdict == .different }
    #expect(Double(contradicted) <= 0.05 * Double(same.count))
    #expect(Double(refused) <= 0.15 * Double(same.count))
  }

  @Test("Ordinary pairs are ordered beside people as well as by the cosine", arguments: ["train", "dev", "test"])
  func order(split: String) throws {
    let rows = try Self.scored("sts_b") { $0["lang"] == "en" && $0["split"]?.stringValue == split }
    let scores = try rows.map { try #require($0.row["score"]?.doubleValue) }
    let cosines = try rows.map { try #require($0.score.similarity) }
    let same = rows.map(\.score.same)
    let correlations = (RankCorrelation.spearman(cosines, scores), RankCorrelation.spearman(same, scores))
    let labels = scores.map { $0 >= 4 ? "same" : "changed" }
    let areas = (Self.area(Array(zip(cosines, labels))), Self.area(Array(zip(same, labels))))
    print(
      "STS-B \(split), \(rows.count) pairs: Spearman's correlation of the cosine \(Self.rounded(correlations.0)), of same "
        + "\(Self.rounded(correlations.1)); area under the curve for scores of 4 and more \(Self.rounded(areas.0)), "
        + "\(Self.rounded(areas.1))")
    #expect(correlations.1 >= correlations.0 - 0.005)
    #expect(areas.1 >= areas.0 - 0.005)
  }

  @Test("What each threshold takes of ordinary pairs")
  func thresholds() throws {
    let rows = try Self.scored("sts_b") { $0["split"] != "test" }
    for (language, isWording) in [("en", false), ("de, fr, es", true)] {
      let some = rows.filter { ($0.score.similarity == nil) == isWording }
      for threshold in [0.2, 0.3, 0.4, 0.5, 0.6, 0.7] {
        let taken = some.filter { $0.score.same >= threshold }
        func share(_ range: Range<Double>, of rows: [Labelled]) -> String {
          let count = rows.count { range.contains($0.row["score"]?.doubleValue ?? -1) }
          return "\((Double(count) * 1000 / Double(max(1, rows.count))).rounded() / 10) %"
        }
        let high = some.filter { $0.row["score"]?.doubleValue ?? 0 >= 4 }
        let low = some.filter { $0.row["score"]?.doubleValue ?? 0 < 4 }
        print(
          "STS-B train and dev [\(language)], \(some.count) pairs, same from \(threshold): takes "
            + "\(high.count { $0.score.same >= threshold }) of \(high.count) with a score of 4 and more, "
            + "\(low.count { $0.score.same >= threshold }) of \(low.count) others; of those taken "
            + "\(share(4..<5.1, of: taken)) have 4 and more, \(share(3..<5.1, of: taken)) 3 and more")
      }
    }
  }

  @Test("Verdicts of ordinary pairs, by language and what people say")
  func verdicts() throws {
    let rows = try Self.scored("sts_b")
    for language in ["en", "de", "fr", "es"] {
      for (name, range) in [("below 2", 0..<2.0), ("2 to 4", 2..<4), ("4 and more", 4..<5.1)] {
        let some = rows.filter {
          $0.text("lang") == language && range.contains($0.row["score"]?.doubleValue ?? -1)
        }
        let counts = PairVerdict.allCases.map { verdict in "\(verdict) \(some.count { $0.score.verdict == verdict })" }
        print("STS-B [\(language)], scores \(name), \(some.count) pairs: \(counts.joined(separator: ", "))")
        if name == "below 2" { #expect(some.count { $0.score.verdict == .same } * 50 <= some.count) }
      }
    }
  }

  @Test("The curve fitted on ordinary pairs is near the one that stands in the package")
  func calibration() throws {
    let rows = try Self.scored("sts_b") { $0["lang"] == "en" }
    func pairs(_ splits: Set<String>) throws -> [LabelledCosine] {
      try rows.filter { splits.contains($0.text("split")) }.map {
        LabelledCosine(
          cosine: try #require($0.score.similarity), isSame: (try #require($0.row["score"]?.doubleValue)) >= 4)
      }
    }
    for (name, fitted) in [
      ("dev", try ScoreCalibration.fit(pairs(["dev"]))), ("train and dev", try .fit(pairs(["train", "dev"]))),
      ("the package's", .paraphraseMiniLM),
    ] {
      let half = try #require(fitted.cosine(forMatch: 0.5))
      let figures = fitted.figures(on: try pairs(["test"]))
      print(
        "\(name): slope \(Self.rounded(fitted.slope)), offset \(Self.rounded(fitted.offset)), one half at "
          + "\(Self.rounded(half)); on test: Brier score \(Self.rounded(figures.brierScore)) (constant "
          + "\(Self.rounded(figures.constantBrierScore))), calibration error \(Self.rounded(figures.calibrationError)), "
          + "area \(Self.rounded(figures.areaUnderCurve))")
      #expect(abs(half - 0.8575) < 0.03)
    }
  }

  private static func digits(_ text: String) -> [String] {
    text.split { !$0.isNumber }.map(String.init)
  }

  private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

  /// The chance that of two pairs the one labelled `same` has the higher value.
  private static func area(_ values: [(value: Double, label: String)]) -> Double {
    let same = values.filter { $0.label == "same" }.map(\.value)
    let others = values.filter { $0.label != "same" }.map(\.value)
    var wins = 0.0
    for one in same { for other in others { wins += one > other ? 1 : one == other ? 0.5 : 0 } }
    return wins / Double(max(1, same.count * others.count))
  }
}

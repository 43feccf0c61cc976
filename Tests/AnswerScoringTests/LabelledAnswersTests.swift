import AnswerScoring
import Foundation
import LanguageModels
import SemanticSimilarity
import SpecRecords
import StructuredOutput
import Testing

/// How often the matcher is right on answers of a support assistant, each labelled by a person with what it makes of a
/// reference: it says it, contradicts it or omits it.
///
/// `LLMSPEC_BENCHMARK=1 swift test --filter LabelledAnswers` prints the tables of all files in the folder, and
/// `LLMSPEC_BENCHMARK=list` the answers too on which the matcher is wrong.
@Suite(
  "Labelled answers",
  .enabled(if: ProcessInfo.processInfo.environment["LLMSPEC_BENCHMARK"] != nil, "set LLMSPEC_BENCHMARK"))
struct LabelledAnswersTests {
  private struct Row: Decodable {
    let id: String
    let answer: String
    let reference: String
    let label: String
    let style: String?
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "LabelledAnswers")

  private static let files: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".jsonl") }
    .sorted()

  private let isListing = ProcessInfo.processInfo.environment["LLMSPEC_BENCHMARK"] == "list"

  private func rows(_ file: String) throws -> [Row] {
    let text = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
    return try text.split(separator: "\n").map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
  }

  @Test("The default threshold, label by label", arguments: files)
  func table(file: String) async throws {
    let rows = try rows(file)
    var counts: [String: [String: Int]] = [:]
    var right = 0
    for row in rows {
      let match = try await SemanticMatcher().match(row.answer, row.reference)
      var keys = [row.label]
      if let style = row.style { keys.append("\(row.label), \(style)") }
      for key in keys {
        counts[key, default: [:]][match.verdict.rawValue, default: 0] += 1
        counts[key, default: [:]]["facts \(match.factVerdict.name)", default: 0] += 1
      }
      let isRight = (row.label == "says") == (match.verdict == .passed)
      right += isRight ? 1 : 0
      if isListing, !isRight {
        print(
          "\(row.id) \(row.label)\n   REF \(row.reference)\n   ANS \(row.answer)\n   \(match.verdict) \(match.reason)")
      }
    }
    var lines = ["\(file): \(rows.count) rows, \(share(right, rows.count)) right"]
    lines.append("label | rows | passed | failed | inconclusive | facts contradict | facts missing")
    for (key, count) in counts.sorted(by: { $0.key < $1.key }) {
      let total = Verdict.allCases.reduce(0) { $0 + count[$1.rawValue, default: 0] }
      let columns = ["passed", "failed", "inconclusive", "facts contradicts", "facts missing"]
      lines.append(([key, "\(total)"] + columns.map { share(count[$0, default: 0], total) }).joined(separator: " | "))
    }
    print(lines.joined(separator: "\n"))
  }

  @Test("Other thresholds", arguments: files)
  func thresholds(file: String) async throws {
    let rows = try rows(file)
    for isWhole in [false, true] {
      var lines = [
        "\(file), \(isWhole ? "whole" : "said"): threshold | says refused | contradicts accepted | omits accepted | right"
      ]
      for percent in stride(from: 10, through: 90, by: 10) {
        let matcher = SemanticMatcher(threshold: .match(Double(percent) / 100))
        var totals: [String: Int] = [:]
        var accepted: [String: Int] = [:]
        for row in rows {
          let options: [SemanticMatchOption] = isWhole ? [.whole] : []
          let match = try await matcher.match(row.answer, .text(row.reference), options)
          totals[row.label, default: 0] += 1
          accepted[row.label, default: 0] += match.verdict == .passed ? 1 : 0
        }
        let says = totals["says", default: 0]
        let wrong = accepted["contradicts", default: 0] + accepted["omits", default: 0]
        let right = rows.count - says - wrong + accepted["says", default: 0]
        let columns = [
          "\(Double(percent) / 100)", share(says - accepted["says", default: 0], says),
          share(accepted["contradicts", default: 0], totals["contradicts", default: 0]),
          share(accepted["omits", default: 0], totals["omits", default: 0]), share(right, rows.count),
        ]
        lines.append(columns.joined(separator: " | "))
      }
      print(lines.joined(separator: "\n"))
    }
  }

  /// Logistic regression on the sentence of each reference that is least said, contradictions aside: those are not what
  /// a match can see.
  @Test("The weights of the evidence that these labels would give")
  func weights() async throws {
    var samples: [(signs: [Double], isSaid: Bool)] = []
    for row in try rows("development.jsonl") where row.label != "contradicts" {
      let match = try await SemanticMatcher().match(row.answer, row.reference)
      let evidence = match.sentences.compactMap { $0.window?.evidence }.min { $0.match < $1.match }
      guard let evidence, match.factVerdict != .contradicts else { continue }
      let nearness = min(1 - 1e-9, max(1e-9, evidence.nearness))
      samples.append(
        (
          [log(nearness / (1 - nearness)), evidence.wordCoverage, Double(min(2, evidence.agreeingFacts)), 1],
          row.label == "says"
        ))
    }
    var weights = [0.0, 0, 0, 0]
    for _ in 0..<20_000 {
      var gradient = [0.0, 0, 0, 0]
      for sample in samples {
        let sum = zip(sample.signs, weights).reduce(0) { $0 + $1.0 * $1.1 }
        let error = (sample.isSaid ? 1 : 0) - 1 / (1 + exp(-sum))
        for index in weights.indices { gradient[index] += error * sample.signs[index] }
      }
      for index in weights.indices { weights[index] += 0.2 * gradient[index] / Double(samples.count) }
    }
    print(
      "weights of \(samples.count) samples: nearness \(weights[0]), words \(weights[1]), facts \(weights[2]), constant \(weights[3])"
    )
  }

  private func share(_ part: Int, _ whole: Int) -> String {
    "\((Double(part) * 1000 / Double(max(1, whole))).rounded() / 10) %"
  }
}

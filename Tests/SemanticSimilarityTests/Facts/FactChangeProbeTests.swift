import Foundation
import SemanticSimilarity
import StructuredOutput
import Testing
import TextMetrics

private let probePath = "../shared/conformance/labels/fact_change_probe.jsonl"

/// What the guard finds on pairs of which one fact was changed, or none, by kind of change and language.
@Suite(
  "The fact-change probe",
  .enabled(
    if: ProcessInfo.processInfo.environment["LLMSPEC_BENCHMARK"] != nil
      && FileManager.default.fileExists(atPath: probePath),
    "set LLMSPEC_BENCHMARK, with ../shared/conformance/labels beside the package"))
struct FactChangeProbeTests {
  struct Row: Decodable {
    let id: String
    let lang: String
    let label: String
    let category: String
    let a: String
    let b: String
  }

  @Test("finds changed facts and leaves reworded ones alone")
  func probe() throws {
    let file = try String(contentsOfFile: probePath, encoding: .utf8)
    let rows = try file.split(separator: "\n").map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
    let guarding = FactGuard()
    let embedding = LexicalEmbedding()
    var counts: [String: (rows: Int, contradicts: Int, refused: Int)] = [:]
    var same: [Double] = []
    var changed: [Double] = []
    for row in rows {
      // Either side may be the reference.
      let turned = guarding.compare(reference: row.b, answer: row.a)
      var back = counts["\(row.label) turned"] ?? (0, 0, 0)
      back.rows += 1
      back.contradicts += turned.contradicts ? 1 : 0
      back.refused += turned.findings.isEmpty ? 0 : 1
      counts["\(row.label) turned"] = back
      let comparison = guarding.compare(reference: row.a, answer: row.b)
      let similarity = LexicalEmbedding.cosineSimilarity(embedding.vector(for: row.a), embedding.vector(for: row.b))
      // The share of the similarity is small, since changed pairs look more alike than reworded ones.
      let score = comparison.agreement * (0.9 + 0.1 * similarity)
      if row.label == "same" { same.append(score) } else { changed.append(score) }
      for key in ["\(row.label) \(row.category)", "\(row.label) [\(row.lang)]", "\(row.label) total"] {
        var count = counts[key] ?? (0, 0, 0)
        count.rows += 1
        if comparison.contradicts { count.contradicts += 1 }
        if !comparison.findings.isEmpty { count.refused += 1 }
        counts[key] = count
      }
      if isListing, (row.label == "same") != comparison.findings.isEmpty {
        print("\(row.label) \(row.category) \(row.lang) \(comparison.language?.code ?? "-")\n   \(row.a)\n   \(row.b)")
        for finding in comparison.findings { print("      \(finding.explanation)") }
      }
    }
    print("label category | rows | contradicts | refused")
    for key in counts.keys.sorted() {
      guard let count = counts[key] else { continue }
      print(
        "\(key) | \(count.rows) | \(percent(count.contradicts, count.rows)) | \(percent(count.refused, count.rows))")
    }
    var wins = 0.0
    for one in same { for other in changed { wins += one > other ? 1 : one == other ? 0.5 : 0 } }
    let area = wins / Double(same.count * changed.count)
    print("AUC of agreement with lexical similarity: \((area * 1000).rounded() / 1000)")
    let total = try #require(counts["same total"])
    #expect(Double(total.contradicts) <= 0.05 * Double(total.rows))
    #expect(Double(total.refused) <= 0.15 * Double(total.rows))
    let found = try #require(counts["changed total"])
    #expect(Double(found.contradicts) >= 0.95 * Double(found.rows))
  }

  @Test("seldom refuses what people call the same")
  func paraphrases() throws {
    struct Row: Decodable {
      let lang: String
      let a: String
      let b: String
      let score: Double
    }
    let file = try String(contentsOfFile: "../shared/conformance/labels/sts_b.jsonl", encoding: .utf8)
    let rows = try file.split(separator: "\n").map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
    for language in ["en", "de", "fr", "es"] {
      let same = rows.filter { $0.lang == language && $0.score >= 4.8 }
      var contradicts = 0
      var refused = 0
      for row in same {
        let comparison = FactGuard().compare(reference: row.a, answer: row.b)
        contradicts += comparison.contradicts ? 1 : 0
        refused += comparison.findings.isEmpty ? 0 : 1
        if isListing, !comparison.findings.isEmpty {
          print("STS \(row.score) \(row.lang)\n   \(row.a)\n   \(row.b)")
          for finding in comparison.findings { print("      \(finding.explanation)") }
        }
      }
      print(
        "STS-B >= 4.8 [\(language)] | \(same.count) | \(percent(contradicts, same.count)) | \(percent(refused, same.count))"
      )
      #expect(Double(contradicts) <= 0.1 * Double(same.count))
    }
  }

  @Test("tells edited summaries that changed from those that did not")
  func editedSummaries() throws {
    struct Row: Decodable {
      let original: String
      let edited: String
      let consistent: Bool
    }
    let file = try String(contentsOfFile: "../shared/conformance/labels/summedits.jsonl", encoding: .utf8)
    let rows = try file.split(separator: "\n").map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
    for isConsistent in [true, false] {
      let some = rows.filter { $0.consistent == isConsistent }
      var contradicts = 0
      var refused = 0
      for row in some {
        let comparison = FactGuard().compare(reference: row.original, answer: row.edited)
        contradicts += comparison.contradicts ? 1 : 0
        refused += comparison.findings.isEmpty ? 0 : 1
        if isListing, isConsistent, comparison.contradicts {
          print("SummEdits\n   \(row.original)\n   \(row.edited)")
          for finding in comparison.findings { print("      \(finding.explanation)") }
        }
      }
      print(
        "SummEdits consistent \(isConsistent) | \(some.count) | \(percent(contradicts, some.count)) | \(percent(refused, some.count))"
      )
    }
  }

  private var isListing: Bool { ProcessInfo.processInfo.environment["LLMSPEC_BENCHMARK"] == "list" }

  private func percent(_ part: Int, _ whole: Int) -> String {
    "\((Double(part) * 1000 / Double(max(1, whole))).rounded() / 10) %"
  }
}

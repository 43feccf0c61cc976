import AnswerScoring
import Foundation
import LanguageModels
import SpecRecords
import Testing
import TextMetrics

private let labels = "../shared/conformance/labels/"

/// What the offline sieve is worth on summaries of which people said whether they are consistent with their source:
/// `LLMSPEC_BENCHMARK=1 swift test --filter ConsistencyFigureTests`.
@Suite(
  "Figures of factual consistency",
  .enabled(
    if: ProcessInfo.processInfo.environment["LLMSPEC_BENCHMARK"] != nil
      && FileManager.default.fileExists(atPath: labels + "summedits.jsonl"),
    "set LLMSPEC_BENCHMARK, with ../shared/conformance/labels beside the package"))
struct ConsistencyFigureTests {
  private struct Row: Decodable {
    let id: String
    let domain: String
    let group: String
    let original: String
    let edited: String
    let consistent: Bool
    let edit_types: [String]
  }

  private struct Document: Decodable {
    let domain: String
    let group: String
    let text: String
  }

  private struct Scored {
    let row: Row
    let result: FactualConsistency
    let cosine: Double
    let rougeL: Double
    /// The weakest claim's.
    var score: Double { result.claims.map(\.score).min() ?? 0 }
  }

  private func rows<Row: Decodable>(_ file: String, as type: Row.Type = Row.self) throws -> [Row] {
    try String(contentsOfFile: labels + file, encoding: .utf8).split(separator: "\n")
      .map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
  }

  private func score(_ row: Row, source: String) async throws -> Scored {
    let encoder = EmbeddedEmbeddingModel()
    let vectors = try await encoder.embed([row.edited, source]).vectors
    return Scored(
      row: row,
      result: try await FactualConsistencyChecker(encoder: encoder, method: .sieveOnly).check(
        row.edited, with: [source]),
      cosine: LexicalEmbedding.cosineSimilarity(vectors[0], vectors[1]),
      rougeL: ROUGE(.l).score(row.edited, reference: source).f1)
  }

  @Test("SummEdits: small edits of summaries, against the document or the summary before the edit")
  func summEdits() async throws {
    let rows = try rows("summedits.jsonl", as: Row.self)
    var documents: [String: String] = [:]
    for document in try self.rows("summedits_documents.jsonl", as: Document.self) {
      documents[document.domain + document.group] = document.text
    }
    var scored: [Scored] = []
    for row in rows {
      guard let document = documents[row.domain + row.group] else { continue }
      scored.append(try await score(row, source: document))
    }
    let balanced = report("against the document", scored)
    #expect(balanced > 0.65)
    scored = []
    for row in rows { scored.append(try await score(row, source: row.original)) }
    #expect(report("against the summary before the edit", scored) > 0.7)
  }

  /// Prints the figures and gives the balanced accuracy of "contradicted or not found" as a verdict.
  private func report(_ title: String, _ scored: [Scored]) -> Double {
    let good = scored.filter(\.row.consistent)
    let bad = scored.filter { !$0.row.consistent }
    print("SummEdits \(title): \(good.count) consistent, \(bad.count) not")
    for (name, value) in [
      ("sieve", { $0.score }), ("cosine", { $0.cosine }), ("ROUGE-L", { $0.rougeL }),
    ] as [(String, (Scored) -> Double)] {
      print("  AUC of \(name): \(shown(area(good.map(value), bad.map(value))))")
    }
    let right = (share(good) { $0.result.verdict != .failed } + share(bad) { $0.result.verdict == .failed }) / 2
    print("  balanced accuracy of the sieve, failed against the rest: \(shown(right))")
    for (name, value) in [("cosine", { $0.cosine }), ("ROUGE-L", { $0.rougeL })] as [(String, (Scored) -> Double)] {
      print("  best balanced accuracy of \(name): \(shown(bestBalanced(good.map(value), bad.map(value))))")
    }
    print("  kind of edit | rows | passed | inconclusive | failed")
    var kinds: [String: [Scored]] = ["consistent": good, "inconsistent": bad]
    for one in bad { for kind in one.row.edit_types { kinds["inconsistent, \(kind)", default: []].append(one) } }
    for (kind, some) in kinds.sorted(by: { $0.key < $1.key }) {
      let parts = [Verdict.passed, .inconclusive, .failed].map { verdict in
        shown(share(some) { $0.result.verdict == verdict })
      }
      print("  \(kind) | \(some.count) | \(parts.joined(separator: " | "))")
    }
    return right
  }

  @Test("Labelled answers of the example: each reference as a claim about its answer")
  func labelledAnswers() async throws {
    struct Row: Decodable {
      let answer: String
      let reference: String
      let label: String
    }
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = folder.appending(path: "LabelledAnswers/development.jsonl")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
    var verdicts: [String: [Verdict: Int]] = [:]
    var scores: [String: [Double]] = [:]
    for row in rows {
      let result = try await FactualConsistencyChecker().check(row.reference, with: [row.answer])
      verdicts[row.label, default: [:]][result.verdict, default: 0] += 1
      scores[row.label, default: []].append(result.claims.map(\.score).min() ?? 0)
      let isWrong = row.label == "says" ? result.verdict == .failed : result.verdict == .passed
      if isWrong, ProcessInfo.processInfo.environment["LLMSPEC_BENCHMARK"] == "list" {
        print("\(row.label)\n  answer: \(row.answer.prefix(300))\n  \(result.verdict): \(result.reason)")
        for claim in result.claims { print("    \(claim.verdict) \(claim.claim.text): \(claim.explanation)") }
      }
    }
    print("Labelled answers: label | rows | passed | inconclusive | failed")
    for (label, counts) in verdicts.sorted(by: { $0.key < $1.key }) {
      let total = Double(counts.values.reduce(0, +))
      let parts = [Verdict.passed, .inconclusive, .failed].map { shown(Double(counts[$0] ?? 0) / total) }
      print("  \(label) | \(Int(total)) | \(parts.joined(separator: " | "))")
    }
    let others = (scores["contradicts"] ?? []) + (scores["omits"] ?? [])
    print("  AUC of the score, says against the others: \(shown(area(scores["says"] ?? [], others)))")
    #expect(Double(verdicts["says"]?[.failed] ?? 0) <= 0.1 * Double(scores["says"]?.count ?? 0))
  }

  @Test("HaluEval: the answer to a question scores above one to another question")
  func answerRelevance() async throws {
    struct Row: Decodable {
      let query: String
      let response: String
    }
    let rows = try rows("halueval_general.jsonl", as: Row.self).filter { $0.query.utf8.count < 400 }
    let scorer = AnswerRelevanceScorer()
    var own: [Double] = []
    var other: [Double] = []
    for (number, row) in rows.enumerated() {
      let stranger = rows[(number + 37) % rows.count].response
      for isOwn in [true, false] {
        let score = try await scorer.score(
          String((isOwn ? row.response : stranger).prefix(2_000)), question: row.query, threshold: 0.5)
        guard score.score.isFinite else { continue }
        if isOwn { own.append(score.score) } else { other.append(score.score) }
      }
    }
    print("Answer relevance, offline: \(own.count) own, AUC \(shown(area(own, other)))")
    for threshold in [0.3, 0.4, 0.5, 0.6, 0.7] {
      let parts = [own, other].map { scores in shown(Double(scores.count { $0 >= threshold }) / Double(scores.count)) }
      print("  at \(threshold): own \(parts[0]), other \(parts[1])")
    }
    #expect(area(own, other) > 0.9)
  }

  private func share(_ some: [Scored], _ holds: (Scored) -> Bool) -> Double {
    Double(some.count(where: holds)) / Double(max(1, some.count))
  }

  private func shown(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }

  /// The area under the ROC curve, ties half.
  private func area(_ high: [Double], _ low: [Double]) -> Double {
    var wins = 0.0
    for one in high { for other in low { wins += one > other ? 1 : one == other ? 0.5 : 0 } }
    return wins / Double(high.count * low.count)
  }

  private func bestBalanced(_ high: [Double], _ low: [Double]) -> Double {
    var best = 0.5
    for threshold in Set(high + low) {
      let right = Double(high.count { $0 >= threshold }) / Double(high.count)
      best = max(best, (right + Double(low.count { $0 < threshold }) / Double(low.count)) / 2)
    }
    return best
  }
}

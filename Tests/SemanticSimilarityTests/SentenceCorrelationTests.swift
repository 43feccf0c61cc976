import Foundation
import StructuredOutput
import Testing

@testable import SemanticSimilarity

/// How the encoder's cosines order pairs of sentences, beside how people do.
@Suite(
  "Agreement with people", .enabled(if: ProcessInfo.processInfo.environment["LLMSPEC_BENCHMARK"] != nil))
struct SentenceCorrelationTests {
  private static let file = ConformanceFiles.file("labels/sts_b.jsonl")

  @Test(
    "Spearman's correlation with the English rows of STS-B is the reference's",
    .enabled(if: file != nil, "\(ConformanceFiles.missing)"),
    arguments: [("test", 0.902), ("dev", 0.906)])
  func correlation(split: String, reference: Double) throws {
    let rows = try ConformanceFiles.lines(of: Self.file)
      .filter { $0["lang"]?.stringValue == "en" && $0["split"]?.stringValue == split }
    let encoder = try SentenceEncoder.shared()
    let left = encoder.embed(try rows.map { try #require($0["a"]?.stringValue) })
    let right = encoder.embed(try rows.map { try #require($0["b"]?.stringValue) })
    let cosines = try zip(left, right).map { try #require($0.cosine(to: $1)) }
    let scores = try rows.map { try #require($0["score"]?.doubleValue) }
    let correlation = RankCorrelation.spearman(cosines, scores)
    print("Spearman, STS-B \(split), \(rows.count) pairs: \(correlation)")
    #expect(abs(correlation - reference) <= 0.003)
  }
}

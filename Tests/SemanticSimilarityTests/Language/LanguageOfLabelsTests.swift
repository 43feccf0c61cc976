import Foundation
import StructuredOutput
import Testing

@testable import SemanticSimilarity

/// Which language labelled pairs are taken for, beside the one that they are in.
@Suite(
  "The language of labelled pairs",
  .enabled(
    if: ConformanceFiles.file("labels/sts_b.jsonl") != nil
      && ProcessInfo.processInfo.environment["LLMSPEC_BENCHMARK"] != nil,
    "set LLMSPEC_BENCHMARK; \(ConformanceFiles.missing) otherwise"))
struct LanguageOfLabelsTests {
  @Test(
    "No English pair is foreign, and nearly every foreign pair is",
    arguments: ["sts_b", "fact_change_probe", "jsts"])
  func labels(name: String) throws {
    let rows = try ConformanceFiles.lines(of: ConformanceFiles.file("labels/\(name).jsonl"))
    var counts: [String: [String: Int]] = [:]
    var texts: [(String, String)] = []
    for row in rows {
      let language = try #require(row["lang"]?.stringValue)
      let pair = (try #require(row["a"]?.stringValue), try #require(row["b"]?.stringValue))
      texts.append(pair)
      let found = LanguageOfTexts(pair.0, pair.1).code ?? "none"
      counts[language, default: [:]][found, default: 0] += 1
      if ProcessInfo.processInfo.environment["LLMSPEC_BENCHMARK"] == "list", found != language {
        print("\(language) \(found)\n   \(pair.0)\n   \(pair.1)")
      }
    }
    let time = ContinuousClock().measure { for (a, b) in texts { _ = LanguageOfTexts(a, b) } }
    print("\(name): \(time / texts.count) a pair")
    for (language, found) in counts.sorted(by: { $0.key < $1.key }) {
      let total = found.values.reduce(0, +)
      let list = found.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map { "\($0.key) \($0.value)" }
      print("\(name) [\(language)], \(total) pairs: \(list.joined(separator: ", "))")
      let english = found["en", default: 0] + found["none", default: 0]
      if language == "en" { #expect(english == total) } else { #expect(Double(english) < 0.005 * Double(total)) }
    }
  }
}

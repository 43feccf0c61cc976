import AnswerScoring
import Foundation
import SpecRecords
import Testing

@Suite("Example of the article on factual consistency")
struct ConsistencyArticleTests {
  @Test("Says what the article shows")
  func message() async throws {
    let consistency = try await FactualConsistencyChecker()
      .check(
        "Hello! Return shipping is free in Germany. You can return your shoes within 60 days.",
        with: [returnsPolicy])
    #expect(consistency.verdict == .failed)
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/AnswerScoring/AnswerScoring.docc/FactualConsistency.md")
    let article = try String(contentsOf: file, encoding: .utf8)
    for line in consistency.reason.split(separator: "\n") {
      #expect(article.contains("\(line)\n"), "\(consistency.reason)")
    }
  }
}

import Foundation
import SemanticSimilarity
import Testing

/// The examples of this module's articles, each built and run; a test holds them against the articles' text.
@Suite("Examples of the articles on similarity")
struct SimilarityArticleTests {
  @Test("A pair of texts")
  func pair() throws {
    let scorer = try PairScorer()
    let score = scorer.score(
      reference: "Refunds take six weeks.", answer: "It takes 30 days until a refund is paid.")
    print(score.verdict)  // contradicts
    print(score.reason)  // The reference says "six weeks", the answer says "30 days" (unit).
    #expect(score.verdict == .contradicts)
    #expect(score.reason == "The reference says \"six weeks\", the answer says \"30 days\" (unit).")
  }

  @Test("Facts that differ")
  func facts() throws {
    let comparison = FactGuard().compare(
      reference: "Returns are free within 30 days.", answer: "You can return shoes within 60 days.")
    for finding in comparison.findings {
      print(finding.kind.name, finding.relation.name, finding.explanation)
    }
    let lines = comparison.findings.map { "\($0.kind.name) \($0.relation.name) \($0.explanation)" }
    let article = try Self.article("ComparingFacts")
    #expect(article.contains("```\n\(lines.joined(separator: "\n"))\n```"), "\(lines)")
  }

  @Test(
    "The guard tells apart what the article says it does",
    arguments: [
      ("three", "3", true), ("a dozen eggs", "12 eggs", true), ("1,000 users", "1 000 users", true),
      ("a quarter of users", "25 % of users", true), ("3 of 4 users", "2 of 4 users", false),
      ("the first floor", "the second floor", false), ("It costs €5.", "It costs 5 euros.", true),
      ("It costs 5 euros.", "It costs 5.00 EUR.", true), ("It costs €5.", "It costs $5.", false),
      ("It takes six weeks.", "It takes 42 days.", true), ("It weighs 1.5 kg.", "It weighs 1500 g.", true),
      ("It is 5 km long.", "It is 5 miles long.", false), ("on 3 May 2026", "on 2026-05-03", true),
      ("at 2 pm", "at 14:00", true), ("on 3 May", "on 5 May", false), ("It comes today.", "It comes tomorrow.", false),
      ("You can't come in.", "You are not able to come in.", true), ("You can come in.", "You cannot come in.", false),
      ("It no longer works.", "It still works.", false), ("in the United States", "in the USA", true),
      ("Anna called.", "Ben called.", false), ("Order T-1042 is here.", "Order T-1024 is here.", false),
      ("You must pay.", "You have to pay.", true), ("You must pay.", "You may pay.", false),
      ("All rooms have a bath.", "Every room has a bath.", true),
      ("All rooms have a bath.", "Some rooms have a bath.", false),
      ("All rooms have a bath.", "None of the rooms has a bath.", false),
      ("It needs at least 5 people.", "It needs 5 people or more.", true),
      ("Call before noon.", "Call after noon.", false), ("Prices increase.", "Prices decrease.", false),
      ("a red bag", "a blue bag", false), ("Anna paid Ben.", "Ben was paid by Anna.", true),
      ("Anna paid Ben.", "Ben paid Anna.", false),
    ])
  func kinds(reference: String, answer: String, agrees: Bool) {
    let comparison = FactGuard().compare(reference: reference, answer: answer)
    #expect(comparison.findings.isEmpty == agrees, "\(comparison.findings.map(\.explanation))")
  }

  @Test("The articles show just these examples", arguments: ["SemanticSimilarity", "ComparingFacts"])
  func examples(article: String) throws {
    let built = Self.bare(try String(contentsOf: URL(filePath: #filePath), encoding: .utf8))
    let blocks = try Self.article(article).components(separatedBy: "```swift\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```\n").first
    }
    #expect(blocks.count == 1)
    for block in blocks { #expect(built.contains(Self.bare(block)), "\(block)") }
  }

  private static func article(_ name: String) throws -> String {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = "Sources/SemanticSimilarity/SemanticSimilarity.docc/\(name).md"
    return try String(contentsOf: package.appending(path: path), encoding: .utf8)
  }

  /// The lines without their indentation.
  private static func bare(_ text: String) -> String {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
  }
}

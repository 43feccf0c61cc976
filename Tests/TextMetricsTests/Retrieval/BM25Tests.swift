import Foundation
import Testing
import TextMetrics

@Suite("BM25")
struct BM25Tests {
  private let documents = ["red red shoes", "blue shoes", "Return policy"]

  @Test("Works out the published formula")
  func formula() {
    let index = BM25(documents: documents, k1: 1.2, b: 0.75)
    // "red": in 1 of 3 documents, twice; lengths 3, 2, 2.
    let length = 1 - 0.75 + 0.75 * 3 / (7.0 / 3)
    let red = log(1 + 2.5 / 1.5) * 2 * 2.2 / (2 + 1.2 * length)
    let scores = index.scores(for: "RED")
    #expect(abs(scores[0] - red) < 1e-12)
    #expect(scores[1] == 0 && scores[2] == 0)
    #expect(abs(index.scores(for: "red red")[0] - 2 * red) < 1e-12)
  }

  @Test("Replaces a rarity below zero by a quarter of the mean, as rank-bm25 does")
  func okapi() {
    let index = BM25(documents: documents, k1: 1.5, b: 0, rarity: .okapi)
    // "shoes" is in 2 of 3 documents, the four other words in 1 each.
    let (common, rare) = (log(1.5) - log(2.5), log(2.5) - log(1.5))
    #expect(abs(index.scores(for: "shoes")[1] - 0.25 * (common + 4 * rare) / 5) < 1e-12)
  }

  @Test("Ranks, best first and equal ones in their order")
  func ranking() {
    let index = BM25(documents: documents)
    #expect(index.ranking(for: "red shoes") == [0, 1])
    #expect(index.ranking(for: "shoes policy return", atMost: 1) == [2])
    #expect(index.ranking(for: "unknown") == [])
    #expect(index.ranking(for: "shoes", atMost: -1) == [])
    #expect(BM25(documents: ["a", "a"]).ranking(for: "a") == [0, 1])
  }

  @Test("Has an answer where there is nothing to rank")
  func empty() {
    #expect(BM25(documents: []).scores(for: "a") == [])
    #expect(BM25(documents: ["", " "]).scores(for: "a") == [0, 0])
    #expect(BM25(documents: ["a"]).scores(for: "") == [0])
    let odd = BM25(documents: ["a b", ""], k1: .nan, b: .infinity)
    #expect(odd.scores(for: "a").allSatisfy { $0.isFinite })
    #expect(BM25(documents: ["a"], b: .nan).b == 0.75)
  }

  @Test("Indexes a megabyte")
  func large() {
    let documents = (0..<10_000).map { "document \($0) of many that say the same thing as \($0 % 7) others" }
    let index = BM25(documents: documents + [String(repeating: "word ", count: 100_000)])
    #expect(index.ranking(for: "4321", atMost: 1) == [4321])
    #expect(index.ranking(for: String(repeating: "word ", count: 1_000)) == [10_000])
  }
}

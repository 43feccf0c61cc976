import Foundation
import StructuredOutput
import Testing

@Suite("Reading level as published figures want it")
struct ReadingLevelConformanceTests {
  private static let folder = ConformanceFiles.folder("text-metrics")

  private struct Vector: Decodable {
    struct Input: Decodable { let words, sentences, syllables: Int }
    struct Expected: Decodable { let score: Double }
    let input: Input
    let expected: Expected
  }

  @Test("Gives ease and grade from counts", .enabled(if: folder != nil, "\(ConformanceFiles.missing)"))
  func formulas() throws {
    let file = try #require(Self.folder).appendingPathComponent("vectors.jsonl")
    var checked = 0
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where line.contains("\"flesch") {
      let vector = try JSONDecoder().decode(Vector.self, from: Data(line.utf8))
      let level = ReadingLevel(
        words: vector.input.words, sentences: vector.input.sentences, syllables: vector.input.syllables)
      let value = line.contains("fleschKincaidGrade") ? level.grade : level.ease
      #expect(abs(value - vector.expected.score) <= 1e-9 * max(1, abs(vector.expected.score)), "\(line)")
      checked += 1
    }
    #expect(checked >= 12)
  }

  @Test(
    "Counts the syllables of at least nine words in ten right",
    .enabled(if: folder != nil, "\(ConformanceFiles.missing)"))
  func syllables() throws {
    let file = try #require(Self.folder).appendingPathComponent("syllables.tsv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t").map(String.init) }
    let right = rows.count { ReadingLevel(of: $0[0])?.syllables == Int($0[1]) }
    #expect(Double(right) >= 0.9 * Double(rows.count), "\(right) of \(rows.count)")
  }
}

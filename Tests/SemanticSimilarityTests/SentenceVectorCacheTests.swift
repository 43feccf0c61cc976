import DurableFiles
import Foundation
import Synchronization
import Testing

@testable import SemanticSimilarity

@Suite("Vector cache")
struct SentenceVectorCacheTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static func embedding(_ text: String) -> SentenceEmbedding {
    SentenceEmbedding(
      vector: text.utf8.map { Float($0) / 3 }, encoder: "toy", tokenCount: text.utf8.count, windowCount: 2,
      isTruncated: text.hasPrefix("t"), isEmpty: text.hasSuffix("e"))
  }

  /// The texts that had to be computed.
  private func asked(_ cache: SentenceVectorCache, _ texts: [String], variant: String = "") -> [String] {
    var asked: [String] = []
    let found = cache.embeddings(of: texts, encoder: "toy", variant: variant) {
      asked = $0
      return $0.map(Self.embedding)
    }
    #expect(found == texts.map(Self.embedding))
    return asked
  }

  private var file: URL {
    get throws { folder.file(try #require(folder.names.first { $0.hasSuffix(".vectors") })) }
  }

  @Test("A text is computed once, also if it is asked for twice at a time")
  func memory() {
    let cache = SentenceVectorCache()
    #expect(asked(cache, ["one", "two", "one"]) == ["one", "two"])
    #expect(asked(cache, ["two", "three"]) == ["three"])
    #expect(asked(cache, ["two"], variant: "cut") == ["two"])
  }

  @Test("The memory is bounded and keeps what is used")
  func bounded() {
    let cache = SentenceVectorCache(maximumCount: 3)
    _ = asked(cache, ["one", "two", "three"])
    _ = asked(cache, ["one"])
    _ = asked(cache, ["four"])
    #expect(asked(cache, ["one", "four"]) == [])
    #expect(asked(cache, ["two"]) == ["two"])
    #expect(asked(SentenceVectorCache(maximumCount: 0), ["a", "b"]) == ["a", "b"])
  }

  @Test("What one process computed, the next one finds, bit for bit")
  func disk() throws {
    #expect(asked(SentenceVectorCache(folder: folder.url), ["one", "two"]) == ["one", "two"])
    #expect(asked(SentenceVectorCache(folder: folder.url), ["two", "one", "three"]) == ["three"])
    #expect(asked(SentenceVectorCache(folder: folder.url), ["two", "one", "three"]) == [])
  }

  @Test("Damaged lines are computed anew, the others are found")
  func damaged() throws {
    _ = asked(SentenceVectorCache(folder: folder.url), ["one", "two", "three"])
    var bytes = try Data(contentsOf: file)
    let lines = bytes.split(separator: 0x0A)
    #expect(lines.count == 3)
    // A digit of the second line's coordinates, a torn third line, and what is no line at all.
    bytes[lines[1].startIndex + 72] ^= 1
    bytes = bytes.prefix(lines[2].startIndex + 90) + Data("\n\n\u{0}\u{FF} x y z\n".utf8)
    try bytes.write(to: file)
    #expect(asked(SentenceVectorCache(folder: folder.url), ["one", "two", "three"]) == ["two", "three"])
    #expect(asked(SentenceVectorCache(folder: folder.url), ["one", "two", "three"]) == [])
  }

  @Test("A line without its end does not spoil the one after it")
  func torn() throws {
    _ = asked(SentenceVectorCache(folder: folder.url), ["one"])
    let bytes = try Data(contentsOf: file)
    try (bytes + bytes.prefix(100)).write(to: file)
    _ = asked(SentenceVectorCache(folder: folder.url), ["two"])
    #expect(asked(SentenceVectorCache(folder: folder.url), ["one", "two"]) == [])
  }

  @Test("The file stays within its bound, and keeps the newest lines")
  func boundedFile() throws {
    let texts = (0..<200).map { "text number \($0)" }
    let cache = SentenceVectorCache(folder: folder.url, maximumFileBytes: 8_192)
    for text in texts { _ = asked(cache, [text]) }
    #expect(try Data(contentsOf: file).count <= 8_192)
    #expect(asked(SentenceVectorCache(folder: folder.url), Array(texts.suffix(10))) == [])
    #expect(asked(SentenceVectorCache(folder: folder.url), Array(texts.prefix(10))).count == 10)
  }

  @Test("Many caches that use one folder at a time lose nothing")
  func manyWriters() async throws {
    let url = folder.url
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<6 {
        group.addTask {
          let cache = SentenceVectorCache(folder: url)
          for number in 0..<8 {
            _ = cache.embeddings(of: ["writer \(writer) text \(number)"], encoder: "toy") { $0.map(Self.embedding) }
          }
        }
      }
    }
    let texts = (0..<6).flatMap { writer in (0..<8).map { "writer \(writer) text \($0)" } }
    #expect(asked(SentenceVectorCache(folder: url), texts).isEmpty)
  }

  @Test("A folder that cannot be used costs time, not results")
  func unusableFolder() throws {
    try Data("a file".utf8).write(to: folder.file("taken"))
    let cache = SentenceVectorCache(folder: folder.file("taken"))
    #expect(asked(cache, ["one"]) == ["one"])
    #expect(asked(cache, ["one"]) == [])
  }

  @Test("The encoder's own vectors come back as they were")
  func encoder() throws {
    let encoder = try SentenceEncoder.shared()
    let texts = ["Refunds take 30 days.", "", "Refunds take 30 days."]
    let first = SentenceVectorCache(folder: folder.url).embed(texts, with: encoder)
    #expect(first == encoder.embed(texts))
    #expect(SentenceVectorCache(folder: folder.url).embed(texts, with: encoder) == first)
  }

  @Test("A model that answers with too few vectors gets its own answer back, and nothing is remembered")
  func tooFew() {
    let cache = SentenceVectorCache()
    #expect(cache.embeddings(of: ["a", "b"], encoder: "toy") { _ in [] }.isEmpty)
    #expect(asked(cache, ["a", "b"]) == ["a", "b"])
  }
}

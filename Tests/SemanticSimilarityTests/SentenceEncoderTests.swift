import Foundation
import StructuredOutput
import Testing

@testable import SemanticSimilarity

@Suite("Sentence encoder")
struct SentenceEncoderTests {
  private struct Reference {
    let text: String
    let tokens: Int
    let vector: [Double]
  }

  private static let file = ConformanceFiles.file("encoder/sentences.jsonl")

  private func references() throws -> [Reference] {
    try ConformanceFiles.lines(of: Self.file).map {
      Reference(
        text: try #require($0["text"]?.stringValue), tokens: try #require($0["tokens"]?.intValue),
        vector: try #require($0["embedding"]?.arrayValue).compactMap(\.doubleValue))
    }
  }

  /// The cosines that rounding to 8 bits leaves, by a simulation in another language: 0.99975 in the mean, 0.9988 at
  /// worst.
  private func check(_ encoder: SentenceEncoder, _ references: [Reference]) {
    let embeddings = encoder.embed(references.map(\.text), longTexts: .cut)
    var sum = 0.0
    for (embedding, reference) in zip(embeddings, references) {
      #expect(embedding.tokenCount == reference.tokens)
      #expect(embedding.encoder == "paraphrase-MiniLM-L3-v2/int8/1")
      let expected = SentenceEmbedding(
        vector: reference.vector.map(Float.init), encoder: embedding.encoder, tokenCount: reference.tokens)
      let cosine = embedding.cosine(to: expected) ?? 0
      #expect(cosine >= 0.9988, "\(reference.text.prefix(80))")
      sum += cosine
    }
    print("\(encoder.kernel): mean cosine with the reference \(sum / Double(references.count))")
    #expect(sum / Double(references.count) >= 0.9997)
  }

  @Test(
    "Vectors are the reference's, as near as 8 bits a weight allow, cut ones too",
    .enabled(if: file != nil, "\(ConformanceFiles.missing)"))
  func vectors() throws {
    check(try .shared(), try references())
  }

  @Test(
    "All copies of the arithmetic that this processor can run give the same vectors",
    .enabled(if: file != nil, "\(ConformanceFiles.missing)"))
  func copies() throws {
    let file = try EncoderResourceSearch(environment: [:]).find()
    let references = try references().enumerated().filter { $0.offset % 12 == 0 }.map(\.element)
    let texts = references.map(\.text)
    let fastest = try SentenceEncoder.shared().embed(texts, longTexts: .cut)
    for kernel in [TransformerKernel.baseline, .avx2].compactMap({ $0 }) {
      let encoder = try SentenceEncoder(contentsOf: file, kernel: kernel)
      check(encoder, references)
      for (left, right) in zip(encoder.embed(texts, longTexts: .cut), fastest) {
        let difference = zip(left.vector, right.vector).map { abs($0 - $1) }.max() ?? 1
        #expect(difference < 2e-6)
      }
    }
  }

  @Test("The environment can ask for a slower copy")
  func environment() {
    #expect(TransformerKernel.fastest(in: ["LLMSPEC_ENCODER_KERNEL": "baseline"]).name == "baseline")
  }

  @Test("All who ask for the encoder get one and the same")
  func sharing() async throws {
    let encoders = try await withThrowingTaskGroup(of: ObjectIdentifier.self) { group in
      for _ in 0..<16 { group.addTask { ObjectIdentifier(try SentenceEncoder.shared()) } }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(encoders.count == 1)
  }

  @Test("A vector has length 1")
  func length() throws {
    let vector = try SentenceEncoder.shared().embed("Refunds take 30 days.").vector
    #expect(vector.count == 384)
    #expect(abs(vector.reduce(0) { $0 + $1 * $1 } - 1) < 1e-5)
  }

  @Test("What says the same is nearer than what does not")
  func meaning() throws {
    let vectors = try SentenceEncoder.shared().embed([
      "The shop is closed on Sundays.", "On Sundays the store does not open.",
      "The elephant is the largest animal on land.",
    ])
    let near = try #require(vectors[0].cosine(to: vectors[1]))
    let far = try #require(vectors[0].cosine(to: vectors[2]))
    #expect(near > 0.6)
    #expect(far < 0.3)
  }

  @Test("A text has the same vector alone, in company and on several threads")
  func company() throws {
    let encoder = try SentenceEncoder.shared()
    let texts = (0..<40).map { "Order \($0) was shipped " + String(repeating: "very ", count: $0) + "fast." }
    let together = encoder.embed(texts)
    #expect(encoder.embed(texts, maximumThreads: 1) == together)
    for index in stride(from: 0, to: 40, by: 7) { #expect(encoder.embed(texts[index]) == together[index]) }
  }

  @Test("Nothing in, nothing out")
  func noTexts() throws {
    #expect(try SentenceEncoder.shared().embed([]).isEmpty)
  }

  @Test(
    "Odd texts have vectors of finite numbers",
    arguments: [
      "", " \n\t", "\u{0}\u{1}\u{7F}", "\u{1F600}\u{1F468}\u{200D}\u{1F469}", "\u{200F}שלום עולם", "مرحبا بالعالم",
      "\u{FFFD}\u{FFFE}", String(repeating: "e\u{301}", count: 3_000), String(repeating: "x", count: 5_000),
      "[CLS][SEP][PAD][MASK][UNK]", "a\u{302E}\u{1D165}",
    ])
  func oddTexts(text: String) throws {
    let embedding = try SentenceEncoder.shared().embed(text)
    #expect(embedding.vector.allSatisfy { $0.isFinite })
    #expect(embedding.vector.contains { $0 != 0 })
    #expect(embedding.isEmpty == ["", " \n\t", "\u{0}\u{1}\u{7F}"].contains(text))
  }

  @Test("Vectors of two encoders have no angle between them")
  func otherEncoder() throws {
    let one = try SentenceEncoder.shared().embed("one")
    let other = SentenceEmbedding(vector: one.vector, encoder: "another", tokenCount: 3)
    #expect(one.cosine(to: other) == nil)
    #expect(one.cosine(to: one).map { abs($0 - 1) < 1e-6 } == true)
  }
}

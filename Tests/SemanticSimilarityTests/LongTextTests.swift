import Testing

@testable import SemanticSimilarity

@Suite("Texts that are longer than the encoder's room")
struct LongTextTests {
  private let encoder: SentenceEncoder

  init() throws { encoder = try .shared() }

  private func windows(_ text: String, _ handling: LongTextHandling = .sentenceWindows) -> TokenWindows {
    TokenWindows(text, tokenizer: encoder.tokenizer, maximumLength: 128, handling: handling)
  }

  @Test("A text that fits is one window with the ids of the whole")
  func fitting() {
    let text = "Dr. Smith paid $3.50 on Monday. \"Why?\" she asked.\n\n- one\n- two… [SEP] done"
    #expect(windows(text).ids == encoder.tokenizer.ids(of: text))
    #expect(windows(text).ids == windows(text, .cut).ids)
    #expect(windows("").ids == [101, 102])
  }

  @Test("Windows end with sentences and together hold every token")
  func sentences() {
    let sentence = "The parcel that you ordered on Monday has left our warehouse and will reach you soon."
    let text = Array(repeating: sentence, count: 20).joined(separator: " ")
    let windows = windows(text)
    #expect(windows.lengths.count > 1)
    #expect(!windows.isTruncated)
    #expect(windows.lengths.allSatisfy { $0 <= 128 })
    #expect(windows.ids.filter { $0 > 102 } == encoder.tokenizer.ids(of: text).filter { $0 > 102 })
    var start = 0
    for length in windows.lengths.map(Int.init) {
      // 1012 is the full stop.
      #expect(windows.ids[start + length - 2] == 1012)
      start += length
    }
  }

  @Test("A sentence that does not fit is cut between words")
  func longSentence() {
    let text = Array(repeating: "unquestionably", count: 200).joined(separator: " ")
    let windows = windows(text)
    #expect(windows.lengths.count > 1)
    var start = 0
    for length in windows.lengths.map(Int.init) {
      #expect(!encoder.tokenizer.vocabulary.isContinuation(windows.ids[start + 1]))
      start += length
    }
  }

  @Test("The vector of a long text is the mean over the tokens of its windows")
  func pooling() throws {
    let sentence = "The parcel that you ordered on Monday has left our warehouse and will reach you soon."
    let long = encoder.embed(Array(repeating: sentence, count: 20).joined(separator: " "))
    #expect(long.windowCount > 1)
    #expect(!long.isTruncated)
    #expect(try #require(long.cosine(to: encoder.embed(sentence))) > 0.9)
  }

  @Test("A cut text says so, and is the vector of its beginning")
  func cut() {
    let text = String(repeating: "word ", count: 300)
    let embedding = encoder.embed(text, longTexts: .cut)
    #expect(embedding.isTruncated)
    #expect(embedding.tokenCount == 128)
    let fitting = encoder.embed(String(repeating: "word ", count: 126), longTexts: .cut)
    #expect(!fitting.isTruncated)
    #expect(fitting.vector == embedding.vector)
  }

  @Test("A megabyte is taken up to the bound of windows, in bounded time")
  func megabyte() {
    let text = String(repeating: "Nothing of this is new. ", count: 42_000)
    var embedding: SentenceEmbedding?
    let duration = ContinuousClock().measure { embedding = encoder.embed(text, longTexts: .sentenceWindows(atMost: 4)) }
    #expect(embedding?.windowCount == 4)
    #expect(embedding?.isTruncated == true)
    #expect(duration < .seconds(5))
  }

  @Test(
    "Hostile megabytes end too",
    arguments: ["a", " ", "\u{301}", "\u{200B}", ".", "[", "[CLS]", "漢", "\u{1F468}\u{200D}", "\u{302E}"])
  func hostile(unit: String) {
    let text = String(repeating: unit, count: 200_000 / unit.utf8.count)
    let embedding = encoder.embed(text, longTexts: .sentenceWindows(atMost: 2))
    #expect(embedding.vector.allSatisfy { $0.isFinite })
    #expect(embedding.windowCount <= 2)
  }

  @Test("Blanks behind the last window are not left-out text")
  func blanks() {
    let text = Array(repeating: "word", count: 126).joined(separator: " ") + String(repeating: " \n", count: 5_000)
    let windows = windows(text, .sentenceWindows(atMost: 1))
    #expect(windows.lengths == [128])
    #expect(!windows.isTruncated)
  }
}

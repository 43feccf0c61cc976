import Foundation
import StructuredOutput
import Testing

@testable import SemanticSimilarity

@Suite("Tokens of the encoder")
struct WordPieceTokenizerTests {
  private static let reference = ConformanceFiles.file("encoder/tokenizer.jsonl")

  @Test(
    "Every published text has the reference's ids", .enabled(if: reference != nil, "\(ConformanceFiles.missing)"))
  func referenceIDs() throws {
    let rows = try ConformanceFiles.lines(of: Self.reference)
    let tokenizer = try SentenceEncoder.shared().tokenizer
    var different: [String] = []
    var differentByTable: [String] = []
    for row in rows {
      let text = try #require(row["text"]?.stringValue)
      let expected = try #require(row["ids"]?.arrayValue).compactMap(\.intValue)
      guard tokenizer.ids(of: text).map(Int.init) != expected else { continue }
      let shown = text.unicodeScalars.prefix(60).map { $0.escaped(asASCII: true) }.joined()
      // The reference takes the categories of these from an old version of Unicode.
      if row["tableDependent"]?.boolValue == true {
        differentByTable.append(shown)
      } else {
        different.append("\(shown): \(tokenizer.ids(of: text)), expected \(expected)")
      }
    }
    #expect(different.isEmpty, "\(different.prefix(20).joined(separator: "\n"))")
    print("Different by the reference's Unicode version: \(differentByTable)")
    #expect(differentByTable.count <= 8)
    #expect(rows.count > 500)
  }

  @Test(
    "Texts become the words and pieces that the vocabulary has",
    arguments: [
      ("", ""),
      ("Refunds take 30 days.", "ref ##unds take 30 days ."),
      ("  tabs\tand\r\nlines\u{2028}here ", "tab ##s and lines here"),
      ("Café NAÏVE", "cafe naive"),
      ("soft\u{AD}hyphen zero\u{200B}width \u{FEFF}mark \u{7}bell", "soft ##hy ##ph ##en zero ##wi ##dt ##h mark bell"),
      ("don't stop—now…", "don ' t stop — now …"),
      ("東京都", "東 京 都"),
      ("한", "ᄒ ##ᅡ ##ᆫ"),
      ("[MASK] [mask]", "[MASK] [ mask ]"),
      ("a[SEP]b", "a [SEP] b"),
      ("\u{1F600}\u{1F600}", "[UNK]"),
      ("\u{FFFD}\u{E000}\u{0}", ""),
    ])
  func rules(text: String, expected: String) throws {
    let tokenizer = try SentenceEncoder.shared().tokenizer
    let words = tokenizer.ids(of: text).dropFirst().dropLast().map { tokenizer.vocabulary.entry($0) }
    #expect(words.joined(separator: " ") == expected)
  }

  @Test("A word of 100 scalars is taken apart, a longer one is unknown")
  func longWords() throws {
    let tokenizer = try SentenceEncoder.shared().tokenizer
    let unknown = tokenizer.vocabulary.unknown
    #expect(!tokenizer.ids(of: String(repeating: "a", count: 100)).contains(unknown))
    #expect(tokenizer.ids(of: String(repeating: "a", count: 101)) == [101, unknown, 102])
    #expect(tokenizer.ids(of: String(repeating: "ä", count: 100)).count > 3)
  }

  @Test("The order in which combining marks were typed does not matter")
  func marks() throws {
    let tokenizer = try SentenceEncoder.shared().tokenizer
    // U+302E has class 224 and U+1D165 class 216; neither is dropped.
    #expect(tokenizer.ids(of: "a\u{302E}\u{1D165}") == tokenizer.ids(of: "a\u{1D165}\u{302E}"))
  }

  @Test("Many combining marks in a row take no more than their share of time")
  func manyMarks() throws {
    let tokenizer = try SentenceEncoder.shared().tokenizer
    let text = "a" + String(repeating: "\u{302E}\u{1D165}", count: 100_000)
    let duration = ContinuousClock().measure { _ = tokenizer.ids(of: text) }
    #expect(duration < .seconds(5))
  }

  @Test("Any scalar can be read")
  func allScalars() throws {
    let tokenizer = try SentenceEncoder.shared().tokenizer
    // Every 61st, so that the test stays short; a prime, so that blocks are met at all offsets.
    let scalars = stride(from: UInt32(0), through: 0x10FFFF, by: 61).compactMap(Unicode.Scalar.init)
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    #expect(tokenizer.ids(of: text).count > 1_000)
  }
}

import Testing
import TextMetrics

@Suite("Word and character error rate")
struct ErrorRateTests {
  @Test("Divide the edits by the length of the reference")
  func rates() {
    let words = ErrorRate.words("the cat sat", reference: "the  bad\tcat sat")
    #expect(words.edits == 1 && words.referenceLength == 4)
    #expect(words.rate == 0.25)
    let characters = ErrorRate.characters("hallo", reference: "hello ")
    #expect(characters.edits == 2 && characters.referenceLength == 6)
    #expect(ErrorRate.words("a b c d", reference: "x").rate == 4)
  }

  @Test("Take an empty reference for one of length 1")
  func empty() {
    #expect(ErrorRate.words("", reference: "").rate == 0)
    #expect(ErrorRate.words("a b", reference: " ").rate == 2)
    #expect(ErrorRate.characters("ab", reference: "").rate == 2)
    #expect(ErrorRate.words("", reference: "a b").rate == 1)
  }

  @Test("Weigh the texts of a corpus by their length")
  func corpus() {
    let sum = ErrorRate.words("x", reference: "a") + ErrorRate.words("a b c", reference: "a b c") + .zero
    #expect(sum.rate == 0.25)
  }
}

/// A gap with the words of both sides.
struct AlignedPlace {
  let gap: WordAlignment.Gap
  /// The words of the reference.
  let own: [Int]
  /// The words of the answer.
  let other: [Int]
  /// How many words on each side deny.
  let denials: (own: Int, other: Int)

  init?(_ whole: WordAlignment.Gap, in pair: FactReadingPair) {
    // At the end of a short reference everything that a long answer says after it would stand in the gap.
    let gap = WordAlignment.Gap(
      reference: AlignedPlace.inOneSentence(whole.reference, of: pair.reference),
      answer: AlignedPlace.inOneSentence(whole.answer, of: pair.answer))
    guard !gap.reference.isEmpty, !gap.answer.isEmpty, gap.reference.count <= 12, gap.answer.count <= 12 else {
      return nil
    }
    self.gap = gap
    func words(_ range: Range<Int>, _ reading: FactReading) -> [Int] {
      range.filter { reading.tokens[$0].kind != .sign || MeasureUnits.currencies[reading.tokens[$0].text] != nil }
    }
    own = words(gap.reference, pair.reference)
    other = words(gap.answer, pair.answer)
    let cues = NegationCues.cues(pair.reference.language)
    denials = (
      own.count { cues.contains(pair.reference.tokens[$0].text) },
      other.count { cues.contains(pair.answer.tokens[$0].text) }
    )
  }

  /// The part of a range in the sentence of the word before it, or of the word after it where that part is empty.
  private static func inOneSentence(_ range: Range<Int>, of reading: FactReading) -> Range<Int> {
    guard let first = range.first, let last = range.last, reading.sentences[first] != reading.sentences[last] else {
      return range
    }
    if first > 0, reading.sentences[first - 1] == reading.sentences[first] {
      return range.clamped(to: reading.sentence(of: first))
    }
    if last + 1 < reading.tokens.count, reading.sentences[last + 1] == reading.sentences[last] {
      return range.clamped(to: reading.sentence(of: last))
    }
    return first..<first
  }

  /// Whether a word that denies stands next to a token or one word away.
  func isDenied(_ token: Int, in reading: FactReading) -> Bool {
    let cues = NegationCues.cues(reading.language)
    return (max(0, token - 1)...min(reading.tokens.count - 1, token + 2)).contains {
      cues.contains(reading.tokens[$0].text)
    }
  }
}

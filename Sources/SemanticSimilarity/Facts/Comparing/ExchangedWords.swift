/// Words that the texts have in each other's place.
struct ExchangedWords {
  private let own: Words
  private let other: Words
  /// Whether two words have changed places, so that "A is bigger than B" may be "B is smaller than A".
  let isTurned: Bool

  private struct Words {
    var stems: Set<String> = []
    var sides: Set<ExclusiveWords.Place> = []

    mutating func insert(_ range: Range<Int>, _ reading: FactReading) {
      for index in range {
        stems.insert(reading.tokens[index].stem)
        sides.formUnion(ExclusiveWords.places(of: reading.tokens[index].text, in: reading.language))
      }
    }

    func has(_ token: FactToken, _ language: FactLanguage) -> Bool {
      stems.contains(token.stem)
        || ExclusiveWords.places(of: token.text, in: language).contains { sides.contains($0) }
    }
  }

  init(_ alignment: WordAlignment, _ pair: FactReadingPair) {
    var own = Words()
    var other = Words()
    for gap in alignment.gaps {
      own.insert(gap.reference, pair.reference)
      other.insert(gap.answer, pair.answer)
    }
    self.own = own
    self.other = other
    isTurned =
      own.stems.intersection(other.stems).count { !FactWords.empty.contains($0) && $0.utf8.count > 1 } >= 2
  }

  /// Whether the word of the reference, or one like it, stands elsewhere in the answer and the other way round.
  func has(_ first: Int, _ second: Int, in pair: FactReadingPair) -> Bool {
    other.has(pair.reference.tokens[first], pair.reference.language)
      && own.has(pair.answer.tokens[second], pair.reference.language)
  }
}

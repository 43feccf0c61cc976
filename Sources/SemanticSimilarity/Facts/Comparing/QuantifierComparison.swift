/// Compares how much of something is meant: all, most, many, some, few, none.
enum QuantifierComparison {
  static func findings(in pair: FactReadingPair, whereNot others: [FactFinding]) -> [FactFinding] {
    var reference = places(in: pair.reference)
    var answer = places(in: pair.answer)
    // What both say cancels out, first before the same word.
    for needsSameWord in [true, false] {
      reference.removeAll { place in
        let next = word(after: place.token, in: pair.reference)
        let index = answer.firstIndex {
          $0.value == place.value && (!needsSameWord || word(after: $0.token, in: pair.answer) == next)
        }
        guard let index else { return false }
        answer.remove(at: index)
        return true
      }
    }
    var findings: [FactFinding] = []
    // In a long answer a word or two is shared with many sentences.
    let need = max(pair.reference.tokens.count, pair.answer.tokens.count) > 40 ? 3 : 2
    for place in reference {
      let own = place.token..<(place.token + 1)
      guard
        let other = answer.firstIndex(where: {
          !isCompatible($0.value, place.value)
            && pair.affinity(own, $0.token..<($0.token + 1))
              >= (word(after: $0.token, in: pair.answer) == word(after: place.token, in: pair.reference) ? 1 : need)
        })
      else { continue }
      let first = pair.reference.span(own)
      let second = pair.answer.span(answer[other].token..<(answer[other].token + 1))
      answer.remove(at: other)
      let isKnown = others.contains {
        $0.reference.range.overlaps(first.range) || ($0.answer?.range.overlaps(second.range) ?? false)
      }
      if !isKnown { findings.append(FactFinding(kind: .quantifiers, reference: first, answer: second)) }
    }
    return findings
  }

  private static func word(after token: Int, in reading: FactReading) -> String {
    token + 1 < reading.tokens.count ? reading.tokens[token + 1].stem : ""
  }

  /// Where a text says how much, and how much on the scale of ``QuantifierWords``.
  static func places(in reading: FactReading, from range: Range<Int>? = nil) -> [(value: Int, token: Int)] {
    var result: [(value: Int, token: Int)] = []
    for index in range ?? reading.tokens.indices where reading.tokens[index].kind == .word {
      let token = reading.tokens[index]
      guard var value = QuantifierWords.value(of: token.text, in: reading.language) else { continue }
      let before = index > 0 ? reading.tokens[index - 1].text : ""
      // "a few" is some; "the most beautiful" and "at most" count nothing.
      if value == 2, ["a", "ein", "eine", "einen", "un", "une", "um", "uma"].contains(before) { value = 3 }
      if token.text == "most", before == "the" || before == "at" { continue }
      if token.text == "no",
        index + 1 == reading.tokens.count || reading.tokens[index + 1].kind == .sign
      {
        continue
      }
      if before == "not", value == 3 { continue }
      if before == "not", value >= 4 { value = 3 }
      result.append((value, index))
      if result.count == 200 { break }
    }
    return result
  }

  /// Neighbours on the scale say nearly the same, except the ends.
  static func isCompatible(_ a: Int, _ b: Int) -> Bool {
    if a == b { return true }
    let pair = (min(a, b), max(a, b))
    return pair == (4, 5) || pair == (3, 4)
  }
}

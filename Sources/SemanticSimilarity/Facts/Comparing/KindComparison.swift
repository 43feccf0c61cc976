/// Finds the one animal, colour, vehicle or person of a short sentence changed for another one: the dog that runs in the
/// one is a cat in the other, however the rest is worded.
enum KindComparison {
  /// Longer texts may speak of several.
  private static let maximumTokens = 32

  static func findings(in pair: FactReadingPair, whereNot others: [FactFinding]) -> [FactFinding] {
    guard pair.reference.tokens.count <= maximumTokens, pair.answer.tokens.count <= maximumTokens,
      pair.reference.sentences.last == 0, pair.answer.sentences.last == 0
    else { return [] }
    let reference = kinds(in: pair.reference)
    let answer = kinds(in: pair.answer)
    guard !reference.isEmpty, !answer.isEmpty else { return [] }
    var findings: [FactFinding] = []
    for (group, own) in reference.sorted(by: { $0.key < $1.key }) {
      guard let other = answer[group], own.side != other.side, own.side >= 0, other.side >= 0 else { continue }
      let first = pair.reference.span(own.token..<(own.token + 1))
      let second = pair.answer.span(other.token..<(other.token + 1))
      let isKnown = others.contains {
        $0.reference.range.overlaps(first.range) || ($0.answer?.range.overlaps(second.range) ?? false)
      }
      guard !isKnown, shareWords(pair, own.token, other.token),
        !ExclusiveWords.haveCommonSide(
          pair.reference.tokens[own.token].text, pair.answer.tokens[other.token].text, in: pair.reference.language)
      else { continue }
      findings.append(FactFinding(kind: .opposites, reference: first, answer: second))
    }
    return findings
  }

  /// The side of each group that a text has a word of; -1 where it has words of several.
  private static func kinds(in reading: FactReading) -> [Int: (side: Int, token: Int)] {
    var result: [Int: (side: Int, token: Int)] = [:]
    let cues = NegationCues.cues(reading.language)
    for (index, token) in reading.tokens.enumerated() where token.kind == .word {
      if cues.contains(token.text) { return [:] }
      for place in ExclusiveWords.places(of: token, in: reading.language)
      where ExclusiveWords.isKind(place.group, in: reading.language) {
        if let known = result[place.group] {
          if known.side != place.side { result[place.group] = (-1, index) }
        } else {
          result[place.group] = (place.side, index)
        }
      }
    }
    return result
  }

  /// Whether a third of the telling words of the shorter text are shared, one at least.
  private static func shareWords(_ pair: FactReadingPair, _ own: Int, _ other: Int) -> Bool {
    let first = pair.reference.tellingStems(in: pair.reference.tokens.indices)
      .subtracting([pair.reference.tokens[own].stem])
    let second = pair.answer.tellingStems(in: pair.answer.tokens.indices).subtracting([pair.answer.tokens[other].stem])
    let shared = first.intersection(second).count
    return shared >= 1 && shared * 3 >= min(first.count, second.count)
  }
}

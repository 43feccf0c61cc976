/// Finds words of the reference whose opposite stands in their place in the answer.
enum OppositeComparison {
  private struct Slot: Hashable {
    let group: Int
    let side: Int
  }

  static func findings(in pair: FactReadingPair, whereNot others: [FactFinding]) -> [FactFinding] {
    let reference = slots(in: pair.reference, pair.polarity.reference)
    let answer = slots(in: pair.answer, pair.polarity.answer)
    let said = others.filter { $0.relation == .contradicts }
    var findings: [FactFinding] = []
    var taken: Set<Int> = []
    for (slot, places) in reference.sorted(by: { ($0.value.first ?? 0) < ($1.value.first ?? 0) }) {
      guard places.count > answer[slot, default: []].count else { continue }
      let sides = OppositeWords.sideCount(of: slot.group)
      for side in 0..<sides where side != slot.side {
        let other = Slot(group: slot.group, side: side)
        guard let found = answer[other], found.count > reference[other, default: []].count else { continue }
        guard let (own, opposite) = nearest(places, found.filter { !taken.contains($0) }, in: pair) else { continue }
        // Where only a denial makes the difference, it is compared as one.
        if rawSide(own, in: pair.reference) == rawSide(opposite, in: pair.answer) { continue }
        if pair.reference.tokens[own].text.hasPrefix("with"), NegationComparison.isRestricted(pair, own, opposite) {
          continue
        }
        if isOpenUntil(own, in: pair.reference) || isOpenUntil(opposite, in: pair.answer) { continue }
        if !mayOrder(own, opposite, in: pair) { continue }
        if pair.reference.tokens[own].text == "unless" || pair.answer.tokens[opposite].text == "unless",
          pair.polarity.reference.cues.count != pair.polarity.answer.cues.count
        {
          continue
        }
        let first = pair.reference.span(own..<(own + 1))
        let second = pair.answer.span(opposite..<(opposite + 1))
        if said.contains(where: {
          $0.reference.range.overlaps(first.range) || ($0.answer?.range.overlaps(second.range) ?? false)
        }) {
          continue
        }
        taken.insert(opposite)
        findings.append(
          FactFinding(kind: OppositeWords.isDate(slot.group) ? .dates : .opposites, reference: first, answer: second))
        break
      }
    }
    return findings
  }

  private static func rawSide(_ token: Int, in reading: FactReading) -> Int? {
    OppositeWords.place(of: reading.tokens[token].text, in: reading.language)?.side
  }

  /// "open until six" says that it closes at six.
  static func isOpenUntil(_ token: Int, in reading: FactReading) -> Bool {
    let sentence = reading.sentence(of: token)
    return sentence.clamped(to: max(0, token - 5)..<(token + 5)).contains {
      untilWords.contains(reading.tokens[$0].text)
    }
  }

  private static let untilWords = FactWords.set("until till bis jusqu hasta fino ate")

  /// "bigger than": the other way round, with the opposite word, it says the same.
  private static func isCompared(_ token: Int, in reading: FactReading) -> Bool {
    token + 1 < reading.tokens.count && thanWords.contains(reading.tokens[token + 1].text)
  }

  private static let thanWords = FactWords.set("than als")

  /// Whether two words, if they put things in order, order the same things.
  static func mayOrder(_ own: Int, _ other: Int, in pair: FactReadingPair) -> Bool {
    if isCompared(own, in: pair.reference), isCompared(other, in: pair.answer) {
      return haveSameEnd(own, other, in: pair)
    }
    let place = OppositeWords.place(of: pair.reference.tokens[own].text, in: pair.reference.language)
    guard let place, OppositeWords.isOrder(place.group) else { return true }
    return haveSameEnd(own, other, in: pair)
  }

  /// Whether the same follows both words: "A before B" and "B after A" say the same, "A after B" does not.
  private static func haveSameEnd(_ own: Int, _ other: Int, in pair: FactReadingPair) -> Bool {
    let first = end(after: own, in: pair.reference)
    let second = end(after: other, in: pair.answer)
    return first.isEmpty && second.isEmpty || !first.isDisjoint(with: second)
  }

  /// The next words that say something.
  private static func end(after token: Int, in reading: FactReading) -> Set<String> {
    var result: Set<String> = []
    for next in reading.tokens[(token + 1)...].prefix(7) {
      if next.kind == .sign, next.text != "-" { break }
      if next.text == "that" || next.text == "this" { break }
      if !FactWords.empty.contains(next.text) { result.insert(next.stem) }
      if result.count == 3 { break }
    }
    return result
  }

  /// Where the words of each side stand.
  private static func slots(in reading: FactReading, _ polarity: PolarityReading) -> [Slot: [Int]] {
    var result: [Slot: [Int]] = [:]
    for (index, token) in reading.tokens.enumerated() where token.kind == .word && !reading.isCovered[index] {
      guard let place = OppositeWords.place(of: token.text, in: reading.language) else { continue }
      // What is not open is closed.
      let isTurned = place.isPair && polarity.nearest.contains(index) && polarity.denials[index] > 0
      result[Slot(group: place.group, side: isTurned ? 1 - place.side : place.side), default: []].append(index)
    }
    return result
  }

  /// The two places that share the most words; nil where none share any.
  private static func nearest(_ first: [Int], _ second: [Int], in pair: FactReadingPair) -> (Int, Int)? {
    var best: (affinity: Int, own: Int, other: Int)?
    for own in first.prefix(20) {
      for other in second.prefix(20) {
        let affinity = pair.affinity(own..<(own + 1), other..<(other + 1))
        if affinity > (best?.affinity ?? 0) { best = (affinity, own, other) }
      }
    }
    return best.map { ($0.own, $0.other) }
  }
}

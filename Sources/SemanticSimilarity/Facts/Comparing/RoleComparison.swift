/// Finds two nearly equal sentences in which giver and receiver have changed places: "A paid B", "B paid A".
enum RoleComparison {
  /// Texts with more words are not compared; a sentence with so many does not occur.
  private static let maximumTokens = 120

  static func findings(in pair: FactReadingPair) -> [FactFinding] {
    let reference = pair.reference
    let answer = pair.answer
    if let finding = SwappedParts.finding(in: pair) { return [finding] }
    guard reference.tokens.count <= maximumTokens, answer.tokens.count <= maximumTokens else { return [] }
    let own = unique(in: reference)
    let other = unique(in: answer)
    let shared = own.keys.filter { other[$0] != nil }
    guard shared.count >= 3, Double(shared.count) >= 0.8 * Double(max(own.count, other.count)) else { return [] }
    let places = shared.compactMap { stem in own[stem].flatMap { first in other[stem].map { (first, $0) } } }
      .sorted { $0.0 < $1.0 }
    for (index, first) in places.enumerated() {
      for second in places.dropFirst(index + 1) {
        if let finding = swapped(first, second, among: places, in: pair) { return [finding] }
      }
    }
    return []
  }

  /// Stems that say something and stand once in the text, with their place.
  private static func unique(in reading: FactReading) -> [String: Int] {
    var result: [String: Int] = [:]
    for (stem, places) in reading.positions {
      guard places.count == 1, let place = places.first, reading.tokens[place].kind == .word,
        !FactWords.empty.contains(reading.tokens[place].text)
      else { continue }
      result[stem] = place
    }
    return result
  }

  private static func swapped(
    _ first: (Int, Int), _ second: (Int, Int), among places: [(Int, Int)], in pair: FactReadingPair
  ) -> FactFinding? {
    let reference = pair.reference
    let answer = pair.answer
    // The word between them in both texts is what one does to the other.
    let verbs = places.filter { verb in
      first.0 < verb.0 && verb.0 < second.0 && min(first.1, second.1) < verb.1 && verb.1 < max(first.1, second.1)
        && !reference.tokens[verb.0].isCapitalised && !isNoun(verb.0, reference) && !isNoun(verb.1, answer)
    }
    guard isParticipant(first.0, reference), isParticipant(second.0, reference),
      isParticipant(first.1, answer), isParticipant(second.1, answer)
    else { return nil }
    let links = (link(first.0, reference), link(second.0, reference))
    guard let verb = verbs.first else {
      // "from A to B" and "from B to A" have no verb between them.
      guard !links.0.isEmpty, !links.1.isEmpty, links.0 != links.1, first.1 > second.1,
        links.0 == link(second.1, answer),
        links.1 == link(first.1, answer)
      else { return nil }
      return finding(first, second, in: pair)
    }
    let isPassive = (
      self.isPassive(verb.0, until: second.0, reference), self.isPassive(verb.1, until: max(first.1, second.1), answer)
    )
    let firstLink = (link(first.0, reference), link(first.1, answer))
    let secondLink = (link(second.0, reference), link(second.1, answer))
    let isTurned: Bool
    if first.1 > second.1 {
      isTurned = isPassive.0 == isPassive.1 && firstLink.0 == secondLink.1 && secondLink.0 == firstLink.1
    } else {
      isTurned = isPassive.0 != isPassive.1 && firstLink.0.isEmpty && firstLink.1.isEmpty
    }
    return isTurned ? finding(first, second, in: pair) : nil
  }

  private static func finding(_ first: (Int, Int), _ second: (Int, Int), in pair: FactReadingPair) -> FactFinding {
    FactFinding(
      kind: .roles, reference: pair.reference.span(first.0..<(second.0 + 1)),
      answer: pair.answer.span(min(first.1, second.1)..<(max(first.1, second.1) + 1)),
      because: "They have changed places.")
  }

  /// Whether a word is the first of a name or noun phrase: it has a capital, an article or the head of a sentence.
  private static func isParticipant(_ index: Int, _ reading: FactReading) -> Bool {
    let token = reading.tokens[index]
    if token.isCapitalised || token.startsSentence || index == 0 { return true }
    let before = reading.tokens[index - 1].text
    if articles.contains(before) || prepositions.contains(before) { return true }
    // "a little boy"
    return index > 1 && articles.contains(reading.tokens[index - 2].text)
  }

  /// Whether an article or a preposition stands before a word.
  private static func isNoun(_ index: Int, _ reading: FactReading) -> Bool {
    guard index > 0 else { return false }
    let before = reading.tokens[index - 1].text
    return articles.contains(before) || prepositions.contains(before) && before != "to"
  }

  private static let articles = FactWords.set("a an the his her their our your my its this that these those some")
  private static let prepositions = FactWords.set(
    "of in on at to from by for with into onto over under after before since until through during against about near and or"
  )

  /// The preposition before a noun phrase; empty for a subject or an object.
  private static func link(_ index: Int, _ reading: FactReading) -> String {
    var cursor = index - 1
    while cursor >= 0, index - cursor <= 4 {
      let token = reading.tokens[cursor]
      if prepositions.contains(token.text) { return token.text }
      if !articles.contains(token.text), !token.isCapitalised, cursor < index - 1 { return "" }
      cursor -= 1
    }
    return ""
  }

  private static func isPassive(_ verb: Int, until end: Int, _ reading: FactReading) -> Bool {
    let before = reading.tokens[max(0, verb - 3)..<verb]
    let after = min(verb + 1, end)..<min(end, verb + 5)
    return before.contains { forms.contains($0.text) }
      && after.contains { reading.tokens[$0].text == "by" && reading.sentences[$0] == reading.sentences[verb] }
  }

  private static let forms = FactWords.set("is are was were be been being gets got get")
}

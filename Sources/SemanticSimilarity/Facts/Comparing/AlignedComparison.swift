/// Compares the words that stand between the same words in both texts.
///
/// Where two texts agree to the left and to the right of a place, what stands there is said of the same thing, so that
/// longer lists and weaker signs will do than anywhere else: "a *red* jacket" against "a *green* jacket".
enum AlignedComparison {
  struct Result {
    var findings: [FactFinding] = []
    /// Words that were exchanged and that nothing is known of.
    var substitutions: [FactSubstitution] = []
  }

  /// Places with more words on a side are other sentences rather than other words.
  private static let maximumWords = 5
  /// How far around a place the words must be shared.
  private static let reach = 6

  static func result(in pair: FactReadingPair, whereNot others: [FactFinding]) -> Result {
    let alignment = WordAlignment.of(pair)
    var result = Result()
    let exchanged = ExchangedWords(alignment, pair)
    for gap in alignment.gaps where result.findings.count < 20 {
      guard let place = AlignedPlace(gap, in: pair), place.own.count <= maximumWords, place.other.count <= maximumWords,
        isFramed(place.gap, alignment, pair)
      else { continue }
      let first = pair.reference.span(place.gap.reference)
      let second = pair.answer.span(place.gap.answer)
      let isKnown = others.contains {
        $0.relation == .contradicts
          && ($0.reference.range.overlaps(first.range) || ($0.answer?.range.overlaps(second.range) ?? false))
      }
      if isKnown { continue }
      if let finding = finding(at: place, in: pair, exchanged) {
        result.findings.append(finding)
      } else if alignment.areAlike, place.denials.own == place.denials.other,
        let substitution = substitution(at: place, in: pair)
      {
        result.substitutions.append(substitution)
      }
    }
    return result
  }

  /// Whether most words near a place are shared, and shared near it.
  private static func isFramed(
    _ gap: WordAlignment.Gap, _ alignment: WordAlignment, _ pair: FactReadingPair
  ) -> Bool {
    var words = 0
    var shared = 0
    var telling = 0
    let tokens = pair.reference.tokens
    let before = max(0, gap.reference.lowerBound - reach)..<gap.reference.lowerBound
    let after = gap.reference.upperBound..<min(tokens.count, gap.reference.upperBound + reach)
    for index in Array(before) + Array(after) where tokens[index].kind != .sign {
      words += 1
      guard let partner = alignment.partners[index], partner >= gap.answer.lowerBound - reach - 2,
        partner < gap.answer.upperBound + reach + 2
      else { continue }
      shared += 1
      if !FactWords.empty.contains(tokens[index].text) { telling += 1 }
    }
    return telling >= 1 && shared * 2 >= words
  }

  private static func finding(
    at place: AlignedPlace, in pair: FactReadingPair, _ exchanged: ExchangedWords
  ) -> FactFinding? {
    if let (own, other) = AlignedNumbers.disagreement(at: place, in: pair) {
      return FactFinding(
        kind: AlignedNumbers.kind(own, other), reference: pair.reference.span(own.tokens),
        answer: pair.answer.span(other.tokens))
    }
    if let (own, other, kind) = AlignedNumbers.unit(at: place, in: pair) { return found(kind, own, other, in: pair) }
    if let (own, other) = prefixed(at: place, in: pair) { return found(.negation, own, other, in: pair) }
    if let (own, other) = names(at: place, in: pair), !exchanged.has(own, other, in: pair) {
      return found(.names, own, other, in: pair)
    }
    guard place.denials.own == place.denials.other || place.own.count == 1 && place.other.count == 1 else { return nil }
    if let (own, other) = quantifiers(at: place, in: pair) { return found(.quantifiers, own, other, in: pair) }
    guard place.denials.own == place.denials.other else { return nil }
    if let (own, other) = modals(at: place, in: pair) { return found(.modality, own, other, in: pair) }
    guard !exchanged.isTurned, let (own, other) = exclusive(at: place, in: pair, exchanged) else { return nil }
    return found(.opposites, own, other, in: pair)
  }

  private static func found(_ kind: FactKinds, _ own: Int, _ other: Int, in pair: FactReadingPair) -> FactFinding {
    FactFinding(
      kind: kind, reference: pair.reference.span(own..<(own + 1)), answer: pair.answer.span(other..<(other + 1)))
  }

  // MARK: Kinds of words

  /// "possible" and "impossible".
  private static func prefixed(at place: AlignedPlace, in pair: FactReadingPair) -> (Int, Int)? {
    guard pair.reference.language == .english, place.own.count == 1, place.other.count == 1, let own = place.own.first,
      let other = place.other.first
    else { return nil }
    let (first, second) = (pair.reference.tokens[own].text, pair.answer.tokens[other].text)
    guard min(first.utf8.count, second.utf8.count) >= 4,
      PolarityReading.prefixes.contains(where: { $0 + first == second || $0 + second == first })
    else { return nil }
    return (own, other)
  }

  private static func quantifiers(at place: AlignedPlace, in pair: FactReadingPair) -> (Int, Int)? {
    let own = QuantifierComparison.places(in: pair.reference, from: place.gap.reference)
    let other = QuantifierComparison.places(in: pair.answer, from: place.gap.answer)
    guard own.count == 1, other.count == 1, let first = own.first, let second = other.first,
      !QuantifierComparison.isCompatible(first.value, second.value)
    else { return nil }
    return (first.token, second.token)
  }

  private static func modals(at place: AlignedPlace, in pair: FactReadingPair) -> (Int, Int)? {
    func forces(_ tokens: [Int], _ reading: FactReading) -> [(force: ModalWords.Force, token: Int)] {
      tokens.compactMap { index in
        ModalWords.force(at: index, in: reading.tokens, reading.language).map { ($0.force, index) }
      }
    }
    let own = forces(place.own, pair.reference)
    let other = forces(place.other, pair.answer)
    guard own.count == 1, other.count == 1, let first = own.first, let second = other.first,
      !ModalWords.agree(first.force, second.force)
    else { return nil }
    // "must not" and "may not" say the same.
    if place.isDenied(first.token, in: pair.reference), place.isDenied(second.token, in: pair.answer) { return nil }
    return (first.token, second.token)
  }

  private static func exclusive(
    at place: AlignedPlace, in pair: FactReadingPair, _ exchanged: ExchangedWords
  ) -> (Int, Int)? {
    let language = pair.reference.language
    let cues = NegationCues.cues(language)
    for own in place.own where !cues.contains(pair.reference.tokens[own].text) {
      let first = sides(of: pair.reference.tokens[own], language)
      guard !first.isEmpty else { continue }
      for other in place.other
      where !cues.contains(pair.answer.tokens[other].text)
        && !(pair.reference.isCovered[own] && pair.answer.isCovered[other])
      {
        let second = sides(of: pair.answer.tokens[other], language)
        guard areExclusive(first, second), !exchanged.has(own, other, in: pair) else { continue }
        // "black and white" against "white" names no other colour.
        let others = place.other.flatMap { sides(of: pair.answer.tokens[$0], language) }
        let owns = place.own.flatMap { sides(of: pair.reference.tokens[$0], language) }
        if first.contains(where: { others.contains($0) }) || second.contains(where: { owns.contains($0) }) { continue }
        if OppositeComparison.isOpenUntil(own, in: pair.reference)
          || OppositeComparison.isOpenUntil(other, in: pair.answer)
          || !OppositeComparison.mayOrder(own, other, in: pair)
        {
          continue
        }
        // "not open" against "closed".
        if pair.polarity.reference.denials[own] != pair.polarity.answer.denials[other] { continue }
        return (own, other)
      }
    }
    return nil
  }

  private struct Side: Hashable {
    let isOpposite: Bool
    let group: Int
    let side: Int
  }

  private static func sides(of token: FactToken, _ language: FactLanguage) -> [Side] {
    let word = token.text
    var result = ExclusiveWords.places(of: token, in: language).map {
      Side(isOpposite: false, group: $0.group, side: $0.side)
    }
    if let place = OppositeWords.place(of: word, in: language) {
      result.append(Side(isOpposite: true, group: place.group, side: place.side))
    }
    return result
  }

  /// Whether two words stand on different sides of some group and on the same side of none.
  private static func areExclusive(_ a: [Side], _ b: [Side]) -> Bool {
    var isExclusive = false
    for first in a {
      for second in b where first.group == second.group && first.isOpposite == second.isOpposite {
        if first.side == second.side { return false }
        isExclusive = true
      }
    }
    return isExclusive
  }

  // MARK: Names

  private static func names(at place: AlignedPlace, in pair: FactReadingPair) -> (Int, Int)? {
    let own = place.own.filter { AlignedNames.isName($0, in: pair.reference, beside: pair.answer) }
    let other = place.other.filter { AlignedNames.isName($0, in: pair.answer, beside: pair.reference) }
    guard let first = own.first, let second = other.first else { return nil }
    let isAlone = place.own.count == own.count && place.other.count == other.count
    guard AlignedNames.areDifferent(own, other, isAlone: isAlone, in: pair) else { return nil }
    return (first, second)
  }

  // MARK: Words that nothing is known of

  /// A word as British and American spelling have it alike.
  private static func spelling(_ word: String) -> String {
    var result = word
    for (british, american) in [
      ("ou", "o"), ("ise", "ize"), ("yse", "yze"), ("isa", "iza"), ("grey", "gray"), ("ll", "l"),
    ] {
      result.replace(british, with: american)
    }
    return result.hasSuffix("re") ? result.dropLast(2) + "er" : result
  }

  /// One word for another, of which neither is a name, a number or a word that says little.
  private static func substitution(at place: AlignedPlace, in pair: FactReadingPair) -> FactSubstitution? {
    func telling(_ tokens: [Int], _ reading: FactReading) -> [Int] {
      tokens.filter {
        reading.tokens[$0].kind == .word && !reading.isCovered[$0] && !FactWords.empty.contains(reading.tokens[$0].text)
      }
    }
    let own = telling(place.own, pair.reference)
    let other = telling(place.other, pair.answer)
    guard own.count == 1, other.count == 1, let first = own.first, let second = other.first else { return nil }
    let one = pair.reference.tokens[first]
    let two = pair.answer.tokens[second]
    guard !NameComparison.isVariant(one.text, two.text), pair.answer.positions[one.stem] == nil,
      pair.reference.positions[two.stem] == nil,
      !PolarityReading.prefixes.contains(where: { $0 + one.text == two.text || $0 + two.text == one.text }),
      !SynonymWords.areSynonyms(one, two, in: pair.reference.language), spelling(one.text) != spelling(two.text),
      pair.reference.language == .english || one.text.prefix(4) != two.text.prefix(4)
    else { return nil }
    return FactSubstitution(
      reference: pair.reference.span(first..<(first + 1)), answer: pair.answer.span(second..<(second + 1)))
  }
}

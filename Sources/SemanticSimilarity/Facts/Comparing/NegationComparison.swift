/// Compares what two texts deny.
///
/// A cue such as "not" denies the words after it as far as the clause goes. What one text denies and the other says
/// without a denial is a contradiction.
enum NegationComparison {
  static func findings(in pair: FactReadingPair) -> [FactFinding] {
    let reference = pair.polarity.reference
    let answer = pair.polarity.answer
    var findings: [FactFinding] = []
    if let yes = reference.reply, let no = answer.reply, yes.isYes != no.isYes {
      findings.append(
        FactFinding(
          kind: .negation, reference: pair.reference.span(yes.token..<(yes.token + 1)),
          answer: pair.answer.span(no.token..<(no.token + 1))))
    }
    let areAlike = areAlike(pair)
    var reported: Set<String> = []
    for cue in reference.cues where findings.count < FactReading.maximumFacts {
      guard let (own, other) = disagreement(of: cue, in: reference, against: answer, areAlike: areAlike),
        !isRestricted(pair, own, other), areAlike || isSameMatter(pair, own, other)
      else { continue }
      guard reported.insert(pair.reference.tokens[own].stem).inserted else { continue }
      findings.append(
        FactFinding(
          kind: .negation, reference: pair.reference.span(min(cue.token, own)..<(max(cue.token, own) + 1)),
          answer: pair.answer.span(other..<(other + 1)), because: "The answer does not deny it."))
    }
    for cue in answer.cues where findings.count < FactReading.maximumFacts {
      guard let (own, other) = disagreement(of: cue, in: answer, against: reference, areAlike: areAlike),
        !isRestricted(pair, other, own), areAlike || isSameMatter(pair, other, own)
      else { continue }
      guard reported.insert(pair.answer.tokens[own].stem).inserted else { continue }
      findings.append(
        FactFinding(
          kind: .negation, reference: pair.reference.span(other..<(other + 1)),
          answer: pair.answer.span(min(cue.token, own)..<(max(cue.token, own) + 1)), because: "The answer denies it."))
    }
    if findings.isEmpty, let one = onlyDenial(reference, answer, in: pair) { findings.append(one) }
    if pair.reference.language == .english { findings += prefixed(reference, answer, in: pair) }
    return findings
  }

  /// The one denial of two short sentences about the same things, of which the other denies nothing in any words.
  private static func onlyDenial(
    _ reference: PolarityReading, _ answer: PolarityReading, in pair: FactReadingPair
  ) -> FactFinding? {
    guard pair.reference.tokens.count <= 18, pair.answer.tokens.count <= 18, pair.reference.sentences.last == 0,
      pair.answer.sentences.last == 0, reference.cues.count + answer.cues.count == 1,
      let cue = reference.cues.first ?? answer.cues.first
    else { return nil }
    let isAnswer = reference.cues.isEmpty
    let (own, other) = isAnswer ? (answer, reference) : (reference, answer)
    let stems = other.reading.tellingStems(in: other.reading.tokens.indices)
    let owns = own.reading.tellingStems(in: own.reading.tokens.indices)
    let shared = stems.intersection(owns)
    guard shared.count >= 2, shared.count * 2 >= min(stems.count, owns.count),
      let first = cue.scope.first,
      !other.hasOpposite(of: own.reading.tokens[first].text), !other.mayDeny,
      !other.reading.tokens.indices.contains(where: other.isOver),
      // "not uncommon"
      !PolarityReading.prefixes.contains(where: { own.reading.tokens[first].text.hasPrefix($0) }),
      let object = cue.scope.first(where: { shared.contains(own.reading.tokens[$0].stem) }),
      own.reading.positions[own.reading.tokens[object].stem]?.count == 1,
      let place = other.reading.positions[own.reading.tokens[object].stem]?.first
    else { return nil }
    if isAnswer ? areOtherSides(pair, place, object) : areOtherSides(pair, object, place) { return nil }
    let range = min(cue.token, object)..<(max(cue.token, object) + 1)
    return FactFinding(
      kind: .negation, reference: isAnswer ? pair.reference.span(place..<(place + 1)) : pair.reference.span(range),
      answer: isAnswer ? pair.answer.span(range) : pair.answer.span(place..<(place + 1)),
      because: "Only one of them denies it.")
  }

  /// "happy" in one text and "unhappy" in the other, neither denied.
  private static func prefixed(
    _ reference: PolarityReading, _ answer: PolarityReading, in pair: FactReadingPair
  ) -> [FactFinding] {
    var findings: [FactFinding] = []
    for (own, other, isTurned) in [(reference, answer, false), (answer, reference, true)] {
      for (index, token) in other.reading.tokens.enumerated()
      where token.kind == .word && token.text.count > 6 && !NegationCues.cues(.english).contains(token.text) {
        for prefix in PolarityReading.prefixes where token.stem.hasPrefix(prefix) {
          let rest = String(token.stem.dropFirst(prefix.count))
          guard rest.count >= 5 || prefix == "un" && rest.count >= 4, let place = own.reading.positions[rest]?.first,
            own.reading.positions[token.stem] == nil, other.reading.positions[rest] == nil,
            own.denials[place] == other.denials[index]
          else { continue }
          let (first, second) = isTurned ? (index, place) : (place, index)
          if isRestricted(pair, first, second) { continue }
          findings.append(
            FactFinding(
              kind: .negation, reference: pair.reference.span(first..<(first + 1)),
              answer: pair.answer.span(second..<(second + 1))))
        }
      }
      if findings.count > 20 { break }
    }
    return findings
  }

  /// The first word that a cue denies and the other text has, if the other text denies it nowhere.
  private static func disagreement(
    of cue: PolarityReading.Cue, in own: PolarityReading, against other: PolarityReading, areAlike: Bool
  ) -> (own: Int, other: Int)? {
    // The other text has more denials of that word's neighbours, or the word under a prefix: "unavailable".
    for token in cue.scope {
      let stem = own.reading.tokens[token].stem
      for prefix in PolarityReading.prefixes {
        guard let place = other.reading.positions[prefix + stem]?.first else { continue }
        // "not happy" is "unhappy" and is not "not unhappy".
        return other.denials[place] > 0 ? (token, place) : nil
      }
    }
    if cue.scope.contains(where: { other.deniedStems.contains(own.reading.tokens[$0].stem) }) { return nil }
    if cue.scope.contains(where: { other.inflected(own.reading.tokens[$0].text).map { other.denials[$0] > 0 } ?? false }
    ) {
      return nil
    }
    for token in cue.scope.prefix(3) {
      let stem = own.reading.tokens[token].stem
      // A text that says and denies the same word speaks of two things; the next word tells which.
      if own.saidStems.contains(stem) { continue }
      // Where the other text does without the word that is denied, it may say the same in other words: "not open on
      // Sundays" and "closed on Sundays".
      guard let place = other.reading.positions[stem]?.first ?? other.inflected(own.reading.tokens[token].text) else {
        if areAlike { continue }
        return nil
      }
      guard !other.isDeniedNear(place), !other.isOverNear(place), !other.hasOpposite(of: own.reading.tokens[token].text)
      else { return nil }
      return (token, place)
    }
    return nil
  }

  /// Whether most words of two texts are the same.
  private static func areAlike(_ pair: FactReadingPair) -> Bool {
    let first = Set(pair.reference.positions.keys.filter { !FactWords.empty.contains($0) })
    let second = Set(pair.answer.positions.keys.filter { !FactWords.empty.contains($0) })
    return Double(first.intersection(second).count) >= 0.8 * Double(max(first.count, second.count))
  }

  /// Whether one of two sentences alone restricts: "only with a receipt" and "not without a receipt" say the same.
  static func isRestricted(_ pair: FactReadingPair, _ own: Int, _ other: Int) -> Bool {
    guard pair.reference.language == .english else { return false }
    if areOtherSides(pair, own, other) { return true }
    func restricts(_ reading: FactReading, _ token: Int) -> Set<String> {
      Set(reading.sentence(of: token).map { reading.tokens[$0].text }.filter(restrictions.contains))
    }
    return restricts(pair.reference, own) != restricts(pair.answer, other)
  }

  /// "until it ships" and "once it has shipped": what is said before a moment may be denied after it.
  private static func areOtherSides(_ pair: FactReadingPair, _ own: Int, _ other: Int) -> Bool {
    func sides(_ reading: FactReading, _ token: Int) -> (isBefore: Bool, isAfter: Bool) {
      let words = reading.sentence(of: token).map { reading.tokens[$0].text }
      return (words.contains { befores.contains($0) }, words.contains { afters.contains($0) })
    }
    let first = sides(pair.reference, own)
    let second = sides(pair.answer, other)
    guard first.isBefore != first.isAfter, second.isBefore != second.isAfter else { return false }
    return first.isBefore != second.isBefore
  }

  private static let befores: Set<String> = ["before", "until", "till", "within"]
  private static let afters: Set<String> = ["after", "once", "afterwards", "since"]

  /// Whether two sentences share more than the word that one of them denies, and neither only supposes it.
  private static func isSameMatter(_ pair: FactReadingPair, _ own: Int, _ other: Int) -> Bool {
    if isSupposed(own, in: pair.reference) != isSupposed(other, in: pair.answer) { return false }
    let stem = pair.reference.tokens[own].stem
    let first = pair.reference.tellingStems(in: pair.reference.sentence(of: own)).subtracting([stem])
    let second = pair.answer.tellingStems(in: pair.answer.sentence(of: other)).subtracting([stem])
    guard first.count <= 1 || second.count <= 1 || !first.isDisjoint(with: second) else { return false }
    // Both deny, each in its way.
    if hasCue(own, in: pair.reference), hasCue(other, in: pair.answer) { return false }
    // Another word may deny it: "if there is no key" and "if the key is missing".
    let isDenied = isDenial(own, in: pair.reference) || isDenial(other, in: pair.answer)
    return !isDenied
  }

  private static func hasCue(_ token: Int, in reading: FactReading) -> Bool {
    let cues = NegationCues.cues(reading.language)
    return reading.sentence(of: token).contains { cues.contains(reading.tokens[$0].text) }
  }

  /// Whether the sentence of a word that no cue denies has a word such as "missing".
  private static func isDenial(_ token: Int, in reading: FactReading) -> Bool {
    let cues = NegationCues.cues(reading.language)
    let words = reading.sentence(of: token).map { reading.tokens[$0].text }
    return !words.contains { cues.contains($0) } && words.contains { NegationCues.denials.contains($0) }
  }

  /// Whether a word stands in a clause that says when or on what condition.
  private static func isSupposed(_ token: Int, in reading: FactReading) -> Bool {
    for index in stride(from: token - 1, through: max(0, token - 7), by: -1) {
      let word = reading.tokens[index]
      if word.kind == .sign, word.text != "'" { return false }
      if suppositions.contains(word.text) { return true }
    }
    return false
  }

  private static let suppositions = FactWords.set(
    "if when once unless until after before whenever wenn sobald falls bis si quand des cuando una cuanto hasta quando se appena finche ate"
  )

  private static let restrictions: Set<String> = ["only", "unless", "except", "alone"]
}

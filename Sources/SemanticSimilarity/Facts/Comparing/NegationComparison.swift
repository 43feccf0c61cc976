/// Compares what two texts deny.
///
/// A cue such as "not" denies the words after it as far as the clause goes. What one text denies and the other says
/// without a denial is a contradiction.
enum NegationComparison {
  static func findings(in pair: FactReadingPair) -> [FactFinding] {
    let reference = PolarityReading(pair.reference)
    let answer = PolarityReading(pair.answer)
    var findings: [FactFinding] = []
    if let yes = reference.reply, let no = answer.reply, yes.isYes != no.isYes {
      findings.append(
        FactFinding(
          kind: .negation, reference: pair.reference.span(yes.token..<(yes.token + 1)),
          answer: pair.answer.span(no.token..<(no.token + 1))))
    }
    guard !isRestricted(pair) else { return findings }
    let areAlike = areAlike(pair)
    var reported: Set<String> = []
    for cue in reference.cues where findings.count < FactReading.maximumFacts {
      guard let (own, other) = disagreement(of: cue, in: reference, against: answer, areAlike: areAlike) else {
        continue
      }
      guard reported.insert(pair.reference.tokens[own].stem).inserted else { continue }
      findings.append(
        FactFinding(
          kind: .negation, reference: pair.reference.span(min(cue.token, own)..<(max(cue.token, own) + 1)),
          answer: pair.answer.span(other..<(other + 1)), because: "The answer does not deny it."))
    }
    for cue in answer.cues where findings.count < FactReading.maximumFacts {
      guard let (own, other) = disagreement(of: cue, in: answer, against: reference, areAlike: areAlike) else {
        continue
      }
      guard reported.insert(pair.answer.tokens[own].stem).inserted else { continue }
      findings.append(
        FactFinding(
          kind: .negation, reference: pair.reference.span(other..<(other + 1)),
          answer: pair.answer.span(min(cue.token, own)..<(max(cue.token, own) + 1)), because: "The answer denies it."))
    }
    if pair.reference.language == .english { findings += prefixed(reference, answer, in: pair) }
    return findings
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
    for token in cue.scope.prefix(3) {
      let stem = own.reading.tokens[token].stem
      // A text that says and denies the same word speaks of two things; the next word tells which.
      if own.saidStems.contains(stem) { continue }
      // Where the other text does without the word that is denied, it may say the same in other words: "not open on
      // Sundays" and "closed on Sundays".
      guard let place = other.reading.positions[stem]?.first else {
        if areAlike { continue }
        return nil
      }
      guard !other.isDeniedNear(place), !other.hasOpposite(of: own.reading.tokens[token].text) else { return nil }
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

  /// Whether one text alone restricts: "only with a receipt" and "not without a receipt" say the same.
  static func isRestricted(_ pair: FactReadingPair) -> Bool {
    guard pair.reference.language == .english else { return false }
    return restrictions.contains { (pair.reference.positions[$0] == nil) != (pair.answer.positions[$0] == nil) }
  }

  private static let restrictions = ["only", "unless", "except", "alone"]
}

/// Which words of a text are denied.
struct PolarityReading {
  struct Cue {
    let token: Int
    /// The words it denies, nearest first.
    let scope: [Int]
  }

  let reading: FactReading
  private(set) var cues: [Cue] = []
  /// How many cues deny each token.
  private(set) var denials: [Int]
  /// Tokens that a cue denies before any other.
  private(set) var nearest: Set<Int> = []
  /// Stems that are denied somewhere.
  private(set) var deniedStems: Set<String> = []
  /// Stems that are said somewhere without a denial.
  private(set) var saidStems: Set<String> = []
  private var opposites: Set<OppositeWords.Place> = []
  /// A "yes" or "no" that answers a question.
  private(set) var reply: (isYes: Bool, token: Int)?

  static let prefixes = ["un", "in", "im", "ir", "il", "dis", "non"]
  private static let replies: [String: Bool] = [
    "yes": true, "no": false, "nope": false, "yeah": true, "ja": true, "nein": false, "oui": true, "non": false,
    "si": true, "sim": true, "nao": false,
  ]

  init(_ reading: FactReading) {
    self.reading = reading
    let tokens = reading.tokens
    denials = Array(repeating: 0, count: tokens.count)
    let words = NegationCues.cues(reading.language)
    var last: Int?
    for (index, token) in tokens.enumerated() where token.kind == .word {
      if token.startsSentence, let isYes = PolarityReading.replies[token.text],
        index + 1 == tokens.count || tokens[index + 1].kind == .sign
      {
        if reply == nil { reply = (isYes, index) }
        continue
      }
      guard words.contains(token.text) || isOutOf(index) else { continue }
      if index + 1 < tokens.count, NegationCues.harmless.contains(tokens[index + 1].text) { continue }
      // What need not be is a matter of modality.
      if token.text == "not", isNeed(index + 1) || isNeed(index - 1) { continue }
      // "ne ... pas", "no ... nada" are one denial.
      if let before = last, index - before <= 4, reading.language != .german, reading.language != .english,
        !tokens[before..<index].contains(where: { PolarityReading.isBoundary($0) })
      {
        continue
      }
      // "no" at the head of a list number: "No. 5".
      if token.text == "no", index + 2 < tokens.count, tokens[index + 1].text == ".", tokens[index + 2].kind == .number
      {
        continue
      }
      last = index
      var scope = span(from: index + 1, by: 1, atMost: 4)
      if NegationCues.looksBack(reading.language) { scope += span(from: index - 1, by: -1, atMost: 2) }
      // "Shipping to islands isn't possible."
      if scope.isEmpty || scope.count == 1 && PolarityReading.weakBeforeTo.contains(tokens[scope[0]].text) {
        scope += span(from: index - 1, by: -1, atMost: 4)
      }
      guard !scope.isEmpty else { continue }
      for word in scope { denials[word] += 1 }
      cues.append(Cue(token: index, scope: scope))
    }
    // Two denials of one word cancel out: "not unable", "never without".
    for index in denials.indices where denials[index] > 1 { denials[index] %= 2 }
    for (index, token) in tokens.enumerated() where token.kind != .sign {
      if denials[index] > 0 { deniedStems.insert(token.stem) } else { saidStems.insert(token.stem) }
      if let place = OppositeWords.place(of: token.text, in: reading.language) { opposites.insert(place) }
    }
    nearest = Set(cues.compactMap(\.scope.first))
    cues.removeAll { cue in cue.scope.first.map { denials[$0] == 0 } ?? true }
  }

  /// "sold out" and "out of stock", but not "out of 5".
  private func isOutOf(_ index: Int) -> Bool {
    let tokens = reading.tokens
    guard reading.language == .english, tokens[index].text == "out" else { return false }
    if index > 0, tokens[index - 1].text == "sold" { return true }
    guard index + 2 < tokens.count else { return false }
    return tokens[index + 1].text == "of" && tokens[index + 2].kind == .word && !tokens[index + 2].isCapitalised
      && ["stock", "service", "order", "reach", "date", "print"].contains(tokens[index + 2].text)
  }

  /// "have to", "need".
  private func isNeed(_ index: Int) -> Bool {
    guard reading.language == .english, index >= 0, index < reading.tokens.count else { return false }
    let word = reading.tokens[index].text
    return word == "need"
      || word == "have" && index + 1 < reading.tokens.count && reading.tokens[index + 1].text == "to"
  }

  private static func isBoundary(_ token: FactToken) -> Bool {
    if token.kind == .sign { return token.text != "-" && token.text != "\"" && token.text != "'" && token.text != "*" }
    return boundaries.contains(token.text)
  }

  private static let boundaries = FactWords.set(
    "but because although while if unless until when since aber weil obwohl wenn sondern mais parce car quand pero porque cuando ma perche quando mas"
  )

  /// Up to some words that say something, until the clause ends.
  private func span(from start: Int, by step: Int, atMost limit: Int) -> [Int] {
    var result: [Int] = []
    var index = start
    var steps = 0
    while index >= 0, index < reading.tokens.count, result.count < limit, steps < 10 {
      let token = reading.tokens[index]
      if PolarityReading.isBoundary(token) { break }
      if token.kind != .sign, !FactWords.empty.contains(token.text), !isWeak(index) {
        result.append(index)
      }
      index += step
      steps += 1
    }
    return result
  }

  /// Words that a denial passes over: "not currently available" and "currently not available" deny the same.
  private func isWeak(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    if PolarityReading.weak.contains(token.text) { return true }
    guard reading.language == .english else { return false }
    if PolarityReading.weakBeforeTo.contains(token.text) {
      return index + 1 < reading.tokens.count && reading.tokens[index + 1].text == "to"
    }
    return token.text.count > 5 && token.text.hasSuffix("ly")
  }

  /// "not allowed to cancel" denies cancelling; "not allowed here" denies allowing.
  private static let weakBeforeTo = FactWords.set("able allowed permitted possible going")

  private static let weak = FactWords.set(
    "longer ever even yet still anymore get got mehr noch plus encore mas ancora piu mais ainda plus de"
  )

  /// Whether a denied word stands within four tokens.
  func isDeniedNear(_ place: Int) -> Bool {
    let near = max(0, place - 4)...min(denials.count - 1, place + 4)
    return near.contains { denials[$0] > 0 && $0 < place + 2 }
  }

  /// Whether the text has a word of the opposite meaning: "not open" and "closed".
  func hasOpposite(of word: String) -> Bool {
    guard let own = OppositeWords.place(of: word, in: reading.language), own.isPair else { return false }
    return opposites.contains(OppositeWords.Place(group: own.group, side: 1 - own.side, isPair: true))
  }
}

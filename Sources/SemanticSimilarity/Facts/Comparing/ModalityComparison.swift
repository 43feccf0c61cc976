/// Compares what must, should, may or will be.
enum ModalityComparison {
  private enum Force: Sendable {
    case obligation, advice, possibility, future, option
  }

  private static let words: [String: Force] = [
    "must": .obligation, "mandatory": .obligation, "obliged": .obligation, "obligatory": .obligation,
    "required": .obligation, "shall": .obligation, "needs": .obligation, "need": .obligation,
    "should": .advice, "ought": .advice, "recommended": .advice,
    "may": .possibility, "might": .possibility, "can": .possibility, "could": .possibility, "possibly": .possibility,
    "perhaps": .possibility, "maybe": .possibility, "able": .possibility,
    "will": .future, "would": .future, "definitely": .future, "certainly": .future,
    "optional": .option, "voluntary": .option,
  ]

  private static let otherWords: [String: [String: Force]] = [
    "de": [
      "muss": .obligation, "mussen": .obligation, "musst": .obligation, "musste": .obligation, "kann": .possibility,
      "konnen": .possibility, "konnte": .possibility, "darf": .possibility, "durfen": .possibility, "soll": .advice,
      "sollen": .advice,
      "sollte": .advice, "sollten": .advice, "wird": .future, "werden": .future,
    ],
    "fr": [
      "doit": .obligation, "doivent": .obligation, "devez": .obligation, "devait": .obligation, "peut": .possibility,
      "peuvent": .possibility,
      "pouvez": .possibility, "pouvait": .possibility, "devrait": .advice, "devraient": .advice, "devriez": .advice,
    ],
    "es": [
      "debe": .obligation, "deben": .obligation, "debes": .obligation, "puede": .possibility, "pueden": .possibility,
      "puedes": .possibility,
      "deberia": .advice, "deberian": .advice, "podria": .possibility, "podrian": .possibility,
    ],
    "it": [
      "deve": .obligation, "devono": .obligation, "devi": .obligation, "puo": .possibility, "possono": .possibility,
      "puoi": .possibility,
      "dovrebbe": .advice, "potrebbe": .possibility,
    ],
    "pt": [
      "deve": .obligation, "devem": .obligation, "pode": .possibility, "podem": .possibility, "deveria": .advice,
      "poderia": .possibility,
    ],
  ]

  private struct Place {
    let force: Force
    let token: Int
    /// The stem that it is about.
    let verb: String
    let isNegated: Bool
  }

  static func findings(in pair: FactReadingPair, whereNot others: [FactFinding]) -> [FactFinding] {
    let reference = places(in: pair.reference)
    let answer = places(in: pair.answer)
    var findings: [FactFinding] = []
    for place in reference {
      let same = answer.filter { $0.verb == place.verb }
      guard !same.isEmpty, !same.contains(where: { agree($0, place) }), let other = same.first else { continue }
      // The answer has the reference's own modal on another use of the verb; then this one is extra.
      if reference.contains(where: { $0.verb == other.verb && agree($0, other) }) { continue }
      let first = pair.reference.span(place.token..<(place.token + 1))
      let second = pair.answer.span(other.token..<(other.token + 1))
      let isKnown = others.contains {
        $0.kind == .negation
          && ($0.reference.range.overlaps(first.range) || ($0.answer?.range.overlaps(second.range) ?? false))
      }
      if !isKnown { findings.append(FactFinding(kind: .modality, reference: first, answer: second)) }
    }
    return findings
  }

  private static func places(in reading: FactReading) -> [Place] {
    let tokens = reading.tokens
    var result: [Place] = []
    let table = reading.language == .english ? words : otherWords[reading.language.code] ?? [:]
    for index in tokens.indices where tokens[index].kind == .word {
      var force = table[tokens[index].text]
      var next = index + 1
      if tokens[index].text == "have" || tokens[index].text == "has" || tokens[index].text == "had",
        next < tokens.count, tokens[next].text == "to"
      {
        force = .obligation
        next += 1
      }
      if tokens[index].text == "may", tokens[index].isCapitalised, !tokens[index].startsSentence { continue }
      guard var force else { continue }
      let isAfterNot = index > 0 && tokens[index - 1].text == "not"
      var isNegated = isAfterNot
      var verb = ""
      while next < tokens.count, next < index + 7, tokens[next].kind != .sign {
        let token = tokens[next]
        if token.text == "not" || token.text == "never" {
          isNegated = true
        } else if !skipped.contains(token.text), reading.language == .english || !FactWords.empty.contains(token.text) {
          verb = token.stem
          break
        }
        next += 1
      }
      if verb.isEmpty {
        // "as it should be": what stands before is what it is about.
        verb =
          tokens[max(0, index - 4)..<index].last { $0.kind == .word && !FactWords.empty.contains($0.text) }?.stem ?? ""
      }
      guard !verb.isEmpty else { continue }
      // "nothing you need to do" leaves it open too.
      if force == .obligation,
        tokens[max(0, index - 3)..<index].contains(where: { $0.text == "nothing" || $0.text == "no" })
      {
        force = .option
      }
      // "need not" and "do not have to" leave it open.
      let isNeed = tokens[index].text != "must" && tokens[index].text != "shall" && force == .obligation
      if isNegated, isNeed {
        force = .option
        isNegated = false
      }
      result.append(Place(force: force, token: index, verb: verb, isNegated: isNegated))
      if result.count == 200 { break }
    }
    return result
  }

  private static let skipped = FactWords.set(
    "to be been being a an the i you we they he she it also then now always only just still well all please that this is are was were for in of as have"
  )

  private static func agree(_ a: Place, _ b: Place) -> Bool {
    if a.force == b.force { return true }
    // Whether something that is denied may not or must not be makes no difference.
    if a.isNegated, b.isNegated { return true }
    let forces = [a.force, b.force]
    if forces.contains(.possibility), forces.contains(.option) { return true }
    return false
  }
}

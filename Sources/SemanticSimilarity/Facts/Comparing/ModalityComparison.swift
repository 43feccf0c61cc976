/// Compares what must, should, may or will be.
enum ModalityComparison {
  private struct Place {
    let force: ModalWords.Force
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
    for index in tokens.indices where tokens[index].kind == .word {
      if tokens[index].text == "may", tokens[index].isCapitalised, !tokens[index].startsSentence { continue }
      guard var (force, next) = ModalWords.force(at: index, in: tokens, reading.language) else { continue }
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
    // Whether something that is denied may not or must not be makes no difference.
    ModalWords.agree(a.force, b.force) || a.isNegated && b.isNegated
  }
}

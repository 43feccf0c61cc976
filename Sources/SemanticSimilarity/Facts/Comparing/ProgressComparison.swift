/// Compares what has happened with what is still to come: "has already left" against "will leave tomorrow", "is still
/// being packed" against "is on its way".
enum ProgressComparison {
  private struct Step {
    let isDone: Bool
    let verb: String
    let token: Int
    let about: Set<String>
  }

  private static let maximumSteps = 60

  static func findings(in reference: ClauseReading, _ answer: ClauseReading) -> [FactFinding] {
    let first = steps(in: reference)
    let second = steps(in: answer)
    for own in first {
      guard let other = second.first(where: { excludes(own, $0) }),
        !second.contains(where: { $0.isDone == own.isDone && isSameMatter(own, $0) && reaches($0, own) }),
        !first.contains(where: { $0.isDone == other.isDone && isSameMatter(other, $0) && reaches($0, other) })
      else { continue }
      return [
        FactFinding(
          kind: .modality, reference: reference.reading.span(own.token..<(own.token + 1)),
          answer: answer.reading.span(other.token..<(other.token + 1)),
          because: own.isDone ? "There it is still to come." : "There it has happened.")
      ]
    }
    return []
  }

  private static func excludes(_ a: Step, _ b: Step) -> Bool {
    guard a.isDone != b.isDone, isSameMatter(a, b) else { return false }
    if a.verb == b.verb { return true }
    let (done, coming) = a.isDone ? (a, b) : (b, a)
    guard let passed = stages[done.verb], let ahead = stages[coming.verb] else { return false }
    return ahead <= passed
  }

  /// Whether a step says as much as another of its kind.
  private static func reaches(_ a: Step, _ b: Step) -> Bool {
    if a.verb == b.verb { return true }
    guard let first = stages[a.verb], let second = stages[b.verb] else { return false }
    return a.isDone ? first >= second : first <= second
  }

  private static func isSameMatter(_ a: Step, _ b: Step) -> Bool {
    !a.about.subtracting([a.verb, b.verb]).isDisjoint(with: b.about)
  }

  /// What a parcel goes through, in order.
  private static let stages: [String: Int] = {
    var table: [String: Int] = [:]
    for (stage, words) in [
      "prepare preparing pack packed packing process processing picked", "ship send leave post way transit",
      "deliver arrive",
    ]
    .enumerated() {
      for word in words.split(separator: " ") {
        table[String(word)] = stage
        table[FactTokenizer.stem(String(word))] = stage
      }
    }
    return table
  }()

  // MARK: Steps

  private static func steps(in reading: ClauseReading) -> [Step] {
    var result: [Step] = []
    let tokens = reading.reading.tokens
    for clause in reading.clauses where !clause.isSupposed {
      for index in clause.tokens where result.count < maximumSteps && tokens[index].kind == .word {
        // "No one has answered"
        guard let (isDone, place) = step(at: index, clause, tokens), !isDone || !clause.hasCue else { continue }
        result.append(
          Step(
            isDone: isDone, verb: ClaimWords.canonical(tokens[place]), token: place, about: clause.subjects))
      }
    }
    return result
  }

  private static func step(
    at index: Int, _ clause: ClauseReading.Clause, _ tokens: [FactToken]
  ) -> (isDone: Bool, token: Int)? {
    let end = clause.tokens.upperBound
    func text(_ place: Int) -> String { place >= clause.tokens.lowerBound && place < end ? tokens[place].text : "" }
    switch tokens[index].text {
    case "will", "ll", "shall":
      return verb(after: index, end, tokens).flatMap { $0.isDenied ? nil : (false, $0.token) }
    case "going" where text(index + 1) == "to", "about" where text(index + 1) == "to",
      "yet" where text(index + 1) == "to":
      return verb(after: index + 1, end, tokens).flatMap { $0.isDenied ? nil : (false, $0.token) }
    case "has", "have", "ve":
      // "may not have arrived" leaves it open.
      if tokens[max(clause.tokens.lowerBound, index - 2)..<index].contains(where: { open.contains($0.text) }) {
        return nil
      }
      guard let verb = verb(after: index, end, tokens), isParticiple(tokens[verb.token]) else { return nil }
      return (!verb.isDenied, verb.token)
    case "was", "were":
      guard let verb = verb(after: index, end, tokens), !verb.isDenied, isParticiple(tokens[verb.token]) else {
        return nil
      }
      return (true, verb.token)
    case "being":
      guard index > 0, let verb = verb(after: index, end, tokens), isParticiple(tokens[verb.token]),
        tokens[max(clause.tokens.lowerBound, index - 3)..<index].contains(where: {
          ["is", "are", "am"].contains($0.text)
        })
      else { return nil }
      return (false, verb.token)
    case "packing", "preparing", "processing":
      // "We're packing it", whose short form is no token.
      return index > 0 && ["we", "it", "now", "still", "currently", "already", "are", "is"].contains(text(index - 1))
        ? (false, index) : nil
    case "left":
      let before = text(index - 1)
      return before == "already" || tokens[max(0, index - 1)].kind == .code ? (true, index) : nil
    case "way" where text(index - 2) == "on" && ["its", "the", "their"].contains(text(index - 1)): return (true, index)
    case "transit" where text(index - 1) == "in": return (true, index)
    default: return nil
    }
  }

  /// The verb after an auxiliary, with nothing between but other auxiliaries, adverbs and "not".
  private static func verb(after index: Int, _ end: Int, _ tokens: [FactToken]) -> (token: Int, isDenied: Bool)? {
    var isDenied = false
    for next in (index + 1)..<max(index + 1, min(end, index + 6)) {
      let token = tokens[next]
      if token.kind == .sign { continue }
      if token.text == "not" || token.text == "never" {
        isDenied = true
      } else if !passed.contains(token.text), !(token.text.utf8.count > 4 && token.text.hasSuffix("ly")) {
        return token.kind == .word ? (next, isDenied) : nil
      }
    }
    return nil
  }

  private static let open = FactWords.set("may might should would could must will not never")
  private static let passed = FactWords.set(
    "be been being have already just now still yet also soon then it they you we i")

  private static func isParticiple(_ token: FactToken) -> Bool {
    token.text.utf8.count > 3 && token.text.hasSuffix("ed") || irregular.contains(token.text)
  }

  private static let irregular = FactWords.set(
    "left sent paid gone given taken made begun sold bought written built chosen lost done found held kept met shut won shown drawn broken told come"
  )
}

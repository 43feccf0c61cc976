/// Compares, clause by clause, what one text denies with what the other grants, has or charges for, however the rest of
/// the two is worded: "they can't be paid out" against "unused days are paid out".
///
/// A denial contradicts a claim that is about all that the denial is about: "no dogs" stands against "dogs in the garden",
/// but "no worn shoes" does not stand against "shoes".
enum ClaimComparison {
  /// What a denial needs to find on the other side.
  private enum Need {
    case word(String)
    case grant
    /// Something to have, or, where a verb goes with it, to do: "no deliveries".
    case having(verb: String?)
    case cost
  }

  private struct Denial {
    let cue: Int
    let head: Int
    let need: Need
    /// What it is about; of each set one word is enough.
    let matters: [Set<String>]
    let clause: ClauseReading.Clause
    /// Whether it only says that something is no more.
    let isOver: Bool
  }

  private static let maximumDenials = 40

  static func findings(in reference: ClauseReading, _ answer: ClauseReading) -> [FactFinding] {
    let denied = (reference: denials(in: reference), answer: denials(in: answer))
    for denial in denied.answer {
      guard let claim = claim(against: denial, in: reference, butFor: denied.reference, in: answer) else { continue }
      return [found(reference.reading, claim, answer.reading, denial, isAnswer: true)]
    }
    for denial in denied.reference {
      guard let claim = claim(against: denial, in: answer, butFor: denied.answer, in: reference) else { continue }
      return [found(answer.reading, claim, reference.reading, denial, isAnswer: false)]
    }
    return []
  }

  private static func found(
    _ claiming: FactReading, _ token: Int, _ denying: FactReading, _ denial: Denial, isAnswer: Bool
  ) -> FactFinding {
    let claim = claiming.span(token..<(token + 1))
    let denied = denying.span(min(denial.cue, denial.head)..<(max(denial.cue, denial.head) + 1))
    var kind = FactKinds.negation
    if case .cost = denial.need { kind = .money }
    return FactFinding(
      kind: kind, reference: isAnswer ? claim : denied, answer: isAnswer ? denied : claim,
      because: isAnswer ? "The answer denies it." : "The answer does not deny it.")
  }

  // MARK: What a text denies

  private static func denials(in reading: ClauseReading) -> [Denial] {
    var result: [Denial] = []
    for (index, clause) in reading.clauses.enumerated() where result.count < maximumDenials {
      if clause.isDeniedItem, let denial = item(clause, reading.reading.tokens) {
        result.append(denial)
      } else if !clause.isSupposed,
        let denial = denial(in: clause, after: index > 0 ? reading.clauses[index - 1] : nil, reading)
      {
        result.append(denial)
      }
    }
    return result
  }

  /// "Please don't: - send shoes without the label"
  private static func item(_ clause: ClauseReading.Clause, _ tokens: [FactToken]) -> Denial? {
    guard let head = clause.tokens.first(where: { tokens[$0].kind != .sign }), ClauseReading.tells(tokens[head]) else {
      return nil
    }
    let need = Need.word(ClaimWords.canonical(at: head, in: tokens))
    return Denial(
      cue: head, head: head, need: need, matters: matters(of: clause.tokens, head, need, tokens), clause: clause,
      isOver: false)
  }

  private static func denial(
    in clause: ClauseReading.Clause, after before: ClauseReading.Clause?, _ reading: ClauseReading
  ) -> Denial? {
    let tokens = reading.reading.tokens
    let cues = clause.tokens.filter { isCue($0, clause, reading) }
    // Two denials may cancel out.
    guard cues.count == 1, let cue = cues.first else { return nil }
    if isIdle(cue, clause, tokens) { return nil }
    let text = tokens[cue].text
    var start = cue + 1
    // "isn't something we accept"
    if start + 1 < clause.tokens.upperBound, tokens[start].text == "something" || tokens[start].text == "what" {
      start += 1
    }
    var head: Int?
    for index in start..<clause.tokens.upperBound where tokens[index].kind != .sign {
      let word = tokens[index].text
      if ["way", "chance", "possibility", "option"].contains(word) { continue }
      if word == "able" || ClaimWords.grantingHeads.contains(word), leadsOn(index, clause, tokens) {
        continue
      }
      if ClaimWords.grantingHeads.contains(word) || ClaimWords.havings.contains(word) && word != "there"
        || ClauseReading.tells(tokens[index])
      {
        head = index
        break
      }
    }
    if head == nil { head = clause.tokens.reversed().first { $0 < cue && ClauseReading.tells(tokens[$0]) } }
    guard let head else { return nil }
    var need = need(text, cue, head, tokens)
    // "Visa is accepted, cheques aren't": it denies what the clause before says.
    if head < cue, cue + 2 >= clause.tokens.upperBound, case .word = need {
      guard let before, before.tokens.contains(where: { ClaimWords.grants.contains(tokens[$0].text) }), !before.isFree
      else { return nil }
      need = .grant
    }
    // "The landlord prohibits parking": who forbids it is no part of it.
    let isActive =
      ClaimWords.denyingVerbs.contains(text) && !ClaimWords.needInfinitive.contains(text) && head > cue
      && text != "unable" && text != "impossible"
      && !(cue > 0 && ClaimWords.beings.contains(tokens[cue - 1].text))
    let first = isActive && !text.hasPrefix("lack") ? cue : clause.tokens.lowerBound
    let matters = matters(of: first..<clause.tokens.upperBound, head, need, tokens)
    return Denial(cue: cue, head: head, need: need, matters: matters, clause: clause, isOver: reading.isOver(cue))
  }

  private static func isCue(_ index: Int, _ clause: ClauseReading.Clause, _ clauses: ClauseReading) -> Bool {
    let reading = clauses.reading
    let word = reading.tokens[index].text
    if word == "free" { return CostComparison.saysFree(index, in: reading) || isFreeFor(index, reading) }
    if ClaimWords.needInfinitive.contains(word) { return clauses.leadsOn(index) }
    if clauses.isOver(index) { return word != "past" }
    if word == "without" { return false }
    if ClaimWords.denyingVerbs.contains(word) || ClaimWords.nobodies.contains(word) { return true }
    guard ["not", "no", "never", "cannot", "nor"].contains(word) else { return false }
    // "No, you can't": an answer to a question.
    let next = index + 1
    return next < clause.tokens.upperBound && reading.tokens[next].kind != .sign
      && !(index > 0 && reading.tokens[index - 1].text == "or")
  }

  /// "is free for orders above 60 euros", "get free coffee"
  private static func isFreeFor(_ index: Int, _ reading: FactReading) -> Bool {
    guard index > 0, index + 1 < reading.tokens.count else { return false }
    if ["get", "gets", "receive", "receives", "enjoy"].contains(reading.tokens[index - 1].text) { return true }
    return ClaimWords.auxiliaries.contains(reading.tokens[index - 1].text)
      && ["for", "on", "within", "with", "in", "until", "over", "above", "at"].contains(reading.tokens[index + 1].text)
  }

  /// "no problem", "don't have to": it denies nothing of the matter.
  private static func isIdle(_ cue: Int, _ clause: ClauseReading.Clause, _ tokens: [FactToken]) -> Bool {
    for index in (cue + 1)..<max(cue + 1, clause.tokens.upperBound) {
      let word = tokens[index].text
      if word == "have", index + 1 < tokens.count, tokens[index + 1].text == "to" { return true }
      if !passed.contains(word) { return ClaimWords.idle.contains(word) }
    }
    return false
  }

  private static let passed = FactWords.set("a an the be any have to really been")

  /// "able to accept", "allowed to smoke"
  private static func leadsOn(_ index: Int, _ clause: ClauseReading.Clause, _ tokens: [FactToken]) -> Bool {
    index + 1 < clause.tokens.upperBound && tokens[index + 1].text == "to"
  }

  private static func need(_ cue: String, _ cueToken: Int, _ head: Int, _ tokens: [FactToken]) -> Need {
    let word = tokens[head].text
    if cue == "nothing", cueToken > 0, ClaimWords.costs.contains(tokens[cueToken - 1].text) { return .cost }
    if cue == "free" || ClaimWords.costs.contains(word) && word != "paid" && word != "payable" { return .cost }
    if ClaimWords.grantingHeads.contains(word) { return .grant }
    if ClaimWords.denyingVerbs.contains(cue), !ClaimWords.needInfinitive.contains(cue) {
      if cue.hasPrefix("lack") { return .having(verb: nil) }
      if ClaimWords.havings.contains(word) { return .having(verb: nil) }
      return cue == "unable" || cue == "impossible" ? .word(ClaimWords.canonical(at: head, in: tokens)) : .grant
    }
    if cue == "no" { return .having(verb: ClaimWords.verb(of: tokens[head])) }
    if ClaimWords.havings.contains(word) { return .having(verb: nil) }
    return .word(ClaimWords.canonical(at: head, in: tokens))
  }

  /// What a denial is about: words joined by "or" need not all be met.
  private static func matters(
    of clause: Range<Int>, _ head: Int, _ need: Need, _ tokens: [FactToken]
  ) -> [Set<String>] {
    var result: [Set<String>] = []
    var isJoined = false
    var seen: Set<String> = []
    for index in clause {
      let token = tokens[index]
      if token.text == "or" || token.text == "nor" {
        isJoined = true
        continue
      }
      guard ClauseReading.tells(token), !isPredicate(index, tokens, need), !isOrigin(index, head, clause, tokens) else {
        continue
      }
      let word = ClaimWords.canonical(at: index, in: tokens)
      guard seen.insert(word).inserted else { continue }
      if isJoined, !result.isEmpty {
        result[result.count - 1].insert(word)
      } else {
        result.append([word])
      }
      isJoined = false
    }
    return result
  }

  private static func isPredicate(_ index: Int, _ tokens: [FactToken], _ need: Need) -> Bool {
    let token = tokens[index]
    return switch need {
    case .word(let word): ClaimWords.canonical(at: index, in: tokens) == word
    case .having: ClaimWords.havings.contains(token.text)
    case .cost:
      ClaimWords.costs.contains(token.text) || token.text == "free" || token.kind == .number
        || ClaimWords.havings.contains(token.text)
    case .grant: false
    }
  }

  /// "the label from the parcel": where a thing is from tells it from no other one.
  private static func isOrigin(
    _ index: Int, _ head: Int, _ clause: Range<Int>, _ tokens: [FactToken]
  ) -> Bool {
    guard index < head, index - 3 >= clause.lowerBound else { return false }
    return tokens[index - 1].text == "from" && ClauseReading.tells(tokens[index - 2])
      || ["the", "our", "your", "a"].contains(tokens[index - 1].text) && tokens[index - 2].text == "from"
        && ClauseReading.tells(tokens[index - 3])
  }

  // MARK: What the other text claims

  /// The word by which the other text claims what is denied.
  private static func claim(
    against denial: Denial, in other: ClauseReading, butFor others: [Denial], in own: ClauseReading
  ) -> Int? {
    var best: (score: Int, token: Int)?
    for clause in other.clauses where !clause.isSupposed && !clause.isDenied {
      guard let (score, token) = match(denial, clause, other.reading) else { continue }
      if score > (best?.score ?? 0) { best = (score, token) }
    }
    guard let best else { return nil }
    // The other text denies it too.
    for another in others where isLike(another, denial) { return nil }
    // The own text says it as well, as near to what the other text says.
    for clause in own.clauses where !clause.isSupposed && !clause.isDenied {
      if let (score, _) = match(denial, clause, own.reading), score >= best.score { return nil }
    }
    return best.token
  }

  private static func isLike(_ a: Denial, _ b: Denial) -> Bool {
    let first = a.matters.reduce(into: a.clause.inherited) { $0.formUnion($1) }
    let second = b.matters.reduce(into: b.clause.inherited) { $0.formUnion($1) }
    switch (a.need, b.need) {
    case (.cost, .cost):
      return first.isSubset(of: second)
    case (.cost, _), (_, .cost): return false
    default: return !first.isDisjoint(with: second) || first.isEmpty || second.isEmpty
    }
  }

  /// How well a clause claims what is denied, and the word by which it does.
  private static func match(
    _ denial: Denial, _ clause: ClauseReading.Clause, _ reading: FactReading
  ) -> (score: Int, token: Int)? {
    // What is never so is not so within 30 days either; what is not so after 30 days may be so within them.
    var bounds = denial.clause.bounds.subtracting(clause.bounds)
    bounds.subtract(["last", "next", "first"])
    if denial.isOver { bounds.subtract(["until", "before", "since"]) }
    let more = clause.bounds.subtracting(denial.clause.bounds)
    guard bounds.isEmpty, more.isSubset(of: limits) else { return nil }
    if case .cost = denial.need, clause.isFree || !more.isSubset(of: ["before", "next", "last", "first"]) {
      return nil
    }
    guard let token = clause.tokens.first(where: { meets(denial.need, $0, clause, reading) }) else { return nil }
    let words = clause.subjects
    guard denial.matters.allSatisfy({ !$0.isDisjoint(with: words) }) else { return nil }
    let inherited = denial.clause.inherited.intersection(clause.words).count
    let shared = denial.matters.count + min(1, inherited)
    guard shared >= 1, denial.clause.inherited.isEmpty || inherited > 0 || denial.matters.count >= 2 else { return nil }
    let nearness = (denial.matters.count + inherited) * 4
    return (nearness - min(nearness - 1, 7, max(0, clause.words.count - denial.matters.count)), token)
  }

  /// Bounds within which a thing is granted.
  private static let limits = FactWords.set("within until before after last next first from least most")

  private static func meets(
    _ need: Need, _ index: Int, _ clause: ClauseReading.Clause, _ reading: FactReading
  ) -> Bool {
    let token = reading.tokens[index]
    guard token.kind == .word else { return false }
    switch need {
    case .word(let word):
      return ClauseReading.tells(token) && ClaimWords.canonical(at: index, in: reading.tokens) == word
    case .grant: return ClaimWords.grants.contains(token.text)
    case .having(let verb):
      return ClaimWords.havings.contains(token.text) || ClaimWords.grants.contains(token.text)
        || verb != nil && ClaimWords.verb(of: token) == verb
    case .cost: return ClaimWords.costs.contains(token.text) && isCharge(index, clause, reading)
    }
  }

  /// "costs 3.50 euros", "have to pay for", "a fee": not "delivery times and costs".
  private static func isCharge(_ index: Int, _ clause: ClauseReading.Clause, _ reading: FactReading) -> Bool {
    let isPriced = reading.quantities.contains { fact in
      guard clause.tokens.contains(fact.tokens.lowerBound), case .quantity(let measures) = fact.value else {
        return false
      }
      return measures.contains { $0.dimension.hasPrefix("money") && $0.value > 0 }
    }
    if isPriced { return true }
    let tokens = reading.tokens
    switch tokens[index].text {
    case "pay", "pays", "charges", "charged":
      return index + 1 < clause.tokens.upperBound && tokens[index + 1].kind == .word && tokens[index + 1].text != "and"
    case "fee", "charge", "surcharge":
      return tokens[max(clause.tokens.lowerBound, index - 3)..<index].contains { $0.text == "a" || $0.text == "an" }
    default: return false
    }
  }
}

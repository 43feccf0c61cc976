/// Compares days, weekdays and times of the day.
enum CalendarComparison {
  static func findings(in pair: FactReadingPair) -> [FactFinding] {
    compare(pair.reference.days, pair.answer.days, kind: .dates, in: pair)
      + compare(pair.reference.times, pair.answer.times, kind: .times, in: pair)
  }

  private static func compare(
    _ reference: [Fact], _ answer: [Fact], kind: FactKinds, in pair: FactReadingPair
  ) -> [FactFinding] {
    var matching = FactMatching(reference, answer, in: pair, areEqual: agree)
    var findings: [FactFinding] = []
    for (index, fact) in reference.enumerated() where matching.partners[index] == nil {
      let isSaidElsewhere = answer.contains { agree(fact, $0) }
      var best: (affinity: Int, index: Int)?
      for (other, candidate) in answer.enumerated() where matching.isFree[other] && exclude(fact, candidate) {
        let affinity = matching.affinity(index, other)
        guard affinity >= (isSaidElsewhere ? 2 : 1) || (reference.count == 1 && answer.count == 1) else { continue }
        if affinity > (best?.affinity ?? -1) { best = (affinity, other) }
      }
      if let best {
        matching.join(index, best.index)
        findings.append(
          FactFinding(
            kind: kind, reference: pair.reference.span(fact.tokens), answer: pair.answer.span(answer[best.index].tokens)
          ))
      } else if !isSaidElsewhere, !isSaidAsNumber(fact, in: pair.answer) {
        findings.append(FactFinding(kind: kind, reference: pair.reference.span(fact.tokens), answer: nil))
      }
    }
    return findings
  }

  /// Whether the second says the first: nothing of it otherwise, and its day where it has one.
  static func agree(_ a: Fact, _ b: Fact) -> Bool {
    switch (a.value, b.value) {
    case (.weekday(let first), .weekday(let second)): return first == second
    case (.time(let first), .time(let second)): return first.contains { second.contains($0) }
    case (.day(let first), .day(let second)):
      return first.contains { one in second.contains { agree(one, $0) } }
    default: return false
    }
  }

  private static func agree(_ a: Fact.Day, _ b: Fact.Day) -> Bool {
    if let first = a.year, let second = b.year, first != second { return false }
    if let first = a.month, let second = b.month, first != second { return false }
    if let first = a.day, let second = b.day, first != second { return false }
    if a.day != nil { return b.day != nil }
    if a.month != nil { return b.month != nil }
    return b.year != nil
  }

  /// Whether both speak of the same part of a date and differ in it.
  static func exclude(_ a: Fact, _ b: Fact) -> Bool {
    switch (a.value, b.value) {
    case (.weekday, .weekday), (.time, .time): return true
    case (.day(let first), .day(let second)):
      guard let one = first.first, let other = second.first else { return false }
      return (one.year != nil && other.year != nil) || (one.month != nil && other.month != nil)
    default: return false
    }
  }

  /// "2014" may have been read as a count in the other text.
  private static func isSaidAsNumber(_ fact: Fact, in answer: FactReading) -> Bool {
    if answer.quantities.contains(where: { QuantityComparison.areHourAndTime(fact, $0) }) { return true }
    guard case .day(let days) = fact.value, let year = days.first?.year, days.first?.month == nil else { return false }
    return answer.positions[String(year)] != nil
  }
}

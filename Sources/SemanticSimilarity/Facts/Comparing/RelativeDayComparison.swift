/// Compares days that are said from today or from an event: "the same day" against "the next working day", "tomorrow"
/// against "next week", where both say when the same thing happens.
enum RelativeDayComparison {
  private struct Place {
    /// Days ahead, nearly; only the order and equality count.
    let day: Int
    let tokens: Range<Int>
    let words: Set<String>
    let inherited: Set<String>
    /// Whether it is a claim that may be compared, neither denied nor supposed.
    let isClaim: Bool
  }

  private static let maximumPlaces = 40

  static func findings(in reference: ClauseReading, _ answer: ClauseReading) -> [FactFinding] {
    let first = places(in: reference)
    guard !first.isEmpty else { return [] }
    let second = places(in: answer)
    for own in first {
      guard !second.contains(where: { !exclude(own.day, $0.day) }),
        let other = second.first(where: { other in
          own.isClaim && other.isClaim && isSameMatter(own, other)
        })
      else { continue }
      return [
        FactFinding(
          kind: .dates, reference: reference.reading.span(own.tokens), answer: answer.reading.span(other.tokens))
      ]
    }
    return []
  }

  private static func isSameMatter(_ a: Place, _ b: Place) -> Bool {
    // What a clause only inherits counts on one side alone.
    let shared = a.words.union(b.inherited).intersection(b.words.union(a.inherited)).intersection(
      a.words.union(b.words))
    guard !shared.isEmpty, !a.words.isEmpty, !b.words.isEmpty else { return false }
    return shared.count >= 2 || min(a.words.count, b.words.count) <= 2
  }

  /// A day that may lie in the week or month of the other does not exclude it.
  private static func exclude(_ a: Int, _ b: Int) -> Bool {
    let (low, high) = (min(a, b), max(a, b))
    return low != high && !(low == 7 && high == 30) && !(low == -30 && high < 0)
  }

  private static func places(in reading: ClauseReading) -> [Place] {
    let tokens = reading.reading.tokens
    var result: [Place] = []
    for clause in reading.clauses {
      for index in clause.tokens where result.count < maximumPlaces && tokens[index].kind == .word {
        guard let (day, length) = day(at: index, clause.tokens.upperBound, tokens) else { continue }
        result.append(
          Place(
            day: day, tokens: index..<(index + length), words: clause.words.subtracting(words),
            inherited: clause.inherited.subtracting(words), isClaim: !clause.isDenied && !clause.isSupposed))
      }
    }
    return result
  }

  private static let words = FactWords.set(
    "today tonight tomorrow yesterday day week month work busines business same next last")

  private static func day(at index: Int, _ end: Int, _ tokens: [FactToken]) -> (day: Int, length: Int)? {
    switch tokens[index].text {
    case "today", "tonight": return (0, 1)
    case "tomorrow": return (1, 1)
    case "yesterday": return (-1, 1)
    case "same", "next", "following", "last":
      var unit = index + 1
      if unit < end, tokens[unit].text == "-" { unit += 1 }
      while unit < end, ["working", "business", "calendar"].contains(tokens[unit].text) { unit += 1 }
      guard unit < end else { return nil }
      let ahead = tokens[index].text
      let day: Int
      switch (ahead, tokens[unit].text) {
      case ("same", "day"): day = 0
      case ("next", "day"), ("following", "day"): day = 1
      case ("next", "week"), ("following", "week"): day = 7
      case ("next", "month"), ("following", "month"): day = 30
      case ("last", "week"): day = -7
      case ("last", "month"): day = -30
      default: return nil
      }
      return (day, unit + 1 - index)
    default: return nil
    }
  }
}

/// Finds two things compared the other way round: "a refund is faster than delivery" and "delivery is faster: two days,
/// compared with five for a refund".
enum ComparedPairs {
  private struct Comparative {
    let word: String
    let token: Int
    let subject: Set<String>
    let than: Set<String>
  }

  private static let maximumComparatives = 20

  static func findings(in reference: ClauseReading, _ answer: ClauseReading) -> [FactFinding] {
    let first = comparatives(in: reference)
    guard !first.isEmpty else { return [] }
    for own in first {
      for other in comparatives(in: answer) where own.word == other.word && areTurned(own, other) {
        return [
          FactFinding(
            kind: .roles, reference: reference.reading.span(own.token..<(own.token + 1)),
            answer: answer.reading.span(other.token..<(other.token + 1)), because: "The two are compared the other way."
          )
        ]
      }
    }
    return []
  }

  private static func areTurned(_ a: Comparative, _ b: Comparative) -> Bool {
    guard a.subject.isDisjoint(with: b.subject), !a.than.isEmpty || !b.than.isEmpty else { return false }
    if !a.than.isEmpty, a.than.isDisjoint(with: b.subject) || !a.subject.isDisjoint(with: a.than) { return false }
    if !b.than.isEmpty, b.than.isDisjoint(with: a.subject) || !b.subject.isDisjoint(with: b.than) { return false }
    return true
  }

  private static func comparatives(in reading: ClauseReading) -> [Comparative] {
    let tokens = reading.reading.tokens
    var result: [Comparative] = []
    for clause in reading.clauses where !clause.isSupposed && !clause.isDenied {
      for index in clause.tokens where result.count < maximumComparatives && words.contains(tokens[index].text) {
        let before = clause.tokens.lowerBound..<index
        var than: Set<String> = []
        if index + 1 < clause.tokens.upperBound, tokens[index + 1].text == "than" {
          than = stems(in: (index + 2)..<max(index + 2, min(clause.tokens.upperBound, index + 6)), tokens)
        }
        let subject = stems(in: before, tokens)
        if !subject.isEmpty {
          result.append(Comparative(word: tokens[index].text, token: index, subject: subject, than: than))
        }
      }
    }
    return result
  }

  private static func stems(in range: Range<Int>, _ tokens: [FactToken]) -> Set<String> {
    Set(range.lazy.map { tokens[$0] }.filter(ClauseReading.tells).map { ClaimWords.canonical($0) })
  }

  private static let words = FactWords.set(
    "faster quicker slower cheaper dearer bigger larger smaller longer shorter higher lower older younger newer better worse easier harder heavier lighter stronger weaker safer warmer colder closer thicker thinner wider narrower simpler richer poorer taller deeper brighter louder quieter"
  )
}

/// Finds a quantity that the answer states of something else: "Delivery takes 2 to 4 days" against "Delivery takes 5 days,
/// and refunds take 2 to 4".
enum MovedQuantities {
  private static let maximumQuantities = 40

  static func findings(in reference: ClauseReading, _ answer: ClauseReading) -> [FactFinding] {
    for fact in reference.reading.quantities.prefix(maximumQuantities)
    where !fact.isSoft && dimension(of: fact) != nil {
      guard let clause = clause(of: fact, in: reference), !clause.isSupposed, !clause.isDenied,
        let subject = subject(of: clause, reference.reading)
      else { continue }
      let about = words(of: clause, reference.reading)
      var hasMoved = false
      var other: Fact?
      var isSaid = false
      for candidate in answer.reading.quantities.prefix(maximumQuantities)
      where dimension(of: candidate) == dimension(of: fact) {
        guard let place = self.clause(of: candidate, in: answer) else { continue }
        if QuantityComparison.areEqual(fact, candidate) {
          isSaid = isSaid || place.subjects.contains(subject)
          hasMoved = hasMoved || !place.isSupposed && !words(of: place, answer.reading).isEmpty
        } else if other == nil, !place.isSupposed, !place.isDenied, !candidate.isSoft,
          place.bounds == clause.bounds || about.isSubset(of: place.words), place.words.contains(subject),
          about.count == 1 || about.intersection(place.words).count >= 2,
          // What the reference says of something else is no other value.
          !reference.reading.quantities.contains(where: { QuantityComparison.areEqual($0, candidate) })
        {
          other = candidate
        }
      }
      guard hasMoved, !isSaid, let other else { continue }
      return [
        FactFinding(
          kind: QuantityComparison.kind(of: fact), reference: reference.reading.span(fact.tokens),
          answer: answer.reading.span(other.tokens), because: "The answer says it of something else.")
      ]
    }
    return []
  }

  private static func dimension(of fact: Fact) -> String? {
    guard case .quantity(let measures) = fact.value, let dimension = measures.first?.dimension else { return nil }
    return dimension.isEmpty || dimension == "ordinal" ? nil : dimension
  }

  private static func clause(of fact: Fact, in reading: ClauseReading) -> ClauseReading.Clause? {
    reading.clauses.first { $0.tokens.contains(fact.tokens.lowerBound) }
  }

  /// The first word that tells what a clause is about.
  private static func subject(of clause: ClauseReading.Clause, _ reading: FactReading) -> String? {
    clause.tokens.first { isWord($0, reading) }.map { ClaimWords.canonical(at: $0, in: reading.tokens) }
  }

  private static func words(of clause: ClauseReading.Clause, _ reading: FactReading) -> Set<String> {
    Set(clause.tokens.lazy.filter { isWord($0, reading) }.map { ClaimWords.canonical(at: $0, in: reading.tokens) })
  }

  private static func isWord(_ index: Int, _ reading: FactReading) -> Bool {
    ClauseReading.tells(reading.tokens[index]) && !reading.isCovered[index] && reading.tokens[index].kind == .word
  }
}

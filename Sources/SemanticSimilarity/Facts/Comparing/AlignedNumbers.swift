/// Compares numbers, dates, times and units that stand in the same place of both texts.
enum AlignedNumbers {
  /// A fact of the reference and the one that the answer has in its place, if they differ.
  static func disagreement(at place: AlignedPlace, in pair: FactReadingPair) -> (own: Fact, other: Fact)? {
    let own = facts(of: pair.reference, in: place.gap.reference)
    let other = facts(of: pair.answer, in: place.gap.answer)
    guard !own.isEmpty, !other.isEmpty else { return nil }
    for fact in own where !other.contains(where: { agree(fact, $0) }) {
      guard let candidate = other.first(where: { isSameForm(fact, $0) }) else { continue }
      // Said at another place of the answer that the reference has not got: it was moved.
      if isMoved(fact, from: candidate, in: pair) { continue }
      return (fact, candidate)
    }
    return nil
  }

  static func kind(_ own: Fact, _ other: Fact) -> FactKinds {
    switch (own.value, other.value) {
    case (.quantity, .quantity): QuantityComparison.kind(of: own)
    case (.time, .time): .times
    case (.quantity, _), (_, .quantity): .numbers
    default: .dates
    }
  }

  /// A unit, a currency or a word such as "million" without the number that belongs to it: "billions of", "per day".
  static func unit(at place: AlignedPlace, in pair: FactReadingPair) -> (own: Int, other: Int, kind: FactKinds)? {
    guard place.own.count == 1, place.other.count == 1, let own = place.own.first, let other = place.other.first else {
      return nil
    }
    let first = pair.reference.tokens[own]
    let second = pair.answer.tokens[other]
    let least = pair.reference.language == .english ? 3 : 2
    guard first.text.utf8.count >= least, second.text.utf8.count >= least, first.text != "second",
      second.text != "second"
    else {
      return nil
    }
    let (one, two) = (singular(first.text), singular(second.text))
    if let a = MeasureUnits.multipliers[one], let b = MeasureUnits.multipliers[two], a != b {
      return (own, other, .numbers)
    }
    if let a = MeasureUnits.currencies[first.text], let b = MeasureUnits.currencies[second.text], a != b {
      return (own, other, .money)
    }
    if let a = MeasureUnits.units[first.text]?.first, let b = MeasureUnits.units[second.text]?.first,
      a.dimension == b.dimension, a.factor != b.factor, a.dimension == "time" || a.dimension == "length"
    {
      return (own, other, .units)
    }
    return nil
  }

  private static func singular(_ word: String) -> String {
    MeasureUnits.multipliers[word] == nil && word.hasSuffix("s") ? String(word.dropLast()) : word
  }

  private static func facts(of reading: FactReading, in range: Range<Int>) -> [Fact] {
    (reading.quantities + reading.days + reading.times).filter {
      $0.tokens.overlaps(range) && range.clamped(to: $0.tokens).contains { reading.tokens[$0].kind != .sign }
    }
  }

  private static func agree(_ a: Fact, _ b: Fact) -> Bool {
    QuantityComparison.areEqual(a, b) || CalendarComparison.agree(a, b) || CalendarComparison.agree(b, a)
      || QuantityComparison.areHourAndTime(a, b) || !magnitudes(a).isEmpty && magnitudes(a) == magnitudes(b)
  }

  /// Whether one may stand for the other: amounts for amounts, numbers for years.
  private static func isSameForm(_ a: Fact, _ b: Fact) -> Bool {
    switch (a.value, b.value) {
    case (.time, .time): true
    case (.quantity(let one), .quantity(let two)):
      one.contains { first in two.contains { areOfOneKind(first, $0) } }
    case (.weekday, .weekday): true
    case (.day, .day): CalendarComparison.exclude(a, b)
    case (.quantity(let measures), .day(let days)), (.day(let days), .quantity(let measures)):
      days.allSatisfy { $0.month == nil } && measures.allSatisfy { $0.dimension.isEmpty }
    default: false
    }
  }

  private static func areOfOneKind(_ a: Fact.Measure, _ b: Fact.Measure) -> Bool {
    a.dimension == b.dimension || a.dimension.hasPrefix("money") && b.dimension.hasPrefix("money")
      || a.magnitude == b.magnitude && !a.dimension.isEmpty && !b.dimension.isEmpty
  }

  private static func magnitudes(_ fact: Fact) -> [Double] {
    switch fact.value {
    case .day(let days): days.map { Double($0.year ?? -1) }
    case .quantity(let measures) where measures.allSatisfy { $0.dimension.isEmpty }: measures.map(\.magnitude)
    default: []
    }
  }

  private static func isMoved(_ fact: Fact, from candidate: Fact, in pair: FactReadingPair) -> Bool {
    func count(_ reading: FactReading) -> Int {
      (reading.quantities + reading.days + reading.times).count { agree(fact, $0) && !$0.isApproximate }
    }
    return count(pair.answer) >= count(pair.reference) && count(pair.answer) > 0
  }
}

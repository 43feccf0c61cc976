/// Compares numbers, amounts and quantities with units.
enum QuantityComparison {
  static func findings(in pair: FactReadingPair) -> [FactFinding] {
    let reference = pair.reference.quantities
    let answer = pair.answer.quantities
    var matching = FactMatching(reference, answer, in: pair, areEqual: areEqual)
    pairBareNumbers(&matching, reference, answer)
    var findings: [FactFinding] = []
    for (index, fact) in reference.enumerated() {
      if let partner = matching.partners[index] {
        if let lower = fact.bound, let upper = answer[partner].bound, lower != upper,
          !answer.contains(where: { areEqual(fact, $0) && $0.bound != upper }),
          !areDeniedOnOneSide(fact, answer[partner], in: pair)
        {
          findings.append(
            FactFinding(
              kind: kind(of: fact), reference: widened(fact, in: pair.reference),
              answer: widened(answer[partner], in: pair.answer)))
        }
        continue
      }
      if pair.answer.times.contains(where: { areHourAndTime(fact, $0) }) { continue }
      let isSaidElsewhere = answer.contains { areEqual(fact, $0) }
      var best: (score: Int, index: Int)?
      for (other, candidate) in answer.enumerated() where matching.isFree[other] {
        var affinity = matching.affinity(index, other)
        // In two sentences with one amount or one span of time each, it is the same one that is meant.
        if affinity == 0, areAlone(fact, candidate, in: pair) { affinity = 1 }
        let need = isSaidElsewhere ? 2 : 1
        guard affinity >= need, isComparable(fact, candidate, affinity: affinity, in: pair) else { continue }
        let score = affinity + (shareDimension(fact, candidate) ? 4 : 0)
        if score > (best?.score ?? 0) { best = (score, other) }
      }
      if let best {
        matching.join(index, best.index)
        findings.append(
          FactFinding(
            kind: kind(of: fact), reference: pair.reference.span(fact.tokens),
            answer: pair.answer.span(answer[best.index].tokens)))
      } else if !isSaidElsewhere, !fact.isSoft, !isSaidOtherwise(fact, in: pair.answer) {
        findings.append(
          FactFinding(kind: kind(of: fact), reference: pair.reference.span(fact.tokens), answer: nil))
      }
    }
    return findings
  }

  /// "can within 24 hours" and "cannot after 24 hours" say the same.
  private static func areDeniedOnOneSide(_ fact: Fact, _ other: Fact, in pair: FactReadingPair) -> Bool {
    guard pair.reference.language == .english, fact.denial == nil, other.denial == nil else { return false }
    func isDenied(_ fact: Fact, _ polarity: PolarityReading) -> Bool {
      let sentence = polarity.reading.sentence(of: fact.tokens.lowerBound)
      return polarity.cues.contains { sentence.contains($0.token) }
    }
    return isDenied(fact, pair.polarity.reference) != isDenied(other, pair.polarity.answer)
  }

  /// Whether two sentences have no other quantity of the unit's dimension.
  private static func areAlone(_ fact: Fact, _ candidate: Fact, in pair: FactReadingPair) -> Bool {
    guard pair.reference.tokens.count <= 40, pair.answer.tokens.count <= 40, let own = measures(fact).first?.dimension,
      !own.isEmpty, own != "ordinal", measures(candidate).contains(where: { $0.dimension == own })
    else { return false }
    return [pair.reference, pair.answer].allSatisfy { reading in
      reading.quantities.filter { measures($0).contains { $0.dimension == own } }.count == 1
    }
  }

  private static func measures(_ fact: Fact) -> [Fact.Measure] {
    if case .quantity(let measures) = fact.value { return measures }
    return []
  }

  static func areEqual(_ a: Fact, _ b: Fact) -> Bool {
    let isApproximate = a.isApproximate || b.isApproximate
    for first in measures(a) {
      for second in measures(b) where areEqual(first, second, isApproximate: isApproximate) { return true }
    }
    return false
  }

  private static func areEqual(_ a: Fact.Measure, _ b: Fact.Measure, isApproximate: Bool) -> Bool {
    if a.dimension == b.dimension {
      if isNear(a.value, b.value, within: 1e-9) { return true }
      // 100 m and 328 ft are as near as their digits allow; 100 m and 101 m are not.
      let isSameUnit = isNear(a.value * b.magnitude, b.value * a.magnitude, within: 1e-9)
      let tolerance = isSameUnit ? 0 : max(a.tolerance, b.tolerance)
      return isNear(a.value, b.value, within: isApproximate ? max(0.03, tolerance) : tolerance)
    }
    if a.dimension == "percent", b.dimension.isEmpty {
      return b.value < 1 && isNear(a.value, b.value * 100, within: 0.01)
    }
    if b.dimension == "percent", a.dimension.isEmpty {
      return a.value < 1 && isNear(b.value, a.value * 100, within: 0.01)
    }
    return false
  }

  /// "18 h" may be a time of the day in one text and a number of hours in the other.
  static func areHourAndTime(_ a: Fact, _ b: Fact) -> Bool {
    func hours(_ fact: Fact, _ time: Fact) -> Bool {
      guard case .time(let minutes) = time.value else { return false }
      return measures(fact).contains { measure in
        if measure.dimension == "time" { return minutes.contains { Double($0) * 60 == measure.value } }
        // "from 9 to 5": hours without a word for them.
        guard measure.dimension.isEmpty, measure.magnitude <= 24 else { return false }
        return minutes.contains { Double($0) == measure.magnitude * 60 || Double($0) == measure.magnitude * 60 + 720 }
      }
    }
    return hours(a, b) || hours(b, a)
  }

  private static func isNear(_ a: Double, _ b: Double, within share: Double) -> Bool {
    a == b || abs(a - b) <= share * max(abs(a), abs(b))
  }

  /// A bare number meets the same number with a unit: "5" and "5 days".
  private static func pairBareNumbers(_ matching: inout FactMatching, _ reference: [Fact], _ answer: [Fact]) {
    for (index, fact) in reference.enumerated() where matching.partners[index] == nil {
      for (other, candidate) in answer.enumerated() where matching.isFree[other] {
        let isSame = measures(fact).contains { a in
          measures(candidate).contains { b in
            a.magnitude == b.magnitude && a.dimension != b.dimension && (a.dimension.isEmpty || b.dimension.isEmpty)
          }
        }
        if isSame {
          matching.join(index, other)
          break
        }
      }
    }
  }

  private static func shareDimension(_ a: Fact, _ b: Fact) -> Bool {
    measures(a).contains { first in measures(b).contains { $0.dimension == first.dimension } }
  }

  /// Whether one of two different quantities can stand for the other.
  private static func isComparable(_ a: Fact, _ b: Fact, affinity: Int, in pair: FactReadingPair) -> Bool {
    if a.isSoft || b.isSoft {
      guard shareDimension(a, b) else { return false }
      // "a day" in "twice a day" is no length of time.
      if affinity < 2, measures(a).contains(where: { $0.dimension == "time" }) { return false }
      return following(a, in: pair.reference) == following(b, in: pair.answer)
    }
    if shareDimension(a, b) { return true }
    let areMoney =
      measures(a).contains { $0.dimension.hasPrefix("money") }
      && measures(b).contains { $0.dimension.hasPrefix("money") }
    if areMoney { return true }
    let hasSameNumber = measures(a).contains { first in measures(b).contains { $0.magnitude == first.magnitude } }
    return hasSameNumber || affinity >= 2
  }

  /// The stem after a fact; the unit for one that has its unit inside.
  private static func following(_ fact: Fact, in reading: FactReading) -> String {
    let next = fact.tokens.upperBound
    if measures(fact).contains(where: { $0.dimension == "time" }) { return "time" }
    return next < reading.tokens.count ? reading.tokens[next].stem : ""
  }

  /// Whether the answer has the number in a form that is not a quantity: a year, a part of a code, "both".
  private static func isSaidOtherwise(_ fact: Fact, in answer: FactReading) -> Bool {
    guard let magnitude = measures(fact).first?.magnitude else { return true }
    if magnitude == 2,
      ["both", "pair", "coupl", "doubl", "twofold"].contains(where: { answer.positions[$0] != nil })
    {
      return true
    }
    if magnitude == 1 || answer.times.contains(where: { areHourAndTime(fact, $0) }) { return true }
    for day in answer.days {
      if case .day(let days) = day.value,
        days.contains(where: { Double($0.year ?? -1) == magnitude || Double($0.day ?? -1) == magnitude })
      {
        return true
      }
    }
    return false
  }

  static func kind(of fact: Fact) -> FactKinds {
    guard let dimension = measures(fact).first?.dimension else { return .numbers }
    if dimension.hasPrefix("money") { return .money }
    return dimension.isEmpty || dimension == "percent" || dimension == "ordinal" ? .numbers : .units
  }

  /// The quantity with the two words of its bound.
  private static func widened(_ fact: Fact, in reading: FactReading) -> FactSpan {
    reading.span(max(0, fact.tokens.lowerBound - 2)..<fact.tokens.upperBound)
  }
}

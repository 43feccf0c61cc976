/// Reads the words before and after a quantity that make it approximate or one-sided.
enum NumberBounds {
  /// The fact with what stands before it: "about", "at least", "up to".
  static func described(_ fact: Fact, in tokens: [FactToken]) -> Fact {
    var fact = fact
    let start = fact.tokens.lowerBound
    let one = start > 0 ? tokens[start - 1].text : ""
    let two = start > 1 ? tokens[start - 2].text + " " + one : one
    if NumberBounds.approximations.contains(one) || NumberBounds.approximations.contains(two) {
      fact.isApproximate = true
    }
    let three = start > 2 ? tokens[start - 3].text + " " + two : two
    if three == "no less than" || three == "no fewer than" || three == "not less than" {
      fact.bound = .lower
    } else if three == "no more than" || three == "not more than" || three == "no later than" {
      fact.bound = .upper
    } else {
      for phrase in [two, one] {
        if NumberBounds.lower.contains(phrase) { fact.bound = .lower }
        if NumberBounds.upper.contains(phrase) { fact.bound = .upper }
      }
      if let bound = comparison(before: start, in: tokens) {
        fact.bound = bound
        if let denial = denial(before: start - 2, in: tokens) {
          fact.bound = bound == .lower ? .upper : .lower
          fact.denial = denial
        }
      }
    }
    let next = fact.tokens.upperBound
    if next + 1 < tokens.count, tokens[next].text == "or" {
      let side = tokens[next + 1].text
      if side == "more" || side == "above" || side == "older" { fact.bound = .lower }
      if side == "less" || side == "fewer" || side == "below" || side == "younger" { fact.bound = .upper }
    }
    return fact
  }

  /// "larger than", "plus de".
  private static func comparison(before start: Int, in tokens: [FactToken]) -> Fact.Bound? {
    guard start > 1, than.contains(tokens[start - 1].text) else { return nil }
    if greater.contains(tokens[start - 2].text) { return .lower }
    return smaller.contains(tokens[start - 2].text) ? .upper : nil
  }

  /// A word that denies a comparison, at most five words before it and in its clause.
  private static func denial(before end: Int, in tokens: [FactToken]) -> Int? {
    for index in stride(from: end - 1, through: max(0, end - 5), by: -1) {
      if tokens[index].kind == .sign, tokens[index].text != "'" { return nil }
      if denials.contains(tokens[index].text) { return index }
    }
    return nil
  }

  private static let than = FactWords.set("than als de d di")
  private static let greater = FactWords.set(
    "more larger longer older higher greater bigger heavier later mehr grosser langer alter hoher schwerer plus mas piu mais"
  )
  private static let smaller = FactWords.set(
    "less fewer smaller shorter younger lower lighter earlier weniger kleiner kurzer junger niedriger leichter moins menos meno"
  )
  private static let denials = FactWords.set("not never cannot nicht nie pas jamais no nunca non mai nao")

  private static let approximations = FactWords.set(
    "about around approximately roughly nearly almost circa ca some approx ~ etwa rund ungefahr fast environ presque unos unas aproximadamente casi alrededor circa quasi cerca"
  )
  private static let lower: Set<String> = [
    "at least", "more than", "over", "above", "minimum", "minimum of", "from", "mindestens", "mehr als", "uber",
    "au moins",
    "plus de", "plus d", "al menos", "mas de", "almeno", "piu di", "pelo menos", "mais de", "exceeding", "min",
    "no less", "≥", ">", "not less", "after", "nach", "apres", "despues de", "dopo", "depois de", "beyond", "minimo",
    "minimum",
  ]
  private static let upper: Set<String> = [
    "at most", "less than", "under", "below", "maximum", "maximum of", "up to", "hochstens", "weniger als", "unter",
    "maximal", "au plus",
    "moins de", "jusqu a", "como maximo", "menos de", "hasta", "al massimo", "meno di", "fino a", "no maximo", "ate",
    "fewer than", "max", "no more", "≤", "<",
    "not more", "bis zu", "within", "innerhalb", "innerhalb von", "binnen", "entro", "dentro de", "en moins",
    "como max",
  ]
}

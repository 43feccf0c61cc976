/// Reads days that are written in digits with the year first, "2026-03", "2026.03.05", "2026年3月5日", and "03/2026".
///
/// Beside a date that is wanted there is no doubt what they are; among the facts of any text they could be codes.
enum NumericDates {
  /// The days that were read from a text with those that are written so, in their order.
  static func days(in tokens: [FactToken], beside read: [Fact]) -> [Fact] {
    var days: [Fact] = []
    var rest = read[...]
    var end = 0
    for index in tokens.indices where tokens[index].kind == .number && index >= end {
      guard let fact = day(at: index, in: tokens) else { continue }
      while let other = rest.first, other.tokens.upperBound <= fact.tokens.lowerBound {
        days.append(other)
        rest.removeFirst()
      }
      let others = rest.prefix { $0.tokens.lowerBound < fact.tokens.upperBound }
      guard others.allSatisfy({ $0.tokens.count < fact.tokens.count || isYearAlone($0) }) else { continue }
      rest.removeFirst(others.count)
      days.append(fact)
      end = fact.tokens.upperBound
    }
    return days + rest
  }

  private static func isYearAlone(_ fact: Fact) -> Bool {
    if case .day(let days) = fact.value { return days.allSatisfy { $0.month == nil } }
    return false
  }

  private static func day(at index: Int, in tokens: [FactToken]) -> Fact? {
    func number(_ place: Int, _ range: ClosedRange<Int>) -> Int? {
      guard tokens.indices.contains(place), tokens[place].kind == .number, tokens[place].text.utf8.count <= 4,
        place == index || !tokens[place].followsSpace
      else { return nil }
      return Int(tokens[place].text).flatMap { range.contains($0) ? $0 : nil }
    }
    func sign(_ place: Int, _ signs: Set<String>) -> String? {
      guard tokens.indices.contains(place), !tokens[place].followsSpace, signs.contains(tokens[place].text) else {
        return nil
      }
      return tokens[place].text
    }
    // "2026.03.05" is one number to the tokenizer.
    let dotted = tokens[index].text.split(separator: ".", omittingEmptySubsequences: false)
    if dotted.count == 3, dotted[0].utf8.count == 4, let year = Int(dotted[0]), years.contains(year),
      let month = Int(dotted[1]), let day = Int(dotted[2]), (1...12).contains(month), (1...31).contains(day)
    {
      return Fact(value: .day([Fact.Day(year: year, month: month, day: day)]), tokens: index..<(index + 1))
    }
    if let year = number(index, years), tokens[index].text.utf8.count == 4 {
      if sign(index + 1, ["年"]) != nil, let month = number(index + 2, 1...12), sign(index + 3, ["月"]) != nil {
        let day = sign(index + 5, ["日"]) == nil ? nil : number(index + 4, 1...31)
        return Fact(
          value: .day([Fact.Day(year: year, month: month, day: day)]), tokens: index..<(index + (day == nil ? 4 : 6)))
      }
      if let first = sign(index + 1, ["-", "/"]), let month = number(index + 2, 1...12),
        tokens[index + 2].text.utf8.count == 2, sign(index + 3, [first]) == nil
      {
        return Fact(value: .day([Fact.Day(year: year, month: month)]), tokens: index..<(index + 3))
      }
    }
    if let month = number(index, 1...12), sign(index + 1, ["/"]) != nil, let year = number(index + 2, years),
      index == 0 || tokens[index - 1].text != "/" || tokens[index].followsSpace
    {
      return Fact(value: .day([Fact.Day(year: year, month: month)]), tokens: index..<(index + 3))
    }
    return nil
  }

  private static let years = 1000...2200
}

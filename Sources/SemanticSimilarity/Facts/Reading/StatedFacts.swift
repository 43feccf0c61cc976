/// The quantities and days that one text states, read by the guard's own readers, for comparing an answer with the
/// correct one.
package struct StatedFacts: Sendable {
  /// One way to understand a quantity.
  package struct Measure: Sendable, Hashable {
    /// What the unit measures: "time", "money EUR", "percent"; "" for a bare number.
    package let dimension: String
    /// The number as written.
    package let magnitude: Double
    /// The number in base units of the dimension.
    package let value: Double
    /// How many base units one of the unit is.
    package let factor: Double
  }

  /// A number with what it counts.
  package struct Quantity: Sendable {
    /// The words of the text that state it.
    package let words: String
    /// More than one where the words can be understood in several ways: "pounds" weigh, and buy.
    package let measures: [Measure]
    /// Whether it is one that is no count as a rule: "one", "a week", "2026".
    package let isSoft: Bool
    /// Whether the text says "at least" or the like.
    package let isLowerBound: Bool
    /// Whether the text says "at most" or the like.
    package let isUpperBound: Bool
    /// Whether the text says that it is not this: "not 60 days".
    package let isDenied: Bool
    /// Whether it is one end of "5 to 7 days".
    package var isRangeEnd = false
  }

  /// What is known of a day; parts that are not said are nil.
  package struct Day: Sendable, Hashable {
    package var year: Int?
    package var month: Int?
    package var day: Int?
    /// 1 for Monday; for a weekday that stands alone.
    package var weekday: Int?
  }

  /// A day, month, year or weekday.
  package struct Date: Sendable {
    /// The words of the text that state it.
    package let words: String
    /// More than one where day and month may be either way round.
    package let readings: [Day]
    /// Whether the text says that it is not this: "not 6 March".
    package let isDenied: Bool
  }

  /// Whether the text is in a language that the guard reads. Where not, what needs no words is read all the same.
  package let isLanguageCovered: Bool
  /// The quantities in their order. Parts of one, such as "1 hour 30 minutes", are added up.
  package let quantities: [Quantity]
  /// The days in their order.
  package let dates: [Date]

  /// Reads the first ``FactGuard/maximumLength`` bytes of a text.
  package init(_ text: String) {
    let tokens = FactTokenizer.tokens(in: text)
    let language = FactLanguage.detected(in: tokens)
    isLanguageCovered = language != nil
    var reader = FactReader(tokens: tokens, language: language ?? .english)
    reader.read()
    // "dreißig Tage" and "5 mars 2026" have no word that tells their language.
    if language == .english, tokens.count <= 40 {
      for other in FactLanguage.allCases.dropFirst() {
        var attempt = FactReader(tokens: tokens, language: other)
        attempt.read()
        if reader.quantities.isEmpty {
          reader.quantities = attempt.quantities.filter { Self.hasUnit($0) && !$0.isSoft }
        }
        if Self.extent(of: attempt.days) > Self.extent(of: reader.days) { reader.days = attempt.days }
      }
    }
    let days = NumericDates.days(in: tokens, beside: reader.days)
    func words(_ range: Range<Int>) -> String {
      guard let first = tokens.indices.contains(range.lowerBound) ? tokens[range.lowerBound] : nil,
        let last = tokens.indices.contains(range.upperBound - 1) ? tokens[range.upperBound - 1] : nil,
        first.range.lowerBound <= last.range.upperBound
      else { return "" }
      return String(text[first.range.lowerBound..<last.range.upperBound])
    }
    dates = days.compactMap { fact in
      let readings: [Day]
      switch fact.value {
      case .day(let days): readings = days.map { Day(year: $0.year, month: $0.month, day: $0.day) }
      case .weekday(let weekday): readings = [Day(weekday: weekday)]
      default: return nil
      }
      return Date(words: words(fact.tokens), readings: readings, isDenied: Self.isDenied(fact.tokens, in: tokens))
    }
    var facts = reader.quantities
    // "1500 items" may have been read as a year.
    for fact in reader.days {
      guard case .day(let days) = fact.value, days.count == 1, let day = days.first, day.month == nil,
        let year = day.year
      else { continue }
      let bare = Fact.Measure(dimension: "", magnitude: Double(year), value: Double(year), tolerance: 0)
      var quantity =
        NumberReader(tokens: tokens, language: language ?? .english).quantity(at: fact.tokens.lowerBound)
        ?? Fact(value: .quantity([bare]), tokens: fact.tokens)
      quantity.isSoft = quantity.isSoft || !Self.hasUnit(quantity)
      facts.append(quantity)
    }
    facts.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    var quantities: [Quantity] = []
    var end = 0
    // A quantity that begins with a year may reach into the next.
    for fact in facts where fact.tokens.lowerBound >= end {
      let measures = Self.measures(of: fact, after: quantities.last, in: tokens)
      if let last = quantities.last, Self.areJoined(end..<fact.tokens.lowerBound, in: tokens),
        let sum = Self.sum(last.measures, measures)
      {
        quantities[quantities.count - 1] = Quantity(
          words: last.words + " " + words(fact.tokens), measures: sum, isSoft: false,
          isLowerBound: last.isLowerBound, isUpperBound: last.isUpperBound, isDenied: last.isDenied)
      } else {
        let isRangeEnd = !quantities.isEmpty && Self.isRange(end..<fact.tokens.lowerBound, in: tokens)
        if isRangeEnd { quantities[quantities.count - 1].isRangeEnd = true }
        quantities.append(
          Quantity(
            words: words(fact.tokens), measures: measures, isSoft: fact.isSoft, isLowerBound: fact.bound == .lower,
            isUpperBound: fact.bound == .upper, isDenied: Self.isDenied(fact.tokens, in: tokens),
            isRangeEnd: isRangeEnd))
      }
      end = fact.tokens.upperBound
    }
    self.quantities = quantities
  }

  private static func measures(of fact: Fact, after last: Quantity?, in tokens: [FactToken]) -> [Measure] {
    guard case .quantity(let read) = fact.value else { return [] }
    var measures = read.map { measure in
      // Of temperatures a factor alone does not tell the value.
      let isFahrenheit = measure.dimension == "temperature" && measure.value != measure.magnitude
      let factor =
        isFahrenheit ? 5.0 / 9 : measure.magnitude == 0 ? 1 : measure.value / measure.magnitude
      return Measure(
        dimension: measure.dimension, magnitude: measure.magnitude, value: measure.value, factor: factor)
    }
    let first = fact.tokens.lowerBound
    if tokens.indices.contains(first), tokens[first].text == "$", first > 0, !tokens[first].followsSpace {
      let before = tokens[first - 1]
      if let currency = dollars[before.text] {
        measures = measures.map {
          Measure(dimension: "money " + currency, magnitude: $0.magnitude, value: $0.value, factor: $0.factor)
        }
      } else if before.text == "-" || before.text == "\u{2212}", before.followsSpace {
        measures = measures.map {
          Measure(dimension: $0.dimension, magnitude: -$0.magnitude, value: -$0.value, factor: $0.factor)
        }
      }
    }
    // "1 h 30 m": the second is minutes, not metres.
    let unit = tokens.indices.contains(fact.tokens.upperBound - 1) ? tokens[fact.tokens.upperBound - 1].text : ""
    if unit == "m", last?.measures.contains(where: { $0.dimension == "time" && $0.factor == 3600 }) == true {
      measures += read.map {
        Measure(dimension: "time", magnitude: $0.magnitude, value: $0.magnitude * 60, factor: 60)
      }
    }
    return measures
  }

  /// Letters in front of a dollar sign.
  private static let dollars = [
    "ca": "CAD", "c": "CAD", "cad": "CAD", "au": "AUD", "a": "AUD", "nz": "NZD", "hk": "HKD", "s": "SGD", "sg": "SGD",
    "r": "BRL", "mx": "MXN",
  ]

  /// Whether no more than a comma and an "and" stand between two quantities.
  private static func areJoined(_ between: Range<Int>, in tokens: [FactToken]) -> Bool {
    between.count <= 2 && between.upperBound <= tokens.count && between.allSatisfy { joints.contains(tokens[$0].text) }
  }

  private static let joints = FactWords.set(", and & plus und et y e")

  /// "5 to 7 days", "between 5 and 7 days".
  private static func isRange(_ between: Range<Int>, in tokens: [FactToken]) -> Bool {
    guard between.count == 1, let sign = tokens.indices.contains(between.lowerBound) ? tokens[between.lowerBound] : nil
    else { return false }
    if toWords.contains(sign.text) { return true }
    guard andWords.contains(sign.text) else { return false }
    return tokens[max(0, between.lowerBound - 4)..<between.lowerBound].contains { betweenWords.contains($0.text) }
  }

  private static let toWords = FactWords.set("to - – — bis a al ate")
  private static let andWords = FactWords.set("and und et y e")
  private static let betweenWords = FactWords.set("between zwischen entre tra fra")

  /// Whether a denial stands right in front, or in front of "within" or "on".
  private static func isDenied(_ fact: Range<Int>, in tokens: [FactToken]) -> Bool {
    var place = fact.lowerBound - 1
    if place > 0, prepositions.contains(tokens[place].text) { place -= 1 }
    return place >= 0 && place < tokens.count && denials.contains(tokens[place].text)
  }

  private static let denials = FactWords.set("not nicht pas nao")
  private static let prepositions = FactWords.set("on in within for after the am in le")

  private static func hasUnit(_ fact: Fact) -> Bool {
    if case .quantity(let measures) = fact.value { return measures.contains { !$0.dimension.isEmpty } }
    return false
  }

  /// How many words tell days.
  private static func extent(of days: [Fact]) -> Int { days.reduce(0) { $0 + $1.tokens.count } }

  /// "1 hour" and "30 minutes" are 90 minutes; what is not less than one of the larger unit is a quantity of its own.
  private static func sum(_ large: [Measure], _ small: [Measure]) -> [Measure]? {
    var sums: [Measure] = []
    for first in large where !first.dimension.isEmpty && first.magnitude == first.magnitude.rounded() {
      for second in small
      where second.dimension == first.dimension && second.factor < first.factor && second.value >= 0
        && second.value < first.factor && first.dimension != "temperature"
      {
        let value = first.value + second.value
        sums.append(
          Measure(
            dimension: first.dimension, magnitude: value / first.factor, value: value, factor: first.factor))
      }
    }
    return sums.isEmpty ? nil : sums
  }
}

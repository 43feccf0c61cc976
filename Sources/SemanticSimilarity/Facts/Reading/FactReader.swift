/// Reads the facts of a text from left to right: codes, days, times of the day, then quantities.
struct FactReader {
  let tokens: [FactToken]
  let language: FactLanguage
  var quantities: [Fact] = []
  var days: [Fact] = []
  var times: [Fact] = []
  var codes: [Fact] = []

  init(tokens: [FactToken], language: FactLanguage) {
    self.tokens = tokens
    self.language = language
  }

  mutating func read() {
    let numbers = NumberReader(tokens: tokens, language: language)
    let calendar = CalendarReader(tokens: tokens, language: language)
    var pending: [Int] = []
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      if token.kind == .sign {
        // A currency sign starts an amount.
        if MeasureUnits.currencies[token.text] != nil, let amount = numbers.amount(afterSignAt: index) {
          quantities.append(amount)
          index = amount.tokens.upperBound
          continue
        }
        index += 1
        continue
      }
      if token.kind == .code {
        codes.append(CodeReader.fact(for: token, at: index))
        index += 1
        continue
      }
      if let time = calendar.time(at: index) {
        times.append(time)
        index = time.tokens.upperBound
        continue
      }
      if let range = calendar.days(at: index), let last = range.last {
        days += range
        index = last.tokens.upperBound
        continue
      }
      if let day = calendar.day(at: index) {
        days.append(day)
        index = day.tokens.upperBound
        continue
      }
      if token.kind == .word, MeasureUnits.currencies[token.text] != nil, token.isAllCapitals,
        let amount = numbers.amount(afterSignAt: index)
      {
        quantities.append(amount)
        index = amount.tokens.upperBound
        continue
      }
      if let quantity = numbers.quantity(at: index) {
        if case .quantity(let measures) = quantity.value, measures.allSatisfy({ $0.dimension.isEmpty }) {
          pending.append(quantities.count)
        }
        quantities.append(quantity)
        index = quantity.tokens.upperBound
        continue
      }
      index += 1
    }
    shareUnits(pending)
  }

  /// "5 to 7 days", "between 7 and 11%", "$5-10": the number without a unit has that of its neighbour.
  private mutating func shareUnits(_ bare: [Int]) {
    for index in bare.reversed() {
      guard case .quantity(let measures) = quantities[index].value, let number = measures.first?.magnitude,
        !quantities[index].isSoft
      else { continue }
      var donor: Fact?
      if index + 1 < quantities.count,
        joins(quantities[index].tokens.upperBound..<quantities[index + 1].tokens.lowerBound)
      {
        donor = quantities[index + 1]
      } else if index > 0, joins(quantities[index - 1].tokens.upperBound..<quantities[index].tokens.lowerBound) {
        donor = quantities[index - 1]
      }
      guard let donor, case .quantity(let units) = donor.value, let unit = units.first, !unit.dimension.isEmpty,
        unit.dimension != "ordinal", unit.magnitude != 0
      else { continue }
      let factor = unit.dimension == "temperature" ? nil : unit.value / unit.magnitude
      guard let factor else { continue }
      var all = measures.map {
        Fact.Measure(
          dimension: unit.dimension, magnitude: $0.magnitude, value: $0.magnitude * factor, tolerance: unit.tolerance)
      }
      // A number of millions may have meant them too: "5 to 7 million".
      if !number.isNaN { all += measures }
      quantities[index].value = .quantity(all)
    }
  }

  /// Whether the tokens between two numbers make them a range or a choice.
  private func joins(_ between: Range<Int>) -> Bool {
    guard between.count <= 1, between.lowerBound <= between.upperBound else { return false }
    guard let only = between.first else { return false }
    return FactReader.joining.contains(tokens[only].text)
  }

  private static let joining = FactWords.set("to or and - – — / bis oder und a o y e et ou à u")
}

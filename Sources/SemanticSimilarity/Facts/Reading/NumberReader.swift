/// Reads numbers in digits and words, with what they count.
struct NumberReader {
  let tokens: [FactToken]
  let language: FactLanguage
  let words: NumberWords?

  init(tokens: [FactToken], language: FactLanguage) {
    self.tokens = tokens
    self.language = language
    words = NumberWords.byLanguage[language.code]
  }

  /// A number that starts at a token, without its unit.
  private struct Reading {
    /// More than one where a separator may be read two ways.
    var values: [Double]
    var end: Int
    var isOrdinal = false
    var isSoft = false
  }

  /// "$5", "US$ 1.5 million".
  func amount(afterSignAt index: Int) -> Fact? {
    guard let currency = MeasureUnits.currencies[tokens[index].text], index + 1 < tokens.count,
      tokens[index + 1].kind == .number, let reading = number(at: index + 1), !reading.isOrdinal
    else { return nil }
    var end = reading.end
    // "$100 USD" and "$ 5 dollars" name it twice.
    if let after = text(end), let name = MeasureUnits.currencies[after], name == currency || after.count == 3 {
      end += 1
    }
    return described(
      Fact(
        value: .quantity(
          reading.values.map {
            Fact.Measure(dimension: "money " + currency, magnitude: $0, value: $0, tolerance: 0)
          }), tokens: index..<end))
  }

  /// "4 euros 90": what follows a currency in two digits are its cents.
  private func cents(at index: Int, after units: [MeasureUnits.Unit]) -> Double? {
    guard index < tokens.count, tokens[index].kind == .number, tokens[index].text.utf8.count == 2,
      units.count == 1 || units.allSatisfy({ $0.dimension.hasPrefix("money") }), units[0].dimension.hasPrefix("money"),
      units[0].factor == 1, let value = Double(tokens[index].text)
    else { return nil }
    let next = text(index + 1)
    guard next.map({ MeasureUnits.units[$0] == nil && MeasureUnits.currencies[$0] == nil && $0 != "%" }) ?? true else {
      return nil
    }
    return value / 100
  }

  /// A number with its unit.
  func quantity(at index: Int) -> Fact? {
    // "a quarter of an hour"
    if tokens[index].text == "quarter", text(index + 1) == "of", text(index + 2) == "an", text(index + 3) == "hour" {
      return Fact(
        value: .quantity([Fact.Measure(dimension: "time", magnitude: 0.25, value: 900, tolerance: 0)]),
        tokens: index..<(index + 4))
    }
    if let part = articleWithFraction(at: index) { return described(part) }
    if let article = articleWithUnit(at: index) { return described(article) }
    guard var reading = number(at: index) else { return nil }
    if reading.isOrdinal {
      return Fact(
        value: .quantity(
          reading.values.map {
            Fact.Measure(dimension: "ordinal", magnitude: $0, value: $0, tolerance: 0)
          }), tokens: index..<reading.end, isSoft: tokens[index].kind == .word && reading.values[0] <= 3)
    }
    var (units, end) = unit(at: reading.end)
    // "deux heures et demie", "tres años y medio"
    if let unit = units.first, unit.dimension == "time", ["et", "y", "e"].contains(text(end) ?? ""),
      NumberReader.halves.contains(text(end + 1) ?? "")
    {
      reading.values = reading.values.map { $0 + 0.5 }
      end += 2
    }
    if !units.isEmpty, let more = cents(at: end, after: units) {
      reading.values = reading.values.map { $0 + more }
      units = [units[0]]
      end += 1
    }
    var measures: [Fact.Measure] = []
    for value in reading.values {
      for unit in units {
        measures.append(
          Fact.Measure(
            dimension: unit.dimension, magnitude: value, value: value * unit.factor + unit.offset,
            tolerance: unit.tolerance))
      }
      if units.isEmpty { measures.append(Fact.Measure(dimension: "", magnitude: value, value: value, tolerance: 0)) }
    }
    return described(
      Fact(value: .quantity(measures), tokens: index..<end, isSoft: reading.isSoft && units.isEmpty))
  }

  /// "a third of", "un tercio de", "ein Viertel der".
  private func articleWithFraction(at index: Int) -> Fact? {
    guard NumberReader.articles.contains(tokens[index].text), let name = text(index + 1),
      let below = NumberReader.fractions[name] ?? NumberReader.singleFractions[name], below > 2 || language != .english,
      let after = text(index + 2), NumberReader.ofWords.contains(after)
    else { return nil }
    // "a quarter of an hour" is a length of time.
    let (units, end) = unit(at: index + 2)
    let measures =
      units.isEmpty
      ? [Fact.Measure(dimension: "", magnitude: 1 / below, value: 1 / below, tolerance: 0)]
      : units.map {
        Fact.Measure(
          dimension: $0.dimension, magnitude: 1 / below, value: $0.factor / below, tolerance: $0.tolerance)
      }
    return Fact(value: .quantity(measures), tokens: index..<(units.isEmpty ? index + 2 : end))
  }

  private static let singleFractions: [String: Double] = [
    "quarter": 4, "fifth": 5, "tercio": 3, "cuarto": 4, "terzo": 3, "quarto": 4, "terco": 3, "quart": 4, "quinto": 5,
  ]
  private static let ofWords = FactWords.set("of der des de d del dei degli delle da do dos das di du von aller")

  /// "a week", "an hour", "half a year": one of a unit of time.
  private func articleWithUnit(at index: Int) -> Fact? {
    guard tokens[index].kind == .word, NumberReader.articles.contains(tokens[index].text), let next = text(index + 1)
    else { return nil }
    // "$5 a month" is a price, not a month.
    if index > 0, tokens[index - 1].kind == .number || MeasureUnits.currencies[tokens[index - 1].text] != nil {
      return nil
    }
    guard let unit = MeasureUnits.units[next]?.first, unit.dimension == "time", next.count > 2 else { return nil }
    // "an hour and a half"
    let isMore = text(index + 2) == "and" && text(index + 3) == "a" && text(index + 4) == "half"
    // "une heure et demie", "una hora y media", "un'ora e mezza"
    let isMoreElsewhere =
      ["et", "y", "e"].contains(text(index + 2) ?? "") && NumberReader.halves.contains(text(index + 3) ?? "")
    let count = isMore || isMoreElsewhere ? 1.5 : 1
    return Fact(
      value: .quantity([
        Fact.Measure(dimension: "time", magnitude: count, value: unit.factor * count, tolerance: unit.tolerance)
      ]), tokens: index..<(index + (isMore ? 5 : isMoreElsewhere ? 4 : 2)), isSoft: !isMore && !isMoreElsewhere)
  }

  private static let halves: Set<String> = ["demie", "demi", "media", "medio", "mezza", "mezzo", "meia", "meio"]
  private static let articles = FactWords.set("a an one ein eine einen einem einer un une una uno um uma")

  /// The fact with its bound: "about", "at least", "up to".
  private func described(_ fact: Fact) -> Fact { NumberBounds.described(fact, in: tokens) }

  private func text(_ index: Int) -> String? { index < tokens.count ? tokens[index].text : nil }

  private func isAttached(_ index: Int) -> Bool { index < tokens.count && !tokens[index].followsSpace }

  private func number(at index: Int) -> Reading? {
    let token = tokens[index]
    guard var reading = token.kind == .number ? digits(at: index) : wordNumber(at: index) else { return nil }
    guard !reading.isOrdinal else { return reading }
    // Fractions: "3/4", "two thirds", "half a million" stay apart from dates, which were read before.
    if token.kind == .number, text(reading.end) == "/", isAttached(reading.end), reading.end + 1 < tokens.count,
      tokens[reading.end + 1].kind == .number, isAttached(reading.end + 1),
      let below = Double(tokens[reading.end + 1].text),
      below > 1, below < 1000
    {
      reading.values = reading.values.map { $0 / below }
      reading.end += 2
    } else if let name = text(reading.end), let below = NumberReader.fractions[name] {
      reading.values = reading.values.map { $0 / below }
      reading.end += 1
    }
    if token.kind == .word, text(reading.end) == "and", text(reading.end + 1) == "a", text(reading.end + 2) == "half" {
      reading.values = reading.values.map { $0 + 0.5 }
      reading.end += 3
    }
    // "doscientos cincuenta", "duzentos e cinquenta"
    if token.kind == .word, let hundreds = reading.values.first, hundreds >= 100, hundreds < 1000,
      hundreds.truncatingRemainder(dividingBy: 100) == 0, language == .spanish || language == .portuguese
    {
      let rest = text(reading.end) == "e" ? reading.end + 1 : reading.end
      if rest < tokens.count, tokens[rest].kind == .word, let more = wordNumber(at: rest), !more.isOrdinal,
        let value = more.values.first, value >= 1, value < 100, value.rounded() == value
      {
        reading.values = [hundreds + value]
        reading.end = more.end
      }
    }
    if let share = share(reading) { return share }
    while let name = text(reading.end), let factor = MeasureUnits.multipliers[name] {
      // Single letters must touch the number; "pour cent" is read as a percentage later.
      if name.count == 1, !isAttached(reading.end) { break }
      if name == "cent" || name == "cents", language != .french { break }
      reading.values = reading.values.map { $0 * factor }
      reading.end += 1
      // "two hundred and fifty", "three thousand five hundred".
      var rest = reading.end
      if let and = text(rest), and == "and" || and == "und" || and == "y" || and == "e" || and == "et" { rest += 1 }
      if rest < tokens.count, tokens[rest].kind == .word, let more = wordNumber(at: rest), !more.isOrdinal,
        let value = more.values.first, value < factor, tokens[index].kind == .word, !more.isSoft
      {
        reading.values = reading.values.map { $0 + value }
        reading.end = more.end
      }
    }
    return reading
  }

  /// "one in four", "nine out of ten".
  private func share(_ reading: Reading) -> Reading? {
    guard language == .english, let above = reading.values.first, above >= 1 else { return nil }
    var next = reading.end
    if text(next) == "out", text(next + 1) == "of" {
      next += 2
    } else if text(next) == "in" {
      next += 1
    } else {
      return nil
    }
    guard next < tokens.count, tokens[next].kind == tokens[reading.end - 1].kind || next == reading.end + 2,
      let below = tokens[next].kind == .word ? wordNumber(at: next) : digits(at: next), !below.isOrdinal,
      let whole = below.values.first, whole > above, whole <= 100, unit(at: below.end).0.isEmpty
    else { return nil }
    return Reading(values: [above / whole], end: below.end)
  }

  private static let fractions: [String: Double] = [
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarters": 4, "fifths": 5, "tenth": 10, "tenths": 10,
    "drittel": 3, "viertel": 4, "funftel": 5, "tiers": 3, "quarts": 4, "tercios": 3, "terzi": 3,
  ]

  private func wordNumber(at index: Int) -> Reading? {
    guard let words, tokens[index].kind == .word else { return nil }
    let first = tokens[index].text
    if first == "half" || first == "halb" || first == "halbes" || first == "halbe" {
      let end = text(index + 1) == "a" || text(index + 1) == "an" || text(index + 1) == "of" ? index + 2 : index + 1
      return Reading(values: [0.5], end: end, isSoft: true)
    }
    var joined = ""
    var best: Reading?
    var cursor = index
    var count = 0
    while cursor < tokens.count, count < words.longest {
      if tokens[cursor].kind == .sign, tokens[cursor].text == "-", count > 0, isAttached(cursor), isAttached(cursor + 1)
      {
        cursor += 1
        continue
      }
      guard tokens[cursor].kind == .word else { break }
      joined += (count == 0 ? "" : " ") + tokens[cursor].text
      count += 1
      cursor += 1
      if let value = words.cardinals[joined] {
        best = Reading(values: [value], end: cursor)
      } else if let value = words.ordinals[joined] {
        best = Reading(values: [value], end: cursor, isOrdinal: true)
      }
    }
    if var best {
      // "one" and its like are pronouns and articles more often than counts; some words mean other things too.
      if !best.isOrdinal,
        best.values[0] <= 1 || NumberReader.everyday.contains(joined) || NumberReader.everyday.contains(first)
      {
        best.isSoft = true
      }
      if best.isOrdinal, first == "second", let next = text(best.end), next == "s" { return nil }
      return best
    }
    // "a hundred", "millions of": the word alone.
    if first == "hundred" || first == "thousand" || first == "million" || first == "billion" {
      return Reading(values: [1], end: index)
    }
    return nil
  }

  /// Words for numbers that are everyday words too.
  private static let everyday = FactWords.set(
    "neuf acht sei once null second seconde cent mil mille prima primo primer secondo segundo segunda quarto quarta")

  private func digits(at index: Int) -> Reading? {
    var values = DigitValues.values(of: tokens[index].text, language: language)
    guard !values.isEmpty else { return nil }
    var end = index + 1
    if index > 0, tokens[index - 1].text == "-" || tokens[index - 1].text == "\u{2212}", !tokens[index].followsSpace,
      tokens[index - 1].followsSpace || index == 1
    {
      values = values.map { -$0 }
    }
    guard end < tokens.count else { return Reading(values: values, end: end) }
    if isAttached(end) {
      switch tokens[end].text {
      case "st", "nd", "rd", "th", "er", "ere", "eme", "e", "º", "ª", "°":
        if tokens[end].text == "°", let scale = text(end + 1), scale == "c" || scale == "f" { break }
        return Reading(values: values, end: end + 1, isOrdinal: true)
      case "½": values = values.map { $0 + 0.5 }; end += 1
      case "¼": values = values.map { $0 + 0.25 }; end += 1
      case "¾": values = values.map { $0 + 0.75 }; end += 1
      default: break
      }
    }
    if text(end) == "and", text(end + 1) == "a", text(end + 2) == "half" {
      values = values.map { $0 + 0.5 }
      end += 3
    }
    return Reading(values: values, end: end)
  }

  /// The unit after a number, and the token after it.
  private func unit(at index: Int) -> ([MeasureUnits.Unit], Int) {
    guard index < tokens.count else { return ([], index) }
    var cursor = index
    if tokens[cursor].text == "-", isAttached(cursor), isAttached(cursor + 1) { cursor += 1 }
    // "three quarters of an hour", "trois quarts d'heure"
    let before = index > 0 ? tokens[index - 1].text : ""
    if NumberReader.fractions[before] != nil || NumberReader.singleFractions[before] != nil {
      if text(cursor) == "of", let article = text(cursor + 1), ["a", "an", "the"].contains(article) {
        cursor += 2
      } else if text(cursor) == "d", language == .french {
        cursor += 1
      }
    }
    // "3 millions de dollars", "2 milhões de reais".
    if index > 0, MeasureUnits.multipliers[tokens[index - 1].text] != nil,
      ["de", "d", "di"].contains(text(cursor) ?? ""),
      cursor + 1 < tokens.count,
      MeasureUnits.currencies[tokens[cursor + 1].text] != nil || MeasureUnits.units[tokens[cursor + 1].text] != nil
    {
      cursor += 1
    }
    guard let name = text(cursor) else { return ([], index) }
    if name == "%" { return ([MeasureUnits.Unit(dimension: "percent", factor: 1)], cursor + 1) }
    if name == "percent" || name == "prozent" || name == "pc" || name == "pct" {
      return ([MeasureUnits.Unit(dimension: "percent", factor: 1)], cursor + 1)
    }
    if name == "per" || name == "pour" || name == "por", let next = text(cursor + 1),
      next == "cent" || next == "ciento" || next == "cento" || next == "cien"
    {
      return ([MeasureUnits.Unit(dimension: "percent", factor: 1)], cursor + 2)
    }
    if name == "°", let scale = text(cursor + 1), let unit = MeasureUnits.units[scale] { return (unit, cursor + 2) }
    if name == "degrees" || name == "grad" || name == "degres" || name == "grados" || name == "gradi" {
      let scale = text(cursor + 1) ?? ""
      if let unit = MeasureUnits.units[scale], scale.hasPrefix("c") || scale.hasPrefix("f") {
        return (unit, cursor + 2)
      }
      return ([MeasureUnits.Unit(dimension: "temperature", factor: 1)], cursor + 1)
    }
    if MeasureUnits.cents.contains(name) {
      return (["USD", "EUR"].map { MeasureUnits.Unit(dimension: "money " + $0, factor: 0.01) }, cursor + 1)
    }
    var isWorking = false
    var squared = false
    while let word = text(cursor), MeasureUnits.between.contains(word), cursor < index + 3 {
      if word == "business" || word == "working" || word == "werk" { isWorking = true }
      if word == "square" || word == "quadrat" { squared = true }
      cursor += 1
    }
    guard let unitName = text(cursor) else { return ([], index) }
    if unitName == "werktage" || unitName == "werktagen" || unitName == "arbeitstage" || unitName == "arbeitstagen" {
      return ([MeasureUnits.Unit(dimension: "time", factor: 86_400 * 7 / 5)], cursor + 1)
    }
    var found: [MeasureUnits.Unit] = []
    if let units = MeasureUnits.units[unitName], !MeasureUnits.onlyAttached.contains(unitName) || isAttached(cursor) {
      found += units
    }
    if let currency = MeasureUnits.currencies[unitName] {
      found.insert(MeasureUnits.Unit(dimension: "money " + currency, factor: 1), at: 0)
    }
    guard !found.isEmpty else { return ([], index) }
    var end = cursor + 1
    // "5 jours ouvrés", "5 días hábiles": working days, of which a week has five.
    if let after = text(end), FactWords.workingDays.contains(after) {
      isWorking = true
      end += 1
    }
    if unitName == "km", text(end) == "/", text(end + 1) == "h" {
      return ([MeasureUnits.Unit(dimension: "speed", factor: 1)], end + 2)
    }
    if let after = text(end), after == "²" { squared = true; end += 1 }
    if isWorking, found[0].factor == 86_400 {
      found = [MeasureUnits.Unit(dimension: "time", factor: 86_400 * 7 / 5)]
    }
    if squared {
      found = found.map { MeasureUnits.Unit(dimension: "area", factor: $0.factor * $0.factor, tolerance: 0.02) }
    }
    return (found, end)
  }
}

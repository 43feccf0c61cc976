/// Reads days and times of the day.
struct CalendarReader {
  let tokens: [FactToken]
  let language: FactLanguage

  private func text(_ index: Int) -> String { index >= 0 && index < tokens.count ? tokens[index].text : "" }

  private func isAttached(_ index: Int) -> Bool { index < tokens.count && !tokens[index].followsSpace }

  /// A whole number of at most four digits.
  private func integer(_ index: Int) -> Int? {
    guard index >= 0, index < tokens.count, tokens[index].kind == .number, tokens[index].text.utf8.count <= 4 else {
      return nil
    }
    return Int(tokens[index].text)
  }

  private func year(_ index: Int) -> Int? {
    guard let value = integer(index), (1000...2200).contains(value), tokens[index].text.utf8.count == 4 else {
      return nil
    }
    return value
  }

  private func monthName(_ index: Int) -> Int? {
    guard index >= 0, index < tokens.count, tokens[index].kind == .word else { return nil }
    return CalendarWords.month(tokens[index].text)
  }

  // MARK: Days

  func day(at index: Int) -> Fact? {
    if tokens[index].kind == .word {
      if let weekday = CalendarWords.weekday(text(index)), text(index).count > 3 || tokens[index].isCapitalised,
        !(text(index) == "sun" || text(index) == "sat")
      {
        // "segunda-feira" is cut at the hyphen.
        return Fact(value: .weekday(weekday), tokens: index..<(index + 1))
      }
      if let weekday = CalendarWords.weekday(text(index) + "-" + text(index + 2)), text(index + 1) == "-" {
        return Fact(value: .weekday(weekday), tokens: index..<(index + 3))
      }
      return monthFirst(at: index)
    }
    guard tokens[index].kind == .number else { return nil }
    return numericDay(at: index) ?? dayFirst(at: index) ?? yearAlone(at: index)
  }

  /// "October 14, 2014", "Oct 2014", "May".
  private func monthFirst(at index: Int) -> Fact? {
    guard let month = monthName(index) else { return nil }
    var cursor = index + 1
    if text(cursor) == ".", isAttached(cursor) { cursor += 1 }
    var day = Fact.Day(month: month)
    if text(cursor) == "the" { cursor += 1 }
    if let number = integer(cursor), (1...31).contains(number), !(text(cursor + 1) == ":" && isAttached(cursor + 1)) {
      day.day = number
      cursor += 1
      if isAttached(cursor), ["st", "nd", "rd", "th"].contains(text(cursor)) { cursor += 1 }
    } else if let ordinal = NumberWords.byLanguage[language.code]?.ordinals[text(cursor)], ordinal <= 31 {
      day.day = Int(ordinal)
      cursor += 1
    }
    var after = cursor
    if [",", "de", "of", "del", "/"].contains(text(after)) { after += 1 }
    if let number = year(after) {
      day.year = number
      cursor = after + 1
    }
    // "sept personnes"
    if day.day == nil, day.year == nil, language == .french, text(index) == "sept" { return nil }
    if day.day == nil, day.year == nil, CalendarWords.ambiguous.contains(text(index)) || text(index).count <= 3 {
      let isPrepared = [
        "in", "of", "by", "since", "until", "last", "next", "im", "en", "de", "from", "during", "before", "after",
        "and", "seit", "ab", "early", "late", "ende", "anfang", "mitte", "fin", "debut", "fine", "inizio", "mid",
      ]
      .contains(text(index - 1))
      guard isPrepared, tokens[index].isCapitalised || language != .english else { return nil }
    }
    return Fact(value: .day([day]), tokens: index..<cursor)
  }

  /// "14 October 2014", "7. November", "14 de octubre de 2014", "the 14th of October".
  private func dayFirst(at index: Int) -> Fact? {
    guard let number = integer(index), (1...31).contains(number) else { return nil }
    var cursor = index + 1
    if isAttached(cursor), [".", "st", "nd", "rd", "th", "er", "º", "°"].contains(text(cursor)) { cursor += 1 }
    if ["of", "de", "di", "-"].contains(text(cursor)) { cursor += 1 }
    guard let month = monthName(cursor) else { return nil }
    // "2 may" and "5 mar" need a capital, or a language that writes months small.
    if language == .english || language == .german, !tokens[cursor].isCapitalised,
      CalendarWords.ambiguous.contains(text(cursor))
    {
      return nil
    }
    var day = Fact.Day(month: month, day: number)
    cursor += 1
    var after = cursor
    if [",", "de", "of", "del", ".", "-"].contains(text(after)) { after += 1 }
    if let value = year(after) {
      day.year = value
      cursor = after + 1
    }
    return Fact(value: .day([day]), tokens: index..<cursor)
  }

  /// "2014-10-14", "10/14/2014", "14.10.2014", "14.10.", "07/11".
  private func numericDay(at index: Int) -> Fact? {
    // The tokenizer reads "14.10.2014" as one number.
    let dotted = tokens[index].text.split(separator: ".", omittingEmptySubsequences: false)
    if dotted.count == 3, let day = Int(dotted[0]), let month = Int(dotted[1]), let year = Int(dotted[2]),
      (1...31).contains(day), (1...12).contains(month), dotted[2].count == 4 || dotted[2].count == 2
    {
      let full = dotted[2].count == 2 ? (year < 50 ? 2000 + year : 1900 + year) : year
      return Fact(value: .day([Fact.Day(year: full, month: month, day: day)]), tokens: index..<(index + 1))
    }
    if dotted.count == 2, language == .german, text(index + 1) == ".", isAttached(index + 1), let day = Int(dotted[0]),
      let month = Int(dotted[1]), (1...31).contains(day), (1...12).contains(month),
      dotted[1].count == 2 || dotted[0].count <= 2
    {
      return Fact(value: .day([Fact.Day(month: month, day: day)]), tokens: index..<(index + 2))
    }
    let separator = text(index + 1)
    guard separator == "/" || separator == "-", isAttached(index + 1), isAttached(index + 2),
      let first = integer(index),
      let second = integer(index + 2)
    else { return nil }
    let hasThird = text(index + 3) == separator && isAttached(index + 3) && isAttached(index + 4)
    if let first = year(index), hasThird, let third = integer(index + 4), (1...12).contains(second),
      (1...31).contains(third)
    {
      return Fact(value: .day([Fact.Day(year: first, month: second, day: third)]), tokens: index..<(index + 5))
    }
    guard hasThird, let third = integer(index + 4) else {
      // Day and month only, in languages that write them so.
      guard separator == "/", language != .english, (1...31).contains(first), (1...12).contains(second),
        tokens[index + 2].text.utf8.count == 2
      else { return nil }
      return Fact(value: .day([Fact.Day(month: second, day: first)]), tokens: index..<(index + 3))
    }
    let full = third < 100 ? (third < 50 ? 2000 + third : 1900 + third) : third
    var days: [Fact.Day] = []
    if (1...12).contains(second), (1...31).contains(first) {
      days.append(Fact.Day(year: full, month: second, day: first))
    }
    if language == .english, (1...12).contains(first), (1...31).contains(second) {
      days.append(Fact.Day(year: full, month: first, day: second))
    }
    guard !days.isEmpty else { return nil }
    return Fact(value: .day(days), tokens: index..<(index + 5))
  }

  /// A year without a unit after it.
  private func yearAlone(at index: Int) -> Fact? {
    guard let value = year(index), (1400...2100).contains(value) else { return nil }
    let next = text(index + 1)
    if isAttached(index + 1), next == "%" || next == "s" || next == "-" { return nil }
    let before = index > 0 ? text(index - 1) : ""
    if MeasureUnits.units[next] != nil || MeasureUnits.currencies[next] != nil || MeasureUnits.currencies[before] != nil
    {
      return nil
    }
    guard CalendarReader.beforeYears.contains(before) || before.isEmpty else { return nil }
    return Fact(value: .day([Fact.Day(year: value)]), tokens: index..<(index + 1))
  }

  private static let beforeYears = FactWords.set(
    "between entre zwischen tra fra in since until till by from of to and before after during im seit bis ab von jahr jahre en de depuis desde hasta nel dal del em do year early late mid ( , -"
  )

  /// "1 to 15 June", "June 1-15": two days of one month.
  func days(at index: Int) -> [Fact]? {
    let joining = ["to", "-", "–", "bis", "au", "al", "and", "und", "et", "y", "e"]
    if let first = integer(index), (1...31).contains(first), joining.contains(text(index + 1)),
      let second = dayFirst(at: index + 2), case .day(let days) = second.value, let day = days.first, day.day != nil
    {
      var start = day
      start.day = first
      return [Fact(value: .day([start]), tokens: index..<(index + 1)), second]
    }
    guard tokens[index].kind == .word, let first = monthFirst(at: index), case .day(let days) = first.value,
      let day = days.first, day.day != nil, day.year == nil
    else { return nil }
    let next = first.tokens.upperBound
    guard joining.contains(text(next)), let last = integer(next + 1), (1...31).contains(last),
      monthName(next + 2) == nil, last > day.day ?? 31
    else { return nil }
    var end = day
    end.day = last
    return [first, Fact(value: .day([end]), tokens: (next + 1)..<(next + 2))]
  }

  // MARK: Times

  func time(at index: Int) -> Fact? {
    let token = tokens[index]
    if token.kind == .word {
      switch token.text {
      case "noon", "midday", "mediodia", "mezzogiorno": return Fact(value: .time([720]), tokens: index..<(index + 1))
      case "midnight", "mitternacht", "minuit", "medianoche", "mezzanotte":
        return Fact(value: .time([0]), tokens: index..<(index + 1))
      case "half", "quarter": return spokenTime(at: index)
      default: break
      }
      if let spoken = SpokenTimes.time(at: index, in: tokens, language) { return spoken }
      if half(at: index + 1) != nil, text(index + 1) != "a", text(index + 1) != "p",
        let hour = NumberWords.byLanguage["en"]?.cardinals[token.text], (1...12).contains(hour)
      {
        return finished(hour: Int(hour), minute: 0, from: index, end: index + 1, isOpen: false)
      }
      if text(index + 1) == "o", text(index + 2) == "clock",
        let hour = NumberWords.byLanguage["en"]?.cardinals[token.text], hour <= 12
      {
        return finished(hour: Int(hour), minute: 0, from: index, end: index + 3, isOpen: true)
      }
      return nil
    }
    guard token.kind == .number else { return nil }
    // "7.45 Uhr", "7.30 pm": read as one number by the tokenizer.
    let dotted = token.text.split(separator: ".", omittingEmptySubsequences: false)
    if dotted.count == 2, let hour = Int(dotted[0]), let minute = Int(dotted[1]), dotted[1].count == 2, hour < 25,
      minute < 60,
      text(index + 1) == "uhr" || half(at: index + 1) != nil
    {
      return finished(hour: hour, minute: minute, from: index, end: index + 1, isOpen: false)
    }
    guard let hour = integer(index), hour <= 24, token.text.utf8.count <= 2 else { return nil }
    let next = index + 1
    let isFrenchHour = language == .french && ["h", "heures", "heure"].contains(text(next))
    if text(next) == ":" || text(next) == "h" || text(next) == "u" || isFrenchHour,
      isAttached(next) && isAttached(next + 1) || isFrenchHour,
      let minute = integer(next + 1),
      minute < 60, tokens[next + 1].text.utf8.count == 2
    {
      var end = next + 2
      if text(end) == ":", isAttached(end), integer(end + 1) != nil { end += 2 }
      return finished(hour: hour, minute: minute, from: index, end: end, isOpen: true)
    }
    if half(at: next) != nil || text(next) == "uhr" || text(next) == "heures" && isAfterAt(index) {
      return finished(hour: hour, minute: 0, from: index, end: next, isOpen: true)
    }
    if text(next) == "de",
      ["manana", "tarde", "noche", "noite", "manha"].contains(text(next + 1))
        || ["manana", "tarde", "noche"].contains(text(next + 2))
    {
      return finished(hour: hour, minute: 0, from: index, end: next, isOpen: true)
    }
    if text(next) == "h", language == .french || language == .portuguese || language == .spanish, isAfterAt(index) {
      return finished(hour: hour, minute: 0, from: index, end: next + 1, isOpen: true)
    }
    if text(next) == "o", text(next + 1) == "clock" {
      return finished(hour: hour, minute: 0, from: index, end: next + 2, isOpen: true)
    }
    // "9-5 pm", "9 to 5 pm".
    if ["-", "–", "to"].contains(text(next)), integer(next + 1) != nil, half(at: next + 2) != nil, hour <= 12 {
      return Fact(value: .time(hour == 12 ? [0, 720] : [hour * 60, hour * 60 + 720]), tokens: index..<(index + 1))
    }
    return nil
  }

  private static let evening = FactWords.set("tarde noche soir abends nachmittags sera pomeriggio noite")

  private func isAfterAt(_ index: Int) -> Bool {
    ["a", "as", "las", "à", "vers", "des", "alle"].contains(text(index - 1))
  }

  /// "half past three", "quarter to four".
  private func spokenTime(at index: Int) -> Fact? {
    let isHalf = text(index) == "half"
    guard text(index + 1) == "past" || (text(index + 1) == "to" && !isHalf), index + 2 < tokens.count else {
      return nil
    }
    var hour = integer(index + 2)
    if hour == nil, let word = NumberWords.byLanguage["en"]?.cardinals[text(index + 2)] { hour = Int(word) }
    guard var hour, (1...12).contains(hour) else { return nil }
    var minute = isHalf ? 30 : 15
    if text(index + 1) == "to" {
      minute = 45
      hour = hour == 1 ? 12 : hour - 1
    }
    return finished(hour: hour, minute: minute, from: index, end: index + 3, isOpen: true)
  }

  /// Whether morning or evening is said here, and the token after it.
  private func half(at index: Int) -> (isEvening: Bool, end: Int)? {
    switch text(index) {
    case "am": return (false, index + 1)
    case "pm": return (true, index + 1)
    case "a", "p":
      guard text(index + 1) == ".", text(index + 2) == "m", isAttached(index + 1), isAttached(index + 2) else {
        return nil
      }
      return (text(index) == "p", text(index + 3) == "." && isAttached(index + 3) ? index + 4 : index + 3)
    case "in":
      guard language == .english, text(index + 1) == "the" else { return nil }
      if text(index + 2) == "morning" { return (false, index + 3) }
      return text(index + 2) == "evening" || text(index + 2) == "afternoon" ? (true, index + 3) : nil
    case "at": return language == .english && text(index + 1) == "night" ? (true, index + 2) : nil
    default: return nil
    }
  }

  private func finished(hour: Int, minute: Int, from start: Int, end: Int, isOpen: Bool) -> Fact {
    var minutes: [Int]
    var end = end
    if let half = half(at: end), hour <= 12 {
      minutes = [(hour % 12 + (half.isEvening ? 12 : 0)) * 60 + minute]
      end = half.end
    } else {
      minutes = [hour % 24 * 60 + minute]
      if language == .english, hour < 12, isOpen, tokens[start].text.first != "0" {
        minutes.append((hour + 12) * 60 + minute)
      }
      if ["uhr", "heures", "h"].contains(text(end)) { end += 1 }
      // "6 de la tarde", "6 du soir", "6 Uhr abends".
      let said = [text(end), text(end + 1), text(end + 2)]
      if hour < 12, let offset = said.firstIndex(where: { CalendarReader.evening.contains($0) }),
        offset != 1 || said[0] == "du" || said[0] == "da"
      {
        minutes = [(hour + 12) * 60 + minute]
        end += offset + 1
      }
    }
    return Fact(value: .time(minutes), tokens: start..<end)
  }
}

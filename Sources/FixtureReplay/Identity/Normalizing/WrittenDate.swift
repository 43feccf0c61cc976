/// Finds dates: ISO 8601 (`2026-03-12`, `20260312T…`), the same with slashes or full stops, day or month first
/// (`12.03.2026`, `3/12/2026`, `12-03-2026`), and in English words (`12 March 2026`, `March 12th, 2026`, `12-Mar-2026`,
/// `12/Mar/2026`), with or without a weekday before it, as RFC 9110 and RFC 5322 write it.
///
/// Years are 1900 to 2199 in four digits. A day without a year, a month and a year, and a weekday alone are no dates here:
/// prompts mean them as they are.
enum WrittenDate {
  /// The end of the date that begins here, at the first letter or digit of a word.
  static func end(in bytes: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int, isInPath: Bool) -> Int? {
    if start > 0 {
      // A full stop before digits makes them part of a version; a hyphen after a digit, part of a longer number.
      let before = bytes[start - 1]
      if ByteText.isDigit(bytes[start]), before == UInt8(ascii: ".") { return nil }
      if before == UInt8(ascii: "-"), start < 2 || !isLetterOrLowLine(bytes[start - 2]) { return nil }
    }
    let reader = Reader(bytes: bytes, limit: limit, isInPath: isInPath)
    guard let end = ByteText.isDigit(bytes[start]) ? reader.digits(at: start) : reader.words(at: start) else {
      return nil
    }
    if start > 0, bytes[start - 1] == UInt8(ascii: "/") || WrittenPath.isPartOfStep(bytes[start - 1]) {
      // What cannot stand in a path does not go on with one.
      for index in start..<end where bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "/") {
        return nil
      }
    }
    return ByteText.mayEnd(in: bytes, at: end) || isTimeNext(in: bytes, at: end, limit: limit) ? end : nil
  }

  private static func isLetterOrLowLine(_ byte: UInt8) -> Bool {
    ByteText.isLetter(byte) || byte == UInt8(ascii: "_")
  }

  private static func isTimeNext(in bytes: UnsafeBufferPointer<UInt8>, at end: Int, limit: Int) -> Bool {
    guard bytes[end] | 0x20 == UInt8(ascii: "t") else { return false }
    return WrittenTime.joinedEnd(in: bytes, at: end, limit: limit) != nil
      || ByteText.has(VolatileText.timeBytes, in: bytes, at: end + 1)
  }

  private static func codes(_ words: [String]) -> Set<UInt64> { Set(words.map(ByteText.code)) }

  private static let months = codes([
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january", "february",
    "march", "april", "june", "july", "august", "september", "october", "november", "december",
  ])
  private static let weekdays = codes([
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday",
  ])
  private static let ordinals = codes(["st", "nd", "rd", "th"])
  private static let of = ByteText.code(of: "of")

  private struct Reader {
    let bytes: UnsafeBufferPointer<UInt8>
    let limit: Int
    let isInPath: Bool

    func digits(at start: Int) -> Int? {
      guard let first = ByteText.number(in: bytes, at: start, digits: 1...8, limit: limit) else { return nil }
      switch first.end - start {
      case 8: return compact(first, at: start)
      case 4: return isYear(first.value) ? yearFirst(after: first.end) : nil
      case 1, 2: return yearLast(first, at: start) ?? dayAndMonth(first)
      default: return nil
      }
    }

    /// Weekday, or month and day.
    func words(at start: Int) -> Int? {
      guard let word = ByteText.word(in: bytes, at: start, limit: limit) else { return nil }
      if months.contains(word.code) { return monthFirst(after: word.end) }
      guard weekdays.contains(word.code) else { return nil }
      let next = space(after: skip(",", at: skip(".", at: word.end)))
      guard let next, next < limit else { return nil }
      if ByteText.isDigit(bytes[next]) { return digits(at: next) }
      guard let month = ByteText.word(in: bytes, at: next, limit: limit), months.contains(month.code) else {
        return nil
      }
      return monthFirst(after: month.end)
    }

    /// The basic form, which is a date only where a time follows it.
    private func compact(_ number: (value: Int, end: Int), at start: Int) -> Int? {
      guard number.end < limit, bytes[number.end] | 0x20 == UInt8(ascii: "t"), isYear(number.value / 10_000),
        isMonth(number.value / 100 % 100), isDay(number.value % 100)
      else { return nil }
      return number.end
    }

    private func yearFirst(after end: Int) -> Int? {
      guard let separator = separator(at: end),
        let month = ByteText.number(in: bytes, at: end + 1, digits: 1...2, limit: limit), isMonth(month.value),
        self.separator(at: month.end) == separator,
        let day = ByteText.number(in: bytes, at: month.end + 1, digits: 1...2, limit: limit), isDay(day.value)
      else { return nil }
      return isBare(from: end - 4, to: day.end, separator) ? day.end : nil
    }

    private func yearLast(_ first: (value: Int, end: Int), at start: Int) -> Int? {
      guard let separator = separator(at: first.end),
        let second = ByteText.number(in: bytes, at: first.end + 1, digits: 1...2, limit: limit),
        self.separator(at: second.end) == separator,
        let year = ByteText.number(in: bytes, at: second.end + 1, digits: 4...4, limit: limit), isYear(year.value),
        isDay(first.value) && isMonth(second.value) || isMonth(first.value) && isDay(second.value)
      else { return nil }
      return isBare(from: start, to: year.end, separator) ? year.end : nil
    }

    /// `12 March 2026`, `12th of March, 2026`, `12-Mar-2026`, `12/Mar/2026`.
    private func dayAndMonth(_ day: (value: Int, end: Int)) -> Int? {
      guard isDay(day.value) else { return nil }
      var end = day.end
      if let suffix = ByteText.word(in: bytes, at: end, limit: limit), ordinals.contains(suffix.code) {
        end = suffix.end
      }
      guard end < limit else { return nil }
      let sign = bytes[end]
      let isHyphen = sign == UInt8(ascii: "-")
      let isSlash = sign == UInt8(ascii: "/")
      guard isHyphen || isSlash && !isInPath || sign == UInt8(ascii: " ") else { return nil }
      guard var month = ByteText.word(in: bytes, at: end + 1, limit: limit) else { return nil }
      if month.code == of, sign == UInt8(ascii: " "), let next = space(after: month.end) {
        guard let word = ByteText.word(in: bytes, at: next, limit: limit) else { return nil }
        month = word
      }
      guard months.contains(month.code) else { return nil }
      let beforeYear: Int
      if isHyphen || isSlash {
        guard month.end < limit, bytes[month.end] == sign else { return nil }
        beforeYear = month.end + 1
      } else {
        guard let next = space(after: skip(",", at: skip(".", at: month.end))) else { return nil }
        beforeYear = next
      }
      return year(at: beforeYear)
    }

    private func monthFirst(after end: Int) -> Int? {
      guard let next = space(after: skip(".", at: end)),
        let day = ByteText.number(in: bytes, at: next, digits: 1...2, limit: limit), isDay(day.value)
      else { return nil }
      var end = day.end
      if let suffix = ByteText.word(in: bytes, at: end, limit: limit), ordinals.contains(suffix.code) {
        end = suffix.end
      }
      return space(after: skip(",", at: end)).flatMap(year)
    }

    private func year(at start: Int) -> Int? {
      guard let year = ByteText.number(in: bytes, at: start, digits: 4...4, limit: limit), isYear(year.value) else {
        return nil
      }
      return year.end
    }

    private func separator(at place: Int) -> UInt8? {
      guard place < limit else { return nil }
      switch bytes[place] {
      case UInt8(ascii: "-"), UInt8(ascii: "."): return bytes[place]
      case UInt8(ascii: "/"): return isInPath ? nil : bytes[place]
      default: return nil
      }
    }

    /// Between slashes, slashes part an address and no date.
    private func isBare(from start: Int, to end: Int, _ separator: UInt8) -> Bool {
      guard separator == UInt8(ascii: "/") else { return true }
      return (start == 0 || bytes[start - 1] != separator) && (end >= bytes.count || bytes[end] != separator)
    }

    private func space(after place: Int) -> Int? {
      place < limit && bytes[place] == UInt8(ascii: " ") ? place + 1 : nil
    }

    private func skip(_ sign: Unicode.Scalar, at place: Int) -> Int {
      place < limit && bytes[place] == UInt8(ascii: sign) ? place + 1 : place
    }

    private func isYear(_ value: Int) -> Bool { (1900...2199).contains(value) }
    private func isMonth(_ value: Int) -> Bool { (1...12).contains(value) }
    private func isDay(_ value: Int) -> Bool { (1...31).contains(value) }
  }
}

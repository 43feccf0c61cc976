/// The formats `date-time`, `date` and `time`: the productions `date-time`, `full-date` and `full-time` of RFC 3339,
/// section 5.6, within the limits of section 5.7 and its appendix C on leap years.
enum DateTimeFormats {
  static func isDateTime(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count > 10, isDate(text, upTo: 10), text[10] | 0x20 == UInt8(ascii: "t") else { return false }
    return isTime(text, from: 11)
  }

  static func isDate(_ text: UnsafeBufferPointer<UInt8>) -> Bool { text.count == 10 && isDate(text, upTo: 10) }

  static func isTime(_ text: UnsafeBufferPointer<UInt8>) -> Bool { isTime(text, from: 0) }

  private static func isDate(_ text: UnsafeBufferPointer<UInt8>, upTo end: Int) -> Bool {
    guard end == 10, text.count >= end, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-") else { return false }
    guard let century = twoDigits(text, at: 0), let year = twoDigits(text, at: 2),
      let month = twoDigits(text, at: 5), let day = twoDigits(text, at: 8)
    else { return false }
    return day >= 1 && day <= days(in: month, of: century * 100 + year)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: 31
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 0
    }
  }

  private static func isTime(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    guard text.count - start >= 9, text[start + 2] == UInt8(ascii: ":"), text[start + 5] == UInt8(ascii: ":"),
      let hour = twoDigits(text, at: start), let minute = twoDigits(text, at: start + 3),
      let second = twoDigits(text, at: start + 6), hour <= 23, minute <= 59, second <= 60
    else { return false }
    var index = start + 8
    if text[index] == UInt8(ascii: ".") {
      let first = index + 1
      index = first
      while index < text.count, text[index] &- 0x30 < 10 { index += 1 }
      if index == first { return false }
    }
    guard let offset = offsetInMinutes(text, from: index) else { return false }
    // A leap second is the last one of a day in UTC (appendix D).
    return second < 60 || (hour * 60 + minute - offset + 2 * 1440) % 1440 == 1439
  }

  /// The offset from UTC that takes up the rest of the text; nil where there is none.
  private static func offsetInMinutes(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start < text.count else { return nil }
    if text[start] | 0x20 == UInt8(ascii: "z") { return start + 1 == text.count ? 0 : nil }
    let isWest = text[start] == UInt8(ascii: "-")
    guard isWest || text[start] == UInt8(ascii: "+"), text.count - start == 6, text[start + 3] == UInt8(ascii: ":"),
      let hours = twoDigits(text, at: start + 1), let minutes = twoDigits(text, at: start + 4), hours <= 23,
      minutes <= 59
    else { return nil }
    return isWest ? -(hours * 60 + minutes) : hours * 60 + minutes
  }

  @inline(__always)
  private static func twoDigits(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    let tens = text[index] &- 0x30
    let ones = text[index + 1] &- 0x30
    return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
  }
}

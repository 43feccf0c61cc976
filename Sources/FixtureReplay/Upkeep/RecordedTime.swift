import Foundation

/// Reads and writes the time at which an exchange was recorded.
enum RecordedTime {
  /// Seconds since the beginning of 1970 in UTC, fractions left out; nil for a text that is no time of RFC 3339,
  /// section 5.6. A comma before fractions and a zone without a colon, as ISO 8601 allows them, are read too.
  static func seconds(_ text: String) -> Int? {
    var reader = Reader(bytes: Array(text.utf8.prefix(64)))
    guard let year = reader.number(4), reader.take("-"), let month = reader.number(2), reader.take("-"),
      let day = reader.number(2), reader.take("Tt "), let hour = reader.number(2), reader.take(":"),
      let minute = reader.number(2), reader.take(":"), let second = reader.number(2),
      (1...12).contains(month), day >= 1, day <= length(ofMonth: month, year), hour < 24, minute < 60, second <= 60,
      reader.skipFraction(), let offset = reader.offset(), reader.isAtEnd
    else { return nil }
    return days(year, month, day) * 86_400 + (hour * 60 + minute - offset) * 60 + second
  }

  /// Seconds since 1970 of a moment.
  static func seconds(_ date: Date) -> Int { Int(exactly: date.timeIntervalSince1970.rounded(.down)) ?? 0 }

  /// A moment as exchanges are marked with it: UTC, RFC 3339.
  static func text(_ seconds: Int) -> String { Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601) }

  /// The days since 1970 of a day of the Gregorian calendar, years 0 to 9999. Years begin in March here, so that the day
  /// that not every year has is the last of all.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func length(ofMonth month: Int, _ year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  private struct Reader {
    let bytes: [UInt8]
    var index = 0

    var isAtEnd: Bool { index == bytes.count }
    private var isAtDigit: Bool { index < bytes.count && bytes[index] &- 0x30 < 10 }

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func number(_ digits: Int) -> Int? {
      guard index + digits <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[index..<index + digits] {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      index += digits
      return value
    }

    mutating func take(_ any: StaticString) -> Bool {
      guard index < bytes.count else { return false }
      let byte = bytes[index]
      guard any.withUTF8Buffer({ $0.contains(byte) }) else { return false }
      index += 1
      return true
    }

    mutating func skipFraction() -> Bool {
      guard take(".,") else { return true }
      let start = index
      while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 { index += 1 }
      return index > start
    }

    /// Minutes east of UTC.
    mutating func offset() -> Int? {
      if take("Zz") { return 0 }
      let isWest = index < bytes.count && bytes[index] == UInt8(ascii: "-")
      guard take("+-"), let hours = number(2), hours < 24, take(":") || isAtDigit, let minutes = number(2), minutes < 60
      else {
        return nil
      }
      return (hours * 60 + minutes) * (isWest ? -1 : 1)
    }
  }
}

import Foundation

/// The time that an answer asks to wait before another try.
///
/// Read are, in this order, `retry-after-ms` (milliseconds) and `retry-after` (seconds, or a date: RFC 9110, section
/// 10.2.3). A date counts from the answer's own `date`, so that a replayed answer says the same at any time.
package enum RetryAfter {
  static func duration(in headers: HTTPHeaders) -> Duration? {
    if let milliseconds = number(headers["retry-after-ms"]) { return .seconds(milliseconds / 1000) }
    guard let text = headers["retry-after"] else { return nil }
    if let seconds = number(text) { return .seconds(seconds) }
    guard let until = httpDate(text), let sent = headers["date"].flatMap(httpDate) else { return nil }
    return .seconds(max(0, until - sent))
  }

  private static func number(_ text: String?) -> Double? {
    guard let text, let number = Double(text.trimmingCharacters(in: .whitespaces)), number >= 0, number < 1e9 else {
      return nil
    }
    return number
  }

  /// Seconds since 1970 of a date such as `Sun, 06 Nov 1994 08:49:37 GMT`, the one form that may be sent.
  package static func httpDate(_ text: String) -> Int? {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let words = text.split(separator: " ")
    guard words.count == 6, words[5] == "GMT", let day = Int(words[1]), (1...31).contains(day),
      let month = months.firstIndex(of: String(words[2])), let year = Int(words[3]), (1970...9999).contains(year)
    else { return nil }
    let clock = words[4].split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3, (0...23).contains(clock[0]), (0...59).contains(clock[1]), (0...60).contains(clock[2]) else {
      return nil
    }
    // Days of the Gregorian calendar, counted in years that begin in March (H. Hinnant, "chrono-compatible low-level
    // date algorithms").
    let shifted = month < 2 ? year - 1 : year
    let dayOfYear = (153 * ((month + 10) % 12) + 2) / 5 + day - 1
    let era = shifted / 400
    let yearOfEra = shifted % 400
    let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    return days * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
  }
}

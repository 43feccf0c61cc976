/// Reads the times that recorders write, as a fixture keeps them: UTC, RFC 3339, whole seconds.
enum RecordedTime {
  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  /// The time of a date of HTTP (RFC 9110, section 5.6.7) such as `Sun, 06 Nov 1994 08:49:37 GMT`; nil for any other.
  static func utc(httpDate text: String) -> String? {
    guard let match = text.prefixMatch(of: /[A-Za-z]{3}, ([0-9]{2}) ([A-Za-z]{3}) ([0-9]{4}) ([0-9:]{8}) (GMT|UTC)/),
      let month = months.firstIndex(of: match.2.lowercased()), let day = Int(match.1), let year = Int(match.3)
    else { return nil }
    return utc(year, month + 1, day, time: match.4, offsetMinutes: 0)
  }

  /// The time of an ISO 8601 date with a zone such as `2026-05-28T20:26:40.123+02:00`; nil for any other. Parts of a second
  /// are left out.
  static func utc(iso8601 text: String) -> String? {
    guard
      let match = text.wholeMatch(
        of:
          /([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt ]([0-9]{2}:[0-9]{2}:[0-9]{2})([.,][0-9]+)?([Zz]|[+-][0-9]{2}:?[0-9]{2})/),
      let year = Int(match.1), let month = Int(match.2), let day = Int(match.3), (1...12).contains(month)
    else { return nil }
    var offset = 0
    let zone = match.6.filter { $0 != ":" }
    if zone.count == 5, let hours = Int(zone.dropFirst().prefix(2)), let minutes = Int(zone.suffix(2)) {
      offset = (hours * 60 + minutes) * (zone.hasPrefix("-") ? -1 : 1)
    }
    return utc(year, month, day, time: match.4, offsetMinutes: offset)
  }

  private static func utc(_ year: Int, _ month: Int, _ day: Int, time: Substring, offsetMinutes: Int) -> String? {
    let parts = time.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 3, parts[0] < 24, parts[1] < 60, parts[2] < 61, (1...31).contains(day), year > 0 else {
      return nil
    }
    var minutes = parts[0] * 60 + parts[1] - offsetMinutes
    var days = daysSinceEpoch(year, month, day)
    while minutes < 0 { (minutes, days) = (minutes + 1440, days - 1) }
    while minutes >= 1440 { (minutes, days) = (minutes - 1440, days + 1) }
    let (year, month, day) = date(ofDay: days)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let fourDigits = String(repeating: "0", count: max(0, 4 - "\(year)".count)) + "\(year)"
    return
      "\(fourDigits)-\(two(month))-\(two(day))T\(two(minutes / 60)):\(two(minutes % 60)):\(two(min(parts[2], 59)))Z"
  }

  /// Days of the Gregorian calendar counted in years that begin in March.
  private static func daysSinceEpoch(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear
  }

  private static func date(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
    let era = day / 146_097
    let dayOfEra = day - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}

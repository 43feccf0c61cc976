/// How old a recorded answer may get: `.days(90)`.
public struct FixtureAge: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The age in seconds; never negative.
  public let seconds: Int

  private init(_ count: Int, of unit: Int) {
    let (seconds, isTooMany) = max(0, count).multipliedReportingOverflow(by: unit)
    self.seconds = isTooMany ? .max : seconds
  }

  /// So many hours. A negative number counts as none.
  public static func hours(_ count: Int) -> FixtureAge { FixtureAge(count, of: 3_600) }
  /// So many days of 24 hours.
  public static func days(_ count: Int) -> FixtureAge { FixtureAge(count, of: 86_400) }
  /// So many weeks of seven days.
  public static func weeks(_ count: Int) -> FixtureAge { FixtureAge(count, of: 604_800) }

  /// Reads a whole number with its unit, `h`, `d` or `w`: `36h`, `90d`, `12w`; nil for anything else.
  public init?(_ text: String) {
    guard let unit = text.last, let count = Int(text.dropLast()), count >= 0, text.first?.isNumber == true else {
      return nil
    }
    switch unit {
    case "h": self = .hours(count)
    case "d": self = .days(count)
    case "w": self = .weeks(count)
    default: return nil
    }
  }

  /// Compares lengths of time.
  public static func < (left: FixtureAge, right: FixtureAge) -> Bool { left.seconds < right.seconds }

  /// In words: `90 days`, or hours where it is no whole number of days.
  public var description: String {
    let isWholeDays = seconds % 86_400 == 0
    let count = seconds / (isWholeDays ? 86_400 : 3_600)
    return "\(count) \(isWholeDays ? "day" : "hour")\(count == 1 ? "" : "s")"
  }
}

import LanguageModels

/// Reads the times that other recorders write, as a fixture keeps them: UTC, RFC 3339, whole seconds.
enum CassetteTime {
  /// The time of a date of HTTP (RFC 9110, section 5.6.7) such as `Sun, 06 Nov 1994 08:49:37 GMT`; nil for any other.
  static func utc(httpDate text: String) -> String? {
    let text = text.hasSuffix(" UTC") ? text.dropLast(3) + "GMT" : text
    return RetryAfter.httpDate(text).map(RecordedTime.text)
  }

  /// The time of an ISO 8601 date with a zone such as `2026-05-28T20:26:40.123+02:00`; nil for any other. Parts of a second
  /// are left out.
  static func utc(iso8601 text: String) -> String? { RecordedTime.seconds(text).map(RecordedTime.text) }
}

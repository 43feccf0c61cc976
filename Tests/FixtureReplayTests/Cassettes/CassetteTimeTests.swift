import Testing

@testable import FixtureReplay

@Suite("Times that recorders write")
struct CassetteTimeTests {
  @Test(
    "ISO 8601 becomes UTC in whole seconds",
    arguments: [
      ("2026-05-28T20:26:40Z", "2026-05-28T20:26:40Z"), ("2026-05-28T20:26:40.999+02:00", "2026-05-28T18:26:40Z"),
      ("2024-03-01T00:30:00+01:00", "2024-02-29T23:30:00Z"), ("2023-12-31T23:00:00-0130", "2024-01-01T00:30:00Z"),
      ("2000-02-28T23:59:59-00:01", "2000-02-29T00:00:59Z"), ("1900-03-01T00:00:00+00:01", "1900-02-28T23:59:00Z"),
      ("2026-05-28T20:26:40", nil), ("2026-13-28T20:26:40Z", nil), ("2026-05-28T24:26:40Z", nil), ("", nil),
    ] as [(String, String?)])
  func iso(text: String, expected: String?) {
    #expect(CassetteTime.utc(iso8601: text) == expected)
  }

  @Test(
    "Dates of HTTP become the same",
    arguments: [
      ("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"),
      ("Tue, 29 Feb 2028 00:00:60 UTC", "2028-02-29T00:01:00Z"),
      ("Sunday, 06-Nov-94 08:49:37 GMT", nil), ("Sun, 06 Foo 1994 08:49:37 GMT", nil),
      ("Sun, 06 Nov 1994 08:49 GMT", nil),
    ] as [(String, String?)])
  func http(text: String, expected: String?) {
    #expect(CassetteTime.utc(httpDate: text) == expected)
  }
}

import FixtureReplay
import StructuredOutput
import Testing

@Suite("What normalizers take for dates, times, UUIDs and paths")
struct TextNormalizerTests {
  @Test(
    "Dates",
    arguments: [
      ("Today is 2026-03-12.", "Today is [date]."),
      ("Today is Thursday, March 12, 2026 and sunny", "Today is [date] and sunny"),
      ("on 12 March 2026, on 12th of March 2026, on March 12th, 2026", "on [date], on [date], on [date]"),
      ("2026/03/12 12.03.2026 3/12/2026 12-03-2026", "[date] [date] [date] [date]"),
      ("Thu, 12 Mar 2026 10:30:00 GMT", "[date] 10:30:00 GMT"),
      ("[12/Mar/2026:10:30:00 +0000]", "[[date]:10:30:00 +0000]"),
      ("2026-03-12T10:30:00Z 20260312T103000Z", "[date]T10:30:00Z [date]T103000Z"),
      ("report_2026-03-12.pdf log-2026-03-12", "report_[date].pdf log-[date]"),
      ("Wednesday, 2026-03-11 12-Mar-2026", "[date] [date]"),
      ("日付2026-03-12です", "日付[date]です"),
    ])
  func dates(text: String, normalized: String) { #expect(kept(text, .dates) == normalized) }

  @Test(
    "What is no date",
    arguments: [
      "within 30 days", "March 2026", "12 March", "in 2026", "Thursday", "1.2.3", "2026-13-12", "2026-03-32", "0-0-0",
      "version 1.12.03.2026", "call 555-12-2026", "2026-03-12-77", "https://blog.test/2026/03/12/title", "20260312",
      "3026-03-12", "12/13/14", "a2026-03-12", "2026-03-12b", "May 5", "March 12, 26", "2026-03/12", "", "2026-03-",
    ])
  func noDate(text: String) { #expect(kept(text, .dates) == text) }

  @Test(
    "Times",
    arguments: [
      ("It is 10:30, or 9:05 am, or 9:05 a.m.", "It is [time], or [time], or [time]."),
      ("10:30:15 10:30:15.123 10:30 UTC", "[time] [time] [time]"),
      ("2026-03-12T10:30:15.123456+02:00", "2026-03-12T[time]"),
      ("20260312T103015Z", "20260312T[time]"),
      ("Thu, 12 Mar 2026 10:30:15 +0000", "Thu, 12 Mar 2026 [time]"),
      ("[12/Mar/2026:10:30:00 +0000]", "[12/Mar/2026:[time]]"),
      ("7:05:09 10:30 PM", "[time] [time]"),
    ])
  func times(text: String, normalized: String) { #expect(kept(text, .times) == normalized) }

  @Test(
    "What is no time",
    arguments: [
      "9 am to 5 pm", "3:1", "John 3:16", "25:00", "10:75", "1:2:3", "16:9", "10.30", "a10:30", "10:30:15:20",
      "12:30-14",
      "1767225600", "::1", ":", "10:", "",
    ])
  func noTime(text: String) { #expect(kept(text, .times) == text) }

  @Test("Dates and times together")
  func together() {
    #expect(kept("2026-03-12T10:30:15Z", .dates, .times) == "[date]T[time]")
    #expect(kept("Saturday, 28 November 2026 at 3:28 PM.", .dates, .times) == "[date] at [time].")
  }

  @Test("Seconds and milliseconds since 1970 are times under a key that says so, and nowhere else")
  func epoch() {
    let body: JSONValue = [
      "created_at": 1_767_225_600, "timestamp": 1_767_225_600_123, "now": 1_767_225_600.5, "seed": 1_767_225_600,
      "time": 12, "startTime": 1_767_225_600, "n": [1_767_225_600],
    ]
    #expect(
      kept(body, IdentityRules(normalizers: [.times]))
        == [
          "created_at": "[time]", "timestamp": "[time]", "now": "[time]", "seed": 1_767_225_600, "time": 12,
          "startTime": "[time]", "n": [1_767_225_600],
        ])
  }

  @Test("UUIDs and ULIDs")
  func uuids() {
    let id = "550e8400-e29b-41d4-a716-446655440000"
    #expect(kept("id \(id), urn:uuid:\(id.uppercased())", .uuids) == "id [uuid], urn:uuid:[uuid]")
    #expect(kept("req-\(id) user_\(id).", .uuids) == "req-[uuid] user_[uuid].")
    #expect(kept("msg_01ARZ3NDEKTSV4RRFFQ69G5FAV", .uuids) == "msg_[uuid]")
    for text in ["a\(id)", "\(id)0", "550e8400e29b41d4a716446655440000", "550e8400-e29b-41d4-a716", "01ARZ3NDEKTSV4RR"]
    {
      #expect(kept(text, .uuids) == text)
    }
  }

  @Test(
    "Temporary paths go whole",
    arguments: [
      ("Read /tmp/run-77/notes.txt.", "Read [temporary-path]."),
      ("\"/private/var/folders/ab/cd/T/x\"", "\"[temporary-path]\""),
      ("file:///var/tmp/x.png,", "file://[temporary-path],"),
      (#"C:\Users\me\AppData\Local\Temp\x.txt"#, "[temporary-path]"),
      ("/srv/me/tmp/build/x", "[temporary-path]"),
    ])
  func temporaryPaths(text: String, normalized: String) {
    #expect(kept(text, .temporaryPaths) == normalized)
    #expect(kept(text, .absolutePaths) == normalized)
  }

  @Test(
    "Absolute paths keep their last step",
    arguments: [
      ("Read /Users/me/notes.txt.", "Read [path]/notes.txt."),
      (#"(C:\Users\me\notes.txt)"#, #"([path]\notes.txt)"#),
      ("/usr/local/bin/", "[path]/bin/"),
      ("cwd=/srv/anna/shop:12", "cwd=[path]/shop:12"),
    ])
  func absolutePaths(text: String, normalized: String) { #expect(kept(text, .absolutePaths) == normalized) }

  @Test(
    "What is no absolute path",
    arguments: [
      "/help", "and/or", "a/b/c", "https://shop.test/tmp/x", "</b></i>", "1/2", "//x/y", "/ x", "C:", "~/tmp/x",
      "./tmp/x",
    ])
  func noPath(text: String) { #expect(kept(text, .absolutePaths) == text) }

  @Test("A pattern of one's own")
  func custom() {
    let order = TextNormalizer.custom(name: "order", pattern: #"\bORD-\d{4,}\b"#)
    #expect(kept("ORD-12345 and ORD-1 and XORD-12345", order) == "[order] and ORD-1 and XORD-12345")
    let lazy = TextNormalizer.custom(name: "tag", pattern: "<id>.*?</id>", replacement: "<id/>")
    #expect(kept("<id>1</id><b/><id>2</id>", lazy) == "<id/><b/><id/>")
    let gone = TextNormalizer.custom(name: "spaces", pattern: " +$", replacement: "")
    #expect(kept("a  b   ", gone) == "a  b")
  }

  @Test("A pattern that would match what it puts in does so once, and one that may be empty does not hang")
  func restless() {
    #expect(kept("aa", .custom(name: "x", pattern: "a", replacement: "aa")) == "aa")
    #expect(kept("abc", .custom(name: "x", pattern: "b*", replacement: "-")) == "a-c")
    #expect(kept("aaabbb", .custom(name: "x", pattern: "ab", replacement: "")) == "")
  }

  @Test("A malformed pattern is a fault and changes nothing")
  func malformed() {
    for pattern in ["(", #"(a)\1"#, "a(?=b)"] {
      let broken = TextNormalizer.custom(name: "broken", pattern: pattern)
      #expect(broken.fault?.contains("\"broken\"") == true)
      #expect(kept("ab(", broken) == "ab(")
    }
  }

  private static let pieces = [
    "2026-03-12", "20260312", "12.03.2026", "2026/03/12", "3/12/2026", "12 March 2026", "March 12, 2026", "Thu, ",
    "12-Mar-2026", "10:30", "10:30:15.5Z", "9:05 am", "103015Z", "T", "t", ":", "550e8400-e29b-41d4-a716-446655440000",
    "01ARZ3NDEKTSV4RRFFQ69G5FAV", "/tmp/", "/Users/me/", "/x", #"C:\"#, #"Temp\"#, "tmp/", "file://", "[date]",
    "[time]",
    "[uuid]", "[path]", "[temporary-path]", "[", "]", " ", " ", "\n", "-", "_", ".", ",", "/", "\"", "a", "f", "7", "é",
    "+02:00", " UTC", "(", "=", "th", "of",
  ]
  private static let kinds: [TextNormalizer] = [.dates, .times, .uuids, .temporaryPaths, .absolutePaths]

  /// Many texts in one request, so that each is one text of a list.
  private static func texts(_ count: Int) -> JSONValue {
    var generator = SeededGenerator(state: 7)
    return .array(
      (0..<count).map { _ in
        let length = Int.random(in: 1..<9, using: &generator)
        return .string((0..<length).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined())
      })
  }

  @Test("What was normalized stays as it is, and more normalizers later come to the same as all at once")
  func settled() throws {
    let count = 150
    let texts = Self.texts(count)
    let rules = (0..<32).map { mask in
      IdentityRules(normalizers: (0..<5).filter { mask >> $0 & 1 == 1 }.map { Self.kinds[$0] })
    }
    let wholes = try rules.map { try #require(kept(texts, $0)) }
    for (mask, once) in wholes.enumerated() {
      for more in Set([31, mask, mask | 1, mask | 2, mask | 4, mask | 8, mask | 16]).sorted() {
        let stepwise = try #require(kept(once, rules[more]))
        if stepwise == wholes[more] { continue }
        for index in 0..<count where stepwise[index] != wholes[more][index] {
          Issue.record(
            """
            \(texts[index] ?? .null) by \(mask) is \(once[index] ?? .null), by \(more) \(stepwise[index] ?? .null), not \
            \(wholes[more][index] ?? .null)
            """)
          return
        }
      }
    }
  }

  @Test("A long text of digits, slashes, brackets or letters takes no time")
  func hostile() {
    for piece in ["1", "/", "[", "a", "1-", "/a", "10:", "C:\\", "Mar ", "/tmp", "é"] {
      let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
      let time = processorTime { _ = kept(text, .dates, .times, .uuids, .absolutePaths) }
      #expect(time < 0.2, "\(piece)")
    }
  }
}

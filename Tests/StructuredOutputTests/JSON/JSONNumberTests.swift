import StructuredOutput
import Testing

@Suite("JSON numbers")
struct JSONNumberTests {
  @Test(
    "Equal numbers are equal however they are written",
    arguments: [("1", "1.0"), ("1", "10e-1"), ("0", "-0.00e5"), ("120", "1.2E+2"), ("1e400", "10e399"), ("-5", "-5.0")])
  func equality(left: String, right: String) throws {
    let (a, b) = (try #require(JSONNumber(text: left)), try #require(JSONNumber(text: right)))
    #expect(a == b)
    #expect(a.hashValue == b.hashValue)
    #expect(a.text == left)
  }

  @Test("Numbers that a double confuses are different")
  func exact() throws {
    #expect(JSONNumber(text: "9007199254740993") != JSONNumber(text: "9007199254740992"))
    #expect(JSONNumber(text: "1e99999999999999999999") != JSONNumber(text: "1e99999999999999999998"))
  }

  @Test(
    "Refuses what is no number of JSON",
    arguments: ["", "-", "+1", "01", ".5", "1.", "1e", "1e+", "0x1", " 1", "NaN", "1a"])
  func grammar(text: String) {
    #expect(JSONNumber(text: text) == nil)
  }

  @Test(
    "Tells whole numbers, exactly",
    arguments: [
      ("1.0", 1), ("1e2", 100), ("-0", 0), ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min),
      ("9223372036854775808", nil), ("0.5", nil), ("1e30", nil), ("1e999999999999999999", nil),
      ("1e9999999999999999999999", nil), ("-9.223372036854775808e18", Int.min),
    ] as [(String, Int?)])
  func whole(text: String, value: Int?) throws {
    #expect(try #require(JSONNumber(text: text)).intValue == value)
  }

  @Test("Orders numbers exactly, by value")
  func ordering() {
    let texts = ["-1e3", "-2.5", "-2", "0", "1e-400", "0.1", "0.10000000000000000001", "9", "10", "1e400"]
    let numbers = texts.compactMap { JSONNumber(text: $0) }
    #expect(numbers.count == texts.count)
    #expect(numbers.reversed().sorted().map(\.text) == texts)
  }

  @Test("Makes numbers of doubles with the fewest digits, and none of NaN and infinity")
  func doubles() {
    #expect(JSONNumber(0.1)?.text == "0.1")
    #expect(JSONNumber(1.0)?.text == "1")
    #expect(JSONNumber(1e21)?.text == "1e+21")
    #expect(JSONNumber(Double.nan) == nil)
    #expect(JSONNumber(-Double.infinity) == nil)
  }

  @Test(
    "Hundreds of thousands of digits are read, compared and written without delay",
    arguments: [
      ("int", Double.infinity), ("0.int", 0.7777777777777778), ("inte-300000", 0.7777777777777778),
      ("0.0zeros1e300001", 0.1), ("1zerose-300000", 1), ("1eint", .infinity), ("1e-int", 0), ("0eint", 0),
      ("9007199254740993.zeros1", 9_007_199_254_740_994),
    ])
  func millionDigits(pattern: String, value: Double) throws {
    let text = pattern.replacing("int", with: String(repeating: "7", count: 300_000))
      .replacing("zeros", with: String(repeating: "0", count: 300_000))
    let number = try #require(JSONNumber(text: text))
    let other = try #require(JSONNumber(text: text + (text.contains("e") ? "" : "e0")))
    #expect(number.doubleValue == value)
    #expect(number == other)
    #expect(number.hashValue == other.hashValue)
    #expect(!(number < other))
    #expect(number.intValue == (value == 1 || value == 0 && pattern == "0eint" ? Int(value) : nil))
    let canonical = JSONValue.number(number).canonicalText
    #expect(try JSONValue(parsing: canonical).canonicalText == canonical)
  }

  @Test("Exponents that no arithmetic holds are compared without it")
  func exponents() throws {
    let texts = ["1e999999999999999999", "10e999999999999999998", "1e-999999999999999999", "1e99999999999999999999999"]
    let numbers = texts.compactMap { JSONNumber(text: $0) }
    #expect(numbers[0] == numbers[1])
    #expect(numbers[0].hashValue == numbers[1].hashValue)
    #expect(numbers[2] < numbers[0])
    #expect(numbers[3] != numbers[0])
    #expect(numbers.map(\.intValue) == [nil, nil, nil, nil])
    #expect(numbers.map(\.doubleValue) == [.infinity, .infinity, 0, .infinity])
    #expect(JSONValue.number(numbers[1]).canonicalText == "1e+999999999999999999")
  }

  @Test("Whole numbers of any spelling and size are equal by value alone")
  func wholeNumbers() throws {
    let texts = ["0", "1", "-1", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "1e18"]
    for (place, left) in texts.enumerated() {
      for (other, right) in texts.enumerated() {
        let (a, b) = (
          try #require(JSONNumber(text: left)), try #require(JSONNumber(text: right + (other > 5 ? "" : ".0")))
        )
        #expect((a == b) == (place == other))
        #expect((a == JSONNumber(text: right)) == (place == other))
      }
    }
  }
}

import Foundation
import Testing
import TextMetrics

@Suite("Numbers in a text")
struct NumbersInTextTests {
  static func decimals(_ texts: [String]) -> [Decimal] {
    texts.compactMap { Decimal(string: $0, locale: Locale(identifier: "en_US_POSIX")) }
  }

  @Test(
    "Are read exactly",
    arguments: [
      ("", []), ("none", []), ("30", ["30"]), ("within 30 days.", ["30"]), ("12.50", ["12.5"]), ("0.1", ["0.1"]),
      ("007", ["7"]), (".5 or 5.", ["0.5", "5"]), ("30% of 4", ["30", "4"]), ("30days", ["30"]),
      ("2 and 3", ["2", "3"]), ("12:30", ["12", "30"]), ("約30日", ["30"]), ("٣٤ و ５", ["34", "5"]), ("1/2", ["1", "2"]),
    ])
  func plain(text: String, expected: [String]) {
    #expect(NumbersInText.numbers(in: text) == Self.decimals(expected))
  }

  @Test(
    "Separators follow the documented rule",
    arguments: [
      ("1,234", ["1234"]), ("1,234.5", ["1234.5"]), ("1,234,567.89", ["1234567.89"]), ("1.234", ["1.234"]),
      ("1.234.567", ["1234567"]), ("1.234,50", ["1234.5"]), ("12,50", ["12.5"]), ("0,123", ["0.123"]),
      ("1,2,3", ["1", "2", "3"]), ("1.2.3", ["1", "2", "3"]), ("12,34,567", ["1234567"]),
      ("1\u{202F}234\u{202F}567,8", ["1234567.8"]), ("1'234.50", ["1234.5"]), ("1 234", ["1", "234"]),
      ("3, 4", ["3", "4"]), ("1234,567", ["1234.567"]), ("5' 10", ["5", "10"]),
    ])
  func separators(text: String, expected: [String]) {
    #expect(NumbersInText.numbers(in: text) == Self.decimals(expected))
  }

  @Test(
    "A sign belongs to the number only where it is one",
    arguments: [
      ("-4", ["-4"]), ("−4 °C", ["-4"]), ("(-4.5)", ["-4.5"]), ("-$30", ["-30"]), ("$-30", ["-30"]),
      ("2020-2021", ["2020", "2021"]), ("2024-05-17", ["2024", "5", "17"]), ("A-4", ["4"]), ("--4", ["4"]),
      ("-1,2,3", ["-1", "2", "3"]), ("–4", ["-4"]), ("2020–2021", ["2020", "2021"]), ("10 – 42", ["10", "42"]),
    ])
  func signs(text: String, expected: [String]) {
    #expect(NumbersInText.numbers(in: text) == Self.decimals(expected))
  }

  @Test(
    "Powers of ten, and letters that are none",
    arguments: [
      ("1.5e3", ["1500"]), ("3 × 10^8 m/s", ["300000000"]), ("3x10^-2", ["0.03"]),
      ("2 · 10³", ["2000"]), ("6*10⁻²", ["0.06"]), ("1.5 × 10^{2}", ["150"]), ("3 × 10", ["3", "10"]),
      ("3 × 10^", ["3", "10"]), ("2 x 105", ["2", "105"]), ("2E-2", ["0.02"]), ("1e+2", ["100"]), ("3 euros", ["3"]),
      ("3euros", ["3"]),
      ("1e5x", ["1"]), ("7e", ["7"]),
    ])
  func powers(text: String, expected: [String]) {
    #expect(NumbersInText.numbers(in: text).first == Self.decimals(expected).first)
  }

  @Test("Digits of a name are left out", arguments: ["GPT4", "H2O", "v1.2.3", "gpt-x4.5", "MP3"])
  func names(text: String) {
    #expect(NumbersInText.numbers(in: text) == [])
  }

  @Test("Huge numbers are cut or left out, and harm nothing")
  func huge() throws {
    let long = try #require(NumbersInText.numbers(in: String(repeating: "9", count: 60)).first)
    #expect(long > Decimal(sign: .plus, exponent: 59, significand: 9))
    #expect(NumbersInText.numbers(in: String(repeating: "9", count: 100_000)) == [])
    #expect(NumbersInText.numbers(in: "1e999 and 1e-999 and 5") == [5])
    #expect(NumbersInText.numbers(in: "0." + String(repeating: "0", count: 100_000) + "1 5").last == 5)
    #expect(NumbersInText.numbers(in: String(repeating: "1,", count: 20_000)).count == 20_000)
    #expect(NumbersInText.numbers(in: "3.14159265358979323846264338327950288419716939937510").count == 1)
  }
}

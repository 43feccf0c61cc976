import Testing

@testable import StructuredOutput

@Suite("Short decimal numbers")
struct ShortDecimalTests {
  private let texts = [
    "0", "-0", "0.0", "1", "-1", "10", "1e1", "0.1", "1e-1", "0.10", "123456789012345678", "999999999999999999",
    "-999999999999999999", "1e18", "1e19", "1e-18", "1e-19", "5e300", "-5e300", "5e-300", "0e99", "12.5", "12.50000",
    "3e5",
    "299999.99999999999", "0.000000000000000001", "1E+3", "1000",
  ]

  @Test("Compares as the exact numbers do")
  func comparing() throws {
    for left in texts {
      for right in texts {
        let (a, b) = (try #require(short(left)), try #require(short(right)))
        let (x, y) = (try #require(JSONNumber(text: left)), try #require(JSONNumber(text: right)))
        #expect(a.compared(to: b) == (x == y ? 0 : x < y ? -1 : 1), "\(left) and \(right)")
      }
    }
  }

  @Test("Divides as the exact numbers do")
  func dividing() throws {
    for divisor in texts where short(divisor).map({ $0.digits > 0 }) == true {
      let multiple = try #require(JSONNumber(text: divisor).flatMap(ExactMultiple.init))
      for text in texts {
        let exact = multiple.divides(nil) { text }
        #expect(multiple.divides(short(text)) { text } == exact, "\(text) by \(divisor)")
      }
    }
  }

  @Test("Leaves longer numbers to the exact ones")
  func tooLong() {
    #expect(short("1234567890123456789") == nil)
    #expect(short("1e99999") == nil)
    #expect(short("0.0000000000000000000000000000001")?.exponent == -31)
  }

  private func short(_ text: String) -> ShortDecimal? {
    var copy = text
    return copy.withUTF8 { ShortDecimal($0) }
  }
}

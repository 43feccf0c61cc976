import SemanticSimilarity
import Testing

@Suite("Facts of one text")
struct StatedFactsTests {
  @Test(
    "Parts of a quantity are added up, neighbours are not",
    arguments: [
      ("1 hour 30 minutes", ["time 5400"]), ("2 weeks, 3 days", ["time 1468800"]),
      ("$1,234 and 50 cents", ["money USD 1234.5"]),
      ("5 kg and 3 m", ["mass 5", "length 3"]), ("5 days, 7 days", ["time 432000", "time 604800"]),
      ("1h 30m", ["time 5400"]), ("1500 items", [" 1500"]), ("dreißig Tage", ["time 2592000"]), ("nothing", []),
    ])
  func quantities(text: String, expected: [String]) {
    let read = StatedFacts(text).quantities.compactMap { quantity in
      quantity.measures.last.map {
        "\($0.dimension) \($0.value == $0.value.rounded() ? "\(Int($0.value))" : "\($0.value)")"
      }
    }
    #expect(read == expected)
  }

  @Test("Tells bounds, ends of ranges and denials")
  func sides() {
    #expect(StatedFacts("at least 5 days").quantities.map(\.isLowerBound) == [true])
    #expect(StatedFacts("within 5 days").quantities.map(\.isUpperBound) == [true])
    #expect(StatedFacts("5 to 7 days").quantities.map(\.isRangeEnd) == [true, true])
    #expect(StatedFacts("between 5 and 7 days").quantities.map(\.isRangeEnd) == [true, true])
    #expect(StatedFacts("5 days and 7 days").quantities.map(\.isRangeEnd) == [false, false])
    #expect(StatedFacts("5 days, not 7 days").quantities.map(\.isDenied) == [false, true])
  }

  @Test(
    "Reads days in digits whose order is plain",
    arguments: [
      ("2026-03", [[2026, 3, 0]]), ("03/2026", [[2026, 3, 0]]), ("2026.03.05", [[2026, 3, 5]]),
      ("2026年3月5日", [[2026, 3, 5]]), ("2026年3月", [[2026, 3, 0]]), ("2026-03-05", [[2026, 3, 5]]),
      ("from 2026-03 to 2026-05", [[2026, 3, 0], [2026, 5, 0]]), ("5 mars 2026", [[2026, 3, 5]]), ("13/2026", []),
    ])
  func dates(text: String, expected: [[Int]]) {
    let read = StatedFacts(text).dates.compactMap { $0.readings.first }
      .map { [$0.year ?? 0, $0.month ?? 0, $0.day ?? 0] }.filter { $0[1] != 0 }
    #expect(read == expected)
  }
}

import SpecRecords
import Testing

@Suite("Positions as ranges")
struct PositionRangesTests {
  @Test(
    "Are written short, whatever order they come in",
    arguments: [
      ([], ""), ([3], "3"), ([1, 2, 3], "1-3"), ([9, 1, 2, 8, 7, 2], "1-2,7-9"), ([0, -4, 5], "5"),
      ([Int.max, Int.max], "\(Int.max)"),
    ])
  func written(positions: [Int], text: String) {
    let ranges = PositionRanges(positions)
    #expect(ranges.description == text)
    #expect(PositionRanges(text) == ranges)
    #expect(ranges.count == Set(positions.filter { $0 > 0 }).count)
  }

  @Test(
    "Are read only as they are written",
    arguments: [
      ",", "1,", "-3", "3-", "3-2", "0", "2,1", "1-3,3", "1-2-3", "+1", "a", "1 ", "99999999999999999999", "1--2",
    ])
  func unreadable(text: String) { #expect(PositionRanges(text) == nil) }

  @Test("A range of any size takes no room and no time")
  func huge() throws {
    let all = try #require(PositionRanges("1-\(Int.max)"))
    #expect(all.count == .max && all.contains(.max) && !all.contains(0))
    #expect(all.intersection(PositionRanges([5, 6, 9])).description == "5-6,9")
  }

  @Test("What two have in common is what both contain")
  func common() throws {
    let left = try #require(PositionRanges("1-4,8,10-12"))
    let right = try #require(PositionRanges("2-3,4,7-10,12-20"))
    #expect(left.intersection(right) == right.intersection(left))
    for position in 1...21 {
      #expect(left.intersection(right).contains(position) == (left.contains(position) && right.contains(position)))
    }
    #expect(left.intersection(PositionRanges()).isEmpty)
  }
}

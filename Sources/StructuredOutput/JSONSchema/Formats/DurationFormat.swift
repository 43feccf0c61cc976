/// The format `duration`: the production `duration` of RFC 3339, appendix A.
///
/// Units follow one another without a gap (`P1Y2D` lacks its months), weeks stand alone, numbers are whole. Letters
/// may be small, as in all ABNF (RFC 5234, section 2.3).
enum DurationFormat {
  static func isDuration(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, first | 0x20 == UInt8(ascii: "p") else { return false }
    var index = 1
    guard let date = units(text, &index, among: "ymd") else { return false }
    if index == text.count { return date > 0 }
    if date == 0, text[index] &- 0x30 < 10 {
      return number(text, &index) && text[index] | 0x20 == UInt8(ascii: "w") && index + 1 == text.count
    }
    guard text[index] | 0x20 == UInt8(ascii: "t") else { return false }
    index += 1
    guard let time = units(text, &index, among: "hms") else { return false }
    return time > 0 && index == text.count
  }

  /// How many neighbouring units are read, each a number and its letter; nil where a letter is out of order.
  ///
  /// Stops before a number whose letter is none of the three, so that weeks are left to the caller.
  private static func units(
    _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, among letters: StaticString
  ) -> Int? {
    let letters = UnsafeBufferPointer(start: letters.utf8Start, count: letters.utf8CodeUnitCount)
    var last: Int?
    var count = 0
    while true {
      var next = index
      guard number(text, &next), let place = letters.firstIndex(of: text[next] | 0x20) else { return count }
      if let last, place != last + 1 { return nil }
      last = place
      count += 1
      index = next + 1
    }
  }

  /// Passes over digits; false where there are none, or nothing follows them.
  private static func number(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Bool {
    let start = index
    while index < text.count, text[index] &- 0x30 < 10 { index += 1 }
    return index > start && index < text.count
  }
}

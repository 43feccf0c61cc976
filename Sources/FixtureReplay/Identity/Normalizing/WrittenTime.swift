/// Finds times of day: `10:30`, `9:05 am`, `10:30:15.123`, with `Z`, an offset, `UTC` or `GMT`, and the time of an
/// ISO 8601 stamp (`…T10:30:15+02:00`, `…T103015Z`).
///
/// An hour of one digit needs seconds or am/pm, so that `3:1` and `2:30 of the match` stay.
enum WrittenTime {
  /// The end of the time that begins here, at the first digit of a number.
  static func end(in bytes: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int) -> Int? {
    if start > 0, ":.-".utf8.contains(bytes[start - 1]) { return nil }
    return Reader(bytes: bytes, limit: limit).time(at: start, isJoined: false)
  }

  /// The end of a time behind a date, where this is the place right behind it: `T` or `:`, then the time.
  static func joinedEnd(in bytes: UnsafeBufferPointer<UInt8>, at place: Int, limit: Int) -> Int? {
    guard place < limit, bytes[place] | 0x20 == UInt8(ascii: "t") || bytes[place] == UInt8(ascii: ":") else {
      return nil
    }
    return Reader(bytes: bytes, limit: limit).time(at: place + 1, isJoined: true)
  }

  private struct Reader {
    let bytes: UnsafeBufferPointer<UInt8>
    let limit: Int

    func time(at start: Int, isJoined: Bool) -> Int? {
      guard let hour = ByteText.number(in: bytes, at: start, digits: 1...6, limit: limit) else { return nil }
      var end = hour.end
      var hasSeconds = false
      switch hour.end - start {
      case 1, 2:
        guard hour.value < 24, let minute = sixtieth(at: end) else { return nil }
        end = minute
        if let second = sixtieth(at: end) {
          hasSeconds = true
          end = fraction(at: second)
        }
      case 4 where isJoined, 6 where isJoined:
        hasSeconds = true
        end = fraction(at: end)
      default: return nil
      }
      let half = halfOfDay(at: end)
      if hour.end - start == 1, half == nil, !hasSeconds { return nil }
      end = half ?? end
      end = zone(at: end, allowsOffset: hasSeconds || isJoined)
      return mayEnd(at: end) ? end : nil
    }

    private func mayEnd(at end: Int) -> Bool {
      guard ByteText.mayEnd(in: bytes, at: end) else { return false }
      guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: ":") else { return true }
      // A placeholder is no other neighbour than what it stands for.
      return !(ByteText.isAlphanumeric(bytes[end + 1]) || "[/".utf8.contains(bytes[end + 1]))
    }

    private func byte(_ place: Int) -> UInt8? { place < limit ? bytes[place] : nil }

    /// `:` and two digits under 60; 60 itself is a leap second.
    private func sixtieth(at place: Int) -> Int? {
      guard byte(place) == UInt8(ascii: ":"),
        let number = ByteText.number(in: bytes, at: place + 1, digits: 2...2, limit: limit), number.value <= 60
      else { return nil }
      return number.end
    }

    private func fraction(at place: Int) -> Int {
      guard let sign = byte(place), sign == UInt8(ascii: ".") || sign == UInt8(ascii: ","), let first = byte(place + 1),
        ByteText.isDigit(first)
      else { return place }
      var end = place + 1
      while let next = byte(end), ByteText.isDigit(next) { end += 1 }
      return end
    }

    /// `am`, ` pm`, ` a.m`; the last full stop stays, as it may be the sentence's.
    private func halfOfDay(at place: Int) -> Int? {
      let start = byte(place) == UInt8(ascii: " ") ? place + 1 : place
      guard let half = byte(start), half | 0x20 == UInt8(ascii: "a") || half | 0x20 == UInt8(ascii: "p") else {
        return nil
      }
      let next = byte(start + 1) == UInt8(ascii: ".") ? start + 2 : start + 1
      guard let m = byte(next), m | 0x20 == UInt8(ascii: "m"), ByteText.mayEnd(in: bytes, at: next + 1) else {
        return nil
      }
      return next + 1
    }

    private func zone(at place: Int, allowsOffset: Bool) -> Int {
      let isSpaced = byte(place) == UInt8(ascii: " ")
      let start = isSpaced ? place + 1 : place
      guard let sign = byte(start) else { return place }
      if !isSpaced, sign | 0x20 == UInt8(ascii: "z") { return start + 1 }
      if ByteText.isLetter(sign) {
        guard let word = ByteText.word(in: bytes, at: start, limit: limit), Self.names.contains(word.code),
          ByteText.mayEnd(in: bytes, at: word.end)
        else { return place }
        return word.end
      }
      guard allowsOffset, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return place }
      if let whole = ByteText.number(in: bytes, at: start + 1, digits: 4...4, limit: limit), whole.value <= 1400 {
        return whole.end
      }
      guard !isSpaced, let hours = ByteText.number(in: bytes, at: start + 1, digits: 2...2, limit: limit),
        hours.value <= 14, let minutes = sixtieth(at: hours.end)
      else { return place }
      return minutes
    }

    private static let names: Set<UInt64> = [ByteText.code(of: "utc"), ByteText.code(of: "gmt")]
  }
}

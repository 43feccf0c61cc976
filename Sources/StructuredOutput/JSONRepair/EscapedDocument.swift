/// A document that was escaped as if it stood in a string, `{\"a\": 1}`, or in a field of CSV, `{""a"": 1}`, with one
/// level of escapes undone.
struct EscapedDocument {
  enum Style { case backslashes, doubledQuotes }

  private(set) var bytes: [UInt8] = []
  /// Places behind an undone escape: in the new bytes and in the old, ascending.
  private var places: [(new: Int, old: Int)]

  /// How what opens at a bracket is escaped, by its first key or string; nil where it is not.
  static func style(at bracket: Int, in base: UnsafeBufferPointer<UInt8>, limit: Int) -> Style? {
    var index = bracket + 1
    while index + 1 < limit {
      switch (base[index], base[index + 1]) {
      case (0x20, _), (0x0A, _), (0x0D, _), (0x09, _), (UInt8(ascii: "{"), _), (UInt8(ascii: "["), _): index += 1
      case (UInt8(ascii: "\\"), UInt8(ascii: "n")), (UInt8(ascii: "\\"), UInt8(ascii: "r")),
        (UInt8(ascii: "\\"), UInt8(ascii: "t")):
        index += 2
      case (UInt8(ascii: "\\"), UInt8(ascii: "\"")): return .backslashes
      case (UInt8(ascii: "\""), UInt8(ascii: "\"")):
        return isDoubled(from: index, in: base, limit: limit) ? .doubledQuotes : nil
      default: return nil
      }
      if index - bracket > 256 { return nil }
    }
    return nil
  }

  /// Whether a word stands between doubled quotes, and behind them what follows a key or an element.
  private static func isDoubled(from start: Int, in base: UnsafeBufferPointer<UInt8>, limit: Int) -> Bool {
    guard start + 2 < limit, base[start + 2].isWordByte else { return false }
    var index = start + 2
    while index < min(limit, start + 256), base[index] != UInt8(ascii: "\"") { index += 1 }
    guard index + 2 < limit, base[index] == UInt8(ascii: "\""),
      base[index + 1] == UInt8(ascii: "\"")
    else { return false }
    switch base[index + 2] {
    case UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "]"): return true
    default: return false
    }
  }

  init(_ style: Style, _ base: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int) {
    places = [(0, start)]
    bytes.reserveCapacity(limit - start)
    var index = start
    while index < limit {
      if style == .doubledQuotes {
        bytes.append(base[index])
        index += 1
        if base[index - 1] == UInt8(ascii: "\""), index < limit, base[index] == UInt8(ascii: "\"") {
          index += 1
          places.append((bytes.count, index))
        }
        continue
      }
      guard base[index] == UInt8(ascii: "\\"), index + 1 < limit else {
        bytes.append(base[index])
        index += 1
        continue
      }
      switch base[index + 1] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(base[index + 1])
      case UInt8(ascii: "n"): bytes.append(0x0A)
      case UInt8(ascii: "r"): bytes.append(0x0D)
      case UInt8(ascii: "t"): bytes.append(0x09)
      default:
        bytes.append(base[index])
        index += 1
        continue
      }
      index += 2
      places.append((bytes.count, index))
    }
  }

  /// The place in the old bytes of a place in the new ones.
  func original(_ offset: Int) -> Int {
    var low = 0
    var high = places.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if places[middle].new <= offset { low = middle } else { high = middle }
    }
    return places[low].old + offset - places[low].new
  }
}

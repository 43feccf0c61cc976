/// Gives each distinct token a number, from 0 in the order of appearance: what follows compares numbers.
struct TokenNumbers {
  /// Those of one ASCII character, which most characters are; -1 for one not seen yet.
  private var ascii = [Int32](repeating: -1, count: 0x80)
  private var others: [ExactToken: Int32] = [:]

  /// How many distinct tokens were seen.
  private(set) var count = 0

  mutating func number(_ tokens: [ArraySlice<UInt32>]) -> [Int32] {
    var result: [Int32] = []
    result.reserveCapacity(tokens.count)
    for token in tokens {
      if token.count == 1, let scalar = token.first, scalar < 0x80 {
        result.append(number(ascii: Int(scalar)))
      } else {
        result.append(number(ExactToken(scalars: token)))
      }
    }
    return result
  }

  /// Each scalar by itself.
  mutating func number(scalars: [UInt32]) -> [Int32] {
    var result: [Int32] = []
    result.reserveCapacity(scalars.count)
    for index in scalars.indices {
      let scalar = scalars[index]
      result.append(
        scalar < 0x80 ? number(ascii: Int(scalar)) : number(ExactToken(scalars: scalars[index...index])))
    }
    return result
  }

  private mutating func number(ascii value: Int) -> Int32 {
    if ascii[value] < 0 { ascii[value] = next() }
    return ascii[value]
  }

  private mutating func number(_ token: ExactToken) -> Int32 {
    if let number = others[token] { return number }
    let number = next()
    others[token] = number
    return number
  }

  private mutating func next() -> Int32 {
    defer { count += 1 }
    return Int32(truncatingIfNeeded: count)
  }
}

/// A token that equals another only if all its scalars do.
private struct ExactToken: Hashable {
  let scalars: ArraySlice<UInt32>

  static func == (left: ExactToken, right: ExactToken) -> Bool {
    left.scalars.count == right.scalars.count && left.scalars.elementsEqual(right.scalars)
  }

  func hash(into hasher: inout Hasher) {
    scalars.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

/// Finds the number that a decoder refuses without saying which, as Foundation's does with one that a type cannot hold.
struct UnfittingNumber {
  /// Where the number is: the unescaped tokens of its JSON pointer.
  let tokens: [String]
  let number: JSONNumber

  /// Halves the numbers to find it, in about log₂ n attempts.
  /// - Parameter fails: whether decoding a value still fails for want of a number that fits.
  init?(in value: JSONValue, fails: (JSONValue) -> Bool) {
    var numbers: [(tokens: [String], number: JSONNumber)] = []
    Self.collect(value, [], &numbers)
    // All numbers before `low` replaced, it still fails; all before `high`, it does not.
    var low = 0
    var high = numbers.count
    guard high > 0, !fails(Self.replacing(first: high, in: value)) else { return nil }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if fails(Self.replacing(first: middle, in: value)) { low = middle } else { high = middle }
    }
    (tokens, number) = numbers[low]
  }

  /// A value that a decoder has accepted as JSON nests at most 512 deep.
  private static func collect(
    _ value: JSONValue, _ tokens: [String], _ numbers: inout [(tokens: [String], number: JSONNumber)]
  ) {
    switch value {
    case .number(let number): numbers.append((tokens, number))
    case .array(let elements) where tokens.count < 512:
      for (index, element) in elements.enumerated() { collect(element, tokens + [String(index)], &numbers) }
    case .object(let object) where tokens.count < 512:
      for (key, element) in object { collect(element, tokens + [key], &numbers) }
    default: break
    }
  }

  private static func replacing(first count: Int, in value: JSONValue) -> JSONValue {
    var left = count
    return replaced(value, &left, 0)
  }

  private static func replaced(_ value: JSONValue, _ left: inout Int, _ depth: Int) -> JSONValue {
    guard left > 0, depth < 513 else { return value }
    switch value {
    case .number:
      left -= 1
      return 1
    case .array(let elements): return .array(elements.map { replaced($0, &left, depth + 1) })
    case .object(let object):
      return .object(JSONObject(object.map { ($0.key, replaced($0.value, &left, depth + 1)) }))
    default: return value
    }
  }
}

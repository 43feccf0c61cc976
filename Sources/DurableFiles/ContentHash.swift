/// The SHA-256 of some bytes: 32 bytes that name a content. Equal hashes mean equal contents.
public struct ContentHash: Sendable, Hashable, Comparable, CustomStringConvertible {
  // Four words and no array: a hash is a key of many dictionaries, and this one allocates nothing.
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64

  init(_ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64) {
    self.first = first
    self.second = second
    self.third = third
    self.fourth = fourth
  }

  /// Reads 64 hexadecimal digits, of either case; nil for anything else.
  public init?(hexadecimal: String) {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    var count = 0
    for unit in hexadecimal.utf8 {
      let digit: UInt8
      switch unit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = unit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = unit - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = unit - UInt8(ascii: "A") + 10
      default: return nil
      }
      switch count / 16 {
      case 0: words.0 = words.0 << 4 | UInt64(digit)
      case 1: words.1 = words.1 << 4 | UInt64(digit)
      case 2: words.2 = words.2 << 4 | UInt64(digit)
      case 3: words.3 = words.3 << 4 | UInt64(digit)
      default: return nil
      }
      count += 1
    }
    guard count == 64 else { return nil }
    self.init(words.0, words.1, words.2, words.3)
  }

  /// The 32 bytes, in the order in which FIPS 180-4 writes the digest.
  public var bytes: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      for index in 0..<32 { buffer.initializeElement(at: index, to: byte(at: index)) }
      count = 32
    }
  }

  /// The hash as 64 lower-case hexadecimal digits.
  public var hexadecimal: String {
    String(unsafeUninitializedCapacity: 64) { buffer in
      for index in 0..<32 {
        let byte = byte(at: index)
        buffer.initializeElement(at: 2 * index, to: Self.digit(byte >> 4))
        buffer.initializeElement(at: 2 * index + 1, to: Self.digit(byte & 15))
      }
      return 64
    }
  }

  /// The same as `hexadecimal`.
  public var description: String { hexadecimal }

  /// Orders hashes as their bytes, and so as their hexadecimal forms, are ordered.
  public static func < (left: ContentHash, right: ContentHash) -> Bool {
    (left.first, left.second, left.third, left.fourth) < (right.first, right.second, right.third, right.fourth)
  }

  private func byte(at index: Int) -> UInt8 {
    let word =
      switch index / 8 {
      case 0: first
      case 1: second
      case 2: third
      default: fourth
      }
    return UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * (index % 8)))
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}

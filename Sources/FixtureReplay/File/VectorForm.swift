import Foundation
import StructuredOutput

/// How a list of many numbers is kept: as base64 of their bytes, little end first.
///
/// A vector of 384 numbers takes 2 kB so, and not 8. It is chosen only where the numbers come back as exactly those that
/// were there.
enum VectorForm: String {
  /// 32-bit numbers (IEEE 754 binary32), read as their shortest decimals.
  case float32 = "$float32"
  /// 32-bit numbers that were written with the digits of 64-bit ones, as many servers do.
  case float32Widened = "$float32-widened"
  /// 64-bit numbers (IEEE 754 binary64).
  case float64 = "$float64"

  /// Fewer numbers than this are read more easily as they are.
  private static let fewest = 16

  /// The list in its form; nil where it has none.
  static func encode(_ items: [JSONValue]) -> JSONValue? {
    guard items.count >= fewest, let numbers = numbers(of: items) else { return nil }
    // Whole numbers are counts or tokens and no vector.
    guard numbers.contains(where: { $0.text.utf8.contains(UInt8(ascii: ".")) }) else { return nil }
    for form in [float32, float32Widened, float64] {
      guard let bytes = form.bytes(of: numbers) else { continue }
      return .object([form.rawValue: .string(Data(bytes).base64EncodedString())])
    }
    return nil
  }

  private static func numbers(of items: [JSONValue]) -> [JSONNumber]? {
    var numbers: [JSONNumber] = []
    numbers.reserveCapacity(items.count)
    for item in items {
      guard let number = item.numberValue else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  /// The numbers that a form's value holds; nil where it is none.
  func decode(_ value: JSONValue) -> JSONValue? {
    guard let text = value.stringValue, let data = Data(base64Encoded: text) else { return nil }
    let bytes = [UInt8](data)
    let width = self == .float64 ? 8 : 4
    guard bytes.count.isMultiple(of: width) else { return nil }
    var items: [JSONValue] = []
    items.reserveCapacity(bytes.count / width)
    for start in stride(from: 0, to: bytes.count, by: width) {
      var bits: UInt64 = 0
      for offset in 0..<width { bits |= UInt64(bytes[start + offset]) << (8 * offset) }
      guard let number = number(ofBits: bits) else { return nil }
      items.append(.number(number))
    }
    return .array(items)
  }

  private func number(ofBits bits: UInt64) -> JSONNumber? {
    switch self {
    case .float32:
      let float = Float(bitPattern: UInt32(truncatingIfNeeded: bits))
      return float.isFinite ? JSONNumber(text: "\(float)") : nil
    case .float32Widened: return JSONNumber(Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))))
    case .float64: return JSONNumber(Double(bitPattern: bits))
    }
  }

  /// The bytes of the numbers; nil where one would not come back the same.
  private func bytes(of numbers: [JSONNumber]) -> [UInt8]? {
    let width = self == .float64 ? 8 : 4
    var bytes: [UInt8] = []
    bytes.reserveCapacity(numbers.count * width)
    for number in numbers {
      let bits: UInt64
      switch self {
      case .float32: bits = UInt64((Float(number.text) ?? .nan).bitPattern)
      case .float32Widened: bits = UInt64(Float(number.doubleValue).bitPattern)
      case .float64: bits = number.doubleValue.bitPattern
      }
      guard let back = self.number(ofBits: bits), back == number else { return nil }
      for offset in 0..<width { bytes.append(UInt8(truncatingIfNeeded: bits >> (8 * offset))) }
    }
    return bytes
  }
}

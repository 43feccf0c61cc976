import Foundation

/// How far off a number may be.
struct NumberTolerance: Hashable {
  let size: Double
  /// Whether the size is a share of the correct number.
  let isRelative: Bool

  static let none = NumberTolerance(size: 0, isRelative: false)

  /// A tolerance that can be reckoned with.
  struct Checked: CustomStringConvertible {
    let size: Decimal
    let isRelative: Bool
    /// As it stands behind a sentence; empty for none.
    let description: String

    /// The allowed distance from a number.
    func amount(around number: Decimal) -> Decimal { isRelative ? size * abs(number) : size }

    /// The allowed distance from a number, a little more, as binary fractions are not exact.
    func amount(around number: Double) -> Double {
      let size = NSDecimalNumber(decimal: size).doubleValue
      return (isRelative ? size * number.magnitude : size) + number.magnitude * 1e-12
    }
  }

  /// Nil for a size that is none. By its shortest text, so that 0.1 is a tenth and not the nearest double to it.
  var checked: Checked? {
    guard size >= 0, size.isFinite, let exact = Decimal(string: "\(size)") else { return nil }
    let description = size == 0 ? "" : isRelative ? " (tolerance \(size) of it)" : " (tolerance \(size))"
    return Checked(size: exact, isRelative: isRelative, description: description)
  }

  /// What is wrong with it.
  var fault: String { "\(size) is no tolerance. Give how far off a number may be, 0 or more." }
}

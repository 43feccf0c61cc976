import Foundation
import Synchronization

/// Canonical decompositions (NFD) of single scalars.
///
/// One scalar at a time: Foundation's own pass over a text takes time that grows with the square of a run of
/// combining marks.
enum CanonicalDecomposition {
  /// What was asked for already; at most one entry a scalar that exists.
  private static let known = Mutex<[UInt32: [Unicode.Scalar]]>([:])

  /// Whether a scalar surely is its own decomposition: what most texts hold.
  @inline(__always)
  static func isTrivial(_ value: UInt32) -> Bool {
    value < 0xC0 || (0x2002..<0x2126).contains(value) || (0x3400..<0xAC00).contains(value)
      || (0x1F000..<0x20000).contains(value)
  }

  /// The full canonical decomposition, in order.
  static func of(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    if (0xAC00...0xD7A3).contains(scalar.value) { return hangul(scalar.value) }
    return known.withLock { known in
      if let decomposition = known[scalar.value] { return decomposition }
      let text = String(Character(scalar))
      let decomposition = Array(text.decomposedStringWithCanonicalMapping.unicodeScalars)
      known[scalar.value] = decomposition
      return decomposition
    }
  }

  /// The Unicode Standard, section 3.12: syllables are numbered by their parts.
  private static func hangul(_ value: UInt32) -> [Unicode.Scalar] {
    let index = value - 0xAC00
    let parts = [0x1100 + index / 588, 0x1161 + index % 588 / 28, 0x11A7 + index % 28]
    return parts.prefix(index % 28 == 0 ? 2 : 3).compactMap(Unicode.Scalar.init)
  }
}

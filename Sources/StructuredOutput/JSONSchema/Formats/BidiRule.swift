/// The rule for labels of a name that is written, in part, from right to left (RFC 5893, section 2).
///
/// It distinguishes the classes that scalars allowed in labels have; `R` and `AL` are one to it.
enum BidiRule {
  /// Whether a label makes its name one to which the rule applies.
  static func isRightToLeft(_ label: [Unicode.Scalar]) -> Bool {
    label.contains { scalar in
      switch BidiClass(scalar) {
      case .rightToLeft, .arabicNumber: true
      default: false
      }
    }
  }

  /// Whether a label keeps to the rule's six conditions.
  static func isKept(_ label: [Unicode.Scalar]) -> Bool {
    let classes = label.map { BidiClass($0) }
    guard let last = classes.last(where: { $0 != .nonspacingMark }) else { return false }
    switch classes.first {
    case .rightToLeft:
      return last != .neutral && !classes.contains(.leftToRight)
        && !(classes.contains(.europeanNumber) && classes.contains(.arabicNumber))
    case .leftToRight:
      return (last == .leftToRight || last == .europeanNumber) && !classes.contains(.rightToLeft)
        && !classes.contains(.arabicNumber)
    default: return false
    }
  }
}

/// The classes of Unicode's bidirectional algorithm, as far as the bidi rule tells scalars of a label apart.
enum BidiClass {
  /// `L`.
  case leftToRight
  /// `R` and `AL`.
  case rightToLeft
  /// `EN`.
  case europeanNumber
  /// `AN`.
  case arabicNumber
  /// `NSM`.
  case nonspacingMark
  /// `ES`, `CS`, `ET`, `ON` and `BN`.
  case neutral

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39, 0x6F0...0x6F9: self = .europeanNumber
    case 0x660...0x669, 0x10D30...0x10D39, 0x10D40...0x10D49: self = .arabicNumber
    case 0x61...0x7A: self = .leftToRight
    // The hyphen, the joiners, and letters and signs that are neutral.
    case 0x2D, 0x200C, 0x200D, 0xB7, 0x2B9...0x2BA, 0x2C6...0x2CF, 0x2EC, 0x375, 0x208F, 0x2E2F, 0x30FB, 0xA67F,
      0xA717...0xA71F, 0xA788:
      self = .neutral
    // Marks that Unicode gives the class of the letter before.
    case 0xCBF, 0xCC6, 0x1B3A, 0x1B3C, 0x1B42, 0x11A07, 0x11A08, 0x11C3F: self = .leftToRight
    default:
      if scalar.properties.generalCategory == .nonspacingMark {
        self = .nonspacingMark
      } else {
        self = Self.rightToLeftBlocks.contains(scalar) ? .rightToLeft : .leftToRight
      }
    }
  }

  /// Blocks whose scalars run from right to left unless something else is known (DerivedBidiClass.txt, `@missing`).
  private static let rightToLeftBlocks = ScalarRanges([
    0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF,
  ])
}

import Foundation

/// What makes a U-label (RFC 5891, sections 4.2 and 5.4), all but the bidi rule.
enum InternationalLabel {
  /// Whether scalars are a label: composed, no hyphen where none may stand, no mark in front, every scalar allowed
  /// where it stands.
  static func isValid(_ scalars: [Unicode.Scalar]) -> Bool {
    guard let first = scalars.first, let last = scalars.last, scalars.count <= 63 else { return false }
    if first == "-" || last == "-" { return false }
    if scalars.count >= 4, scalars[2] == "-", scalars[3] == "-" { return false }
    switch first.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return false
    default: break
    }
    return scalars.indices.allSatisfy { isAllowed(scalars, at: $0) } && isComposed(scalars)
  }

  private static func isAllowed(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    switch DerivedProperty(scalars[index]) {
    case .valid: true
    case .contextual: ContextRules.allow(scalars, at: index)
    case .disallowed: false
    }
  }

  private static func isComposed(_ scalars: [Unicode.Scalar]) -> Bool {
    // Nothing below U+0300 is changed by composition.
    if scalars.allSatisfy({ $0.value < 0x300 }) { return true }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text).normalFormC.unicodeScalars.elementsEqual(scalars)
  }
}

/// Whether IDNA 2008 lets a scalar stand in a label, derived from Unicode's properties as RFC 5892, section 3, does.
enum DerivedProperty {
  /// `PVALID`.
  case valid
  /// `CONTEXTJ` or `CONTEXTO`: where its neighbours allow it.
  case contextual
  /// `DISALLOWED` or `UNASSIGNED`.
  case disallowed

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    // Small letters, digits and the hyphen (section 2.5); capitals are unstable.
    case 0x61...0x7A, 0x30...0x39, 0x2D: self = .valid
    case 0...0x7F: self = .disallowed
    // Exceptions (section 2.6).
    case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007: self = .valid
    case 0xB7, 0x375, 0x5F3, 0x5F4, 0x30FB, 0x660...0x669, 0x6F0...0x6F9: self = .contextual
    case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: self = .disallowed
    // Joiners (section 2.8).
    case 0x200C, 0x200D: self = .contextual
    // Blocks of symbols to be combined (section 2.4) and old Hangul letters (section 2.9).
    case 0x20D0...0x20FF, 0x1D100...0x1D24F, 0x1100...0x11FF, 0xA960...0xA97F, 0xD7B0...0xD7FF: self = .disallowed
    default: self = Self.isStableLetterOrDigit(scalar.properties) ? .valid : .disallowed
    }
  }

  /// Letters, digits and marks (section 2.1) that case folding and compatibility leave alone (2.2) and that are not
  /// to be ignored (2.3).
  private static func isStableLetterOrDigit(_ properties: Unicode.Scalar.Properties) -> Bool {
    switch properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .otherLetter, .modifierLetter, .decimalNumber, .nonspacingMark,
      .spacingMark:
      !properties.changesWhenNFKCCaseFolded && !properties.isDefaultIgnorableCodePoint
    default: false
    }
  }
}

/// Finds the words of a text, in any script.
public struct WordTokenizer {
  /// The words of a text in their order, without white space and punctuation.
  ///
  /// A word is a run of letters, marks, digits and low lines. Kept inside a word: an apostrophe between letters
  /// ("don't"), a hyphen between letters or digits ("30-day"), a full stop or comma between digits ("12.5",
  /// "1,234"). Scripts that write no spaces between words have no marks to go by: each Han and Hiragana
  /// character is a word, other scripts are taken as written. Takes time linear in the length of the text.
  public static func words(in text: String) -> [Substring] {
    var words: [Substring] = []
    TextPiece.forEach(in: text) { if $0.kind == .word { words.append($0.text) } }
    return words
  }
}

/// A stretch of a text: a word, a run of white space, or one other sign. The pieces of a text make up all of it.
struct TextPiece {
  enum Kind { case word, space, sign }

  let text: Substring
  let kind: Kind

  static func all(in text: String) -> [TextPiece] {
    var pieces: [TextPiece] = []
    forEach(in: text) { pieces.append($0) }
    return pieces
  }

  static func forEach(in text: String, _ body: (TextPiece) -> Void) {
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    while start < scalars.endIndex {
      var end = scalars.index(after: start)
      let first = ScalarClass(scalars[start])
      let kind: Kind
      switch first {
      case .space:
        kind = .space
        while end < scalars.endIndex, ScalarClass(scalars[end]) == .space { scalars.formIndex(after: &end) }
      case .letter, .digit, .connector, .extender:
        kind = .word
        end = endOfWord(scalars, from: end, first: first)
      case .ideograph:
        kind = .word
        while end < scalars.endIndex, ScalarClass(scalars[end]) == .extender { scalars.formIndex(after: &end) }
      case .apostrophe, .hyphen, .decimalMark, .other:
        kind = .sign
        end = endOfSign(scalars, from: end, first: scalars[start])
      }
      body(TextPiece(text: text[start..<end], kind: kind))
      start = end
    }
  }

  private static func endOfWord(
    _ scalars: String.UnicodeScalarView, from second: String.Index, first: ScalarClass
  ) -> String.Index {
    var end = second
    var last = first
    while end < scalars.endIndex {
      let next = ScalarClass(scalars[end])
      switch next {
      case .letter, .digit, .connector:
        last = next
      case .extender:
        break
      case .apostrophe, .hyphen, .decimalMark:
        let after = scalars.index(after: end)
        guard after < scalars.endIndex else { return end }
        let following = ScalarClass(scalars[after])
        let joins =
          switch next {
          case .apostrophe: last == .letter && following == .letter
          case .hyphen: following == .letter || following == .digit
          default: last == .digit && following == .digit
          }
        guard joins else { return end }
        last = following
        end = after
      case .space, .ideograph, .other:
        return end
      }
      scalars.formIndex(after: &end)
    }
    return end
  }

  /// The end of one sign as a reader sees it: an emoji with its modifiers and joined parts, a flag of two letters.
  ///
  /// Not `Character`: to find its bounds inside a long run of flags takes time linear in the run, for each sign.
  private static func endOfSign(
    _ scalars: String.UnicodeScalarView, from second: String.Index, first: Unicode.Scalar
  ) -> String.Index {
    var end = second
    if isRegionalIndicator(first), end < scalars.endIndex, isRegionalIndicator(scalars[end]) {
      scalars.formIndex(after: &end)
    }
    while end < scalars.endIndex {
      let next = scalars[end]
      guard ScalarClass(next) == .extender || (0x1F3FB...0x1F3FF).contains(next.value) else { break }
      scalars.formIndex(after: &end)
      // Zero-width joiner: what follows belongs to the same sign, unless it is white space.
      if next.value == 0x200D, end < scalars.endIndex, ScalarClass(scalars[end]) == .other {
        scalars.formIndex(after: &end)
      }
    }
    return end
  }

  private static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }
}

/// What a scalar is to the search for words.
private enum ScalarClass {
  case letter, digit, connector, extender, ideograph, space, apostrophe, hyphen, decimalMark, other

  init(_ scalar: Unicode.Scalar) {
    self = scalar.value < 0x80 ? Self.ascii(UInt8(truncatingIfNeeded: scalar.value)) : Self.beyondASCII(scalar)
  }

  private static func ascii(_ byte: UInt8) -> ScalarClass {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: " "), 0x09...0x0D: .space
    case UInt8(ascii: "_"): .connector
    case UInt8(ascii: "'"): .apostrophe
    case UInt8(ascii: "-"): .hyphen
    case UInt8(ascii: "."), UInt8(ascii: ","): .decimalMark
    default: .other
    }
  }

  private static func beyondASCII(_ scalar: Unicode.Scalar) -> ScalarClass {
    switch scalar.value {
    case 0x2019: return .apostrophe
    case 0x2010, 0x2011: return .hyphen
    case 0x066B, 0x066C: return .decimalMark
    // Soft hyphen, zero-width non-joiner and joiner, word joiner, variation selectors and emoji tags.
    case 0x00AD, 0x200C, 0x200D, 0x2060, 0xFE00...0xFE0F, 0xE0020...0xE007F: return .extender
    case 0x3041...0x309F: return .ideograph
    default: break
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter: return .letter
    case .otherLetter: return properties.isIdeographic ? .ideograph : .letter
    case .decimalNumber, .letterNumber, .otherNumber: return .digit
    case .nonspacingMark, .spacingMark, .enclosingMark: return .extender
    case .connectorPunctuation: return .connector
    default: return properties.isWhitespace ? .space : .other
    }
  }
}

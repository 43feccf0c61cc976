extension StructureValidator {
  /// The text has a number of words: `.words(...60)`, `.words(20...)`, `.words(20...60)`.
  ///
  /// A word is what stands between white space and holds a letter or a digit: `don't`, `well-known` and `3.5` are one
  /// each, a dash alone is none. Chinese and Japanese characters count as a word each, as no space divides words there;
  /// Thai, Lao, Khmer and Burmese, which do without spaces too, are not divided.
  public static func words(_ range: some RangeExpression<Int> & Sendable) -> StructureValidator {
    counting("word", in: range) { WordCount(of: $0).count }
  }
}

private struct WordCount {
  private(set) var count = 0

  init(of text: String) {
    var isInWord = false
    for scalar in text.unicodeScalars {
      if scalar.isWhiteSpace {
        isInWord = false
      } else if scalar.standsForAWord {
        count += 1
        isInWord = false
      } else if !isInWord, scalar.isLetterOrDigit, !scalar.isMark {
        count += 1
        isInWord = true
      }
    }
  }
}

extension UnicodeScalar {
  /// Whether the scalar only changes the one before it: an accent, or what makes a sign an emoji.
  fileprivate var isMark: Bool {
    value >= 0x300 && (properties.generalCategory == .nonspacingMark || properties.generalCategory == .spacingMark)
  }
}

extension StructureValidator {
  /// The text has a number of characters, as a reader counts them: `.characters(...280)`.
  ///
  /// An accented letter and an emoji are one character however many scalars they take (Unicode's grapheme clusters).
  public static func characters(_ range: some RangeExpression<Int> & Sendable) -> StructureValidator {
    counting("character", in: range) { $0.count }
  }
}

/// A range that a count of something has to lie in, with its words for messages.
struct CountRange {
  /// `at most 60`, `at least 3`, `3 to 5`, `exactly 3`.
  let inWords: String
  /// The largest number that the words end in, which decides between singular and plural.
  private let last: Int?

  init(_ range: some RangeExpression<Int>) {
    switch range {
    case let range as PartialRangeThrough<Int>: (inWords, last) = ("at most \(range.upperBound)", range.upperBound)
    case let range as PartialRangeUpTo<Int>: (inWords, last) = ("fewer than \(range.upperBound)", range.upperBound)
    case let range as PartialRangeFrom<Int>: (inWords, last) = ("at least \(range.lowerBound)", range.lowerBound)
    case let range as ClosedRange<Int> where range.lowerBound == range.upperBound:
      (inWords, last) = ("exactly \(range.lowerBound)", range.lowerBound)
    case let range as ClosedRange<Int>:
      (inWords, last) = ("\(range.lowerBound) to \(range.upperBound)", range.upperBound)
    case let range as Range<Int>:
      (inWords, last) = ("at least \(range.lowerBound) and fewer than \(range.upperBound)", range.upperBound)
    default: (inWords, last) = ("\(range)", nil)
    }
  }

  /// The range and its noun: `at most 60 words`.
  func inWords(counting noun: String) -> String { "\(inWords) \(last == 1 ? noun : noun + "s")" }
}

extension StructureValidator {
  /// A validator that counts something.
  static func counting(
    _ noun: String, in range: some RangeExpression<Int> & Sendable,
    _ count: @escaping @Sendable (String) -> Int
  ) -> StructureValidator {
    StructureValidator(name: noun + "s") { text in
      let found = count(text)
      return range.contains(found) ? [] : ["\(CountRange(range).inWords(counting: noun)), has \(found)"]
    }
  }
}

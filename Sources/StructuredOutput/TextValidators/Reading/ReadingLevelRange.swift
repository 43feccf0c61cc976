extension StructureValidator {
  /// The English text is no harder to read than a grade: `.readingLevel(...8)`.
  ///
  /// The grade is the Flesch–Kincaid grade, see ``ReadingLevel/grade``. English only: of a text in another language it says
  /// nothing.
  /// - Parameters:
  ///   - grades: the grades that the text may have.
  ///   - minimumWords: how many words it takes to tell; a text with fewer is a violation.
  public static func readingLevel(
    _ grades: some RangeExpression<Double> & Sendable, minimumWords: Int = 30
  ) -> StructureValidator {
    StructureValidator(name: "readingLevel") { text in
      check(text, minimumWords: minimumWords) { level in
        grades.contains(level.grade)
          ? nil : "expected a reading grade of \(inWords(grades)), has \(rounded(level.grade))"
      }
    }
  }

  /// The English text is as easy to read as a range of the Flesch reading ease says: `.readingEase(60...)`.
  /// - Parameters:
  ///   - range: the ease that the text may have, see ``ReadingLevel/ease``.
  ///   - minimumWords: how many words it takes to tell; a text with fewer is a violation.
  public static func readingEase(
    _ range: some RangeExpression<Double> & Sendable, minimumWords: Int = 30
  ) -> StructureValidator {
    StructureValidator(name: "readingEase") { text in
      check(text, minimumWords: minimumWords) { level in
        range.contains(level.ease) ? nil : "expected a reading ease of \(inWords(range)), has \(rounded(level.ease))"
      }
    }
  }

  private static func check(
    _ text: String, minimumWords: Int, _ fault: (ReadingLevel) -> String?
  ) -> [String] {
    let level = ReadingLevel(of: text)
    guard let level, level.words >= minimumWords else {
      return ["too short to tell how hard it is to read: at least \(minimumWords) words, has \(level?.words ?? 0)"]
    }
    guard let fault = fault(level) else { return [] }
    let sentence = "\(rounded(level.wordsASentence)) words a sentence"
    let word = "\((level.syllablesAWord * 100).rounded() / 100) syllables a word"
    return ["\(fault) (\(sentence), \(word))"]
  }

  private static func inWords(_ range: some RangeExpression<Double>) -> String {
    switch range {
    case let range as PartialRangeThrough<Double>: "at most \(rounded(range.upperBound))"
    case let range as PartialRangeUpTo<Double>: "below \(rounded(range.upperBound))"
    case let range as PartialRangeFrom<Double>: "at least \(rounded(range.lowerBound))"
    case let range as ClosedRange<Double>: "\(rounded(range.lowerBound)) to \(rounded(range.upperBound))"
    case let range as Range<Double>: "at least \(rounded(range.lowerBound)) and below \(rounded(range.upperBound))"
    default: "\(range)"
    }
  }

  /// A number with a digit behind the point, and without one where that is 0.
  private static func rounded(_ number: Double) -> String {
    let text = "\((number * 10).rounded() / 10)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

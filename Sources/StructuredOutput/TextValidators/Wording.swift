extension StructureValidator {
  /// The text holds each of these words or phrases: `.contains("30 days", "receipt")`.
  ///
  /// A phrase is found as whole words: `cat` is not found in `concatenate`. What a reader takes for the same is the
  /// same: text and phrase are compared in Unicode's normal form C, with a run of white space as one space, full-width
  /// letters as the usual ones, typographic apostrophes, quotation marks and hyphens as the typewriter's, without soft
  /// hyphens and zero-width spaces; unless case counts, `ß` is `ss`. A phrase without text is a violation.
  /// - Parameters:
  ///   - phrases: what must be there.
  ///   - caseSensitive: whether capitals count.
  ///   - diacriticSensitive: whether accents count. Without them `cafe` is found in `Café`.
  public static func contains(
    _ phrases: String..., caseSensitive: Bool = false, diacriticSensitive: Bool = true
  ) -> StructureValidator {
    contains(phrases, caseSensitive: caseSensitive, diacriticSensitive: diacriticSensitive)
  }

  /// The text holds each of these words or phrases, found as whole words.
  /// - Parameters:
  ///   - phrases: what must be there.
  ///   - caseSensitive: whether capitals count.
  ///   - diacriticSensitive: whether accents count.
  public static func contains(
    _ phrases: [String], caseSensitive: Bool = false, diacriticSensitive: Bool = true
  ) -> StructureValidator {
    if phrases.contains(where: \.isWithoutText) {
      return .unusable("contains", because: "a phrase that is to be found is empty")
    }
    let form = WordingForm(caseSensitive: caseSensitive, diacriticSensitive: diacriticSensitive)
    return StructureValidator(name: "contains") { text in
      let wording = WordingSearch(text, form: form)
      var violations = ViolationList()
      for phrase in phrases where wording.place(of: phrase) == nil {
        violations.add("expected \(JSONValue.string(phrase).compactText), which the text does not hold")
      }
      return violations.all
    }
  }

  /// The text holds none of these words or phrases: `.forbids("guarantee", "legal advice")`.
  ///
  /// They are found as `contains` finds them; a phrase without text is a violation.
  /// - Parameters:
  ///   - phrases: what must not be there.
  ///   - caseSensitive: whether capitals count.
  ///   - diacriticSensitive: whether accents count.
  public static func forbids(
    _ phrases: String..., caseSensitive: Bool = false, diacriticSensitive: Bool = true
  ) -> StructureValidator {
    forbids(phrases, caseSensitive: caseSensitive, diacriticSensitive: diacriticSensitive)
  }

  /// The text holds none of these words or phrases, found as whole words.
  /// - Parameters:
  ///   - phrases: what must not be there.
  ///   - caseSensitive: whether capitals count.
  ///   - diacriticSensitive: whether accents count.
  public static func forbids(
    _ phrases: [String], caseSensitive: Bool = false, diacriticSensitive: Bool = true
  ) -> StructureValidator {
    if phrases.contains(where: \.isWithoutText) {
      return .unusable("forbids", because: "a forbidden phrase is empty")
    }
    let form = WordingForm(caseSensitive: caseSensitive, diacriticSensitive: diacriticSensitive)
    return StructureValidator(name: "forbids") { text in
      let wording = WordingSearch(text, form: form)
      var violations = ViolationList()
      for phrase in phrases {
        guard let place = wording.place(of: phrase) else { continue }
        let line = wording.line(of: place).map { "line \($0) " } ?? ""
        violations.add(
          "\(line)holds the forbidden \(JSONValue.string(phrase).compactText): \(wording.surroundings(of: place))")
      }
      return violations.all
    }
  }
}

extension String {
  fileprivate var isWithoutText: Bool { unicodeScalars.allSatisfy(\.isWhiteSpace) }
}

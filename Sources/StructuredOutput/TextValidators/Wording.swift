extension StructureValidator {
  /// The text holds each of these words or phrases: `.contains("30 days", "receipt")`.
  ///
  /// A phrase is found as whole words: `cat` is not found in `concatenate`. Text and phrase are compared in Unicode's
  /// normal form C, with a run of white space as one space. A phrase without text is a violation.
  /// - Parameters:
  ///   - phrases: what must be there.
  ///   - caseSensitive: whether capitals count.
  public static func contains(_ phrases: String..., caseSensitive: Bool = false) -> StructureValidator {
    contains(phrases, caseSensitive: caseSensitive)
  }

  /// The text holds each of these words or phrases, found as whole words.
  /// - Parameters:
  ///   - phrases: what must be there.
  ///   - caseSensitive: whether capitals count.
  public static func contains(_ phrases: [String], caseSensitive: Bool = false) -> StructureValidator {
    StructureValidator(name: "contains") { text in
      let wording = WordingSearch(text, caseSensitive: caseSensitive)
      return phrases.filter { wording.place(of: $0) == nil }.map { phrase in
        "expected \(JSONValue.string(phrase).compactText), which the text does not hold"
      }
    }
  }

  /// The text holds none of these words or phrases: `.forbids("guarantee", "legal advice")`.
  ///
  /// They are found as whole words; a phrase without text is a violation.
  /// - Parameters:
  ///   - phrases: what must not be there.
  ///   - caseSensitive: whether capitals count.
  public static func forbids(_ phrases: String..., caseSensitive: Bool = false) -> StructureValidator {
    forbids(phrases, caseSensitive: caseSensitive)
  }

  /// The text holds none of these words or phrases, found as whole words.
  /// - Parameters:
  ///   - phrases: what must not be there.
  ///   - caseSensitive: whether capitals count.
  public static func forbids(_ phrases: [String], caseSensitive: Bool = false) -> StructureValidator {
    StructureValidator(name: "forbids") { text in
      let wording = WordingSearch(text, caseSensitive: caseSensitive)
      return phrases.compactMap { phrase in
        if phrase.unicodeScalars.allSatisfy(\.isWhiteSpace) { return "a forbidden phrase is empty" }
        return wording.place(of: phrase).map { place in
          "holds the forbidden \(JSONValue.string(phrase).compactText): \(wording.surroundings(of: place))"
        }
      }
    }
  }
}

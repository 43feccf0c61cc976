extension StructureValidator {
  /// The text is written in a language: `.language(.german)`.
  ///
  /// A text whose language cannot be told, because it is too short or stands between two languages, is a violation that
  /// says so, unless the expected language is the most likely one after all. So `Nein, danke.` passes as German and
  /// `OK` does not. Code, addresses, HTML tags and keys of JSON do not count. See ``LanguageDetection`` for what is
  /// told from what.
  /// - Parameters:
  ///   - language: the language.
  ///   - allowsUnclear: whether a text passes whose language cannot be told.
  public static func language(_ language: TextLanguage, allowsUnclear: Bool = false) -> StructureValidator {
    StructureValidator(name: "language") { text in
      let detection = LanguageDetection(of: text)
      guard let first = detection.candidates.first else {
        return allowsUnclear ? [] : ["expected \(language), but the text has no words to tell a language by"]
      }
      // The next candidates share what is left, so that none of them comes near.
      if first.language == language, detection.isClear || first.confidence >= 0.5 { return [] }
      if detection.isClear { return ["expected \(language), looks like \(first.inWords)"] }
      if allowsUnclear { return [] }
      let noun = detection.wordCount == 1 ? "word" : "words"
      guard first.confidence >= 0.5 else {
        return ["expected \(language), but cannot tell the language of \(detection.wordCount) \(noun)"]
      }
      let likely = detection.candidates.prefix(2).map(\.inWords).joined(separator: " or ")
      return [
        "expected \(language), but cannot tell the language of \(detection.wordCount) \(noun): perhaps \(likely)"
      ]
    }
  }

  /// The text is written in the language of a tag of BCP 47: `.language("de")`. Only the primary subtag counts.
  ///
  /// A tag whose language is not told from others is a violation.
  /// - Parameters:
  ///   - code: the tag.
  ///   - allowsUnclear: whether a text passes whose language cannot be told.
  public static func language(_ code: String, allowsUnclear: Bool = false) -> StructureValidator {
    if let language = TextLanguage(code: code) { return .language(language, allowsUnclear: allowsUnclear) }
    let codes = TextLanguage.all.map(\.code).sorted().joined(separator: ", ")
    return .unusable("language", because: "the language \(code.quotedInBrief) is not known; known are \(codes)")
  }
}

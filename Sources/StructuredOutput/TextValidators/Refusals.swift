extension StructureValidator {
  /// The text does not refuse to answer, as far as common English phrases tell: "I'm sorry, but I can't help with that".
  ///
  /// Only the first 2,000 characters are looked at, as refusals stand at the beginning. A refusal in other words or another
  /// language is for a judge.
  public static var noRefusal: StructureValidator {
    StructureValidator(name: "noRefusal") { text in
      guard let phrase = Refusals.first(in: text) else { return [] }
      return ["the text refuses to answer: \(NumberedLines.quote(phrase[...]))"]
    }
  }
}

private enum Refusals {
  private static let inability =
    "(can't|cannot|can not|am unable to|'m unable to|am not able to|'m not able to|won't be able to|must decline to"
    + "|have to decline to|am not comfortable|'m not comfortable|won't|will not)"
  private static let deed =
    "(help|assist|comply|fulfill|fulfil|answer|do that|do this|provide that|provide this|provide information|support that"
    + "|engage|discuss|generate|create|write|participate)"

  // "I'm sorry, but we cannot refund that" is an answer; refusing to help is not.
  private static let patterns = [
    "(?i)\\b(I|we) ?\(inability) (\\w+ )?\(deed)\\b",
    "(?i)\\bas an ai( language)?( model| assistant)?,? (I|it) ?(\(inability)|do not|don't)",
    "(?i)\\b(I|we) (must|have to) (respectfully )?decline\\b",
    "(?i)\\b(against|violates) my (guidelines|policies|policy|programming|content policy)\\b",
  ].compactMap { try? TextPattern($0) }

  /// The first sentence that refuses.
  static func first(in text: String) -> String? {
    var start = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(2000) {
      start.append(scalar == "’" || scalar == "ʼ" ? "'" : scalar.isWhiteSpace && scalar != "\n" ? " " : scalar)
    }
    let sentences = start.split { $0 == "." || $0 == "!" || $0 == "?" || $0 == "\n" }
    for sentence in sentences.map(String.init) where patterns.contains(where: { $0.isFound(in: sentence) }) {
      return sentence
    }
    return nil
  }
}

extension StructureValidator {
  /// The text does not refuse to answer, as far as common phrases tell: "I'm sorry, but I can't help with that".
  ///
  /// English, German, French, Spanish, Italian and Portuguese are known. Only the first 2,000 characters are looked at, as
  /// refusals stand at the beginning. An answer that says no ("we can't refund that", "I can't find your order") is none.
  /// A refusal in other words or another language is for a judge.
  public static var noRefusal: StructureValidator {
    StructureValidator(name: "noRefusal") { text in
      guard let refusal = Refusal(in: text) else { return [] }
      return ["the text refuses to answer in line \(refusal.line): \(NumberedLines.quote(refusal.sentence[...]))"]
    }
  }

  /// The text refuses to answer, as it should where what was asked for is not allowed; the opposite of ``noRefusal``.
  public static var refuses: StructureValidator {
    StructureValidator(name: "refuses") { text in
      if Refusal(in: text) != nil { return [] }
      let start = text.unicodeScalars.drop { $0.isWhiteSpace }
      return ["expected a refusal, got \(String(String.UnicodeScalarView(start)).quotedInBrief)"]
    }
  }
}

/// The first sentence of a text that refuses to answer.
struct Refusal {
  private static let lookedAt = 2000

  let sentence: String
  /// The line, from 1, in which the sentence begins.
  let line: Int

  init?(in text: String) {
    var sentence = String.UnicodeScalarView()
    var line = 1
    var start = 1
    var last: UnicodeScalar = " "
    for scalar in text.unicodeScalars.prefix(Self.lookedAt) {
      defer { last = scalar }
      let endsLine = scalar == "\n" || scalar == "\r"
      if endsLine || scalar == "." || scalar == "!" || scalar == "?" || scalar == "。" {
        if Self.refuses(String(sentence)) {
          self.sentence = String(sentence)
          self.line = start
          return
        }
        sentence = String.UnicodeScalarView()
        if endsLine, !(scalar == "\n" && last == "\r") { line += 1 }
        start = line
      } else {
        switch scalar {
        case "’", "ʼ", "‘", "´", "`", "＇": sentence.append("'")
        // Emphasis within a phrase.
        case "*", "_": continue
        default: sentence.append(scalar.isWhiteSpace ? " " : scalar)
        }
      }
    }
    guard Self.refuses(String(sentence)) else { return nil }
    self.sentence = String(sentence)
    self.line = start
  }

  private static func refuses(_ sentence: String) -> Bool {
    // "I can't help but smile" helps.
    let text = sentence.replacing("help but ", with: "… ").replacing("help feeling", with: "…")
    return text.utf8.contains { $0 != 0x20 } && RefusalPhrases.all.contains { $0.isFound(in: text) }
  }
}

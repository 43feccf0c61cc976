import Foundation

/// A word or a sign of an answer.
struct AnswerWord {
  /// As it stands there; full-width letters as usual ones.
  let text: String
  /// Small, without accents.
  let form: String
  /// Whether it is made of letters and digits.
  let isWord: Bool
  let followsSpace: Bool
  let startsLine: Bool

  /// Whether it denies: "not", "isn't", "nicht".
  var isDenial: Bool { form.hasSuffix("n't") || form == "cannot" || Self.denials.contains(form) }

  private static let denials: Set<String> = [
    "not", "never", "neither", "nor", "nicht", "kein", "keine", "weder", "pas", "non", "nao", "ni",
  ]

  /// Cuts a text into words and single signs. An apostrophe between letters is part of the word.
  ///
  /// Of a long text the beginning and the end are read, ``readBytes`` each.
  static func words(of text: String) -> [AnswerWord] {
    guard text.utf8.count > 2 * readBytes else { return cut(text.unicodeScalars) }
    let scalars = text.unicodeScalars
    let start = scalars.prefix(readBytes / 2)
    let end = scalars.suffix(readBytes / 2)
    guard start.endIndex < end.startIndex else { return cut(scalars) }
    return cut(start) + cut(end)
  }

  private static let readBytes = 40_000

  private static func cut(_ scalars: some Sequence<Unicode.Scalar>) -> [AnswerWord] {
    var words: [AnswerWord] = []
    var word = String.UnicodeScalarView()
    var (followsSpace, startsLine) = (true, true)
    func finish() {
      guard !word.isEmpty else { return }
      // "cats'" is no word with an apostrophe in it.
      let isQuoted = word.last == "'"
      if isQuoted { word.removeLast() }
      words.append(AnswerWord(String(word), isWord: true, followsSpace: followsSpace, startsLine: startsLine))
      if isQuoted { words.append(AnswerWord("'", isWord: false, followsSpace: false, startsLine: false)) }
      word = String.UnicodeScalarView()
      (followsSpace, startsLine) = (false, false)
    }
    for scalar in scalars {
      if isWordPart(scalar) {
        // "正解はBです": no space parts a letter from Chinese, Japanese and Korean.
        if let last = word.last, isUnspaced(scalar) != isUnspaced(last) { finish() }
        word.append(scalar)
      } else if scalar == "'" || scalar == "\u{2019}", !word.isEmpty, word.last != "'" {
        word.append("'")
      } else {
        finish()
        if scalar.properties.isWhitespace {
          followsSpace = true
          startsLine = startsLine || scalar == "\n"
        } else {
          words.append(
            AnswerWord(String(scalar), isWord: false, followsSpace: followsSpace, startsLine: startsLine))
          (followsSpace, startsLine) = (false, false)
        }
      }
    }
    finish()
    return words
  }

  private init(_ text: String, isWord: Bool, followsSpace: Bool, startsLine: Bool) {
    (self.isWord, self.followsSpace, self.startsLine) = (isWord, followsSpace, startsLine)
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      (self.text, form) = (text, text.lowercased())
    } else {
      self.text = text.precomposedStringWithCompatibilityMapping
      form = self.text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }
  }

  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x1100
      && (scalar.properties.isIdeographic || (0x3041...0x30FF).contains(scalar.value)
        || (0xAC00...0xD7A3).contains(scalar.value))
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value | 0x20)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .decimalNumber:
      return true
    default: return false
    }
  }
}

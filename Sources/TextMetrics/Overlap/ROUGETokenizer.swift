extension ROUGE {
  /// How a text is taken apart into words for ROUGE.
  public struct Tokenizer: Sendable, Hashable {
    private enum Rule { case google, stemming, words, whitespace }

    private let rule: Rule

    /// Runs of the letters a to z and digits, in lower case: that of `rouge_score`, the usual choice.
    ///
    /// A text in another script has no words there, and scores 0.
    public static let google = Tokenizer(rule: .google)

    /// As `google`, each word of more than three letters without its ending (``PorterStemmer``, variant `nltk`).
    public static let googleStemming = Tokenizer(rule: .stemming)

    /// The words of any script, in lower case (``WordTokenizer``).
    public static let words = Tokenizer(rule: .words)

    /// What stands between white space, in its case.
    public static let whitespace = Tokenizer(rule: .whitespace)

    func tokens(in text: String) -> [ArraySlice<UInt32>] {
      switch rule {
      case .google: return Self.plain(text)
      case .stemming:
        let stemmer = PorterStemmer(.nltk)
        return Self.plain(text).map { $0.count > 3 ? stemmer.stem(lowercased: Array($0))[...] : $0 }
      case .words:
        return WordTokenizer.words(in: CaseFolding.folded(text)).map { ScalarText.values(of: String($0))[...] }
      case .whitespace: return ScalarText.words(in: ScalarText.values(of: text))
      }
    }

    private static func plain(_ text: String) -> [ArraySlice<UInt32>] {
      var plain: [UInt32] = []
      plain.reserveCapacity(text.utf8.count)
      for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x41...0x5A: plain.append(scalar.value + 0x20)
        case 0x61...0x7A, 0x30...0x39: plain.append(scalar.value)
        // The two whose lower case begins with a letter of ASCII: İ and the sign of the kelvin.
        case 0x0130: plain += [0x69, 0x20]
        case 0x212A: plain.append(0x6B)
        default: plain.append(0x20)
        }
      }
      return ScalarText.words(in: plain)
    }
  }
}

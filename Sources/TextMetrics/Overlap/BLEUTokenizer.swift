extension BLEU {
  /// How a text is taken apart into words for BLEU. Names are sacreBLEU's.
  public struct Tokenizer: Sendable, Hashable {
    /// The name that sacreBLEU has for it, such as "13a".
    public let name: String

    /// The rules of NIST's `mteval-v13a`: signs of ASCII apart, full stop, comma and dash kept beside digits. The usual
    /// choice for languages of Europe. XML's four entities are read, `<skipped>` and a hyphen at a line's end dropped.
    public static let v13a = Tokenizer(name: "13a")

    /// The rules of NIST's `mteval-v14` for all scripts: Unicode's punctuation and symbols apart.
    public static let international = Tokenizer(name: "intl")

    /// Each Unicode scalar that is no white space.
    public static let characters = Tokenizer(name: "char")

    /// Each Chinese character apart, the rest as by `v13a`.
    public static let chinese = Tokenizer(name: "zh")

    /// What stands between white space.
    public static let whitespace = Tokenizer(name: "none")

    /// All there are.
    public static let all: [Tokenizer] = [.v13a, .international, .characters, .chinese, .whitespace]

    private init(name: String) { self.name = name }

    /// The tokenizer that sacreBLEU calls so; nil for a name that is not among ``all``.
    public init?(named name: String) {
      guard let known = Self.all.first(where: { $0.name == name }) else { return nil }
      self = known
    }

    func tokens(in text: [UInt32]) -> [ArraySlice<UInt32>] {
      switch self {
      case .v13a: MTEvalTokens.v13a(text)
      case .international: MTEvalTokens.international(text)
      case .characters: text.indices.filter { !ScalarText.isSpace(text[$0]) }.map { text[$0...$0] }
      case .chinese: MTEvalTokens.chinese(text)
      default: ScalarText.words(in: text)
      }
    }
  }
}

/// A writing system, by the letters of it that are told from others.
///
/// Punctuation, digits and signs belong to none.
public struct TextScript: Sendable, Hashable, CustomStringConvertible {
  /// The name in English: `Cyrillic`.
  public let name: String

  /// The name.
  public var description: String { name }

  /// Latin letters, those with accents included.
  public static let latin = TextScript(name: "Latin")
  /// Cyrillic letters.
  public static let cyrillic = TextScript(name: "Cyrillic")
  /// Greek letters.
  public static let greek = TextScript(name: "Greek")
  /// Arabic letters, those of Persian and Urdu included.
  public static let arabic = TextScript(name: "Arabic")
  /// Hebrew letters.
  public static let hebrew = TextScript(name: "Hebrew")
  /// Devanagari, in which Hindi is written.
  public static let devanagari = TextScript(name: "Devanagari")
  /// Bengali letters.
  public static let bengali = TextScript(name: "Bengali")
  /// Tamil letters.
  public static let tamil = TextScript(name: "Tamil")
  /// Thai letters.
  public static let thai = TextScript(name: "Thai")
  /// Hangul, in which Korean is written.
  public static let hangul = TextScript(name: "Hangul")
  /// Hiragana and katakana of Japanese.
  public static let kana = TextScript(name: "Kana")
  /// Chinese characters, those in Japanese and Korean text included.
  public static let han = TextScript(name: "Han")

  /// The script of a letter; nil for what is no letter, and for letters of other scripts.
  static func of(_ scalar: UnicodeScalar) -> TextScript? {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: .latin
    case 0x00...0xA9, 0xAB...0xB9, 0xD7, 0xF7: nil
    case 0xAA, 0xBA, 0xC0...0x2AF, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA722...0xA7FF, 0xFB00...0xFB06,
      0xFF21...0xFF3A, 0xFF41...0xFF5A:
      .latin
    case 0x370...0x373, 0x376...0x377, 0x37B...0x37D, 0x37F, 0x386, 0x388...0x3E1, 0x3F0...0x3F5, 0x3F7...0x3FF,
      0x1F00...0x1FBC, 0x1FC2...0x1FCC, 0x1FD0...0x1FDB, 0x1FE0...0x1FEC, 0x1FF2...0x1FFC:
      .greek
    case 0x400...0x481, 0x48A...0x52F, 0x1C80...0x1C88, 0xA640...0xA66E, 0xA680...0xA69D: .cyrillic
    case 0x5D0...0x5F2, 0xFB1D...0xFB4F: .hebrew
    case 0x620...0x64A, 0x66E...0x66F, 0x671...0x6D3, 0x6D5, 0x6EE...0x6EF, 0x6FA...0x6FF, 0x750...0x77F,
      0x8A0...0x8C9, 0xFB50...0xFDFB, 0xFE70...0xFEFC:
      .arabic
    case 0x900...0x963, 0x970...0x97F: .devanagari
    case 0x980...0x9E3, 0x9F0...0x9F1: .bengali
    case 0xB82...0xBD7: .tamil
    case 0xE01...0xE3A, 0xE40...0xE4E: .thai
    case 0x1100...0x11FF, 0x3131...0x318E, 0xA960...0xA97C, 0xAC00...0xD7FB: .hangul
    case 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9D: .kana
    case 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD: .han
    default: nil
    }
  }
}

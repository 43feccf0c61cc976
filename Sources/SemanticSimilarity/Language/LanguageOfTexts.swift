import StructuredOutput

/// The language that two or more texts which are to be compared are written in, and what can be said of them in it.
///
/// ```swift
/// let language = LanguageOfTexts("Die Garantie gilt zwei Jahre.", "Sie haben 24 Monate Garantie.")
/// language.name                       // "German"
/// language.isReadByEmbeddedEncoder    // false
/// language.factLanguage               // German
/// ```
///
/// A short text takes the language of its neighbour. Where the evidence is thin, the language is English: "30 days",
/// "Yes.", "Order T-1042", and an English sentence with foreign names or a foreign sentence in quotation marks. Of the
/// 1,157 English pairs of the STS Benchmark in this package's labels none is taken for another language, and of the
/// 3,471 in German, French and Spanish one is taken for English and six for a neighbour. A pair takes about 0.1 ms.
///
/// Only the beginning of a text is looked at, ``readLength`` bytes of it.
public struct LanguageOfTexts: Sendable, Hashable {
  /// How much of each text is looked at, in bytes of UTF-8.
  public static let readLength: Int = 4096

  /// The languages, that of the first text first: one, or several where the texts differ. Empty for texts without
  /// words, and for words in a language that cannot be named.
  public let languages: [TextLanguage]

  /// Whether there are words in a language that is none of ``TextLanguage/all``.
  public let hasUnknownLanguage: Bool

  /// Finds out the language of texts.
  public init(_ texts: String...) { self.init(texts) }

  /// Finds out the language of texts.
  public init(_ texts: [String]) {
    let beginnings = texts.map(Self.beginning)
    var readings = beginnings.map(LanguageReading.init)
    if readings.contains(where: { $0 != readings.first || !$0.isCertain }) {
      // What a text cannot say by itself, all of them together may.
      let together = LanguageReading(beginnings.joined(separator: "\n"))
      readings = readings.map { $0.isCertain ? $0 : together }
      if !readings.contains(where: \.isCertain) { readings = [together] }
    }
    var languages: [TextLanguage] = []
    var hasUnknownLanguage = false
    for reading in readings {
      switch reading {
      case .none: continue
      case .unknown: hasUnknownLanguage = true
      case .language(let language, _): if !languages.contains(language) { languages.append(language) }
      }
    }
    self.languages = languages
    self.hasUnknownLanguage = hasUnknownLanguage
  }

  /// The code of BCP 47: `de`; `mul` for several languages, `und` for one that is not known; nil for texts without
  /// words.
  public var code: String? {
    if languages.count + (hasUnknownLanguage ? 1 : 0) > 1 { return "mul" }
    return languages.first?.code ?? (hasUnknownLanguage ? "und" : nil)
  }

  /// The name for messages: `German`, `English and German`, `an unknown language`; nil for texts without words.
  public var name: String? {
    let names = languages.map(\.name) + (hasUnknownLanguage ? ["an unknown language"] : [])
    return names.isEmpty ? nil : names.joined(separator: " and ")
  }

  /// Whether cosines of ``SentenceEncoder`` mean something for these texts: it knows English only. True too for texts
  /// without words, such as a number.
  public var isReadByEmbeddedEncoder: Bool { !hasUnknownLanguage && languages.allSatisfy { $0 == .english } }

  /// The language in which a ``FactGuard`` can compare the texts: English for texts without words; nil for a language
  /// that it does not cover, and for texts in several languages.
  public var factLanguage: FactLanguage? {
    if hasUnknownLanguage || languages.count > 1 { return nil }
    let code = languages.first?.code ?? FactLanguage.english.code
    return FactLanguage.allCases.first { $0.code == code }
  }

  private static func beginning(of text: String) -> String {
    guard text.utf8.count > readLength else { return text }
    let cut = text.utf8.index(text.startIndex, offsetBy: readLength)
    // Half a character at the end is no letter, and does no harm.
    return String(decoding: text.utf8[..<cut], as: UTF8.self)
  }
}

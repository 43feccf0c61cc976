import StructuredOutput

/// The language that one text speaks for.
enum LanguageReading: Equatable {
  /// No words.
  case none
  /// Words in a language that is not told from others.
  case unknown(isCertain: Bool)
  /// A language that is told from others.
  case language(TextLanguage, isCertain: Bool)

  /// Whether the words are so many that other texts have no say in it.
  var isCertain: Bool {
    switch self {
    case .none: false
    case .unknown(let isCertain), .language(_, let isCertain): isCertain
    }
  }

  init(_ text: String) {
    let detection = LanguageDetection(of: text)
    let letters = LetterCount(text)
    if letters.foreign > letters.latin {
      // In such a script a language needs no further evidence; a single letter is a sign of mathematics.
      let language = detection.candidates.first.map { LanguageReading.language($0.language, isCertain: true) }
      self = letters.foreign == 1 ? .none : language ?? .unknown(isCertain: true)
      return
    }
    self = LanguageReading(of: detection)
    if self.isNoneOrEnglish { return }
    let rest = LanguageDetection(of: WordsBesideNames.text(of: text))
    if rest.candidates.contains(where: { $0.language == .english && $0.confidence >= 0.25 }) {
      self = .language(.english, isCertain: false)
    } else if rest.wordCount < Self.fewWords - 1, case .language(let language, _) = self {
      self = .language(language, isCertain: false)
    }
  }

  private var isNoneOrEnglish: Bool {
    switch self {
    case .none, .language(.english, _): true
    default: false
    }
  }

  private init(of detection: LanguageDetection) {
    guard let first = detection.candidates.first else {
      self = .none
      return
    }
    let isLong = detection.wordCount >= Self.fewWords
    let english = detection.candidates.first { $0.language == .english }?.confidence ?? 0
    let nearest = detection.candidates.prefix(2)
    if first.language == .english {
      self = .language(.english, isCertain: isLong && detection.isClear)
    } else if detection.isClear {
      self = .language(first.language, isCertain: isLong && first.confidence >= 0.9)
    } else if english < 0.05, nearest.reduce(0, { $0 + $1.confidence }) >= 0.75 {
      if first.confidence >= 0.7 {
        // Like one language alone and yet unclear: the words are none of that language.
        self = .unknown(isCertain: isLong)
      } else {
        // Between neighbours such as French and Catalan the likelier one is that of more people.
        let covered = nearest.first { near in FactLanguage.allCases.contains { $0.code == near.language.code } }
        self = .language((covered ?? first).language, isCertain: false)
      }
    } else {
      self = .language(.english, isCertain: false)
    }
  }

  /// A name or a title of a few words may be foreign among texts that are not.
  private static let fewWords = 5
}

/// How many letters of a text are Latin, and how many are of other scripts; a character that is a word counts twice.
private struct LetterCount {
  private(set) var latin = 0
  private(set) var foreign = 0

  init(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: latin += 1
      case 0..<0x370: break
      default: if scalar.properties.isAlphabetic { foreign += scalar.value < 0x2E80 ? 1 : 2 }
      }
    }
  }
}

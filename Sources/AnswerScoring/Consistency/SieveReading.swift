import LanguageModels
import SemanticSimilarity
import StructuredOutput

/// How far the sieve can read an answer and its source: by their language, and by what is known of the encoder.
struct SieveReading: Sendable {
  /// The encoder to retrieve with; nil where the language is none of its.
  let encoder: (any EmbeddingModel)?
  /// The guard for the language of both texts.
  let guarding: FactGuard
  /// What the sieve cannot do with these texts, in a sentence; nil where it can do everything.
  let limitation: String?

  /// What the cosines of the encoder mean; nil where nobody knows, and they only rank.
  private let calibration: ScoreCalibration?
  /// The same for the best of several windows.
  let windowed: WindowedCalibration?
  /// Whether shared words can be counted, for which the words without content must be known.
  private let countsWords: Bool

  init(_ answer: String, _ passages: [String], encoder: any EmbeddingModel) {
    let language = LanguageOfTexts([answer, Self.beginning(of: passages)])
    let calibrated = encoder as? any CalibratedEmbeddingModel
    self.encoder = Self.knows(language, calibrated?.languages) ? encoder : nil
    calibration = calibrated?.calibration.whole
    windowed = calibrated?.calibration.windowed
    guarding = FactGuard(language: language.factLanguage)
    countsWords = language.isReadByEmbeddedEncoder
    let name = language.name ?? "no known language"
    if countsWords {
      limitation = nil
    } else if language.factLanguage == nil {
      limitation = "The texts are in \(name): neither the fact guard nor the count of shared words covers that."
    } else {
      limitation = "The texts are in \(name): their facts were compared, but only English words are counted."
    }
  }

  /// How likely the source says a claim if no fact is disputed; nil where too little is known of the language.
  func estimate(_ claim: AnswerClaim, window: ClaimRetrieval.Window, context: ClaimContext) -> Double? {
    guard countsWords else { return nil }
    let share = ClaimWording(claim.text).share(in: Set(ClaimWording(context.text).stems))
    return SupportEstimate.probability(wordsShared: share, cosine: cosine(of: window))
  }

  /// A window's cosine on the scale of the encoder that comes with the package; nil where the cosine is no evidence.
  func cosine(of window: ClaimRetrieval.Window) -> Double? {
    guard let cosine = window.cosine, let calibration else { return nil }
    let scale = ScoreCalibration.paraphraseMiniLM
    return min(1, max(-1, (calibration.slope * cosine - calibration.offset + scale.offset) / scale.slope))
  }

  /// Whether an encoder knows the language of some texts.
  static func knows(_ language: LanguageOfTexts, _ known: [TextLanguage]?) -> Bool {
    guard let known else { return true }
    return !language.hasUnknownLanguage && language.languages.allSatisfy { known.contains($0) }
  }

  /// Enough of each passage to tell its language, and not the whole of a book.
  private static func beginning(of passages: [String]) -> String {
    passages.prefix(8).map { String($0.prefix(500)) }.joined(separator: "\n")
  }
}

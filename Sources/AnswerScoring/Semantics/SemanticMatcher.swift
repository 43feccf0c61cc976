import LanguageModels
import SemanticSimilarity
import SpecRecords
import StructuredOutput

/// Tells whether an answer says what a reference answer says.
///
/// Each sentence of the reference is sought in the answer, which may say more; a guard compares the checkable facts of
/// what was found with those of the reference, since every encoder takes "within 30 days" and "within 60 days" for
/// nearly the same.
///
/// ```swift
/// let match = try await SemanticMatcher().match(answer, "You can return shoes within 30 days.")
/// ```
public struct SemanticMatcher: Sendable {
  /// The lowest match from which on an answer says a sentence, unless another one is given.
  ///
  /// Chosen on 438 labelled answers, where it and the guard together refuse 23 in 100 that say the reference, and let
  /// pass 22 in 100 that contradict it and 5 in 100 that leave it out.
  public static let defaultThreshold = 0.5

  /// The lowest match from which on two whole texts mean the same, unless another one is given.
  ///
  /// Chosen on pairs of the STS Benchmark's development part: of its test part 9 in 100 that are not the same pass, and
  /// 12 in 100 that are the same do not, before the guard.
  public static let defaultWholeThreshold = 0.35

  private let model: any EmbeddingModel
  private let threshold: SemanticThreshold?

  /// Makes a matcher.
  ///
  /// - Parameters:
  ///   - model: What measures nearness; the encoder of the package unless another one is given.
  ///   - threshold: From where on an answer matches. Nil takes ``defaultThreshold`` or ``defaultWholeThreshold``; an
  ///     encoder without calibration needs a cosine.
  public init(model: any EmbeddingModel = EmbeddedEmbeddingModel(), threshold: SemanticThreshold? = nil) {
    self.model = model
    self.threshold = threshold
  }

  /// Compares an answer with its reference.
  ///
  /// An empty answer fails. An empty reference, vectors that are no vectors, a language that the encoder does not know
  /// and a threshold that is none leave it inconclusive.
  ///
  /// - Throws: Whatever the model throws.
  public func match(
    _ answer: String, _ reference: String, _ options: SemanticMatchOption...
  ) async throws -> SemanticMatch {
    try await match(answer, .text(reference), options)
  }

  /// Compares an answer with several references.
  ///
  /// - Throws: Whatever the model throws.
  public func match(
    _ answer: String, _ reference: SemanticReference, _ options: SemanticMatchOption...
  ) async throws -> SemanticMatch {
    try await match(answer, reference, options)
  }

  /// Compares an answer with one or several references.
  ///
  /// - Throws: Whatever the model throws.
  public func match(
    _ answer: String, _ reference: SemanticReference, _ options: [SemanticMatchOption]
  ) async throws -> SemanticMatch {
    let settings = SemanticMatchOption.Settings(options)
    var matches: [SemanticMatch] = []
    for text in reference.texts {
      let comparison = SemanticComparison(
        answer: answer, reference: text, settings: settings, model: model, threshold: threshold)
      let match = try await comparison.match()
      if !reference.isForbidden, match.verdict == .passed { return match }
      matches.append(match)
    }
    return reference.isForbidden ? noneSaid(matches) : anySaid(matches)
  }

  /// Of matches that did not pass, the one to report: nobody can tell where nobody can tell of one.
  private func anySaid(_ matches: [SemanticMatch]) -> SemanticMatch {
    let undecided = matches.filter { $0.verdict == .inconclusive }
    let reported = (undecided.isEmpty ? matches : undecided).max { ($0.score ?? -2) < ($1.score ?? -2) }
    guard let reported else { return withoutReference }
    guard matches.count > 1, reported.verdict == .failed else { return reported }
    return reported.with(
      .failed, "The answer says none of the \(matches.count) references. The nearest: \(reported.reason)")
  }

  private func noneSaid(_ matches: [SemanticMatch]) -> SemanticMatch {
    if let said = matches.first(where: \.isSaid) {
      let window = said.sentences.first?.window.map { " It says \(MatchReason.closed($0.text))" } ?? ""
      return said.with(
        .failed,
        "The answer says what it must not say: \(MatchReason.closed(said.reference))\(window)\(measure(of: said))")
    }
    if let undecided = matches.first(where: { $0.verdict == .inconclusive }) { return undecided }
    guard let nearest = matches.max(by: { ($0.score ?? -2) < ($1.score ?? -2) }) else { return withoutReference }
    return nearest.with(.passed, "The answer says nothing that it must not say.\(measure(of: nearest))")
  }

  private func measure(of match: SemanticMatch) -> String {
    match.score.map { " The highest \(MatchReason.measure($0, match.threshold))." } ?? ""
  }

  private var withoutReference: SemanticMatch {
    SemanticMatch(
      verdict: .inconclusive, threshold: threshold ?? .match(Self.defaultThreshold),
      reason: "There is no reference to compare the answer with.", encoder: model.identifier, reference: "")
  }
}

extension SemanticMatch {
  /// Whether the reference is said, be it that the answer says otherwise too.
  fileprivate var isSaid: Bool {
    if verdict == .passed { return true }
    return !sentences.isEmpty && sentences.allSatisfy { $0.verdict == .said || $0.verdict == .both }
  }

  fileprivate func with(_ verdict: Verdict, _ reason: String) -> SemanticMatch {
    SemanticMatch(
      verdict: verdict, match: match, similarity: similarity, threshold: threshold, reason: reason, encoder: encoder,
      reference: reference, factVerdict: factVerdict, facts: facts, sentences: sentences,
      extraSentences: extraSentences, language: language, isTruncated: isTruncated)
  }
}

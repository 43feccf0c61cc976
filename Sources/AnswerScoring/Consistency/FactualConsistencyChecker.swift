import LanguageModels
import SemanticSimilarity
import SpecRecords

/// Checks whether an answer says what a source says: claim by claim, offline by an encoder and the fact guard, and where
/// those cannot tell by a judge whose evidence is looked up in the source.
///
/// ```swift
/// let checker = FactualConsistencyChecker(judge: .openAI("gpt-4.1"))
/// let consistency = try await checker.check(answer, with: [returnsPolicy, deliveryPolicy])
/// for claim in consistency.claims { print(claim.verdict, claim.claim.text, claim.explanation) }
/// ```
public struct FactualConsistencyChecker: Sendable {
  private let encoder: any EmbeddingModel
  private let judge: (any ChatModel)?
  private let method: ConsistencyMethod
  private let listing: ClaimListing

  /// Makes a checker.
  ///
  /// - Parameters:
  ///   - encoder: What finds the parts of a source that have to do with a claim. Cosines of the encoder that comes with
  ///     the package count as evidence too; those of others only rank.
  ///   - judge: The model that checks what the sieve leaves open; nil leaves it open.
  ///   - method: Who checks: the sieve, the judge, or one after the other.
  ///   - listing: Who takes the answer apart into claims.
  public init(
    encoder: any EmbeddingModel = .embedded, judge: (any ChatModel)? = nil, method: ConsistencyMethod = .sieveThenJudge,
    listing: ClaimListing = .bySentence
  ) {
    self.encoder = encoder
    self.judge = judge
    self.method = method
    self.listing = listing
  }

  /// Checks an answer.
  ///
  /// An empty answer fails. An empty source, an answer without a claim and a threshold that is no share leave it
  /// inconclusive.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - passages: The source, in one or several texts.
  ///   - threshold: The least share of supported claims that passes, 0 to 1. A contradicted claim fails at any.
  ///   - question: What was asked, where a judge should know.
  /// - Throws: ``JudgeFault`` where the judge gives no usable judgement, and whatever encoder and judge throw.
  public func check(
    _ answer: String, with passages: [String], threshold: Double = 1, question: String? = nil
  ) async throws -> FactualConsistency {
    // Written so that NaN is refused too.
    if !(threshold >= 0 && threshold <= 1) {
      return .unchecked(
        .inconclusive, "The threshold \(threshold) is no share. Give one from 0 to 1.", threshold: threshold)
    }
    if answer.allSatisfy(\.isWhitespace) { return .unchecked(.failed, "The answer is empty.", threshold: threshold) }
    let source = SourcePassages(passages)
    if source.isEmpty {
      return .unchecked(
        .inconclusive, "The source is empty, so there is nothing to check the answer against.", threshold: threshold)
    }
    if method == .judgeOnly, judge == nil {
      throw JudgeFault(
        .noJudge, judge: "",
        message:
          "Every claim is to be judged (\(method)), but no judge is named. Name one, or let the sieve check first.")
    }

    let judge = method == .sieveOnly ? nil : judge
    let sentences = AnswerClaims(of: answer)
    var claims = sentences.claims
    var prompts: [String] = []
    if listing.usesJudge, let judge, !claims.isEmpty {
      claims = try await ClaimLister(model: judge).claims(of: answer, sentences: sentences, question: question)
      prompts.append(JudgePrompt.claimListing.promptVersion)
    }
    if claims.isEmpty {
      return .unchecked(
        .inconclusive, "The answer makes no claim that could be checked: \(Self.listed(sentences.nonClaims)).",
        threshold: threshold, nonClaims: sentences.nonClaims)
    }

    let reading = SieveReading(answer, passages, encoder: encoder)
    let (retrieval, usedEncoder) = try await retrieve(claims, source, reading)
    var checked: [CheckedClaim?]
    if method == .judgeOnly {
      checked = claims.map { _ in nil }
    } else {
      let sieve = ClaimSieve(source: source, reading: reading)
      var looks = zip(claims, retrieval.found).map { sieve.look(at: $0, $1) }
      if usedEncoder != nil {
        // An encoder that fails only now leaves the first look as it is.
        do {
          looks = try await StatementWitness(sieve: sieve).reconsider(looks, retrieval.found)
        } catch is UnusableVectors {}
      }
      checked = looks.map(\.checked)
    }
    if let judge {
      let open = checked.indices.filter { checked[$0]?.verdict.isOpen ?? true }
      if !open.isEmpty {
        let judged = try await ClaimJudge(model: judge)
          .check(open.map { (claims[$0], retrieval.found[$0]) }, in: source, answer: answer, question: question)
        for (place, claim) in zip(open, judged) { checked[place] = claim }
        prompts.append(JudgePrompt.claimVerification.promptVersion)
      }
    }
    return FactualConsistency(
      checked.compactMap(\.self), nonClaims: sentences.nonClaims, omitted: sentences.omittedClaimCount,
      threshold: threshold, isSourceTruncated: source.isTruncated,
      limitation: checked.contains { $0?.checker == .sieve } ? reading.limitation : nil, encoder: usedEncoder,
      judge: prompts.isEmpty ? nil : judge?.identifier, promptVersions: prompts,
      advice: judge == nil ? Self.advice(method) : nil)
  }

  private static func advice(_ method: ConsistencyMethod) -> String {
    method == .sieveOnly
      ? "The sieve alone leaves that open (\(method)); with “\(ConsistencyMethod.sieveThenJudge)” a judge can decide."
      : "What the offline sieve leaves open a judge can decide, and none is named."
  }

  /// An encoder whose vectors are unusable leaves retrieval to the shared words; its own errors are thrown.
  private func retrieve(
    _ claims: [AnswerClaim], _ source: SourcePassages, _ reading: SieveReading
  ) async throws -> (ClaimRetrieval, encoder: String?) {
    do {
      return (try await ClaimRetrieval(claims, in: source, encoder: reading.encoder), reading.encoder?.identifier)
    } catch is UnusableVectors {
      return (try await ClaimRetrieval(claims, in: source, encoder: nil), nil)
    }
  }

  private static func listed(_ nonClaims: [NonClaim]) -> String {
    let shown = nonClaims.prefix(3).map { "\(QuotedExcerpt($0.text, limit: 80)) (\($0.kind))" }
    return shown.joined(separator: ", ") + (nonClaims.count > 3 ? ", …" : "")
  }
}

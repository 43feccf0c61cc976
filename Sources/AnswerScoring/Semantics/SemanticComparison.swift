import LanguageModels
import SemanticSimilarity
import SpecRecords
import StructuredOutput

/// One answer beside one reference.
struct SemanticComparison {
  let answer: String
  let reference: String
  let settings: SemanticMatchOption.Settings
  let model: any EmbeddingModel
  let threshold: SemanticThreshold
  private let language: LanguageOfTexts

  init(
    answer: String, reference: String, settings: SemanticMatchOption.Settings, model: any EmbeddingModel,
    threshold: SemanticThreshold?
  ) {
    self.answer = answer
    self.reference = reference
    self.settings = settings
    self.model = model
    let usual = settings.isWhole ? SemanticMatcher.defaultWholeThreshold : SemanticMatcher.defaultThreshold
    self.threshold = threshold ?? .match(usual)
    language = LanguageOfTexts(reference, answer)
  }

  private var calibrated: (any CalibratedEmbeddingModel)? { model as? any CalibratedEmbeddingModel }

  /// Nil where no facts are to be compared, and for texts in a language that the guard does not read.
  private var factGuard: FactGuard? {
    guard !settings.facts.isEmpty, let spoken = language.factLanguage else { return nil }
    return FactGuard(kinds: settings.facts, language: spoken)
  }

  func match() async throws -> SemanticMatch {
    if reference.allSatisfy(\.isWhitespace) {
      return result(.inconclusive, "The reference is empty, so there is nothing to compare the answer with.")
    }
    if let fault = threshold.fault { return result(.inconclusive, fault) }
    if calibrated == nil, !threshold.isCosine {
      return result(
        .inconclusive,
        """
        \(model.identifier) carries no calibration, so nobody can tell from which cosine on its vectors mean the same. \
        Fit one with `llmspec similarity calibrate` and add it with `.calibrated(by:)`, or compare cosines: \
        `threshold: .cosine(0.8)`.
        """)
    }
    if answer.allSatisfy(\.isWhitespace) { return result(.failed, "The answer is empty.") }
    if let known = calibrated?.languages, !isKnown(in: known) { return withoutEncoder(known) }
    return settings.isWhole ? try await wholes() : try await sentences()
  }

  // MARK: A language that the encoder does not know

  private func isKnown(in known: [TextLanguage]) -> Bool {
    !language.hasUnknownLanguage && language.languages.allSatisfy(known.contains)
  }

  /// Facts and wording are all there is to go by.
  private func withoutEncoder(_ known: [TextLanguage]) -> SemanticMatch {
    let comparison = factGuard?.compare(reference: reference, answer: answer)
    let facts = comparison?.findings ?? []
    let contradictions = facts.filter { $0.relation == .contradicts }
    let name = language.name ?? "an unknown language"
    if let first = contradictions.first {
      return result(
        .failed, "The answer contradicts the reference. \(first.explanation)",
        factVerdict: .contradicts, facts: contradictions)
    }
    if facts.isEmpty, RepeatedWording.repeats(reference, in: answer, asWhole: settings.isWhole) {
      return result(
        .passed, "The answer says the reference word for word.",
        factVerdict: verdict(of: [], comparison))
    }
    let names = known.map(\.name).joined(separator: " and ")
    let checked =
      comparison == nil ? "The facts were not checked either." : "Their facts do not contradict each other."
    return result(
      .inconclusive,
      """
      The texts are in \(name). \(model.identifier) knows \(names) only, so nobody can tell whether they mean the same. \
      \(checked) Give an encoder that knows the language: `by:` or `.encoder(…)`.
      """, factVerdict: verdict(of: facts, comparison), facts: facts)
  }

  // MARK: Wholes

  private func wholes() async throws -> SemanticMatch {
    let vectors = try await model.embed([answer, reference]).vectors
    var pair = PairOfVectors()
    if let problem = pair.add(vectors) {
      return result(.inconclusive, "\(model.identifier) gave no usable vectors: \(problem)")
    }
    let match = calibrated?.calibration.whole.match(forCosine: pair.cosine)
    let score = threshold.isCosine ? pair.cosine : match ?? 0
    let comparison = factGuard?.compare(reference: reference, answer: answer)
    let findings = comparison?.findings ?? []
    let isTruncated =
      comparison?.isTruncated ?? false
      || (model as? EmbeddedEmbeddingModel)?.leavesOut(partOf: [answer, reference]) ?? false
    let isNear = score >= threshold.value
    var reasons: [String] = []
    if !findings.isEmpty {
      reasons.append(MatchReason.facts(findings, isNear ? "The answer is like the reference, but" : ""))
    }
    let measure = MatchReason.measure(score, threshold)
    if !isNear { reasons.append("The answer as a whole is not like the reference (\(measure)).") }
    if reasons.isEmpty { reasons.append("The answer as a whole is like the reference (\(measure)).") }
    return result(
      isNear && findings.isEmpty ? .passed : .failed, reasons.joined(separator: " "), match: match,
      similarity: pair.cosine, factVerdict: verdict(of: findings, comparison), facts: findings,
      limitation: limitation(comparison), isTruncated: isTruncated)
  }

  // MARK: Sentences

  private func sentences() async throws -> SemanticMatch {
    var search = StatementSearch(reference: reference, answer: answer)
    if search.sought.isEmpty {
      return result(.inconclusive, "The reference has no sentence, so there is nothing to seek in the answer.")
    }
    if search.answer.sentences.isEmpty { return result(.failed, "The answer has no words.") }
    while let texts = search.nextTexts() { search.take(try await model.embed(texts).vectors) }
    if let problem = search.problem {
      return result(.inconclusive, "\(model.identifier) gave no usable vectors: \(problem)")
    }
    let bound: StatementBound
    if let calibration = calibrated?.calibration, !threshold.isCosine {
      bound = .match(threshold.value, calibration.windowed)
    } else {
      bound = .cosine(threshold.value)
    }
    let found = search.alignments(bound: bound, guarding: factGuard)
    let isTruncated = search.answer.isTruncated || search.isReferenceTruncated
    let unsaid = found.filter { $0.verdict != .said }
    let lowest = found.min { ($0.score(threshold) ?? -2) < ($1.score(threshold) ?? -2) }
    var verdict: Verdict = unsaid.isEmpty ? .passed : .failed
    if unsaid.contains(where: { $0.verdict == .notFound || $0.verdict == .missing }), search.answer.isTruncated {
      verdict = .inconclusive
    }
    // One comparison more tells which language the guard read, and what it leaves out in it.
    let coverage = factGuard?.compare(reference: reference, answer: "")
    let facts = found.flatMap(\.facts)
    let extra = search.extraSentences(beside: found).map(\.text)
    var reason = MatchReason.sentences(found, threshold: threshold)
    // What was shown as the nearest need not be shown again.
    let shown = Set(found.compactMap { $0.window?.text })
    let unshown = extra.filter { sentence in !shown.contains { $0.contains(sentence) } }
    if verdict != .passed, !unshown.isEmpty { reason += "\n" + MatchReason.extra(unshown) }
    return result(
      verdict, reason, match: threshold.isCosine ? nil : lowest?.window?.match ?? 0,
      similarity: lowest?.window?.cosine, factVerdict: self.verdict(of: facts, coverage), facts: facts,
      sentences: found, extraSentences: extra, limitation: limitation(coverage), isTruncated: isTruncated,
      counts: search.answer.isTruncated ? (search.answer.sentences.count, search.answer.sentenceCount) : nil)
  }

  // MARK: Results

  private func verdict(of facts: [FactFinding], _ comparison: FactComparison?) -> FactVerdict {
    if facts.contains(where: { $0.relation == .contradicts }) { return .contradicts }
    if !facts.isEmpty { return .missing }
    return comparison?.isChecked ?? false ? .agrees : .unchecked
  }

  /// What the guard did not check although it was asked to.
  private func limitation(_ comparison: FactComparison?) -> String? {
    if settings.facts.isEmpty { return nil }
    if let comparison { return comparison.limitation }
    return "The facts were not checked: the guard does not read \(language.name ?? "the text")."
  }

  private func result(
    _ verdict: Verdict, _ reason: String, match: Double? = nil, similarity: Double? = nil,
    factVerdict: FactVerdict = .unchecked, facts: [FactFinding] = [], sentences: [SentenceAlignment] = [],
    extraSentences: [String] = [], limitation: String? = nil, isTruncated: Bool = false,
    counts: (read: Int, all: Int)? = nil
  ) -> SemanticMatch {
    var reason = reason
    if let limitation, verdict != .inconclusive { reason += "\n" + limitation }
    if let counts {
      reason += "\nOnly the first \(counts.read) of the answer's \(counts.all) sentences were looked at."
    } else if isTruncated {
      reason += "\nA text is so long that its end was not looked at."
    }
    return SemanticMatch(
      verdict: verdict, match: match, similarity: similarity, threshold: threshold, reason: reason,
      encoder: model.identifier, reference: reference,
      factVerdict: factVerdict, facts: facts, sentences: sentences,
      extraSentences: extraSentences, language: language.name, isTruncated: isTruncated)
  }
}

extension SentenceAlignment {
  /// What is compared with a threshold.
  func score(_ threshold: SemanticThreshold) -> Double? { threshold.isCosine ? window?.cosine : window?.match }
}

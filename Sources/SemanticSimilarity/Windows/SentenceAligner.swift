/// Decides for each sentence of a reference whether an answer says it.
///
/// Of the windows of the answer that come near enough, the best one that the guard finds nothing against says the
/// sentence, with these rules:
/// - A window is no witness where the sentence of it that carries the match contradicts by itself; two neighbours that
///   say opposite things do not speak for either.
/// - A fact that a window leaves out may stand in the two sentences before and behind it, and a name or a code anywhere
///   before it: "About your order T-2077: … It leaves tomorrow."
/// - Where a sentence that is nearer by far contradicts, and is not about something of another name, that one counts.
/// - What a window only reports, supposes, tells of the past or cannot tell (``AssertedText``) is no witness.
/// - Where a window states several facts of one kind, those of the clause on the sentence's topic count
///   (``ClauseBinding``).
/// - An answer that says the sentence and also, of the same thing and without a condition, something else ("within 30
///   days … in fact, within 60 days"), says both, and that is no match: its reader cannot know which holds. Of the same
///   thing is what has no content word of its own. "Sale items within 14 days" has, and is other content.
struct SentenceAligner {
  /// How many windows the guard looks at, the best first.
  private static let mostCompared = 12
  /// How much nearer, in cosines, a contradicting sentence must be to outdo one that says the same.
  private static let nearerByFar = 0.2
  private static let neighbourhood = 2
  /// How many sentences before a window may name what it is about.
  private static let mostBefore = 30

  private struct Candidate {
    let window: Range<Int>
    let text: String
    /// What of it the answer asserts.
    let asserted: String
    let cosine: Double
    let nearness: Double?
    var wordCoverage: Double
    var facts: [FactFinding] = []
    var agreeingFacts = 0

    var contradicts: Bool { facts.contains { $0.relation == .contradicts } }

    var evidence: StatementEvidence? {
      nearness.map { StatementEvidence(nearness: $0, wordCoverage: wordCoverage, agreeingFacts: agreeingFacts) }
    }

    /// What the windows are ranked by.
    var rank: Double { evidence?.match ?? cosine }
  }

  private let search: StatementSearch
  private let bound: StatementBound
  private let factGuard: FactGuard?
  private let windows: [(window: Range<Int>, text: String, words: ContentWords)]
  /// The sentences of the answer, as far as they are asserted.
  private let asserted: [String]

  init(_ search: StatementSearch, bound: StatementBound, guarding factGuard: FactGuard?) {
    self.search = search
    self.bound = bound
    self.factGuard = factGuard
    windows = search.embeddedWindows.map {
      let text = search.answer.textInContext(of: $0)
      return ($0, text, ContentWords(text))
    }
    asserted = AssertedText.texts(of: search.answer.sentences.map(\.text))
  }

  func alignment(of sentence: String) -> SentenceAlignment {
    let all = candidates(for: sentence)
    guard let nearest = all.first else {
      return SentenceAlignment(sentence: sentence, verdict: .notFound, window: nil, facts: [], otherWindow: nil)
    }
    let expectedFacts = compare(sentence, "")
    var compared = all.prefix(Self.mostCompared).map { guarded($0, sentence, expectedFacts) }
    // Anew, since the facts that agree count now too.
    compared.sort { ($1.rank, $0.window.lowerBound) < ($0.rank, $1.window.lowerBound) }
    let singles = singleSentences(of: all, sentence)
    let said = compared.first { reaches($0) && $0.facts.isEmpty && !isCarriedByContradiction($0, singles) }
    let contradicting = (singles.values.sorted { $0.window.lowerBound < $1.window.lowerBound } + compared)
      .filter(\.contradicts).sorted { ($1.cosine, $0.window.lowerBound) < ($0.cosine, $1.window.lowerBound) }
    if let said {
      if let against = boundContradiction(said, sentence, expectedFacts) {
        let isDenied = against.contains { $0.relation == .contradicts }
        return alignment(sentence, isDenied ? .contradicted : .missing, said, facts: against)
      }
      let other =
        contradicting.first { isRival($0, of: said, sentence) } ?? rivalClause(of: said, sentence)
        ?? (expectedFacts.contains { Self.quantities.contains($0.kind) } ? nil : rule(above: said, singles, sentence))
      return alignment(sentence, other == nil ? .said : .both, said, facts: other?.facts ?? [], other: other)
    }
    if let other = contradicting.first(where: reaches) {
      return alignment(sentence, .contradicted, other, facts: other.facts)
    }
    if let other = compared.first(where: { reaches($0) && !$0.facts.isEmpty }) {
      return alignment(sentence, .missing, other, facts: other.facts)
    }
    let near = compared.first ?? nearest
    return alignment(sentence, .notFound, near, facts: near.contradicts ? near.facts : [])
  }

  private func alignment(
    _ sentence: String, _ verdict: StatementVerdict, _ candidate: Candidate, facts: [FactFinding],
    other: Candidate? = nil
  ) -> SentenceAlignment {
    SentenceAlignment(
      sentence: sentence, verdict: verdict, window: aligned(candidate), facts: facts,
      otherWindow: other.flatMap(aligned))
  }

  private func aligned(_ candidate: Candidate) -> AlignedWindow? {
    guard let range = search.answer.range(of: candidate.window) else { return nil }
    return AlignedWindow(
      sentences: candidate.window, text: candidate.text, range: range, cosine: candidate.cosine,
      match: candidate.evidence?.match, evidence: candidate.evidence)
  }

  // MARK: Windows that come near

  /// All windows, the nearest first.
  private func candidates(for sentence: String) -> [Candidate] {
    let words = ContentWords(sentence)
    let count = search.answer.windowCount
    // A reference that is itself a report, a supposition and so on is sought in all that stands there.
    let isPlain = AssertedText.isPlain(sentence)
    let found = windows.map { entry in
      let cosine = search.cosine(of: entry.window, to: sentence)
      let asserted = isPlain ? assertedText(of: entry.window) : entry.text
      return Candidate(
        window: entry.window, text: entry.text, asserted: asserted, cosine: cosine, nearness: nearness(cosine, count),
        wordCoverage: asserted.isEmpty
          ? 0 : words.coverage(by: asserted == entry.text ? entry.words : ContentWords(asserted)))
    }
    return found.enumerated().sorted { ($1.element.rank, $0.offset) < ($0.element.rank, $1.offset) }.map(\.element)
  }

  private func assertedText(of window: Range<Int>) -> String {
    let sentences = search.answer.sentences
    guard window.contains(where: { asserted[$0] != sentences[$0].text }) else {
      return search.answer.textInContext(of: window)
    }
    return window.map { asserted[$0] }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func nearness(_ cosine: Double, _ count: Int) -> Double? {
    guard case .match(_, let calibration) = bound else { return nil }
    return calibration.match(forCosine: cosine, windowCount: count)
  }

  private func reaches(_ candidate: Candidate) -> Bool {
    guard !candidate.asserted.isEmpty else { return false }
    switch bound {
    case .match(let threshold, _): return (candidate.evidence?.match ?? 0) >= threshold
    case .cosine(let threshold): return candidate.cosine >= threshold
    }
  }

  // MARK: Facts

  private func compare(_ sentence: String, _ text: String) -> [FactFinding] {
    factGuard?.compare(reference: sentence, answer: text).findings ?? []
  }

  private func guarded(_ candidate: Candidate, _ sentence: String, _ expectedFacts: [FactFinding]) -> Candidate {
    var candidate = candidate
    candidate.facts = compare(sentence, candidate.asserted)
    if !candidate.facts.isEmpty, !candidate.contradicts {
      candidate.facts = stillMissing(from: candidate, sentence)
    }
    if !candidate.contradicts {
      candidate.agreeingFacts = max(0, expectedFacts.count - candidate.facts.count)
      let missing = Set(candidate.facts.map(\.reference))
      // "24 months" is said by "two years".
      let known = expectedFacts.filter { Self.worded.contains($0.kind) && !missing.contains($0.reference) }
      candidate.wordCoverage = ContentWords(sentence).coverage(
        by: ContentWords(candidate.asserted), known: ContentWords(known.map(\.reference.text).joined(separator: " ")))
    }
    return candidate
  }

  /// What a window leaves out, and its neighbourhood too.
  private func stillMissing(from candidate: Candidate, _ sentence: String) -> [FactFinding] {
    let window = candidate.window
    let wide =
      max(
        0, window.lowerBound - Self.neighbourhood)..<min(
        search.answer.sentences.count, window.upperBound + Self.neighbourhood)
    let inNeighbourhood = missing(sentence, wide)
    let before = max(0, window.lowerBound - Self.mostBefore)..<wide.upperBound
    let inAllBefore = missing(sentence, before)
    return candidate.facts.filter { finding in
      let isTopic = finding.kind == .names || finding.kind == .codes
      return (isTopic ? inAllBefore : inNeighbourhood).contains(finding.reference)
    }
  }

  private func missing(_ sentence: String, _ window: Range<Int>) -> Set<FactSpan> {
    let text = AssertedText.isPlain(sentence) ? assertedText(of: window) : search.answer.textInContext(of: window)
    return Set(compare(sentence, text).map(\.reference))
  }

  /// The sentences of the answer, one by one, with what each says against the sentence sought.
  private func singleSentences(of all: [Candidate], _ sentence: String) -> [Int: Candidate] {
    var singles: [Int: Candidate] = [:]
    for candidate in all.filter({ $0.window.count == 1 }).prefix(Self.mostCompared) {
      var single = candidate
      single.facts = single.asserted.isEmpty ? [] : compare(sentence, single.asserted)
      singles[single.window.lowerBound] = single
    }
    return singles
  }

  private func isCarriedByContradiction(_ candidate: Candidate, _ singles: [Int: Candidate]) -> Bool {
    let within = candidate.window.compactMap { singles[$0] }
    guard candidate.window.count > 1, let carrier = within.max(by: { $0.cosine < $1.cosine }) else { return false }
    return carrier.contradicts
  }

  /// What a window in which the guard finds nothing says against the sentence, clause by clause.
  private func boundContradiction(
    _ said: Candidate, _ sentence: String, _ facts: [FactFinding]
  ) -> [FactFinding]? {
    guard let factGuard else { return nil }
    let sentences = search.answer.sentences
    let near = max(0, said.window.lowerBound - 1)..<min(sentences.count, said.window.upperBound + 1)
    let isWhole = said.asserted == said.text
    func text(_ index: Int) -> String { isWhole ? sentences[index].text : asserted[index] }
    // A clause alone is too short to tell its language from.
    let language =
      factGuard.language
      ?? FactLanguage.detected(in: FactTokenizer.tokens(in: sentence) + FactTokenizer.tokens(in: said.text))
    let clauseGuard = FactGuard(kinds: factGuard.kinds, language: language)
    let binding = ClauseBinding(sentence, stating: facts) { clauseGuard.compare(reference: $0, answer: $1).findings }
    return binding.contradiction(in: near.map { (text: text($0), context: sentences[$0].context) })
  }

  // MARK: An answer that says both

  private static let correctable: FactKinds = [.numbers, .money, .units, .negation, .dates, .times]
  private static let worded: FactKinds = [.numbers, .money, .units, .dates, .times]
  private static let quantities: FactKinds = [.numbers, .money, .units]
  private static let additive: FactKinds = [.dates, .times]

  private func isRival(_ other: Candidate, of said: Candidate, _ sentence: String) -> Bool {
    guard !said.window.overlaps(other.window) || other.window.count == 1, other.window != said.window else {
      return false
    }
    let isOfOtherName = other.facts.contains { $0.kind == .names || $0.kind == .codes }
    if isOfOtherName || isQuestion(other.text) { return false }
    if other.cosine > said.cosine + Self.nearerByFar, reaches(other) { return true }
    return saysNothingElse(
      other.text, other.facts, than: said.window.overlaps(other.window) ? [sentence] : [sentence, said.text])
  }

  /// A part of the very sentence that says it: "within 30 days, in fact within 60 days", "30 days or 60 days".
  private func rivalClause(of said: Candidate, _ sentence: String) -> Candidate? {
    for clause in Clauses.corrections(in: said.text) {
      let facts = compare(sentence, clause.text)
      guard facts.contains(where: { $0.relation == .contradicts }), !isQuestion(clause.text) else { continue }
      if saysNothingElse(clause.text, facts, than: [sentence, clause.before]) {
        return Candidate(
          window: said.window, text: clause.text, asserted: clause.text, cosine: said.cosine, nearness: said.nearness,
          wordCoverage: said.wordCoverage, facts: facts)
      }
    }
    return nil
  }

  /// A sentence that contradicts in general, where what says it speaks of a part alone: "Returns cost 3.50 euros unless
  /// you are a member. Members return for free."
  private func rule(above said: Candidate, _ singles: [Int: Candidate], _ sentence: String) -> Candidate? {
    let words = ContentWords(sentence)
    guard said.window.count == 1 || said.window.contains(where: { singles[$0]?.contradicts == true }) else {
      return nil
    }
    for (_, single) in singles.sorted(by: { $0.key < $1.key }) where single.window != said.window {
      let main = Clauses.withoutException(single.asserted)
      guard !isQuestion(main), !main.isEmpty else { continue }
      let facts = compare(sentence, main).filter { $0.relation == .contradicts }
      guard facts.contains(where: { Self.quantities.contains($0.kind) }) else { continue }
      let spans = facts.compactMap { $0.answer?.text }.joined(separator: " ")
      let isGeneral = ContentWords(main).isCovered(by: ContentWords(sentence + " cost pay charge " + spans))
      guard isGeneral, !words.places(in: ContentWords(main)).isEmpty,
        !ContentWords(said.asserted).isCovered(by: ContentWords(sentence + " " + main))
      else { continue }
      var rule = single
      rule.facts = facts
      return rule
    }
    return nil
  }

  /// Whether a text contradicts in a number or with a denial, and has no content word of its own that would make it a
  /// statement on something else.
  private func saysNothingElse(_ text: String, _ facts: [FactFinding], than others: [String]) -> Bool {
    var contradictions = facts.filter { $0.relation == .contradicts }
    let denies = contradictions.contains { $0.kind == .negation }
    if denies {
      guard !contradictions.contains(where: { Self.quantities.contains($0.kind) }) else { return false }
      contradictions = contradictions.filter { $0.kind == .negation }
    } else if Self.isDenying(text) {
      // "Not 60 days" denies the other number.
      return false
    }
    guard contradictions.allSatisfy({ Self.correctable.contains($0.kind) }) else { return false }
    if contradictions.contains(where: { Self.additive.contains($0.kind) }) {
      guard Clauses.beginsWithCorrection(text) else { return false }
    }
    let spans = contradictions.compactMap { $0.answer?.text }.joined(separator: " ")
    let known = ContentWords.allButFillers(of: (others + [denies ? "" : spans]).joined(separator: " "))
    return ContentWords.allButFillers(of: text).stems.isSubset(of: known.stems)
  }

  private static func isDenying(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "\u{2019}" }
    return words.contains {
      ["not", "no", "never", "instead", "without", "cannot"].contains($0) || $0.hasSuffix("n't")
        || $0.hasSuffix("n\u{2019}t")
    }
  }

  private func isQuestion(_ text: String) -> Bool { text.last == "?" }
}

extension StatementSearch {
  /// What became of each sentence that was sought.
  /// - Parameters:
  ///   - bound: from where on a window says a sentence.
  ///   - factGuard: compares the facts of the aligned pairs; nil for none.
  package func alignments(bound: StatementBound, guarding factGuard: FactGuard?) -> [SentenceAlignment] {
    let aligner = SentenceAligner(self, bound: bound, guarding: factGuard)
    return sought.map(aligner.alignment)
  }

  /// The sentences of the answer in none of the windows that say something of the reference.
  public func extraSentences(beside alignments: [SentenceAlignment]) -> [TextSentence] {
    var used: Set<Int> = []
    for alignment in alignments where alignment.verdict != .notFound {
      used.formUnion(alignment.window.map { Set($0.sentences) } ?? [])
    }
    return answer.sentences.indices.filter { !used.contains($0) }.map { answer.sentences[$0] }
  }
}

/// Tells which clause of an answer speaks of what a reference speaks of, where several state facts of one kind.
///
/// "Delivery takes 5 working days at most, and refunds reach you in 2 to 4 working days." holds all facts and words of
/// "Delivery takes 2 to 4 working days." and says another thing. A clause binds the reference to its own facts where it
/// holds all words of it that the clause with the equal fact holds, and more, and where that one speaks of something
/// else. Without such a clause nothing is known, and the sentence counts as a whole.
struct ClauseBinding {
  private static let mostClauses = 16
  private static let quantities: FactKinds = [.numbers, .money, .units, .dates, .times]
  private static let denials: FactKinds = [.negation, .quantifiers]

  private static let subjects: Set<String> = ["it", "they", "this", "that", "these", "those", "which", "both", "each"]
  private static let rests: Set<String> = ["else", "other", "others", "otherwise", "rest", "everything", "all", "both"]

  private static let pointers: Set<String> = [
    "that", "this", "these", "those", "then", "it", "they", "later", "otherwise",
  ]

  private struct Clause {
    let text: String
    let words: ContentWords
    let shared: Set<Int>
    /// What it says against the sentence.
    let facts: [FactFinding]
    /// The kinds of what it states.
    let kinds: FactKinds
    let isForeign: Bool
    let sentence: Int
    /// The first words of its sentence and of the clause.
    let beginning: [String]
  }

  private let sentence: String
  private let topic: ContentWords
  private let compare: (String, String) -> [FactFinding]

  /// - Parameters:
  ///   - sentence: the sentence of the reference.
  ///   - facts: what it states.
  ///   - compare: what the second text says against the first.
  init(_ sentence: String, stating facts: [FactFinding], compare: @escaping (String, String) -> [FactFinding]) {
    self.sentence = sentence
    self.compare = compare
    topic = ContentWords.topic(of: sentence, stating: facts)
  }

  /// What the clause that speaks of the reference's topic says against it; nil where there is none, or where it does not
  /// disagree.
  func contradiction(in sentences: [(text: String, context: String?)]) -> [FactFinding]? {
    let texts = sentences.enumerated().flatMap { index, sentence in
      let lead = lead(of: sentence.text)
      let parts = Self.clauses(of: String(sentence.text.dropFirst(lead.count)))
      return parts.map { (sentence: index, lead: (sentence.context ?? "") + " " + lead, text: $0) }
    }
    guard texts.count > 1, texts.count <= Self.mostClauses else { return nil }
    let known = ContentWords(sentence)
    let clauses = texts.map { index, lead, text in
      Clause(
        text: text, words: ContentWords(text), shared: topic.places(in: ContentWords(lead + " " + text)),
        facts: compare(sentence, text),
        kinds: FactKinds(compare(text, "").map(\.kind)), isForeign: !ContentWords(text).isCovered(by: known),
        sentence: index,
        beginning: [sentences[index].text, text].flatMap { WordSequence($0).words.prefix(3) })
    }
    for clause in clauses where !Self.isCondition(clause.text) {
      if let against = boundFact(of: clause, among: clauses) { return [against] }
      if isBareDenial(clause, among: clauses) { return clause.facts }
    }
    return nil
  }

  /// What a clause that is about the topic says against a fact that another clause states of something else.
  private func boundFact(of clause: Clause, among clauses: [Clause]) -> FactFinding? {
    return clause.facts.first { finding in
      // "Free" is the fact itself in "exchanges are free".
      let fact = topic.places(in: ContentWords(finding.reference.text))
      let shared = clause.shared.subtracting(fact)
      return Self.quantities.contains(finding.kind) && !shared.isEmpty && shared.count * 2 >= topic.count - fact.count
        && (finding.relation == .contradicts || states(clause, anotherThan: finding))
        && clauses.contains { agrees($0, on: finding) && isElsewhere($0, than: clause, beside: fact) }
    }
  }

  /// Whether a clause that lacks a fact states another in its place: a bare number for one with a unit, or no cost.
  private func states(_ clause: Clause, anotherThan finding: FactFinding) -> Bool {
    if finding.kind == .money, clause.words.speaksOfNoCost, !topic.speaksOfNoCost { return true }
    guard finding.kind == .units || finding.kind == .numbers else { return false }
    return !clause.kinds.isDisjoint(with: [.numbers, finding.kind])
  }

  private static func isCondition(_ clause: String) -> Bool {
    ["if", "when", "once", "should", "unless", "whenever"].contains(WordSequence(clause).words.first ?? "")
  }

  /// "Checked bag:" of "Checked bag: 23 kg (Economy), 32 kg (Business)" belongs to both parts.
  private func lead(of text: String) -> String {
    guard let colon = text.firstIndex(of: ":"), text[colon...].dropFirst().first == " " else { return "" }
    return String(text[...colon])
  }

  private func agrees(_ clause: Clause, on finding: FactFinding) -> Bool {
    !clause.facts.contains { $0.reference.range.overlaps(finding.reference.range) }
      && (!clause.kinds.isDisjoint(with: Self.quantities)
        || finding.kind == .money && clause.words.speaksOfNoCost && topic.speaksOfNoCost)
  }

  /// Whether a clause speaks of something else: has words of its own, and of the topic only some that the other has
  /// too.
  private func isElsewhere(_ clause: Clause, than other: Clause, beside fact: Set<Int>) -> Bool {
    guard clause.isForeign, clause.shared.subtracting(fact).isStrictSubset(of: other.shared.subtracting(fact)) else {
      return false
    }
    let words = WordSequence(clause.text).words
    if words.contains(where: Self.rests.contains) { return false }
    // "After that a fee applies", "from 60 euros it is free": the subject stands before it.
    if clause.beginning.contains(where: Self.pointers.contains) { return false }
    return !zip(words, words.dropFirst()).contains { word, next in
      Self.subjects.contains(word)
        && (next.hasSuffix("s") || ["are", "can", "will", "may", "would", "re"].contains(next))
    }
  }

  /// "… were skipped, none failed": denies a word of the topic that the rest of its sentence lacks, and says nothing
  /// else.
  private func isBareDenial(_ clause: Clause, among clauses: [Clause]) -> Bool {
    let denies = clause.facts.contains { $0.relation == .contradicts && Self.denials.contains($0.kind) }
    let beginning = WordSequence(clause.text).words.first ?? ""
    guard denies || !clause.facts.isEmpty && ["none", "neither", "nobody"].contains(beginning),
      !clause.shared.isEmpty, !clause.isForeign
    else { return false }
    let others = clauses.filter { $0.sentence == clause.sentence && $0.text != clause.text }
    return others.contains { !$0.shared.isEmpty }
      && clause.shared.contains { place in others.allSatisfy { !$0.shared.contains(place) } }
  }

  /// The parts of a sentence between commas, semicolons, dashes and "and", "but" or "while", those in brackets with the
  /// words before them.
  static func clauses(of sentence: String) -> [String] {
    let characters = Array(sentence)
    var clauses: [String] = []
    var current = ""
    var depth = 0
    var index = 0
    func close() {
      if current.contains(where: { $0.isLetter || $0.isNumber }) { clauses.append(current) }
      current = ""
    }
    while index < characters.count {
      let character = characters[index]
      if character == "(" { depth += 1 }
      if character == ")" { depth = max(0, depth - 1) }
      let isSpaced = index + 1 == characters.count || characters[index + 1] == " "
      if depth == 0, isSpaced, ",;".contains(character) {
        close()
      } else if depth == 0, character == " ", !current.lowercased().contains("between"),
        let length = conjunction(characters, index)
      {
        close()
        index += length
      } else if "\u{2014}".contains(character) {
        close()
      } else {
        current.append(character)
      }
      index += 1
    }
    close()
    return clauses
  }

  private static let conjunctions: [[Character]] = ["and", "but", "while", "whereas", "\u{2013}"].map {
    Array($0 + " ")
  }
  /// "Saturdays and Sundays" is no pair of clauses.
  private static let fewestWords = 3

  /// The length of a conjunction behind a space, before enough words for a clause.
  private static func conjunction(_ characters: [Character], _ space: Int) -> Int? {
    let rest = characters[(space + 1)...]
    guard let found = conjunctions.first(where: { rest.starts(with: $0) }) else { return nil }
    guard found.first == "a" else { return found.count }
    let words = rest.dropFirst(found.count).prefix { !",;".contains($0) }.prefix(80).split(separator: " ")
    return words.prefix { !["and", "but"].contains(String($0)) }.count >= fewestWords ? found.count : nil
  }
}

extension FactKinds {
  fileprivate init(_ kinds: [FactKinds]) { self = kinds.reduce(into: []) { $0.formUnion($1) } }
}

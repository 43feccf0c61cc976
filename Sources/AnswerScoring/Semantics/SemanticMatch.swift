import SemanticSimilarity
import SpecRecords

/// What became of the facts of a reference in an answer.
public struct FactVerdict: Sendable, Hashable {
  /// The name in files: `agrees`, `contradicts`, `missing` or `unchecked`.
  public let name: String

  /// No fact was found on which the two disagree.
  public static let agrees = FactVerdict(name: "agrees")
  /// The answer says otherwise.
  public static let contradicts = FactVerdict(name: "contradicts")
  /// The answer leaves a fact out.
  public static let missing = FactVerdict(name: "missing")
  /// Nothing was compared: in this language the guard reads nothing, or none of the facts was to be compared.
  public static let unchecked = FactVerdict(name: "unchecked")
}

/// Whether an answer says what a reference says.
public struct SemanticMatch: Sendable, Hashable {
  /// Whether it does; for references that must not be said, whether it does not.
  public let verdict: Verdict
  /// The match, 0 to 1, whatever the facts; of several sentences the lowest. Nil with an encoder without calibration,
  /// and where nothing was measured.
  public let match: Double?
  /// The cosine that belongs to the match, -1 to 1; nil where nothing was measured.
  public let similarity: Double?
  /// The lowest match that passes, or the lowest cosine.
  public let threshold: SemanticThreshold
  /// Why the verdict is what it is, for a person.
  public let reason: String
  /// The embedding model that measured it, with its version.
  public let encoder: String
  /// Of several references the one that decided.
  public let reference: String
  /// What became of the facts, whatever the similarity.
  public let factVerdict: FactVerdict
  /// The facts on which answer and reference disagree.
  public let facts: [FactFinding]
  /// Each sentence of the reference and what the answer says to it; empty where texts were compared as wholes.
  public let sentences: [SentenceAlignment]
  /// The sentences of the answer that say nothing of the reference; they are allowed.
  public let extraSentences: [String]
  /// The language of the texts in English words; nil for texts without words.
  public let language: String?
  /// Whether a part of a text was not looked at because it is too long.
  public let isTruncated: Bool

  /// The sentences of the reference that the answer does not say.
  public var sentencesNotSaid: [String] { sentences.filter { $0.verdict != .said }.map(\.sentence) }

  /// The number that goes with the threshold: the match or, where cosines are compared, the cosine.
  public var score: Double? { threshold.isCosine ? similarity : match }

  /// Makes a result.
  public init(
    verdict: Verdict, match: Double? = nil, similarity: Double? = nil, threshold: SemanticThreshold, reason: String,
    encoder: String, reference: String, factVerdict: FactVerdict = .unchecked, facts: [FactFinding] = [],
    sentences: [SentenceAlignment] = [], extraSentences: [String] = [], language: String? = nil,
    isTruncated: Bool = false
  ) {
    self.verdict = verdict
    self.match = match
    self.similarity = similarity
    self.threshold = threshold
    self.reason = reason
    self.encoder = encoder
    self.reference = reference
    self.factVerdict = factVerdict
    self.facts = facts
    self.sentences = sentences
    self.extraSentences = extraSentences
    self.language = language
    self.isTruncated = isTruncated
  }
}

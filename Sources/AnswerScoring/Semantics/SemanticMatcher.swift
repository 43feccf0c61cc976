import LanguageModels
import SpecRecords
import TextMetrics

/// Compares an answer with a reference answer by what an embedding model makes of the two.
public struct SemanticMatcher: Sendable {
  /// The threshold with a model that declares none of its own.
  public static let defaultThreshold = 0.8

  private let model: any EmbeddingModel
  private let threshold: Double

  /// Makes a matcher.
  ///
  /// - Parameters:
  ///   - model: What measures nearness. The default measures shared wording; see ``LexicalEmbeddingModel``.
  ///   - threshold: The lowest cosine that passes, −1 to 1. Nil takes the model's own
  ///     (``CalibratedEmbeddingModel/matchThreshold``), else ``defaultThreshold``.
  public init(model: any EmbeddingModel = LexicalEmbeddingModel(), threshold: Double? = nil) {
    self.model = model
    let declared = (model as? any CalibratedEmbeddingModel)?.matchThreshold
    self.threshold = threshold ?? declared ?? Self.defaultThreshold
  }

  /// Compares an answer with its reference.
  ///
  /// An empty answer fails. An empty reference, vectors that are no vectors and a threshold outside of −1 to 1 leave it
  /// inconclusive.
  ///
  /// - Throws: Whatever the model throws.
  public func match(_ answer: String, _ reference: String) async throws -> SemanticMatch {
    if reference.allSatisfy(\.isWhitespace) {
      return match(.inconclusive, "The reference is empty, so there is nothing to compare the answer with.")
    }
    // Written so that NaN is refused too.
    if !(threshold >= -1 && threshold <= 1) {
      return match(.inconclusive, "The threshold \(threshold) is no cosine. Give one from -1 to 1.")
    }
    if answer.allSatisfy(\.isWhitespace) {
      return match(.failed, "The answer is empty.")
    }
    let vectors = try await model.embed([answer, reference]).vectors
    if let problem = Self.problem(vectors) {
      return match(.inconclusive, "\(model.identifier) gave no usable vectors: \(problem)")
    }
    let cosine = Double(LexicalEmbedding.cosineSimilarity(vectors[0], vectors[1]))
    guard cosine.isFinite else {
      return match(.inconclusive, "\(model.identifier) gave vectors whose cosine is no number.")
    }
    let score = min(max(cosine, -1), 1)
    let verdict = Verdict(score: score, threshold: threshold)
    let relation = verdict == .passed ? "reaches" : "is below"
    // Three digits, except where they would make a score below the threshold look like one that reaches it.
    let rounded = (score * 1000).rounded() / 1000
    let shown = (rounded >= threshold) == (score >= threshold) ? rounded : score
    return match(
      verdict, "The similarity \(shown) \(relation) the threshold \(threshold) (\(model.identifier)).", score: score)
  }

  private func match(_ verdict: Verdict, _ reason: String, score: Double = 0) -> SemanticMatch {
    SemanticMatch(verdict: verdict, score: score, threshold: threshold, reason: reason, encoder: model.identifier)
  }

  /// What makes the vectors of two texts unusable; nil where nothing does.
  private static func problem(_ vectors: [[Float]]) -> String? {
    guard vectors.count == 2 else { return "\(vectors.count) for two texts." }
    guard vectors[0].count == vectors[1].count else {
      return "their lengths differ, \(vectors[0].count) and \(vectors[1].count)."
    }
    if vectors[0].isEmpty { return "they are empty." }
    for (vector, text) in zip(vectors, ["answer", "reference"]) {
      if !vector.allSatisfy(\.isFinite) { return "the one of the \(text) holds a value that is no finite number." }
      if vector.allSatisfy({ $0 == 0 }) { return "the one of the \(text) is all zero; it finds nothing in that text." }
    }
    return nil
  }
}

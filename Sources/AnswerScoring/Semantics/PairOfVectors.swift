import TextMetrics

/// The vectors of an answer and its reference as wholes.
struct PairOfVectors {
  private(set) var cosine = 0.0

  /// Takes both; what is wrong with them, or nil.
  mutating func add(_ vectors: [[Float]]) -> String? {
    guard vectors.count == 2 else { return "\(vectors.count) for 2 texts." }
    guard vectors[0].count == vectors[1].count else {
      return "their lengths differ, \(vectors[0].count) and \(vectors[1].count)."
    }
    if vectors[0].isEmpty { return "they are empty." }
    for (vector, text) in zip(vectors, ["answer", "reference"]) {
      if !vector.allSatisfy(\.isFinite) { return "the one of the \(text) holds a value that is no finite number." }
      if vector.allSatisfy({ $0 == 0 }) { return "the one of the \(text) is all zero; it finds nothing in that text." }
    }
    cosine = LexicalEmbedding.cosineSimilarity(vectors[0], vectors[1])
    return nil
  }
}

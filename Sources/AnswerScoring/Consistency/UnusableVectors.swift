import LanguageModels

/// Vectors of an encoder that nothing can be measured with.
struct UnusableVectors: Error, CustomStringConvertible {
  let encoder: String
  let problem: String

  var description: String { "\(encoder) gave no usable vectors: \(problem)" }

  /// The vectors of some texts, one for each, all of one length and of finite numbers.
  static func checked(_ encoder: any EmbeddingModel, _ texts: [String]) async throws -> [[Float]] {
    let vectors = try await encoder.embed(texts).vectors
    guard vectors.count == texts.count else {
      throw UnusableVectors(encoder: encoder.identifier, problem: "\(vectors.count) for \(texts.count) texts.")
    }
    let length = vectors.first?.count ?? 0
    guard length > 0, vectors.allSatisfy({ $0.count == length }) else {
      throw UnusableVectors(encoder: encoder.identifier, problem: "they are empty or differ in length.")
    }
    guard vectors.allSatisfy({ $0.allSatisfy(\.isFinite) }) else {
      throw UnusableVectors(encoder: encoder.identifier, problem: "one holds a value that is no finite number.")
    }
    return vectors
  }
}

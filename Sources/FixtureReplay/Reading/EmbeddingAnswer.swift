import Foundation
import StructuredOutput

/// Reads how many vectors an answer holds and how long they are, in the forms of several providers.
enum EmbeddingAnswer {
  static func read(_ document: JSONValue, into answer: inout AnswerReading) {
    let vectors = Self.vectors(document)
    answer.model = document["model"]?.stringValue
    if let first = vectors.first {
      answer.vectors = AnswerReading.Vectors(count: vectors.count, dimensions: dimensions(first))
    }
    let usage = document["usage"]
    answer.count("input", usage?["prompt_tokens"] ?? usage?["total_tokens"] ?? document["prompt_eval_count"])
  }

  private static func vectors(_ document: JSONValue) -> [JSONValue] {
    if let items = document["data"]?.arrayValue { return items.compactMap { $0["embedding"] } }
    if let one = document["embedding"] { return [one["values"] ?? one] }
    guard let embeddings = document["embeddings"] else { return [] }
    if let items = embeddings.arrayValue { return items.map { $0["values"] ?? $0 } }
    return (embeddings["float"] ?? embeddings["base64"])?.arrayValue ?? []
  }

  /// A list of numbers, or 32-bit numbers in Base64.
  private static func dimensions(_ vector: JSONValue) -> Int {
    if let text = vector.stringValue { return (Data(base64Encoded: text)?.count ?? 0) / 4 }
    return vector.arrayValue?.count ?? 0
  }
}

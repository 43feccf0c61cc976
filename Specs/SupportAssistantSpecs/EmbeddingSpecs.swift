import Foundation
import LLMSpec
import SupportAssistant
import Testing

/// Meanings compared by the small model's own vectors, over any server's embeddings endpoint.
@Suite("Compared by recorded vectors", .fixtures, .tags(.llm))
struct EmbeddingSpecs {
  let encoder = OpenAICompatibleEmbeddingModel.openAICompatible(
    smallModel, baseAddress: URL(string: "http://127.0.0.1:8090/v1"))

  @Test("Says what the policy says")
  func returnWindow() async throws {
    let answer = try await SupportAssistant().answer("How long do I have to return shoes?")
    try await expectSemanticMatch(
      answer, "You can return shoes within 30 days of delivery.", .whole, threshold: .cosine(0.9), by: encoder)
  }
}

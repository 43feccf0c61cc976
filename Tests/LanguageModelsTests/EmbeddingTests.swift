import LanguageModels
import StructuredOutput
import Testing

@Suite("Embeddings of OpenAI-compatible servers")
struct EmbeddingTests {
  private func embed(_ texts: [String], _ answer: String) async throws -> EmbeddingResponse {
    var response = EmbeddingResponse(vectors: [], model: "")
    try await reportedCalls(over: CannedTransport(answer)) {
      response = try await OpenAICompatibleEmbeddingModel("m").embed(texts)
    }
    return response
  }

  @Test("Vectors come in the order of the texts, whatever the order of the answer")
  func order() async throws {
    let transport = CannedTransport(
      #"{"data":[{"index":1,"embedding":[3,4]},{"index":0,"embedding":[1,2.5]}],"model":"s","#
        + #""usage":{"prompt_tokens":6}}"#
    )
    let calls = try await reportedCalls(over: transport) {
      let answer = try await OpenAICompatibleEmbeddingModel("m").embed(["a", "b"])
      #expect(answer == EmbeddingResponse(vectors: [[1, 2.5], [3, 4]], usage: Usage(input: 6), model: "s"))
    }
    #expect(calls.map(\.input) == [.texts(["a", "b"])])
    #expect(calls.map(\.usage) == [Usage(input: 6)])
    let request = try #require(transport.requests.first)
    #expect(request.path == "/embeddings")
    #expect(request.purpose == .embedding)
    #expect(request.body == .json(["model": "m", "input": ["a", "b"], "encoding_format": "float"]))
  }

  @Test("No texts need no call")
  func empty() async throws {
    let answer = try await OpenAICompatibleEmbeddingModel("m").embed([])
    #expect(answer.vectors.isEmpty)
  }

  @Test("Vectors in base64 are read although not asked for")
  func base64() async throws {
    #expect(try await embed(["a"], #"{"data":[{"index":0,"embedding":"AACAPwAAAMA="}]}"#).vectors == [[1, -2]])
  }

  @Test(
    "An answer that does not fit the texts is a fault",
    arguments: [
      #"{"data":[{"index":0,"embedding":[1]}]}"#,
      #"{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]}"#,
      #"{"data":[{"index":0,"embedding":[1]},{"index":2,"embedding":[1]}]}"#,
      #"{"data":[{"index":0,"embedding":[1]},{"index":1,"embedding":[1,2]}]}"#,
      #"{"data":[{"index":0,"embedding":[]},{"index":1,"embedding":[]}]}"#,
      #"{"data":[{"index":0,"embedding":[1e99]},{"index":1,"embedding":[1]}]}"#,
      #"{"data":[{"index":0,"embedding":["x"]},{"index":1,"embedding":[1]}]}"#, #"{"data":null}"#, "[]",
    ])
  func unfitting(answer: String) async throws {
    let fault = await #expect(throws: ModelFault.self) { try await embed(["a", "b"], answer) }
    #expect(fault?.kind == .malformedAnswer)
  }
}

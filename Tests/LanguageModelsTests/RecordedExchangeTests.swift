import Foundation
import LanguageModels
import StructuredOutput
import Testing

/// Recorded answers of real servers that speak OpenAI's form, with what a right reader finds in them.
private struct RecordedExchange: CustomTestStringConvertible {
  let name: String
  let value: JSONValue

  var testDescription: String { name }

  static let folder: URL? = {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while folder.path.count > 1 {
      let candidate = folder.appending(path: "shared/conformance/cassettes")
      if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
      folder.deleteLastPathComponent()
    }
    return nil
  }()

  static func all(_ providers: [String]) -> [RecordedExchange] {
    guard let folder else { return [] }
    return providers.flatMap { provider -> [RecordedExchange] in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: provider).path)) ?? []
      return names.filter { $0.hasSuffix(".json") }.sorted().compactMap { name -> RecordedExchange? in
        guard let data = try? Data(contentsOf: folder.appending(path: "\(provider)/\(name)")),
          let value = try? JSONValue(parsing: [UInt8](data))
        else { return nil }
        return RecordedExchange(name: "\(provider)/\(name)", value: value)
      }
    }
  }

  var expected: JSONValue { value["expected"] ?? .null }

  var transport: CannedTransport {
    let response = value["response"]
    return CannedTransport(
      response?["body"]?.stringValue ?? "", status: response?["status"]?.intValue ?? 0,
      contentType: response?["headers"]?["content-type"]?.stringValue ?? "application/json", pieceLength: 113)
  }
}

@Suite(
  "Recorded exchanges", .enabled(if: RecordedExchange.folder != nil, "the recorded exchanges are not on this machine"))
struct RecordedExchangeTests {
  @Test(
    "Chats are read as recorded",
    arguments: RecordedExchange.all(["openai-chat", "deepseek", "groq", "openrouter", "together", "vllm"]))
  fileprivate func chat(exchange: RecordedExchange) async throws {
    var answer = ChatResponse(message: .assistant(""), model: "")
    try await reportedCalls(over: exchange.transport) {
      let model = OpenAICompatibleModel("m")
      let request = ChatRequest(messages: [.user("q")])
      if exchange.value["streamed"]?.boolValue == true {
        guard case .finished(let whole)? = try await model.stream(request).collected().last else { return }
        answer = whole
      } else {
        answer = try await model.respond(to: request)
      }
    }
    let expected = exchange.expected
    #expect(answer.text == expected["text"]?.stringValue)
    let calls = answer.toolCalls.map { call -> JSONValue in
      ["name": .string(call.name), "arguments": (try? call.arguments()) ?? .string(call.argumentsText)]
    }
    #expect(JSONValue.array(calls) == expected["toolCalls"])
    #expect(answer.finishReason.rawValue == expected["finishReason"]?.stringValue)
    #expect(answer.rawFinishReason == expected["rawFinishReason"]?.stringValue)
    #expect(answer.usage.input == expected["usage"]?["input"]?.intValue)
    #expect(answer.usage.output == expected["usage"]?["output"]?.intValue)
    #expect(answer.usage.cachedInput == expected["usage"]?["cachedInput"]?.intValue)
    #expect(answer.usage.cacheWrite == expected["usage"]?["cacheWrite"]?.intValue)
    #expect(answer.usage.reasoning == expected["usage"]?["reasoning"]?.intValue)
    #expect(answer.model == expected["model"]?.stringValue)
    #expect(answer.id == expected["id"]?.stringValue)
    #expect(answer.refusal == expected["refusal"]?.stringValue)
    #expect(answer.reasoningText == expected["reasoningText"]?.stringValue)
  }

  @Test("Embeddings are read as recorded", arguments: RecordedExchange.all(["openai-embeddings"]))
  fileprivate func embeddings(exchange: RecordedExchange) async throws {
    let expected = exchange.expected
    let count = try #require(expected["count"]?.intValue)
    try await reportedCalls(over: exchange.transport) {
      let answer = try await OpenAICompatibleEmbeddingModel("m").embed(Array(repeating: "x", count: count))
      #expect(answer.vectors.first?.count == expected["dimensions"]?.intValue)
      #expect(answer.usage.input == expected["usage"]?["input"]?.intValue)
      for (vector, first) in zip(answer.vectors, expected["firstValues"]?.arrayValue ?? []) {
        for (value, wanted) in zip(vector, first.arrayValue ?? []) {
          #expect(abs(Double(value) - (wanted.doubleValue ?? .nan)) < 1e-8)
        }
      }
    }
  }

  @Test("Errors keep status and message", arguments: RecordedExchange.all(["errors"]))
  fileprivate func errors(exchange: RecordedExchange) async throws {
    let expected = try #require(exchange.expected["error"])
    try await reportedCalls(over: exchange.transport) {
      let fault = await #expect(throws: ModelFault.self) { try await OpenAICompatibleModel("m").respond(to: "q") }
      #expect(fault?.status == expected["status"]?.intValue)
      let message = expected["raw"]?["message"]?.stringValue ?? "no message"
      #expect(fault?.message.contains(message.prefix(80)) == true)
    }
  }
}

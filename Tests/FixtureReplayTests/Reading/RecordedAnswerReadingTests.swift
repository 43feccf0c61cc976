import Foundation
import LanguageModels
import StructuredOutput
import Testing

@testable import FixtureReplay

/// Recorded answers of real servers, with what a right reader finds in them.
private struct RealExchange: CustomTestStringConvertible {
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

  static func all(_ providers: [String]) -> [RealExchange] {
    guard let folder else { return [] }
    return providers.flatMap { provider -> [RealExchange] in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: provider).path)) ?? []
      return names.filter { $0.hasSuffix(".json") }.sorted().compactMap { name -> RealExchange? in
        guard let data = try? Data(contentsOf: folder.appending(path: "\(provider)/\(name)")),
          let value = try? JSONValue(parsing: [UInt8](data))
        else { return nil }
        return RealExchange(name: "\(provider)/\(name)", value: value)
      }
    }
  }

  /// The exchange as an import makes it.
  func reading() throws -> ExchangeReading {
    let (request, response) = (value["request"], value["response"])
    let interaction = CassetteInteraction(
      method: request?["method"]?.stringValue ?? "", address: request?["url"]?.stringValue ?? "",
      requestBody: .bytes(Array((request?["body"]?.stringValue ?? "").utf8)),
      status: response?["status"]?.intValue ?? 0,
      headers: HTTPHeaders(
        [response?["headers"]?["content-type"]?.stringValue].compactMap { $0 }
          .map { HTTPHeaders.Field("content-type", $0) }),
      body: .bytes(Array((response?["body"]?.stringValue ?? "").utf8)))
    return ExchangeReading(try interaction.exchange(redactor: .standard), position: 1)
  }
}

@Suite(
  "Recorded answers, for people",
  .enabled(if: RealExchange.folder != nil, "the recorded exchanges are not on this machine"))
struct RecordedAnswerReadingTests {
  @Test(
    "Text, calls, ending and tokens of a chat are found",
    arguments: RealExchange.all([
      "openai-chat", "deepseek", "groq", "openrouter", "together", "vllm", "mistral", "anthropic", "gemini",
      "openai-responses",
      "ollama",
    ]))
  fileprivate func chat(exchange: RealExchange) throws {
    let reading = try exchange.reading()
    let expected = exchange.value["expected"]
    let choice = try #require(reading.answer.choices.first)
    #expect(choice.text == expected?["text"]?.stringValue)
    #expect(
      JSONValue.array(choice.toolCalls.map { ["name": .string($0.name), "arguments": $0.arguments] })
        == expected?["toolCalls"])
    #expect(choice.finishReason == expected?["rawFinishReason"]?.stringValue)
    for name in ["input", "output"] {
      #expect(reading.answer.usage[name] == expected?["usage"]?[name], "\(name)")
    }
    #expect(!reading.messages.isEmpty)
    #expect(reading.model != nil)
    #expect(reading.answer.body == nil)
  }

  @Test(
    "Vectors are counted",
    arguments: RealExchange.all([
      "openai-embeddings", "gemini-embeddings", "mistral-embeddings", "voyage-embeddings", "cohere-embeddings",
    ]))
  fileprivate func vectors(exchange: RealExchange) throws {
    let reading = try exchange.reading()
    let expected = exchange.value["expected"]
    #expect(reading.answer.vectors?.count == expected?["count"]?.intValue)
    #expect(reading.answer.vectors?.dimensions == expected?["dimensions"]?.intValue)
    #expect(reading.inputs.count == expected?["count"]?.intValue)
  }

  @Test("What went wrong is told", arguments: RealExchange.all(["errors"]))
  fileprivate func errors(exchange: RealExchange) throws {
    guard let status = exchange.value["response"]?["status"]?.intValue, ![401, 403].contains(status) else { return }
    let reading = try exchange.reading()
    let message = exchange.value["expected"]?["error"]?["raw"]?["message"]?.stringValue
    #expect(reading.answer.status == status)
    if let message { #expect(reading.answer.error?.contains(message) == true || reading.answer.body != nil) }
  }
}

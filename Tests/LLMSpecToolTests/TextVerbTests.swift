import Foundation
import SemanticSimilarity
import StructuredOutput
import Testing
import TextMetrics

@testable import LLMSpecTool

@Suite("llmspec text and llmspec similarity")
struct TextVerbTests {
  private static func lines(_ package: TemporaryPackage) throws -> [JSONValue] {
    try package.output.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
  }

  @Test("Each line comes back in its place with its scores, in the order in which they are asked for")
  func score() async throws {
    let package = try TemporaryPackage()
    try package.write(
      """
      {"id":7,"candidate":"the cat sat","reference":"the cat sat on the mat"}
      {"a":"abc","b":"abd"}
      {"candidate":"x y","references":["p q","x y"],"scores":"old"}

      """, to: "a.jsonl")
    #expect(await package.tool("text", "score", "--metric", "wer,ROUGE-L", "--metric", "exact-match", "a.jsonl") == 0)
    #expect(
      package.output == """
        {"id":7,"candidate":"the cat sat","reference":"the cat sat on the mat","scores":{"wer":0.5,"rouge-l":\
        0.6666666666666666,"exact-match":0}}
        {"a":"abc","b":"abd","scores":{"wer":1,"rouge-l":0,"exact-match":0}}
        {"candidate":"x y","references":["p q","x y"],"scores":{"wer":0,"rouge-l":1,"exact-match":1}}

        """)
    #expect(package.errors.isEmpty)
  }

  @Test("A line that cannot be used is answered in its place, and the others are scored")
  func unusableLines() async throws {
    let package = try TemporaryPackage()
    try package.write(
      """
      {"candidate":"a","reference":"a"}

      nonsense
      [1]
      {"candidate":1,"reference":"a"}
      {"candidate":"a","references":[]}
      {"candidate":"a","references":["a",2]}
      {"candidate":"a"}
      {"candidate":"a","reference":"a","references":["b"]}
      {"candidate":"a","reference":"a"}
      """, to: "a.jsonl")
    #expect(await package.tool("text", "score", "--metric", "cer", "a.jsonl") == 1)
    let answers = try Self.lines(package)
    try #require(answers.count == 10)
    #expect(answers[0]["scores"] == ["cer": 0])
    #expect(answers[9]["scores"] == ["cer": 0])
    let reasons = [
      "not JSON: line 2, column 1", "not JSON: line 3, column", "line 4: expected a JSON object, got array",
      "line 5: \"candidate\" is to be a string, and is number",
      "line 6: \"references\" is to be a string or an array of strings that is not empty",
      "line 7: \"references\" is to be a string or an array of strings that is not empty",
      "line 8: it has no \"references\" or \"reference\" or \"b\"",
      "line 9: it has \"references\" and \"reference\"; give one of them",
    ]
    for (answer, reason) in zip(answers[1...], reasons) {
      #expect(answer["error"]?.stringValue?.hasPrefix(reason) == true, "\(answer)")
      #expect(answer["scores"] == nil)
    }
    #expect(answers[4]["candidate"] == 1)
    #expect(
      package.errors
        == "llmspec: a.jsonl: 8 of 10 lines could not be used, the first is line 2. Their answers say why.\n")
  }

  @Test("A line that is too long is passed over, not held")
  func longLine() async throws {
    let package = try TemporaryPackage()
    let long = String(repeating: "x", count: AnnotatedLines.maximumLineBytes)
    try package.write(
      "{\"candidate\":\"\(long)\",\"reference\":\"a\"}\n{\"candidate\":\"a\",\"reference\":\"a\"}\n", to: "a.jsonl")
    #expect(await package.tool("text", "score", "--metric", "jaro", "a.jsonl") == 1)
    let answers = try Self.lines(package)
    try #require(answers.count == 2)
    #expect(answers[0]["error"]?.stringValue?.contains("the limit") == true)
    #expect(answers[1]["scores"] == ["jaro": 1])
  }

  @Test("The list names every metric, without a file")
  func list() async throws {
    let package = try TemporaryPackage()
    #expect(await package.tool("text", "score", "--list") == 0)
    let lines = package.output.split(separator: "\n")
    #expect(lines.map { String($0.prefix { $0 != " " }) } == TextMetric.all.map(\.name))
    #expect(lines.contains { $0.contains("0–100") && $0.contains("sacreBLEU") })
    #expect(lines.contains { $0.hasPrefix("wer ") && $0.contains("0–∞") && $0.contains("lower") })
  }

  @Test(
    "What cannot be used ends with status 2",
    arguments: [
      (["text", "score", "a.jsonl"], "text score needs --metric NAME,…. It is one of: rouge-1, "),
      (["text", "score", "--metric", "rouge-l"], "text score needs a FILE"),
      (["text", "score", "--metric", "rogue-l", "a.jsonl"], "Did you mean \"rouge-l\"?"),
      (["text", "score", "--metric", "bleu,", "a.jsonl"], "--metric is \"\", which is none of: "),
      (["text", "score", "--metric", "bleu", "none.jsonl"], "none.jsonl cannot be read"),
      (["similarity", "embed"], "similarity embed needs a FILE"),
      (["similarity", "embed", "none.jsonl"], "none.jsonl cannot be read"),
    ])
  func wrongUse(arguments: [String], complaint: String) async throws {
    let package = try TemporaryPackage()
    try package.write("", to: "a.jsonl")
    let tool = LLMSpecTool(workplace: package.workplace(), console: package.console)
    #expect(await tool.run(arguments) == 2)
    #expect(package.errors.contains(complaint), "\(package.errors)")
    #expect(package.output.isEmpty)
  }

  @Test("A text comes back with its vector, digit for digit what the encoder gives")
  func embed() async throws {
    let package = try TemporaryPackage()
    let long = Array(repeating: "One more sentence.", count: 60).joined(separator: " ")
    try package.write(
      "{\"id\":1,\"text\":\"Refunds take 30 days.\"}\n{\"text\":\"\"}\n{\"text\":\"\(long)\"}\n{\"txt\":\"a\"}\n",
      to: "a.jsonl")
    #expect(await package.tool("similarity", "embed", "a.jsonl") == 1)
    let answers = try Self.lines(package)
    try #require(answers.count == 4)
    let encoder = try SentenceEncoder.shared()
    let expected = encoder.embed("Refunds take 30 days.")
    #expect(answers[0]["id"] == 1)
    #expect(answers[0]["vector"]?.arrayValue?.compactMap(\.numberValue).map { Float($0.text) } == expected.vector)
    #expect(answers[0]["tokens"]?.intValue == expected.tokenCount)
    #expect(answers[0]["windows"] == 1)
    #expect(answers[0]["truncated"] == false)
    #expect(answers[0]["encoder"]?.stringValue == encoder.identifier)
    #expect(answers[1]["tokens"] == 2)
    #expect((answers[2]["windows"]?.intValue ?? 0) > 1)
    #expect(answers[3]["error"] == "line 4: it has no \"text\"")
  }
}

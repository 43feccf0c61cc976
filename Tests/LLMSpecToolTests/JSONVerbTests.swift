import Foundation
import Synchronization
import Testing

@testable import LLMSpecTool

@Suite("llmspec json")
struct JSONVerbTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "json-verbs-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write(
      "schema.json",
      #"{"type":"object","required":["id"],"properties":{"id":{"type":"integer"},"on":{"format":"date"}}}"#)
  }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  private func run(_ arguments: String...) async -> (status: Int32, output: String, errors: String) {
    let said = Mutex(("", ""))
    let console = Console(
      output: { text in said.withLock { $0.0 += text } }, errors: { text in said.withLock { $0.1 += text } })
    let status = await LLMSpecTool(workplace: Workplace(folder: folder, environment: [:]), console: console)
      .run(["json"] + arguments)
    return (status, said.withLock { $0.0 }, said.withLock { $0.1 })
  }

  @Test("A document that fits is valid")
  func valid() async throws {
    try write("a.json", #"{"id":1}"#)
    let result = await run("validate", "--schema", "schema.json", "a.json")
    #expect(result == (0, "valid\n", ""))
  }

  @Test("What does not fit is said a sentence a line, and keys that occur twice are pointed out")
  func invalid() async throws {
    try write("a.json", #"{"id":"x","id":1.5}"#)
    let result = await run("validate", "--schema", "schema.json", "a.json")
    #expect(result.status == 1)
    #expect(
      result.output == """
        "/id": expected a whole number, got the string "x"
        "/id": expected a whole number, got the number 1.5

        """)
    #expect(result.errors.hasPrefix("llmspec: warning: a.json, "))
  }

  @Test("A verdict stands on a line for each document, whatever the line holds")
  func lines() async throws {
    try write("a.jsonl", "{\"id\":1}\n\n{\"id\":true}\nnot json\n{\"id\":2}")
    let result = await run("validate", "--schema", "schema.json", "--lines", "a.jsonl")
    #expect(result.status == 1)
    let lines = result.output.split(separator: "\n").map(String.init)
    try #require(lines.count == 5)
    #expect(lines[0] == "valid")
    #expect(lines[1].contains("the line is empty"))
    #expect(
      lines[2]
        == #"[{"keywordLocation":"/properties/id/type","instanceLocation":"/id","error":"expected a whole number, got true"}]"#
    )
    #expect(lines[3].hasPrefix(#"[{"keywordLocation":"","instanceLocation":"","error":"not JSON: line 4, "#))
    #expect(lines[4] == "valid")
  }

  @Test("Formats count only where that is asked for")
  func formats() async throws {
    try write("a.json", #"{"id":1,"on":"tomorrow"}"#)
    #expect(await run("validate", "--schema", "schema.json", "a.json").status == 0)
    #expect(await run("validate", "--schema", "schema.json", "--assert-formats", "a.json").status == 1)
  }

  @Test("References are found where the command says they are")
  func references() async throws {
    try write("order.json", #"{"$ref":"https://example.com/item"}"#)
    try write("a.json", "{}")
    let alone = await run("validate", "--schema", "order.json", "a.json")
    #expect(alone.status == 2)
    #expect(alone.errors.contains("nothing is fetched"))
    let result = await run(
      "validate", "--schema", "order.json", "--reference", "https://example.com/item=schema.json", "a.json")
    #expect(result.output == "the whole value: the required property \"id\" is missing\n")
  }

  @Test("What cannot be used ends with status 2")
  func unusable() async throws {
    try write("a.json", "{}")
    try write("bad.json", #"{"type":"strnig"}"#)
    for (arguments, complaint) in [
      (["--schema", "bad.json", "a.json"], "bad.json cannot be used. schema #/type: type is one of"),
      (["--schema", "none.json", "a.json"], "none.json cannot be read"),
      (["--schema", "schema.json", "none.json"], "none.json cannot be read"),
      (["--schema", "schema.json", "--lines", "none.json"], "none.json cannot be read"),
      (["--schema", "schema.json"], "json validate needs a FILE"),
      (["a.json"], "json validate needs --schema"),
      (["--schema", "schema.json", "--dialect", "draft-99", "a.json"], "which is none of"),
    ] {
      let said = Mutex("")
      let console = Console(output: { _ in }, errors: { text in said.withLock { $0 += text } })
      let status = await LLMSpecTool(workplace: Workplace(folder: folder, environment: [:]), console: console)
        .run(["json", "validate"] + arguments)
      #expect(status == 2)
      #expect(said.withLock { $0 }.contains(complaint), "\(said.withLock { $0 })")
    }
  }

  @Test("Repairs a text, and says on standard error what was changed")
  func repair() async throws {
    try write("a.txt", "Sure:\n```json\n{'ok': True,}\n```\n")
    let result = await run("repair", "a.txt")
    #expect(result.status == 0)
    #expect(result.output == "{\n  \"ok\": true\n}\n")
    #expect(result.errors.split(separator: "\n").count >= 4)
    try write("b.txt", "I have no answer.")
    #expect(await run("repair", "b.txt").status == 1)
    try Data([0xFF, 0xFE]).write(to: folder.appending(path: "c.txt"))
    #expect(await run("repair", "c.txt").errors.contains("c.txt is not text in UTF-8"))
  }

  @Test("A line of output is one for every reader")
  func separators() async throws {
    try write("a.jsonl", "\"[\\\"a\\u2028b\\u0085\\\"]\"\n")
    let result = await run("repair", "--lines", "a.jsonl")
    #expect(result.output == #"{"value":["a\u2028b\u0085"],"changes":[]}"# + "\n")
  }

  @Test("Answers each line of texts with a line")
  func repairLines() async throws {
    try write("a.jsonl", "\"{\\\"a\\\": 1}\"\n\"[1,2,\"\n\"no\"\n17\n")
    let result = await run("repair", "--lines", "a.jsonl")
    #expect(result.status == 1)
    let lines = result.output.split(separator: "\n").map(String.init)
    try #require(lines.count == 4)
    #expect(lines[0] == #"{"value":{"a":1},"changes":[]}"#)
    #expect(lines[1].hasPrefix(#"{"value":[1,2],"changes":[{"kind":"truncation""#))
    #expect(lines[2].hasPrefix(#"{"error":"line 1"#))
    #expect(lines[3] == #"{"error":"the line is not a JSON string with a model's text, but number"}"#)
  }
}

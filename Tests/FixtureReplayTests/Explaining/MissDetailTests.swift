import FixtureReplay
import Foundation
import LanguageModels
import SpecRecords
import StructuredOutput
import Testing

@Suite("What a miss says of tools, schemas and images, and what it never shows")
struct MissDetailTests {
  private func miss(_ old: [JSONValue], _ new: JSONValue) async throws -> String {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) { for body in old { try await send(body) } }
    let run = try await stage.run(.replay) { try? await send(new) }
    return try #require(run.faults.first?.message)
  }

  private func body(_ fields: JSONObject, text: String = "When?") -> JSONValue {
    var body: JSONObject = ["model": "m", "messages": [["role": "user", "content": .string(text)]]]
    for (key, value) in fields { body[key] = value }
    return .object(body)
  }

  private func tool(_ name: String, _ parameters: JSONObject, _ description: String = "d") -> JSONValue {
    [
      "type": "function",
      "function": [
        "name": .string(name), "description": .string(description),
        "parameters": ["type": "object", "properties": .object(parameters)],
      ],
    ]
  }

  @Test("Tools are told by name and parameter")
  func tools() async throws {
    let old = body(["tools": [tool("find", ["q": ["type": "string"]]), tool("open", [:]), tool("z", [:])]])
    let new = body([
      "tools": [
        tool("find", ["q": ["type": "integer"], "limit": [:], "page": [:]]), tool("open", [:], "Opens."),
        tool("x", [:]),
      ]
    ])
    let message = try await miss([old], new)
    #expect(
      message.contains(
        """
        The prompt is the same. What changed:
          tools: `find` gained the parameters `limit`, `page` and changed the parameter `q`, `open` has another \
        description, `x` is new, `z` is gone
        """), "\(message)")
  }

  @Test("Tools in the forms of other providers, none at all, and the same in another order")
  func toolForms() async throws {
    let anthropic: (JSONObject) -> JSONValue = { [["name": "find", "input_schema": ["properties": .object($0)]]] }
    let gemini: (JSONObject) -> JSONValue = {
      [["functionDeclarations": [["name": "find", "parameters": ["properties": .object($0)]]]]]
    }
    for form in [anthropic, gemini] {
      let message = try await miss([body(["tools": form([:])])], body(["tools": form(["q": [:]])]))
      #expect(message.contains("tools: `find` gained the parameter `q`"), "\(message)")
    }
    let two: [JSONValue] = [tool("a", [:]), tool("b", [:])]
    let order = try await miss([body(["tools": .array(two)])], body(["tools": .array(two.reversed())]))
    #expect(order.contains("tools: the same in another order"))
    let none = try await miss([body(["tools": .array(two)])], body([:]))
    #expect(none.contains("tools: `a` is gone, `b` is gone"))
    let odd = try await miss([body(["tools": [1]])], body(["tools": [2]]))
    #expect(odd.contains("tools[0]: 1 → 2"))
  }

  @Test("The form of the answer is named as that, with its place")
  func schema() async throws {
    func format(_ type: String) -> JSONObject {
      [
        "response_format": [
          "type": "json_schema", "json_schema": ["schema": ["properties": ["n": ["type": .string(type)]]]],
        ]
      ]
    }
    let message = try await miss([body(format("string"))], body(format("integer")))
    #expect(
      message.contains(
        "the form of the answer changed: response_format.json_schema.schema.properties.n.type: \"string\" → \"integer\""
      ),
      "\(message)")
  }

  @Test("Of Gemini's configuration the schema is the form of the answer, and the temperature is not")
  func geminiConfiguration() async throws {
    let old: JSONObject = ["generationConfig": ["temperature": 0, "responseSchema": ["type": "STRING"]]]
    let new: JSONObject = ["generationConfig": ["temperature": 1, "responseSchema": ["type": "OBJECT"]]]
    let message = try await miss([body(old)], body(new))
    #expect(
      message.contains("\n  generationConfig.temperature: 0 → 1\n  the form of the answer changed: generationConfig"))
  }

  @Test("A prompt that differs and what else changed are told apart")
  func both() async throws {
    let message = try await miss(
      [body(["temperature": 0], text: "Two shoes")], body(["temperature": 1], text: "Ten shoes"))
    #expect(
      message.contains(
        """
        The prompt differs ([-recorded-] {+now+}):
          messages[0].content: [-Two-]{+Ten+} shoes
        What else changed:
          temperature: 0 → 1
        """), "\(message)")
  }

  @Test("A message that was put in front makes no other one differ")
  func inserted() async throws {
    func messages(_ texts: [String]) -> JSONValue {
      ["model": "m", "messages": .array(texts.map { ["role": "user", "content": .string($0)] })]
    }
    let message = try await miss([messages(["a b", "c d", "e f"])], messages(["new one", "a b", "c d", "e f"]))
    #expect(message.contains("messages[0]: {\"role\":\"user\",\"content\":\"new one\"} is new"))
    #expect(!message.contains("messages[1]"))
  }

  @Test("Nothing that a terminal would obey is quoted, from texts, names and paths")
  func escaped() async throws {
    let bad = "\u{1B}[31mred\u{7}\u{202E}\u{9B}x\r\n"
    let old = JSONValue.object(["model": .string(bad + "1"), bad: 1, "messages": [["content": .string("a " + bad)]]])
    let new = JSONValue.object([
      "model": .string(bad + "2"), bad: 2, "messages": [["content": .string("b " + bad)]],
      "tools": [["name": .string(bad)]],
    ])
    let message = try await miss([old], new)
    let unwanted = message.unicodeScalars.filter {
      $0 != "\n" && ($0.properties.generalCategory == .control || $0.properties.generalCategory == .format)
    }
    #expect(unwanted.isEmpty, "\(message.debugDescription)")
    #expect(message.split(separator: "\n").count < 14)
  }

  @Test("A terminal gets colours for what was removed and what was added; the message that is kept has none")
  func colour() throws {
    let plain = FixtureFault(.notRecorded, "a [-b-]{+c+}")
    #expect(plain.terminalMessage == plain.message)
    let coloured = FixtureFault(.notRecorded, "a [-b-]", terminalMessage: "a \u{1B}[31m[-b-]\u{1B}[0m")
    #expect(coloured.description == "a [-b-]")
  }
}

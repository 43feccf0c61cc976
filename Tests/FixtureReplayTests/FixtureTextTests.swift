import FixtureReplay
import Foundation
import LanguageModels
import StructuredOutput
import Testing

@Suite("The text of a fixture")
struct FixtureTextTests {
  private func exchange(
    request: JSONValue, answer: RecordedAnswer, provider: String = "p"
  ) -> FixtureExchange {
    let asked = HTTPRequest(provider: provider, path: "/x", body: .json(request)) {
      throw ModelFault(.missingCredential, "none")
    }
    let identity = RequestIdentity(of: asked)
    return FixtureExchange(
      key: CallKey(request: identity.hash), request: identity, promptVersion: nil, recorded: "2026-05-28T20:26:40Z",
      answer: answer)
  }

  private func roundTrip(_ file: FixtureFile) throws -> FixtureFile? {
    let folder = try TemporaryFolder()
    let url = folder.url.appending(path: "file.json")
    try file.write(url)
    return try FixtureFile.read(url)
  }

  @Test("Looks like this")
  func golden() async throws {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport { _, _ in .chat("Within 30 days.\r\nOr 60.") }) {
      try await ask("When?", system: "Be kind.\nBe brief.", temperature: 0.5, promptVersion: "shop/3")
    }
    #expect(
      stage.text == #"""
        {
          "format": 1,
          "test": "SupportSpecs/RefundSpecs/window()",
          "versions": {"identity": 1, "redaction": 2},
          "exchanges": [
            {
              "key": "6c454f440cbd354b928331887d4641d1f75e69409bd0315c465a305fc6ae15bf",
              "recorded": "2026-05-28T20:26:40Z",
              "prompt": "shop/3",
              "provider": "openai-compatible",
              "request": {
                "method": "POST",
                "path": "/chat/completions",
                "body": {
                  "messages": [
                    {
                      "content": {"$lines": [
                        "Be kind.",
                        "Be brief."
                      ]},
                      "role": "system"
                    },
                    {"content": "When?", "role": "user"}
                  ],
                  "model": "gpt-test",
                  "temperature": 0.5
                }
              },
              "response": {
                "status": 200,
                "digest": "4da1f5668e38e8f0",
                "headers": [["content-type", "application/json"]],
                "milliseconds": 0,
                "body": {
                  "choices": [
                    {
                      "finish_reason": "stop",
                      "index": 0,
                      "message": {
                        "content": {"$lines": [
                          "Within 30 days.\r",
                          "Or 60."
                        ]},
                        "role": "assistant"
                      }
                    }
                  ],
                  "id": "chatcmpl-1",
                  "model": "gpt-test-2026-01-01",
                  "object": "chat.completion",
                  "usage": {"completion_tokens": 7, "prompt_tokens": 11, "total_tokens": 18}
                }
              }
            }
          ]
        }

        """#)
  }

  @Test(
    "Keeps texts of several lines, whatever their line ends",
    arguments: [
      "a\nb", "a\r\nb\r\n", "\n", "\n\n", "a\n\r\nb", "\u{2028}\n", "one line", "", "a\u{0}\nb", "e\u{301}\n\u{301}",
    ])
  func lines(text: String) throws {
    let answer = RecordedAnswer(
      status: 200, headers: [], milliseconds: 0, content: .body(.json(["text": .string(text)])))
    let file = FixtureFile(test: "t", exchanges: [exchange(request: .string(text), answer: answer)])
    let read = try #require(try roundTrip(file))
    #expect(read == file)
    #expect(read.exchanges[0].edit == nil)
    guard case .json(.string(let back)) = read.exchanges[0].request.body else {
      Issue.record("the text is gone")
      return
    }
    #expect(Array(back.utf8) == Array(text.utf8))
  }

  @Test("Keeps objects that look like its own way of writing lines")
  func lookAlikes() throws {
    let values: [JSONValue] = [
      ["$lines": ["a", "b"]], ["$lines": "a\nb"], ["$lines": 7], ["$$lines": ["a"]], ["$lines": ["$lines": ["a\nb"]]],
      ["$lines": ["a"], "more": 1], [["$lines": []]], ["lines": "a\nb"], ["$$$lines": nil],
    ]
    for value in values {
      let answer = RecordedAnswer(status: 200, headers: [], milliseconds: 0, content: .body(.json(value)))
      let file = FixtureFile(test: "t", exchanges: [exchange(request: value, answer: answer)])
      #expect(try roundTrip(file) == file, "\(value)")
    }
  }

  @Test("Keeps any JSON and any bytes, in requests, answers and events", arguments: 1...40)
  func anything(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    var exchanges: [FixtureExchange] = []
    for index in 0..<6 {
      let content: RecordedAnswer.Content
      switch index % 4 {
      case 0: content = .body(.json(generator.json(depth: 4)))
      case 1: content = .body(.bytes((0..<40).map { _ in UInt8.random(in: 0...255, using: &generator) }))
      case 2: content = .body(.bytes(Array(generator.text(pieces: 12).utf8)))
      default:
        let events = (0..<4).map { number in
          RecordedEvent(
            milliseconds: number * 10, name: number == 0 ? generator.text(pieces: 2) : nil,
            id: number == 1 ? generator.text(pieces: 2) : nil,
            data: number % 2 == 0
              ? .json(.object(["data": generator.json(depth: 3)])) : .text(generator.text(pieces: 4)))
        }
        content = .events(events, end: seed % 2 == 0 ? .complete : .broken(generator.text(pieces: 3)))
      }
      let answer = RecordedAnswer(
        status: 200, headers: [.init("content-type", generator.text(pieces: 2))], milliseconds: index, content: content)
      exchanges.append(exchange(request: generator.json(depth: 4), answer: answer, provider: "p\(index)"))
    }
    let file = FixtureFile(test: generator.text(pieces: 3), exchanges: exchanges)
    let read = try #require(try roundTrip(file))
    #expect(read == file)
    #expect(read.exchanges.allSatisfy { $0.edit == nil })
    #expect(read.text == file.text)
  }

  @Test("Writes a vector on one line")
  func vectors() throws {
    let vector = JSONValue.array((0..<1536).map { .number(JSONNumber($0)) })
    let answer = RecordedAnswer(
      status: 200, headers: [], milliseconds: 0, content: .body(.json(["data": [["embedding": vector]]])))
    let text = FixtureFile(test: "t", exchanges: [exchange(request: "q", answer: answer)]).text
    #expect(text.split(separator: "\n").contains { $0.contains("\"embedding\": [0,1,2,3,") && $0.hasSuffix(",1535]") })
  }

  @Test("Sorts the keys of bodies, whatever order they came in")
  func sortedKeys() async throws {
    var texts: Set<String> = []
    for body: JSONValue in [["b": 1, "a": ["d": 1, "c": 2]], ["a": ["c": 2, "d": 1], "b": 1]] {
      let stage = try Rehearsal()
      let live = ScriptedTransport { _, _ in HTTPResponse(status: 200, body: .json(body)) }
      _ = try await stage.run(.record, live: live) {
        let request = HTTPRequest(provider: "p", path: "/x", body: .json(body)) {
          throw ModelFault(.missingCredential, "none")
        }
        return try await ModelCallContext.transport().send(request).status
      }
      texts.insert(try #require(stage.text))
    }
    #expect(texts.count == 1)
  }

  @Test("One changed word of a prompt changes its line, and what follows from it")
  func changedWord() async throws {
    let prompt = "You work for a shoe shop.\nShoes can be returned within 30 days.\nBe kind."
    let stage = try Rehearsal()
    let live = ScriptedTransport { prompt, _ in .chat("To \(prompt)") }
    @Sendable func body(_ prompt: String) async throws -> [String] {
      [try await ask("One?"), try await ask("When?", system: prompt), try await ask("Two?")]
    }
    _ = try await stage.run(.record, live: live) { try await body(prompt) }
    let before = try #require(stage.text).split(separator: "\n")
    _ = try await stage.run(.rerecord, live: live) { try await body(prompt.replacing("30", with: "14")) }
    let after = try #require(stage.text).split(separator: "\n")
    try #require(before.count == after.count)
    let changed = zip(before, after).filter { $0 != $1 }.map { $0.1.trimmingCharacters(in: .whitespaces) }
    #expect(changed.count == 2)
    #expect(changed.first?.hasPrefix("\"key\": ") == true)
    #expect(changed.last == "\"Shoes can be returned within 14 days.\",")
  }
}

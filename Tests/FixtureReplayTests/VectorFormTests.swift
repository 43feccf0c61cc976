import FixtureReplay
import Foundation
import LanguageModels
import StructuredOutput
import Testing

@Suite("Vectors in a fixture")
struct VectorFormTests {
  private static let request: JSONValue = ["input": "How long do I have?", "model": "embed-test"]

  /// The body that comes back, and the text of the file.
  private func kept(_ body: JSONValue) throws -> (body: JSONValue?, text: String) {
    let folder = try TemporaryFolder()
    let asked = HTTPRequest(provider: "p", path: "/embeddings", body: .json(Self.request)) { throw CancellationError() }
    let identity = RequestIdentity(of: asked)
    let exchange = FixtureExchange(
      key: CallKey(request: identity.hash), request: identity, promptVersion: nil, recorded: "",
      answer: RecordedAnswer(status: 200, headers: [], milliseconds: 1, content: .body(.json(body))))
    let url = folder.url.appending(path: "f.json")
    try FixtureFile(test: "t", exchanges: [exchange]).write(url)
    let read = try FixtureFile.read(url)?.exchanges.first
    #expect(read?.edit == nil)
    guard case .body(.json(let back)) = read?.answer.content else { return (nil, "") }
    return (back, try String(contentsOf: url, encoding: .utf8))
  }

  private func vector(_ texts: [String]) throws -> JSONValue {
    .array(try texts.map { .number(try #require(JSONNumber(text: $0))) })
  }

  private static let floats: [Float] = {
    var generator = SeededGenerator(state: 7)
    return (0..<384).map { _ in Float.random(in: -1...1, using: &generator) }
  }()

  @Test(
    "Are kept as base64, in the form that gives back each digit",
    arguments: [
      ("$float32", floats.map { "\($0)" }), ("$float32-widened", floats.map { "\(Double($0))" }),
      ("$float64", floats.map { "\(Double($0) / 3)" }),
    ])
  func forms(name: String, texts: [String]) throws {
    let body: JSONValue = ["data": [["embedding": try vector(texts), "index": 0]]]
    let (back, text) = try kept(body)
    #expect(back == body)
    #expect(text.contains(#""\#(name)": ""#))
    #expect(text.contains("How long do I have?"))
    #expect(text.utf8.count < body.compactText.utf8.count + 700)
  }

  @Test(
    "Lists that are no vectors, or would lose a digit, stay as they are",
    arguments: [
      (0..<40).map { "\($0)" }, (0..<15).map { "\($0).5" }, (0..<40).map { "0.1234567890123456789\($0)" },
      (0..<40).map { "1.5e40\($0)" },
    ])
  func plain(texts: [String]) throws {
    let body: JSONValue = ["list": try vector(texts)]
    let (back, text) = try kept(body)
    #expect(back == body)
    #expect(!text.contains("$float"))
  }

  @Test("An answer that looks like the form of a vector comes back as it was")
  func lookalikes() throws {
    let body: JSONValue = [
      "a": ["$float32": "AAAA"], "b": ["$$float64": ["$lines": ["x"]]], "c": ["$float32-widened": 1], "d": ["$x": 1],
    ]
    #expect(try kept(body).body == body)
  }

  @Test("A vector that was spoilt by hand makes the file unusable, and no trap", arguments: ["AAA", "?", "AAAA", ""])
  func spoilt(base64: String) async throws {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport { _, _ in .chat("x") }) { try await ask("When?") }
    try stage.edit(#""content": "x""#, #""content": {"$float32": "\#(base64)"}"#)
    let run = try await stage.run(.replay) { try await ask("When?") }
    #expect(throws: FixtureFault.self) { try run.value }
  }
}

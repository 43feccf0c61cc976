import Foundation
import LanguageModels
import StructuredOutput
import Testing

@testable import FixtureReplay

@Suite("Fixtures as HAR files")
struct HARExportTests {
  /// What readers in Swift decode: whole numbers, and no field that may be missing.
  private struct Archive: Decodable {
    struct Pair: Decodable {
      var name: String
      var value: String
    }
    struct Request: Decodable {
      struct Post: Decodable {
        var mimeType: String
        var text: String
      }
      var method, url, httpVersion: String
      var cookies, headers, queryString: [Pair]
      var postData: Post?
      var headersSize, bodySize: Int
    }
    struct Response: Decodable {
      struct Content: Decodable {
        var size: Int
        var mimeType: String
        var text: String?
        var encoding: String?
      }
      var status: Int
      var statusText, httpVersion: String
      var cookies, headers: [Pair]
      var content: Content
      var redirectURL: String
      var headersSize, bodySize: Int
    }
    struct Timings: Decodable {
      var send, wait, receive: Int
    }
    struct Entry: Decodable {
      var startedDateTime: Date
      var time: Int
      var request: Request
      var response: Response
      var timings: Timings
    }
    struct Log: Decodable {
      var version: String
      var entries: [Entry]
    }
    var log: Log
  }

  private func decode(_ text: String) throws -> Archive {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return try decoder.decode(Archive.self, from: Data(text.utf8))
  }

  /// What importing an export gives, in a folder of its own.
  private func roundTrip(_ file: FixtureFile) throws -> FixtureFile? {
    let archive = try HARExport(of: [file], version: "1").text()
    _ = try decode(archive)
    let folder = try TemporaryFolder()
    let root = PackageRoot(url: folder.url)
    var fixtures = FixtureImport(test: nil, root: root, directory: "F")
    try fixtures.add(try CassetteImport(bytes: Array(archive.utf8)), from: folder.url.appending(path: "x.har"))
    guard let path = try fixtures.write().first?.path else { return nil }
    return try FixtureFile.read(folder.url.appending(path: path))
  }

  private func exchange(_ answer: RecordedAnswer, body: HTTPRequest.Body = .json(["q": 1])) -> FixtureExchange {
    let asked = HTTPRequest(provider: "p", path: "/a/b", query: [HTTPHeaders.Field("x y", "1&2")], body: body) {
      throw ModelFault(.missingCredential, "none")
    }
    let identity = RequestIdentity(of: asked).sorted
    return FixtureExchange(
      key: CallKey(request: identity.hash, case: "c", trial: 2, draw: 3, ordinal: 1), request: identity,
      promptVersion: "shop/3", recorded: "2026-05-28T20:26:40Z", answer: answer)
  }

  @Test("A stream is one text, waits for its first event, and gives its times back")
  func stream() throws {
    let answer = RecordedAnswer(
      status: 200, headers: [HTTPHeaders.Field("content-type", "text/event-stream")], milliseconds: 900,
      content: .events(
        [
          RecordedEvent(milliseconds: 300, data: .json(["a": "é"])),
          RecordedEvent(milliseconds: 800, name: "end", id: "7", data: .text("[DONE]")),
        ], end: .broken("the connection was lost")))
    let file = FixtureFile(test: "T/S/window()", exchanges: [exchange(answer)])
    let text = try HARExport(of: [file], version: "1").text()
    let entry = try #require(try decode(text).log.entries.first)
    #expect(entry.request.url == "https://recorded.invalid/a/b?x%20y=1%262")
    #expect(entry.request.queryString.first?.value == "1&2")
    #expect(entry.timings.wait == 300)
    #expect(entry.timings.receive == 600)
    #expect(entry.response.content.text == "data: {\"a\":\"é\"}\n\nevent: end\nid: 7\ndata: [DONE]\n\n")
    #expect(entry.response.content.size == entry.response.content.text?.utf8.count)
    #expect(entry.request.postData?.text.utf8.count == entry.request.bodySize)
    #expect(!text.contains("\"exchange\""), "the plain form is enough")
    #expect(try roundTrip(file) == file)
  }

  @Test("Every committed fixture comes back as it is")
  func committed() throws {
    var root = URL(filePath: #filePath)
    while root.lastPathComponent != "Tests" { root.deleteLastPathComponent() }
    let status = FixtureStatus(root: PackageRoot(url: root.deletingLastPathComponent()), directory: "Fixtures")
    #expect(!status.entries.isEmpty)
    for entry in status.entries {
      let url = root.deletingLastPathComponent().appending(path: entry.path)
      let file = try #require(try FixtureFile.read(url))
      #expect(try roundTrip(file)?.text == file.text, "\(entry.path)")
    }
  }

  @Test("Random exchanges come back as they are")
  func random() throws {
    var random = SeededGenerator(state: 3)
    var exchanges: [FixtureExchange] = []
    for index in 0..<300 {
      exchanges.append(randomExchange(index, &random))
    }
    let file = FixtureFile(test: "T/S/window()").merging(exchanges)
    #expect(try roundTrip(file)?.text == file.text)
  }

  private func randomExchange(_ index: Int, _ random: inout SeededGenerator) -> FixtureExchange {
    func body(_ random: inout SeededGenerator) -> HTTPRequest.Body {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: .none
      case 1: .bytes(Array(random.text(pieces: 4).utf8))
      case 2: .bytes((0..<9).map { _ in UInt8.random(in: 0...255, using: &random) })
      default: .json(random.json(depth: 3))
      }
    }
    func event(_ random: inout SeededGenerator) -> RecordedEvent {
      let json = random.json(depth: 2)
      return RecordedEvent(
        milliseconds: Int.random(in: -5...5000, using: &random),
        name: Bool.random(using: &random) ? random.text(pieces: 1) : nil,
        id: Bool.random(using: &random) ? random.text(pieces: 1) : nil,
        data: json.objectValue == nil ? .text(random.text(pieces: 3)) : .json(json))
    }
    let content: RecordedAnswer.Content
    if Bool.random(using: &random) {
      let events = (0..<Int.random(in: 0..<4, using: &random)).map { _ in event(&random) }
      content = .events(events, end: Bool.random(using: &random) ? .complete : .broken(random.text(pieces: 2)))
    } else {
      content = .body(body(&random))
    }
    let types = ["application/json", "text/plain", "text/event-stream", "application/x-ndjson"]
    var headers = HTTPHeaders()
    if let type = types.randomElement(using: &random), Bool.random(using: &random) {
      headers.append("content-type", type)
    }
    let answer = RecordedAnswer(
      status: [200, 429, 500, 204].randomElement(using: &random) ?? 200, headers: headers,
      milliseconds: Int.random(in: 0...5000, using: &random), content: content)
    var exchange = exchange(answer, body: body(&random))
    exchange.key.draw = index + 1
    if index % 17 == 0 { exchange.recorded = "" }
    if index % 19 == 0 { exchange.digest = nil }
    if index % 23 == 0 { exchange.digest = "edited" }
    return exchange
  }

  @Test("An archive that would hold a credential is refused")
  func credential() {
    let answer = RecordedAnswer(
      status: 200, headers: [], milliseconds: 0, content: .body(.json(["k": "sk-proj-abcdefghijklmnop1234567890"])))
    let file = FixtureFile(test: "T/S/window()", exchanges: [exchange(answer)])
    #expect { try HARExport(of: [file], version: "1").text() } throws: { "\($0)".contains("openai-key") }
  }
}

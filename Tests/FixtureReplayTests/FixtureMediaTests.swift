import DurableFiles
import Foundation
import LanguageModels
import StructuredOutput
import Testing

@testable import FixtureReplay

@Suite("Images and sounds beside a fixture")
struct FixtureMediaTests {
  /// A picture of some kilobytes: its first bytes say what it is.
  private static let picture = Data(
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + (0..<3_000).map { UInt8($0 & 0xFF) })

  private static let hash = SHA256.hash(Array(picture)).hexadecimal

  @Sendable private static func show() async throws -> String {
    let request = ChatRequest(
      messages: [.user([.text("What is it?"), .image(.data(picture, mediaType: "image/png"))])])
    return try await OpenAICompatibleModel("gpt-test").respond(to: request).text
  }

  private func mediaFiles(_ stage: Rehearsal) -> [String] {
    let folder = stage.file.deletingPathExtension().appendingPathExtension("media")
    return (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? []
  }

  @Test("A picture that is asked about twice is stored once, and its digest stands in the fixture")
  func request() async throws {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport { _, number in .chat("A shoe, \(number).") }) {
      [try await Self.show(), try await Self.show()]
    }
    #expect(mediaFiles(stage) == ["\(Self.hash).png"])
    let text = try #require(stage.text)
    #expect(text.contains("data:image/png;sha256=\(Self.hash);bytes=\(Self.picture.count)"))
    #expect(text.utf8.count < 4_000)
    let replayed = try await stage.run(.replay) { [try await Self.show(), try await Self.show()] }
    #expect(try replayed.value == ["A shoe, 1.", "A shoe, 2."])
  }

  private static let key = "sk-proj-" + String(repeating: "Ab3dE6gH", count: 5)

  @Test(
    "A file that holds a credential or a text with declared personal data is refused before anything is sent",
    arguments: [
      Array("the key is \(FixtureMediaTests.key)\n".utf8),
      [0x89, 0x50, 0xFF, 0x00] + Array(" \(FixtureMediaTests.key) ".utf8) + [0xFE],
      Array("write to ada@example.org".utf8),
    ])
  func credential(_ bytes: [UInt8]) async throws {
    var stage = try Rehearsal()
    stage.personalData = [.emailAddresses]
    let address = "data:text/plain;base64," + Data(bytes + Array(repeating: 0x20, count: 600)).base64EncodedString()
    let live = ScriptedTransport { _, _ in .chat("Read.") }
    let recorded = try await stage.run(.record, live: live) {
      let request = HTTPRequest(provider: "p", path: "/files", body: .json(["file": ["file_data": .string(address)]])) {
        throw ModelFault(.missingCredential, "none")
      }
      _ = try await ModelCallContext.transport().send(request)
    }
    #expect(throws: FixtureFault.self) { try recorded.value }
    #expect(recorded.faults.contains { $0.kind == .holdsCredential && $0.message.contains("file of") })
    #expect(!recorded.faults.contains { $0.message.contains(Self.key) || $0.message.contains("ada@") })
    #expect(stage.text == nil && mediaFiles(stage).isEmpty)
  }

  @Test("A picture of an answer that holds a credential is not kept, and the journal does not hold it either")
  func credentialOfAnswer() async throws {
    let stage = try Rehearsal()
    let picture = (Self.picture + Data(" \(Self.key) ".utf8)).base64EncodedString()
    let live = ScriptedTransport { _, _ in
      HTTPResponse(
        status: 200, headers: [.init("content-type", "application/json")], body: .json(["b64_json": .string(picture)]))
    }
    let recorded = try await stage.run(.record, live: live) {
      let request = HTTPRequest(provider: "p", path: "/images", body: .json(["prompt": "a shoe"])) {
        throw ModelFault(.missingCredential, "none")
      }
      _ = try await ModelCallContext.transport().send(request)
    }
    #expect(recorded.faults.map(\.kind) == [.holdsCredential])
    #expect(stage.text == nil && mediaFiles(stage).isEmpty)
    let written = FileManager.default.subpaths(atPath: stage.folder.url.path) ?? []
    for path in written {
      let bytes = FileManager.default.contents(atPath: stage.folder.url.path + "/" + path) ?? Data()
      #expect(!String(decoding: bytes, as: UTF8.self).contains(picture.prefix(200)), "\(path)")
    }
  }

  /// An answer with a picture, as image models give it, and one as a `data:` address.
  private static let answer: JSONValue = [
    "data": [["b64_json": .string(picture.base64EncodedString())]],
    "url": .string("data:image/png;base64,\(picture.base64EncodedString())"), "$media": ["type": "x"],
    "nested": ["$media": ["sha256": .string(hash)]],
  ]

  private func recordedAnswer() async throws -> (Rehearsal, @Sendable () async throws -> HTTPRequest.Body) {
    let stage = try Rehearsal()
    let live = ScriptedTransport { _, _ in
      HTTPResponse(status: 200, headers: [.init("content-type", "application/json")], body: .json(Self.answer))
    }
    let draw: @Sendable () async throws -> HTTPRequest.Body = {
      let request = HTTPRequest(provider: "p", path: "/images", body: .json(["prompt": "a shoe"])) {
        throw ModelFault(.missingCredential, "none")
      }
      return try await ModelCallContext.transport().send(request).body
    }
    #expect(try await stage.run(.record, live: live, draw).value == .json(Self.answer.sortedByKey))
    return (stage, draw)
  }

  @Test("A picture that a model made comes back byte by byte, and stands in no line of the fixture")
  func drawn() async throws {
    let (stage, draw) = try await recordedAnswer()
    #expect(mediaFiles(stage) == ["\(Self.hash).png"])
    #expect(try #require(stage.text).utf8.count < 2_000)
    let replayed = try await stage.run(.replay, draw)
    #expect(try replayed.value == .json(Self.answer))
    #expect(try #require(try stage.contents).exchanges[0].edit == nil)
  }

  @Test("A file that is missing or was changed is told by its name")
  func missing() async throws {
    let (stage, draw) = try await recordedAnswer()
    let file = stage.file.deletingPathExtension().appendingPathExtension("media").appending(path: "\(Self.hash).png")
    try Data("other".utf8).write(to: file)
    var fault = #expect(throws: FixtureFault.self) { try stage.contents }
    #expect(fault?.message.contains("its media file window.media/\(Self.hash).png is not what was recorded") == true)
    try FileManager.default.removeItem(at: file)
    fault = #expect(throws: FixtureFault.self) { try stage.contents }
    #expect(fault?.message.contains("is missing; media belong into version control too") == true)
    let run = try await stage.run(.replay, draw)
    #expect(run.faults.count == 1)
  }

  @Test("Rerecording removes what nothing refers to any more")
  func rerecorded() async throws {
    let (stage, _) = try await recordedAnswer()
    _ = try await stage.run(.rerecord, live: ScriptedTransport { _, _ in .chat("no picture") }) {
      try await ask("When?")
    }
    #expect(mediaFiles(stage).isEmpty)
  }
}

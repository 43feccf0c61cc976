import DurableFiles
import FixtureReplay
import Foundation
import LanguageModels
import StructuredOutput
import Testing

@Suite("Images and audio in a request's identity")
struct MediaTests {
  private static func bytes(_ count: Int, head: [UInt8] = []) -> [UInt8] {
    var generator = SeededGenerator(state: UInt64(count))
    return head + (head.count..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  private static func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

  private static func digest(_ type: String, _ bytes: [UInt8]) -> JSONValue {
    .string("data:\(type);sha256=\(SHA256.hash(bytes).hexadecimal);bytes=\(bytes.count)")
  }

  @Test("A data address is its type, digest and length, however it was written")
  func dataAddress() {
    let small = Self.bytes(30)
    let text = Self.base64(small)
    let digest = Self.digest("image/png", small)
    for form in ["data:image/png;base64,\(text)", "DATA:Image/PNG;name=x;BASE64,\(text)"] {
      #expect(kept(["url": .string(form)]) == ["url": digest])
    }
    #expect(kept([.string("data:;base64,\(text)")]) == [Self.digest("application/octet-stream", small)])
  }

  @Test("Long base64 takes its type from beside it or from its first bytes")
  func bare() {
    let wav = Self.bytes(1_000, head: Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WAVE".utf8))
    let other = Self.bytes(1_001)
    #expect(
      kept(["input_audio": ["data": .string(Self.base64(wav)), "format": "wav"]])
        == ["input_audio": ["data": Self.digest("audio/wav", wav), "format": "wav"]])
    #expect(
      kept(["source": ["type": "base64", "media_type": "image/jpeg", "data": .string(Self.base64(other))]])
        == ["source": ["type": "base64", "media_type": "image/jpeg", "data": Self.digest("image/jpeg", other)]])
    #expect(kept([.string(Self.base64(wav))]) == [Self.digest("audio/wav", wav)])
    let addressSafe = Self.base64(other).replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    #expect(kept([.string(addressSafe)]) == [Self.digest("application/octet-stream", other)])
  }

  @Test("Prose, numbers and short texts stay texts")
  func texts() {
    let texts = [
      String(repeating: "word ", count: 1_000), String(repeating: "a", count: 4_096),
      String(repeating: "1", count: 2_000),
      "data:", "data:,x", "data:text/plain,hello", "data: the numbers; base64, they say", "data:x;base64,!!",
      Self.base64(Self.bytes(100)), String(repeating: "ab/", count: 700), "d", "",
    ]
    for text in texts { #expect(kept([.string(text)]) == [.string(text)]) }
  }

  @Test("A digest that was kept is kept as it is")
  func again() throws {
    let body: JSONValue = ["a": .string("data:image/png;base64,\(Self.base64(Self.bytes(3_000)))")]
    let once = try #require(kept(body))
    #expect(kept(once) == once)
    #expect(kept(once, IdentityRules(normalizers: [.dates, .times, .uuids, .absolutePaths])) == once)
  }

  @Test("What stands by digest is handed out once, and not where it is ignored")
  func blobs() throws {
    let image = Self.bytes(2_000)
    let text = JSONValue.string("data:image/png;base64,\(Self.base64(image))")
    let asked = request(.json(["a": text, "b": text, "c": ["d": text]]))
    let identity = RequestIdentity(of: asked)
    let media = identity.media(in: asked)
    #expect(media.map(\.bytes) == [image])
    #expect(media.map(\.type) == ["image/png"])
    #expect(media.map(\.hash) == [SHA256.hash(image)])
    let ignoring = RequestIdentity(of: asked, rules: IdentityRules(ignoredPaths: ["/a", "/b", "/c"]))
    #expect(ignoring.media(in: asked).isEmpty)
    #expect(RequestIdentity(of: request(.json(["a": 1]))).media(in: request(.json(["a": 1]))).isEmpty)
  }

  @Test("A call with an image replays, and the fixture stays small")
  func call() async throws {
    let stage = try Rehearsal()
    @Sendable func look(_ bytes: [UInt8]) async throws -> String {
      let message = ChatMessage(
        role: .user, content: [.text("What is it?"), .image(.data(Data(bytes), mediaType: "image/png"))])
      return try await OpenAICompatibleModel("gpt-test").respond(to: ChatRequest(messages: [message])).text
    }
    let image = Self.bytes(100_000)
    _ = try await stage.run(.record, live: ScriptedTransport { _, _ in .chat("A shoe.") }) { try await look(image) }
    #expect((stage.text?.utf8.count ?? .max) < 3_000)
    #expect(try await stage.run(.replay) { try await look(image) }.value == "A shoe.")
    let run = try await stage.run(.replay) { try? await look(Self.bytes(100_001)) }
    let message = try #require(run.faults.first?.message)
    #expect(message.contains("image/png of 100000 bytes (SHA-256 "))
    #expect(message.utf8.count < 1_500)
  }
}

import FixtureReplay
import Foundation
import LanguageModels
import StructuredOutput
import Testing

@Suite("Hostile fixtures")
struct HostileFixtureTests {
  private static let streamed = ChatRequest(messages: [.user("Tell me.")])

  /// A fixture with a body of each form.
  private func recordedStage() async throws -> Rehearsal {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport { _, _ in .chat("Within 30 days.\nOr 60.") }) {
      try await ask("When?", system: "Be kind.\nBe brief.")
    }
    let live = ScriptedStream(
      chunks: [chatChunk("Within "), chatChunk("days.", isLast: true) + "event: x\nid: 1\ndata: [DONE]\n\n"])
    _ = try await stage.run(.record, live: live) {
      for try await _ in try await OpenAICompatibleModel("gpt-test").stream(Self.streamed) {}
    }
    let raw = RawAnswer()
    _ = try await stage.run(.record, live: raw) { try await Self.askRaw() }
    return stage
  }

  /// A vector, as embeddings are, and bytes that are no text.
  private struct RawAnswer: HTTPTransport {
    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
      let vector = (0..<20).compactMap { JSONNumber(Double($0) / 3).map { JSONValue.number($0) } }
      return HTTPResponse(
        status: 200, headers: [.init("content-type", "application/json")], body: .json(["data": .array(vector)]))
    }

    func stream(_ request: HTTPRequest) async throws -> HTTPStreamedResponse {
      let (chunks, continuation) = AsyncThrowingStream<[UInt8], any Error>.makeStream()
      continuation.yield([0xFF, 0x00, 0xFE])
      continuation.finish()
      return HTTPStreamedResponse(
        status: 200, headers: [.init("content-type", "application/octet-stream")], chunks: chunks)
    }
  }

  @Sendable private static func askRaw() async throws {
    let transport = try ModelCallContext.transport()
    let vector = (0..<20).compactMap { JSONNumber(Double($0) / 7).map { JSONValue.number($0) } }
    let request = HTTPRequest(
      provider: "other", path: "/raw", query: [.init("a", "b")], body: .json(["$lines": "x", "vector": .array(vector)])
    ) { throw CancellationError() }
    _ = try? await transport.send(request)
    let bytes = HTTPRequest(provider: "other", path: "/bytes", body: .bytes([0x80, 0x0A, 0x00])) {
      throw CancellationError()
    }
    guard let streamed = try? await transport.stream(bytes) else { return }
    for try await _ in streamed.chunks {}
  }

  /// Asks for everything in the fixture; what comes of it is an answer or a fault in words.
  @Sendable private static func askAll() async {
    for _ in 1...2 { _ = try? await ask("When?", system: "Be kind.\nBe brief.") }
    if let stream = try? await OpenAICompatibleModel("gpt-test").stream(streamed) {
      var events = stream.makeAsyncIterator()
      while (try? await events.next()) != nil {}
    }
    try? await askRaw()
  }

  private func replay(_ stage: Rehearsal, _ timing: ReplayTiming = .immediate) async throws {
    let run = try await stage.run(.replay, options: FixtureOptions(timing: timing)) { await Self.askAll() }
    for fault in run.faults {
      #expect(fault.message.contains("window"))
      #expect(fault.message.count < 5_000)
    }
  }

  @Test(
    "Numbers beyond all bounds, and of the wrong sign, are read or refused",
    arguments: [
      "\"at\"", "\"milliseconds\"", "\"ordinal\"", "\"trial\"", "\"draw\"", "\"status\"", "\"format\"", "\"identity\"",
      "\"redaction\"",
    ])
  func numbers(key: String) async throws {
    let text = try #require(try await recordedStage().text)
    for value in [
      "9223372036854775807", "-9223372036854775808", "9223372036854775808", "1e400", "-1e400", "1e-400", "-0", "0.5",
      String(repeating: "9", count: 5_000), "null", "true", "[]", "{}", "\"1\"", "1e9",
    ] {
      let stage = try Rehearsal()
      let pattern = try Regex(key + ": ?-?[0-9]+")
      let changed = text.replacing(pattern, with: key + ":" + value)
      // Numbers that are 1 are not written.
      try stage.overwrite(
        changed != text ? changed : text.replacing("\"recorded\"", with: "\(key): \(value), \"recorded\""))
      try #require(stage.text != text)
      try await replay(stage)
      // Pauses too are what the file says, and no time is too long for a clock.
      try await replay(stage, .scaled(1e-18))
    }
  }

  @Test("Every change of a few bytes of a fixture is an answer or a fault in words")
  func mutants() async throws {
    let seedStage = try await recordedStage()
    let original = Array(try #require(seedStage.text).utf8)
    let stage = try Rehearsal()
    try stage.overwrite("")
    var generator = SeededGenerator(state: 42)
    let tokens = [
      "{", "}", "[", "]", ",", ":", "\"", "null", "1e999", "-1", "\\u0000", "\\ud800", "\"$lines\":", "\"$float32\":",
      "\"events\":", "\u{0}", "\n<<<<<<< ", "\"key\":", "9999999999999999999",
    ].map { Array($0.utf8) }
    var read = 0
    for _ in 1...2_000 {
      var bytes = original
      for _ in 1...Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...60, using: &generator)))
        case 2: bytes.insert(contentsOf: tokens.randomElement(using: &generator) ?? [], at: place)
        case 3:
          let end = min(bytes.count, place + Int.random(in: 1...200, using: &generator))
          bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0..<bytes.count, using: &generator))
        default: bytes[place] = UInt8(ascii: "0") + UInt8.random(in: 0...9, using: &generator)
        }
        if bytes.isEmpty { bytes = [0] }
      }
      try Data(bytes).write(to: stage.file)
      do throws(FixtureFault) {
        guard let file = try FixtureFile.read(stage.file) else { continue }
        read += 1
        // What was read can be written and read again.
        _ = file.text
        for exchange in file.exchanges { _ = exchange.edit }
      } catch {
        #expect(error.message.contains("window.json"))
        #expect(error.message.count < 2_000)
        continue
      }
      if read.isMultiple(of: 2) { try await replay(stage) }
      if read.isMultiple(of: 3) {
        _ = try await stage.run(.record, live: RawAnswer()) { await Self.askAll() }
        #expect(throws: Never.self) { try FixtureFile.read(stage.file) }
      }
    }
    #expect(read > 100, "too few mutants are fixtures: \(read)")
  }

  @Test("Nesting without end, zero bytes and bytes that are no text are refused")
  func rubbish() async throws {
    let stage = try Rehearsal()
    let nested = String(repeating: "[", count: 1 << 20)
    for text in [
      nested, #"{"format":1,"test":"x","exchanges":"# + nested, String(repeating: "{\"a\":", count: 1 << 18),
    ] {
      try stage.overwrite(text)
      let fault = #expect(throws: FixtureFault.self) { try FixtureFile.read(stage.file) }
      #expect(fault?.kind == .unreadable)
      #expect(fault.map { $0.message.count < 1_000 } == true)
    }
    for bytes in [[UInt8](repeating: 0, count: 1 << 20), [0xFF, 0xFE, 0x7B, 0x00], [0xEF, 0xBB, 0xBF, 0x7B, 0x7D]] {
      try Data(bytes).write(to: stage.file)
      #expect(throws: FixtureFault.self) { try FixtureFile.read(stage.file) }
    }
  }

  @Test("Bodies that nest as deep as JSON may, and forms in forms, come back or are refused")
  func deepBodies() async throws {
    let text = try #require(try await recordedStage().text)
    let stage = try Rehearsal()
    for depth in [100, 400, 500, 600, 100_000] {
      let deep = String(repeating: #"{"$$lines":"#, count: depth) + "1" + String(repeating: "}", count: depth)
      try stage.overwrite(text.replacing(#""$lines""#, with: "\"x\": \(deep), \"$lines\""))
      try await replay(stage)
    }
  }

  @Test("A file that is longer than any fixture is refused without being read")
  func long() throws {
    let stage = try Rehearsal()
    try stage.overwrite("{")
    let handle = try FileHandle(forWritingTo: stage.file)
    // A hole: it takes no space on the disk.
    try handle.truncate(atOffset: 1 << 40)
    try handle.close()
    let fault = #expect(throws: FixtureFault.self) { try FixtureFile.read(stage.file) }
    #expect(fault?.message.contains("it holds more than the 268435456 bytes that the reader allows") == true)
    #expect(throws: FixtureFault.self) { try FixtureFile(test: "t").write(stage.file) }
    #expect(try FileManager.default.attributesOfItem(atPath: stage.file.path)[.size] as? Int == 1 << 40)
  }

  @Test("A journal that cannot be read is not thrown away: it holds what was paid for")
  func journal() async throws {
    let stage = try Rehearsal()
    let store = try stage.store(.record, live: ScriptedTransport { prompt, _ in .chat("paid: \(prompt)") })
    // Left behind as by a killed process.
    do {
      let cut = FixtureTransport(store: store)
      _ = try await ModelCallContext.$current.withValue(.init(transport: cut)) { try await ask("One?") }
    }
    let journal = try #require(stage.folder.journals.first)
    let bytes = try Data(contentsOf: journal)
    let other = journal.deletingLastPathComponent().appending(path: "1-1.jsonl")
    try bytes.write(to: other)
    let handle = try FileHandle(forWritingTo: other)
    try handle.truncate(atOffset: 1 << 40)
    try handle.close()
    let run = try await stage.run(.record) { try? await ask("One?") }
    let message = try #require(run.faults.first?.message)
    #expect(
      message.hasPrefix("Answers of a recording that was cut off cannot be taken over. Could not read \(other.path)"))
    #expect(message.hasSuffix("To give them up, delete the file."))
    #expect(FileManager.default.fileExists(atPath: other.path))
  }
}

import LanguageModels
import Testing

@Suite("Server-sent events")
struct ServerSentEventTests {
  private func decode(_ text: String, pieceLength: Int = .max) -> [ServerSentEvent] {
    decode(Array(text.utf8), cuts: { _ in pieceLength })
  }

  private func decode(_ bytes: [UInt8], cuts: (Int) -> Int) -> [ServerSentEvent] {
    var decoder = ServerSentEventDecoder()
    var events: [ServerSentEvent] = []
    var start = 0
    while start < bytes.count {
      let length = min(max(1, cuts(start)), bytes.count - start)
      events += decoder.feed(Array(bytes[start..<start + length]))
      start += length
    }
    return events + [decoder.finish()].compactMap { $0 }
  }

  @Test("Lines end with LF, CRLF or CR", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) {
    #expect(
      decode("event: e\(end)data: a\(end)data: b\(end)\(end)data: c\(end)\(end)")
        == [ServerSentEvent(event: "e", data: "a\nb"), ServerSentEvent(data: "c")])
  }

  @Test(
    "Fields are read as the standard has them",
    arguments: [
      ("data:x\n\n", [ServerSentEvent(data: "x")]), ("data:  x\n\n", [ServerSentEvent(data: " x")]),
      (": comment\n\ndata: x\n\n", [ServerSentEvent(data: "x")]),
      ("data\n\ndata\ndata\n\n", [ServerSentEvent(data: ""), ServerSentEvent(data: "\n")]),
      ("event: only\n\ndata: x\n\n", [ServerSentEvent(data: "x")]),
      ("\u{FEFF}data: x\n\n\u{FEFF}data: y\n\n", [ServerSentEvent(data: "x")]),
      ("id: 7\ndata: x\n\ndata: y\n\n", [ServerSentEvent(data: "x", id: "7"), ServerSentEvent(data: "y")]),
      ("id: a\u{0}b\ndata: x\n\n", [ServerSentEvent(data: "x")]),
      ("retry: 10\nunknown: z\ndata: x\n\n", [ServerSentEvent(data: "x")]),
      ("data: last without an end", [ServerSentEvent(data: "last without an end")]),
      ("data: x\n", [ServerSentEvent(data: "x")]), ("", []), ("\n\n\n", []),
    ])
  func fields(text: String, events: [ServerSentEvent]) {
    #expect(decode(text) == events)
  }

  @Test("However the bytes are cut, the events are the same", arguments: 0..<60)
  func anyCut(seed: UInt64) {
    var random = SplitMix(state: seed)
    let atoms = [
      "data: ", "data:", "event: x", "id: 1", ":c", "\n", "\r", "\r\n", "\n\n", "\r\n\r\n", "Grüße 🦊", "[DONE]", " ",
      "\u{FEFF}", "a:b",
    ]
    var text = ""
    for _ in 0..<40 { text += atoms[Int(random.next() % UInt64(atoms.count))] }
    let bytes = Array(text.utf8)
    let whole = decode(bytes, cuts: { _ in bytes.count })
    #expect(decode(bytes, cuts: { _ in 1 }) == whole)
    for _ in 0..<5 { #expect(decode(bytes, cuts: { _ in Int(random.next() % 9) }) == whole) }
  }

  @Test(
    "An event that is written is read back",
    arguments: [
      ServerSentEvent(data: ""), ServerSentEvent(data: "\n"), ServerSentEvent(event: "e", data: " a\nb\n", id: "3"),
      ServerSentEvent(data: #"{"text":"Grüße 🦊"}"#),
    ])
  func roundTrip(event: ServerSentEvent) {
    #expect(decode(event.encoded, cuts: { _ in 3 }) == [event])
  }

  @Test("A carriage return in the data comes back as a line feed")
  func carriageReturn() {
    #expect(decode(ServerSentEvent(data: "a\r\nb\rc").encoded, cuts: { _ in 99 }) == [ServerSentEvent(data: "a\nb\nc")])
  }

  @Test("An event that is too long is left out and counted, and the next one is read", arguments: [1, 7, 1000])
  func tooLong(pieceLength: Int) {
    var decoder = ServerSentEventDecoder(maximumEventBytes: 20)
    let text = "data: short\n\ndata: \(String(repeating: "x", count: 30))\ndata: y\n\ndata: 12\ndata: 34\n\n"
    let bytes = Array(text.utf8)
    var events: [ServerSentEvent] = []
    for start in stride(from: 0, to: bytes.count, by: pieceLength) {
      events += decoder.feed(Array(bytes[start..<min(start + pieceLength, bytes.count)]))
    }
    #expect(events == [ServerSentEvent(data: "short"), ServerSentEvent(data: "12\n34")])
    #expect(decoder.droppedEvents == 1)
  }

  @Test("Bytes that are not UTF-8 become replacement characters")
  func notUTF8() {
    #expect(
      decode(Array("data: ".utf8) + [0x61, 0xFF, 0x62, 0x0A, 0x0A], cuts: { _ in 2 })
        == [ServerSentEvent(data: "a\u{FFFD}b")])
  }
}

/// A small generator of numbers that are the same in every run (Steele, Lea and Flood, 2014).
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

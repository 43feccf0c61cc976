import Testing

@testable import LoopbackHTTP

@Suite("Reading requests from cut-up bytes")
struct RequestReaderTests {
  static let requests =
    "POST /a?b HTTP/1.1\r\nHost: localhost\r\nX-Spaces: \t v w \t\r\nContent-Length: 5\r\n\r\nhello"
    + "POST /c HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n"
    + "GET /d HTTP/1.1\r\nHost: localhost\r\n\r\n"

  private func read(_ pieces: [ArraySlice<UInt8>]) throws -> [String] {
    var reader = RequestReader(rules: RequestRules())
    var seen: [String] = []
    for piece in pieces {
      piece.withUnsafeBytes { reader.append($0) }
      reading: while true {
        switch try reader.next() {
        case .needsMoreBytes: break reading
        case .expectsContinue: seen.append("continue")
        case .request(let head, let body):
          let field = head.values(of: "X-Spaces").first ?? "-"
          seen.append(
            "\(head.method) \(head.path) \(head.query ?? "-") \(field) \(String(decoding: body, as: UTF8.self))")
        }
      }
    }
    #expect(!reader.isInsideRequest)
    return seen
  }

  @Test("Every cut into two pieces gives the same requests")
  func twoPieces() throws {
    let bytes = Array(Self.requests.utf8)
    let expected = ["POST /a b v w hello", "POST /c - - abc0123456789", "GET /d - - "]
    for cut in 0...bytes.count {
      #expect(try read([bytes[..<cut], bytes[cut...]]) == expected)
    }
  }

  @Test("Byte by byte gives the same requests")
  func singleBytes() throws {
    let bytes = Array(Self.requests.utf8)
    #expect(try read(bytes.indices.map { bytes[$0...$0] }).count == 3)
  }

  @Test("No change of one byte traps, and each gives requests, a wait or a refusal")
  func changedBytes() {
    let bytes = Array(Self.requests.utf8)
    for index in bytes.indices {
      for byte: UInt8 in [0, 0x0A, 0x0D, 0x20, 0x2D, 0x39, 0x3A, 0xFF] {
        var changed = bytes
        changed[index] = byte
        var reader = RequestReader(rules: RequestRules())
        changed.withUnsafeBytes { reader.append($0) }
        var steps = 0
        while steps < 20, case .request? = try? reader.next() { steps += 1 }
        #expect(steps <= 3)
      }
    }
  }
}

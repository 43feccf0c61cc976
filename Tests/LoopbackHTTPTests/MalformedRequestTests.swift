import LoopbackHTTP
import Testing

@Suite("Requests that are refused", .timeLimit(.minutes(1)))
struct MalformedRequestTests {
  static let host = "Host: localhost\r\n"

  @Test(
    "A malformed request is answered with its status and the connection closed",
    arguments: [
      ("hello\r\n\r\n", 400),
      ("GET  / HTTP/1.1\r\n\(host)\r\n", 400),
      ("GET nowhere HTTP/1.1\r\n\(host)\r\n", 400),
      ("G(T / HTTP/1.1\r\n\(host)\r\n", 400),
      ("GET /\u{E9} HTTP/1.1\r\n\(host)\r\n", 400),
      ("GET / HTTP/1.1\n\(host)\r\n", 400),
      ("GET / HTTP/1.1\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\n\(host)\(host)\r\n", 400),
      ("GET / HTTP/1.1\r\n\(host)X-A : 1\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\n\(host)X-A: 1\r\n folded\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\n\(host)X-A: 1\u{0}\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\n\(host)X-A: 1\rX-B: 2\r\n\r\n", 400),
      ("POST / HTTP/1.1\r\n\(host)Content-Length: -1\r\n\r\n", 400),
      ("POST / HTTP/1.1\r\n\(host)Content-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
      ("POST / HTTP/1.1\r\n\(host)Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
      ("POST / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\nxyz\r\n", 400),
      ("POST / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\n-5\r\n", 400),
      ("POST / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n", 400),
      ("POST / HTTP/1.1\r\n\(host)Transfer-Encoding: gzip\r\n\r\n", 501),
      ("POST / HTTP/1.1\r\n\(host)Content-Length: 99999999999999999999\r\n\r\n", 413),
      ("POST / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFF\r\n", 413),
      ("POST / HTTP/1.1\r\n\(host)Expect: a-miracle\r\n\r\n", 417),
      ("GET / HTTP/2.0\r\n\(host)\r\n", 505),
    ])
  func malformed(request: String, status: Int) async throws {
    try await LoopbackServer.withServer(handler: { _ in .text("handled") }) { server in
      let answer = try await rawAnswer(port: server.port, to: request)
      #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
      #expect(answer.contains("Connection: close\r\n"))
      #expect(!answer.contains("handled"))
    }
  }

  @Test("Header fields above the limit are answered 431, though more follows")
  func largeHeader() async throws {
    try await LoopbackServer.withServer(handler: { _ in .text("handled") }) { server in
      let field = "X-Long: " + String(repeating: "a", count: 1_000) + "\r\n"
      let request = "GET / HTTP/1.1\r\n\(Self.host)" + String(repeating: field, count: 300) + "\r\n"
      let answer = try await rawAnswer(port: server.port, to: request)
      #expect(answer.hasPrefix("HTTP/1.1 431 "))
      #expect(answer.contains("65536 bytes"))
    }
  }

  @Test("A request line above the limit is answered 414, also without an end")
  func longTarget() async throws {
    let limits = LoopbackServer.Limits(headerBytes: 1_000)
    try await LoopbackServer.withServer(limits: limits, handler: { _ in .text("handled") }) { server in
      let request = "GET /" + String(repeating: "a", count: 5_000)
      let answer = try await rawAnswer(port: server.port, to: request)
      #expect(answer.hasPrefix("HTTP/1.1 414 "))
    }
  }

  @Test("A body above the limit is answered 413", arguments: [true, false])
  func largeBody(isChunked: Bool) async throws {
    let limits = LoopbackServer.Limits(bodyBytes: 10)
    try await LoopbackServer.withServer(limits: limits, handler: { .text($0.bodyText) }) { server in
      let post = "POST / HTTP/1.1\r\n\(Self.host)Connection: close\r\n"
      let (fits, exceeds) =
        isChunked
        ? (
          "\(post)Transfer-Encoding: chunked\r\n\r\n5\r\n01234\r\n5\r\n56789\r\n0\r\n\r\n",
          "\(post)Transfer-Encoding: chunked\r\n\r\n5\r\n01234\r\n6\r\n"
        )
        : ("\(post)Content-Length: 10\r\n\r\n0123456789", "\(post)Content-Length: 11\r\n\r\n01234567890")
      let answer = try await rawAnswer(port: server.port, to: fits)
      #expect(answer.hasSuffix("\r\n\r\n0123456789"))
      let second = try await rawAnswer(port: server.port, to: exceeds)
      #expect(second.hasPrefix("HTTP/1.1 413 "))
    }
  }

  @Test(
    "Only requests that name this machine are handled",
    arguments: [
      ("127.0.0.1", 200), ("localhost:1234", 200), ("LOCALHOST", 200), ("[::1]:80", 200),
      ("evil.example", 403), ("localhost.evil.example", 403), ("127.0.0.1.evil.example", 403),
      ("localhost:80@evil.example", 403), ("", 403),
    ])
  func foreignHost(host: String, status: Int) async throws {
    let request = "GET / HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n"
    try await LoopbackServer.withServer(handler: { _ in .text("handled") }) { server in
      let answer = try await rawAnswer(port: server.port, to: request)
      #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
    }
    try await LoopbackServer.withServer(requiresLoopbackHost: false, handler: { _ in .text("handled") }) { server in
      let answer = try await rawAnswer(port: server.port, to: request)
      #expect(answer.hasPrefix("HTTP/1.1 200 "))
    }
  }

  @Test("A foreign name in an absolute target is refused too")
  func absoluteTarget() async throws {
    try await LoopbackServer.withServer(handler: { .text("\($0.path)?\($0.query ?? "-")") }) { server in
      let rest = " HTTP/1.1\r\n\(Self.host)Connection: close\r\n\r\n"
      let foreign = try await rawAnswer(port: server.port, to: "GET http://evil.example/" + rest)
      #expect(foreign.hasPrefix("HTTP/1.1 403 "))
      let own = try await rawAnswer(port: server.port, to: "GET http://localhost:\(server.port)?a" + rest)
      #expect(own.hasSuffix("\r\n\r\n/?a"))
    }
  }
}

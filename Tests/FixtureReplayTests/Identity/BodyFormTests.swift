import FixtureReplay
import LanguageModels
import StructuredOutput
import Testing

@Suite("Forms and multipart bodies in a request's identity")
struct BodyFormTests {
  private func multipart(
    _ parts: [String], boundary: String = "XyZ", type: String = "multipart/form-data", quoted: Bool = false
  ) -> HTTPRequest {
    let text = parts.map { "--\(boundary)\r\n\($0)\r\n" }.joined() + "--\(boundary)--\r\n"
    let value = quoted ? "\"\(boundary)\"" : boundary
    return request(
      .bytes(Array(text.utf8)), path: "/files", headers: [.init("Content-Type", "\(type); boundary=\(value)")])
  }

  private static let parts = [
    "Content-Disposition: form-data; name=\"purpose\"\r\n\r\nbatch",
    "Content-Disposition: form-data; name=\"options\"\r\nContent-Type: application/json\r\n\r\n{\"b\": 1, \"user\": \"u7\"}",
    "content-disposition: form-data; name=\"file\"; filename=\"a \\\"b\\\".txt\"\r\nContent-Type: text/plain; charset=utf-8"
      + "\r\n\r\nfirst\r\nsecond --XyZ inside",
  ]

  @Test("The boundary does not count, and the parts are read as they are")
  func boundary() throws {
    let one = RequestIdentity(of: multipart(Self.parts))
    let two = RequestIdentity(of: multipart(Self.parts, boundary: "----Boundary 7", quoted: true))
    #expect(one.hash == two.hash)
    #expect(
      one.body
        == .json([
          ["name": "purpose", "text": "batch"],
          ["name": "options", "type": "application/json", "json": ["b": 1, "user": "u7"]],
          [
            "name": "file", "filename": "a \"b\".txt", "type": "text/plain", "text": "first\r\nsecond --XyZ inside",
          ],
        ]))
    #expect(RequestIdentity(of: multipart(Array(Self.parts.reversed()))).hash != one.hash)
  }

  @Test("Rules reach into parts")
  func rules() {
    let rules = IdentityRules(ignoredPaths: ["/*/json/user"], normalizers: [.dates])
    let identity = RequestIdentity(
      of: multipart([Self.parts[1], "Content-Disposition: form-data; name=\"d\"\r\n\r\n2026-03-12"]), rules: rules)
    #expect(
      identity.body
        == .json([
          ["name": "options", "type": "application/json", "json": ["b": 1, "user": "[ignored]"]],
          ["name": "d", "text": "[date]"],
        ]))
  }

  @Test("A file that is no text stands by its digest, and is handed out once")
  func file() throws {
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 1, 2]
    let head = Array(
      "--b\r\nContent-Disposition: form-data; name=\"image\"; filename*=UTF-8''na%C3%AFve.png\r\n\r\n".utf8)
    let asked = request(
      .bytes(head + png + Array("\r\n".utf8) + head + png + Array("\r\n--b--".utf8)), path: "/images",
      headers: [.init("content-type", "multipart/form-data; boundary=b")])
    let identity = RequestIdentity(of: asked)
    guard case .json(let json) = identity.body else {
      Issue.record("the body is not JSON")
      return
    }
    let data = try #require(json[0]?["data"]?.stringValue)
    #expect(json[0]?["filename"] == "naïve.png")
    #expect(data.hasPrefix("data:image/png;sha256=") && data.hasSuffix(";bytes=11"))
    let media = identity.media(in: asked)
    #expect(media.map(\.bytes) == [png])
    #expect(media.first?.digest == data)
  }

  @Test("Base64 in a part of multipart/related is decoded")
  func related() {
    let identity = RequestIdentity(
      of: multipart(
        ["Content-Type: application/json\r\n\r\n{\"a\":1}", "Content-Transfer-Encoding: base64\r\n\r\naGFsbG8="],
        type: "multipart/related; type=\"application/json\""))
    #expect(identity.body == .json([["type": "application/json", "json": ["a": 1]], ["text": "hallo"]]))
  }

  @Test(
    "A malformed body counts by its bytes",
    arguments: [
      "", "--b", "--b--", "--b\r\n", "--b\r\nA: 1\r\n\r\nx", "--b\r\nno colon\r\n\r\nx\r\n--b--",
      "--b\r\nA: 1\r\nx\r\n--b--",
      "--bX\r\nA: 1\r\n\r\nx\r\n--b--", "A: 1\r\n\r\nx\r\n--b--", "--b\nA: 1\n\nx\n--b--", "--b\r\n--b--",
    ])
  func malformed(text: String) {
    let body = HTTPRequest.Body.bytes(Array(text.utf8))
    let asked = request(body, headers: [.init("Content-Type", "multipart/form-data; boundary=b")])
    #expect(RequestIdentity(of: asked).body == body)
    for type in ["multipart/form-data", "multipart/form-data; boundary=\"\"", "multipart", "; boundary=b", ""] {
      #expect(RequestIdentity(of: request(body, headers: [.init("Content-Type", type)])).body == body)
    }
  }

  @Test("Parts without headers and without content are parts")
  func empty() {
    let identity = RequestIdentity(of: multipart(["\r\n", "\r\nx", "A: 1\r\n\r\n"]))
    #expect(identity.body == .json([["text": ""], ["text": "x"], ["text": ""]]))
  }

  @Test("The fields of a form are read, and redacted and normalized like others")
  func form() {
    func identity(_ text: String, _ rules: IdentityRules = .none) -> RequestIdentity {
      RequestIdentity(
        of: request(
          .bytes(Array(text.utf8)), headers: [.init("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")]
        ),
        rules: rules)
    }
    #expect(
      identity("q=two+words%21&user=7&a=1&a=2&api_key=secret", IdentityRules(ignoredPaths: ["/user"])).body
        == .json([
          "q": "two words!", "user": "[ignored]", "a": ["1", "2"], "api_key": "[redacted:api_key]",
        ]))
    #expect(identity("b=2&a=1").hash == identity("a=1&b=2").hash)
    for text in ["", "no fields", "a=%G1", "a=%FF", "a=%4"] {
      #expect(identity(text).body == .bytes(Array(text.utf8)))
    }
  }

  @Test("A form of very many fields of one name is read in little time")
  func manyFields() {
    let text = String(repeating: "a=&", count: 200_000)
    let asked = request(
      .bytes(Array(text.utf8)), headers: [.init("Content-Type", "application/x-www-form-urlencoded")])
    #expect(processorTime { _ = RequestIdentity(of: asked) } < 0.5)
  }

  @Test("A megabyte of beginnings of a boundary takes no time")
  func hostile() {
    let text = String(repeating: "\r\n--b", count: 200_000)
    let asked = request(
      .bytes(Array(text.utf8)), headers: [.init("Content-Type", "multipart/form-data; boundary=bbbbbbbbbbbbbbbbbbbb")])
    let time = processorTime { _ = RequestIdentity(of: asked) }
    #expect(time < 0.3)
  }
}

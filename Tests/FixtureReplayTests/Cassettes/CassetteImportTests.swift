import Foundation
import LanguageModels
import StructuredOutput
import Testing

@testable import FixtureReplay

@Suite("Recordings of other tools")
struct CassetteImportTests {
  private func read(_ text: String) throws -> CassetteImport { try CassetteImport(bytes: Array(text.utf8)) }

  /// A body of vcrpy, with what varies between its cassettes.
  private func vcrpy(
    uri: String = "https://api.openai.com/v1/chat/completions", request: String = "body: '{\"model\":\"m\"}'",
    response: String = "body: {string: '{\"id\": 1}'}", status: Int = 200, type: String = "application/json"
  ) -> String {
    """
    interactions:
    - request:
        \(request)
        headers:
          Authorization: [Bearer sk-proj-abcdefghijklmnop1234567890]
          Content-Type: [application/json]
        method: POST
        uri: \(uri)
      response:
        \(response)
        headers:
          Content-Type:
          - \(type)
          Date:
          - Thu, 27 Jun 2024 10:13:54 GMT
          X-Request-Id: ['17']
        status: {code: \(status), message: OK}
    version: 1
    """
  }

  @Test("A call in a vcrpy cassette is the call that this package makes")
  func identity() throws {
    let cassette = try read(vcrpy(request: "body: '{\"model\":\"m\",\"messages\":[]}'"))
    let exchange = try #require(cassette.imported.first?.exchange)
    let live = RequestIdentity(
      of: HTTPRequest(
        provider: "openai-compatible", path: "/chat/completions", body: .json(["messages": [], "model": "m"])
      ) { throw ModelFault(.missingCredential, "none") })
    #expect(exchange.key.request == live.hash)
    #expect(exchange.request.hash == live.hash)
    #expect(exchange.recorded == "2024-06-27T10:13:54Z")
    #expect(exchange.answer.headers.fields == [HTTPHeaders.Field("content-type", "application/json")])
    #expect(exchange.answer.content == .body(.json(["id": 1])))
    #expect(exchange.edit == nil)
    #expect(cassette.format == "vcrpy cassette")
  }

  @Test(
    "Addresses tell the provider and the path",
    arguments: [
      ("https://api.openai.com/v1/chat/completions", "openai-compatible", "/chat/completions", []),
      ("http://127.0.0.1:8080/x/v1/embeddings?a=b", "openai-compatible", "/embeddings", [.init("a", "b")]),
      ("https://api.anthropic.com/v1/messages", "http", "/v1/messages", []),
      ("HTTPS://h", "http", "/", []),
      ("https://h/a%2Fb?x=1%202&y&z=a=b#f", "http", "/a%2Fb", [.init("x", "1 2"), .init("y", ""), .init("z", "a=b")]),
    ] as [(String, String, String, [HTTPHeaders.Field])])
  func addresses(address: String, provider: String, path: String, query: [HTTPHeaders.Field]) throws {
    let place = try #require(RequestAddress(address))
    #expect(place.provider == provider)
    #expect(place.path == path)
    #expect(place.query.fields == query)
  }

  @Test("Addresses of other schemes are none", arguments: ["", "data:text/plain,x", "ws://h/", "/v1/x", "https://"])
  func noAddresses(address: String) {
    #expect(RequestAddress(address) == nil)
  }

  @Test("Bodies that a serializer kept as trees are JSON")
  func parsedBody() throws {
    let cassette = try read(
      vcrpy(request: "parsed_body: {model: m, n: 1, stop: null}", response: "parsed_body: {id: x, list: [1.50, true]}"))
    let exchange = try #require(cassette.imported.first?.exchange)
    #expect(exchange.request.body == .json(["model": "m", "n": 1, "stop": nil]))
    #expect(exchange.answer.content == .body(.json(["id": "x", "list": [1.5, true]])))
  }

  @Test("A compressed body is decompressed, and one in a coding that is not known is skipped with the reason")
  func compressed() throws {
    let gzip = "H4sIAAAAAAACA6tWKkmtKFGyUlAqTkxPVaoFAJagC9wQAAAA"
    let headers = "Content-Encoding: [gzip]\n      Content-Type:"
    let text = vcrpy(response: "body:\n      string: !!binary |\n            \(gzip)")
      .replacingOccurrences(of: "Content-Type:\n", with: headers + "\n")
    let exchange = try read(text).imported.first?.exchange
    #expect(exchange?.answer.content == .body(.json(["text": "sage"])))

    let brotli = try read(text.replacingOccurrences(of: "[gzip]", with: "[br]"))
    #expect(brotli.imported.isEmpty)
    #expect(brotli.skipped.first?.reason.contains("compressed as \"br\"") == true)
    #expect(brotli.skipped.first?.request == "POST https://api.openai.com/v1/chat/completions")
  }

  @Test("Streams become events, also where the content type was left out", arguments: [true, false])
  func streams(hasType: Bool) throws {
    var text = vcrpy(
      response:
        "body:\n      string: |+\n        data: {\"b\": 1, \"a\": 2}\n\n        event: end\n        data: [DONE]\n\n",
      type: "text/event-stream")
    if !hasType { text = text.replacingOccurrences(of: "      Content-Type:\n      - text/event-stream\n", with: "") }
    let exchange = try #require(try read(text).imported.first?.exchange)
    #expect(
      exchange.answer.content
        == .events(
          [
            RecordedEvent(milliseconds: 0, data: .json(["a": 2, "b": 1])),
            RecordedEvent(milliseconds: 0, name: "end", data: .text("[DONE]")),
          ], end: .complete))
    #expect(exchange.answer.headers["content-type"]?.contains("text/event-stream") == true)
  }

  @Test("A cassette of Ruby's VCR is read")
  func ruby() throws {
    let text = """
      ---
      http_interactions:
      - request:
          method: post
          uri: https://h/v1/x?key=AIzaSyA1234567890abcdefghijklmnopqrstuv&page=2
          body:
            encoding: UTF-8
            string: '{"q":"it''s"}'
          headers:
            Accept:
            - "*/*"
        response:
          status:
            code: 429
            message: Too Many
          headers:
            Retry-After:
            - '3'
            Content-Type:
            - application/json
          body:
            encoding: ASCII-8BIT
            string: !binary |-
              eyJhIjoxfQ==
          http_version:
        recorded_at: Tue, 01 Nov 2011 04:58:44 GMT
      - request:
          method: get
          uri: https://h/y
          body: {encoding: US-ASCII, string: ''}
          headers: {}
        response:
          status: {code: 200, message: OK}
          headers: {}
          body: {encoding: UTF-8, base64_string: 'aGk='}
        recorded_at: Tue, 01 Nov 2011 04:58:45 GMT
      - request:
          method: get
          uri: https://h/<%= path %>
          body: {encoding: US-ASCII, string: ''}
        response:
          status: {code: 200, message: OK}
          body: {encoding: UTF-8, string: 'x'}
      recorded_with: VCR 6.2.0
      """
    let cassette = try read(text)
    #expect(cassette.format == "VCR cassette (VCR 6.2.0)")
    #expect(cassette.imported.count == 2)
    let first = try #require(cassette.imported.first?.exchange)
    #expect(first.request.method == "POST")
    #expect(first.request.query == [HTTPHeaders.Field("page", "2")])
    #expect(first.recorded == "2011-11-01T04:58:44Z")
    #expect(first.answer.headers["retry-after"] == "3")
    #expect(first.answer.content == .body(.json(["a": 1])))
    #expect(cassette.imported.last?.exchange.answer.content == .body(.bytes(Array("hi".utf8))))
    #expect(cassette.skipped.map(\.position) == [3])
    #expect(cassette.skipped.first?.reason.contains("ERB") == true)
  }

  @Test("Cassettes in JSON are read as those in YAML")
  func json() throws {
    let text = """
      {"version": 1, "interactions": [{"request": {"method": "GET", "uri": "https://h/x", "body": null, "headers": {}},
      "response": {"status": {"code": 200}, "headers": {"content-type": "text/plain"}, "body": {"string": "hi"}}}]}
      """
    let exchange = try read(text).imported.first?.exchange
    #expect(exchange?.request.body == HTTPRequest.Body.none)
    #expect(exchange?.answer.content == .body(.bytes(Array("hi".utf8))))
  }

  @Test("Credentials are taken out of what is read, and of what is said about it")
  func credentials() throws {
    let key = "sk-proj-abcdefghijklmnop1234567890"
    let cassette = try read(
      vcrpy(
        request: "body: '{\"messages\":\"use \(key)\"}'", response: "body: {string: '{\"echo\": \"\(key)\"}'}"))
    let exchange = try #require(cassette.imported.first?.exchange)
    #expect(!exchange.json.compactText.contains(key))
    let refused = try read(vcrpy(uri: "https://h/\(key)/x?api_key=\(key)", status: 401))
    #expect(refused.skipped.first?.request.contains(key) == false)
  }

  @Test("A credential of no known shape that an answer repeats keeps the exchange out")
  func repeatedCredential() throws {
    let text = vcrpy(response: "body: {string: '{\"echo\": \"use zebra-17-zebra-18-zebra\"}'}")
    let key = "Bearer zebra-17-zebra-18-zebra"
    let cassette = try read(text.replacingOccurrences(of: "Bearer sk-proj-abcdefghijklmnop1234567890", with: key))
    #expect(cassette.imported.isEmpty)
    #expect(cassette.skipped.first?.reason.contains("repeats a credential of its headers") == true)
    #expect(cassette.skipped.first?.reason.contains("zebra") == false)
  }

  @Test("What is said of a recording cannot steer a terminal")
  func hostile() throws {
    let cassette = try read(
      vcrpy(uri: "\"ftp://u:secret@h/\\e[2J\\n\"").replacingOccurrences(of: "POST", with: "\"\\e]0\""))
    #expect(cassette.skipped.first?.request == "\\u{1B}]0 ftp://h/\\u{1B}[2J\\u{A}")
    #expect { try read("a: !\u{1B}[2J x\n") } throws: { !"\($0)".contains("\u{1B}") }
  }

  @Test("What is never recorded is not imported either", arguments: [401, 403, 0])
  func neverKept(status: Int) throws {
    let cassette = try read(vcrpy(status: status))
    #expect(cassette.imported.isEmpty)
    #expect(cassette.skipped.count == 1)
  }

  @Test(
    "A file that is none says why",
    arguments: [
      ("", "it is empty"), ("{", "it is not JSON: line 1"), ("{\"a\": 1}", "it is no recording that is known here"),
      ("a: [", "it is no YAML that is read here: line 1, column 5"), ("- 1\n", "it is no recording"),
      ("a: <%= x\n b: %>: [", "ERB templates are not read"), ("interactions: 5", "it is no recording"),
    ])
  func unreadable(text: String, message: String) {
    #expect { try read(text) } throws: { "\($0)".contains(message) }
  }

  @Test(
    "A cassette that recorded nothing is read", arguments: ["interactions: []\nversion: 1\n", "http_interactions:\n"])
  func nothing(text: String) throws {
    #expect(try read(text).imported.isEmpty)
  }
}

import Foundation
import LanguageModels
import StructuredOutput
import Testing

@testable import FixtureReplay

@Suite("Requests of other clients")
struct ClientRequestTests {
  private func request(
    _ address: String, method: String = "POST", headers: [(String, String)] = [], body: String = ""
  ) throws -> HTTPRequest {
    try HTTPRequest(
      method: method, url: try #require(URL(string: address)), headers: headers.map { HTTPHeaders.Field($0.0, $0.1) },
      body: Array(body.utf8))
  }

  @Test(
    "Provider, path and base address",
    arguments: [
      (
        "https://api.openai.com/v1/chat/completions", "openai-compatible", "/chat/completions",
        "https://api.openai.com/v1"
      ),
      (
        "https://x.azure.example/openai/deployments/gpt%204/chat/completions?api-version=1", "openai-compatible",
        "/chat/completions", "https://x.azure.example/openai/deployments/gpt%204"
      ),
      ("http://127.0.0.1:8080/embeddings", "openai-compatible", "/embeddings", "http://127.0.0.1:8080"),
      ("https://api.anthropic.com/v1/messages", "http", "/v1/messages", "https://api.anthropic.com"),
      ("http://[::1]:8080", "http", "/", "http://[::1]:8080"),
      ("http://h/a%2Fb/#part", "http", "/a%2Fb/", "http://h"),
    ])
  func places(address: String, provider: String, path: String, base: String) throws {
    let request = try request(address)
    #expect(request.provider == provider)
    #expect(request.path == path)
    #expect(try request.destination().baseAddress.absoluteString == base)
  }

  @Test("Query items are decoded, whatever they look like")
  func query() throws {
    let fields = try request("https://h/?a=1%202&b=x+y&c&d==&=e&&f=%7E&key=k").query.fields
    #expect(fields.map(\.name) == ["a", "b", "c", "d", "", "f", "key"])
    #expect(fields.map(\.value).prefix(5) == ["1 2", "x y", "", "=", "e"])
  }

  @Test("A body is JSON only where its type says so and it is, and goes out as it came")
  func bodies() throws {
    let json = try request("https://h/", headers: [("content-type", "application/json")], body: "{ \"b\":1 }")
    #expect(json.body == .json(["b": 1]))
    #expect(json.exactBody == Array("{ \"b\":1 }".utf8))
    #expect(
      try request("https://h/", headers: [("Content-Type", "text/plain")], body: "{}").body == .bytes([0x7B, 0x7D]))
    #expect(
      try request("https://h/", headers: [("Content-Type", "application/json")], body: "{").body == .bytes([0x7B]))
    #expect(try request("https://h/").body == .none)
  }

  @Test("Credentials are apart from other headers, and what belongs to a connection stays behind")
  func headers() throws {
    let request = try request(
      "https://h/",
      headers: [
        ("Host", "h"), ("Authorization", "Bearer x"), ("x-api-key", "y"), ("Cookie", "c=d"), ("Accept", "*/*"),
        ("Content-Length", "3"), ("Accept-Encoding", "br"), ("anthropic-version", "1"), ("X-Goog-Api-Key", "z"),
      ])
    #expect(request.headers.fields.map(\.name) == ["Accept", "anthropic-version"])
    #expect(
      try request.destination().credentials.fields.map(\.name) == [
        "Authorization", "x-api-key", "Cookie", "X-Goog-Api-Key",
      ])
  }

  @Test("An address that is no http address is refused", arguments: ["ftp://h/a", "file:///etc/passwd", "/v1"])
  func refused(address: String) {
    #expect(throws: ModelFault.self) { try request(address) }
  }

  @Test("Every number is a type of its own")
  func slots() {
    let types = Set((0..<2_000).map { ObjectIdentifier(SlotNumbers.type(of: $0)) })
    #expect(types.count == 2_000)
  }
}

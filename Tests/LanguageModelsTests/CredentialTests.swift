import Foundation
import Testing

@testable import LanguageModels

@Suite("Keys and addresses")
struct CredentialTests {
  private func destination(
    _ server: OpenAICompatibleServer, _ environment: [String: String]
  ) throws -> HTTPRequest.Destination {
    try server.destination(in: environment)
  }

  @Test("OpenAI's own address is used unless the environment names another")
  func openAIAddress() throws {
    let own = try destination(.openAI, ["OPENAI_API_KEY": " sk-a\n", "OPENAI_ORG_ID": "o"])
    #expect(own.baseAddress.absoluteString == "https://api.openai.com/v1")
    #expect(own.credentials["authorization"] == "Bearer sk-a")
    #expect(own.credentials["openai-organization"] == "o")
    let other = try destination(.openAI, ["OPENAI_API_KEY": "k", "OPENAI_BASE_URL": "https://proxy.example/v1"])
    #expect(other.baseAddress.absoluteString == "https://proxy.example/v1")
  }

  @Test("A missing key names the variable and the next step")
  func missingKey() throws {
    for environment in [[:], ["OPENAI_API_KEY": "  "]] {
      let fault = #expect(throws: ModelFault.self) { try destination(.openAI, environment) }
      #expect(fault?.kind == .missingCredential)
      #expect(fault?.message.contains("export OPENAI_API_KEY=") == true)
    }
  }

  @Test(
    "A server on this machine needs no key", arguments: ["localhost:8080", "127.0.0.1:1", "[::1]:8080", "127.9.9.9"])
  func loopback(host: String) throws {
    let found = try destination(.openAI, ["OPENAI_BASE_URL": "http://\(host)/v1"])
    #expect(found.credentials == [])
    let url = try #require(URL(string: "http://\(host)/v1"))
    #expect(try destination(.any(at: url, key: .environment("GROQ_API_KEY")), [:]).credentials == [])
  }

  @Test("A host that only looks like this machine needs its key", arguments: ["127.0.0.1.example.com", "localhost.de"])
  func notLoopback(host: String) throws {
    #expect(throws: ModelFault.self) { try destination(.openAI, ["OPENAI_BASE_URL": "http://\(host)/v1"]) }
  }

  @Test("No address at all says what to set")
  func noAddress() throws {
    let fault = #expect(throws: ModelFault.self) { try destination(.any(at: nil, key: nil), [:]) }
    #expect(fault?.kind == .missingCredential)
    #expect(fault?.message.contains("OPENAI_BASE_URL") == true)
    #expect(fault?.message.contains("baseAddress") == true)
    #expect(throws: ModelFault.self) { try destination(.any(at: nil, key: nil), ["OPENAI_BASE_URL": "not an address"]) }
  }

  @Test("OpenAI's key never goes to a given address, only to the one of the same environment")
  func keyStaysHome() throws {
    let environment = ["OPENAI_API_KEY": "k", "OPENAI_BASE_URL": "https://named.example/v1", "OTHER": "o"]
    let given = try #require(URL(string: "https://given.example/v1"))
    #expect(try destination(.any(at: given, key: nil), environment).credentials == [])
    #expect(try destination(.any(at: nil, key: nil), environment).credentials["authorization"] == "Bearer k")
    let named = try destination(.any(at: given, key: .environment("OTHER")), environment)
    #expect(named.credentials["authorization"] == "Bearer o")
  }

  @Test("A key that is named and not there is a fault")
  func namedKey() throws {
    let given = try #require(URL(string: "https://given.example/v1"))
    let fault = #expect(throws: ModelFault.self) { try destination(.any(at: given, key: .environment("GONE")), [:]) }
    #expect(fault?.message.contains("$GONE") == true)
  }

  @Test("A key never shows itself")
  func description() {
    #expect(!"\(APIKey.value("sk-secret"))".contains("secret"))
    #expect(!String(reflecting: APIKey.value("sk-secret")).contains("secret"))
  }

  @Test(
    "Anything that looks like a key is masked",
    arguments: [
      "sk-proj-abcDEF123456", "sk-abc***********wxyz", "gsk_abcdefgh1234", "AIzaSyA1234567890", "AKIA1234567890ABCDEF",
      "hf_abcdefghij", "xai-1234567890", "0123456789abcdef0123456789abcdef", "sk-ant-api03-aa_bb-cc",
    ])
  func masked(key: String) {
    #expect(KeyMask.masked("key: \(key).") == "key: [key masked].")
    #expect(KeyMask.quoted(String(repeating: "x ", count: 245) + key, limit: 500).contains(key.prefix(8)) == false)
  }

  @Test("A bearer token of any shape is masked")
  func bearer() { #expect(KeyMask.masked("Authorization: Bearer abcdefgh1") == "Authorization: Bearer [key masked]") }

  @Test(
    "Ordinary words stay",
    arguments: [
      "The model `gpt-4.1-mini-2025-04-14` does not exist", "accounts/fireworks/models/llama-v3p1-405b-instruct",
      "chatcmpl-C1KMEUDb1vVwsROQUCZTgG6A6vtWo", "skip-this",
    ])
  func ordinary(text: String) { #expect(KeyMask.masked(text) == text) }
}

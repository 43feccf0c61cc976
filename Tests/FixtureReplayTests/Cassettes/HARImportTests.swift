import Foundation
import LanguageModels
import StructuredOutput
import Testing

@testable import FixtureReplay

@Suite("HAR files of other tools")
struct HARImportTests {
  private func entry(
    request: String = #""postData": {"mimeType": "application/json", "text": "{\"q\":1}"}"#,
    content: String = #"{"size": 7, "mimeType": "application/json", "text": "{\"a\":1}"}"#, status: Int = 200,
    headers: String = "", time: String = "1250.6"
  ) -> String {
    """
    {"startedDateTime": "2024-03-31T23:59:59.123-02:00", "time": \(time), "_id": "06f0", "_order": 0,
     "request": {"method": "POST", "url": "https://api.openai.com/v1/chat/completions", "httpVersion": "HTTP/2",
       "cookies": [], "headers": [], "queryString": [], "headersSize": -1, "bodySize": 7, \(request)},
     "response": {"status": \(status), "statusText": "", "httpVersion": "HTTP/2", "cookies": [], "headers": [\(headers)],
       "content": \(content), "redirectURL": "", "headersSize": -1, "bodySize": 7},
     "cache": {}, "timings": {"send": 0, "wait": 1, "receive": 1}}
    """
  }

  private func read(_ entries: String...) throws -> CassetteImport {
    let text =
      "{\"log\": {\"version\": \"1.2\", \"creator\": {\"name\": \"Polly.JS\", \"version\": \"6\"}, \"entries\": ["
      + entries.joined(separator: ",") + "]}}"
    return try CassetteImport(bytes: Array(text.utf8))
  }

  @Test("An entry is an exchange with its time and date")
  func entry() throws {
    let cassette = try read(entry())
    let exchange = try #require(cassette.imported.first?.exchange)
    #expect(cassette.format == "HAR 1.2 of Polly.JS")
    #expect(exchange.request.path == "/chat/completions")
    #expect(exchange.request.body == .json(["q": 1]))
    #expect(exchange.recorded == "2024-04-01T01:59:59Z")
    #expect(exchange.answer.milliseconds == 1251)
    #expect(exchange.answer.content == .body(.json(["a": 1])))
  }

  @Test("A body that was decoded already is not decompressed again")
  func decoded() throws {
    let cassette = try read(entry(headers: #"{"name": "Content-Encoding", "value": "gzip"}"#))
    #expect(cassette.imported.first?.exchange.answer.content == .body(.json(["a": 1])))
  }

  @Test("Pieces of a compressed body, as Polly.JS keeps them, are put together")
  func pieces() throws {
    let content =
      #"{"size": 1, "mimeType": "application/json", "encoding": "base64", "text": "[\"H4sIAAAAAAACA6tWKkmt\",\"KFGyUlAqTkxPVaoFAJagC9wQAAAA\"]"}"#
    let cassette = try read(entry(content: content, headers: #"{"name": "content-encoding", "value": "gzip"}"#))
    #expect(cassette.imported.first?.exchange.answer.content == .body(.json(["text": "sage"])))
  }

  @Test("A form that was kept in pieces is put together as it is sent")
  func form() throws {
    let request =
      #""postData": {"mimeType": "application/x-www-form-urlencoded", "params": [{"name": "a b", "value": "1&2"}]}"#
    let exchange = try read(entry(request: request)).imported.first?.exchange
    #expect(exchange?.request.body == .bytes(Array("a%20b=1%262".utf8)))
  }

  @Test("Entries without an answer or its body are skipped with the reason")
  func skipped() throws {
    let cassette = try read(
      entry(status: 0), entry(content: #"{"size": 500, "mimeType": "text/html"}"#), "{}",
      entry(request: #""postData": {"mimeType": "multipart/form-data", "params": [{"name": "f"}]}"#),
      entry(content: #"{"size": 1, "mimeType": "x", "encoding": "base64", "text": "%"}"#), entry(time: "1e400"))
    #expect(cassette.imported.count == 1)
    #expect(cassette.imported.first?.exchange.answer.milliseconds == 0)
    #expect(cassette.skipped.map(\.position) == [1, 2, 3, 4, 5])
    #expect(cassette.skipped[0].reason.contains("no answer was recorded"))
    #expect(cassette.skipped[1].reason.contains("500 bytes, was not kept"))
  }
}

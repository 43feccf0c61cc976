import Foundation
import LanguageModels
import StructuredOutput

/// Fixtures as one HTTP Archive (HAR 1.2), for browsers, proxies and other recording libraries.
///
/// Times and sizes are whole numbers, and no field is left out that readers in Swift ask for. Fixtures do not keep hosts: each
/// address is under ``host``. What HAR has no place for (test, trial, times of stream events) stands under `_llmspec`, so
/// that ``CassetteImport`` gives the same exchanges back.
public struct HARExport: Sendable {
  /// The host of all addresses, a name that never resolves (RFC 2606, section 2).
  public static let host = "recorded.invalid"

  /// The archive.
  public let json: JSONValue
  /// How many entries it has.
  public let entryCount: Int

  /// Makes an archive of fixtures, in their order.
  ///
  /// - Parameters:
  ///   - files: The fixtures.
  ///   - version: The version of the program that writes it.
  public init(of files: [FixtureFile], version: String) {
    let entries = files.flatMap { file in file.exchanges.map { Self.entry($0, test: file.test) } }
    entryCount = entries.count
    json = [
      "log": [
        "version": "1.2", "creator": ["name": "llmspec", "version": .string(version)], "entries": .array(entries),
      ]
    ]
  }

  /// The archive's text, which ends with a line feed.
  ///
  /// - Throws: ``FixtureFault`` of kind ``FixtureFault/Kind/holdsCredential`` where it looks like it holds a credential.
  public func text(redactor: FixtureRedactor = .standard) throws(FixtureFault) -> String {
    let text = json.prettyText() + "\n"
    if let remainder = redactor.remainder(in: text) {
      throw FixtureFault(
        .holdsCredential, "The archive was not written: it would hold \(remainder). Record that fixture again.")
    }
    return text
  }

  private static func entry(_ exchange: FixtureExchange, test: String) -> JSONValue {
    var entry: JSONObject = [
      "startedDateTime": .string(exchange.recorded.isEmpty ? "1970-01-01T00:00:00Z" : exchange.recorded),
      "time": .number(JSONNumber(exchange.answer.milliseconds)),
      "request": request(exchange.request), "response": response(exchange.answer),
      "cache": [:], "timings": timings(exchange.answer),
    ]
    var own = HARExtension.json(of: exchange, test: test)
    entry[HARExtension.key] = .object(own)
    let readBack = try? HARReader.imported(.object(entry), redactor: .standard).exchange
    if readBack?.json.compactText != exchange.json.compactText {
      // Edited by hand, or of a form that recordings do not have.
      own["exchange"] = exchange.json
      entry[HARExtension.key] = .object(own)
    }
    return .object(entry)
  }

  private static func request(_ request: RequestIdentity) -> JSONValue {
    var address = "https://\(host)\(URLText.path(request.path))"
    let query = request.query.map { URLText.component($0.name) + "=" + URLText.component($0.value) }
    if !query.isEmpty { address += "?" + query.joined(separator: "&") }
    var object: JSONObject = [
      "method": .string(request.method), "url": .string(address), "httpVersion": "HTTP/1.1", "cookies": [],
      "headers": [], "queryString": .array(request.query.map(pair)),
    ]
    var size = 0
    switch request.body {
    case .none: break
    case .json(let json):
      let text = json.compactText
      size = text.utf8.count
      object["headers"] = [["name": "content-type", "value": "application/json"]]
      object["postData"] = ["mimeType": "application/json", "text": .string(text)]
    case .bytes(let bytes):
      var post: JSONObject = ["mimeType": "application/octet-stream", "text": ""]
      if let text = String(validating: bytes, as: UTF8.self) {
        post["text"] = .string(text)
        size = bytes.count
      } else {
        post[HARExtension.base64Key] = .string(Data(bytes).base64EncodedString())
        size = -1
      }
      object["postData"] = .object(post)
    }
    object["headersSize"] = -1
    object["bodySize"] = .number(JSONNumber(size))
    return .object(object)
  }

  private static func response(_ answer: RecordedAnswer) -> JSONValue {
    let bytes = answer.bytes
    var content: JSONObject = [
      "size": .number(JSONNumber(bytes.count)),
      "mimeType": .string(answer.headers["content-type"] ?? "x-unknown"),
    ]
    if let text = String(validating: bytes, as: UTF8.self) {
      content["text"] = .string(text)
    } else {
      content["text"] = .string(Data(bytes).base64EncodedString())
      content["encoding"] = "base64"
    }
    return [
      "status": .number(JSONNumber(answer.status)), "statusText": "", "httpVersion": "HTTP/1.1", "cookies": [],
      "headers": .array(answer.headers.fields.map(pair)), "content": .object(content), "redirectURL": "",
      "headersSize": -1, "bodySize": .number(JSONNumber(bytes.count)),
    ]
  }

  private static func pair(_ field: HTTPHeaders.Field) -> JSONValue {
    ["name": .string(field.name), "value": .string(field.value)]
  }

  /// A stream waits for its first event and receives until its end.
  private static func timings(_ answer: RecordedAnswer) -> JSONValue {
    var wait = answer.milliseconds
    if case .events(let events, _) = answer.content, let first = events.first {
      wait = min(max(0, first.milliseconds), answer.milliseconds)
    }
    return [
      "send": 0, "wait": .number(JSONNumber(wait)), "receive": .number(JSONNumber(answer.milliseconds - wait)),
    ]
  }
}

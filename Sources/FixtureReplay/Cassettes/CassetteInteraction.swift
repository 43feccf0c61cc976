import Foundation
import LanguageModels
import StructuredOutput

/// A request and its answer as another tool recorded them.
struct CassetteInteraction {
  var method: String
  var address: String
  var requestHeaders: HTTPHeaders = []
  var requestBody = HTTPRequest.Body.none
  var status: Int
  var headers: HTTPHeaders = []
  var body = HTTPRequest.Body.none
  /// UTC, RFC 3339, whole seconds; empty where it is not known.
  var recorded = ""
  /// From sending to the last byte; 0 where it is not known.
  var milliseconds = 0
}

/// Why a recorded interaction is not taken over.
struct SkippedInteraction: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}

extension CassetteInteraction {
  /// The interaction as the recording layer would have kept it. Its ordinal is left open, as 0.
  func exchange(redactor: FixtureRedactor) throws(SkippedInteraction) -> FixtureExchange {
    guard (100..<600).contains(status) else {
      throw SkippedInteraction("no answer was recorded (status \(status))")
    }
    if status == 401 || status == 403 {
      throw SkippedInteraction("the answer is a refusal of the credential (status \(status)), which is never kept")
    }
    guard let place = RequestAddress(address) else {
      throw SkippedInteraction("its address is not one of http or https")
    }
    return try exchange(at: place, redactor: redactor)
  }

  func exchange(at place: RequestAddress, redactor: FixtureRedactor) throws(SkippedInteraction) -> FixtureExchange {
    let request = HTTPRequest(
      provider: place.provider, method: method.uppercased(), path: place.path, query: place.query,
      body: try Self.decoded(requestBody, requestHeaders).classified(by: requestHeaders["content-type"])
    ) {
      throw ModelFault(.missingCredential, "A recorded request has no destination.")
    }
    var redaction = ExchangeRedaction(redactor)
    let identity = RequestIdentity(of: request, rules: .none, redaction: &redaction).sorted
    let exchange = FixtureExchange(
      key: CallKey(request: identity.hash, ordinal: 0), request: identity, promptVersion: nil, recorded: recorded,
      answer: try answer(&redaction))
    if let unsearched = redaction.unsearched { throw SkippedInteraction(unsearched.reason) }
    let secrets = self.secrets
    if !secrets.isEmpty, FixtureRedactor(secrets: secrets).remainder(in: exchange.json.compactText) != nil {
      throw SkippedInteraction("its body repeats a credential of its headers; take that out of the recording first")
    }
    return exchange
  }

  /// What stands in headers that hold credentials, as far as a recorder left it there: a key has digits and some length,
  /// and what is put in its place has not.
  private var secrets: [String] {
    requestHeaders.fields.compactMap { field in
      guard FixtureRedactor.isCredentialName(field.name) else { return nil }
      let value = field.value.split(separator: " ").last.map(String.init) ?? ""
      return value.utf8.count >= 16 && value.utf8.contains { (0x30...0x39).contains($0) } ? value : nil
    }
  }

  private func answer(_ redaction: inout ExchangeRedaction) throws(SkippedInteraction) -> RecordedAnswer {
    let body = try Self.decoded(body, headers)
    var headers = headers
    let type = headers["content-type"] ?? body.likelyContentType
    if headers["content-type"] == nil, let type { headers.append("content-type", type) }
    if case .bytes(let bytes) = body, var pieces = StreamPieces(contentType: type) {
      // When each of them came was not recorded.
      let events = pieces.feed(bytes) + (pieces.finish().map { [$0] } ?? [])
      return redaction.redact(
        RecordedAnswer(
          status: status, headers: HeaderPolicy.keptHeaders(of: headers, status: status), milliseconds: milliseconds,
          content: pieces.content(events.map { RecordedEvent($0, milliseconds: 0) }, end: .complete)))
    }
    let response = HTTPResponse(
      status: status, headers: headers, body: body.classified(by: type), duration: .milliseconds(milliseconds))
    return RecordedAnswer(response, redaction: &redaction)
  }

  private static func decoded(
    _ body: HTTPRequest.Body, _ headers: HTTPHeaders
  ) throws(SkippedInteraction) -> HTTPRequest.Body {
    guard case .bytes(let bytes) = body else { return body }
    do throws(ContentCoding.Fault) {
      return .bytes(try ContentCoding.decoded(bytes, codings: headers["content-encoding"]))
    } catch {
      throw SkippedInteraction("\(error)")
    }
  }
}

extension HTTPRequest.Body {
  /// Bytes that are JSON, by what their headers say, as JSON; without a header what looks like it.
  fileprivate func classified(by contentType: String?) -> HTTPRequest.Body {
    guard case .bytes(let bytes) = self else { return self }
    if bytes.isEmpty { return .none }
    if let contentType, !contentType.lowercased().contains("json") { return self }
    if contentType?.lowercased().contains("ndjson") == true { return self }
    guard let json = try? JSONValue(parsing: bytes) else { return self }
    if contentType == nil, json.objectValue == nil, json.arrayValue == nil { return self }
    return .json(json)
  }

  /// The content type that a recorder left out, where the body tells it.
  fileprivate var likelyContentType: String? {
    switch self {
    case .none: return nil
    case .json: return "application/json"
    case .bytes(let bytes):
      if ["data:", "event:"].contains(where: { bytes.starts(with: $0.utf8) }) { return "text/event-stream" }
      let first = bytes.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
      guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return nil }
      return (try? JSONValue(parsing: bytes)) == nil ? nil : "application/json"
    }
  }
}

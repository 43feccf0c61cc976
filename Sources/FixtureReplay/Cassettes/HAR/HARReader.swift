import Foundation
import LanguageModels
import StructuredOutput

/// Reads the entries of an HTTP Archive (HAR 1.2, http://www.softwareishard.com/blog/har-12-spec).
enum HARReader {
  static func formatName(of log: JSONValue) -> String {
    let creator = log["creator"]?["name"]?.stringValue.map { " of \($0.prefix(40))" } ?? ""
    return "HAR \(log["version"]?.stringValue?.prefix(10) ?? "1.2")\(creator)"
  }

  static func imported(
    _ entry: JSONValue, redactor: FixtureRedactor
  ) throws(SkippedInteraction) -> CassetteImport.Imported {
    let own = entry[HARExtension.key]
    let test = own?["test"]?.stringValue
    if let own { try HARExtension.check(own) }
    if let kept = own?["exchange"] {
      guard let exchange = FixtureExchange(json: kept) else {
        throw SkippedInteraction("its \(HARExtension.key) holds no exchange of a fixture that is read here")
      }
      return CassetteImport.Imported(exchange: exchange, test: test)
    }
    let interaction = try interaction(entry)
    if let own, let provider = own["provider"]?.stringValue, var place = RequestAddress(plain: interaction.address) {
      place.provider = provider
      var exchange = try interaction.exchange(at: place, redactor: redactor)
      HARExtension.apply(own, to: &exchange)
      return CassetteImport.Imported(exchange: exchange, test: test)
    }
    return CassetteImport.Imported(exchange: try interaction.exchange(redactor: redactor), test: test)
  }

  private static func interaction(_ entry: JSONValue) throws(SkippedInteraction) -> CassetteInteraction {
    guard let request = entry["request"], let response = entry["response"],
      let method = request["method"]?.stringValue, let address = request["url"]?.stringValue
    else { throw SkippedInteraction("it lacks a request with method and url, or a response") }
    guard let status = response["status"]?.intValue else { throw SkippedInteraction("its response has no status") }
    var interaction = CassetteInteraction(method: method, address: address, status: status)
    interaction.requestHeaders = headers(request["headers"])
    if let post = request["postData"], !post.isNull {
      if interaction.requestHeaders["content-type"] == nil, let type = post["mimeType"]?.stringValue, !type.isEmpty {
        interaction.requestHeaders.append("content-type", type)
      }
      interaction.requestBody = try body(ofPost: post)
    }
    interaction.headers = headers(response["headers"])
    if let content = response["content"] {
      if interaction.headers["content-type"] == nil, let type = content["mimeType"]?.stringValue, !type.isEmpty,
        type != "x-unknown"
      {
        interaction.headers.append("content-type", type)
      }
      interaction.body = try body(ofContent: content, status: status)
    }
    interaction.recorded = entry["startedDateTime"]?.stringValue.flatMap(CassetteTime.utc(iso8601:)) ?? ""
    interaction.milliseconds = entry["time"]?.doubleValue.flatMap { Int(exactly: $0.rounded()) }.map { max(0, $0) } ?? 0
    return interaction
  }

  private static func headers(_ list: JSONValue?) -> HTTPHeaders {
    var headers = HTTPHeaders()
    for item in list?.arrayValue ?? [] {
      if let name = item["name"]?.stringValue, let value = item["value"]?.stringValue { headers.append(name, value) }
    }
    return headers
  }

  private static func body(ofPost post: JSONValue) throws(SkippedInteraction) -> HTTPRequest.Body {
    if let bytes = post[HARExtension.base64Key]?.stringValue.flatMap({ Data(base64Encoded: $0) }) {
      return .bytes(Array(bytes))
    }
    if let text = post["text"]?.stringValue, !text.isEmpty { return .bytes(Array(text.utf8)) }
    let parameters = post["params"]?.arrayValue ?? []
    if parameters.isEmpty { return .none }
    guard post["mimeType"]?.stringValue?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true else {
      throw SkippedInteraction("its form was kept in pieces (params) and not as it was sent (text)")
    }
    let pairs = parameters.map { item in
      [item["name"], item["value"]].map { URLText.component($0?.stringValue ?? "") }.joined(separator: "=")
    }
    return .bytes(Array(pairs.joined(separator: "&").utf8))
  }

  private static func body(
    ofContent content: JSONValue, status: Int
  ) throws(SkippedInteraction) -> HTTPRequest.Body {
    guard let text = content["text"]?.stringValue else {
      if let size = content["size"]?.intValue, size > 0, status != 204, status != 304 {
        throw SkippedInteraction("the body of its answer, \(size) bytes, was not kept in the file")
      }
      return .none
    }
    if content["encoding"]?.stringValue?.lowercased() == "base64" || content["_isBinary"]?.boolValue == true {
      guard let bytes = binary(text) else { throw SkippedInteraction("the body of its answer is no Base64") }
      return bytes.isEmpty ? .none : .bytes(bytes)
    }
    return text.isEmpty ? .none : .bytes(Array(text.utf8))
  }

  /// Base64, or what Polly.JS writes: a JSON array of the pieces that came, each in Base64 or in hexadecimal digits.
  private static func binary(_ text: String) -> [UInt8]? {
    if let bytes = Data(base64Encoded: text) { return Array(bytes) }
    guard let pieces = (try? JSONValue(parsing: text))?.arrayValue else { return nil }
    var bytes: [UInt8] = []
    for piece in pieces {
      guard let text = piece.stringValue, let decoded = hexadecimal(text) ?? Data(base64Encoded: text).map(Array.init)
      else { return nil }
      bytes += decoded
    }
    return bytes
  }

  private static func hexadecimal(_ text: String) -> [UInt8]? {
    let digits = text.utf8.map { Character(UnicodeScalar($0)).hexDigitValue }
    guard digits.count % 2 == 0, !digits.contains(nil) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8((digits[$0] ?? 0) << 4 | (digits[$0 + 1] ?? 0)) }
  }
}

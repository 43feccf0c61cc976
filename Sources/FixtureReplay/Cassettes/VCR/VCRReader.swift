import Foundation
import LanguageModels
import StructuredOutput

/// Reads the interactions of a cassette of vcrpy or of Ruby's VCR.
enum VCRReader {
  struct Interactions {
    var format: String
    var isRuby = false
    var list: [YAMLValue]
  }

  /// The interactions of a document; nil where it is no cassette.
  static func interactions(of document: YAMLValue) -> Interactions? {
    if let value = document["http_interactions"] {
      let version = document["recorded_with"]?.text.map { " (\($0.prefix(20)))" } ?? ""
      return list(value).map { Interactions(format: "VCR cassette\(version)", isRuby: true, list: $0) }
    }
    if let value = document["interactions"] {
      return list(value).map { Interactions(format: "vcrpy cassette", list: $0) }
    }
    // A serializer that keeps each side by itself.
    if let requests = document["requests"]?.elements, let responses = document["responses"]?.elements,
      requests.count == responses.count
    {
      return Interactions(
        format: "vcrpy cassette",
        list: zip(requests, responses).map { request, response in
          var interaction = YAMLMapping()
          interaction.set("request", request)
          interaction.set("response", response)
          return .mapping(interaction)
        })
    }
    return nil
  }

  /// A cassette that recorded nothing has null for its list.
  private static func list(_ value: YAMLValue) -> [YAMLValue]? { value.isNull ? [] : value.elements }

  static func interaction(_ value: YAMLValue, isRuby: Bool) throws(SkippedInteraction) -> CassetteInteraction {
    guard let request = value["request"], let response = value["response"],
      let method = request["method"]?.text, let address = request["uri"]?.text
    else { throw SkippedInteraction("it lacks a request with method and uri, or a response") }
    guard let status = (response["status"]?["code"] ?? response["status_code"] ?? response["status"])?.integer else {
      throw SkippedInteraction("its response has no status code")
    }
    var interaction = CassetteInteraction(method: method, address: address, status: status)
    interaction.requestHeaders = headers(request["headers"])
    interaction.requestBody = try body(of: request)
    interaction.headers = headers(response["headers"])
    interaction.body = try body(of: response)
    interaction.recorded =
      value["recorded_at"]?.text.flatMap { CassetteTime.utc(httpDate: $0) ?? CassetteTime.utc(iso8601: $0) }
      ?? interaction.headers["date"].flatMap(CassetteTime.utc(httpDate:)) ?? ""
    if isRuby, interaction.isTemplate {
      throw SkippedInteraction("it holds an ERB template (<% … %>), which is not evaluated here")
    }
    return interaction
  }

  /// Names with one value or a list of them.
  private static func headers(_ value: YAMLValue?) -> HTTPHeaders {
    var headers = HTTPHeaders()
    for entry in value?.entries ?? [] {
      for item in entry.value.elements ?? [entry.value] {
        if let text = item.headerText { headers.append(entry.key, text) }
      }
    }
    return headers
  }

  private static func body(of side: YAMLValue) throws(SkippedInteraction) -> HTTPRequest.Body {
    if let parsed = side["parsed_body"] {
      guard let json = parsed.json else { throw SkippedInteraction("its parsed_body holds bytes, so it is no JSON") }
      return .json(json)
    }
    guard let body = side["body"] ?? side["content"] else { return .none }
    if let encoded = body["base64_string"]?.text {
      guard let bytes = Data(base64Encoded: encoded, options: .ignoreUnknownCharacters) else {
        throw SkippedInteraction("its base64_string is no Base64")
      }
      return .bytes(Array(bytes))
    }
    switch body["string"] ?? body {
    case .binary(let bytes): return .bytes(bytes)
    case .scalar(.null): return .none
    case .scalar(.string(let text)): return text.isEmpty ? .none : .bytes(Array(text.utf8))
    case .mapping(let mapping) where mapping.entries.allSatisfy({ $0.key == "encoding" }): return .none
    case let other:
      // A recorder that decodes JSON by itself.
      guard let json = other.json else { throw SkippedInteraction("its body is neither text nor bytes") }
      return .json(json)
    }
  }
}

extension YAMLValue {
  fileprivate var integer: Int? {
    guard case .scalar(let json) = self else { return nil }
    return json.intValue ?? json.stringValue.flatMap { Int($0) }
  }

  fileprivate var headerText: String? {
    switch self {
    case .scalar(.string(let text)): text
    case .scalar(let json): json.compactText
    case .binary(let bytes): String(validating: bytes, as: UTF8.self)
    default: nil
    }
  }
}

extension CassetteInteraction {
  /// Whether Ruby would evaluate a part of it.
  fileprivate var isTemplate: Bool {
    func holdsTag(_ text: String) -> Bool {
      guard let opening = text.range(of: "<%") else { return false }
      return text[opening.upperBound...].contains("%>")
    }
    if holdsTag(address) || holdsTag(method) || headers.fields.contains(where: { holdsTag($0.value) }) { return true }
    return [requestBody, body].contains { body in
      if case .bytes(let bytes) = body { holdsTag(String(decoding: bytes, as: UTF8.self)) } else { false }
    }
  }
}

import Foundation
import LanguageModels
import StructuredOutput

/// Takes credentials out of what is kept.
///
/// What looks like a key is replaced by `[redacted:KIND]`, the same text for the same kind, so that the redacted
/// request has one identity whatever key it was sent with.
public struct CredentialRedactor: Sendable {
  /// The version of the redaction rules, written into each fixture.
  public static let version = 1

  /// Knows the shapes of keys and nothing else; what identities are made with.
  public static let standard = CredentialRedactor()

  /// Exact values that must not be kept, whatever they look like.
  private let secrets: [String]

  /// Makes a redactor that also takes out these exact values. Values of fewer than 8 characters are left alone: they
  /// would tear ordinary words.
  public init(secrets: some Sequence<String> = []) {
    self.secrets = secrets.filter { $0.utf8.count >= 8 }.sorted { $0.utf8.count > $1.utf8.count }
  }

  /// Whether a header, query item or JSON key of this name holds a credential.
  public static func isCredentialName(_ name: String) -> Bool { credentialNames.contains(name.lowercased()) }

  private static let credentialNames: Set<String> = [
    "authorization", "proxy-authorization", "x-api-key", "api-key", "api_key", "apikey", "x-goog-api-key", "key",
    "access_token", "refresh_token", "id_token", "client_secret", "x-amz-security-token", "x-amz-signature",
    "x-amz-credential", "cookie", "set-cookie", "password",
  ]

  /// A body without credentials.
  public func redact(_ body: HTTPRequest.Body) -> HTTPRequest.Body {
    switch body {
    case .none: .none
    case .json(let json): .json(redact(json))
    case .bytes(let bytes): String(validating: bytes, as: UTF8.self).map { .bytes(Array(redact($0).utf8)) } ?? body
    }
  }

  /// A JSON value without credentials in its strings. Strings under a key that names a credential go whole; `key` alone
  /// is too common a word in data to be one.
  public func redact(_ json: JSONValue) -> JSONValue { holdsCredential(json) ? rewritten(json) : json }

  /// Nearly every request holds none, and looking is much cheaper than rewriting.
  private func holdsCredential(_ json: JSONValue) -> Bool {
    switch json {
    case .string(let text):
      return secrets.contains { text.contains($0) } || !CredentialScan.findings(in: text).isEmpty
    case .array(let items):
      return items.contains(where: holdsCredential)
    case .object(let object):
      return object.contains { entry in
        if case .string(let text) = entry.value, !text.isEmpty, isCredentialKey(entry.key) { return true }
        return holdsCredential(entry.value)
      }
    default:
      return false
    }
  }

  private func isCredentialKey(_ key: String) -> Bool { key != "key" && Self.isCredentialName(key) }

  private func rewritten(_ json: JSONValue) -> JSONValue {
    switch json {
    case .string(let text):
      return .string(redact(text))
    case .array(let items):
      return .array(items.map(rewritten))
    case .object(let object):
      var redacted = JSONObject()
      for (key, value) in object {
        if case .string(let text) = value, !text.isEmpty, isCredentialKey(key) {
          redacted[key] = .string("[redacted:\(key.lowercased())]")
        } else {
          redacted[key] = rewritten(value)
        }
      }
      return .object(redacted)
    default:
      return json
    }
  }

  /// A text without credentials.
  public func redact(_ text: String) -> String {
    var text = text
    for secret in secrets where text.contains(secret) {
      text = text.replacingOccurrences(of: secret, with: "[redacted:credential]")
    }
    let findings = CredentialScan.findings(in: text)
    if findings.isEmpty { return text }
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    var index = 0
    for finding in findings {
      kept += bytes[index..<finding.range.lowerBound]
      kept += "[redacted:\(finding.kind)]".utf8
      index = finding.range.upperBound
    }
    kept += bytes[index...]
    return String(decoding: kept, as: UTF8.self)
  }

  /// Where a text that is about to be kept still holds a credential: the kind, never the value; nil where it holds
  /// none.
  func remainder(in text: String) -> String? {
    for secret in secrets where text.contains(secret) { return "a credential that the request was sent with" }
    return CredentialScan.findings(in: text).first.map { "what looks like a credential (\($0.kind))" }
  }
}

/// Which headers are kept: those that are named here, and no other.
public enum HeaderPolicy {
  private static let kept: Set<String> = [
    "content-type", "retry-after", "retry-after-ms", "x-should-retry", "x-amzn-errortype",
  ]

  /// The headers of an answer that may be kept, names in lower case, in order of their names. What is left of a rate
  /// limit is kept only with the answer that says the limit is reached; elsewhere it is noise in every new recording.
  public static func keptHeaders(of headers: HTTPHeaders, status: Int) -> HTTPHeaders {
    let fields = headers.fields
      .map { HTTPHeaders.Field($0.name.lowercased(), $0.value) }
      .filter { kept.contains($0.name) || (status == 429 && $0.name.contains("ratelimit-")) }
      .sorted { ($0.name, $0.value) < ($1.name, $1.value) }
    return HTTPHeaders(fields)
  }
}

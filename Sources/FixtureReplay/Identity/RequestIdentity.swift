import DurableFiles
import Foundation
import LanguageModels
import StructuredOutput

/// What a request is recognised by: provider kind, method, path, query and body, and, unless asked for, nothing of where
/// it is sent.
///
/// The parts are one JSON document in canonical form (RFC 8785), whose SHA-256 is the ``hash``. Forms and multipart
/// bodies count as JSON, images, sounds and files by digest. Credentials and declared personal data are taken out, and
/// what the rules declare. What is left is what is kept, so that a kept request has the same identity as the one that was
/// sent, whether or not it is put through the rules again.
public struct RequestIdentity: Sendable, Hashable {
  /// The kind of provider.
  public let provider: String
  /// The host, and the port where one was given; nil unless the rules include it.
  public let host: String?
  /// The method.
  public let method: String
  /// The path under the provider's base address.
  public let path: String
  /// Query items in order, redacted.
  public let query: [HTTPHeaders.Field]
  /// The body as it is kept: redacted, ignored fields as `[ignored]`, media by digest.
  public let body: HTTPRequest.Body
  /// SHA-256 of the canonical form.
  public let hash: ContentHash

  /// The identity of a request under some rules.
  public init(of request: HTTPRequest, rules: IdentityRules = .none, redactor: FixtureRedactor = .standard) {
    var redaction = ExchangeRedaction(redactor)
    self.init(of: request, rules: rules, redaction: &redaction)
  }

  /// The identity of a request, whose answer the same redaction goes on with.
  init(of request: HTTPRequest, rules: IdentityRules, redaction: inout ExchangeRedaction) {
    var media = MediaDigest()
    let body = IdentityBody.of(request, media: &media)
    let query = request.query.fields.filter { !FixtureRedactor.isCredentialName($0.name) }
    let normalization = RequestNormalization(rules)
    let keptQuery = normalization.query(query, redaction: &redaction)
    self.init(
      provider: request.provider, host: rules.includesHost ? Self.host(of: request) : nil, method: request.method,
      path: normalization.path(request.path), query: keptQuery,
      body: normalization.body(body, redaction: &redaction))
  }

  init(
    provider: String, host: String? = nil, method: String, path: String, query: [HTTPHeaders.Field],
    body: HTTPRequest.Body
  ) {
    self.provider = provider
    self.host = host
    self.method = method
    self.path = path
    self.query = query
    self.body = body
    var whole: JSONObject = [
      "provider": .string(provider), "method": .string(method), "path": .string(path),
    ]
    if let host { whole["host"] = .string(host) }
    if !query.isEmpty {
      whole["query"] = .array(query.map { .array([.string($0.name), .string($0.value)]) })
    }
    switch body {
    case .none: break
    case .json(let json): whole["body"] = json
    case .bytes(let bytes): whole["bytes"] = .string(SHA256.hash(bytes).hexadecimal)
    }
    hash = SHA256.hash(JSONValue.object(whole).canonicalBytes)
  }

  /// A kept request under rules that it may not have been kept under: the identity that the request has under them,
  /// where it was kept under none or some of them.
  ///
  /// A host that was not kept cannot be added.
  public func applying(_ rules: IdentityRules, redactor: FixtureRedactor = .standard) -> RequestIdentity {
    var redaction = ExchangeRedaction(redactor)
    return applying(rules, redaction: &redaction)
  }

  /// The same, for an exchange whose answer the redaction goes on with.
  func applying(_ rules: IdentityRules, redaction: inout ExchangeRedaction) -> RequestIdentity {
    let normalization = RequestNormalization(rules)
    let query = normalization.query(query, redaction: &redaction)
    return RequestIdentity(
      provider: provider, host: host, method: method, path: normalization.path(path), query: query,
      body: normalization.body(body, redaction: &redaction))
  }

  /// The images, sounds and files that the kept request holds by digest alone, each once.
  ///
  /// Asked for only when a request is recorded; those in ignored fields are left out.
  public func media(in request: HTTPRequest) -> [MediaBlob] {
    var media = MediaDigest(keepsBlobs: true)
    _ = IdentityBody.of(request, media: &media)
    if media.blobs.isEmpty { return [] }
    guard case .json(let json) = body else { return [] }
    let text = json.compactText
    return media.blobs.filter { text.contains($0.hash.hexadecimal) }
  }

  private static func host(of request: HTTPRequest) -> String? {
    guard let address = request.baseAddress(), let host = address.host?.lowercased() else { return nil }
    return address.port.map { "\(host):\($0)" } ?? host
  }
}

/// What a recorded answer is found by: the request and which of its repetitions this is.
public struct CallKey: Sendable, Hashable {
  /// The request's ``RequestIdentity/hash``.
  public var request: ContentHash
  /// What tells the case apart, where the spec declared it.
  public var `case`: String?
  /// The trial, from 1.
  public var trial: Int
  /// The draw, from 1.
  public var draw: Int
  /// How many equal requests of this case, trial and draw came before, plus 1.
  public var ordinal: Int

  /// Makes a key.
  public init(request: ContentHash, case: String? = nil, trial: Int = 1, draw: Int = 1, ordinal: Int = 1) {
    self.request = request
    self.case = `case`
    self.trial = trial
    self.draw = draw
    self.ordinal = ordinal
  }
}

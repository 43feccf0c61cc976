import DurableFiles
import LanguageModels
import StructuredOutput

/// What a request is recognised by: provider kind, method, path, query and body, and nothing of where it is sent.
///
/// The parts are one JSON document in canonical form (RFC 8785), whose SHA-256 is the ``hash``. Credentials are taken
/// out first, so that the request that is kept has the same identity as the one that was sent.
public struct RequestIdentity: Sendable, Hashable {
  /// The kind of provider.
  public let provider: String
  /// The method.
  public let method: String
  /// The path under the provider's base address.
  public let path: String
  /// Query items in order, without credentials.
  public let query: [HTTPHeaders.Field]
  /// The body, without credentials.
  public let body: HTTPRequest.Body
  /// SHA-256 of the canonical form.
  public let hash: ContentHash

  /// The identity of a request.
  public init(of request: HTTPRequest, redactor: CredentialRedactor = .standard) {
    self.init(
      provider: request.provider, method: request.method, path: request.path,
      query: request.query.fields.filter { !CredentialRedactor.isCredentialName($0.name) },
      body: redactor.redact(request.body))
  }

  init(provider: String, method: String, path: String, query: [HTTPHeaders.Field], body: HTTPRequest.Body) {
    self.provider = provider
    self.method = method
    self.path = path
    self.query = query
    self.body = body
    var whole: JSONObject = [
      "provider": .string(provider), "method": .string(method), "path": .string(path),
    ]
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

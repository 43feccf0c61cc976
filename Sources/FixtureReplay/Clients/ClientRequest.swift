import Foundation
import LanguageModels
import StructuredOutput

extension HTTPRequest {
  /// The request of a client that knows nothing of this package, such as an app's own HTTP code or another process.
  ///
  /// What has the form of this package's own providers gets their kind and path, so that one fixture serves every way
  /// in: a path that ends in `/chat/completions` or `/embeddings` is `openai-compatible`, whatever stands before it.
  /// Everything else is of the kind `http`, with its whole path. A body is JSON where its media type says so and it is.
  /// The request goes out with the bytes and headers that it came with.
  ///
  /// - Parameters:
  ///   - url: The whole address that the request is for.
  ///   - headers: All headers of the client, credentials too.
  /// - Throws: ``ModelFault`` for an address that is no http or https address.
  init(method: String, url: URL, headers: [HTTPHeaders.Field], body: [UInt8], timeout: Duration = .seconds(600))
    throws(ModelFault)
  {
    guard let whole = URLComponents(url: url, resolvingAgainstBaseURL: true),
      let address = RequestAddress(whole.string ?? url.absoluteString)
    else {
      throw ModelFault(
        .unusableRequest,
        "\(method) to an address that is not http or https cannot be recorded or replayed, so nothing was sent.")
    }
    var base = whole
    base.percentEncodedPath = address.prefix
    base.percentEncodedQuery = nil
    base.fragment = nil
    let sent = headers.filter { !Self.isOfTheConnection($0.name) }
    let body = Self.content(body, contentType: HTTPHeaders(sent)["content-type"])
    let destination = Destination(
      baseAddress: base.url ?? url, credentials: HTTPHeaders(sent.filter { Self.holdsCredential($0.name) }))
    self.init(
      provider: address.provider, method: method.uppercased(), path: address.path, query: address.query,
      headers: HTTPHeaders(sent.filter { !Self.holdsCredential($0.name) }), body: body.content, timeout: timeout,
      exactBody: body.exact
    ) { destination }
  }

  private static func content(_ bytes: [UInt8], contentType: String?) -> (content: Body, exact: [UInt8]?) {
    if bytes.isEmpty { return (.none, nil) }
    if contentType?.lowercased().contains("json") == true, let json = try? JSONValue(parsing: bytes) {
      return (.json(json), bytes)
    }
    return (.bytes(bytes), nil)
  }

  /// Fields of one connection, and those that the sending side writes itself (RFC 9110, section 7.6.1).
  private static func isOfTheConnection(_ name: String) -> Bool {
    let name = name.lowercased()
    return connectionFields.contains(name) || name.hasPrefix("x-llmspec-")
  }

  // An encoding that is asked for by hand would not be decoded.
  private static let connectionFields: Set<String> = [
    "host", "connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade", "expect",
    "content-length", "accept-encoding",
  ]

  /// Wider than what is redacted by its name: a header that is taken for a credential is sent all the same.
  private static func holdsCredential(_ name: String) -> Bool {
    let name = name.lowercased()
    return FixtureRedactor.isCredentialName(name)
      || ["auth", "token", "secret", "key", "signature", "cookie"].contains { name.contains($0) }
  }
}

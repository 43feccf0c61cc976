import FixtureReplay
import LanguageModels
import StructuredOutput

/// A request that no server is asked for.
func request(
  _ body: HTTPRequest.Body, path: String = "/x", query: HTTPHeaders = [], headers: HTTPHeaders = []
) -> HTTPRequest {
  HTTPRequest(provider: "p", path: path, query: query, headers: headers, body: body) {
    throw ModelFault(.missingCredential, "none")
  }
}

/// What is kept of a body.
func kept(_ body: JSONValue, _ rules: IdentityRules = .none) -> JSONValue? {
  guard case .json(let json) = RequestIdentity(of: request(.json(body)), rules: rules).body else { return nil }
  return json
}

/// What is kept of a text.
func kept(_ text: String, _ normalizers: TextNormalizer...) -> String? {
  kept(["text": .string(text)], IdentityRules(normalizers: normalizers))?["text"]?.stringValue
}

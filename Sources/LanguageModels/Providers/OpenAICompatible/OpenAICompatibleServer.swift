import Foundation

/// Where an OpenAI-compatible server is and which key it wants, looked up only when a request is really sent.
struct OpenAICompatibleServer: Sendable {
  static let provider = "openai-compatible"
  static let addressVariable = "OPENAI_BASE_URL"
  static let keyVariable = "OPENAI_API_KEY"

  /// The given address; nil leaves it to ``addressVariable``.
  var baseAddress: URL?
  /// The address where neither is there.
  var fallback: URL?
  var key: APIKey?
  /// Further credential headers and the variables that may hold them.
  var accountVariables: [(header: String, variable: String)] = []

  /// OpenAI's own server, unless the environment names another.
  static let openAI = OpenAICompatibleServer(
    fallback: URL(string: "https://api.openai.com/v1"), key: .environment(keyVariable),
    accountVariables: [("OpenAI-Organization", "OPENAI_ORG_ID"), ("OpenAI-Project", "OPENAI_PROJECT_ID")])

  /// Any server. The key of OpenAI is offered only to the server that the same environment names.
  static func any(at baseAddress: URL?, key: APIKey?) -> OpenAICompatibleServer {
    OpenAICompatibleServer(baseAddress: baseAddress, key: key)
  }

  /// The key's place as faults name it.
  var namedKey: APIKey? { key ?? (baseAddress == nil ? .environment(Self.keyVariable) : nil) }

  /// The address without a key; nil where there is none.
  func baseAddress(in environment: [String: String]) -> URL? { try? address(in: environment) }

  func destination(in environment: [String: String]) throws(ModelFault) -> HTTPRequest.Destination {
    let address = try address(in: environment)
    var credentials: HTTPHeaders = []
    if let value = namedKey?.value(in: environment) {
      credentials.append("Authorization", "Bearer \(value)")
    } else if let key, !address.isLoopback {
      throw ModelFault(
        .missingCredential,
        """
        No key for \(address.host ?? address.absoluteString): \(key) is not set, so nothing was sent. \
        \(key.variable.map { "Set it with: export \($0)=…" } ?? "Give a key that is not empty.")
        Replaying recorded answers needs no key.
        """)
    }
    for (header, variable) in accountVariables {
      if let value = APIKey.environment(variable).value(in: environment) { credentials.append(header, value) }
    }
    return HTTPRequest.Destination(baseAddress: address, credentials: credentials)
  }

  private func address(in environment: [String: String]) throws(ModelFault) -> URL {
    if let baseAddress { return baseAddress }
    let text = environment[Self.addressVariable]?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    if !text.isEmpty {
      if let url = URL(string: text), url.scheme != nil, url.host != nil { return url }
      throw ModelFault(
        .missingCredential,
        """
        $\(Self.addressVariable) is "\(KeyMask.quoted(text, limit: 200))", which is not an address, so nothing was \
        sent. An address looks like https://api.openai.com/v1 or http://127.0.0.1:8080/v1.
        """)
    }
    if let fallback { return fallback }
    throw ModelFault(
      .missingCredential,
      """
      No address for the model's server, so nothing was sent. Give baseAddress where the model is made, or set \
      $\(Self.addressVariable), for example: export \(Self.addressVariable)=http://127.0.0.1:8080/v1
      Replaying recorded answers needs no address.
      """)
  }
}

extension URL {
  /// Whether the address stays on this machine, where servers usually want no key.
  var isLoopback: Bool {
    guard let host = host?.lowercased() else { return false }
    let bare = host.trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
    if bare == "localhost" || bare.hasSuffix(".localhost") || bare == "::1" { return true }
    let numbers = bare.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    return numbers.count == 4 && numbers[0] == 127 && !numbers.contains(nil)
  }
}

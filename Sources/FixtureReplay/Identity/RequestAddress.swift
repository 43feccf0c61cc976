import Foundation
import LanguageModels

/// What a request's identity takes of its address: the kind of provider, the path and the query, and not the host.
///
/// Addresses of calls that many servers answer in one form get that form's provider and the path that the provider's own
/// client asks for; what stands before it, such as `/v1`, is the server's. All others are plain HTTP with their whole path.
struct RequestAddress: Hashable {
  /// The provider of calls that are of no form in particular.
  static let plainHTTP = "http"

  var provider: String
  /// What stands before ``path``.
  private(set) var prefix = ""
  /// As it was sent, percent encoding included.
  var path: String
  /// In order, percent encoding undone.
  var query: HTTPHeaders

  /// What the address of a call comes to; nil where it is none of `http` or `https`.
  init?(_ address: String) {
    self.init(plain: address)
    for ending in ["/chat/completions", "/embeddings"] where path.hasSuffix(ending) {
      provider = "openai-compatible"
      prefix = String(path.dropLast(ending.count))
      path = ending
    }
  }

  /// The parts of an absolute address, whatever the call is.
  init?(plain address: String) {
    let scheme = address.prefix { $0 != ":" }.lowercased()
    guard scheme == "http" || scheme == "https", address.dropFirst(scheme.count).hasPrefix("://") else { return nil }
    let behind = address.dropFirst(scheme.count + 3).prefix { $0 != "#" }
    let host = behind.prefix { $0 != "/" && $0 != "?" }
    guard !host.isEmpty else { return nil }
    let whole = behind.dropFirst(host.count).prefix { $0 != "?" }
    path = whole.isEmpty ? "/" : String(whole)
    provider = Self.plainHTTP
    query = []
    let text = behind.dropFirst(host.count + whole.count + 1)
    for item in text.split(separator: "&") {
      let name = item.prefix { $0 != "=" }
      query.append(Self.decoded(name), Self.decoded(item.dropFirst(name.count + 1)))
    }
  }

  /// As forms are decoded. What is no percent encoding of UTF-8 stays as it is.
  private static func decoded(_ text: Substring) -> String {
    let text = String(text).replacing("+", with: " ")
    return text.removingPercentEncoding ?? text
  }
}

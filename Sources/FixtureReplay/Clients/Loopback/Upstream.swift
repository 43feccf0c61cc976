import Foundation
import LanguageModels

/// The address that a loopback server stands in the place of.
struct Upstream: Sendable {
  /// Scheme, host and port.
  let origin: String
  /// The path, without a slash at its end.
  let path: String

  init(_ url: URL) throws(ModelFault) {
    guard var components = URLComponents(url: url, resolvingAgainstBaseURL: true),
      let scheme = components.scheme?.lowercased(), scheme == "http" || scheme == "https",
      components.host?.isEmpty == false
    else {
      throw ModelFault(
        .unusableRequest,
        """
        The upstream address "\(url.absoluteString.prefix(200))" is not an http or https address. One looks like \
        https://api.openai.com/v1.
        """)
    }
    var path = components.percentEncodedPath
    while path.hasSuffix("/") { path.removeLast() }
    self.path = path
    components.percentEncodedPath = ""
    components.query = nil
    components.fragment = nil
    guard let origin = components.url?.absoluteString else {
      throw ModelFault(.unusableRequest, "The upstream address \"\(url.absoluteString.prefix(200))\" has no host.")
    }
    self.origin = origin
  }

  /// Where a request is for; a path without that of the upstream gets it in front.
  func address(of path: String) -> String {
    let isWhole = self.path.isEmpty || path == self.path || path.hasPrefix(self.path + "/")
    return origin + (isWhole ? "" : self.path) + path
  }
}

/// The names under which this machine may be asked: the guard against DNS rebinding.
enum LoopbackHost {
  /// Whether a `Host` value names this machine, with any port or none.
  static func accepts(_ host: String) -> Bool {
    let lowercased = host.lowercased()
    return ["127.0.0.1", "localhost", "[::1]"].contains { name in
      guard lowercased.hasPrefix(name) else { return false }
      let rest = lowercased.utf8.dropFirst(name.utf8.count)
      guard let colon = rest.first else { return true }
      return colon == UInt8(ascii: ":") && rest.dropFirst().allSatisfy(\.isASCIIDigit)
    }
  }

  static func refusal(_ host: String?) -> RequestRefusal {
    let seen = host.map { "names the host \"\($0)\"" } ?? "names no host"
    return RequestRefusal(
      status: 403,
      explanation: "This server answers only requests to 127.0.0.1, localhost or [::1], and this one \(seen). "
        + "Use one of these names in the address, or start the server with requiresLoopbackHost: false.")
  }
}

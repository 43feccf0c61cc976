import Foundation

/// Which addresses a text may link to. What cannot be read with certainty is not allowed.
struct LinkPolicy: Sendable {
  /// Schemes that run or hold what they name, which no list allows.
  static let neverAllowed: Set<String> = ["javascript", "data", "vbscript", "blob", "file", "filesystem", "about"]

  private let hosts: [String]
  private let schemes: Set<String>
  private let allowsRelative: Bool

  init(hosts: [String], schemes: [String], allowsRelative: Bool) {
    self.hosts = hosts.map { $0.lowercased() }
    self.schemes = Set(schemes.map { $0.lowercased() }).subtracting(Self.neverAllowed)
    self.allowsRelative = allowsRelative
  }

  /// Why an address is not allowed, to follow "which"; nil where it is.
  func fault(of address: String) -> String? {
    let scalars = address.unicodeScalars
    if scalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) { return "holds a control character" }
    if scalars.contains("\\") { return "holds a backslash, which browsers read as a slash" }
    if let hidden = scalars.first(where: Self.isInvisible) {
      return "holds the invisible character U+\(String(hidden.value, radix: 16, uppercase: true))"
    }
    let trimmed = address.trimmingCharacters(in: .whitespaces)
    if trimmed.hasPrefix("#") { return nil }
    if trimmed.hasPrefix("//") { return faultOfHost(in: trimmed.dropFirst(2), scheme: "https") }
    let head = trimmed.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard let colon = head.firstIndex(of: ":") else {
      return allowsRelative ? nil : "is relative, which is not allowed"
    }
    let scheme = head[..<colon].lowercased()
    let isScheme =
      scheme.utf8.first?.isASCIILetter == true
      && scheme.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "+-.".utf8.contains($0) }
    guard isScheme else { return "begins with what is no scheme" }
    guard schemes.contains(scheme) else {
      let allowed = schemes.sorted().joined(separator: ", ")
      return "has the scheme \(scheme.prefix(40)); allowed: \(allowed)"
    }
    let rest = trimmed[colon...].dropFirst()
    if scheme == "mailto" { return faultOfMail(rest) }
    guard rest.hasPrefix("//") else { return "has no \"//\" behind the scheme" }
    return faultOfHost(in: rest.dropFirst(2), scheme: scheme)
  }

  private func faultOfHost(in rest: Substring, scheme: String) -> String? {
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if authority.contains("@") { return "has a user name before its host, which hides where it goes" }
    if authority.contains("%") { return "has a host in percent-encoding" }
    var host = authority.lowercased()
    var port: String?
    if let colon = host.lastIndex(of: ":"), !host.hasSuffix("]") {
      port = String(host[colon...].dropFirst())
      host = String(host[..<colon])
    }
    if host.hasSuffix(".") { host.removeLast() }
    if host.isEmpty { return "has no host" }
    if port == "" || port == (scheme == "http" ? "80" : "443") { port = nil }
    return isAllowed(host: host, port: port) ? nil : reason(host: host, port: port)
  }

  private func faultOfMail(_ rest: Substring) -> String? {
    let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let fields = parts.count > 1 ? parts[1].split(separator: "&") : []
    for field in fields {
      let name = field.prefix { $0 != "=" }.lowercased()
      if name != "subject", name != "body" { return "has the mail field \(name.prefix(40).quotedOrPlain)" }
    }
    let recipients = parts.first.map { $0.split(separator: ",", omittingEmptySubsequences: false) } ?? []
    for recipient in recipients {
      guard let sign = recipient.lastIndex(of: "@"), !recipient.contains("%") else {
        return "has a recipient that cannot be read"
      }
      let host = recipient[sign...].dropFirst().lowercased()
      if !isAllowed(host: host, port: nil) { return reason(host: host, port: nil) }
    }
    return nil
  }

  private func isAllowed(host: String, port: String?) -> Bool {
    let name = port.map { "\(host):\($0)" } ?? host
    return hosts.contains { allowed in
      guard allowed.hasPrefix("*.") else { return Self.isSame(allowed, name) }
      let suffix = allowed.dropFirst()
      return name.utf8.count > suffix.utf8.count && Self.isSame(String(name.suffix(suffix.count)), String(suffix))
    }
  }

  /// Hosts are compared scalar by scalar: equality of strings lets composed and decomposed letters be the same.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    one.unicodeScalars.elementsEqual(other.unicodeScalars)
  }

  private func reason(host: String, port: String?) -> String {
    let name = (port.map { "\(host):\($0)" } ?? host).prefix(80)
    let scripts = HostScripts(host).inWords.map { " (\($0))" } ?? ""
    let allowed = hosts.isEmpty ? "none" : hosts.prefix(8).joined(separator: ", ") + (hosts.count > 8 ? ", …" : "")
    return "has the host \(name)\(scripts); allowed: \(allowed)"
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x80 && scalar.properties.generalCategory == .format
  }
}

extension StringProtocol {
  fileprivate var quotedOrPlain: String { JSONValue.string(String(self)).compactText }
}

/// What is suspicious about the letters of a host's name.
struct HostScripts {
  let inWords: String?

  init(_ host: String) {
    if host.split(separator: ".").contains(where: { $0.hasPrefix("xn--") }) {
      inWords = "its letters are hidden in Punycode"
      return
    }
    var scripts: [String] = []
    for scalar in host.unicodeScalars.prefix(300) {
      guard let script = Self.script(of: scalar), !scripts.contains(script) else { continue }
      scripts.append(script)
    }
    let foreign = scripts.filter { $0 != "Latin" }
    if scripts.count > 1 {
      inWords = "it mixes \(scripts.joined(separator: " and ")) letters"
    } else {
      inWords = foreign.first.map { "in \($0) letters" }
    }
  }

  private static func script(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: "Latin"
    case 0x250...0x2AF: "phonetic"
    case 0x370...0x3FF, 0x1F00...0x1FFF: "Greek"
    case 0x400...0x52F: "Cyrillic"
    case 0x530...0x58F: "Armenian"
    case 0x590...0x5FF: "Hebrew"
    case 0x600...0x6FF: "Arabic"
    case 0x13A0...0x13FF: "Cherokee"
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7AF: "East Asian"
    case 0xFF00...0xFFEF, 0x1D400...0x1D7FF: "look-alike"
    default: nil
    }
  }
}

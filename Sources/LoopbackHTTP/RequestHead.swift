/// The request line and header fields of a request, and what they say about its body (RFC 9112 §3 to §6).
struct RequestHead: Sendable {
  enum Framing: Equatable {
    case none
    case length(Int)
    case chunked
  }

  let method: String
  let path: String
  let query: String?
  /// 0 for HTTP/1.0, 1 for HTTP/1.1.
  let minorVersion: Int
  private let authority: String?
  private(set) var fields: [(name: String, value: String)] = []

  init(line: ArraySlice<UInt8>) throws(RequestRefusal) {
    let parts = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard parts.count == 3 else {
      throw .malformed("the request line must be a method, a target and a version, divided by single spaces.")
    }
    guard !parts[0].isEmpty, parts[0].allSatisfy(\.isTokenByte) else {
      throw .malformed("the method holds a character that no method may hold.")
    }
    method = String(decoding: parts[0], as: UTF8.self)
    switch String(decoding: parts[2], as: UTF8.self) {
    case "HTTP/1.1": minorVersion = 1
    case "HTTP/1.0": minorVersion = 0
    case let version where version.hasPrefix("HTTP/"):
      throw RequestRefusal(status: 505, explanation: "This server speaks HTTP/1.1; the request says \(version).")
    default: throw .malformed("the request line does not end with HTTP/1.1.")
    }
    guard parts[1].allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw .malformed("the target holds a character that must be percent-encoded.")
    }
    var target = parts[1]
    (authority, target) = try Self.dividedTarget(target, method: method)
    let mark = target.firstIndex(of: UInt8(ascii: "?"))
    path = String(decoding: target[..<(mark ?? target.endIndex)], as: UTF8.self)
    query = mark.map { String(decoding: target[($0 + 1)...], as: UTF8.self) }
  }

  /// Divides an absolute target (`http://host/path`, as sent to a proxy) into its authority and the rest.
  private static func dividedTarget(
    _ target: ArraySlice<UInt8>, method: String
  ) throws(RequestRefusal) -> (authority: String?, rest: ArraySlice<UInt8>) {
    if target.first == UInt8(ascii: "/") { return (nil, target) }
    if method == "OPTIONS", target.elementsEqual("*".utf8) { return (nil, target) }
    guard String(decoding: target.prefix(7), as: UTF8.self).lowercased() == "http://" else {
      throw .malformed("the target must begin with a slash.")
    }
    let rest = target.dropFirst(7)
    let end = rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? rest.endIndex
    let tail = rest[end...]
    let path = tail.first == UInt8(ascii: "/") ? tail : ArraySlice(Array("/".utf8) + tail)
    return (String(decoding: rest[..<end], as: UTF8.self), path)
  }

  mutating func append(field line: ArraySlice<UInt8>) throws(RequestRefusal) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
      line[..<colon].allSatisfy(\.isTokenByte)
    else {
      throw .malformed("a header line is not a field name, a colon and a value.")
    }
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    var value = line[(colon + 1)...].drop(while: isBlank)
    while let last = value.last, isBlank(last) { value.removeLast() }
    guard value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
      throw .malformed("the value of a header field holds a control character.")
    }
    fields.append(
      (name: String(decoding: line[..<colon], as: UTF8.self), value: String(decoding: value, as: UTF8.self)))
  }

  func values(of name: String) -> [String] {
    fields.filter { $0.name.isSameField(as: name) }.map(\.value)
  }

  /// The members of a field that is a list divided by commas, in small letters.
  func members(of name: String) -> [String] {
    values(of: name).flatMap { $0.lowercased().split(separator: ",") }
      .map { String($0.drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\t" }) }
      .filter { !$0.isEmpty }
  }

  /// Whether the client wants the connection kept (RFC 9112 §9.3).
  var keepsAlive: Bool {
    let options = members(of: "Connection")
    return !options.contains("close") && (minorVersion == 1 || options.contains("keep-alive"))
  }

  /// Whether the client waits for "100 Continue" before it sends the body (RFC 9110 §10.1.1).
  var expectsContinue: Bool {
    minorVersion == 1 && members(of: "Expect").contains("100-continue")
  }

  func checkHost(requiresLoopback: Bool) throws(RequestRefusal) {
    let hosts = values(of: "Host")
    guard hosts.count <= 1 else { throw .malformed("there is more than one Host field.") }
    guard minorVersion == 0 || hosts.count == 1 else { throw .malformed("HTTP/1.1 asks for a Host field.") }
    guard requiresLoopback else { return }
    for host in [authority ?? hosts.first, hosts.first] {
      guard let host, LoopbackHost.accepts(host) else { throw LoopbackHost.refusal(host) }
    }
  }

  /// How the end of the body is found (RFC 9112 §6.3).
  func framing(bodyLimit: Int) throws(RequestRefusal) -> Framing {
    let expectations = members(of: "Expect").filter { $0 != "100-continue" }
    guard expectations.isEmpty else {
      throw RequestRefusal(status: 417, explanation: "This server cannot meet the expectation \(expectations).")
    }
    let codings = members(of: "Transfer-Encoding")
    let lengths = values(of: "Content-Length")
    if !values(of: "Transfer-Encoding").isEmpty {
      guard lengths.isEmpty, minorVersion == 1 else {
        throw .malformed(
          "Transfer-Encoding stands beside Content-Length or in HTTP/1.0, so the body has no one length.")
      }
      guard codings == ["chunked"] else {
        throw RequestRefusal(status: 501, explanation: "The only transfer coding known here is chunked.")
      }
      return .chunked
    }
    guard let length = lengths.first else { return .none }
    guard lengths.count == 1, !length.isEmpty, length.utf8.allSatisfy(\.isASCIIDigit) else {
      throw .malformed("Content-Length must be one whole number.")
    }
    guard let count = Int(length), count <= bodyLimit else { throw .bodyTooLarge(limit: bodyLimit) }
    return count == 0 ? .none : .length(count)
  }
}

extension UInt8 {
  var isASCIIDigit: Bool {
    self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9")
  }

  var isHexDigit: Bool {
    isASCIIDigit || asciiLowercased >= UInt8(ascii: "a") && asciiLowercased <= UInt8(ascii: "f")
  }

  /// A character of a token (RFC 9110 §5.6.2).
  var isTokenByte: Bool {
    let letter = asciiLowercased
    return isASCIIDigit || letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z")
      || "!#$%&'*+-.^_`|~".utf8.contains(self)
  }
}

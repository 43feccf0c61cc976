/// A complete request as a handler sees it.
public struct LoopbackRequest: Sendable {
  /// The method as sent; methods are case-sensitive (RFC 9110 §9.1).
  public let method: String

  /// The path of the request target, without the query, percent-encoded as it was sent.
  public let path: String

  /// What follows the `?` of the request target, percent-encoded as it was sent; nil when there is no `?`.
  public let query: String?

  /// The header fields in the order and spelling in which they were sent.
  public let headers: [(name: String, value: String)]

  /// The body with any transfer coding removed; empty when there is none.
  public let body: [UInt8]

  /// Makes a request, for trying a handler without a server.
  public init(
    method: String = "GET", path: String, query: String? = nil, headers: [(name: String, value: String)] = [],
    body: [UInt8] = []
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
  }

  /// The value of the first header field of this name, in any case; nil when there is none.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.isSameField(as: name) }?.value
  }

  /// The body read as UTF-8; bytes that are not UTF-8 become U+FFFD.
  public var bodyText: String {
    String(decoding: body, as: UTF8.self)
  }
}

extension String {
  /// Whether two field names are the same (RFC 9110 §5.1: ASCII letters in any case).
  func isSameField(as other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8) { $0.asciiLowercased == $1.asciiLowercased }
  }
}

extension UInt8 {
  var asciiLowercased: UInt8 {
    self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self
  }
}

/// The bytes of an answer's head, and how its body is framed (RFC 9112 §4 to §7).
struct AnswerBytes {
  private(set) var head: [UInt8] = []
  private(set) var keepsAlive: Bool
  private(set) var isChunked = false
  /// Whether the answer ends with its head: to HEAD, and for 204 and 304.
  private(set) var hasNoBody: Bool
  /// Whether the handler's answer could not be written as HTTP and `head` is a whole answer that says so.
  private(set) var isRefused = false

  init(to request: RequestHead, response: LoopbackResponse) {
    keepsAlive = request.keepsAlive
    hasNoBody = request.method == "HEAD" || response.status == 204 || response.status == 304
    if case .raw = response.content {
      hasNoBody = false
      return
    }
    if let fault = Self.fault(in: response) {
      head = RequestRefusal(status: 500, explanation: "The handler's answer cannot be sent: \(fault)").answer
      keepsAlive = false
      isRefused = true
      return
    }
    var text = "HTTP/1.1 \(response.status) \(Self.reason(response.status))\r\n"
    for (name, value) in response.headers {
      if name.isSameField(as: "Content-Length") || name.isSameField(as: "Transfer-Encoding") { continue }
      if name.isSameField(as: "Connection") {
        if value.lowercased().contains("close") { keepsAlive = false }
        continue
      }
      text += "\(name): \(value)\r\n"
    }
    switch response.content {
    case .whole(let body):
      if response.status != 204, response.status != 304 { text += "Content-Length: \(body.count)\r\n" }
    case .halfSent(_, let announcedLength, _):
      text += "Content-Length: \(announcedLength)\r\n"
    case .stream where response.status == 204 || response.status == 304: break
    case .stream:
      isChunked = request.minorVersion == 1
      if isChunked { text += "Transfer-Encoding: chunked\r\n" }
      keepsAlive = keepsAlive && isChunked
    case .raw: break
    }
    if !keepsAlive {
      text += "Connection: close\r\n"
    } else if request.minorVersion == 0 {
      text += "Connection: keep-alive\r\n"
    }
    head = Array((text + "\r\n").utf8)
  }

  /// Head and body: one piece when the body is small, so that both travel in one packet.
  func joined(with body: [UInt8]) -> [[UInt8]] {
    body.count <= 64 << 10 ? [head + body] : [head, body]
  }

  private static func fault(in response: LoopbackResponse) -> String? {
    guard (200...999).contains(response.status) else {
      return "the status \(response.status) is not between 200 and 999."
    }
    for (name, value) in response.headers {
      guard !name.isEmpty, name.utf8.allSatisfy(\.isTokenByte) else {
        return "\"\(name)\" is not the name of a header field."
      }
      guard value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
        return "the value of the header field \(name) holds a line break or another control character."
      }
    }
    return nil
  }

  static func chunk(_ bytes: [UInt8]) -> [UInt8] {
    var chunk = Array((String(bytes.count, radix: 16) + "\r\n").utf8)
    chunk.reserveCapacity(chunk.count + bytes.count + 2)
    chunk.append(contentsOf: bytes)
    chunk.append(contentsOf: [0x0D, 0x0A])
    return chunk
  }

  static let lastChunk = Array("0\r\n\r\n".utf8)

  static let continueLine = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)

  /// The reason phrase of a status; empty for one without a common phrase, which RFC 9112 §4 allows.
  static func reason(_ status: Int) -> String {
    reasons[status] ?? ""
  }

  private static let reasons: [Int: String] = [
    200: "OK", 201: "Created", 202: "Accepted", 204: "No Content", 206: "Partial Content",
    301: "Moved Permanently", 302: "Found", 303: "See Other", 304: "Not Modified", 307: "Temporary Redirect",
    308: "Permanent Redirect", 400: "Bad Request", 401: "Unauthorized", 402: "Payment Required", 403: "Forbidden",
    404: "Not Found", 405: "Method Not Allowed", 406: "Not Acceptable", 408: "Request Timeout", 409: "Conflict",
    410: "Gone", 413: "Content Too Large", 414: "URI Too Long", 415: "Unsupported Media Type",
    417: "Expectation Failed", 422: "Unprocessable Content", 429: "Too Many Requests",
    431: "Request Header Fields Too Large", 500: "Internal Server Error", 501: "Not Implemented",
    502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout", 505: "HTTP Version Not Supported",
    529: "Overloaded",
  ]
}

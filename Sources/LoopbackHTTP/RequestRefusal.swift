/// A request that no handler sees: the status it is answered with, and why.
struct RequestRefusal: Error, Equatable {
  let status: Int
  let explanation: String

  /// The whole answer, after which the connection is closed.
  var answer: [UInt8] {
    let body = Array((explanation + "\n").utf8)
    let head =
      "HTTP/1.1 \(status) \(AnswerBytes.reason(status))\r\nContent-Type: text/plain; charset=utf-8\r\n"
      + "Content-Length: \(body.count)\r\nConnection: close\r\n\r\n"
    return Array(head.utf8) + body
  }

  static func malformed(_ explanation: String) -> RequestRefusal {
    RequestRefusal(status: 400, explanation: "Malformed request: \(explanation)")
  }

  static func bodyTooLarge(limit: Int) -> RequestRefusal {
    RequestRefusal(status: 413, explanation: "The request body is larger than this server's limit of \(limit) bytes.")
  }

  static let timedOut = RequestRefusal(
    status: 408, explanation: "The rest of the request did not arrive within this server's idle time.")
}

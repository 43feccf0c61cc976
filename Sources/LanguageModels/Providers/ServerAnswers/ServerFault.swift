import StructuredOutput

/// What was asked of a server, as the faults of its answers name it.
struct AskedServer: Sendable {
  var method: String
  var path: String
  var model: String
  /// Where the key comes from; nil where none is sent.
  var key: APIKey?

  private var subject: String { "\(method) \(path) (model \(KeyMask.quoted(model, limit: 100)))" }

  /// The fault that an answer with an error status is.
  func statusFault(_ status: Int, headers: HTTPHeaders, body: HTTPRequest.Body) -> ModelFault {
    let error = ServerError(body)
    let wait = RetryAfter.duration(in: headers)
    let words = KeyMask.quoted(error.message, limit: 500)
    return ModelFault(
      .status,
      """
      \(subject) was answered with status \(status)\(words.isEmpty ? " and no message" : ": \(words)")
      \(nextStep(status, error: error, wait: wait))
      """, status: status, retryAfter: wait)
  }

  /// The fault that an error inside an answer of status 200, or in the middle of a stream, is.
  func errorFault(_ error: JSONValue, inStream: Bool) -> ModelFault {
    let read = ServerError(error: error)
    let status = read.status
    let words = KeyMask.quoted(read.message, limit: 500)
    let place = inStream ? "in the middle of the stream" : "inside an answer of status 200"
    return ModelFault(
      .status,
      """
      \(subject) was answered with an error \(place)\
      \(words.isEmpty ? "" : ": \(words)")
      \(nextStep(status ?? 500, error: read, wait: nil))
      """, status: status)
  }

  /// The fault that an answer of another form than this provider's is.
  func malformed(_ why: String, shown: String) -> ModelFault {
    ModelFault(
      .malformedAnswer,
      """
      \(subject) was answered with something that is not a model's answer: \(why).
      It begins: \(KeyMask.quoted(shown, limit: 200))
      Does the base address end as the provider's documentation says, for example with /v1?
      """)
  }

  /// The fault that a stream without an end is.
  func brokenStream(after characters: Int, shown: String) -> ModelFault {
    ModelFault(
      .brokenStream,
      """
      \(subject): the stream ended before the answer was complete, after \(characters) characters of text\
      \(shown.isEmpty ? "" : "; it began: \(KeyMask.quoted(shown, limit: 200))")
      The server or something between dropped the connection; ask again.
      """)
  }

  private func nextStep(_ status: Int, error: ServerError, wait: Duration?) -> String {
    if status == 402 || error.codes.contains("insufficient_quota") {
      return "The account has no credit left; waiting does not help. Check the plan and the billing of this key."
    }
    if error.codes.contains("context_length_exceeded") {
      return "The conversation is longer than the model reads; shorten it or ask a model with a larger window."
    }
    switch status {
    case 401, 403:
      guard let key else {
        return "No key was sent. Name the variable that holds the key of this server where the model is made."
      }
      return "The key came from \(key). Check that it belongs to this server and may use the model."
    case 404: return "Check the model's name and the base address."
    case 408, 504: return "The server ran out of time; ask again, or ask for a shorter answer."
    case 429:
      guard let wait else { return "Too many requests or tokens in a short time: wait before asking again." }
      return "Too many requests or tokens in a short time: wait \(wait.inWords) before asking again."
    case 300..<400:
      return "The server redirects, which is not followed: use the address it redirects to as base address."
    case 500...:
      guard let wait else { return "The server failed; ask again later, and see its log or its status page." }
      return "The server failed; ask again after \(wait.inWords)."
    default: return "The server does not accept the request as it is; its message says which part."
    }
  }
}

/// What a server says of its own error, whatever form it says it in.
struct ServerError {
  /// Its own words; empty where it has none.
  var message: String
  /// `type` and `code` where they are texts.
  var codes: [String]
  /// The HTTP status that `code` or `status_code` holds; nil for another kind of code.
  var status: Int?

  init(_ body: HTTPRequest.Body) {
    switch body {
    case .none: self.init(message: "", codes: [])
    case .bytes(let bytes): self.init(message: String(decoding: bytes.prefix(4096), as: UTF8.self), codes: [])
    case .json(let value):
      if let error = value["error"], !error.isNull, error.boolValue == nil {
        self.init(error: error)
        // Some put a flat `error: "Not Found"` beside a longer `message`.
        if let longer = value["message"]?.stringValue, error.objectValue == nil { message += ": \(longer)" }
      } else {
        self.init(error: value)
      }
    }
  }

  init(error: JSONValue) {
    let message = error["message"] ?? error["detail"] ?? error["error"] ?? error
    self.init(
      message: message.stringValue ?? message.compactText,
      codes: [error["type"], error["code"]].compactMap { $0?.stringValue })
    let code = [error["status_code"], error["code"]].compactMap { $0?.intValue }.first
    status = code.flatMap { (400..<600).contains($0) ? $0 : nil }
  }

  private init(message: String, codes: [String]) {
    self.message = message
    self.codes = codes
  }
}

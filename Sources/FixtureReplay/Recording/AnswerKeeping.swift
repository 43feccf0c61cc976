import Foundation
import LanguageModels
import StructuredOutput

/// Whether an answer is kept.
enum AnswerKeeping {
  case always
  /// Only if the app went on after it: then it is behaviour that the spec is about.
  case ifLivedThrough
  case never
}

extension RecordedAnswer {
  func keeping(for purpose: CallPurpose) -> AnswerKeeping {
    if status == 401 || status == 403 { return .never }
    // A wrong address or model name answers 404, an empty account 402: kept, they would hide the answers that come when
    // it is put right.
    let isTrouble = !(200..<300).contains(status) || isBroken || isForeign || isErrorInside
    guard isTrouble else { return .always }
    return purpose == .subject ? .ifLivedThrough : .never
  }

  private var isBroken: Bool {
    switch content {
    case .events(_, .broken), .lines(_, .broken): true
    default: false
    }
  }

  /// An error under a status that says that all is well, as gateways give it.
  private var isErrorInside: Bool {
    func isError(_ json: JSONValue) -> Bool {
      guard let error = json["error"] else { return false }
      return error.objectValue != nil || error.stringValue?.isEmpty == false
    }
    switch content {
    case .body(.json(let json)): return isError(json)
    case .events(let events, _), .lines(let events, _):
      return events.contains { event in
        if event.name == "error" { return true }
        guard case .json(let json) = event.data else { return false }
        return isError(json)
      }
    default: return false
    }
  }

  /// A page of a proxy instead of an answer.
  private var isForeign: Bool {
    guard case .body(.bytes) = content, let type = headers["content-type"] else { return false }
    return type.lowercased().contains("html")
  }

  /// The answer of a live server as it is kept.
  init(_ response: HTTPResponse, redaction: inout ExchangeRedaction) {
    let headers = HeaderPolicy.keptHeaders(of: response.headers, status: response.status)
    var body = response.body
    if case .json(let json) = body { body = .json(json.sortedByKey) }
    self.init(
      status: response.status, headers: headers, milliseconds: response.duration.inMilliseconds,
      content: .body(redaction.redact(body, type: headers["content-type"])))
  }
}

extension RequestIdentity {
  /// The request with the keys of its body in order: what is kept does not depend on the order an encoder wrote them
  /// in.
  var sorted: RequestIdentity {
    guard case .json(let json) = body else { return self }
    return RequestIdentity(
      provider: provider, host: host, method: method, path: path, query: query, body: .json(json.sortedByKey))
  }
}

extension Duration {
  /// Rounded down.
  var inMilliseconds: Int {
    let (seconds, attoseconds) = components
    return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
  }
}

import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension HTTPRequest {
  /// Where a request goes, as faults name it: without credentials and query.
  struct Place: Sendable {
    var method: String
    var path: String
    /// Scheme, host and port.
    var origin: String
  }

  func place(at url: URL?) -> Place {
    let scheme = url?.scheme ?? "http"
    let host = url?.host ?? "?"
    let port = url?.port ?? (scheme == "https" ? 443 : 80)
    return Place(method: method, path: path, origin: "\(host.contains(":") ? "[\(host)]" : host):\(port)")
  }
}

extension HTTPRequest.Place {
  private var subject: String { "\(method) \(path) at \(origin)" }

  /// The fault that an error of the loading system is.
  func fault(for error: any Error, after timeout: Duration) -> any Error {
    guard let error = error as? URLError else {
      return ModelFault(.connection, "\(subject) got no answer: \(KeyMask.quoted("\(error)", limit: 300))")
    }
    let nextStep: String
    switch error.code {
    case .cancelled: return CancellationError()
    case .timedOut: return deadlineFault(after: timeout)
    case .cannotConnectToHost: nextStep = "Is the server running, and is this its address?"
    case .cannotFindHost, .dnsLookupFailed: nextStep = "Check the host name of the base address and the network."
    case .networkConnectionLost, .badServerResponse, .cannotParseResponse:
      nextStep = "The server dropped the connection or does not speak HTTP; its own log says why."
    case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
      .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid:
      nextStep = "Check the server's certificate, and whether the base address should say http instead of https."
    default: nextStep = Self.nextStep(for: error.readableText)
    }
    let words = KeyMask.quoted(error.readableText, limit: 300)
    return ModelFault(
      .connection, "\(subject) got no whole answer: \(words) (\(error.code.rawValue)). \(nextStep)")
  }

  /// On Linux some faults have no code of their own, only libcurl's words.
  private static func nextStep(for text: String) -> String {
    if text.contains("SSL") || text.contains("certificate") {
      return "Check the server's certificate, and whether the base address should say http instead of https."
    }
    if text.contains("transfer closed") || text.contains("Empty reply") || text.contains("HTTP/0.9") {
      return "The server dropped the connection or does not speak HTTP; its own log says why."
    }
    return "Check that the server is running and that the network reaches it."
  }

  func deadlineFault(after timeout: Duration) -> ModelFault {
    ModelFault(
      .deadlineExceeded,
      """
      \(subject) was not answered to the end within \(timeout.inWords). Raise the model's timeout, or ask for a \
      shorter answer.
      """)
  }

  func halfSentFault(received: Int, announced: Int) -> ModelFault {
    ModelFault(
      .connection,
      """
      \(subject) broke off: \(received) of the \(announced) announced bytes arrived. The server or something between \
      dropped the connection; its log says why.
      """)
  }

  func tooLongFault(limit: Int) -> ModelFault {
    ModelFault(
      .malformedAnswer,
      "\(subject) answered with more than \(limit) bytes, which no model's answer needs; it was cut off.")
  }

  func noAnswerFault() -> ModelFault {
    ModelFault(.connection, "\(subject) ended without an answer. Does the server speak HTTP?")
  }
}

extension URLError {
  /// What the loading system says, in words where it has any.
  fileprivate var readableText: String {
    let text = userInfo[NSLocalizedDescriptionKey] as? String ?? localizedDescription
    return text.isEmpty ? "URL error" : text
  }
}

extension Duration {
  /// This time as Foundation counts it.
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }

  /// This time for a person, such as `1.5 s`.
  var inWords: String {
    let milliseconds = (inSeconds * 1000).rounded()
    guard abs(milliseconds) < 1e15 else { return "\(components.seconds) s" }
    let whole = Int(milliseconds)
    if whole % 1000 == 0 { return "\(whole / 1000) s" }
    return whole < 1000 ? "\(whole) ms" : "\(Double(whole) / 1000) s"
  }
}

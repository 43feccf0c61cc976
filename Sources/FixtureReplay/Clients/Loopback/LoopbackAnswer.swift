import Foundation
import LanguageModels
import LoopbackHTTP
import StructuredOutput

/// What a loopback server tells a client.
enum LoopbackAnswer {
  /// Answers a request over a transport.
  ///
  /// A stream is passed on piece by piece, and broken for the client where it broke. What gives no answer is an answer
  /// of status 501, or 502 and 504 where the provider is at fault, whose JSON body says why.
  static func response(
    to request: LoopbackRequest, at address: String, over stream: (HTTPRequest) async throws -> HTTPStreamedResponse
  ) async -> LoopbackResponse {
    do {
      guard let url = URL(string: address + (request.query.map { "?" + $0 } ?? "")) else {
        throw ModelFault(.unusableRequest, "The path of this request is not one that can be sent.")
      }
      let headers = request.headers.map { HTTPHeaders.Field($0.name, $0.value) }
      let answer = try await stream(
        try HTTPRequest(method: request.method, url: url, headers: headers, body: request.body))
      return try await passOn(answer)
    } catch {
      return fault(error)
    }
  }

  private static func passOn(_ answer: HTTPStreamedResponse) async throws -> LoopbackResponse {
    var contentType = ""
    var headers: [(String, String)] = []
    for field in answer.headersOfContent {
      if contentType.isEmpty, field.name.lowercased() == "content-type" {
        contentType = field.value
      } else {
        headers.append((field.name, field.value))
      }
    }
    guard answer.isInPieces else {
      if !contentType.isEmpty { headers.insert(("Content-Type", contentType), at: 0) }
      return .whole(status: answer.status, headers: headers, body: try await answer.wholeBody())
    }
    return .stream(status: answer.status, headers: headers, contentType: contentType) { writer in
      for try await chunk in answer.chunks { try await writer.write(chunk) }
      try Task.checkCancellation()
    }
  }

  static func fault(_ error: any Error) -> LoopbackResponse {
    if error is CancellationError { return .closingWithoutAnswer }
    let (status, code) = kind(of: error)
    let body: JSONValue = ["error": ["message": .string("\(error)"), "type": "llmspec", "code": .string(code)]]
    // Clients ask again after a status of 5xx, which would be a second miss; the common ones heed this.
    return .json(body.compactText, status: status, headers: [("X-Should-Retry", "false")])
  }

  private static func kind(of error: any Error) -> (status: Int, code: String) {
    if let fault = error as? FixtureFault { return (501, fault.kind.rawValue) }
    guard let fault = error as? ModelFault else { return (502, "connection") }
    switch fault.kind {
    case .deadlineExceeded: return (504, fault.kind.rawValue)
    case .outsideScope, .unusableRequest, .missingCredential: return (501, fault.kind.rawValue)
    default: return (502, fault.kind.rawValue)
    }
  }
}

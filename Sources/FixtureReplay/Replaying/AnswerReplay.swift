import Foundation
import LanguageModels
import StructuredOutput

extension RecordedAnswer {
  /// The body's bytes, or those of all events.
  var bytes: [UInt8] {
    switch content {
    case .body(.none): []
    case .body(.json(let json)): json.compactBytes
    case .body(.bytes(let bytes)): bytes
    case .events(let events, _): events.flatMap(\.encoded)
    }
  }

  /// The answer for an app that waits for the whole of it.
  func response(origin: CallOrigin) -> HTTPResponse {
    let body: HTTPRequest.Body
    if case .body(let whole) = content { body = whole } else { body = .bytes(bytes) }
    return HTTPResponse(
      status: status, headers: headers, body: body, duration: .milliseconds(milliseconds), origin: origin)
  }

  /// The answer for an app that reads it as it arrives; without the pauses that it had.
  func streamedResponse(origin: CallOrigin) -> HTTPStreamedResponse {
    let (chunks, continuation) = AsyncThrowingStream<[UInt8], any Error>.makeStream()
    switch content {
    case .body:
      let bytes = self.bytes
      if !bytes.isEmpty { continuation.yield(bytes) }
      continuation.finish()
    case .events(let events, let end):
      for event in events { continuation.yield(event.encoded) }
      continuation.finish(throwing: end.fault)
    }
    return HTTPStreamedResponse(
      status: status, headers: headers, chunks: chunks, recordedDuration: .milliseconds(milliseconds), origin: origin)
  }
}

extension RecordedEvent {
  /// The event as a server sends it.
  var encoded: [UInt8] {
    let text: String
    switch data {
    case .json(let json): text = json.compactText
    case .text(let plain): text = plain
    }
    return ServerSentEvent(event: name, data: text, id: id).encoded
  }
}

extension RecordedAnswer.StreamEnd {
  /// What the app is told at the end; nil for a whole stream.
  var fault: ModelFault? {
    switch self {
    case .complete: nil
    case .broken(let reason): ModelFault(.brokenStream, reason)
    }
  }
}

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
    case .lines(let lines, _): lines.flatMap(\.encodedLine)
    }
  }

  /// The answer for an app that waits for the whole of it.
  ///
  /// - Parameter timing: How long it takes; nil for an answer that came just now.
  func response(origin: CallOrigin, timing: ReplayTiming? = nil) async throws -> HTTPResponse {
    try await timing?.wait(until: milliseconds, since: .now)
    let body: HTTPRequest.Body
    if case .body(let whole) = content { body = whole } else { body = .bytes(bytes) }
    return HTTPResponse(
      status: status, headers: timing?.headers(of: self) ?? headers, body: body, duration: .milliseconds(milliseconds),
      origin: origin)
  }

  /// The answer for an app that reads it as it arrives.
  ///
  /// - Parameter timing: When its pieces come; nil for an answer that came just now.
  func streamedResponse(origin: CallOrigin, timing: ReplayTiming? = nil) async throws -> HTTPStreamedResponse {
    let (chunks, continuation) = AsyncThrowingStream<[UInt8], any Error>.makeStream()
    if let timing, timing.scale != nil {
      let start = ContinuousClock.now
      try await timing.wait(until: pieces.first?.milliseconds ?? milliseconds, since: start)
      let pauses = Task {
        do {
          for piece in pieces {
            try await timing.wait(until: piece.milliseconds, since: start)
            continuation.yield(piece.bytes)
          }
          try await timing.wait(until: milliseconds, since: start)
          continuation.finish(throwing: fault)
        } catch {
          continuation.finish(throwing: error)
        }
      }
      continuation.onTermination = { if case .cancelled = $0 { pauses.cancel() } }
    } else {
      for piece in pieces { continuation.yield(piece.bytes) }
      continuation.finish(throwing: fault)
    }
    return HTTPStreamedResponse(
      status: status, headers: timing?.headers(of: self) ?? headers, chunks: chunks,
      recordedDuration: .milliseconds(milliseconds), origin: origin)
  }

  /// What arrives at one moment.
  private struct Piece {
    var milliseconds: Int
    var bytes: [UInt8]
  }

  private var pieces: [Piece] {
    switch content {
    case .body:
      let bytes = self.bytes
      return bytes.isEmpty ? [] : [Piece(milliseconds: milliseconds, bytes: bytes)]
    case .events(let events, _): return events.map { Piece(milliseconds: $0.milliseconds, bytes: $0.encoded) }
    case .lines(let lines, _): return lines.map { Piece(milliseconds: $0.milliseconds, bytes: $0.encodedLine) }
    }
  }

  /// What the app is told at the end; nil for a whole answer.
  private var fault: ModelFault? {
    switch content {
    case .body: nil
    case .events(_, let end), .lines(_, let end): end.fault
    }
  }
}

extension RecordedEvent {
  /// The event as a server sends it.
  var encoded: [UInt8] { ServerSentEvent(event: name, data: text, id: id).encoded }

  /// The line as a server sends it.
  var encodedLine: [UInt8] { Array(text.utf8) + [0x0A] }

  private var text: String {
    switch data {
    case .json(let json): json.compactText
    case .text(let plain): plain
    }
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

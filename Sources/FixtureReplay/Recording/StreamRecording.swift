import Foundation
import LanguageModels
import StructuredOutput

/// Passes a live stream on while it keeps what it passes on.
///
/// The app is given each event as it is kept, when ``StreamRedaction`` lets it go. One event is always held back, so that
/// the exchange is kept before the app sees its end: an app that stops reading there has read a whole answer.
struct StreamRecording {
  let streamed: HTTPStreamedResponse
  let start: ContinuousClock.Instant
  let redaction: ExchangeRedaction
  /// Is told the whole answer, or nil where there is none to keep, and why something in it was not searched through.
  let keep: @Sendable (RecordedAnswer?, UnsearchedText?) throws -> Void

  func response() -> HTTPStreamedResponse {
    let headers = HeaderPolicy.keptHeaders(of: streamed.headers, status: streamed.status)
    let pieces = StreamPieces(contentType: headers["content-type"])
    let (chunks, continuation) = AsyncThrowingStream<[UInt8], any Error>.makeStream()
    let task = Task {
      if let pieces {
        await pass(pieces, headers: headers, to: continuation)
      } else {
        await passBody(headers: headers, to: continuation)
      }
    }
    continuation.onTermination = { reason in
      if case .cancelled = reason { task.cancel() }
    }
    return HTTPStreamedResponse(
      status: streamed.status, headers: headers, chunks: chunks, recordedDuration: nil, origin: .recorded)
  }

  private func pass(
    _ pieces: StreamPieces, headers: HTTPHeaders,
    to continuation: AsyncThrowingStream<[UInt8], any Error>.Continuation
  ) async {
    var pieces = pieces
    var events: [RecordedEvent] = []
    var held: RecordedEvent?
    var redaction = StreamRedaction(self.redaction)
    func pass(_ redacted: [RecordedEvent]) {
      for event in redacted {
        if let held { continuation.yield(pieces.encoded(held)) }
        events.append(event)
        held = event
      }
    }
    var end = RecordedAnswer.StreamEnd.complete
    do {
      reading: for try await chunk in streamed.chunks {
        for event in pieces.feed(chunk) {
          pass(redaction.feed(RecordedEvent(event, milliseconds: elapsed)))
          // Nothing comes after it, and a server or proxy may leave the connection open for long.
          if event.data == "[DONE]" { break reading }
        }
      }
      try Task.checkCancellation()
      if let last = pieces.finish() { pass(redaction.feed(RecordedEvent(last, milliseconds: elapsed))) }
    } catch {
      if Task.isCancelled || error is CancellationError {
        try? keep(nil, nil)
        continuation.finish(throwing: CancellationError())
        return
      }
      end = .broken(redaction.redact("\(error)"))
    }
    pass(redaction.finish())
    let answer = RecordedAnswer(
      status: streamed.status, headers: headers, milliseconds: elapsed, content: pieces.content(events, end: end))
    do {
      try keep(answer, redaction.unsearched)
    } catch {
      continuation.finish(throwing: error)
      return
    }
    if let held { continuation.yield(pieces.encoded(held)) }
    continuation.finish(throwing: end.fault)
  }

  private func passBody(
    headers: HTTPHeaders, to continuation: AsyncThrowingStream<[UInt8], any Error>.Continuation
  ) async {
    var bytes: [UInt8] = []
    do {
      for try await chunk in streamed.chunks { bytes += chunk }
      try Task.checkCancellation()
    } catch {
      try? keep(nil, nil)
      continuation.finish(throwing: error)
      return
    }
    do {
      let isJSON = headers["content-type"]?.lowercased().contains("json") == true
      let body = isJSON ? (try? JSONValue(parsing: bytes)).map { HTTPRequest.Body.json($0) } : nil
      let response = HTTPResponse(
        status: streamed.status, headers: streamed.headers, body: body ?? .bytes(bytes), duration: .now(since: start))
      var redaction = self.redaction
      let answer = RecordedAnswer(response, redaction: &redaction)
      try keep(answer, redaction.unsearched)
      if !bytes.isEmpty { continuation.yield(answer.bytes) }
      continuation.finish()
    } catch {
      continuation.finish(throwing: error)
    }
  }

  private var elapsed: Int { Duration.now(since: start).inMilliseconds }
}

extension Duration {
  fileprivate static func now(since start: ContinuousClock.Instant) -> Duration { start.duration(to: .now) }
}

extension RecordedEvent {
  init(_ event: ServerSentEvent, milliseconds: Int) {
    let payload: Payload
    // A number or a text alone would not come back as it was written.
    if let json = try? JSONValue(parsing: event.data), json.objectValue != nil {
      payload = .json(json.sortedByKey)
    } else {
      payload = .text(event.data)
    }
    self.init(milliseconds: milliseconds, name: event.event, id: event.id, data: payload)
  }
}

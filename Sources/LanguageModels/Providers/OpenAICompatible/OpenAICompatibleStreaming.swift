import Foundation
import StructuredOutput

/// Reads the body of a streamed answer as it arrives.
struct OpenAICompatibleStreaming: Sendable {
  var server: AskedServer
  var head: HTTPStreamedResponse

  /// False for an error, and for a server that answers with a whole document although it was asked to stream.
  var isEventStream: Bool {
    guard (200..<300).contains(head.status) else { return false }
    let kind = head.headers["content-type"]?.lowercased() ?? ""
    return kind.contains("event-stream") || !kind.contains("json") && !kind.contains("html")
  }

  /// Reads the body as one document.
  func readWhole() async throws -> ChatResponse {
    var bytes: [UInt8] = []
    for try await chunk in head.chunks { bytes += chunk }
    // A cancelled consumer's stream ends as if it were complete.
    try Task.checkCancellation()
    let body = HTTPRequest.Body(bytes: bytes, contentType: head.headers["content-type"])
    return try OpenAICompatibleAnswerReader(server: server)
      .read(HTTPResponse(status: head.status, headers: head.headers, body: body, origin: head.origin))
  }

  /// Reads the body as events, giving out each piece, and gives the whole answer at its end.
  func readEvents(_ give: (ChatStreamEvent) -> Void) async throws -> ChatResponse {
    var events = OpenAICompatibleEvents(server: server)
    do {
      for try await chunk in head.chunks { try events.feed(chunk, give) }
    } catch {
      // After [DONE] the answer is whole, however the connection ends.
      guard events.isDone, !(error is CancellationError) else { throw error }
    }
    try Task.checkCancellation()
    return try events.finish(give)
  }
}

/// Cuts chunks into events and events into pieces of an answer.
///
/// `for piece in try reader.read(event)`, with the reader's typed error inside another loop, sends the optimiser of
/// Swift 6.3.1 into a crash or a loop without end; hence the steps of their own.
private struct OpenAICompatibleEvents {
  let server: AskedServer
  var decoder = ServerSentEventDecoder()
  var reader: OpenAICompatibleStreamReader

  init(server: AskedServer) {
    self.server = server
    reader = OpenAICompatibleStreamReader(server: server)
  }

  var isDone: Bool { reader.isDone }

  mutating func feed(_ chunk: [UInt8], _ give: (ChatStreamEvent) -> Void) throws {
    for event in decoder.feed(chunk) { try read(event).forEach(give) }
  }

  private mutating func read(_ event: ServerSentEvent) throws -> [ChatStreamEvent] { try reader.read(event) }

  mutating func finish(_ give: (ChatStreamEvent) -> Void) throws -> ChatResponse {
    if !reader.isDone, let event = decoder.finish() {
      do {
        try read(event).forEach(give)
      } catch let fault as ModelFault where fault.kind == .malformedAnswer {
        // The last event was cut in its middle: the end of the stream is what is wrong.
      }
    }
    if decoder.droppedEvents > 0 {
      throw server.malformed("an event of the stream is longer than \(decoder.maximumEventBytes) bytes", shown: "")
    }
    return try reader.finish()
  }
}

extension AsyncThrowingStream where Element == ChatStreamEvent, Failure == any Error {
  /// A stream of an answer that is there as a whole.
  static func whole(_ response: ChatResponse) -> Self {
    AsyncThrowingStream { continuation in
      if let reasoning = response.reasoningText { continuation.yield(.reasoning(reasoning)) }
      if !response.text.isEmpty { continuation.yield(.text(response.text)) }
      for (index, call) in response.toolCalls.enumerated() where !call.argumentsText.isEmpty {
        continuation.yield(.toolCallArguments(index: index, name: call.name, fragment: call.argumentsText))
      }
      continuation.yield(.finished(response))
      continuation.finish()
    }
  }
}

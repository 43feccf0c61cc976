import LanguageModels

/// Cuts the bytes of a streamed answer into what is kept of it, one by one: events or lines.
enum StreamPieces {
  case events(ServerSentEventDecoder)
  case lines(LineDecoder)

  /// For an answer of this content type; nil for one that is no stream.
  init?(contentType: String?) {
    guard let type = contentType?.lowercased() else { return nil }
    if type.contains("text/event-stream") {
      self = .events(ServerSentEventDecoder())
    } else if ["ndjson", "jsonl", "json-lines", "jsonlines", "stream+json"].contains(where: type.contains) {
      self = .lines(LineDecoder())
    } else {
      return nil
    }
  }

  /// Takes the next bytes and gives what they complete. A line is an event that has nothing but data.
  mutating func feed(_ bytes: [UInt8]) -> [ServerSentEvent] {
    switch self {
    case .events(var decoder):
      defer { self = .events(decoder) }
      return decoder.feed(bytes)
    case .lines(var decoder):
      defer { self = .lines(decoder) }
      return decoder.feed(bytes).map { ServerSentEvent(data: $0) }
    }
  }

  /// Ends the stream and gives what was still open.
  mutating func finish() -> ServerSentEvent? {
    switch self {
    case .events(var decoder):
      defer { self = .events(decoder) }
      return decoder.finish()
    case .lines(var decoder):
      defer { self = .lines(decoder) }
      return decoder.finish().map { ServerSentEvent(data: $0) }
    }
  }

  /// The piece as it is sent.
  func encoded(_ piece: RecordedEvent) -> [UInt8] {
    switch self {
    case .events: piece.encoded
    case .lines: piece.encodedLine
    }
  }

  /// The pieces as they are kept.
  func content(_ pieces: [RecordedEvent], end: RecordedAnswer.StreamEnd) -> RecordedAnswer.Content {
    switch self {
    case .events: .events(pieces, end: end)
    case .lines: .lines(pieces, end: end)
    }
  }
}

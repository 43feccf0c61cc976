import LanguageModels
import StructuredOutput

/// Takes out of the events of a stream what must not be kept, also where it came in pieces.
///
/// The pieces of a text are joined and searched together. What spans several events is replaced in the one where it
/// begins and left out of the others, so that nobody can join it again.
extension ExchangeRedaction {
  /// Events without what must not be kept.
  ///
  /// - Parameter passedOn: For each text the end of what earlier events held of it, as it came.
  mutating func redact(_ events: [RecordedEvent], after passedOn: [String: [UInt8]] = [:]) -> [RecordedEvent] {
    settled(events) { redaction, events in redaction.redactedOnce(events, after: passedOn) }
  }

  /// An answer's body without what must not be kept; a stream of events that came as a whole is searched as one.
  mutating func redact(_ body: HTTPRequest.Body, type: String?) -> HTTPRequest.Body {
    guard case .bytes(let bytes) = body, type?.lowercased().contains("text/event-stream") == true else {
      return redact(body)
    }
    var decoder = ServerSentEventDecoder()
    var events = decoder.feed(bytes).map { RecordedEvent($0, milliseconds: 0) }
    if let last = decoder.finish() { events.append(RecordedEvent(last, milliseconds: 0)) }
    let redacted = redact(events)
    return redact(redacted == events ? body : .bytes(redacted.flatMap(\.encoded)))
  }

  private mutating func redactedOnce(
    _ events: [RecordedEvent], after passedOn: [String: [UInt8]]
  ) -> (value: [RecordedEvent], hasChanged: Bool) {
    var texts: [String: JoinedText] = [:]
    for event in events {
      _ = StreamFragments.mapped(event.data) { track, piece in
        texts[track, default: JoinedText(after: passedOn[track] ?? [])].append(piece)
        return piece
      }
    }
    var edits: [String: TextEdits] = [:]
    for track in texts.keys.sorted() {
      guard let text = texts[track] else { continue }
      let passages = passages(in: text)
      if !passages.isEmpty { edits[track] = TextEdits(text: text, passages: passages) }
    }
    var hasChanged = false
    var redacted: [RecordedEvent] = []
    redacted.reserveCapacity(events.count)
    for event in events {
      var event = event
      if !edits.isEmpty {
        event.data = StreamFragments.mapped(event.data) { track, piece in
          guard var text = edits[track] else { return piece }
          let changed = text.nextPiece(&self)
          edits[track] = text
          if changed != piece { hasChanged = true }
          return changed
        }
      }
      switch event.data {
      case .text: break
      case .json(let json):
        let rest = redact(json)
        if rest != json { hasChanged = true }
        event.data = .json(rest)
      }
      redacted.append(event)
    }
    return (redacted, hasChanged)
  }

  /// What is found in the joined text and what in each of its pieces: an event may hold the whole text so far.
  private mutating func passages(in text: JoinedText) -> [RedactedPassage] {
    var found = passages(in: String(decoding: text.bytes, as: UTF8.self))
    for piece in text.pieces where text.pieces.count > 1 {
      for passage in passages(in: String(decoding: text.bytes[piece], as: UTF8.self)) {
        var passage = passage
        passage.range = passage.range.lowerBound + piece.lowerBound..<passage.range.upperBound + piece.lowerBound
        found.append(passage)
      }
    }
    let merged = text.bytes.withUnsafeBufferPointer { RedactedPassage.merged(found, in: $0) }
    return merged.compactMap { passage in
      guard passage.range.upperBound > text.passedOn else { return nil }
      var passage = passage
      passage.range = max(passage.range.lowerBound, text.passedOn)..<passage.range.upperBound
      return passage
    }
  }
}

/// Gives the pieces of a text back one by one, without what is taken out.
private struct TextEdits {
  let text: JoinedText
  let passages: [RedactedPassage]
  private var piece = 0
  private var passage = 0

  init(text: JoinedText, passages: [RedactedPassage]) {
    self.text = text
    self.passages = passages
  }

  mutating func nextPiece(_ redaction: inout ExchangeRedaction) -> String {
    let range = text.pieces[piece]
    piece += 1
    var kept: [UInt8] = []
    var index = range.lowerBound
    while passage < passages.count, passages[passage].range.lowerBound < range.upperBound {
      let next = passages[passage]
      if next.range.lowerBound >= range.lowerBound {
        if let replacement = redaction.replacement(of: next) {
          kept += text.bytes[index..<next.range.lowerBound]
          kept += replacement.utf8
          index = min(next.range.upperBound, range.upperBound)
        }
      } else if !next.isPlaceholder {
        index = max(index, min(next.range.upperBound, range.upperBound))
      }
      if next.range.upperBound > range.upperBound { break }
      passage += 1
    }
    kept += text.bytes[index..<range.upperBound]
    return String(decoding: kept, as: UTF8.self)
  }
}

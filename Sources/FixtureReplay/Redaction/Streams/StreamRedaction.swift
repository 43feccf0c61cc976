import StructuredOutput

/// Redacts a stream while it arrives and holds back what may still become part of something that must not be kept.
///
/// A credential has no blank in it, a private key apart, so that without declared personal data an event is passed on as
/// soon as a blank follows its text: an app sees the words one later than they come. With declared personal data the
/// stream is held until it is complete: addresses and names may be of any length, and nothing that was passed on can be
/// taken back.
struct StreamRedaction: Sendable {
  private var redaction: ExchangeRedaction
  private var held: [HeldEvent] = []
  private var texts: [String: HeldText] = [:]

  private struct HeldEvent: Sendable {
    var event: RecordedEvent
    /// For each piece of text in it where the piece ends, counted from the text's beginning.
    var ends: [(track: String, end: Int)]
  }

  /// A text of which pieces are held back.
  fileprivate struct HeldText: Sendable {
    /// The end of what was passed on, and all that is held.
    var bytes: [UInt8] = []
    /// How many bytes came before ``bytes``.
    var before = 0
    /// How many bytes of ``bytes`` were passed on.
    var passedOn = 0
    /// From where on something may still go on, counted from the text's beginning.
    var open = 0
    /// What was found, counted from the text's beginning; it must be passed on whole.
    var found: [Range<Int>] = []
    var searched = 0

    var end: Int { before + bytes.count }
  }

  /// Bytes of what was passed on that are kept, so that a name before a value is still seen.
  private static let mostContext = 256
  /// A text of more held bytes is searched only when it has doubled, so that the whole takes time in proportion to it.
  private static let alwaysSearched = 4096

  init(_ redaction: ExchangeRedaction) { self.redaction = redaction }

  /// Why something was not searched through; the exchange must not be kept then.
  var unsearched: UnsearchedText? { redaction.unsearched }

  /// Takes the next event and gives those that can be passed on, redacted.
  mutating func feed(_ event: RecordedEvent) -> [RecordedEvent] {
    guard redaction.redactor.personalData.isEmpty else {
      held.append(HeldEvent(event: event, ends: []))
      return []
    }
    var ends: [(track: String, end: Int)] = []
    var touched: [String] = []
    _ = StreamFragments.mapped(event.data) { track, piece in
      texts[track, default: HeldText()].bytes += piece.utf8
      ends.append((track, texts[track]?.end ?? 0))
      if piece.utf8.contains(where: Self.isBlank) { touched.append(track) }
      return piece
    }
    held.append(HeldEvent(event: event, ends: ends))
    for track in touched { search(track) }
    let count = held.firstIndex { held in held.ends.contains { $0.end > texts[$0.track]?.open ?? 0 } } ?? held.count
    return passOn(countWithoutParts(count))
  }

  /// Gives the events that were still held back, redacted.
  mutating func finish() -> [RecordedEvent] { passOn(held.count) }

  /// A text of the same exchange, redacted.
  mutating func redact(_ text: String) -> String { redaction.redact(text) }

  /// As many of the first held events as end with no part of something whose rest is in a later one.
  private func countWithoutParts(_ count: Int) -> Int {
    var count = count
    while count > 0 {
      var ends: [String: Int] = [:]
      for (track, end) in held.prefix(count).flatMap(\.ends) { ends[track] = end }
      var fewer = count
      for (track, end) in ends {
        guard let part = texts[track]?.found.first(where: { $0.lowerBound < end && end < $0.upperBound }) else {
          continue
        }
        let first = held.firstIndex { held in held.ends.contains { $0.track == track && $0.end > part.lowerBound } }
        fewer = min(fewer, first ?? 0)
      }
      if fewer == count { return count }
      count = fewer
    }
    return 0
  }

  private mutating func passOn(_ count: Int) -> [RecordedEvent] {
    guard count > 0 else { return [] }
    let passed = held.prefix(count)
    var context: [String: [UInt8]] = [:]
    for (track, _) in passed.flatMap(\.ends) {
      context[track] = texts[track].map { Array($0.bytes.prefix($0.passedOn)) }
    }
    let redacted = redaction.redact(passed.map(\.event), after: context)
    for (track, end) in passed.flatMap(\.ends) { texts[track]?.pass(to: end, keeping: Self.mostContext) }
    held.removeFirst(count)
    return redacted
  }

  // MARK: What may go on

  private mutating func search(_ track: String) {
    guard var text = texts[track] else { return }
    let count = text.bytes.count
    if count > Self.alwaysSearched, count < text.searched * 2 { return }
    text.searched = count
    var start = count
    while start > 0, !Self.isBlank(text.bytes[start - 1]) { start -= 1 }
    let passages = text.bytes.withUnsafeBufferPointer { (try? redaction.redactor.passages(in: $0)) ?? [] }
    if let last = passages.last, last.range.upperBound == count { start = min(start, last.range.lowerBound) }
    text.found = passages.map { $0.range.lowerBound + text.before..<$0.range.upperBound + text.before }
    let ending = text.bytes.suffix(Self.longestOpening)
    if let opening = ending.lastIndex(of: 0x2D).map({ Self.beginOfDashes($0, in: ending) }),
      text.bytes[opening...].starts(with: Self.privateKey.prefix(count - opening))
    {
      start = min(start, opening)
    }
    text.open = text.before + start
    texts[track] = text
  }

  private static let privateKey = Array("-----BEGIN ".utf8)
  private static let longestOpening = 64

  /// The first of the up to five dashes that end here.
  private static func beginOfDashes(_ last: Int, in bytes: ArraySlice<UInt8>) -> Int {
    var first = last
    while first > bytes.startIndex, last - first < 4, bytes[first - 1] == 0x2D { first -= 1 }
    return first
  }

  /// Blanks, and the first byte of letters that are written without blanks between words: no credential holds them.
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte >= 0xE0
  }
}

extension StreamRedaction.HeldText {
  /// Takes note of what was passed on and forgets it but for an end that begins with a word.
  fileprivate mutating func pass(to end: Int, keeping most: Int) {
    passedOn = end - before
    guard passedOn > most * 2 else { return }
    var first = passedOn - most
    while first < passedOn, bytes[first - 1] != 0x20, bytes[first - 1] != 0x0A { first += 1 }
    bytes.removeFirst(first)
    before += first
    passedOn -= first
    searched = 0
  }
}

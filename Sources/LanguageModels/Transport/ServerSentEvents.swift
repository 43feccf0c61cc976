/// One event of a `text/event-stream` (WHATWG HTML, section 9.2, "Server-sent events").
public struct ServerSentEvent: Sendable, Hashable {
  /// The type that the event names; nil where it names none.
  public var event: String?
  /// The data, several lines joined with a line feed.
  public var data: String
  /// The identifier that this event itself gives; nil where it gives none.
  public var id: String?

  /// Makes an event.
  public init(event: String? = nil, data: String, id: String? = nil) {
    self.event = event
    self.data = data
    self.id = id
  }

  /// The event as it is sent, with the blank line that ends it.
  ///
  /// Decoding it gives the event back, except that the format has one kind of line end: a carriage return in the data
  /// comes back as a line feed. Line breaks in the type and the identifier cannot be written and are left out.
  public var encoded: [UInt8] {
    var bytes: [UInt8] = []
    func append(_ name: String, _ value: some Sequence<UInt8>) {
      bytes += name.utf8
      bytes += ": ".utf8
      bytes += value
      bytes.append(ServerSentEventDecoder.lineFeed)
    }
    func isInLine(_ byte: UInt8) -> Bool {
      byte != ServerSentEventDecoder.lineFeed && byte != ServerSentEventDecoder.carriageReturn
    }
    if let event { append("event", event.utf8.filter(isInLine)) }
    if let id { append("id", id.utf8.filter(isInLine)) }
    var line: [UInt8] = []
    var previous: UInt8 = 0
    for byte in data.utf8 {
      if isInLine(byte) {
        line.append(byte)
      } else if byte == ServerSentEventDecoder.carriageReturn || previous != ServerSentEventDecoder.carriageReturn {
        append("data", line)
        line.removeAll(keepingCapacity: true)
      }
      previous = byte
    }
    append("data", line)
    bytes.append(ServerSentEventDecoder.lineFeed)
    return bytes
  }
}

/// Reads a `text/event-stream` piece by piece (WHATWG HTML, section 9.2.6).
///
/// Lines end with CRLF, LF or CR; comments are skipped; a byte order mark at the very beginning is ignored; the bytes
/// are UTF-8, and what is not becomes U+FFFD. However the bytes are cut into pieces, the events are the same. Two
/// things are wider than the standard, because model servers need them: an event whose closing blank line is missing at the
/// end of the stream counts, see ``finish()``, and `retry` is ignored.
public struct ServerSentEventDecoder: Sendable {
  /// The most bytes of one event and of one line, 64 MiB unless told otherwise.
  public let maximumEventBytes: Int
  /// How many events were left out because they were longer than ``maximumEventBytes``.
  ///
  /// A reader that needs every event treats a number above zero as a fault.
  public private(set) var droppedEvents = 0

  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D

  private var line: [UInt8] = []
  private var lineIsBlank = true
  private var event: String?
  private var id: String?
  private var data: [UInt8] = []
  private var hasData = false
  private var isTooLong = false
  private var isAtStart = true
  private var skipsLineFeed = false

  /// Makes a decoder at the beginning of a stream.
  public init(maximumEventBytes: Int = 64 << 20) { self.maximumEventBytes = maximumEventBytes }

  /// Takes the next bytes and gives the events that they complete.
  public mutating func feed(_ bytes: [UInt8]) -> [ServerSentEvent] {
    var events: [ServerSentEvent] = []
    var start = 0
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if skipsLineFeed {
        skipsLineFeed = false
        if byte == Self.lineFeed {
          position += 1
          start = position
          continue
        }
      }
      if byte == Self.lineFeed || byte == Self.carriageReturn {
        extendLine(with: bytes[start..<position])
        skipsLineFeed = byte == Self.carriageReturn
        start = position + 1
        if let event = endLine() { events.append(event) }
      }
      position += 1
    }
    extendLine(with: bytes[start...])
    return events
  }

  /// Ends the stream and gives the event that was still open, if it has any data.
  ///
  /// The standard drops such an event; servers that close right after their last line are read all the same.
  public mutating func finish() -> ServerSentEvent? {
    skipsLineFeed = false
    if !lineIsBlank, let event = endLine() { return event }
    return endEvent()
  }

  private mutating func extendLine(with bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    lineIsBlank = false
    guard !isTooLong else { return }
    if line.count + bytes.count + data.count > maximumEventBytes {
      isTooLong = true
      line = []
      data = []
    } else {
      line += bytes
    }
  }

  private mutating func endLine() -> ServerSentEvent? {
    let isBlank = lineIsBlank
    lineIsBlank = true
    if isBlank { return endEvent() }
    guard !isTooLong else { return nil }
    if isAtStart {
      isAtStart = false
      if line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
      if line.isEmpty { return endEvent() }
    }
    readField()
    line.removeAll(keepingCapacity: true)
    return nil
  }

  private mutating func readField() {
    let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
    var value = line[colon...].dropFirst()
    if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
    switch String(decoding: line[..<colon], as: UTF8.self) {
    case "data":
      if hasData { data.append(Self.lineFeed) }
      hasData = true
      data += value
    case "event": event = value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
    case "id": if !value.contains(0) { id = String(decoding: value, as: UTF8.self) }
    default: break
    }
  }

  private mutating func endEvent() -> ServerSentEvent? {
    isAtStart = false
    let ended =
      hasData && !isTooLong
      ? ServerSentEvent(event: event, data: String(decoding: data, as: UTF8.self), id: id) : nil
    if isTooLong { droppedEvents += 1 }
    event = nil
    id = nil
    hasData = false
    isTooLong = false
    data.removeAll(keepingCapacity: data.count < 1 << 16)
    return ended
  }
}

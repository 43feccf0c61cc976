#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Android)
  import Android
#endif

/// Makes requests of the bytes of one connection, however they are cut up on their way.
struct RequestReader {
  enum Step {
    case needsMoreBytes
    /// The client waits to be told to send the body.
    case expectsContinue
    case request(RequestHead, body: [UInt8])
  }

  private enum Stage {
    case requestLine, fields, length, chunkSize, chunk, chunkEnd, trailers
  }

  private let rules: RequestRules
  private var input: [UInt8] = []
  private var position = 0
  /// How far the current line has been searched for its end.
  private var searched = 0
  private var stage = Stage.requestLine
  private var lineBytes = 0
  private var head: RequestHead?
  private var body: [UInt8] = []
  private var remaining = 0

  init(rules: RequestRules) {
    self.rules = rules
  }

  /// Bytes that have arrived and are not part of a request yet.
  var unread: Int { input.count - position }

  /// Whether a request has begun and is not complete.
  var isInsideRequest: Bool { head != nil || unread > 0 }

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    input.append(contentsOf: bytes)
  }

  /// Goes on reading; to be called again until it needs more bytes.
  mutating func next() throws(RequestRefusal) -> Step {
    while true {
      switch stage {
      case .requestLine:
        guard let line = try nextLine(tooLong: 414) else { return .needsMoreBytes }
        // RFC 9112 §2.2: an empty line before a request is passed over.
        if line.isEmpty { continue }
        head = try RequestHead(line: line)
        stage = .fields
      case .fields:
        guard let line = try nextLine(tooLong: 431) else { return .needsMoreBytes }
        if line.isEmpty {
          if let step = try beginBody() { return step }
        } else {
          try head?.append(field: line)
        }
      case .length:
        guard takeBody() else { return .needsMoreBytes }
        return complete()
      case .chunkSize:
        lineBytes = 0
        guard let line = try nextLine(tooLong: 400) else { return .needsMoreBytes }
        remaining = try Self.chunkSize(line)
        guard remaining <= rules.limits.bodyBytes - body.count else {
          throw .bodyTooLarge(limit: rules.limits.bodyBytes)
        }
        lineBytes = 0
        stage = remaining == 0 ? .trailers : .chunk
      case .chunk:
        guard takeBody() else { return .needsMoreBytes }
        stage = .chunkEnd
      case .chunkEnd:
        guard let line = try nextLine(tooLong: 400) else { return .needsMoreBytes }
        guard line.isEmpty else { throw .malformed("a chunk is longer than its announced size.") }
        stage = .chunkSize
      case .trailers:
        guard let line = try nextLine(tooLong: 431) else { return .needsMoreBytes }
        if line.isEmpty { return complete() }
      }
    }
  }

  private mutating func beginBody() throws(RequestRefusal) -> Step? {
    guard let head else { return nil }
    try head.checkHost(requiresLoopback: rules.requiresLoopbackHost)
    switch try head.framing(bodyLimit: rules.limits.bodyBytes) {
    case .none: return complete()
    case .length(let count):
      remaining = count
      body.reserveCapacity(min(count, 1 << 20))
      stage = .length
    case .chunked: stage = .chunkSize
    }
    return head.expectsContinue && unread == 0 ? .expectsContinue : nil
  }

  private mutating func complete() -> Step {
    guard let head else { return .needsMoreBytes }
    let step = Step.request(head, body: body)
    self.head = nil
    body = []
    lineBytes = 0
    stage = .requestLine
    return step
  }

  /// Moves what has arrived into the body; true when the part announced is complete.
  private mutating func takeBody() -> Bool {
    let end = position + min(remaining, unread)
    body.append(contentsOf: input[position..<end])
    remaining -= end - position
    position = end
    dropUsed()
    return remaining == 0
  }

  /// The next line without its CR LF; nil when its end has not arrived.
  private mutating func nextLine(tooLong status: Int) throws(RequestRefusal) -> ArraySlice<UInt8>? {
    let start = position
    let from = max(searched, start)
    let end = input.withUnsafeBytes { bytes -> Int? in
      guard from < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + from, 0x0A, bytes.count - from)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
    guard lineBytes + (end.map { $0 + 1 } ?? input.count) - start <= rules.limits.headerBytes else {
      throw RequestRefusal(
        status: status,
        explanation: "The \(status == 414 ? "request line" : "header") is larger than this server's limit of "
          + "\(rules.limits.headerBytes) bytes.")
    }
    guard let end else {
      searched = input.count
      return nil
    }
    guard end > start, input[end - 1] == 0x0D else { throw .malformed("a line must end with CR LF.") }
    let line = input[start..<(end - 1)]
    guard !line.contains(0x0D) else { throw .malformed("a CR stands inside a line.") }
    lineBytes += end + 1 - start
    position = end + 1
    dropUsed()
    return line
  }

  private mutating func dropUsed() {
    if position == input.count {
      input.removeAll(keepingCapacity: input.capacity <= 1 << 20)
      position = 0
      searched = 0
    } else if position > 64 << 10 {
      input.removeSubrange(..<position)
      position = 0
      searched = 0
    }
  }

  /// The number in front of a chunk; what follows a semicolon is an extension and ignored (RFC 9112 §7.1.1).
  private static func chunkSize(_ line: ArraySlice<UInt8>) throws(RequestRefusal) -> Int {
    let digits = line.prefix(while: \.isHexDigit)
    let rest = line[digits.endIndex...].drop { $0 == 0x20 || $0 == 0x09 }
    guard digits.count <= 15, rest.isEmpty || rest.first == UInt8(ascii: ";"),
      let size = Int(String(decoding: digits, as: UTF8.self), radix: 16)
    else {
      throw .malformed("the size of a chunk is not a hexadecimal number.")
    }
    return size
  }
}

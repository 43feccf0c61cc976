/// One client's connection; used by the server's thread alone.
final class Connection {
  enum Phase {
    /// A request is awaited or arriving.
    case receiving
    /// A handler works on a request, or its answer is on the way.
    case answering
    /// The answer is out and nothing more is sent. The client's bytes are read and dropped until it closes too: closing
    /// with bytes unread would reset the connection, and the client might lose the answer (RFC 9112 §9.6).
    case lingering
    case closed
  }

  let id: Int
  let socket: Socket
  private(set) var phase = Phase.receiving
  private(set) var deadline: ContinuousClock.Instant?

  private var reader: RequestReader
  private var exchange: Exchange?
  private var output: [(bytes: [UInt8], written: CheckedContinuation<Void, any Error>?)] = []
  private var outputStart = 0
  private var ending: Delivery.Ending?
  private var clientHasEnded = false
  private let rules: RequestRules
  private let makeExchange: (Connection, RequestHead, [UInt8]) -> Exchange

  init(
    id: Int, socket: Socket, rules: RequestRules,
    makeExchange: @escaping (Connection, RequestHead, [UInt8]) -> Exchange
  ) {
    self.id = id
    self.socket = socket
    self.rules = rules
    self.reader = RequestReader(rules: rules)
    self.makeExchange = makeExchange
    extendDeadline()
  }

  var wantsToSend: Bool { !output.isEmpty }

  /// Requests sent ahead of their turn are read only up to a limit; the rest waits with the client.
  var wantsToReceive: Bool {
    phase != .closed && !clientHasEnded && (phase != .answering || reader.unread < rules.limits.headerBytes)
  }

  // MARK: What the poll reports

  func receive(using buffer: UnsafeMutableRawBufferPointer) {
    // A bound, so that one busy client does not keep the thread from the others.
    for _ in 0..<16 where phase != .closed && wantsToReceive {
      switch socket.receive(into: buffer) {
      case .bytes(let count):
        guard phase != .lingering else { continue }
        reader.append(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        extendDeadline()
        advance()
        if count < buffer.count { return }
      case .nothingYet: return
      case .ended:
        clientHasEnded = true
        if phase == .answering {
          exchange?.cancel(.clientDisconnected)
        } else {
          close(.clientDisconnected)
        }
      case .failed: close(.clientDisconnected)
      }
    }
  }

  /// The connection is dead in both directions, or its reading end reports an end that is already known.
  func hangUp(using buffer: UnsafeMutableRawBufferPointer) {
    if wantsToReceive { receive(using: buffer) } else { close(.clientDisconnected) }
  }

  func send() {
    while phase != .closed, let first = output.first {
      switch socket.send(first.bytes, from: outputStart) {
      case .bytes(let count):
        outputStart += count
        extendDeadline()
        guard outputStart == first.bytes.count else { continue }
        output.removeFirst()
        outputStart = 0
        first.written?.resume()
      case .notNow: return
      case .failed: close(.clientDisconnected)
      }
    }
    if phase != .closed { finishIfSent() }
  }

  func timeOut() {
    if phase == .receiving, reader.isInsideRequest, output.isEmpty, ending == nil {
      refuse(.timedOut)
    } else {
      close(.clientDisconnected)
    }
  }

  // MARK: What the handler's task asks for

  func apply(_ delivery: Delivery) {
    guard phase == .answering, ending == nil, exchange?.serial == delivery.exchange.serial else {
      delivery.written?.resume(throwing: delivery.exchange.reasonEnded)
      return
    }
    if case .drop? = delivery.ending {
      delivery.written?.resume(throwing: delivery.exchange.reasonEnded)
      close(.clientDisconnected)
      return
    }
    for piece in delivery.pieces.dropLast() where !piece.isEmpty { output.append((piece, nil)) }
    if let last = delivery.pieces.last, !last.isEmpty {
      output.append((last, delivery.written))
    } else {
      delivery.written?.resume()
    }
    ending = delivery.ending
    extendDeadline()
    send()
  }

  /// Closes now. The handler is cancelled, and writes under way throw.
  func close(_ reason: LoopbackWriteError) {
    guard phase != .closed else { return }
    phase = .closed
    socket.close()
    exchange?.cancel(reason)
    let error = exchange?.reasonEnded ?? reason
    exchange = nil
    let unsent = output
    output = []
    for piece in unsent { piece.written?.resume(throwing: error) }
  }

  // MARK: From request to request

  /// Reads requests from what has arrived until one must be answered or more bytes are needed.
  private func advance() {
    while phase == .receiving, ending == nil {
      do throws(RequestRefusal) {
        switch try reader.next() {
        case .needsMoreBytes:
          if clientHasEnded { close(.clientDisconnected) }
          return
        case .expectsContinue:
          output.append((AnswerBytes.continueLine, nil))
          send()
        case .request(let head, let body):
          phase = .answering
          exchange = makeExchange(self, head, body)
          extendDeadline()
        }
      } catch {
        refuse(error)
      }
    }
  }

  private func refuse(_ refusal: RequestRefusal) {
    phase = .answering
    output.append((refusal.answer, nil))
    ending = .close
    extendDeadline()
    send()
  }

  private func finishIfSent() {
    guard output.isEmpty else { return }
    guard let ending else {
      extendDeadline()
      return
    }
    switch ending {
    case .keepAlive:
      self.ending = nil
      exchange = nil
      phase = .receiving
      extendDeadline()
      advance()
    case .close:
      exchange?.end(LoopbackWriteError.responseEnded)
      exchange = nil
      if clientHasEnded {
        close(.responseEnded)
      } else {
        phase = .lingering
        self.ending = nil
        socket.shutDownSending()
        deadline = .now + min(rules.limits.idleTime, .seconds(5))
      }
    case .reset, .drop:
      socket.resetOnClose()
      exchange?.end(LoopbackWriteError.responseEnded)
      exchange = nil
      close(.responseEnded)
    }
  }

  private func extendDeadline() {
    switch phase {
    case .receiving: deadline = .now + rules.limits.idleTime
    case .answering:
      let waitsForHandler = output.isEmpty && ending == nil
      deadline = waitsForHandler ? nil : .now + rules.limits.idleTime
    case .lingering, .closed: break
    }
  }
}

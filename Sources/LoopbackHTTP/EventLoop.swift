#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Android)
  import Android
#endif

/// The server's thread: waits for sockets and for the inbox, and moves each connection on.
///
/// It is made on its thread and never leaves it, so its state needs no lock.
final class EventLoop {
  private let listener: Socket
  private let inbox: Inbox
  private let arrivals: AsyncStream<Exchange>.Continuation
  private let rules: RequestRules
  private var connections: [Int: Connection] = [:]
  private var lastConnection = 0
  private var lastExchange = 0
  /// Set while the process has no descriptor left, when polling the listener would spin.
  private var acceptsAgain: ContinuousClock.Instant?

  init(listener: Socket, inbox: Inbox, arrivals: AsyncStream<Exchange>.Continuation, rules: RequestRules) {
    self.listener = listener
    self.inbox = inbox
    self.arrivals = arrivals
    self.rules = rules
  }

  func run() {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 1)
    defer { buffer.deallocate() }
    while true {
      let (deliveries, isStopping) = inbox.take()
      if isStopping {
        shutDown(deliveries)
        return
      }
      for delivery in deliveries { apply(delivery) }
      closeOverdue()
      connections = connections.filter { $0.value.phase != .closed }
      wait(using: buffer)
    }
  }

  private func wait(using buffer: UnsafeMutableRawBufferPointer) {
    let polled = Array(connections.values)
    let accepts = acceptsAgain == nil && connections.count < rules.limits.connections
    var polls = [
      pollfd(descriptor: inbox.readable.descriptor, events: POLLIN),
      pollfd(descriptor: accepts ? listener.descriptor : -1, events: POLLIN),
    ]
    for connection in polled {
      polls.append(
        pollfd(
          descriptor: connection.socket.descriptor,
          events: (connection.wantsToReceive ? POLLIN : 0) | (connection.wantsToSend ? POLLOUT : 0)))
    }
    // An interrupted poll leaves no results; the next round polls again.
    guard poll(&polls, nfds_t(polls.count), millisecondsToWait()) > 0 else { return }
    for (connection, result) in zip(polled, polls.dropFirst(2)) {
      if result.reports(POLLOUT) { connection.send() }
      if result.reports(POLLIN), connection.wantsToReceive {
        connection.receive(using: buffer)
      } else if result.reports(POLLERR | POLLHUP | POLLNVAL) {
        connection.hangUp(using: buffer)
      }
    }
    if polls[1].reports(POLLIN) { acceptWaiting() }
  }

  private func acceptWaiting() {
    while connections.count < rules.limits.connections {
      switch listener.acceptConnection() {
      case .connection(let socket):
        lastConnection += 1
        connections[lastConnection] = Connection(id: lastConnection, socket: socket, rules: rules) {
          [unowned self] connection, head, body in
          makeExchange(connection, head, body)
        }
      case .noneWaiting: return
      case .exhausted:
        acceptsAgain = .now + .milliseconds(50)
        return
      }
    }
  }

  private func makeExchange(_ connection: Connection, _ head: RequestHead, _ body: [UInt8]) -> Exchange {
    lastExchange += 1
    let exchange = Exchange(connection: connection.id, serial: lastExchange, head: head, body: body, inbox: inbox)
    arrivals.yield(exchange)
    return exchange
  }

  private func apply(_ delivery: Delivery) {
    if let connection = connections[delivery.exchange.connection] {
      connection.apply(delivery)
    } else {
      delivery.written?.resume(throwing: delivery.exchange.reasonEnded)
    }
  }

  private func closeOverdue() {
    let now = ContinuousClock.now
    if let again = acceptsAgain, again <= now { acceptsAgain = nil }
    for connection in connections.values {
      if let deadline = connection.deadline, deadline <= now { connection.timeOut() }
    }
  }

  /// Until the next deadline, rounded up; -1, for ever, when there is none.
  private func millisecondsToWait() -> Int32 {
    let deadlines = connections.values.compactMap(\.deadline) + (acceptsAgain.map { [$0] } ?? [])
    guard let next = deadlines.min() else { return -1 }
    let (seconds, attoseconds) = (next - .now).components
    let milliseconds = min(max(0, seconds), 86_400) * 1_000 + attoseconds / 1_000_000_000_000_000 + 1
    return Int32(max(0, milliseconds))
  }

  private func shutDown(_ deliveries: [Delivery]) {
    arrivals.finish()
    listener.close()
    for connection in connections.values { connection.close(.serverStopped) }
    connections = [:]
    for delivery in deliveries { delivery.written?.resume(throwing: LoopbackWriteError.serverStopped) }
    inbox.finish()
  }
}

extension pollfd {
  fileprivate init(descriptor: Int32, events: Int32) {
    self.init(fd: descriptor, events: Int16(truncatingIfNeeded: events), revents: 0)
  }

  fileprivate func reports(_ events: Int32) -> Bool {
    Int32(revents) & events != 0
  }
}

import Synchronization

/// Bytes on their way from a handler's task to the thread that owns the connection.
struct Delivery: Sendable {
  /// What becomes of the connection once the pieces are sent.
  enum Ending: Sendable {
    case keepAlive, close, reset
    /// Closed at once; what is still unsent is thrown away.
    case drop
  }

  let exchange: Exchange
  let pieces: [[UInt8]]
  let ending: Ending?
  let written: CheckedContinuation<Void, any Error>?
}

/// Where tasks leave what the server's thread shall do, and wake it from its poll.
final class Inbox: Sendable {
  private struct State {
    var deliveries: [Delivery] = []
    var isStopping = false
    var isFinished = false
    var waiters: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())
  private let wake: WakePipe

  init(wake: WakePipe) {
    self.wake = wake
  }

  /// The socket that becomes readable when there is something to take.
  var readable: Socket { wake.readable }

  func post(_ delivery: Delivery) {
    let isAccepted = state.withLock { state in
      guard !state.isFinished else { return false }
      state.deliveries.append(delivery)
      // Under the lock, so that the pipe cannot be closed and its number reused meanwhile.
      if state.deliveries.count == 1 { wake.signal() }
      return true
    }
    if !isAccepted { delivery.written?.resume(throwing: LoopbackWriteError.serverStopped) }
  }

  /// Asks the thread to end; `waiter` is resumed when it has, at once if it already did.
  func requestStop(waiter: CheckedContinuation<Void, Never>?) {
    let isFinished = state.withLock { state in
      guard !state.isFinished else { return true }
      state.isStopping = true
      if let waiter { state.waiters.append(waiter) }
      wake.signal()
      return false
    }
    if isFinished { waiter?.resume() }
  }

  func take() -> (deliveries: [Delivery], isStopping: Bool) {
    state.withLock { state in
      wake.clear()
      defer { state.deliveries = [] }
      return (state.deliveries, state.isStopping)
    }
  }

  /// Called by the thread as its last act: refuses what is left and lets those go who wait for the end.
  func finish() {
    let (deliveries, waiters) = state.withLock { state in
      state.isFinished = true
      wake.close()
      defer {
        state.deliveries = []
        state.waiters = []
      }
      return (state.deliveries, state.waiters)
    }
    for delivery in deliveries { delivery.written?.resume(throwing: LoopbackWriteError.serverStopped) }
    for waiter in waiters { waiter.resume() }
  }
}

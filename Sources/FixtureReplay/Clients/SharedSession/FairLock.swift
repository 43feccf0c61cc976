import Synchronization

/// A lock that tasks wait for without blocking a thread, in the order in which they came.
final class FairLock: Sendable {
  private struct State {
    var isHeld = false
    var waiting: [(ticket: Int, continuation: CheckedContinuation<Bool, Never>)] = []
    var nextTicket = 0
    /// Tickets whose task was cancelled before it began to wait.
    var cancelled: Set<Int> = []
  }

  private let state = Mutex(State())

  /// Runs a body while nobody else's runs.
  ///
  /// - Throws: `CancellationError` for a task that is cancelled while it waits; else what the body throws.
  func withLock<R>(
    isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> R
  ) async throws -> R {
    try await acquire()
    defer { release() }
    return try await body()
  }

  /// How many tasks wait.
  var waitingCount: Int { state.withLock { $0.waiting.count } }

  private func acquire() async throws(CancellationError) {
    let ticket = state.withLock { state in
      state.nextTicket += 1
      return state.nextTicket
    }
    let isMine = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let answer: Bool? = state.withLock { state in
          if state.cancelled.remove(ticket) != nil { return false }
          guard state.isHeld else {
            state.isHeld = true
            return true
          }
          state.waiting.append((ticket, continuation))
          return nil
        }
        if let answer { continuation.resume(returning: answer) }
      }
    } onCancel: {
      let continuation: CheckedContinuation<Bool, Never>? = state.withLock { state in
        guard let index = state.waiting.firstIndex(where: { $0.ticket == ticket }) else {
          state.cancelled.insert(ticket)
          return nil
        }
        return state.waiting.remove(at: index).continuation
      }
      continuation?.resume(returning: false)
    }
    // A cancellation that came when the lock was had leaves its ticket behind.
    state.withLock { _ = $0.cancelled.remove(ticket) }
    if !isMine { throw CancellationError() }
  }

  private func release() {
    let next = state.withLock { state -> CheckedContinuation<Bool, Never>? in
      if state.waiting.isEmpty {
        state.isHeld = false
        return nil
      }
      return state.waiting.removeFirst().continuation
    }
    next?.resume(returning: true)
  }
}

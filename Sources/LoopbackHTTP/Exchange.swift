import Synchronization

/// One request with the task that answers it: the thread's handle on the task, and the task's way to the thread.
final class Exchange: Sendable {
  private struct State {
    var task: Task<Void, Never>?
    var ended: (any Error)?
    var isCancelled = false
  }

  let connection: Int
  let serial: Int
  private let head: RequestHead
  private let request: LoopbackRequest
  private let inbox: Inbox
  private let state = Mutex(State())

  init(connection: Int, serial: Int, head: RequestHead, body: [UInt8], inbox: Inbox) {
    self.connection = connection
    self.serial = serial
    self.head = head
    self.request = LoopbackRequest(
      method: head.method, path: head.path, query: head.query, headers: head.fields, body: body)
    self.inbox = inbox
  }

  /// Starts the handler in a task that inherits the task-local values of the current one.
  func begin(_ handler: @escaping @Sendable (LoopbackRequest) async -> LoopbackResponse) {
    state.withLock { state in
      let task = Task { await answer(await handler(request)) }
      state.task = task
      if state.isCancelled { task.cancel() }
    }
  }

  /// Makes later writes throw, without cancelling; the first reason given stands.
  func end(_ reason: any Error) {
    state.withLock { $0.ended = $0.ended ?? reason }
  }

  /// Makes later writes throw and cancels the handler.
  func cancel(_ reason: LoopbackWriteError) {
    let task = state.withLock { state in
      state.ended = state.ended ?? reason
      state.isCancelled = true
      return state.task
    }
    task?.cancel()
  }

  func checkOpen() throws {
    if let ended = state.withLock({ $0.ended }) { throw ended }
  }

  /// Why this exchange ended, for a write that was under way.
  var reasonEnded: any Error {
    state.withLock { $0.ended } ?? LoopbackWriteError.responseEnded
  }

  func deliver(_ delivery: Delivery) {
    inbox.post(delivery)
  }

  private func answer(_ response: LoopbackResponse) async {
    let bytes = AnswerBytes(to: head, response: response)
    let afterwards: Delivery.Ending = bytes.keepsAlive ? .keepAlive : .close
    switch response.content {
    case _ where bytes.isRefused || bytes.hasNoBody:
      finish([bytes.head], afterwards)
    case .whole(let body):
      finish(bytes.joined(with: body), afterwards)
    case .halfSent(let sent, let announcedLength, let ending):
      finish(bytes.joined(with: Array(sent.prefix(announcedLength))), ending.resets ? .reset : .close)
    case .raw(let raw, let ending):
      finish([raw], ending.resets ? .reset : .close)
    case .stream(let write):
      deliver(Delivery(exchange: self, pieces: [bytes.head], ending: nil, written: nil))
      do {
        try await write(LoopbackResponseWriter(exchange: self, isChunked: bytes.isChunked))
        finish(bytes.isChunked ? [AnswerBytes.lastChunk] : [], afterwards)
      } catch {
        finish([], .close)
      }
      end(LoopbackWriteError.responseEnded)
    }
  }

  private func finish(_ pieces: [[UInt8]], _ ending: Delivery.Ending) {
    deliver(Delivery(exchange: self, pieces: pieces, ending: ending, written: nil))
  }
}

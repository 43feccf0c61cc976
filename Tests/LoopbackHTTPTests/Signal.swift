/// Something that one task waits for and another announces; waiting ends early when the waiting task is cancelled.
struct Signal<Value: Sendable>: Sendable {
  private let stream: AsyncStream<Value>
  private let continuation: AsyncStream<Value>.Continuation

  init() {
    (stream, continuation) = AsyncStream.makeStream()
  }

  func announce(_ value: Value) {
    continuation.yield(value)
  }

  /// The next value announced; nil when cancelled.
  func next() async -> Value? {
    await stream.first { _ in true }
  }
}

extension Signal<Void> {
  func announce() { announce(()) }
}

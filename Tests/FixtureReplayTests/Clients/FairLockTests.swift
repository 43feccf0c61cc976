import Testing

@testable import FixtureReplay

@Suite("Fair locks")
struct FairLockTests {
  @Test("One body runs at a time, and everybody gets a turn")
  func exclusion() async throws {
    let lock = FairLock()
    let inside = Guarded(0)
    let most = Guarded(0)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 1...100 {
        group.addTask {
          try await lock.withLock {
            inside.change { $0 += 1 }
            let now = inside.value
            most.change { $0 = max($0, now) }
            await Task.yield()
            inside.change { $0 -= 1 }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(most.value == 1)
  }

  @Test("Who is cancelled while waiting gets an error and no turn, and the others go on in their order")
  func cancellation() async throws {
    let lock = FairLock()
    let order = Guarded<[Int]>([])
    let isOpen = Signal()
    let isHeld = Signal()
    let holder = Task {
      try await lock.withLock {
        await isHeld.happen()
        await isOpen.wait()
      }
    }
    await isHeld.wait()
    let waiting = Guarded<[Task<Void, any Error>]>([])
    for number in 1...5 {
      let task = Task { try await lock.withLock { order.change { $0.append(number) } } }
      waiting.change { $0.append(task) }
      while lock.waitingCount < number { await Task.yield() }
    }
    waiting.value[2].cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value[2].value }
    await isOpen.happen()
    try await holder.value
    for task in waiting.value { _ = await task.result }
    #expect(order.value == [1, 2, 4, 5])
    // A task that is cancelled before it asks is refused too, and leaves the lock free.
    let late = Task {
      while !Task.isCancelled { await Task.yield() }
      try await lock.withLock {}
    }
    late.cancel()
    _ = await late.result
    try await lock.withLock {}
  }
}

/// Lets few processes run at a time.
///
/// A process that waits for a server of this one keeps a core busy, as URL loading does on Linux. Many of them at once
/// leave no core for the server.
actor ProcessTurns {
  static let shared = ProcessTurns()

  private var free = 1
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// Runs a body when its turn has come, in the order in which they ask.
  nonisolated func take<R: Sendable>(_ body: @Sendable () async throws -> R) async rethrows -> R {
    await begin()
    do {
      let result = try await body()
      await end()
      return result
    } catch {
      await end()
      throw error
    }
  }

  private func begin() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  private func end() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}

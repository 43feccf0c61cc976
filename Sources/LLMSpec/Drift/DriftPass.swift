import FixtureReplay
import SpecRecords
import Synchronization

/// One of the two times that a case runs in the mode `drift`, and what it recorded.
final class DriftPass: Sendable {
  /// The pass that the running task belongs to; nil in every other mode.
  @TaskLocal static var current: DriftPass?

  let side: RecordSide
  private let storage = Mutex<[RunRecord]>([])

  init(_ side: RecordSide) { self.side = side }

  /// What happens to the calls of a store whose mode is `drift`.
  var mode: FixtureMode { side == .replayed ? .replay : .live }

  /// What was recorded so far, in order.
  var records: [RunRecord] { storage.withLock { $0 } }

  func note(_ record: RunRecord) { storage.withLock { $0.append(record) } }
}

import Foundation
import SpecRecords
import Synchronization

/// Recorded answers that a test used although they are older than it wants.
public struct FixtureStaleness: Sendable, Hashable, CustomStringConvertible {
  /// The fixture file, from the package's root.
  public let fixture: String
  /// The test.
  public let test: SpecIdentity
  /// What the test wants.
  public let maxAge: FixtureAge
  /// How many of the answers that it used are older.
  public let count: Int
  /// When the oldest of them was recorded: UTC, RFC 3339.
  public let oldest: String
  /// How old that one is, in whole days.
  public let daysOfOldest: Int

  /// One sentence for a person, and the command that records them again.
  public var description: String {
    let answers =
      count == 1 ? "1 recorded answer that this test used is" : "\(count) recorded answers that this test used are"
    return """
      \(answers) older than \(maxAge); the oldest, of \(oldest.prefix(10)), is \(daysOfOldest) days old \
      (\(fixture)). Record again: \(RecordingCommand(mode: .rerecord, test: test))
      """
  }
}

extension FixtureStore {
  /// What the test has used so far of answers that are older than an age; nil where nothing is. An exchange that does
  /// not say when it was recorded has no age.
  ///
  /// - Parameters:
  ///   - maxAge: How old an answer may be.
  ///   - now: The time to compare with; nil for the store's own.
  public func staleness(olderThan maxAge: FixtureAge, now: Date? = nil) -> FixtureStaleness? {
    let now = RecordedTime.seconds(now ?? self.now())
    let (use, loaded) = state.withLock { ($0.use, try? $0.loaded?.get()) }
    guard let exchanges = loaded?.file?.exchanges else { return nil }
    var count = 0
    var oldest: (text: String, seconds: Int)?
    for (position, exchange) in exchanges.enumerated() where use.contains(position) {
      guard let seconds = RecordedTime.seconds(exchange.recorded), now - seconds > maxAge.seconds else { continue }
      count += 1
      if oldest.map({ seconds < $0.seconds }) ?? true { oldest = (exchange.recorded, seconds) }
    }
    guard let oldest else { return nil }
    return FixtureStaleness(
      fixture: root.relativePath(of: file), test: test, maxAge: maxAge, count: count, oldest: oldest.text,
      daysOfOldest: (now - oldest.seconds) / 86_400)
  }
}

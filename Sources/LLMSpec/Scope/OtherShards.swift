import FixtureReplay
import SpecRecords
import Testing

#if canImport(XCTest)
  import XCTest
#endif

extension SpecRun {
  /// Ends a test that another shard runs as skipped, whichever library runs it; does nothing for any other.
  ///
  /// A shard that is none skips nothing: ``checkShard()`` then keeps every scope from opening.
  func skipIfInOtherShard(_ test: SpecIdentity, at location: SourceLocation) throws {
    guard let reason = noteIfInOtherShard(test, at: location) else { return }
    #if canImport(XCTest)
      if Test.current == nil { throw XCTSkip(reason) }
    #endif
    try Test.cancel(Comment(rawValue: reason), sourceLocation: location)
  }

  /// Says that another shard runs a test, in the records too; nil for a test that runs here.
  func noteIfInOtherShard(_ test: SpecIdentity, at location: SourceLocation) -> String? {
    guard case .success(let shard?) = shard else { return nil }
    let owner = SpecShard.owner(of: test.description, count: shard.count)
    guard owner != shard else { return nil }
    if let root = try? root(ofSourceFile: location.filePath) {
      recorder(for: root).record(.skipped(SkippedRecord(spec: test.description, shard: owner.description)))
    }
    return "\(test) is in shard \(owner), and \(SpecShard.variable) is \(shard)"
  }

  /// A value of `LLMSPEC_SHARD` that cannot be understood must not run every spec on every machine, nor none.
  func checkShard() throws(FixtureFault) {
    guard case .failure(let error) = shard else { return }
    throw FixtureFault(.unusableShard, "\(error)")
  }
}

import Foundation
import SpecRecords

/// What the newest run of each test used of its fixture, as the records of the last runs of a package tell.
///
/// A run under a filter covers some tests only, so each test is looked up by itself: the newest process that ran it
/// counts, whatever ran since.
public struct FixtureEvidence: Sendable {
  /// What one process used of one fixture.
  public struct Use: Sendable, Hashable {
    /// The run that the process took part in.
    public var run: String
    /// What it used, all scopes of the test together.
    public var record: FixtureUseRecord
  }

  /// How many runs are looked through at most, newest first.
  public static let mostRuns = 32
  /// How many files of processes are looked through at most: a run of XCTest in parallel has one for each test.
  public static let mostFiles = 20_000

  private struct Key: Hashable {
    var fixture: String
    var spec: String
  }

  private var found: [Key: Use] = [:]

  /// No evidence.
  public init() {}

  /// Reads the records of the last runs of the package at `root`. A file that cannot be read is no evidence.
  public init(root: PackageRoot) {
    let files = Self.files(of: root.url)
    /// What ran in the first so many of the files.
    var ran: (specs: Set<String>, files: Int) = ([], 0)
    for (index, (run, file)) in files.enumerated() {
      guard let records = try? RunDirectory.fixtureUses(in: file) else { continue }
      var uses: [Key: Use] = [:]
      for record in records {
        let key = Key(fixture: record.fixture, spec: record.spec)
        if let earlier = uses[key] {
          uses[key] = Use(run: run, record: earlier.record.merging(record))
        } else {
          uses[key] = Use(run: run, record: record)
        }
      }
      if uses.contains(where: { $0.value.record.exchanges == 0 && found[$0.key] == nil }) {
        for (_, file) in files[ran.files..<index] {
          ran.specs.formUnion((try? RunDirectory.specsThatRan(in: file)) ?? [])
        }
        ran.files = index
        // A test that calls no model any more and has no fixture leaves no record of one.
        uses = uses.filter { $0.value.record.exchanges > 0 || !ran.specs.contains($0.key.spec) }
      }
      found.merge(uses) { newer, _ in newer }
    }
  }

  /// What the newest run of a test used of a fixture; nil where none of the last runs tells.
  public subscript(fixture fixture: String, of test: String) -> Use? {
    get { found[Key(fixture: fixture, spec: test)] }
    set { found[Key(fixture: fixture, spec: test)] = newValue }
  }

  /// All that is known, in the order of the fixtures' paths.
  public var uses: [Use] {
    found.values.sorted { ($0.record.fixture, $0.record.spec) < ($1.record.fixture, $1.record.spec) }
  }

  /// The files of the last runs, newest first.
  private static func files(of root: URL) -> [(run: String, file: URL)] {
    let runs = RunDirectory.list(of: root).map { (directory: $0, changed: changed($0.url), name: $0.run) }
      .sorted { ($0.changed, $0.name) > ($1.changed, $1.name) }.prefix(mostRuns)
    let files = runs.lazy.flatMap { run in
      run.directory.files.map { (run: run.name, file: $0, changed: changed($0), name: $0.path) }
    }
    return files.prefix(mostFiles).sorted { ($0.changed, $0.name) > ($1.changed, $1.name) }.map { ($0.run, $0.file) }
  }

  private static func changed(_ url: URL) -> Date {
    (try? url.resourceValues(forKeys: [.contentModificationDateKey]))?.contentModificationDate ?? .distantPast
  }
}

extension FixtureEvidence.Use {
  /// The positions of exchanges that the test does not use, from 1; nil where this run does not tell that of the file as
  /// it is now.
  ///
  /// Only a whole run in mode `replay` without a miss tells it: after a miss a test may go another way.
  func unused(of exchanges: [FixtureExchange]) -> PositionRanges? {
    guard record.isWhole, record.misses == 0, record.mode == FixtureMode.replay.rawValue else { return nil }
    let keys = exchanges.keyDigest { _ in true }
    if keys == record.keys, exchanges.count == record.exchanges {
      return record.unused.intersection(PositionRanges(exchanges.indices.map { $0 + 1 }))
    }
    return keys == record.usedKeys ? PositionRanges() : nil
  }

  /// Whether the run met the calls that are recorded now.
  func isAbout(_ exchanges: [FixtureExchange]) -> Bool {
    exchanges.count == record.exchanges && exchanges.keyDigest { _ in true } == record.keys
  }
}

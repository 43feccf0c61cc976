import DurableFiles
import Foundation
import SpecRecords

/// Brings recordings of other tools into the fixtures of a package.
///
/// What is to be written is collected first and checked as a whole; each fixture is then written whole, under the lock that
/// recordings of its test take.
public struct FixtureImport: Sendable {
  /// A fixture that was written.
  public struct Written: Sendable, Hashable {
    /// The file, from the package's root.
    public var path: String
    /// Its test.
    public var test: String
    /// How many exchanges were brought into it.
    public var imported: Int
    /// How many it holds now.
    public var exchanges: Int
  }

  /// The test that everything belongs to; nil where each recording says it or gives its own name.
  public let test: SpecIdentity?
  private let root: PackageRoot
  private let directory: String?
  private let replaces: Bool
  private var targets: [Target] = []
  /// Where each file stands among the targets. A file system that does not tell upper from lower case makes one file of
  /// two names.
  private var positions: [String: Int] = [:]

  private struct Target {
    var test: SpecIdentity
    var file: URL
    /// The recording that it is named after; nil where the recording named the test.
    var source: String?
    var exchanges: [FixtureExchange] = []
  }

  /// Collects for a package.
  ///
  /// - Parameters:
  ///   - test: The test that all recordings belong to. Where it is nil, an export of this package goes to the tests that
  ///     it names, and any other recording to `Imported/<its folder>/<its name>`.
  ///   - root: The package.
  ///   - directory: The folder of all fixtures, from the root or absolute; nil for `LLMSPEC_FIXTURES`, else `Fixtures`.
  ///   - replaces: Whether a fixture that is there is replaced; else exchanges of the same call are, and others stay.
  public init(test: SpecIdentity?, root: PackageRoot, directory: String? = nil, replaces: Bool = false) {
    self.test = test
    self.root = root
    self.directory = directory
    self.replaces = replaces
  }

  /// The test that a person names as `Target/Suite/test`, with or without the parentheses of its function; nil where a
  /// part is missing.
  public static func test(named name: String) -> SpecIdentity? {
    SpecIdentity(description: name.hasSuffix(")") ? name : name + "()")
  }

  /// Adds what was read from a file, all of it or nothing.
  ///
  /// - Throws: ``FixtureFault`` of kind ``FixtureFault/Kind/ambiguousTest`` where two tests or recordings would share a
  ///   fixture.
  public mutating func add(_ cassette: CassetteImport, from url: URL) throws(FixtureFault) {
    var additions: [Target] = []
    var additionPositions: [String: Int] = [:]
    for item in cassette.imported {
      let named = item.test.flatMap { SpecIdentity(description: $0) }
      let wanted = test ?? named ?? Self.identity(of: url)
      let source = test == nil && named == nil ? url.standardizedFileURL.path : nil
      let file = FixturePath.file(of: wanted, root: root, directory: directory)
      let path = file.path.lowercased()
      let target = Target(test: wanted, file: file, source: source)
      if let position = additionPositions[path] {
        try checkAreOne(additions[position], target)
        additions[position].exchanges.append(item.exchange)
        continue
      }
      if let position = positions[path] { try checkAreOne(targets[position], target) }
      additionPositions[path] = additions.count
      additions.append(target)
      additions[additions.count - 1].exchanges = [item.exchange]
    }
    for addition in additions {
      let path = addition.file.path.lowercased()
      if let position = positions[path] {
        targets[position].exchanges += addition.exchanges
      } else {
        positions[path] = targets.count
        targets.append(addition)
      }
    }
  }

  private func checkAreOne(_ target: Target, _ other: Target) throws(FixtureFault) {
    if target.test == other.test, target.source == other.source { return }
    throw FixtureFault(
      .ambiguousTest,
      """
      \(target.source ?? target.test.description) and \(other.source ?? other.test.description) would both be \
      \(root.relativePath(of: other.file)). Import them one by one, each with --test.
      """)
  }

  /// Writes the fixtures.
  ///
  /// - Throws: ``FixtureFault`` where a fixture belongs to another test, cannot be read or written, or would hold a
  ///   credential. Nothing is written then, unless the disk itself failed in between.
  public func write() throws(FixtureFault) -> [Written] {
    for target in targets { try merged(target).checkHoldsNoCredential(target.file) }
    var written: [Written] = []
    for target in targets {
      try FixtureStore.locked(target.file, root: root) { () throws(FixtureFault) in
        let file = try merged(target)
        try file.write(target.file)
        written.append(
          Written(
            path: root.relativePath(of: target.file), test: file.test, imported: target.exchanges.count,
            exchanges: file.exchanges.count))
      }
    }
    return written
  }

  private func merged(_ target: Target) throws(FixtureFault) -> FixtureFile {
    let exchanges = Self.numbered(target.exchanges)
    let empty = FixtureFile(test: target.test.description)
    guard !replaces, let old = try FixtureFile.read(target.file) else { return empty.merging(exchanges) }
    guard old.test == target.test.description else {
      throw FixtureFault(
        .ambiguousTest,
        """
        The fixture \(root.relativePath(of: target.file)) belongs to the test \(old.test), not to \(target.test). \
        Name that test with --test, or let --replace put the import in its place.
        """)
    }
    return old.merging(exchanges)
  }

  /// Counts equal requests that were recorded without a number.
  private static func numbered(_ exchanges: [FixtureExchange]) -> [FixtureExchange] {
    var counts: [CallKey: Int] = [:]
    for exchange in exchanges where exchange.key.ordinal > 0 {
      var group = exchange.key
      group.ordinal = 0
      counts[group] = max(counts[group] ?? 0, exchange.key.ordinal)
    }
    return exchanges.map { exchange in
      guard exchange.key.ordinal == 0 else { return exchange }
      var exchange = exchange
      counts[exchange.key, default: 0] += 1
      exchange.key.ordinal = counts[exchange.key] ?? 1
      return exchange
    }
  }

  /// Recorders call all their files alike and put them in folders of the test's name, or the other way round.
  private static func identity(of url: URL) -> SpecIdentity {
    let url = url.standardizedFileURL
    let folder = url.deletingLastPathComponent().lastPathComponent
    let name = url.deletingPathExtension().lastPathComponent
    return SpecIdentity(target: "Imported", path: folder.isEmpty || folder == "/" ? [name] : [folder, name])
  }
}

extension SpecIdentity {
  /// A test as a fixture names it; nil where a part is missing.
  fileprivate init?(description: String) {
    let parts = description.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1, !parts.contains("") else { return nil }
    self.init(target: parts[0], path: Array(parts.dropFirst()))
  }
}

extension FixtureFile {
  fileprivate func checkHoldsNoCredential(_ url: URL) throws(FixtureFault) {
    guard let remainder = FixtureRedactor.standard.remainder(in: text) else { return }
    throw FixtureFault(
      .holdsCredential,
      "Nothing was written: \(url.lastPathComponent) would hold \(remainder). Take it out of the recording first.")
  }
}

import DurableFiles
import Foundation
import SpecRecords

/// Removes what no test of a package uses: exchanges, the files of tests that are gone, and media without an exchange.
///
/// Nothing is removed on a guess. An exchange goes only where the newest run of its test, in mode `replay`, ran every
/// case to its end, missed nothing, and met the file as it is now; a file only where the package's sources cannot hold
/// its test. Each file is changed under the lock that recording takes, after one more look, and whole: a process that is
/// killed leaves the old file or the new one. A test that makes other calls on another platform looks there like one
/// that does not use them: that is for whoever prunes to know.
public struct FixturePruning: Sendable {
  /// What goes, or went, of one fixture.
  public struct Removal: Sendable, Hashable {
    /// The fixture file, from the package's root; it need not be there where only media go.
    public var path: String
    /// The exchanges, from 1.
    public var exchanges = PositionRanges()
    /// How many exchanges the file held.
    public var exchangeCount = 0
    /// Whether the file itself goes.
    public var isWholeFile = false
    /// The media files, from the package's root.
    public var media: [String] = []
    /// Why, for a person.
    public var reason = ""
  }

  /// A fixture of which something could go and did not.
  public struct Refusal: Sendable, Hashable {
    /// The fixture file, from the package's root.
    public var path: String
    /// Why, for a person, with the next step.
    public var reason: String
    /// Whether something went wrong, and not only stands in the way for now.
    public var isFault = false
  }

  /// What was removed, or would be.
  public struct Outcome: Sendable, Hashable {
    /// What goes, in the order of the paths.
    public var removals: [Removal] = []
    /// What stays although it could go, in the order of the paths.
    public var refusals: [Refusal] = []
    /// The tests of which no run tells what they use, in the order of their fixtures.
    public var unknown: [String] = []
  }

  private let root: PackageRoot
  private let directory: URL
  private let package: URL
  private let evidence: FixtureEvidence

  /// Prepares to prune.
  ///
  /// - Parameters:
  ///   - root: The root that fixtures lie under.
  ///   - directory: The folder of all fixtures, from the root or absolute; nil for `LLMSPEC_FIXTURES`, else `Fixtures`.
  ///   - package: The package whose sources hold the tests.
  ///   - evidence: What the last runs used.
  public init(root: PackageRoot, directory: String? = nil, package: URL, evidence: FixtureEvidence) {
    self.root = root
    self.directory = FixturePath.directory(root: root, directory: directory)
    self.package = package
    self.evidence = evidence
  }

  /// What ``perform()`` would remove.
  public func plan() -> Outcome { run(isRemoving: false) }

  /// Removes it.
  public func perform() -> Outcome { run(isRemoving: true) }

  // MARK: - One file

  /// What a look at a fixture says.
  private struct Look {
    var removal: Removal
    /// What stays; nil where the whole file goes, or nothing of it does.
    var rest: FixtureFile?
    var orphans: [FixtureFolder.Item] = []
    var isUseKnown = true
    var isTestGone = false

    var isEmpty: Bool { removal.exchanges.isEmpty && !removal.isWholeFile && orphans.isEmpty }
  }

  private func run(isRemoving: Bool) -> Outcome {
    let folder = FixtureFolder(directory, root: root)
    var outcome = Outcome()
    // Every name is known before the sources are read, which is done once.
    let tests = folder.fixtures.map { try? FixtureFile.read($0.url)?.test }
    let sources = TestSources(of: package, withFixturesIn: directory, root: root, for: tests.compactMap(\.self))
    for (item, test) in zip(folder.fixtures, tests) {
      let media = folder.media[item.path]
      do throws(FixtureFault) {
        guard let look = try look(at: item, media, sources) else { continue }
        if !look.isUseKnown, let test { outcome.unknown.append(test) }
        guard !look.isEmpty else { continue }
        if let reason = obstacle(to: item, test: test, isGone: look.isTestGone) {
          outcome.refusals.append(Refusal(path: item.path, reason: reason))
          continue
        }
        let removal = isRemoving ? try remove(item, media, sources) : look.removal
        if let removal { outcome.removals.append(removal) }
      } catch {
        outcome.refusals.append(Refusal(path: item.path, reason: error.message, isFault: true))
      }
    }
    removeLoneMedia(folder, isRemoving: isRemoving, &outcome)
    outcome.removals.sort { $0.path < $1.path }
    outcome.refusals.sort { $0.path < $1.path }
    return outcome
  }

  /// Nil where the file is no longer there.
  private func look(
    at item: FixtureFolder.Item, _ media: FixtureFolder.Media?, _ sources: TestSources
  ) throws(FixtureFault) -> Look? {
    guard let file = try FixtureFile.read(item.url) else { return nil }
    var look = Look(removal: Removal(path: item.path, exchangeCount: file.exchanges.count))
    if !sources.canHold(file.test) {
      look.isTestGone = true
      look.removal.isWholeFile = true
      look.removal.reason = "no Swift source of the package can hold its test \(file.test)"
      look.orphans = media?.files ?? []
    } else {
      let use = evidence[fixture: item.path, of: file.test]
      let unused = use?.unused(of: file.exchanges)
      look.isUseKnown = unused != nil
      var rest = file
      if let use, let unused, !unused.isEmpty {
        let removed = file.exchanges.removable(unused)
        look.removal.exchanges = removed
        if !removed.isEmpty { look.removal.reason = "run \(use.run) did not use \(removed.count == 1 ? "it" : "them")" }
        rest.exchanges = file.exchanges.indices.filter { !removed.contains($0 + 1) }.map { file.exchanges[$0] }
      }
      look.removal.isWholeFile = rest.exchanges.isEmpty && !file.exchanges.isEmpty
      if !look.removal.exchanges.isEmpty, !look.removal.isWholeFile { look.rest = rest }
      let digests = media == nil ? [] : MediaReferences.digests(in: Array(rest.text.utf8))
      look.orphans = (media?.files ?? []).filter { !digests.contains($0.mediaDigest) }
    }
    look.removal.media = look.orphans.map(\.path)
    if look.removal.reason.isEmpty { look.removal.reason = "no exchange refers to it" }
    return look
  }

  /// What stands in the way of changing a fixture now.
  private func obstacle(to item: FixtureFolder.Item, test: String?, isGone: Bool) -> String? {
    switch RecordingJournal.presence(for: item.url, root: root) {
    case .none: return nil
    case .inUse: return "it is being recorded just now. Prune when that is over."
    case .abandoned:
      // Nobody will ever take those answers over.
      if isGone { return nil }
      let command = RecordingCommand(specs: test.map { [$0] } ?? [])
      return "a recording of it was cut off, and its answers wait to be taken over: \(command)"
    }
  }

  /// Looks once more, under the lock, and removes; nil where nothing is left to remove.
  private func remove(
    _ item: FixtureFolder.Item, _ media: FixtureFolder.Media?, _ sources: TestSources
  ) throws(FixtureFault) -> Removal? {
    var removal: Removal?
    try FixtureStore.locked(item.url, root: root) { () throws(FixtureFault) in
      guard let look = try look(at: item, media, sources), !look.isEmpty,
        RecordingJournal.presence(for: item.url, root: root) != .inUse
      else { return }
      if let rest = look.rest {
        try rest.write(item.url)
      } else if look.removal.isWholeFile {
        try Self.remove(item.url)
      }
      for orphan in look.orphans { try Self.remove(orphan.url) }
      removal = look.removal
    }
    removeEmptyFolders(from: media?.folder.url ?? item.url.deletingLastPathComponent())
    return removal
  }

  // MARK: - Media

  /// Media of fixtures that are not there.
  private func removeLoneMedia(_ folder: FixtureFolder, isRemoving: Bool, _ outcome: inout Outcome) {
    let fixtures = Set(folder.fixtures.map(\.path))
    for media in folder.media.values where !fixtures.contains(media.fixture) && !media.files.isEmpty {
      let url = media.folder.url.deletingPathExtension().appendingPathExtension("json")
      let item = FixtureFolder.Item(url: url, path: media.fixture)
      if let reason = obstacle(to: item, test: nil, isGone: false) {
        outcome.refusals.append(Refusal(path: item.path, reason: reason))
        continue
      }
      var removal: Removal? = Removal(
        path: item.path, media: media.files.map(\.path), reason: "the fixture that would refer to it is not there")
      do throws(FixtureFault) {
        if isRemoving {
          try FixtureStore.locked(url, root: root) { () throws(FixtureFault) in
            guard try FixtureFile.read(url) == nil, RecordingJournal.presence(for: url, root: root) == .none else {
              removal = nil
              return
            }
            for file in media.files { try Self.remove(file.url) }
          }
          removeEmptyFolders(from: media.folder.url)
        }
        if let removal { outcome.removals.append(removal) }
      } catch {
        outcome.refusals.append(Refusal(path: item.path, reason: error.message, isFault: true))
      }
    }
  }

  private static func remove(_ url: URL) throws(FixtureFault) {
    do throws(FileFault) {
      try DurableFile.remove(url)
    } catch {
      throw FixtureFault(.unwritable, "It was not removed. \(error)")
    }
  }

  /// Folders that are left empty, upwards, below the folder of all fixtures.
  private func removeEmptyFolders(from folder: URL) {
    var folder = folder.standardizedFileURL
    let top = directory.standardizedFileURL.path
    while folder.path.hasPrefix(top + "/"), (try? DurableFile.removeFolderIfEmpty(folder)) == true {
      folder = folder.deletingLastPathComponent().standardizedFileURL
    }
  }
}

extension [FixtureExchange] {
  /// Those of some positions that can go: replaying counts equal calls without gaps, so that an earlier one stays where a
  /// later one does.
  fileprivate func removable(_ unused: PositionRanges) -> PositionRanges {
    var lastKept: [CallKey: Int] = [:]
    func group(_ key: CallKey) -> CallKey {
      var group = key
      group.ordinal = 0
      return group
    }
    for (index, exchange) in enumerated() where !unused.contains(index + 1) {
      lastKept[group(exchange.key), default: 0] = Swift.max(lastKept[group(exchange.key)] ?? 0, exchange.key.ordinal)
    }
    return PositionRanges(
      indices.filter { index in
        let key = self[index].key
        return unused.contains(index + 1) && key.ordinal >= lastKept[group(key)] ?? 0
      }.map { $0 + 1 })
  }
}

import DurableFiles
import Foundation
import LanguageModels
import SpecRecords
import StructuredOutput

/// What a package's fixtures hold and what is wrong with them, file by file in the order of their paths.
///
/// One file is read at a time and only what is told of it is kept, so that the size of the whole does not matter.
/// Nothing is changed.
public struct FixtureStatus: Sendable {
  /// What is known of one fixture file.
  public struct Entry: Sendable, Hashable {
    /// The file, from the package's root.
    public var path: String
    /// The test that it belongs to; nil where the file cannot be read.
    public var test: String?
    /// How many exchanges it holds.
    public var exchanges = 0
    /// How many trials they belong to.
    public var trials = 0
    /// The models that were asked, in order of their names.
    public var models: [String] = []
    /// When the oldest exchange was recorded: UTC, RFC 3339; nil where there is none.
    public var oldest: String?
    /// When the newest exchange was recorded: UTC, RFC 3339; nil where there is none.
    public var newest: String?
    /// The size of the file in bytes.
    public var bytes = 0
    /// What is wrong with the file, for a person; nil where nothing is.
    public var problem: String?
    /// What else there is to know about it.
    public var findings: [FixtureFinding] = []
    /// The newest run that used the file; nil where none of the last runs tells.
    public var run: String?
    /// Whether that run tells which exchanges are unused.
    public var isUseKnown = false
  }

  /// Answers that a recording which was cut off left behind; the next recording of the test takes them over.
  public struct InterruptedRecording: Sendable, Hashable {
    /// The test; nil where the recording does not tell.
    public var test: String?
    /// The fixture that the answers belong in, from the package's root; nil where the recording does not tell.
    public var fixture: String?
    /// How many answers wait.
    public var answers: Int
  }

  /// What to look for beside files that cannot be used.
  public struct Questions: Sendable {
    /// What the last runs used; nil asks neither for unused exchanges nor for missing ones.
    public var evidence: FixtureEvidence?
    /// The package whose sources must hold the tests; nil asks for no tests that are gone.
    public var package: URL?
    /// How old an exchange may be; nil for any age.
    public var maxAge: FixtureAge?
    /// The time that ages are counted from.
    public var now: Date

    /// Makes a choice of questions.
    public init(
      evidence: FixtureEvidence? = nil, package: URL? = nil, maxAge: FixtureAge? = nil, now: Date = Date()
    ) {
      self.evidence = evidence
      self.package = package
      self.maxAge = maxAge
      self.now = now
    }
  }

  /// The folder that was looked through, from the package's root.
  public let directory: String
  /// Whether that folder is there.
  public let exists: Bool
  /// The fixture files.
  public let entries: [Entry]
  /// Calls without a recorded answer, of tests that have no fixture at all.
  public let missing: [FixtureEvidence.Use]
  /// The recordings that were cut off and not taken up again.
  public let interrupted: [InterruptedRecording]
  /// Whether it was asked which exchanges are unused.
  public let asksForUse: Bool

  /// Looks through the fixtures of a package.
  ///
  /// - Parameters:
  ///   - root: The package.
  ///   - directory: The folder of all fixtures, from the root or absolute; nil for `LLMSPEC_FIXTURES`, else `Fixtures`.
  ///   - questions: What to look for beside files that cannot be used.
  public init(root: PackageRoot, directory: String? = nil, asking questions: Questions = Questions()) {
    let url = FixturePath.directory(root: root, directory: directory)
    let folder = FixtureFolder(url, root: root)
    self.directory = folder.path
    exists = folder.exists
    var entries = folder.unlistable.map { Entry(path: $0.path, problem: $0.reason) }
    entries += folder.fixtures.map { Entry(file: $0, media: folder.media[$0.path], asking: questions) }
    let known = Set(folder.fixtures.map(\.path))
    for media in folder.media.values where !known.contains(media.fixture) && !media.files.isEmpty {
      entries.append(Entry(orphans: media))
    }
    entries.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }

    var missing = (questions.evidence?.uses ?? []).filter { use in
      use.record.misses > 0 && !known.contains(use.record.fixture)
        && use.record.fixture.hasPrefix(folder.prefix)
    }
    if let package = questions.package {
      let sources = TestSources(
        of: package, withFixturesIn: url, root: root, for: entries.compactMap(\.test) + missing.map(\.record.spec))
      missing.removeAll { !sources.canHold($0.record.spec) }
      for index in entries.indices {
        if let test = entries[index].test, !sources.canHold(test) { entries[index].findings = [.goneTest(test)] }
      }
    }
    self.entries = entries
    self.missing = missing
    asksForUse = questions.evidence != nil
    interrupted = RecordingJournal.allAbandoned(root: root).map { InterruptedRecording(journal: $0) }
      .filter { $0.answers > 0 }
      .sorted { ($0.fixture ?? "", $0.answers) < ($1.fixture ?? "", $1.answers) }
  }

  /// Whether specs cannot run because of something: a file that cannot be used, or calls without a recorded answer.
  /// Recordings that were cut off are none: nothing of them is lost.
  public var hasProblems: Bool {
    !missing.isEmpty || entries.contains { $0.problem != nil || $0.findings.contains(where: \.isProblem) }
  }

  /// Whether anything was found, problems and untidiness alike.
  public var hasFindings: Bool { hasProblems || entries.contains { !$0.findings.isEmpty } }
}

extension FixtureStatus.Entry {
  fileprivate init(
    file item: FixtureFolder.Item, media: FixtureFolder.Media?, asking questions: FixtureStatus.Questions
  ) {
    self.init(path: item.path)
    let bytes: [UInt8]
    do throws(FileFault) {
      guard let read = try DurableFile.read(item.url) else {
        problem = "it is a link that leads nowhere."
        return
      }
      bytes = read
    } catch {
      problem = "\(error)"
      return
    }
    self.bytes = bytes.count
    do throws(FixtureFormatError) {
      let file = try FixtureFile(bytes: bytes, media: FixtureMedia(of: item.url))
      describe(file)
      look(for: questions, in: file)
    } catch {
      problem = error.reason
      return
    }
    if let media {
      let digests = MediaReferences.digests(in: bytes)
      let orphans = media.files.filter { !digests.contains($0.mediaDigest) }
      if !orphans.isEmpty { findings.append(.orphanedMedia(orphans.map(\.path))) }
    }
  }

  fileprivate init(orphans media: FixtureFolder.Media) {
    self.init(path: media.folder.path, findings: [.orphanedMedia(media.files.map(\.path))])
  }

  private mutating func describe(_ file: FixtureFile) {
    test = file.test
    exchanges = file.exchanges.count
    trials = Set(file.exchanges.map(\.key.trial)).count
    models = Set(file.exchanges.compactMap(\.request.model)).sorted()
    let dates = file.exchanges.map(\.recorded).filter { !$0.isEmpty }
    oldest = dates.min()
    newest = dates.max()
    var positions: [CallKey: Int] = [:]
    var problems: [String] = []
    for (index, exchange) in file.exchanges.enumerated() {
      if let edit = exchange.edit { problems.append("exchange \(index + 1) was edited by hand: \(edit) was changed.") }
      if let earlier = positions.updateValue(index, forKey: exchange.key) {
        problems.append("exchanges \(earlier + 1) and \(index + 1) answer the same call; keep one of them.")
      }
    }
    guard let first = problems.first else { return }
    problem = problems.count == 1 ? first : "\(first) \(problems.count - 1) more like this."
  }

  private mutating func look(for questions: FixtureStatus.Questions, in file: FixtureFile) {
    if let use = questions.evidence?[fixture: path, of: file.test] { look(at: use, file) }
    guard let maxAge = questions.maxAge else { return }
    let now = RecordedTime.seconds(questions.now)
    var old: [(position: Int, recorded: String, seconds: Int)] = []
    for (index, exchange) in file.exchanges.enumerated() {
      guard let seconds = RecordedTime.seconds(exchange.recorded), now - seconds > maxAge.seconds else { continue }
      old.append((index + 1, exchange.recorded, seconds))
    }
    guard let oldest = old.min(by: { $0.seconds < $1.seconds }) else { return }
    findings.append(
      .stale(
        PositionRanges(old.map(\.position)), of: exchanges, oldest: oldest.recorded, maxAge: maxAge, test: file.test))
  }

  private mutating func look(at use: FixtureEvidence.Use, _ file: FixtureFile) {
    run = use.run
    let isCurrent = use.isAbout(file.exchanges)
    if isCurrent, use.record.misses > 0 { findings.append(.missing(use)) }
    if let unused = use.unused(of: file.exchanges) {
      isUseKnown = true
      if !unused.isEmpty { findings.append(.unused(unused, of: exchanges, run: use.run)) }
    }
    // A test that was cut off may ask the others later, unless it asks one already that is not recorded.
    let asked = Set(use.record.models)
    guard isCurrent, !asked.isEmpty, use.record.isWhole || !asked.isSubset(of: models) else { return }
    let others = Set(models).subtracting(asked)
    guard !others.isEmpty else { return }
    let positions = file.exchanges.indices.filter { file.exchanges[$0].request.model.map(others.contains) == true }
    findings.append(
      .otherModel(
        others.sorted(), asked: asked.sorted(), PositionRanges(positions.map { $0 + 1 }), test: file.test))
  }
}

extension FixtureStatus.InterruptedRecording {
  fileprivate init(journal: URL) {
    let head = RecordingJournal.head(of: journal)
    self.init(
      test: head?["test"]?.stringValue, fixture: head?["fixture"]?.stringValue,
      answers: (try? RecordingJournal.exchanges(of: journal).count) ?? 0)
  }
}

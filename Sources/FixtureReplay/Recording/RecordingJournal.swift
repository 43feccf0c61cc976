import DurableFiles
import Foundation
import SpecRecords
import StructuredOutput

/// Keeps each recorded answer from the moment it is there until the fixture is written.
///
/// One file a test and process under `.build/llmspec/journal`, one line an exchange. A process that was killed leaves
/// its file; the next one that records the test takes its exchanges over.
struct RecordingJournal: Sendable {
  private let journal: AppendOnlyJournal

  /// The folder of the journals of the fixture `file`.
  static func folder(for file: URL, root: PackageRoot) -> URL {
    allFolders(root: root).appending(
      path: "\(SHA256.hash(root.relativePath(of: file)).hexadecimal.prefix(16))", directoryHint: .isDirectory)
  }

  /// The file that whoever writes the fixture holds the lock of: one for all names that a file system may take for the
  /// fixture's.
  static func lock(for file: URL, root: PackageRoot) -> URL {
    let name = FixturePath.folded(root.relativePath(of: file))
    return allFolders(root: root).appending(path: "\(SHA256.hash(name).hexadecimal.prefix(16)).lock")
  }

  private static func allFolders(root: PackageRoot) -> URL {
    root.url.appending(path: ".build/llmspec/journal", directoryHint: .isDirectory)
  }

  /// Opens a journal of this process. Its first line names the test and the fixture, for people who look for what was
  /// interrupted.
  init(of test: SpecIdentity, for file: URL, root: PackageRoot, serial: Int) throws(FixtureFault) {
    let process = ProcessInfo.processInfo.processIdentifier
    let folder = Self.folder(for: file, root: root)
    do throws(FileFault) {
      journal = try Self.open(in: folder, named: "\(process)-\(serial)")
      let head: JSONValue = ["test": .string(test.description), "fixture": .string(root.relativePath(of: file))]
      try journal.append(head.compactBytes)
    } catch {
      throw FixtureFault(.unwritable, "Nothing was sent, because the answer could not be kept safe. \(error)")
    }
  }

  /// Processes of several machines or containers may have the same number: what another one left is its own, and gets
  /// another name.
  private static func open(in folder: URL, named name: String) throws(FileFault) -> AppendOnlyJournal {
    var taken = 0
    while true {
      let url = folder.appending(path: taken == 0 ? "\(name).jsonl" : "\(name)-\(taken).jsonl")
      taken += 1
      if taken <= 100, FileManager.default.fileExists(atPath: url.path) { continue }
      do throws(FileFault) {
        return try AppendOnlyJournal(url)
      } catch {
        guard error.isInUse, taken < 100 else { throw error }
      }
    }
  }

  func append(_ exchange: FixtureExchange) throws(FixtureFault) {
    do throws(FileFault) {
      try journal.append(exchange.json.compactBytes)
    } catch {
      throw FixtureFault(.unwritable, "An answer could not be kept. \(error)")
    }
  }

  func remove() { try? journal.remove() }

  func close() { journal.close() }

  /// The journals that processes left behind, oldest first: of two answers to one call the later one counts.
  static func abandoned(for file: URL, root: PackageRoot) -> [URL] { abandoned(in: folder(for: file, root: root)) }

  private static func abandoned(in folder: URL) -> [URL] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let journals = names.filter { $0.hasSuffix(".jsonl") }.sorted().map { folder.appending(path: $0) }
      .filter { !AppendOnlyJournal.isInUse($0) }
    guard journals.count > 1 else { return journals }
    let dated = journals.map { journal -> (url: URL, changed: Date) in
      let attributes = try? FileManager.default.attributesOfItem(atPath: journal.path)
      return (journal, attributes?[.modificationDate] as? Date ?? .distantPast)
    }
    return dated.sorted { ($0.changed, $0.url.path) < ($1.changed, $1.url.path) }.map(\.url)
  }

  /// Whether a fixture is being recorded.
  enum Presence {
    case none
    case inUse
    /// A recording was cut off.
    case abandoned
  }

  static func presence(for file: URL, root: PackageRoot) -> Presence {
    let folder = folder(for: file, root: root)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let journals = names.filter { $0.hasSuffix(".jsonl") }.map { folder.appending(path: $0) }
    if journals.isEmpty { return .none }
    return journals.contains(where: AppendOnlyJournal.isInUse) ? .inUse : .abandoned
  }

  /// The journals of all tests that processes left behind.
  static func allAbandoned(root: PackageRoot) -> [URL] {
    let folder = allFolders(root: root)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { !$0.contains(".") }
      .flatMap { abandoned(in: folder.appending(path: $0, directoryHint: .isDirectory)) }
  }

  /// The line that names test and fixture; nil where the journal has none.
  static func head(of url: URL) -> JSONValue? {
    guard let line = try? AppendOnlyJournal.lines(of: url).lines.first, let json = try? JSONValue(parsing: line),
      json["fixture"] != nil
    else { return nil }
    return json
  }

  /// The exchanges of a journal that was left behind. A line that was cut off, or that this version cannot read, is
  /// left out.
  ///
  /// - Throws: ``FixtureFault`` where the file cannot be read. It holds answers that were paid for.
  static func exchanges(of url: URL) throws(FixtureFault) -> [FixtureExchange] {
    let lines: [[UInt8]]
    do throws(FileFault) {
      lines = try AppendOnlyJournal.lines(of: url).lines
    } catch {
      throw FixtureFault(
        .unreadable,
        """
        Answers of a recording that was cut off cannot be taken over. \(error)
        To give them up, delete the file.
        """)
    }
    return lines.compactMap { line in
      (try? JSONValue(parsing: line)).flatMap { FixtureExchange(json: $0) }
    }
  }
}

import DurableFiles
import Foundation
import LanguageModels
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

  /// The folder that was looked through, from the package's root.
  public let directory: String
  /// Whether that folder is there.
  public let exists: Bool
  /// The fixture files.
  public let entries: [Entry]
  /// The recordings that were cut off and not taken up again.
  public let interrupted: [InterruptedRecording]

  /// Looks through the fixtures of a package.
  ///
  /// - Parameter directory: The folder of all fixtures, from the root or absolute; nil for `LLMSPEC_FIXTURES`, else
  ///   `Fixtures`.
  public init(root: PackageRoot, directory: String? = nil) {
    let folder = FixturePath.directory(root: root, directory: directory)
    self.directory = root.relativePath(of: folder)
    var isFolder: ObjCBool = false
    exists = FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) && isFolder.boolValue
    var entries: [Entry] = []
    if exists { Self.walk(folder, root: root, into: &entries) }
    self.entries = entries
    interrupted = RecordingJournal.allAbandoned(root: root).map { InterruptedRecording(journal: $0) }
      .filter { $0.answers > 0 }
      .sorted { ($0.fixture ?? "", $0.answers) < ($1.fixture ?? "", $1.answers) }
  }

  /// Whether a file has a problem. Recordings that were cut off are none: nothing of them is lost.
  public var hasProblems: Bool { entries.contains { $0.problem != nil } }

  private static func walk(_ folder: URL, root: PackageRoot, into entries: inout [Entry]) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    } catch {
      let reason = "the folder cannot be listed: \(error.localizedDescription)"
      entries.append(Entry(path: root.relativePath(of: folder), problem: reason))
      return
    }
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where !name.hasPrefix(".") {
      let url = folder.appending(path: name)
      let kind = try? FileManager.default.attributesOfItem(atPath: url.path)[.type] as? FileAttributeType
      // A link to a folder may lead in a circle.
      if kind == .typeDirectory {
        walk(url, root: root, into: &entries)
      } else if name.hasSuffix(".json") {
        entries.append(Entry(file: url, path: root.relativePath(of: url)))
      }
    }
  }
}

extension FixtureStatus.Entry {
  fileprivate init(file url: URL, path: String) {
    self.init(path: path)
    let bytes: [UInt8]
    do throws(FileFault) {
      guard let read = try DurableFile.read(url) else {
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
      describe(try FixtureFile(bytes: bytes))
    } catch {
      problem = error.reason
    }
  }

  private mutating func describe(_ file: FixtureFile) {
    test = file.test
    exchanges = file.exchanges.count
    trials = Set(file.exchanges.map(\.key.trial)).count
    models = Set(file.exchanges.compactMap { $0.request.body.model }).sorted()
    let dates = file.exchanges.map(\.recorded).filter { !$0.isEmpty }
    oldest = dates.min()
    newest = dates.max()
    var positions: [CallKey: Int] = [:]
    var problems: [String] = []
    for (index, exchange) in file.exchanges.enumerated() {
      if let edit = exchange.edit { problems.append("exchange \(index + 1) was edited by hand: \(edit) was changed.") }
      if let earlier = positions.updateValue(index, forKey: exchange.key) {
        problems.append("exchanges \(earlier + 1) and \(index + 1) answer the same call; the later one counts.")
      }
    }
    guard let first = problems.first else { return }
    problem = problems.count == 1 ? first : "\(first) \(problems.count - 1) more like this."
  }
}

extension FixtureStatus.InterruptedRecording {
  fileprivate init(journal: URL) {
    let head = RecordingJournal.head(of: journal)
    self.init(
      test: head?["test"]?.stringValue, fixture: head?["fixture"]?.stringValue,
      answers: RecordingJournal.exchanges(of: journal).count)
  }
}

extension HTTPRequest.Body {
  fileprivate var model: String? {
    if case .json(let json) = self { json["model"]?.stringValue } else { nil }
  }
}

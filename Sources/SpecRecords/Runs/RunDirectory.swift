import Foundation
import StructuredOutput

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder of a run's records: `.build/llmspec/runs/<run>` under the package's root, one file a process.
public struct RunDirectory: Sendable, Hashable {
  /// The folder.
  public let url: URL

  /// Names a folder.
  public init(url: URL) { self.url = url }

  /// The folder of the run `run` of the package at `root`.
  public init(root: URL, run: String) {
    self.init(url: Self.allRuns(of: root).appending(path: run, directoryHint: .isDirectory))
  }

  /// The run's name.
  public var run: String { url.lastPathComponent }

  /// The folder that holds the runs of the package at `root`.
  public static func allRuns(of root: URL) -> URL {
    root.appending(path: ".build/llmspec/runs", directoryHint: .isDirectory)
  }

  /// The runs of the package at `root`, oldest first; their names begin with the time of their start.
  public static func list(of root: URL) -> [RunDirectory] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: allRuns(of: root).path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map { RunDirectory(root: root, run: $0) }
  }

  /// The name of the run that this process belongs to.
  ///
  /// `LLMSPEC_RUN` where it is set; else made of the parent process and the time of its start, which all processes that
  /// one `swift test` starts have in common.
  public static func currentRun(environment: [String: String] = ProcessInfo.processInfo.environment) -> String {
    if let name = environment["LLMSPEC_RUN"], !name.isEmpty {
      return fileName(name)
    }
    // Under the first process of the system, as tests started by a development environment are, every run since the
    // start of the machine would have one name: there a process is a run of its own.
    let parent = getppid() > 1 ? getppid() : getpid()
    let start = ProcessStart.seconds(of: parent) ?? Int(Date().timeIntervalSince1970)
    let style = Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted, timeZone: .gmt)
    return "\(Date(timeIntervalSince1970: TimeInterval(start)).formatted(style))-\(parent)"
  }

  /// A name for a folder that any file system takes and that leads nowhere else.
  private static func fileName(_ name: String) -> String {
    let safe = name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) ? $0 : "-" }.prefix(80)
    return safe.first == "." ? "-" + safe.dropFirst() : String(safe)
  }

  /// The files of the run's processes, in order of their names.
  public var files: [URL] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.filter { $0.hasSuffix(".jsonl") }.sorted().map { url.appending(path: $0) }
  }

  /// Reads all records of the run, file by file, one line at a time; memory is bounded by the longest line.
  ///
  /// A last line that was cut off by a killed process is left out.
  ///
  /// - Throws: ``RunRecordError`` that names the file, and the line of a record that cannot be used; what `body`
  ///   throws.
  public func read(_ body: (RunRecord) throws -> Void) throws {
    for file in files { try Self.read(file, body) }
  }

  /// Reads the records of one file, as ``read(_:)`` does.
  static func read(_ file: URL, _ body: (RunRecord) throws -> Void) throws {
    var unreadable: RunRecordError?
    for (line, result) in try lines(of: file) {
      if let unreadable { throw unreadable }
      switch result {
      case .success(let json):
        if let record = try record(json, at: "\(file.path):\(line)") { try body(record) }
      case .failure(let error):
        unreadable = RunRecordError(description: "\(file.path):\(line):\(error.column): not JSON: \(error.reason)")
      }
    }
    if let unreadable, try endsWithLineFeed(file) { throw unreadable }
  }

  private static func lines(of file: URL) throws(RunRecordError) -> JSONLinesReader {
    do {
      return try JSONLinesReader(contentsOf: file)
    } catch {
      throw RunRecordError(description: "\(file.path): cannot be read: \(error.localizedDescription)")
    }
  }

  private static func record(_ json: JSONValue, at place: String) throws(RunRecordError) -> RunRecord? {
    do throws(RunRecordError) {
      return try RunRecord(json: json)
    } catch {
      throw RunRecordError(description: "\(place): \(error)")
    }
  }

  private static func endsWithLineFeed(_ file: URL) throws -> Bool {
    let handle = try FileHandle(forReadingFrom: file)
    defer { try? handle.close() }
    let end = try handle.seekToEnd()
    guard end > 0 else { return false }
    try handle.seek(toOffset: end - 1)
    return try handle.read(upToCount: 1) == Data([0x0A])
  }

  /// What all records of the run add up to.
  public func tally() throws -> RunTally {
    var tally = RunTally()
    try read { tally.add($0) }
    return tally
  }
}

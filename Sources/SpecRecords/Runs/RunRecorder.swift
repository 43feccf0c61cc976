import DurableFiles
import Foundation
import StructuredOutput
import Synchronization

/// Writes the records of this process and adds them up.
///
/// The file is made with the first record. A folder that cannot be written loses the records and nothing else: the
/// fault is kept for the summary, and no spec changes its verdict.
public final class RunRecorder: Sendable {
  /// Where the records go.
  public let directory: RunDirectory
  private let mode: String
  private let shard: SpecShard?
  private let state = Mutex(State())

  private struct State: Sendable {
    var journal: AppendOnlyJournal?
    var tally = RunTally()
    var fault: FileFault?
  }

  /// Makes a recorder of a run.
  ///
  /// - Parameter shard: The shard that this process runs; nil where it runs every spec.
  public init(directory: RunDirectory, mode: String, shard: SpecShard? = nil) {
    self.directory = directory
    self.mode = mode
    self.shard = shard
  }

  /// The file of this process.
  public var file: URL {
    // Machines number their processes alike, and the files of all shards may come to lie in one folder.
    let prefix = shard.map { "shard-\($0.index)-of-\($0.count)-" } ?? ""
    return directory.url.appending(path: "\(prefix)\(ProcessInfo.processInfo.processIdentifier).jsonl")
  }

  /// What this process recorded adds up to.
  public var tally: RunTally { state.withLock { $0.tally } }

  /// Why records were lost, if they were.
  public var fault: FileFault? { state.withLock { $0.fault } }

  /// Ends the record of this process, where it has begun.
  ///
  /// - Parameter duration: How long the process took part, in seconds.
  public func finish(after duration: Double) {
    let tally = self.tally
    guard tally.run != nil else { return }
    record(
      .process(
        ProcessRecord(
          run: directory.run, mode: mode, shard: shard?.description, specs: tally.specCount,
          specsElsewhere: shard == nil ? nil : tally.specsInOtherShards.count, duration: duration)))
  }

  /// Adds a record to the tally and the file.
  public func record(_ record: RunRecord) {
    let line = record.json.compactBytes
    state.withLock { state in
      if state.journal == nil, state.fault == nil {
        let opening = RunRecord.process(ProcessRecord(run: directory.run, mode: mode, shard: shard?.description))
        state.tally.add(opening)
        do throws(FileFault) {
          let journal = try AppendOnlyJournal(file)
          try journal.append(opening.json.compactBytes)
          state.journal = journal
        } catch {
          state.fault = error
        }
      }
      state.tally.add(record)
      do throws(FileFault) {
        try state.journal?.append(line)
      } catch {
        state.fault = error
      }
    }
  }
}

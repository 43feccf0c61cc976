import Foundation
import StructuredOutput

/// What the processes of one run wrote down under `LLMSPEC_PLAN`.
public struct PlannedRun: Sendable {
  /// The calls that no fixture answered, each once, in an order that is always the same.
  public private(set) var missed: [MissedCall] = []
  /// How many recorded answers were used.
  public var usedCount: Int { used.values.reduce(0) { $0 + $1.count } }
  /// The keys of the recorded exchanges that were used, by fixture.
  private(set) var used: [String: Set<CallKey>] = [:]

  init(missed: [MissedCall], used: [String: Set<CallKey>] = [:]) {
    self.missed = missed.sorted()
    self.used = used
  }

  /// Reads the journals of a folder. A folder that is not there holds none. A last line that a killed process left
  /// unfinished is passed over.
  ///
  /// - Throws: ``FixtureFault`` where a journal cannot be read or holds something else.
  public init(folder: URL) throws(FixtureFault) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    var calls: [MissedCall] = []
    var ids: Set<BatchIdentifier> = []
    for name in names.filter({ $0.hasSuffix(".jsonl") }).sorted() {
      let file = folder.appending(path: name)
      let reader: JSONLinesReader
      do { reader = try JSONLinesReader(contentsOf: file, maximumLineBytes: 256 << 20) } catch {
        throw FixtureFault(.unreadable, "\(file.path) cannot be read: \(error.localizedDescription)")
      }
      var fault: (line: Int, reason: String)?
      for (number, result) in reader {
        // Only the last line may be unfinished.
        if let fault { throw Self.unreadable(file, fault) }
        switch result {
        case .failure(let error): fault = (number, "\(error)")
        case .success(let json):
          if let call = MissedCall(json: json) {
            if ids.insert(BatchIdentifier(of: call)).inserted { calls.append(call) }
          } else if let exchange = UsedExchange(json: json) {
            used[exchange.fixture, default: []].insert(exchange.key)
          } else {
            throw Self.unreadable(file, (number, "it is neither a missed call nor a used exchange"))
          }
        }
      }
    }
    missed = calls.sorted()
  }

  private static func unreadable(_ file: URL, _ fault: (line: Int, reason: String)) -> FixtureFault {
    FixtureFault(
      .unreadable, "Line \(fault.line) of \(file.path) cannot be used: \(fault.reason). Run the specs once more.")
  }
}

import DurableFiles
import Foundation
import SpecRecords
import StructuredOutput
import Synchronization

/// Bringing what was recorded into the fixture file.
extension FixtureStore {
  /// Files that this process rerecorded: the second scope of one test adds to what the first one wrote.
  private static let rewrittenFiles = Mutex<Set<String>>([])

  /// Writes what was recorded into the fixture file. Call it once, after the last case.
  ///
  /// ``FixtureMode/rerecord`` removes what was not used, if every case ran to its end and every answer was kept.
  ///
  /// - Throws: ``FixtureFault`` where the file cannot be written. What was recorded stays in the journal then, and the
  ///   next recording takes it over.
  public func commit() throws(FixtureFault) {
    guard mode.isRecording else { return }
    let (recorded, journal, isWhole, secrets, used, isOutdated) = state.withLock { state in
      // A call that is still under way is one whose answer is not kept.
      state.isOver = true
      let isWhole = state.isEveryCaseWhole && state.unsavedCalls == 0 && state.inFlight.isEmpty
      return (
        state.additions, state.journal, isWhole, state.secrets, state.usedKeys,
        (try? state.loaded?.get())?.holdsForbidden ?? false
      )
    }
    let additions = Self.ordered(recorded)
    let path = file.standardizedFileURL.path
    let isFirstRewrite = Self.rewrittenFiles.withLock { !$0.contains(path) }
    let replaces = mode == .rerecord && isWhole && isFirstRewrite
    guard !additions.isEmpty || replaces || isOutdated else {
      journal?.remove()
      return
    }
    do throws(FixtureFault) {
      try Self.locked(file, root: root) { () throws(FixtureFault) in
        let old = try ownFile().file
        let base = replaces ? nil : old
        let united = (base ?? FixtureFile(test: test.description)).merging(additions)
        let merged = Self.renumbered(united)
        state.withLock { $0.use.written = (merged, united.exchanges.map { used.contains($0.key) }) }
        if merged.exchanges.isEmpty {
          do throws(FileFault) {
            try DurableFile.remove(file)
          } catch {
            throw FixtureFault(.unwritable, "An empty fixture was not removed. \(error)")
          }
        } else {
          // Somebody may have pruned meanwhile what nothing referred to yet.
          let media = FixtureMedia(of: file)
          let redactor = redactor.adding(secrets: secrets.sorted())
          try media.write(state.withLock { $0.media }, redactor: redactor)
          try merged.write(file, redactor: redactor)
          if replaces { media.removeAll(but: merged.text) }
        }
      }
    } catch {
      journal?.close()
      let count = recorded.values.count { $0.isInJournal }
      let kept =
        count == 0
        ? ""
        : """

        The \(count == 1 ? "answer" : "\(count) answers") of this run \(count == 1 ? "is" : "are") kept in the journal \
        under .build/llmspec/journal; the next recording of this test takes \(count == 1 ? "it" : "them") over.
        """
      throw FixtureFault(error.kind, error.message + kept)
    }
    if mode == .rerecord { _ = Self.rewrittenFiles.withLock { $0.insert(path) } }
    journal?.remove()
  }

  /// In the order in which they followed each other; from the first that ran beside another, where order is chance, by
  /// their content.
  private static func ordered(_ additions: [CallKey: Addition]) -> [FixtureExchange] {
    var texts: [ContentHash: String] = [:]
    for key in additions.keys where texts[key.request] == nil {
      texts[key.request] = additions[key]?.exchange.request.text
    }
    return additions.values.sorted { left, right in
      let (a, b) = (left.exchange.key, right.exchange.key)
      if a.trial != b.trial { return a.trial < b.trial }
      if left.step != right.step { return left.step < right.step }
      if a.request != b.request {
        return (texts[a.request] ?? "").utf8.lexicographicallyPrecedes((texts[b.request] ?? "").utf8)
      }
      return (a.case ?? "", a.draw, a.ordinal) < (b.case ?? "", b.draw, b.ordinal)
    }.map(\.exchange)
  }

  /// Closes the gaps that answers left which were not kept: replaying counts without gaps.
  private static func renumbered(_ file: FixtureFile) -> FixtureFile {
    var file = file
    var groups: [CallKey: [Int]] = [:]
    for (index, exchange) in file.exchanges.enumerated() {
      groups[exchange.key.group, default: []].append(index)
    }
    for positions in groups.values {
      let byOrdinal = positions.sorted { file.exchanges[$0].key.ordinal < file.exchanges[$1].key.ordinal }
      for (count, position) in byOrdinal.enumerated() { file.exchanges[position].key.ordinal = count + 1 }
    }
    return file
  }

  /// Takes over what recordings that were cut off had paid for.
  func recoverAbandonedJournals() throws(FixtureFault) {
    guard !RecordingJournal.abandoned(for: file, root: root).isEmpty else { return }
    try Self.locked(file, root: root) { () throws(FixtureFault) in
      // What was killed may have been killed while it wrote the fixture.
      try? DurableFile.removeLeftovers(of: file)
      for journal in RecordingJournal.abandoned(for: file, root: root) {
        // Held until it is removed, so that no process begins to write into it.
        guard let held = FileLock(journal).tryAcquire() else { continue }
        defer { held.release() }
        // Rules that became stricter since must not stand in the way of every later recording.
        let exchanges = try RecordingJournal.exchanges(of: journal).map { $0.renewed(rules, redactor: redactor) }
          .filter {
            redactor.remainder(in: $0) == nil && redactor.credentialRemainder(inFileText: $0.json.compactText) == nil
          }
        let old = try ownFile().file ?? FixtureFile(test: test.description)
        let missing = Self.exchanges(exchanges, notIn: old)
        if !missing.isEmpty { try Self.renumbered(old.merging(missing)).write(file, redactor: redactor) }
        try? DurableFile.remove(journal)
      }
    }
  }

  /// Leaves out what the file holds already: the process may have been killed after it wrote the file.
  ///
  /// Repetitions of one call are looked at together, as writing the file closed the gaps between their ordinals.
  private static func exchanges(_ exchanges: [FixtureExchange], notIn file: FixtureFile) -> [FixtureExchange] {
    func group(_ exchange: FixtureExchange) -> (key: CallKey, exchange: FixtureExchange) {
      var plain = exchange
      plain.key.ordinal = 0
      return (plain.key, plain)
    }
    var written: [CallKey: Set<FixtureExchange>] = [:]
    for exchange in file.exchanges {
      let (key, plain) = group(exchange)
      written[key, default: []].insert(plain)
    }
    var groupsToAdd: Set<CallKey> = []
    for exchange in exchanges {
      let (key, plain) = group(exchange)
      if written[key]?.contains(plain) != true { groupsToAdd.insert(key) }
    }
    return exchanges.filter { groupsToAdd.contains(group($0).key) }
  }

  /// Keeps every other process that would change the fixture `file` from it meanwhile.
  static func locked(
    _ file: URL, root: PackageRoot, _ body: () throws(FixtureFault) -> Void
  ) throws(FixtureFault) {
    let lock = FileLock(RecordingJournal.lock(for: file, root: root))
    do {
      try lock.withLock { try body() }
    } catch let fault as FixtureFault {
      throw fault
    } catch {
      throw FixtureFault(.unwritable, "The fixture \(file.path) could not be locked. \(error)")
    }
  }
}

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
    let (additions, journal, isWhole, secrets, used, isOutdated) = state.withLock { state in
      (
        Self.ordered(state.additions), state.journal, state.isEveryCaseWhole && state.unsavedCalls == 0, state.secrets,
        state.usedKeys, (try? state.loaded?.get())?.holdsForbidden ?? false
      )
    }
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
          try media.write(state.withLock { $0.media })
          try merged.write(file, redactor: redactor.adding(secrets: secrets.sorted()))
          if replaces { media.removeAll(but: merged.text) }
        }
      }
    } catch {
      journal?.close()
      let count = additions.count
      let kept =
        journal == nil || count == 0
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

  /// In the order in which they began; calls that ran at the same time, whose order is chance, by their content.
  private static func ordered(_ additions: [CallKey: Addition]) -> [FixtureExchange] {
    additions.values.sorted { left, right in
      let (a, b) = (left.exchange.key, right.exchange.key)
      if a.trial != b.trial { return a.trial < b.trial }
      if left.generation != right.generation { return left.generation < right.generation }
      if a.request != b.request {
        return left.exchange.request.text.utf8.lexicographicallyPrecedes(
          right.exchange.request.text.utf8)
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
      for journal in RecordingJournal.abandoned(for: file, root: root) {
        // Rules that became stricter since must not stand in the way of every later recording.
        let exchanges = RecordingJournal.exchanges(of: journal).map { $0.renewed(rules, redactor: redactor) }.filter {
          redactor.remainder(in: $0) == nil && redactor.credentialRemainder(inFileText: $0.json.compactText) == nil
        }
        if !exchanges.isEmpty {
          let old = try ownFile().file ?? FixtureFile(test: test.description)
          try Self.renumbered(old.merging(exchanges)).write(file, redactor: redactor)
        }
        try? DurableFile.remove(journal)
      }
    }
  }

  /// Keeps every other process that would change the fixture `file` from it meanwhile.
  static func locked(
    _ file: URL, root: PackageRoot, _ body: () throws(FixtureFault) -> Void
  ) throws(FixtureFault) {
    let lock = FileLock(RecordingJournal.folder(for: file, root: root).appendingPathExtension("lock"))
    do {
      try lock.withLock { try body() }
    } catch let fault as FixtureFault {
      throw fault
    } catch {
      throw FixtureFault(.unwritable, "The fixture \(file.path) could not be locked. \(error)")
    }
  }
}

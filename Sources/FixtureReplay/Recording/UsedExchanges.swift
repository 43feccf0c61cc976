import DurableFiles
import Foundation
import LanguageModels
import SpecRecords
import StructuredOutput
import Synchronization

/// What a test used of its fixture so far.
struct UsedExchanges: Sendable {
  /// For each exchange of the file as it was read whether it answered a call; shorter where the last ones did not.
  private var flags: [Bool] = []
  /// The calls that had no answer, each once however often the app tried.
  private(set) var missed: Set<CallKey> = []
  private(set) var missedModels: Set<String> = []
  /// Whether something stood in the way of calls that the test makes elsewhere or at another time.
  private(set) var wasHindered = false
  /// The file that the recording wrote, and which of its exchanges this test used.
  var written: (file: FixtureFile, isUsed: [Bool])?

  func contains(_ position: Int) -> Bool { position < flags.count && flags[position] }

  mutating func note(_ position: Int) {
    if position >= flags.count { flags.append(contentsOf: repeatElement(false, count: position + 1 - flags.count)) }
    flags[position] = true
  }

  mutating func noteHindrance() { wasHindered = true }

  mutating func noteMiss(_ key: CallKey, _ request: RequestIdentity) {
    missed.insert(key)
    if let model = request.model { missedModels.insert(model) }
  }
}

extension FixtureStore {
  /// Takes note of a case in which something could not be judged: without its judge, for one, a test does not make the
  /// judge's calls, and what is recorded for them must not be taken for unused.
  public func noteInconclusiveCase() { state.withLock { $0.use.noteHindrance() } }

  /// What the test used of its fixture, for the record of the run. Ask for it after ``commit()``.
  ///
  /// Nil where there is nothing to tell: in mode `live`, for a test that made no call and has no fixture, and where the
  /// fixture cannot be read.
  public func useRecord() -> FixtureUseRecord? {
    guard mode != .live else { return nil }
    let (use, isTouched, isWhole) = state.withLock { state in
      (
        state.use, state.loaded != nil || state.use.written != nil,
        state.isEveryCaseWhole && state.unsavedCalls == 0 && !state.use.wasHindered
      )
    }
    if !isTouched {
      guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    }
    // As they stand on disk: positions and keys are looked up there.
    let exchanges: [FixtureExchange]
    let isUsed: [Bool]
    if let written = use.written {
      (exchanges, isUsed) = (written.file.exchanges, written.isUsed)
    } else {
      guard let loaded = try? loaded() else { return nil }
      exchanges = (loaded.outdated ?? loaded.file)?.exchanges ?? []
      isUsed = exchanges.indices.map(use.contains)
    }
    guard !exchanges.isEmpty || !use.missed.isEmpty else { return nil }
    var models = use.missedModels
    for (exchange, isUsed) in zip(exchanges, isUsed) where isUsed {
      if let model = exchange.request.model { models.insert(model) }
    }
    let unused = PositionRanges(isUsed.indices.filter { !isUsed[$0] }.map { $0 + 1 })
    return FixtureUseRecord(
      spec: test.description, fixture: root.relativePath(of: file), mode: mode.rawValue, exchanges: exchanges.count,
      keys: exchanges.keyDigest { _ in true },
      unused: unused, usedKeys: unused.isEmpty ? nil : exchanges.keyDigest { isUsed[$0] }, misses: use.missed.count,
      models: models.sorted(), isWhole: isWhole)
  }
}

extension FixtureStore.State {
  /// The calls that an exchange of the file answered, or a provider in this run.
  var usedKeys: Set<CallKey> {
    let exchanges = (try? loaded?.get())?.file?.exchanges ?? []
    return Set(additions.keys).union(exchanges.indices.filter(use.contains).map { exchanges[$0].key })
  }
}

extension [FixtureExchange] {
  /// A digest of which calls these exchanges answer, in their order, whatever the answers: the first 16 digits of a
  /// SHA-256.
  ///
  /// - Parameter includes: Whether the exchange at an index takes part.
  func keyDigest(where includes: (Int) -> Bool) -> String {
    var hasher = SHA256()
    for (index, exchange) in enumerated() where includes(index) {
      let key = exchange.key
      hasher.update(key.request.bytes)
      hasher.update("\(key.trial) \(key.draw) \(key.ordinal) \(key.case ?? "")\n")
    }
    return String(hasher.finalize().hexadecimal.prefix(16))
  }
}

import DurableFiles
import Foundation
import LanguageModels
import SpecRecords
import StructuredOutput
import Synchronization

/// What is recorded for one test, shared by all its cases and trials.
///
/// The file is read with the first call, so that a test without calls costs nothing. What is recorded goes to a
/// journal at once and into the file when ``commit()`` is called after the last case.
public final class FixtureStore: Sendable {
  /// The test.
  public let test: SpecIdentity
  /// The fixture file.
  public let file: URL
  /// The root that paths in messages are shown from.
  public let root: PackageRoot
  /// What happens to calls.
  public let mode: FixtureMode
  /// What is declared about the fixture.
  public let options: FixtureOptions
  /// What does not count for the identity of a request.
  var rules: IdentityRules { options.rules }
  /// Where calls go that go out.
  ///
  /// URL loading opens sockets when it is first touched, so replaying must not touch it.
  var live: any HTTPTransport { givenLive ?? URLSessionTransport.shared }
  private let givenLive: (any HTTPTransport)?
  let now: @Sendable () -> Date
  /// Where calls without an answer are written down; nil where no recording is planned.
  let plan: PlanJournal?
  /// What is taken out of what is kept, and out of requests before they are looked up.
  let redactor: FixtureRedactor
  let state = Mutex(State())

  struct State {
    var loaded: Result<Loaded, FixtureFault>?
    var additions: [CallKey: Addition] = [:]
    var inFlight: [CallKey: [CheckedContinuation<Void, Never>]] = [:]
    var journal: RecordingJournal?
    /// Why an answer could not be put into the journal.
    var journalFault: FixtureFault?
    /// Whether the file was written: what comes later is not kept.
    var isOver = false
    var unsavedCalls = 0
    var isEveryCaseWhole = true
    var secrets: Set<String> = []
    /// Images, sounds and files of recorded requests, which the fixture holds by digest alone.
    var media: [MediaBlob] = []
    var use = UsedExchanges()
  }

  struct Loaded {
    /// The file under the rules.
    var file: FixtureFile?
    /// The file on disk, where it holds what would be kept otherwise now.
    var outdated: FixtureFile?
    var holdsForbidden: Bool
    var positions: [CallKey: Int]
    var nearest: NearestRequests
  }

  struct Addition {
    var exchange: FixtureExchange
    /// Which step of its case and trial it was; see ``CallCourse``.
    var step: Int
    var isInJournal: Bool
  }

  /// What a recording call has to do.
  enum Beginning {
    /// The answer is there: from the file, or recorded by another case of this run.
    case answered(FixtureExchange, isNew: Bool)
    /// Another case asks just the same now; its answer will serve both.
    case wait
    /// The call goes out.
    case send
  }

  private static let openFiles = Mutex<[String: (test: SpecIdentity, sourceFile: String)]>([:])
  private static let serial = Atomic<Int>(0)

  /// Makes the store of a test.
  ///
  /// - Parameters:
  ///   - test: The test.
  ///   - sourceFile: The file that the test stands in, to tell two private tests of one name apart.
  ///   - file: The fixture; it need not be there yet.
  ///   - root: The package, which holds the journal.
  ///   - mode: What happens to calls.
  ///   - options: What is declared about the fixture.
  ///   - live: Where calls go in the modes that let them out; nil for URL loading.
  ///   - now: The time that recorded exchanges are marked with.
  ///   - plan: Where calls that ``FixtureMode/replay`` cannot answer are written down; nil for nowhere.
  /// - Throws: ``FixtureFault`` where another test claims the same file, or a rule is malformed.
  public init(
    test: SpecIdentity, sourceFile: String, file: URL, root: PackageRoot, mode: FixtureMode,
    options: FixtureOptions = FixtureOptions(), live: (any HTTPTransport)? = nil,
    now: @escaping @Sendable () -> Date = { Date() }, plan: PlanJournal? = .ofProcess
  ) throws(FixtureFault) {
    self.test = test
    self.file = file
    self.root = root
    self.mode = mode
    self.redactor = FixtureRedactor(personalData: options.personalData)
    self.givenLive = live
    self.now = now
    self.options = options
    self.plan = plan
    let faults = options.rules.faults
    if !faults.isEmpty {
      throw FixtureFault(.unusableRule, "\(test): \(faults.joined(separator: "\n")) Put it right where it is declared.")
    }
    let claim = FixturePath.folded(file.standardizedFileURL.path)
    let other = Self.openFiles.withLock { claims in
      let other = claims[claim]
      if other == nil { claims[claim] = (test, sourceFile) }
      return other
    }
    if let other, other.test != test || other.sourceFile != sourceFile {
      throw FixtureFault(
        .ambiguousTest,
        """
        Two tests claim the fixture \(root.relativePath(of: file)): \(other.test) in \(other.sourceFile) and \(test) \
        in \(sourceFile). Give one of them another name, or a directory of its own: .fixtures(directory: "…").
        """)
    }
  }

  // MARK: - Answers

  /// The recorded exchange of a key, or the fault that tells why there is none.
  func exchange(for key: CallKey, of request: RequestIdentity, promptVersion: String?) throws(FixtureFault)
    -> FixtureExchange
  {
    let loaded = try self.loaded()
    guard let position = loaded.positions[key], let file = loaded.file else {
      // What an edited request was before, and would be under the rules, cannot be known: it may be this one.
      if !rules.isEmpty, let exchanges = loaded.file?.exchanges,
        let edited = exchanges.firstIndex(where: { $0.request.hash != $0.key.request })
      {
        _ = try unedited(exchanges[edited], at: edited)
      }
      state.withLock { $0.use.noteMiss(key, request) }
      throw FixtureMiss(
        key: key, request: request, promptVersion: promptVersion, test: test, file: self.file, root: root,
        recorded: loaded.file?.exchanges, nearest: loaded.nearest,
        hasAbandonedJournal: !RecordingJournal.abandoned(for: self.file, root: root).isEmpty
      ).fault
    }
    do throws(FixtureFault) {
      let exchange = try unedited(file.exchanges[position], at: position)
      state.withLock { $0.use.note(position) }
      return exchange
    } catch {
      state.withLock { $0.use.noteHindrance() }
      throw error
    }
  }

  private func unedited(_ exchange: FixtureExchange, at position: Int) throws(FixtureFault) -> FixtureExchange {
    guard let edit = exchange.edit else { return exchange }
    throw FixtureFault(
      .edited,
      """
      The fixture \(root.relativePath(of: file)) was edited by hand: exchange \(position + 1) \
      (\(exchange.request.method) \(exchange.request.path), trial \(exchange.key.trial)) is not as it was recorded: \
      \(edit) was changed.
      Bring the file back with `git checkout`, or record again: \(RecordingCommand(mode: .rerecord, test: test)). \
      To keep an answer that a person wrote, take its "digest" line out.
      """)
  }

  func loaded() throws(FixtureFault) -> Loaded {
    let result = state.withLock { state in
      if let loaded = state.loaded { return loaded }
      let loaded: Result<Loaded, FixtureFault>
      do throws(FixtureFault) {
        if mode.isRecording { try recoverAbandonedJournals() }
        let (contents, outdated, holdsForbidden) = try ownFile()
        var positions: [CallKey: Int] = [:]
        for (index, exchange) in (contents?.exchanges ?? []).enumerated() { positions[exchange.key] = index }
        loaded = .success(
          Loaded(
            file: contents, outdated: outdated, holdsForbidden: holdsForbidden, positions: positions,
            nearest: NearestRequests(contents?.exchanges ?? [])))
      } catch {
        loaded = .failure(error)
      }
      state.loaded = loaded
      return loaded
    }
    return try result.get()
  }

  /// The file as it would be recorded now, nil where there is none; the one on disk where that is another one; and
  /// whether that holds what must not be kept.
  func ownFile() throws(FixtureFault) -> (file: FixtureFile?, outdated: FixtureFile?, holdsForbidden: Bool) {
    guard let contents = try FixtureFile.read(file) else { return (nil, nil, false) }
    if contents.test == test.description {
      if let repeated = RepeatedCall(in: contents) { throw fault(of: repeated, in: contents) }
      let renewed = contents.renewed(rules, redactor: redactor)
      return (
        renewed.file, renewed.hasChanged ? contents : nil, renewed.hasChanged && contents.isRedactedAnew(by: redactor)
      )
    }
    if FixturePath.folded(contents.test) == FixturePath.folded(test.description) {
      throw FixtureFault(
        .ambiguousTest,
        """
        The fixture \(root.relativePath(of: file)) belongs to the test \(contents.test), whose name this disk does not \
        tell from that of \(test). Give one of them another name, or a directory of its own: .fixtures(directory: "…").
        """)
    }
    throw FixtureFault(
      .ambiguousTest,
      """
      The fixture \(root.relativePath(of: file)) belongs to the test \(contents.test), not to \(test). \
      If the test was renamed, change the "test" line of the file to \(test); else delete the file and record it: \
      \(RecordingCommand(mode: .record, test: test))
      """)
  }

  private func fault(of repeated: RepeatedCall, in contents: FixtureFile) -> FixtureFault {
    let exchange = contents.exchanges[repeated.later]
    return FixtureFault(
      .unreadable,
      """
      The fixture \(root.relativePath(of: file)) cannot be used: exchanges \(repeated.earlier + 1) and \
      \(repeated.later + 1)\(repeated.lines(in: file, of: contents.exchanges.count)) answer the same call \
      (\(exchange.request.method) \(exchange.request.path), trial \(exchange.key.trial)), as when a merge keeps both \
      sides. Take one of them out, or delete both and record the call again: \
      \(RecordingCommand(mode: .record, test: test))
      """)
  }

  // MARK: - Recording

  /// Whether a recording call must go out. A call that must not wait has to be ended with ``add(_:step:)`` or
  /// ``abandon(_:)``.
  func begin(_ key: CallKey, step: Int) throws(FixtureFault) -> Beginning {
    do throws(FixtureFault) {
      return try beginning(of: key, step: step)
    } catch {
      // An app may catch this and go on: what could not be asked must not be taken for unused.
      noteUnsavedCall()
      throw error
    }
  }

  private func beginning(of key: CallKey, step: Int) throws(FixtureFault) -> Beginning {
    let loaded = try self.loaded()
    let beginning: Result<Beginning, FixtureFault> = state.withLock { state in
      if let addition = state.additions[key] {
        // Which of several cases asks first is chance.
        state.additions[key]?.step = min(addition.step, step)
        return .success(.answered(addition.exchange, isNew: true))
      }
      if mode == .record, let position = loaded.positions[key], let file = loaded.file {
        do throws(FixtureFault) {
          let exchange = try unedited(file.exchanges[position], at: position)
          state.use.note(position)
          return .success(.answered(exchange, isNew: false))
        } catch {
          return .failure(error)
        }
      }
      if state.inFlight[key] != nil { return .success(.wait) }
      if state.isOver {
        return .failure(FixtureFault(.unwritable, "Nothing was sent: \(test) is over. \(Self.waitForCalls)"))
      }
      if let fault = state.journalFault {
        return .failure(
          FixtureFault(.unwritable, "Nothing was sent, because the answer before could not be kept safe. \(fault)"))
      }
      do throws(FixtureFault) {
        if state.journal == nil {
          try checkWritable()
          let serial = Self.serial.wrappingAdd(1, ordering: .relaxed).newValue
          state.journal = try RecordingJournal(of: test, for: file, root: root, serial: serial)
        }
      } catch {
        return .failure(error)
      }
      state.inFlight[key] = []
      return .success(.send)
    }
    return try beginning.get()
  }

  /// Waits until the call of this key that is in flight is over.
  func wait(for key: CallKey) async {
    await withCheckedContinuation { continuation in
      let isOver = state.withLock { state in
        guard state.inFlight[key] != nil else { return true }
        state.inFlight[key]?.append(continuation)
        return false
      }
      if isOver { continuation.resume() }
    }
  }

  /// Keeps an exchange.
  ///
  /// - Parameter isTrouble: An error that an app lived through. It gives way to an answer that another case got to the
  ///   same question meanwhile: that case would meet, in replay, an error that it never saw.
  func add(_ exchange: FixtureExchange, step: Int, isTrouble: Bool = false) throws(FixtureFault) {
    let (waiting, fault) = state.withLock { state -> ([CheckedContinuation<Void, Never>], FixtureFault?) in
      if isTrouble, state.additions[exchange.key] != nil { return ([], nil) }
      let waiting = isTrouble ? [] : state.inFlight.removeValue(forKey: exchange.key) ?? []
      do throws(FixtureFault) {
        if state.isOver {
          let call = "\(exchange.request.method) \(exchange.request.path)"
          throw FixtureFault(
            .unwritable, "The answer to \(call) came when \(test) was over, and is not kept. \(Self.waitForCalls)")
        }
        try checkFreeOfCredentials(exchange, secrets: state.secrets)
      } catch {
        state.unsavedCalls += 1
        return (waiting, error)
      }
      do throws(FixtureFault) {
        try state.journal?.append(exchange)
        state.additions[exchange.key] = Addition(exchange: exchange, step: step, isInJournal: state.journal != nil)
        return (waiting, nil)
      } catch {
        // It was paid for: the fixture may lie on another disk, or there may be space again when it is written.
        state.additions[exchange.key] = Addition(exchange: exchange, step: step, isInJournal: false)
        state.journalFault = error
        state.unsavedCalls += 1
        return (waiting, error)
      }
    }
    for continuation in waiting { continuation.resume() }
    if let fault { throw fault }
  }

  private static let waitForCalls = "Let the test wait for every call that the app makes, then record again."

  /// The journal is a file too: what must not stand in the fixture must not stand there.
  private func checkFreeOfCredentials(_ exchange: FixtureExchange, secrets: Set<String>) throws(FixtureFault) {
    let redactor = redactor.adding(secrets: secrets)
    var media: [MediaBlob] = []
    _ = exchange.json(withoutMedia: &media)
    guard
      let remainder = redactor.remainder(in: exchange) ?? redactor.remainder(in: media)
        ?? redactor.credentialRemainder(inFileText: exchange.json.compactText)
    else { return }
    throw FixtureFault(
      .holdsCredential,
      """
      The answer to \(exchange.request.method) \(exchange.request.path) was not kept: \(root.relativePath(of: file)) \
      would hold \(remainder). Keep such data out of what the model can answer with, then record again.
      """)
  }

  /// Ends a call that is not kept (yet).
  func abandon(_ key: CallKey) {
    let waiting = state.withLock { $0.inFlight.removeValue(forKey: key) ?? [] }
    for continuation in waiting { continuation.resume() }
  }

  /// Takes note of a call that went out and whose answer is not kept.
  func noteUnsavedCall() { state.withLock { $0.unsavedCalls += 1 } }

  /// Keeps the images, sounds and files of a request, of which the fixture holds digests.
  func keepMedia(_ media: [MediaBlob]) throws(FixtureFault) {
    guard !media.isEmpty else { return }
    state.withLock { $0.media += media }
    try FixtureMedia(of: file).write(media, redactor: redactorOfRecords)
  }

  /// Takes note of credentials that requests are sent with, so that no file holds them.
  func noteSecrets(_ secrets: [String]) { state.withLock { $0.secrets.formUnion(secrets) } }

  /// Takes out of records of the test what its fixture must not hold either: credentials, those too that its requests
  /// were sent with, and declared personal data.
  public var redactorOfRecords: FixtureRedactor {
    let secrets = state.withLock { $0.secrets }
    return secrets.isEmpty ? redactor : redactor.adding(secrets: secrets)
  }

  /// Takes note of a case that did not run to its end, so that what it would have used is not taken for unused.
  public func noteCutOffCase() { state.withLock { $0.isEveryCaseWhole = false } }

  /// The time now as it is written into exchanges.
  func timestamp() -> String { now().formatted(.iso8601) }

  /// Asks before anything is paid for.
  private func checkWritable() throws(FixtureFault) {
    if FileManager.default.fileExists(atPath: file.path), !FileManager.default.isWritableFile(atPath: file.path) {
      throw FixtureFault(
        .unwritable,
        """
        Nothing was sent: the answer could not be kept, because \(file.path) cannot be written. \
        Make it writable, or choose another place with LLMSPEC_FIXTURES.
        """)
    }
    var folder = file.deletingLastPathComponent().standardizedFileURL
    var isFolder: ObjCBool = false
    while !FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder), folder.path != "/" {
      folder = folder.deletingLastPathComponent().standardizedFileURL
    }
    if isFolder.boolValue, FileManager.default.isWritableFile(atPath: folder.path) { return }
    throw FixtureFault(
      .unwritable,
      """
      Nothing was sent: the answer could not be kept, because \(folder.path) \
      \(isFolder.boolValue ? "cannot be written" : "is not a folder"). \
      Make it writable, or choose another place with LLMSPEC_FIXTURES.
      """)
  }
}

extension RequestIdentity {
  /// The whole request as one text, to put calls that ran at the same time in an order that is always the same.
  var text: String {
    let place = path + query.map { " \($0.name)=\($0.value)" }.joined()
    return switch body {
    case .none: place
    case .json(let json): place + " " + json.canonicalText
    case .bytes(let bytes): place + " " + String(decoding: bytes, as: UTF8.self)
    }
  }
}

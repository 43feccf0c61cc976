import Foundation
import LanguageModels
import StructuredOutput
import Synchronization

/// Stands in the place of the live transport for one case of a test.
///
/// It counts equal requests of the case, each trial by itself, finds their answers in the ``FixtureStore`` and
/// remembers every call that had none, so that a miss is reported even where the app caught the error and answered
/// something.
public final class FixtureTransport: HTTPTransport {
  /// What is recorded for the test.
  public let store: FixtureStore
  /// What tells this case from the others of the test, where the spec declares it; a part of the identity.
  public let caseName: String?
  /// What happens to the calls of the case.
  public let mode: FixtureMode
  private let state = Mutex(State())

  private struct State {
    var ordinals: [CallKey: Int] = [:]
    var faults: [FixtureFault] = []
    var provisional: [Provisional] = []
    var savedCalls = 0
    /// Of each trial.
    var courses: [Int: CallCourse] = [:]
  }

  /// An answer that is kept only if the app lived through it.
  private struct Provisional {
    var exchange: FixtureExchange
    var step: Int
    var savedCallsBefore: Int
  }

  /// Makes the transport of a case.
  ///
  /// - Parameters:
  ///   - store: The test's fixture.
  ///   - caseName: Tells cases apart that make the same calls; nil where nothing needs to.
  ///   - mode: What happens to calls; nil for what the store says, where ``FixtureMode/drift`` means the calls of its live
  ///     side.
  public init(store: FixtureStore, caseName: String? = nil, mode: FixtureMode? = nil) {
    self.store = store
    self.caseName = caseName
    let mode = mode ?? store.mode
    self.mode = mode == .drift ? .live : mode
  }

  /// The calls so far that had no recorded answer, and what else was wrong with the fixture, each once.
  public var faults: [FixtureFault] { state.withLock { $0.faults } }

  /// Takes a fault out that was reported at a better place than the end of the body.
  public func acknowledge(_ fault: FixtureFault) {
    state.withLock { $0.faults.removeAll { $0.message == fault.message } }
  }

  /// Takes the faults out that were not taken yet.
  public func takeFaults() -> [FixtureFault] {
    state.withLock { state in
      defer { state.faults = [] }
      return state.faults
    }
  }

  /// Ends a run of the body: an error answer or a broken stream is kept if the app went on after it.
  ///
  /// - Parameters:
  ///   - threw: Whether the body ended by throwing.
  ///   - wasCancelled: Whether it was cancelled.
  public func finishBody(threw: Bool, wasCancelled: Bool) throws(FixtureFault) {
    if threw || wasCancelled { store.noteCutOffCase() }
    let (provisional, savedCalls) = state.withLock { state in
      defer { state.provisional = [] }
      return (state.provisional, state.savedCalls)
    }
    for item in provisional {
      if (threw || wasCancelled) && item.savedCallsBefore == savedCalls {
        store.noteUnsavedCall()
      } else {
        try store.add(item.exchange, step: item.step, isTrouble: true)
      }
    }
  }

  /// Answers from what is recorded, or sends the request and keeps the answer, as the mode of the store says.
  ///
  /// - Throws: ``FixtureFault`` for a call without a recorded answer; else what the live transport throws.
  public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    try Task.checkCancellation()
    if mode == .live { return try await live(request).send(request) }
    let (identity, redaction) = try identified(request)
    let key = nextKey(of: identity, draw: request.draw)
    guard mode.isRecording else {
      return try await recorded(key, identity, request).answer.response(origin: .replayed, timing: store.options.timing)
    }
    switch try await begin(key, request, identity) {
    case .answered(let exchange, let isNew):
      return try await exchange.answer.response(
        origin: isNew ? .recorded : .replayed, timing: isNew ? nil : store.options.timing)
    case .send(let step, let secrets):
      let response: HTTPResponse
      do {
        response = try await live(request).send(request)
      } catch {
        giveUp(key)
        throw error
      }
      var redaction = redaction
      redaction.add(secrets: secrets)
      let answer = RecordedAnswer(response, redaction: &redaction)
      try refuse(redaction.unsearched, key)
      let exchange = FixtureExchange(
        key: key, request: identity.sorted, promptVersion: request.promptVersion, recorded: store.timestamp(),
        answer: answer)
      guard try keep(exchange, of: request, step: step) else { return response }
      return try await answer.response(origin: .recorded)
    }
  }

  /// The same as ``send(_:)`` for an answer that is read as it arrives.
  ///
  /// - Throws: ``FixtureFault`` for a call without a recorded answer; else what the live transport throws.
  public func stream(_ request: HTTPRequest) async throws -> HTTPStreamedResponse {
    try Task.checkCancellation()
    if mode == .live { return try await live(request).stream(request) }
    let (identity, redaction) = try identified(request)
    let key = nextKey(of: identity, draw: request.draw)
    guard mode.isRecording else {
      return try await recorded(key, identity, request).answer.streamedResponse(
        origin: .replayed, timing: store.options.timing)
    }
    switch try await begin(key, request, identity) {
    case .answered(let exchange, let isNew):
      return try await exchange.answer.streamedResponse(
        origin: isNew ? .recorded : .replayed, timing: isNew ? nil : store.options.timing)
    case .send(let step, let secrets):
      let start = ContinuousClock.now
      let streamed: HTTPStreamedResponse
      do {
        streamed = try await live(request).stream(request)
      } catch {
        giveUp(key)
        throw error
      }
      var redaction = redaction
      redaction.add(secrets: secrets)
      let recording = StreamRecording(streamed: streamed, start: start, redaction: redaction) { answer, unsearched in
        try self.refuse(unsearched, key)
        guard let answer else {
          self.giveUp(key)
          return
        }
        let exchange = FixtureExchange(
          key: key, request: identity.sorted, promptVersion: request.promptVersion, recorded: self.store.timestamp(),
          answer: answer)
        _ = try self.keep(exchange, of: request, step: step)
      }
      return recording.response()
    }
  }

  // MARK: - Steps

  private func live(_ request: HTTPRequest) -> any HTTPTransport { request.live ?? store.live }

  private enum Beginning {
    case answered(FixtureExchange, isNew: Bool)
    case send(step: Int, secrets: [String])
  }

  /// What the request is recognised by, and the redaction that its answer goes on with.
  private func identified(_ request: HTTPRequest) throws -> (RequestIdentity, ExchangeRedaction) {
    var redaction = ExchangeRedaction(store.redactor)
    let identity = RequestIdentity(of: request, rules: store.options.rules, redaction: &redaction)
    guard let unsearched = redaction.unsearched else { return (identity, redaction) }
    store.noteUnsavedCall()
    return try noting { () throws(FixtureFault) in
      throw FixtureFault(
        .unsearched,
        "Nothing was sent: the request \(request.method) \(request.path) was not searched through: \(unsearched.reason)."
      )
    }
  }

  /// Refuses an answer of which nobody knows what it holds.
  private func refuse(_ unsearched: UnsearchedText?, _ key: CallKey) throws {
    guard let unsearched else { return }
    giveUp(key)
    try noting { () throws(FixtureFault) in
      throw FixtureFault(.unsearched, "An answer was not kept, for it was not searched through: \(unsearched.reason).")
    }
  }

  private func recorded(
    _ key: CallKey, _ identity: RequestIdentity, _ request: HTTPRequest
  ) throws -> FixtureExchange {
    do {
      return try noting { () throws(FixtureFault) in
        try store.planning(key, identity, request) { () throws(FixtureFault) in
          try store.exchange(for: key, of: identity, promptVersion: request.promptVersion)
        }
      }
    } catch {
      // An app that tries again after a miss asks for the same answer, and not for the one after it.
      uncount(key)
      throw error
    }
  }

  private func begin(
    _ key: CallKey, _ request: HTTPRequest, _ identity: RequestIdentity
  ) async throws -> Beginning {
    let step = state.withLock { $0.courses[key.trial, default: CallCourse()].begin() }
    do {
      return try await begin(key, request, identity, step: step)
    } catch {
      endStep(of: key)
      throw error
    }
  }

  private func begin(
    _ key: CallKey, _ request: HTTPRequest, _ identity: RequestIdentity, step: Int
  ) async throws -> Beginning {
    while true {
      try Task.checkCancellation()
      switch try noting({ () throws(FixtureFault) in try store.begin(key, step: step) }) {
      case .answered(let exchange, let isNew):
        endStep(of: key)
        return .answered(exchange, isNew: isNew)
      case .wait:
        await store.wait(for: key)
      case .send:
        // A key that is missing is the live transport's to complain of.
        let credentials =
          ((try? request.destination())?.credentials.fields ?? [])
          + request.query.fields.filter { FixtureRedactor.isCredentialName($0.name) }
        let secrets = credentials.map { $0.value.split(separator: " ").last.map(String.init) ?? $0.value }
        store.noteSecrets(secrets)
        let redactor = store.redactor.adding(secrets: secrets)
        if let remainder = redactor.remainder(in: identity) ?? redactor.remainder(in: identity.media(in: request)) {
          abandon(key)
          try noting { () throws(FixtureFault) in
            throw FixtureFault(
              .holdsCredential,
              """
              Nothing was sent: \(store.root.relativePath(of: store.file)) would hold \
              \(remainder.within("the request \(request.method) \(request.path)")). \
              Keep credentials out of prompts, and other such data out of names of fields.
              """)
          }
        }
        return .send(step: step, secrets: secrets)
      }
    }
  }

  /// Keeps an answer, or remembers it until it is known whether the app lived through it; false where it is never kept.
  private func keep(_ exchange: FixtureExchange, of request: HTTPRequest, step: Int) throws -> Bool {
    defer { endStep(of: exchange.key) }
    let keeping = exchange.answer.keeping(for: request.purpose)
    if keeping != .never {
      do {
        try noting { () throws(FixtureFault) in try store.keepMedia(exchange.request.media(in: request)) }
      } catch {
        abandon(exchange.key)
        throw error
      }
    }
    switch keeping {
    case .always:
      try noting { () throws(FixtureFault) in try store.add(exchange, step: step) }
      state.withLock { $0.savedCalls += 1 }
      return true
    case .ifLivedThrough:
      store.abandon(exchange.key)
      state.withLock { state in
        state.provisional.append(
          Provisional(exchange: exchange, step: step, savedCallsBefore: state.savedCalls))
      }
      return true
    case .never:
      abandon(exchange.key)
      return false
    }
  }

  /// Ends a call whose answer is not kept.
  private func giveUp(_ key: CallKey) {
    abandon(key)
    endStep(of: key)
  }

  private func endStep(of key: CallKey) { state.withLock { $0.courses[key.trial]?.end() } }

  private func abandon(_ key: CallKey) {
    store.abandon(key)
    store.noteUnsavedCall()
    // What is not kept must not count: the same request, asked again, is the first one that replays.
    uncount(key)
  }

  private func uncount(_ key: CallKey) {
    let group = key.group
    state.withLock { state in
      if state.ordinals[group] == key.ordinal { state.ordinals[group] = key.ordinal - 1 }
    }
  }

  private func nextKey(of identity: RequestIdentity, draw: Int) -> CallKey {
    var key = CallKey(request: identity.hash, case: caseName, trial: TrialNumber.current, draw: draw, ordinal: 0)
    key.ordinal = state.withLock { state in
      let ordinal = (state.ordinals[key] ?? 0) + 1
      state.ordinals[key] = ordinal
      return ordinal
    }
    return key
  }

  private func noting<R>(_ body: () throws(FixtureFault) -> R) throws -> R {
    do throws(FixtureFault) {
      return try body()
    } catch {
      state.withLock { state in
        if !state.faults.contains(where: { $0.message == error.message }) { state.faults.append(error) }
      }
      throw error
    }
  }
}

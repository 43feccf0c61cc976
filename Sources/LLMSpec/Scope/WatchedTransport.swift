import FixtureReplay
import LanguageModels
import Synchronization

/// Hands calls to the fixtures and remembers those that ended without any answer.
///
/// An app that catches such an error and answers something must not make a run green that ran out of money or never
/// reached its provider. A call that is answered when it is made again was lived through, and so is an error that a
/// server answered with: that is behaviour.
final class WatchedTransport: HTTPTransport {
  private let fixtures: FixtureTransport
  private let unanswered = Mutex<[Unanswered]>([])

  private struct Unanswered {
    var request: HTTPRequest
    var fault: ModelFault
  }

  init(_ fixtures: FixtureTransport) { self.fixtures = fixtures }

  /// The calls of the app so far that got no answer.
  var faults: [ModelFault] { unanswered.withLock { $0.map(\.fault) } }

  /// Takes out what was not taken yet, each message once.
  func takeFaults() -> [ModelFault] {
    let calls = unanswered.withLock { calls in
      defer { calls = [] }
      return calls
    }
    var faults: [ModelFault] = []
    for call in calls where !faults.contains(where: { $0.message == call.fault.message }) { faults.append(call.fault) }
    return faults
  }

  /// Takes a fault out that was reported at a better place than the end of the body.
  func acknowledge(_ fault: ModelFault) {
    unanswered.withLock { $0.removeAll { $0.fault.message == fault.message } }
  }

  func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    try await watch(request) { try await fixtures.send(request) }
  }

  func stream(_ request: HTTPRequest) async throws -> HTTPStreamedResponse {
    try await watch(request) { try await fixtures.stream(request) }
  }

  private func watch<R: Sendable>(_ request: HTTPRequest, _ body: () async throws -> R) async throws -> R {
    let response: R
    do {
      response = try await body()
    } catch {
      note(error, of: request)
      throw error
    }
    noteAnswer(to: request)
    return response
  }

  private func note(_ error: any Error, of request: HTTPRequest) {
    guard let fault = error as? ModelFault else { return }
    switch fault.kind {
    case .missingCredential, .budgetExhausted, .deadlineExceeded, .connection:
      unanswered.withLock { $0.append(Unanswered(request: request, fault: fault)) }
    default: break
    }
  }

  private func noteAnswer(to request: HTTPRequest) {
    unanswered.withLock { calls in
      guard !calls.isEmpty else { return }
      calls.removeAll { $0.request.path == request.path && $0.request.body == request.body }
    }
  }
}

import Foundation
import LanguageModels
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Loads the requests that the shared session makes for one scope.
final class SharedSlotURLProtocol<Number: SlotNumber>: ScopedURLProtocol {
  override class var scope: ClientScope? { SharedSessionSlots.scope(of: self) }

  override class func canInit(with request: URLRequest) -> Bool {
    super.canInit(with: request) && SharedSessionSlots.claims(self)
  }
}

/// Which scope the shared session's requests belong to, and by which class each is loaded.
///
/// Between the moment when a class claims a request and the moment when it loads it, another scope may have had its
/// turn. So each scope and trial has a class of its own, out of a number that is fixed when they are registered.
enum SharedSessionSlots {
  /// How many scopes later a class is used again.
  private static let count = 128

  private struct State {
    var turn: Turn?
    var scopes: [ObjectIdentifier: ClientScope] = [:]
    var next = 0
  }

  /// The scope that may use the session now.
  private struct Turn {
    var transport: any HTTPTransport
    var isForeign: @Sendable () -> Bool
    var classes: [Int: ObjectIdentifier] = [:]
    var lastTrial: Int
  }

  private static let state = Mutex(State())

  static let protocolClasses: [ScopedURLProtocol.Type] = (1...count).map { make(SlotNumbers.type(of: $0)) }

  private static func make<Number: SlotNumber>(_: Number.Type) -> ScopedURLProtocol.Type {
    SharedSlotURLProtocol<Number>.self
  }

  static func scope(of protocolClass: AnyClass) -> ClientScope? {
    state.withLock { $0.scopes[ObjectIdentifier(protocolClass)] }
  }

  static func open(transport: any HTTPTransport, isForeign: @escaping @Sendable () -> Bool) {
    state.withLock {
      $0.turn = Turn(transport: transport, isForeign: isForeign, lastTrial: TrialNumber.current)
    }
  }

  static func close() { state.withLock { $0.turn = nil } }

  /// Whether a request that the running task makes is for this class to load.
  static func claims(_ protocolClass: AnyClass) -> Bool {
    guard let turn = state.withLock({ $0.turn }), !turn.isForeign() else { return false }
    let open = ClientScope(transport: turn.transport, trial: turn.lastTrial)
    // In a callback or a detached task, and on Apple's platforms everywhere, no scope can be seen: then it is the open
    // one's.
    let caller = ModelCallContext.current
    if let caller, open.identity != nil, !open.isScope(of: caller) { return false }
    let trial = caller == nil ? turn.lastTrial : TrialNumber.current
    return state.withLock { state in
      guard state.turn != nil else { return false }
      state.turn?.lastTrial = trial
      if let known = state.turn?.classes[trial] { return known == ObjectIdentifier(protocolClass) }
      let chosen = ObjectIdentifier(protocolClasses[state.next % count])
      state.next += 1
      state.turn?.classes[trial] = chosen
      state.scopes[chosen] = ClientScope(transport: turn.transport, trial: trial)
      return chosen == ObjectIdentifier(protocolClass)
    }
  }
}

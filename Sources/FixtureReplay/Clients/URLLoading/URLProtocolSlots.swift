import Foundation
import LanguageModels
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A digit of a number that is spelled as a type.
protocol SlotNumber {}

/// The number without digits.
enum NoDigits: SlotNumber {}

/// A 0 in front of the other digits.
enum ZeroDigit<Rest: SlotNumber>: SlotNumber {}

/// A 1 in front of the other digits.
enum OneDigit<Rest: SlotNumber>: SlotNumber {}

/// Any number of distinct types, made at run time.
///
/// URL loading makes a protocol object of a class and tells it nothing of the session or of the task that asked. So each
/// scope has a class of its own, and a request knows its scope for certain by the class that loads it.
enum SlotNumbers {
  static func type(of number: Int) -> any SlotNumber.Type {
    var spelled: any SlotNumber.Type = NoDigits.self
    var rest = number
    while rest > 0 {
      spelled = rest % 2 == 0 ? withZero(spelled) : withOne(spelled)
      rest /= 2
    }
    return spelled
  }

  private static func withZero<Rest: SlotNumber>(_: Rest.Type) -> any SlotNumber.Type { ZeroDigit<Rest>.self }

  private static func withOne<Rest: SlotNumber>(_: Rest.Type) -> any SlotNumber.Type { OneDigit<Rest>.self }
}

/// Loads the requests of the sessions of one scope.
final class SlotURLProtocol<Number: SlotNumber>: ScopedURLProtocol {
  override class var scope: ClientScope? { URLProtocolSlots.scope(of: self) }
}

/// Which scope belongs to which class.
///
/// A class is never given to a second scope: a session may outlive its test, and must not see the next one's fixture.
enum URLProtocolSlots {
  private struct State {
    var scopes: [ObjectIdentifier: ClientScope] = [:]
    var classes: [Key: ScopedURLProtocol.Type] = [:]
    var count = 0
  }

  private struct Key: Hashable {
    var transport: ObjectIdentifier
    var trial: Int
  }

  private static let state = Mutex(State())

  static func scope(of protocolClass: AnyClass) -> ClientScope? {
    state.withLock { $0.scopes[ObjectIdentifier(protocolClass)] }
  }

  static func protocolClass(for scope: ClientScope) -> ScopedURLProtocol.Type {
    let key = scope.identity.map { Key(transport: $0, trial: scope.trial) }
    return state.withLock { state in
      // The identity of an object that is gone may be another's now.
      if let key, let known = state.classes[key], state.scopes[ObjectIdentifier(known)]?.identity == key.transport {
        return known
      }
      state.count += 1
      let made = make(SlotNumbers.type(of: state.count))
      state.scopes[ObjectIdentifier(made)] = scope
      if let key { state.classes[key] = made }
      return made
    }
  }

  private static func make<Number: SlotNumber>(_: Number.Type) -> ScopedURLProtocol.Type {
    SlotURLProtocol<Number>.self
  }
}

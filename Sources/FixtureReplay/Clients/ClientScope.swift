import LanguageModels

/// The scope that the calls of a client belong to, held where no task-local reaches.
///
/// It does not keep the scope alive: what a client does after its test is over is refused, and never answered from
/// another test's fixture.
final class ClientScope: Sendable {
  private enum Holding: Sendable {
    /// A transport with an identity, which lives as long as its scope.
    case object(Weak)
    case value(any HTTPTransport)
    case refused(ModelFault)
  }

  private final class Weak: Sendable {
    weak let transport: (any HTTPTransport & AnyObject)?

    init(_ transport: any HTTPTransport & AnyObject) { self.transport = transport }
  }

  private let holding: Holding
  /// The trial that the scope was taken in.
  let trial: Int

  /// The scope of the running task; nil outside of any where calls go out as they do without this package.
  static func current() -> ClientScope? {
    if let context = ModelCallContext.current {
      return ClientScope(transport: context.transport, trial: TrialNumber.current)
    }
    do throws(ModelFault) {
      _ = try ModelCallContext.transport()
      return nil
    } catch {
      return ClientScope(holding: .refused(error), trial: 1)
    }
  }

  init(transport: any HTTPTransport, trial: Int) {
    self.trial = trial
    // Every value can be cast to AnyObject, in a box of its own that nobody else holds.
    if type(of: transport) is AnyClass, let object = transport as? any HTTPTransport & AnyObject {
      holding = .object(Weak(object))
    } else {
      holding = .value(transport)
    }
  }

  private init(holding: Holding, trial: Int) {
    self.holding = holding
    self.trial = trial
  }

  /// Whether nothing can be asked of it any more.
  var isOver: Bool {
    if case .object(let weak) = holding { weak.transport == nil } else { false }
  }

  /// The transport's identity; nil for one that has none.
  var identity: ObjectIdentifier? {
    if case .object(let weak) = holding { weak.transport.map { ObjectIdentifier($0) } } else { nil }
  }

  /// Whether a context is this scope, in any of its trials.
  func isScope(of context: ModelCallContext) -> Bool {
    guard let identity, type(of: context.transport) is AnyClass else { return false }
    return ObjectIdentifier(context.transport as AnyObject) == identity
  }

  /// Sends a request over the scope's transport.
  ///
  /// - Throws: ``ModelFault`` where there is no scope or it is over; else what the transport throws.
  func stream(_ request: HTTPRequest, trial: Int? = nil) async throws -> HTTPStreamedResponse {
    let transport = try transport
    return try await TrialNumber.$current.withValue(trial ?? self.trial) { try await transport.stream(request) }
  }

  private var transport: any HTTPTransport {
    get throws(ModelFault) {
      switch holding {
      case .value(let transport): return transport
      case .refused(let fault): throw fault
      case .object(let weak):
        if let transport = weak.transport { return transport }
        throw ModelFault(
          .outsideScope,
          """
          A model was called by a client whose test is over, so it was refused before anything was sent.
          Make the URLSession, or ask for the address, inside of each test, and wait for its calls before the test ends.
          """)
      }
    }
  }
}

/// Why a call of a model gave no answer.
public struct ModelFault: Error, Sendable, CustomStringConvertible {
  /// The kind of a fault, for code that reacts to it.
  public struct Kind: Sendable, Hashable, RawRepresentable, CustomStringConvertible {
    /// The name of the kind as it stands in records.
    public let rawValue: String

    /// Makes a kind of any name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A call in a test process outside of any scope; nothing was sent.
    public static let outsideScope = Kind(rawValue: "outsideScope")
    /// No key for the provider; nothing was sent.
    public static let missingCredential = Kind(rawValue: "missingCredential")
    /// The request cannot be written in the provider's form; nothing was sent.
    public static let unusableRequest = Kind(rawValue: "unusableRequest")
    /// A limit on money, tokens or calls refused the call; nothing was sent.
    public static let budgetExhausted = Kind(rawValue: "budgetExhausted")
    /// No answer in time.
    public static let deadlineExceeded = Kind(rawValue: "deadlineExceeded")
    /// The server could not be reached or the connection broke.
    public static let connection = Kind(rawValue: "connection")
    /// The server answered with an error status.
    public static let status = Kind(rawValue: "status")
    /// The server answered with something that is not an answer of this provider.
    public static let malformedAnswer = Kind(rawValue: "malformedAnswer")
    /// A model of this process cannot be loaded.
    public static let unloadable = Kind(rawValue: "unloadable")
    /// A stream ended before its end.
    public static let brokenStream = Kind(rawValue: "brokenStream")

    /// The name as it stands in records.
    public var description: String { rawValue }
  }

  /// The kind of the fault.
  public let kind: Kind
  /// What happened, where, the value seen and the next step, for a person.
  public let message: String
  /// The HTTP status, for ``Kind/status``.
  public let status: Int?
  /// The time that the server asks to wait before another try.
  public let retryAfter: Duration?

  /// Makes a fault.
  public init(_ kind: Kind, _ message: String, status: Int? = nil, retryAfter: Duration? = nil) {
    self.kind = kind
    self.message = message
    self.status = status
    self.retryAfter = retryAfter
  }

  /// The message.
  public var description: String { message }
}

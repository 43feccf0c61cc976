import LanguageModels

/// Why a fixture cannot answer, be read or be written.
public struct FixtureFault: Error, Sendable, CustomStringConvertible {
  /// The kind of a fault, for code that reacts to it.
  public struct Kind: Sendable, Hashable, RawRepresentable {
    /// The name of the kind.
    public let rawValue: String

    /// Makes a kind of any name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// No recorded answer for a call.
    public static let notRecorded = Kind(rawValue: "notRecorded")
    /// The mode's name is none.
    public static let unknownMode = Kind(rawValue: "unknownMode")
    /// The part of the specs that is to run is none.
    public static let unusableShard = Kind(rawValue: "unusableShard")
    /// No folder for fixtures can be found.
    public static let noFolder = Kind(rawValue: "noFolder")
    /// The file is not one that this version can read.
    public static let unreadable = Kind(rawValue: "unreadable")
    /// The file was changed since it was recorded.
    public static let edited = Kind(rawValue: "edited")
    /// The file cannot be written.
    public static let unwritable = Kind(rawValue: "unwritable")
    /// What would be written still looks like it holds a credential or declared personal data.
    public static let holdsCredential = Kind(rawValue: "holdsCredential")
    /// A rule of what does not count for a request's identity is malformed.
    public static let unusableRule = Kind(rawValue: "unusableRule")
    /// A declared redactor could not search a text, so that nobody knows what would be written.
    public static let unsearched = Kind(rawValue: "unsearched")
    /// Two tests claim one fixture.
    public static let ambiguousTest = Kind(rawValue: "ambiguousTest")
    /// `URLSession.shared` cannot be caught in this process.
    public static let sharedSession = Kind(rawValue: "sharedSession")
  }

  /// The kind of the fault.
  public let kind: Kind
  /// What happened, where, the value seen and the next step, for a person.
  public let message: String

  /// The same for a terminal: where standard error is one that shows colours, what was removed and what was added are
  /// in red and green. Never kept: records and reports have the plain ``message``.
  public let terminalMessage: String

  /// Makes a fault.
  ///
  /// - Parameters:
  ///   - kind: What kind of fault it is.
  ///   - message: What happened, where, the value seen and the next step.
  ///   - terminalMessage: The message with colours; nil for none.
  public init(_ kind: Kind, _ message: String, terminalMessage: String? = nil) {
    self.kind = kind
    self.message = message
    self.terminalMessage = terminalMessage ?? message
  }

  /// The message.
  public var description: String { message }
}

extension FixtureFault: TransportFault {
  /// Nothing went out for any of these faults.
  public var origin: CallOrigin { .missed }
}

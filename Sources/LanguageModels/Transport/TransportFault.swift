/// An error of a transport that knows where the answer did not come from.
///
/// A replaying transport throws one for a call that has no recorded answer, so that the report of the call does not
/// claim that it went out.
public protocol TransportFault: Error {
  /// Where the answer was looked for.
  var origin: CallOrigin { get }
}

extension CallOrigin {
  /// A recorded answer was looked for and there is none; nothing was sent.
  public static let missed = CallOrigin(rawValue: "missed")

  /// The origin of a call that a transport ended with `error` and no answer.
  static func of(_ error: any Error) -> CallOrigin { (error as? any TransportFault)?.origin ?? .unanswered }
}

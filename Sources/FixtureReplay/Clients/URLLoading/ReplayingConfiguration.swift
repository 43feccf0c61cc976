import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension URLSessionConfiguration {
  /// A configuration whose sessions record and replay for the running test.
  ///
  /// ```swift
  /// let client = ChatClient(session: URLSession(configuration: .replaying))
  /// ```
  ///
  /// It belongs to the scope of the task that asks for it: its sessions answer from that test's fixture, or record into
  /// it, wherever their tasks run and however many tests run beside. Ask for it inside of each test. In a test process
  /// outside of any scope every request of its sessions fails with an explanation; in a shipped app, and in mode `live`
  /// outside of a scope, it is the plain default configuration.
  ///
  /// What a session sees:
  /// - A call without a recorded answer fails with a `URLError` whose `localizedDescription` explains it, and the test
  ///   is told of it besides.
  /// - Of an answer's headers the kept ones, in replay and while recording alike. `Content-Length` fits the body.
  /// - Server-sent events and lines of JSON reach a data delegate as they come; other bodies arrive whole.
  /// - An answer of status 3xx is given back as it is and not followed: following it could carry credentials to another
  ///   host.
  /// - Cookies, caches and stored credentials of the configuration are not used, and no challenge asks for any. Download and web socket tasks fail with an explanation.
  /// - On Linux the body of an upload task and `httpAdditionalHeaders` are found by reflection, because URL loading does
  ///   not show them; where that fails, an upload says so and fails.
  public static var replaying: URLSessionConfiguration { replaying(basedOn: .default) }

  /// A configuration whose sessions record and replay for the running test, see ``replaying``.
  ///
  /// - Parameter base: What it is besides; it is left as it is.
  public static func replaying(basedOn base: URLSessionConfiguration) -> URLSessionConfiguration {
    guard let scope = ClientScope.current(), let configuration = base.copy() as? URLSessionConfiguration else {
      return base
    }
    configuration.protocolClasses = [URLProtocolSlots.protocolClass(for: scope)] + (base.protocolClasses ?? [])
    // An answer from a cache would pass the fixture by.
    configuration.urlCache = nil
    return configuration
  }
}

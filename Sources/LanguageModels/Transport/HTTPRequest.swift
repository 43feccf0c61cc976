import Foundation
import StructuredOutput

/// A request to a provider, as a transport is given it.
///
/// It says what is asked and leaves open where it goes: address and credentials are asked for with ``destination`` only
/// when a transport really sends it, so that replaying needs neither.
public struct HTTPRequest: Sendable {
  /// The body of a request or an answer.
  public enum Body: Sendable, Hashable {
    /// No body.
    case none
    /// A JSON document.
    case json(JSONValue)
    /// Any other bytes.
    case bytes([UInt8])
  }

  /// The address and credentials of a live server.
  public struct Destination: Sendable {
    /// The address that ``HTTPRequest/path`` is appended to, such as `https://api.openai.com/v1`.
    public var baseAddress: URL
    /// Headers that carry credentials; they are sent and never kept.
    public var credentials: HTTPHeaders

    /// Makes a destination.
    public init(baseAddress: URL, credentials: HTTPHeaders = []) {
      self.baseAddress = baseAddress
      self.credentials = credentials
    }
  }

  /// The kind of provider whose wire format this is, such as `openai-compatible`; a part of the request's identity.
  public var provider: String
  /// The method, upper-case.
  public var method: String
  /// The path under the base address, starting with `/`.
  public var path: String
  /// Query items in order.
  public var query: HTTPHeaders
  /// Headers without credentials.
  public var headers: HTTPHeaders
  /// The body.
  public var body: Body
  /// The longest time from sending to the last byte.
  public var timeout: Duration
  /// Tells apart several wanted answers to the same request; 1 for an ordinary call. Never sent.
  public var draw: Int
  /// What the call is for. Never sent.
  public var purpose: CallPurpose
  /// Name and version of the prompt that made the request. Never sent.
  public var promptVersion: String?
  /// The base address alone, for telling requests to different servers apart; nil where none is known. It needs no key.
  public var baseAddress: @Sendable () -> URL?
  /// The bytes that ``body`` is sent as, where they are somebody else's, who may have signed them; nil for JSON in its
  /// compact form. Never kept, and no part of the request's identity.
  public var exactBody: [UInt8]?
  /// Address and credentials, asked for only by a transport that sends.
  ///
  /// It throws a ``ModelFault`` of kind ``ModelFault/Kind/missingCredential`` where a key is missing.
  public var destination: @Sendable () throws -> Destination

  /// Who answers in the place of a server where the request really goes out; nil for the server of ``destination``.
  ///
  /// A model that runs in this process answers its own requests: see ``RecordableChatModel``.
  public var live: (any HTTPTransport)?

  /// Makes a request.
  ///
  /// - Parameter baseAddress: The base address without its credentials; nil to take it from `destination`, which throws
  ///   where a key is missing.
  public init(
    provider: String, method: String = "POST", path: String, query: HTTPHeaders = [], headers: HTTPHeaders = [],
    body: Body = .none, timeout: Duration = .seconds(600), draw: Int = 1, purpose: CallPurpose = .subject,
    promptVersion: String? = nil, exactBody: [UInt8]? = nil, baseAddress: (@Sendable () -> URL?)? = nil,
    destination: @escaping @Sendable () throws -> Destination
  ) {
    self.provider = provider
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
    self.timeout = timeout
    self.draw = draw
    self.purpose = purpose
    self.promptVersion = promptVersion
    self.baseAddress = baseAddress ?? { try? destination().baseAddress }
    self.exactBody = exactBody
    self.destination = destination
  }
}

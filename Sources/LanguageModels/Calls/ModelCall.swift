/// A finished call of a model, as it is told to whoever observes the running task.
public struct ModelCall: Sendable {
  /// What was asked: a conversation or texts to embed.
  public enum Input: Sendable, Hashable {
    /// A conversation.
    case chat(ChatRequest)
    /// Texts to embed.
    case texts([String])
  }

  /// The kind of provider, as in ``HTTPRequest/provider``.
  public var provider: String
  /// The model that was asked.
  public var model: String
  /// What was asked.
  public var input: Input
  /// The answer of a chat model; nil for embeddings and failed calls.
  public var response: ChatResponse?
  /// Tokens used.
  public var usage: Usage
  /// From the request to the whole answer; for a replayed call, as it was when it was recorded.
  public var duration: Duration
  /// Where the answer came from.
  public var origin: CallOrigin
  /// What went wrong, in words; nil for an answered call.
  public var fault: String?
  /// The chat model itself, so that a judge can be the model under test where that is asked for.
  public var chatModel: (any ChatModel)?

  /// Makes a report of a call.
  public init(
    provider: String, model: String, input: Input, response: ChatResponse? = nil, usage: Usage = Usage(),
    duration: Duration, origin: CallOrigin, fault: String? = nil, chatModel: (any ChatModel)? = nil
  ) {
    self.provider = provider
    self.model = model
    self.input = input
    self.response = response
    self.usage = usage
    self.duration = duration
    self.origin = origin
    self.fault = fault
    self.chatModel = chatModel
  }
}

/// Where the answer to a call came from.
public struct CallOrigin: Sendable, Hashable, RawRepresentable, CustomStringConvertible {
  /// The name of the origin as it stands in records.
  public let rawValue: String

  /// Makes an origin of any name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A provider answered and nothing was kept.
  public static let live = CallOrigin(rawValue: "live")
  /// A provider answered and the answer was kept in a fixture.
  public static let recorded = CallOrigin(rawValue: "recorded")
  /// A fixture answered.
  public static let replayed = CallOrigin(rawValue: "replayed")
  /// A model in this process answered, without a transport.
  public static let local = CallOrigin(rawValue: "local")
  /// No answer came.
  public static let unanswered = CallOrigin(rawValue: "unanswered")

  /// The name as it stands in records.
  public var description: String { rawValue }
}

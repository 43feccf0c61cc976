import StructuredOutput

/// What a chat model answered.
public struct ChatResponse: Sendable, Hashable {
  /// The answer as a message of the assistant.
  public var message: ChatMessage
  /// Why the model stopped.
  public var finishReason: FinishReason
  /// What the provider itself called that reason.
  public var rawFinishReason: String?
  /// Tokens in and out, as far as the provider tells.
  public var usage: Usage
  /// The model that answered; often a dated snapshot of the one that was asked.
  public var model: String
  /// The provider's identifier of the answer.
  public var id: String?
  /// The text of a refusal, where the provider keeps it apart from the answer.
  public var refusal: String?
  /// What the model says of its reasoning, where the provider gives it.
  public var reasoningText: String?

  /// Makes an answer.
  public init(
    message: ChatMessage, finishReason: FinishReason = .stop, rawFinishReason: String? = nil, usage: Usage = Usage(),
    model: String, id: String? = nil, refusal: String? = nil, reasoningText: String? = nil
  ) {
    self.message = message
    self.finishReason = finishReason
    self.rawFinishReason = rawFinishReason
    self.usage = usage
    self.model = model
    self.id = id
    self.refusal = refusal
    self.reasoningText = reasoningText
  }

  /// The answer's text.
  public var text: String { message.text }

  /// The tools that the model asks the app to call.
  public var toolCalls: [ToolCall] { message.toolCalls }
}

/// Why a model stopped answering.
public struct FinishReason: Sendable, Hashable, RawRepresentable, CustomStringConvertible {
  /// The name of the reason as it stands in records.
  public let rawValue: String

  /// Makes a reason of any name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The answer is complete.
  public static let stop = FinishReason(rawValue: "stop")
  /// The token limit cut the answer off.
  public static let length = FinishReason(rawValue: "length")
  /// The model waits for the results of the tools that it called.
  public static let toolCalls = FinishReason(rawValue: "toolCalls")
  /// The provider's filter held the answer back.
  public static let contentFilter = FinishReason(rawValue: "contentFilter")
  /// The model refused.
  public static let refusal = FinishReason(rawValue: "refusal")
  /// Any other reason; see ``ChatResponse/rawFinishReason``.
  public static let other = FinishReason(rawValue: "other")

  /// The name as it stands in records.
  public var description: String { rawValue }
}

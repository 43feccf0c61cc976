import StructuredOutput

/// What is asked of a chat model.
public struct ChatRequest: Sendable, Hashable {
  /// The conversation so far, oldest first.
  public var messages: [ChatMessage]
  /// The tools that the model may call.
  public var tools: [ToolDefinition]
  /// Whether it must call one; nil leaves the provider's default.
  public var toolChoice: ToolChoice?
  /// The form that the answer must have; nil for free text.
  public var responseFormat: ResponseFormat?
  /// Randomness, 0 to 2 with most providers; nil leaves the provider's default.
  public var temperature: Double?
  /// Nucleus sampling, 0 to 1; nil leaves the provider's default.
  public var topP: Double?
  /// The most tokens that the answer may have; nil leaves the provider's default.
  public var maximumOutputTokens: Int?
  /// Texts at which the model stops.
  public var stopSequences: [String]
  /// A seed for providers that take one (best effort everywhere).
  public var seed: Int?
  /// Further fields of the provider's request body, written as they are.
  public var additionalFields: JSONObject
  /// Tells apart several wanted answers to one and the same request; 1 for an ordinary call.
  ///
  /// It is never sent. A composition that wants n different answers passes draws 1 to n, so that they are recorded and
  /// replayed as the n answers they were, in whatever order they arrive.
  public var draw: Int
  /// What the call is for: the app's own work or the judging of it.
  public var purpose: CallPurpose
  /// Name and version of the prompt that made the request, such as `pairwise-judge/1`; never sent.
  public var promptVersion: String?

  /// Makes a request; what is left out keeps the provider's default.
  public init(
    messages: [ChatMessage], tools: [ToolDefinition] = [], toolChoice: ToolChoice? = nil,
    responseFormat: ResponseFormat? = nil, temperature: Double? = nil, topP: Double? = nil,
    maximumOutputTokens: Int? = nil, stopSequences: [String] = [], seed: Int? = nil,
    additionalFields: JSONObject = [:], draw: Int = 1, purpose: CallPurpose = .subject, promptVersion: String? = nil
  ) {
    self.messages = messages
    self.tools = tools
    self.toolChoice = toolChoice
    self.responseFormat = responseFormat
    self.temperature = temperature
    self.topP = topP
    self.maximumOutputTokens = maximumOutputTokens
    self.stopSequences = stopSequences
    self.seed = seed
    self.additionalFields = additionalFields
    self.draw = draw
    self.purpose = purpose
    self.promptVersion = promptVersion
  }
}

/// The form that an answer must have.
public enum ResponseFormat: Sendable, Hashable {
  /// Any JSON object.
  case json
  /// JSON that a schema accepts. `strict` asks the provider to constrain the decoding to it.
  case jsonSchema(name: String, schema: JSONValue, strict: Bool = true)
}

/// What a model call is for.
public struct CallPurpose: Sendable, Hashable, RawRepresentable, CustomStringConvertible {
  /// The name of the purpose as it stands in records.
  public let rawValue: String

  /// Makes a purpose of any name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The software under test calls its model.
  public static let subject = CallPurpose(rawValue: "subject")
  /// An expectation asks a model for its judgement.
  public static let judge = CallPurpose(rawValue: "judge")
  /// A text is turned into a vector.
  public static let embedding = CallPurpose(rawValue: "embedding")

  /// The name as it stands in records.
  public var description: String { rawValue }
}

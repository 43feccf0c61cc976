/// One message of a conversation with a model.
public struct ChatMessage: Sendable, Hashable {
  /// Who speaks in a message.
  public struct Role: Sendable, Hashable, RawRepresentable, CustomStringConvertible {
    /// The name of the role as it stands in records and in most wire formats.
    public let rawValue: String

    /// Makes a role of any name, for providers that know more than these four.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Standing instructions from the app.
    public static let system = Role(rawValue: "system")
    /// The person, or the app on their behalf.
    public static let user = Role(rawValue: "user")
    /// The model.
    public static let assistant = Role(rawValue: "assistant")
    /// The result of a tool that the model called.
    public static let tool = Role(rawValue: "tool")

    /// The name as it stands in records.
    public var description: String { rawValue }
  }

  /// Who speaks.
  public var role: Role
  /// What is said, in order. Empty for an assistant message that only calls tools.
  public var content: [ContentPart]
  /// The tools that an assistant message calls, in order.
  public var toolCalls: [ToolCall]
  /// For a ``Role/tool`` message: the identifier of the call that it answers.
  public var toolCallID: String?

  /// Makes a message of any role.
  public init(role: Role, content: [ContentPart], toolCalls: [ToolCall] = [], toolCallID: String? = nil) {
    self.role = role
    self.content = content
    self.toolCalls = toolCalls
    self.toolCallID = toolCallID
  }

  /// Standing instructions.
  public static func system(_ text: String) -> ChatMessage { ChatMessage(role: .system, content: [.text(text)]) }

  /// What the person says.
  public static func user(_ text: String) -> ChatMessage { ChatMessage(role: .user, content: [.text(text)]) }

  /// What the person says and shows.
  public static func user(_ parts: [ContentPart]) -> ChatMessage { ChatMessage(role: .user, content: parts) }

  /// What the model said, and which tools it called.
  public static func assistant(_ text: String, toolCalls: [ToolCall] = []) -> ChatMessage {
    ChatMessage(role: .assistant, content: text.isEmpty ? [] : [.text(text)], toolCalls: toolCalls)
  }

  /// What a tool answered to the call of identifier `toolCallID`.
  public static func toolResult(_ text: String, for toolCallID: String) -> ChatMessage {
    ChatMessage(role: .tool, content: [.text(text)], toolCallID: toolCallID)
  }

  /// The message's text parts, joined without a separator.
  public var text: String {
    var joined = ""
    for case .text(let text) in content { joined += text }
    return joined
  }
}

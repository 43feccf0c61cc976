import LanguageModels

/// A conversation that a spec found to be good, to be imitated: its last message is the model's answer.
public struct TrainingConversation: Sendable, Hashable {
  /// The messages, the answer last.
  public var messages: [ChatMessage]
  /// The tools that were offered.
  public var tools: [ToolDefinition]
  /// Where it comes from.
  public var provenance: TrainingProvenance

  /// Makes a conversation.
  public init(messages: [ChatMessage], tools: [ToolDefinition] = [], provenance: TrainingProvenance) {
    self.messages = messages
    self.tools = tools
    self.provenance = provenance
  }
}

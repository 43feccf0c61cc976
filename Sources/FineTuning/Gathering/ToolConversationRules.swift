import LanguageModels
import StructuredOutput

/// What trainers want of tool calls: a JSON object as arguments, tools that were offered, and each call answered before
/// the conversation goes on. The answer itself may end with open calls.
struct ToolConversationRules {
  private let names: Set<String>

  init(tools: [ToolDefinition]) { names = Set(tools.map(\.name)) }

  /// The first rule that is broken.
  func breach(in messages: [ChatMessage]) -> Refusal.Reason? {
    var open: Set<String> = []
    for message in messages {
      if message.role == .tool {
        guard let id = message.toolCallID, open.remove(id) != nil else { return .toolOrder }
        continue
      }
      guard open.isEmpty else { return .toolOrder }
      for call in message.toolCalls {
        guard message.role == .assistant, open.insert(call.id).inserted else { return .toolOrder }
        guard names.contains(call.name) else { return .unknownTool }
        guard (try? call.arguments())?.objectValue != nil else { return .toolArguments }
      }
    }
    return nil
  }
}

import LanguageModels
import StructuredOutput

/// How a target writes messages and tools.
struct MessageForm: Sendable, Hashable {
  /// Whether a tool call's arguments are a text of JSON, as the hosted services want it, or an object, as chat
  /// templates do.
  var writesArgumentsAsText = false
  /// Whether the content beside tool calls is null or, as some chat templates fail on null, an empty text.
  var writesNullBesideToolCalls = false
  /// Whether a tool's result names the tool, which chat templates show.
  var writesToolNames = false

  func messages(_ messages: [ChatMessage]) -> JSONValue {
    var toolNames: [String: String] = [:]
    return .array(
      messages.map { message in
        for call in message.toolCalls { toolNames[call.id] = call.name }
        return self.message(message, toolName: message.toolCallID.flatMap { toolNames[$0] })
      })
  }

  func tools(_ tools: [ToolDefinition]) -> JSONValue {
    .array(
      tools.map { tool in
        let function: JSONValue = [
          "name": .string(tool.name), "description": .string(tool.description), "parameters": tool.parameters,
        ]
        return ["type": "function", "function": function]
      })
  }

  private func message(_ message: ChatMessage, toolName: String?) -> JSONValue {
    var object: JSONObject = ["role": .string(message.role.rawValue)]
    if writesToolNames, let toolName { object["name"] = .string(toolName) }
    if let id = message.toolCallID { object["tool_call_id"] = .string(id) }
    let text = message.text
    let isNull = text.isEmpty && !message.toolCalls.isEmpty && writesNullBesideToolCalls
    object["content"] = isNull ? .null : .string(text)
    if !message.toolCalls.isEmpty { object["tool_calls"] = .array(message.toolCalls.map(toolCall)) }
    return .object(object)
  }

  private func toolCall(_ call: ToolCall) -> JSONValue {
    // What was gathered parses; a call that was made by hand and does not is kept as its text.
    let arguments = (try? call.arguments()) ?? .string(call.argumentsText)
    let text = call.argumentsText.isEmpty ? "{}" : call.argumentsText
    let function: JSONValue = [
      "name": .string(call.name), "arguments": writesArgumentsAsText ? .string(text) : arguments,
    ]
    return ["id": .string(call.id), "type": "function", "function": function]
  }
}

import StructuredOutput

/// The parts of an answer as they are found, whole or in fragments.
struct OpenAICompatibleMessageParts {
  private(set) var text = ""
  private(set) var reasoning = ""
  private(set) var refusal = ""
  var calls: [ToolCall] = []

  /// Adds what a message or a delta says, and gives the new text and the new reasoning.
  @discardableResult
  mutating func add(contentOf message: JSONValue) -> (text: String, reasoning: String) {
    var newText = ""
    var newReasoning = message["reasoning_content"]?.stringValue ?? message["reasoning"]?.stringValue ?? ""
    switch message["content"] {
    case .string(let content)?: newText = content
    case .array(let parts)?:
      for part in parts {
        switch part["type"]?.stringValue {
        case "refusal": refusal += part["refusal"]?.stringValue ?? ""
        case "thinking", "reasoning":
          newReasoning += Self.plainText(part["thinking"] ?? part["reasoning"] ?? part["text"])
        default: newText += part["text"]?.stringValue ?? part.stringValue ?? ""
        }
      }
    default: break
    }
    refusal += message["refusal"]?.stringValue ?? ""
    text += newText
    reasoning += newReasoning
    return (newText, newReasoning)
  }

  /// Adds a tool call that is there as a whole.
  mutating func add(wholeCall call: JSONValue) {
    let function = call["function"] ?? call
    calls.append(
      ToolCall(
        id: call["id"]?.stringValue ?? "", name: function["name"]?.stringValue ?? "",
        argumentsText: Self.argumentsText(function["arguments"])))
  }

  /// The arguments as text: most servers send JSON in a text, some the JSON itself.
  static func argumentsText(_ arguments: JSONValue?) -> String {
    switch arguments {
    case nil, .null?: ""
    case .string(let text)?: text
    case let value?: value.compactText
    }
  }

  private static func plainText(_ value: JSONValue?) -> String {
    if let parts = value?.arrayValue { return parts.map { $0["text"]?.stringValue ?? "" }.joined() }
    return value?.stringValue ?? ""
  }

  /// The answer that the parts make.
  func response(rawFinishReason: String?, usage: Usage, model: String, id: String?) -> ChatResponse {
    let named = calls.enumerated().map { position, call in
      // The result of a call must name it, so each needs an identifier, always the same one.
      call.id.isEmpty ? ToolCall(id: "call_\(position)", name: call.name, argumentsText: call.argumentsText) : call
    }
    let raw = rawFinishReason.flatMap { $0.isEmpty ? nil : $0 }
    return ChatResponse(
      message: .assistant(text, toolCalls: named),
      finishReason: Self.finishReason(raw, hasCalls: !calls.isEmpty, hasRefusal: !refusal.isEmpty),
      rawFinishReason: raw, usage: usage, model: model, id: id, refusal: refusal.isEmpty ? nil : refusal,
      reasoningText: reasoning.isEmpty ? nil : reasoning)
  }

  /// The reason in the words of all providers. Calls that ended with "stop" wait for their results all the same.
  static func finishReason(_ raw: String?, hasCalls: Bool, hasRefusal: Bool) -> FinishReason {
    switch raw?.lowercased() {
    case "stop", "eos", "end_turn", "stop_sequence", "complete":
      hasCalls ? .toolCalls : hasRefusal ? .refusal : .stop
    case "length", "max_tokens", "model_length": .length
    case "tool_calls", "function_call", "tool_use": .toolCalls
    case "content_filter", "safety": .contentFilter
    case "refusal": .refusal
    case nil: hasCalls ? .toolCalls : hasRefusal ? .refusal : .other
    default: .other
    }
  }
}

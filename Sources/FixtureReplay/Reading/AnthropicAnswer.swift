import StructuredOutput

/// Reads an answer of Anthropic's Messages, whole or as events.
enum AnthropicAnswer {
  static func read(_ documents: [JSONValue], into answer: inout AnswerReading) {
    var choice = AnswerReading.Choice()
    var isAnswer = false
    var usage = JSONObject()
    /// The text of the arguments of calls whose pieces come, by the place of their block.
    var drafts: [Int: (call: Int, text: String)] = [:]
    for document in documents {
      switch document["type"]?.stringValue {
      case "message", "message_start":
        let message = document["message"] ?? document
        isAnswer = true
        answer.model = message["model"]?.stringValue
        merge(message["usage"], into: &usage)
        choice.finishReason = message["stop_reason"]?.stringValue
        for block in message["content"]?.arrayValue ?? [] { add(block, to: &choice) }
      case "content_block_start":
        guard let block = document["content_block"] else { break }
        add(block, to: &choice)
        if block["type"]?.stringValue == "tool_use", let index = document["index"]?.intValue {
          drafts[index] = (choice.toolCalls.count - 1, "")
        }
      case "content_block_delta":
        guard let delta = document["delta"] else { break }
        choice.text += delta["text"]?.stringValue ?? ""
        choice.reasoning += delta["thinking"]?.stringValue ?? ""
        if let index = document["index"]?.intValue, let piece = delta["partial_json"]?.stringValue {
          drafts[index]?.text += piece
        }
      case "message_delta":
        if let reason = document["delta"]?["stop_reason"]?.stringValue { choice.finishReason = reason }
        merge(document["usage"], into: &usage)
      default: break
      }
    }
    for draft in drafts.values where !draft.text.isEmpty {
      choice.toolCalls[draft.call].arguments = (try? JSONValue(parsing: draft.text)) ?? .string(draft.text)
    }
    if isAnswer { answer.choices = [choice] }
    answer.count(
      "input", usage["input_tokens"], usage["cache_read_input_tokens"], usage["cache_creation_input_tokens"])
    answer.count("output", usage["output_tokens"])
    answer.count("cachedInput", usage["cache_read_input_tokens"])
    answer.count("cacheWrite", usage["cache_creation_input_tokens"])
    answer.count("reasoning", usage["output_tokens_details"]?["thinking_tokens"])
  }

  private static func add(_ block: JSONValue, to choice: inout AnswerReading.Choice) {
    switch block["type"]?.stringValue {
    case "text": choice.text += block["text"]?.stringValue ?? ""
    case "thinking": choice.reasoning += block["thinking"]?.stringValue ?? ""
    case "tool_use":
      choice.toolCalls.append(
        ExchangeReading.ToolCall(
          name: block["name"]?.stringValue ?? "?", arguments: block["input"] ?? [:], id: block["id"]?.stringValue))
    default: break
    }
  }

  /// Later events count on, and leave out what did not change.
  private static func merge(_ later: JSONValue?, into usage: inout JSONObject) {
    guard let later = later?.objectValue else { return }
    for (name, value) in later where !value.isNull { usage[name] = value }
  }
}

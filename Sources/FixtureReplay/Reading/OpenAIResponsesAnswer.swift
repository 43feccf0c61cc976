import StructuredOutput

/// Reads an answer of OpenAI's Responses, whole or as events.
///
/// The last event of a stream holds the whole answer; of one that broke off there are the pieces.
enum OpenAIResponsesAnswer {
  static func read(_ documents: [JSONValue], into answer: inout AnswerReading) {
    var pieces = AnswerReading.Choice()
    for document in documents {
      switch document["type"]?.stringValue {
      case "response.output_text.delta": pieces.text += document["delta"]?.stringValue ?? ""
      case "response.reasoning_summary_text.delta": pieces.reasoning += document["delta"]?.stringValue ?? ""
      case "response.output_item.done":
        if let item = document["item"], let call = toolCall(item) { pieces.toolCalls.append(call) }
      case "response.completed", "response.incomplete", "response.failed":
        if let response = document["response"] { return read(whole: response, into: &answer) }
      case nil:
        if document["output"] != nil { return read(whole: document, into: &answer) }
      default: break
      }
    }
    if pieces != AnswerReading.Choice() { answer.choices = [pieces] }
  }

  private static func read(whole response: JSONValue, into answer: inout AnswerReading) {
    answer.model = response["model"]?.stringValue
    if let error = AnswerReading.error(in: response) { answer.error = error }
    var choice = AnswerReading.Choice()
    choice.finishReason = response["incomplete_details"]?["reason"]?.stringValue ?? response["status"]?.stringValue
    for item in response["output"]?.arrayValue ?? [] {
      if let call = toolCall(item) { choice.toolCalls.append(call) }
      for summary in item["summary"]?.arrayValue ?? [] { choice.reasoning += summary["text"]?.stringValue ?? "" }
      for part in item["content"]?.arrayValue ?? [] {
        switch part["type"]?.stringValue {
        case "output_text": choice.text += part["text"]?.stringValue ?? ""
        case "refusal": choice.refusal = (choice.refusal ?? "") + (part["refusal"]?.stringValue ?? "")
        default: break
        }
      }
    }
    answer.choices = [choice]
    let usage = response["usage"]
    answer.count("input", usage?["input_tokens"])
    answer.count("output", usage?["output_tokens"])
    answer.count("cachedInput", usage?["input_tokens_details"]?["cached_tokens"])
    answer.count("reasoning", usage?["output_tokens_details"]?["reasoning_tokens"])
  }

  /// An item that is a call of one of the app's functions.
  static func toolCall(_ item: JSONValue) -> ExchangeReading.ToolCall? {
    guard item["type"]?.stringValue == "function_call" else { return nil }
    let text = item["arguments"]?.stringValue ?? ""
    return ExchangeReading.ToolCall(
      name: item["name"]?.stringValue ?? "?", arguments: (try? JSONValue(parsing: text)) ?? .string(text),
      id: item["call_id"]?.stringValue)
  }
}

import StructuredOutput

/// Reads an answer of Chat Completions, whole or in chunks.
enum OpenAIAnswer {
  /// A choice while its pieces come.
  private struct Draft {
    var choice = AnswerReading.Choice()
    var calls: [(name: String, arguments: String, id: String?)] = []
    /// Where the calls of each index of the wire stand.
    var positions: [Int: Int] = [:]
  }

  static func read(_ documents: [JSONValue], into answer: inout AnswerReading) {
    var drafts: [Int: Draft] = [:]
    for document in documents {
      if let model = document["model"]?.stringValue, !model.isEmpty { answer.model = model }
      if let usage = document["usage"], usage.objectValue != nil { count(usage, &answer) }
      for (offset, choice) in (document["choices"]?.arrayValue ?? []).enumerated() {
        let index = choice["index"]?.intValue ?? offset
        add(choice, to: &drafts[index, default: Draft()])
      }
    }
    answer.choices = drafts.sorted { $0.key < $1.key }.map { _, draft in
      var choice = draft.choice
      choice.toolCalls += draft.calls.map { call in
        ExchangeReading.ToolCall(name: call.name, arguments: arguments(call.arguments), id: call.id)
      }
      return choice
    }
  }

  private static func add(_ choice: JSONValue, to draft: inout Draft) {
    if let reason = choice["finish_reason"]?.stringValue { draft.choice.finishReason = reason }
    if let message = choice["message"] {
      add(text: message, to: &draft)
      draft.choice.toolCalls += toolCalls(message["tool_calls"])
    }
    guard let delta = choice["delta"] else { return }
    add(text: delta, to: &draft)
    for (offset, piece) in (delta["tool_calls"]?.arrayValue ?? []).enumerated() {
      let index = piece["index"]?.intValue ?? offset
      let position = draft.positions[index] ?? draft.calls.count
      if position == draft.calls.count {
        draft.positions[index] = position
        draft.calls.append(("", "", nil))
      }
      if draft.calls[position].name.isEmpty {
        draft.calls[position].name = piece["function"]?["name"]?.stringValue ?? ""
      }
      draft.calls[position].arguments += piece["function"]?["arguments"]?.stringValue ?? ""
      if draft.calls[position].id == nil { draft.calls[position].id = piece["id"]?.stringValue }
    }
  }

  private static func add(text message: JSONValue, to draft: inout Draft) {
    switch message["content"] {
    case .string(let text)?: draft.choice.text += text
    case .array(let parts)?:
      for part in parts {
        if let text = part["text"]?.stringValue { draft.choice.text += text }
      }
    default: break
    }
    draft.choice.reasoning += (message["reasoning_content"] ?? message["reasoning"])?.stringValue ?? ""
    if let refusal = message["refusal"]?.stringValue { draft.choice.refusal = (draft.choice.refusal ?? "") + refusal }
  }

  /// The calls of a whole message.
  static func toolCalls(_ list: JSONValue?) -> [ExchangeReading.ToolCall] {
    (list?.arrayValue ?? []).map { call in
      let given = call["function"]?["arguments"]
      return ExchangeReading.ToolCall(
        name: call["function"]?["name"]?.stringValue ?? "?",
        arguments: given?.stringValue.map { arguments($0) } ?? given ?? .null, id: call["id"]?.stringValue)
    }
  }

  private static func arguments(_ text: String) -> JSONValue { (try? JSONValue(parsing: text)) ?? .string(text) }

  private static func count(_ usage: JSONValue, _ answer: inout AnswerReading) {
    answer.count("input", usage["prompt_tokens"])
    answer.count("output", usage["completion_tokens"])
    answer.count("cachedInput", usage["prompt_tokens_details"]?["cached_tokens"])
    answer.count("reasoning", usage["completion_tokens_details"]?["reasoning_tokens"])
  }
}

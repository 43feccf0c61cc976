import StructuredOutput

/// An answer of OpenAI's Chat Completions as its stream of `chat.completion.chunk`, closed by `[DONE]`.
enum ChatCompletionsStream {
  static func events(of answer: JSONValue, includingUsage: Bool) -> [RecordedEvent] {
    var head: JSONObject = ["object": "chat.completion.chunk"]
    for name in ["id", "created", "model", "system_fingerprint", "service_tier"] {
      if let value = answer[name] { head[name] = value }
    }
    func chunk(_ choices: [JSONValue], usage: JSONValue? = nil) -> RecordedEvent {
      var chunk = head
      chunk["choices"] = .array(choices)
      if let usage { chunk["usage"] = usage }
      return RecordedEvent(milliseconds: 0, data: .json(JSONValue.object(chunk).sortedByKey))
    }
    var events: [RecordedEvent] = []
    for (position, choice) in (answer["choices"]?.arrayValue ?? []).enumerated() {
      let index = choice["index"] ?? .number(JSONNumber(position))
      for (number, delta) in deltas(of: choice["message"]?.objectValue ?? [:]).enumerated() {
        var piece: JSONObject = ["index": index, "delta": .object(delta), "finish_reason": .null]
        if number == 0, let logprobs = choice["logprobs"] { piece["logprobs"] = logprobs }
        events.append(chunk([.object(piece)]))
      }
      events.append(
        chunk([["index": index, "delta": [:], "finish_reason": choice["finish_reason"] ?? "stop"]]))
    }
    if includingUsage, let usage = answer["usage"] { events.append(chunk([], usage: usage)) }
    events.append(RecordedEvent(milliseconds: 0, data: .text("[DONE]")))
    return events
  }

  /// The role and whatever else comes at once, then the reasoning and the text in pieces, and then the tool calls,
  /// which are numbered, as fragments of calls are told apart by their number.
  private static func deltas(of message: JSONObject) -> [JSONObject] {
    var opening = message
    var deltas: [JSONObject] = []
    for name in ["reasoning_content", "reasoning", "content"] {
      guard let text = message[name]?.stringValue else { continue }
      opening[name] = nil
      deltas += TextPieces.of(text).map { [name: .string($0)] }
    }
    if let calls = message["tool_calls"]?.arrayValue {
      opening["tool_calls"] = nil
      for (position, call) in calls.enumerated() {
        var numbered = call.objectValue ?? [:]
        numbered["index"] = .number(JSONNumber(position))
        deltas.append(["tool_calls": [.object(numbered)]])
      }
    }
    return [opening] + deltas
  }
}

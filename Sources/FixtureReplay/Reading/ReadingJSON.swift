import StructuredOutput

extension ExchangeReading {
  /// As JSON, keys in this order, those without a value left out: `exchange`, `case`, `trial`, `draw`, `ordinal`,
  /// `recorded`, `prompt`, `provider`, `address`, `model`, `parameters`, `tools`, `messages` (`role`, `parts`), `inputs`,
  /// `body`, `answer` (``AnswerReading/json``).
  public var json: JSONValue {
    var object: JSONObject = ["exchange": .number(JSONNumber(position))]
    if let name = key.case { object["case"] = .string(name) }
    object["trial"] = .number(JSONNumber(key.trial))
    object["draw"] = .number(JSONNumber(key.draw))
    object["ordinal"] = .number(JSONNumber(key.ordinal))
    if !recorded.isEmpty { object["recorded"] = .string(recorded) }
    if let promptVersion { object["prompt"] = .string(promptVersion) }
    object["provider"] = .string(provider)
    object["address"] = .string(address)
    if let model { object["model"] = .string(model) }
    if !parameters.isEmpty { object["parameters"] = .object(parameters) }
    if !tools.isEmpty { object["tools"] = .array(tools.map { .string($0) }) }
    if !messages.isEmpty { object["messages"] = .array(messages.map(\.json)) }
    if !inputs.isEmpty { object["inputs"] = .array(inputs.map { .string($0) }) }
    if let body { object["body"] = body.json }
    object["answer"] = answer.json
    return .object(object)
  }
}

extension ExchangeReading.Message {
  fileprivate var json: JSONValue { ["role": .string(role), "parts": .array(parts.map(\.json))] }
}

extension ExchangeReading.Part {
  fileprivate var json: JSONValue {
    switch self {
    case .text(let text): return ["text": .string(text)]
    case .reasoning(let text): return ["reasoning": .string(text)]
    case .toolCall(let call): return ["toolCall": call.json]
    case .toolResult(let id, let text):
      var object: JSONObject = [:]
      if let id { object["id"] = .string(id) }
      object["text"] = .string(text)
      return ["toolResult": .object(object)]
    case .media(let type, let bytes, let address):
      var object: JSONObject = ["type": .string(type)]
      if let bytes { object["bytes"] = .number(JSONNumber(bytes)) }
      if let address { object["address"] = .string(address) }
      return ["media": .object(object)]
    case .other(let json): return ["other": json]
    }
  }
}

extension ExchangeReading.ToolCall {
  fileprivate var json: JSONValue {
    var object: JSONObject = ["name": .string(name), "arguments": arguments]
    if let id { object["id"] = .string(id) }
    return .object(object)
  }
}

extension AnswerReading {
  /// As JSON, keys in this order, those without a value left out: `status`, `milliseconds`, `stream` (`events`,
  /// `milliseconds`, `broken`), `model`, `choices` (`text`, `reasoning`, `refusal`, `media`, `toolCalls`, `finishReason`), `usage`,
  /// `vectors` (`count`, `dimensions`), `error`, `body`.
  public var json: JSONValue {
    var object: JSONObject = [
      "status": .number(JSONNumber(status)), "milliseconds": .number(JSONNumber(milliseconds)),
    ]
    if let stream {
      var told: JSONObject = [
        "events": .number(JSONNumber(stream.events)), "milliseconds": .number(JSONNumber(stream.milliseconds)),
      ]
      if let reason = stream.broken { told["broken"] = .string(reason) }
      object["stream"] = .object(told)
    }
    if let model { object["model"] = .string(model) }
    if !choices.isEmpty { object["choices"] = .array(choices.map(\.json)) }
    if !usage.isEmpty { object["usage"] = .object(usage) }
    if let vectors {
      object["vectors"] = [
        "count": .number(JSONNumber(vectors.count)), "dimensions": .number(JSONNumber(vectors.dimensions)),
      ]
    }
    if let error { object["error"] = .string(error) }
    if let body { object["body"] = body.json }
    return .object(object)
  }
}

extension AnswerReading.Choice {
  fileprivate var json: JSONValue {
    var object: JSONObject = ["text": .string(text)]
    if !reasoning.isEmpty { object["reasoning"] = .string(reasoning) }
    if let refusal { object["refusal"] = .string(refusal) }
    if !media.isEmpty { object["media"] = .array(media.compactMap { $0.json["media"] }) }
    if !toolCalls.isEmpty { object["toolCalls"] = .array(toolCalls.map(\.json)) }
    if let finishReason { object["finishReason"] = .string(finishReason) }
    return .object(object)
  }
}

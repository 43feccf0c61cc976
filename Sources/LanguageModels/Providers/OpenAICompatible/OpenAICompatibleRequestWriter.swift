import Foundation
import StructuredOutput

/// Writes chat requests in the form of OpenAI's Chat Completions.
///
/// The fields stand in this order, and those that say nothing are left out: `model`, `messages`, `tools`,
/// `tool_choice`, `response_format`, `temperature`, `top_p`, the token limit, `stop`, `seed`, `stream`,
/// `stream_options`, and then the request's additional fields. An additional field of one of these names replaces it in its place.
struct OpenAICompatibleRequestWriter {
  var model: String
  var maximumTokensField: OpenAICompatibleModel.MaximumTokensField

  func body(for request: ChatRequest, streaming: Bool) throws(ModelFault) -> JSONValue {
    var body: JSONObject = ["model": .string(model), "messages": .array(request.messages.map(message))]
    if !request.tools.isEmpty { body["tools"] = .array(request.tools.map(tool)) }
    if let choice = request.toolChoice { body["tool_choice"] = toolChoice(choice) }
    if let format = request.responseFormat { body["response_format"] = responseFormat(format) }
    if let temperature = request.temperature { body["temperature"] = try number(temperature, "temperature") }
    if let topP = request.topP { body["top_p"] = try number(topP, "topP") }
    if let maximum = request.maximumOutputTokens { body[maximumTokensField.rawValue] = .number(JSONNumber(maximum)) }
    if !request.stopSequences.isEmpty { body["stop"] = .array(request.stopSequences.map { .string($0) }) }
    if let seed = request.seed { body["seed"] = .number(JSONNumber(seed)) }
    if streaming {
      body["stream"] = .bool(true)
      body["stream_options"] = .object(["include_usage": .bool(true)])
    }
    for (key, value) in request.additionalFields { body[key] = value }
    return .object(body)
  }

  private func number(_ value: Double, _ name: String) throws(ModelFault) -> JSONValue {
    if let number = JSONNumber(value) { return .number(number) }
    throw ModelFault(
      .unusableRequest, "The request's \(name) is \(value), which cannot be written as JSON; nothing was sent.")
  }

  private func message(_ message: ChatMessage) -> JSONValue {
    var object: JSONObject = ["role": .string(message.role.rawValue), "content": content(of: message)]
    if !message.toolCalls.isEmpty { object["tool_calls"] = .array(message.toolCalls.map(toolCall)) }
    if let id = message.toolCallID { object["tool_call_id"] = .string(id) }
    return .object(object)
  }

  private func content(of message: ChatMessage) -> JSONValue {
    if message.content.isEmpty { return message.toolCalls.isEmpty ? .string("") : .null }
    if message.content.count == 1, case .text(let text) = message.content[0] {
      return text.isEmpty && !message.toolCalls.isEmpty ? .null : .string(text)
    }
    return .array(message.content.map(part))
  }

  private func part(_ part: ContentPart) -> JSONValue {
    switch part {
    case .text(let text): return ["type": "text", "text": .string(text)]
    case .image(let source):
      let address =
        switch source {
        case .url(let url): url.absoluteString
        case .data(let data, let mediaType): "data:\(mediaType);base64,\(data.base64EncodedString())"
        }
      return ["type": "image_url", "image_url": ["url": .string(address)]]
    }
  }

  private func toolCall(_ call: ToolCall) -> JSONValue {
    // Servers parse the arguments of earlier turns; an empty text is no JSON to them.
    let arguments = call.argumentsText.isEmpty ? "{}" : call.argumentsText
    return [
      "id": .string(call.id), "type": "function",
      "function": ["name": .string(call.name), "arguments": .string(arguments)],
    ]
  }

  private func tool(_ tool: ToolDefinition) -> JSONValue {
    var function: JSONObject = ["name": .string(tool.name)]
    if !tool.description.isEmpty { function["description"] = .string(tool.description) }
    function["parameters"] = tool.parameters
    return ["type": "function", "function": .object(function)]
  }

  private func toolChoice(_ choice: ToolChoice) -> JSONValue {
    switch choice {
    case .automatic: "auto"
    case .none: "none"
    case .required: "required"
    case .named(let name): ["type": "function", "function": ["name": .string(name)]]
    }
  }

  private func responseFormat(_ format: ResponseFormat) -> JSONValue {
    switch format {
    case .json: ["type": "json_object"]
    case .jsonSchema(let name, let schema, let strict):
      [
        "type": "json_schema",
        "json_schema": ["name": .string(name), "strict": .bool(strict), "schema": schema],
      ]
    }
  }
}

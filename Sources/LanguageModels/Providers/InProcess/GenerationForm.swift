import Foundation
import StructuredOutput

/// Requests and answers of a model in this process, in the JSON form in which fixtures keep them.
extension ChatRequest {
  /// All that the answer depends on. What is left to the model's default is left out.
  var generationForm: JSONValue {
    var object: JSONObject = ["messages": .array(messages.map(\.generationForm))]
    if !tools.isEmpty { object["tools"] = .array(tools.map(\.recordedForm)) }
    if let toolChoice { object["toolChoice"] = toolChoice.generationForm }
    switch responseFormat {
    case nil: break
    case .json: object["responseFormat"] = "json"
    case .jsonSchema(let name, let schema, let strict):
      object["responseFormat"] = ["name": .string(name), "schema": schema, "strict": .bool(strict)]
    }
    if let temperature { object["temperature"] = JSONNumber(temperature).map { .number($0) } ?? .null }
    if let topP { object["topP"] = JSONNumber(topP).map { .number($0) } ?? .null }
    if let maximumOutputTokens { object["maximumOutputTokens"] = .number(JSONNumber(maximumOutputTokens)) }
    if !stopSequences.isEmpty { object["stopSequences"] = .array(stopSequences.map { .string($0) }) }
    if let seed { object["seed"] = .number(JSONNumber(seed)) }
    if !additionalFields.isEmpty { object["additionalFields"] = .object(additionalFields) }
    return .object(object)
  }
}

extension ChatMessage {
  /// The form of records, with the bytes of pictures: they are a part of what was asked.
  fileprivate var generationForm: JSONValue {
    guard case .object(var object) = recordedForm, content.contains(where: \.isInlineImage) else { return recordedForm }
    object["content"] = .array(
      content.map { part in
        switch part {
        case .text(let text): ["text": .string(text)]
        case .image(.url(let url)): ["image": .string(url.absoluteString)]
        case .image(.data(let data, let mediaType)):
          ["image": .string("data:\(mediaType);base64,\(data.base64EncodedString())")]
        }
      })
    return .object(object)
  }
}

extension ContentPart {
  fileprivate var isInlineImage: Bool { if case .image(.data) = self { true } else { false } }
}

extension ToolChoice {
  fileprivate var generationForm: JSONValue {
    switch self {
    case .automatic: "automatic"
    case .none: "none"
    case .required: "required"
    case .named(let name): ["name": .string(name)]
    }
  }
}

extension ChatResponse {
  var generationForm: JSONValue {
    var object: JSONObject = [
      "message": message.recordedForm, "finishReason": .string(finishReason.rawValue), "model": .string(model),
    ]
    if let rawFinishReason { object["rawFinishReason"] = .string(rawFinishReason) }
    if let id { object["id"] = .string(id) }
    if let refusal { object["refusal"] = .string(refusal) }
    if let reasoningText { object["reasoning"] = .string(reasoningText) }
    var counts = JSONObject()
    for (name, path) in Usage.counts { counts[name] = usage[keyPath: path].map { .number(JSONNumber($0)) } }
    if !counts.isEmpty { object["usage"] = .object(counts) }
    return .object(object)
  }

  init?(generationForm json: JSONValue) {
    guard let message = json["message"].flatMap({ ChatMessage(recordedForm: $0) }),
      let finishReason = json["finishReason"]?.stringValue, let model = json["model"]?.stringValue
    else { return nil }
    var usage = Usage()
    for (name, path) in Usage.counts { usage[keyPath: path] = json["usage"]?[name]?.intValue }
    self.init(
      message: message, finishReason: FinishReason(rawValue: finishReason),
      rawFinishReason: json["rawFinishReason"]?.stringValue, usage: usage, model: model, id: json["id"]?.stringValue,
      refusal: json["refusal"]?.stringValue, reasoningText: json["reasoning"]?.stringValue)
  }
}

extension Usage {
  fileprivate static var counts: [(String, WritableKeyPath<Usage, Int?>)] {
    [
      ("input", \.input), ("cachedInput", \.cachedInput), ("cacheWrite", \.cacheWrite), ("output", \.output),
      ("reasoning", \.reasoning),
    ]
  }
}

extension ChatStreamEvent {
  var generationForm: JSONValue {
    switch self {
    case .text(let text): ["text": .string(text)]
    case .reasoning(let text): ["reasoning": .string(text)]
    case .toolCallArguments(let index, let name, let fragment):
      ["index": .number(JSONNumber(index)), "tool": .string(name), "arguments": .string(fragment)]
    case .finished(let response): ["finished": response.generationForm]
    }
  }

  init?(generationForm json: JSONValue) {
    if let text = json["text"]?.stringValue {
      self = .text(text)
    } else if let text = json["reasoning"]?.stringValue {
      self = .reasoning(text)
    } else if let tool = json["tool"]?.stringValue, let index = json["index"]?.intValue {
      self = .toolCallArguments(index: index, name: tool, fragment: json["arguments"]?.stringValue ?? "")
    } else if let response = json["finished"].flatMap({ ChatResponse(generationForm: $0) }) {
      self = .finished(response)
    } else {
      return nil
    }
  }
}

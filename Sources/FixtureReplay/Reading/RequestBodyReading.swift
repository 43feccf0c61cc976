import StructuredOutput

/// Reads what a request says out of its body.
enum RequestBodyReading {
  typealias Message = ExchangeReading.Message
  typealias Part = ExchangeReading.Part

  static func read(_ body: JSONObject, _ kind: CallKind, path: String, into reading: inout ExchangeReading) {
    reading.model = body["model"]?.stringValue ?? model(in: path)
    var told: Set<String> = ["model", "tools"]
    reading.tools = tools(body["tools"])
    switch kind {
    case .openAIChat, .ollama:
      reading.messages = (body["messages"]?.arrayValue ?? []).map(openAIMessage)
      told.insert("messages")
    case .openAIResponses:
      if let text = body["instructions"]?.stringValue {
        reading.messages.append(Message(role: "system", parts: [.text(text)]))
      }
      let input = body["input"] ?? .null
      reading.messages += input.arrayValue?.map(responsesItem) ?? [Message(role: "user", parts: parts(input))]
      told.formUnion(["instructions", "input"])
    case .anthropicMessages:
      if let system = body["system"] { reading.messages.append(Message(role: "system", parts: parts(system))) }
      reading.messages += (body["messages"]?.arrayValue ?? []).map { message in
        Message(role: message["role"]?.stringValue ?? "?", parts: parts(message["content"] ?? .null))
      }
      told.formUnion(["messages", "system"])
    case .gemini:
      for name in ["systemInstruction", "system_instruction"] {
        if let system = body[name] { reading.messages.append(Message(role: "system", parts: geminiParts(system))) }
        told.insert(name)
      }
      reading.messages += (body["contents"]?.arrayValue ?? []).map { content in
        Message(role: content["role"]?.stringValue ?? "user", parts: geminiParts(content))
      }
      told.insert("contents")
    case .embeddings:
      reading.inputs = inputs(body, &told)
    case .other: break
    }
    for (name, value) in body where !told.contains(name) { reading.parameters[name] = value }
  }

  /// `/v1beta/models/gemini-2.5-pro:generateContent` names it in the path.
  private static func model(in path: String) -> String? {
    guard let last = path.split(separator: "/").last, let colon = last.lastIndex(of: ":") else { return nil }
    return String(last[..<colon])
  }

  private static func tools(_ list: JSONValue?) -> [String] {
    (list?.arrayValue ?? []).flatMap { tool -> [String] in
      let declarations = tool["functionDeclarations"] ?? tool["function_declarations"]
      if let declarations = declarations?.arrayValue { return declarations.compactMap { $0["name"]?.stringValue } }
      if let name = tool["function"]?["name"]?.stringValue ?? tool["name"]?.stringValue { return [name] }
      return [tool["type"]?.stringValue ?? tool.objectValue?.keys.first ?? tool.typeName]
    }
  }

  private static func openAIMessage(_ message: JSONValue) -> Message {
    let role = message["role"]?.stringValue ?? "?"
    let content = message["content"] ?? .null
    if role == "tool" {
      let text = parts(content).map(\.plainText).joined()
      return Message(role: role, parts: [.toolResult(id: message["tool_call_id"]?.stringValue, text)])
    }
    var parts = parts(content)
    // Ollama puts images beside the text.
    for image in message["images"]?.arrayValue ?? [] {
      parts.append(.media(type: "image", bytes: image.stringValue.map { size(ofBase64: $0) }, address: nil))
    }
    parts += OpenAIAnswer.toolCalls(message["tool_calls"]).map { .toolCall($0) }
    return Message(role: role, parts: parts)
  }

  /// A message, a call or its result: in Responses all of them are items of one list.
  private static func responsesItem(_ item: JSONValue) -> Message {
    if let call = OpenAIResponsesAnswer.toolCall(item) { return Message(role: "assistant", parts: [.toolCall(call)]) }
    switch item["type"]?.stringValue {
    case "function_call_output":
      let text = parts(item["output"] ?? .null).map(\.plainText).joined()
      return Message(role: "tool", parts: [.toolResult(id: item["call_id"]?.stringValue, text)])
    case "reasoning":
      let summary = (item["summary"]?.arrayValue ?? []).compactMap { $0["text"]?.stringValue }.joined(separator: "\n")
      return Message(role: "assistant", parts: [.reasoning(summary.isEmpty ? "[not told]" : summary)])
    case "message", nil:
      return Message(role: item["role"]?.stringValue ?? "?", parts: parts(item["content"] ?? .null))
    default:
      return Message(role: item["role"]?.stringValue ?? "item", parts: [.other(item)])
    }
  }

  // MARK: - Parts

  /// The content of OpenAI's and Anthropic's messages: a text, or a list of parts by type.
  static func parts(_ content: JSONValue) -> [Part] {
    switch content {
    case .null: return []
    case .string(let text): return [.text(text)]
    case .array(let items): return items.map(part)
    default: return [.other(content)]
    }
  }

  private static func part(_ part: JSONValue) -> Part {
    switch part["type"]?.stringValue {
    case "text", "input_text", "output_text":
      if let text = part["text"]?.stringValue { return .text(text) }
    case "thinking":
      if let text = part["thinking"]?.stringValue { return .reasoning(text) }
    case "tool_use":
      return .toolCall(
        ExchangeReading.ToolCall(
          name: part["name"]?.stringValue ?? "?", arguments: part["input"] ?? .null, id: part["id"]?.stringValue))
    case "tool_result":
      let text = parts(part["content"] ?? .null).map(\.plainText).joined()
      return .toolResult(id: part["tool_use_id"]?.stringValue, text)
    case "image_url", "input_image":
      if let address = (part["image_url"]?["url"] ?? part["image_url"])?.stringValue { return media("image", address) }
    case "input_audio":
      if let sound = part["input_audio"], let data = sound["data"]?.stringValue {
        return .media(type: "audio/\(sound["format"]?.stringValue ?? "?")", bytes: size(ofBase64: data), address: nil)
      }
    case "file", "input_file":
      let file = part["file"] ?? part
      if let data = file["file_data"]?.stringValue ?? file["file_url"]?.stringValue { return media("file", data) }
    case "image", "document":
      guard let source = part["source"] else { break }
      if let data = source["data"]?.stringValue, source["type"]?.stringValue == "base64" {
        return .media(
          type: source["media_type"]?.stringValue ?? "image", bytes: size(ofBase64: data), address: nil)
      }
      if let address = source["url"]?.stringValue {
        return .media(type: part["type"]?.stringValue ?? "image", bytes: nil, address: address)
      }
    default: break
    }
    return .other(part)
  }

  /// An address, which may hold the data itself (RFC 2397).
  private static func media(_ kind: String, _ address: String) -> Part {
    if let kept = MediaReference(address) { return .media(type: kept.type, bytes: kept.count, address: nil) }
    guard address.hasPrefix("data:"), let comma = address.firstIndex(of: ",") else {
      return .media(type: kind, bytes: nil, address: address)
    }
    let head = address[..<comma].dropFirst(5)
    let type = head.prefix { $0 != ";" }
    let data = address[address.index(after: comma)...]
    return .media(
      type: type.isEmpty ? kind : String(type),
      bytes: head.hasSuffix(";base64") ? size(ofBase64: data) : data.utf8.count, address: nil)
  }

  private static func size(ofBase64 text: some StringProtocol) -> Int {
    if let kept = MediaReference(text) { return kept.count }
    let digits = text.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "=") || $1 <= 0x20 ? 0 : 1) }
    return digits * 3 / 4
  }

  /// The parts of one of Gemini's contents, in either way of writing its keys.
  static func geminiParts(_ content: JSONValue) -> [Part] {
    if let text = content.stringValue { return [.text(text)] }
    return (content["parts"]?.arrayValue ?? []).map { part in
      if let text = part["text"]?.stringValue {
        return part["thought"]?.boolValue == true ? .reasoning(text) : .text(text)
      }
      if let call = part["functionCall"] ?? part["function_call"] {
        return .toolCall(
          ExchangeReading.ToolCall(
            name: call["name"]?.stringValue ?? "?", arguments: call["args"] ?? [:], id: call["id"]?.stringValue))
      }
      if let result = part["functionResponse"] ?? part["function_response"] {
        return .toolResult(
          id: result["id"]?.stringValue ?? result["name"]?.stringValue, (result["response"] ?? .null).compactText)
      }
      if let data = part["inlineData"] ?? part["inline_data"] {
        let type = data["mimeType"]?.stringValue ?? data["mime_type"]?.stringValue ?? "?"
        return .media(type: type, bytes: data["data"]?.stringValue.map { size(ofBase64: $0) }, address: nil)
      }
      if let file = part["fileData"] ?? part["file_data"] {
        let type = file["mimeType"]?.stringValue ?? file["mime_type"]?.stringValue ?? "file"
        return .media(
          type: type, bytes: nil, address: file["fileUri"]?.stringValue ?? file["file_uri"]?.stringValue)
      }
      return .other(part)
    }
  }

  // MARK: - Embeddings

  private static func inputs(_ body: JSONObject, _ told: inout Set<String>) -> [String] {
    for name in ["input", "texts", "inputs", "content", "requests"] {
      guard let value = body[name] else { continue }
      told.insert(name)
      return (value.arrayValue ?? [value]).map { item in
        if let text = item.stringValue { return text }
        let content = item["content"] ?? item
        let parts = geminiParts(content)
        return parts.isEmpty ? item.compactText : parts.map(\.plainText).joined(separator: "\n")
      }
    }
    return []
  }
}

extension ExchangeReading.Part {
  /// Its text, or what stands for it in a text.
  var plainText: String {
    switch self {
    case .text(let text), .reasoning(let text), .toolResult(_, let text): text
    case .toolCall(let call): "\(call.name)(\(call.arguments.compactText))"
    case .media(let type, _, _): "[\(type)]"
    case .other(let json): json.compactText
    }
  }
}

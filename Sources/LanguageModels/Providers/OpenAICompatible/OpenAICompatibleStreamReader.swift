import StructuredOutput

/// Reads a streamed answer in the form of OpenAI's Chat Completions, event by event.
struct OpenAICompatibleStreamReader {
  var server: AskedServer
  /// Whether the stream said that nothing more comes.
  private(set) var isDone = false

  private var parts = OpenAICompatibleMessageParts()
  private var positions: [Int: Int] = [:]
  private var rawFinishReason: String?
  private var usage: JSONValue?
  private var model: String?
  private var id: String?
  private var hasChoice = false
  private var begin = ""

  init(server: AskedServer) { self.server = server }

  /// Takes an event and gives the pieces of the answer that it holds.
  mutating func read(_ event: ServerSentEvent) throws(ModelFault) -> [ChatStreamEvent] {
    if isDone || event.data.isEmpty { return [] }
    if event.data.utf8.allSatisfy({ $0 == UInt8(ascii: " ") }) { return [] }
    if event.data.hasPrefix("[DONE]") {
      isDone = true
      return []
    }
    if begin.isEmpty { begin = String(event.data.prefix(400)) }
    let chunk: JSONValue
    do { chunk = try JSONValue(parsing: event.data) } catch {
      if event.event == "error" { throw server.errorFault(.string(event.data), inStream: true) }
      throw server.malformed("an event of the stream is not JSON (\(error.reason))", shown: event.data)
    }
    if let error = chunk["error"], !error.isNull { throw server.errorFault(error, inStream: true) }
    if event.event == "error" || chunk["object"]?.stringValue == "error" {
      throw server.errorFault(chunk, inStream: true)
    }
    return try read(chunk)
  }

  private mutating func read(_ chunk: JSONValue) throws(ModelFault) -> [ChatStreamEvent] {
    model = model ?? chunk["model"]?.stringValue.flatMap { $0.isEmpty ? nil : $0 }
    id = id ?? chunk["id"]?.stringValue.flatMap { $0.isEmpty ? nil : $0 }
    for candidate in [chunk["usage"], chunk["x_groq"]?["usage"]] where candidate?.objectValue != nil {
      usage = candidate
      break
    }
    var events: [ChatStreamEvent] = []
    for choice in chunk["choices"]?.arrayValue ?? [] where (choice["index"]?.intValue ?? 0) == 0 {
      hasChoice = true
      if let error = choice["error"], !error.isNull { throw server.errorFault(error, inStream: true) }
      if let reason = choice["finish_reason"]?.stringValue, !reason.isEmpty { rawFinishReason = reason }
      guard let delta = choice["delta"] ?? choice["message"] else { continue }
      let new = parts.add(contentOf: delta)
      if !new.reasoning.isEmpty { events.append(.reasoning(new.reasoning)) }
      if !new.text.isEmpty { events.append(.text(new.text)) }
      for fragment in delta["tool_calls"]?.arrayValue ?? [] {
        if let event = add(fragment) { events.append(event) }
      }
    }
    return events
  }

  /// Joins a fragment of a tool call to the call of its index.
  private mutating func add(_ fragment: JSONValue) -> ChatStreamEvent? {
    let function = fragment["function"] ?? fragment
    let callID = fragment["id"]?.stringValue ?? ""
    let name = function["name"]?.stringValue ?? ""
    let arguments = OpenAICompatibleMessageParts.argumentsText(function["arguments"])
    let position = position(ofIndex: fragment["index"]?.intValue, id: callID, name: name)
    // Later fragments may repeat the name and the identifier: the first ones that say something count.
    if parts.calls[position].id.isEmpty { parts.calls[position].id = callID }
    if parts.calls[position].name.isEmpty { parts.calls[position].name = name }
    parts.calls[position].argumentsText += arguments
    guard !arguments.isEmpty else { return nil }
    return .toolCallArguments(index: position, name: parts.calls[position].name, fragment: arguments)
  }

  private mutating func position(ofIndex index: Int?, id: String, name: String) -> Int {
    let known = index.map { positions[$0] } ?? parts.calls.indices.last
    if let known {
      // Some servers number all calls 0 or none; another identifier and a name begin another call.
      let isAnother = !id.isEmpty && !name.isEmpty && !parts.calls[known].id.isEmpty && parts.calls[known].id != id
      if !isAnother { return known }
    }
    parts.calls.append(ToolCall(id: "", name: "", argumentsText: ""))
    let position = parts.calls.count - 1
    if let index { positions[index] = position }
    return position
  }

  /// Ends the stream and gives the whole answer.
  ///
  /// - Throws: ``ModelFault`` of kind ``ModelFault/Kind/brokenStream`` where neither a finish reason nor `[DONE]` came.
  func finish() throws(ModelFault) -> ChatResponse {
    guard rawFinishReason != nil || isDone else { throw server.brokenStream(after: parts.text.count, shown: begin) }
    guard hasChoice else { throw server.malformed("the stream has no choices", shown: begin) }
    return parts.response(
      rawFinishReason: rawFinishReason, usage: Usage(openAICompatible: usage), model: model ?? server.model, id: id)
  }
}

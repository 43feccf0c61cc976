import StructuredOutput

/// An answer of OpenAI's Responses as its stream, from `response.created` to `response.completed`.
enum ResponsesStream {
  static func events(of answer: JSONValue) -> [RecordedEvent] {
    var stream = Stream()
    var begun = answer.objectValue ?? [:]
    let status = begun["status"]?.stringValue ?? "completed"
    begun["status"] = "in_progress"
    begun["output"] = []
    begun["usage"] = .null
    stream.append("response.created", ["response": .object(begun)])
    stream.append("response.in_progress", ["response": .object(begun)])
    for (position, item) in (answer["output"]?.arrayValue ?? []).enumerated() {
      add(item, at: position, to: &stream)
    }
    stream.append("response.\(status)", ["response": answer])
    return stream.events
  }

  private struct Stream {
    var events: [RecordedEvent] = []

    mutating func append(_ type: String, _ fields: JSONObject) {
      var document = fields
      document["type"] = .string(type)
      document["sequence_number"] = .number(JSONNumber(events.count))
      events.append(.typed(document))
    }

    mutating func append(deltas type: String, of text: JSONValue, _ place: JSONObject) {
      for piece in TextPieces.of(text.stringValue ?? "") { append(type, place.with("delta", .string(piece))) }
    }
  }

  private static func add(_ item: JSONValue, at position: Int, to stream: inout Stream) {
    let index = JSONValue.number(JSONNumber(position))
    var begun = item.objectValue ?? [:]
    let place: JSONObject = ["output_index": index, "item_id": item["id"] ?? ""]
    switch item["type"]?.stringValue {
    case "message":
      begun["content"] = []
      begun["status"] = "in_progress"
      stream.append("response.output_item.added", ["output_index": index, "item": .object(begun)])
      addParts(item["content"]?.arrayValue ?? [], place, to: &stream)
    case "function_call":
      let arguments = item["arguments"] ?? ""
      begun["arguments"] = ""
      begun["status"] = "in_progress"
      stream.append("response.output_item.added", ["output_index": index, "item": .object(begun)])
      stream.append("response.function_call_arguments.delta", place.with("delta", arguments))
      stream.append("response.function_call_arguments.done", place.with("arguments", arguments))
    case "reasoning":
      begun["summary"] = []
      stream.append("response.output_item.added", ["output_index": index, "item": .object(begun)])
      addSummary(item["summary"]?.arrayValue ?? [], place, to: &stream)
    default:
      stream.append("response.output_item.added", ["output_index": index, "item": item])
    }
    stream.append("response.output_item.done", ["output_index": index, "item": item])
  }

  private static func addParts(_ parts: [JSONValue], _ place: JSONObject, to stream: inout Stream) {
    for (position, part) in parts.enumerated() {
      let place = place.with("content_index", .number(JSONNumber(position)))
      // A refusal is a part of its own kind, with its words under its own name.
      let kind = part["type"]?.stringValue == "refusal" ? "refusal" : "text"
      let event = kind == "text" ? "output_text" : "refusal"
      let words = part[kind] ?? ""
      var begun = part.objectValue ?? [:]
      begun[kind] = ""
      stream.append("response.content_part.added", place.with("part", .object(begun)))
      stream.append(deltas: "response.\(event).delta", of: words, place)
      stream.append("response.\(event).done", place.with(kind, words))
      stream.append("response.content_part.done", place.with("part", part))
    }
  }

  private static func addSummary(_ parts: [JSONValue], _ place: JSONObject, to stream: inout Stream) {
    for (position, part) in parts.enumerated() {
      let place = place.with("summary_index", .number(JSONNumber(position)))
      let words = part["text"] ?? ""
      var begun = part.objectValue ?? [:]
      begun["text"] = ""
      stream.append("response.reasoning_summary_part.added", place.with("part", .object(begun)))
      stream.append(deltas: "response.reasoning_summary_text.delta", of: words, place)
      stream.append("response.reasoning_summary_text.done", place.with("text", words))
      stream.append("response.reasoning_summary_part.done", place.with("part", part))
    }
  }
}

extension JSONObject {
  fileprivate func with(_ name: String, _ value: JSONValue) -> JSONObject {
    var object = self
    object[name] = value
    return object
  }
}

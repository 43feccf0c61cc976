import StructuredOutput

/// An answer of Anthropic's Messages as its stream, from `message_start` to `message_stop`.
enum MessagesStream {
  static func events(of answer: JSONValue) -> [RecordedEvent] {
    var message = answer.objectValue ?? [:]
    let ending: JSONObject = [
      "stop_reason": message["stop_reason"] ?? .null, "stop_sequence": message["stop_sequence"] ?? .null,
    ]
    message["content"] = []
    message["stop_reason"] = .null
    message["stop_sequence"] = .null
    var events: [RecordedEvent] = [.typed(["type": "message_start", "message": .object(message)])]
    for (position, block) in (answer["content"]?.arrayValue ?? []).enumerated() {
      let index = JSONValue.number(JSONNumber(position))
      let (start, deltas) = pieces(of: block)
      events.append(.typed(["type": "content_block_start", "index": index, "content_block": start]))
      for delta in deltas {
        events.append(.typed(["type": "content_block_delta", "index": index, "delta": delta]))
      }
      events.append(.typed(["type": "content_block_stop", "index": index]))
    }
    // The usage of the end replaces that of the beginning.
    events.append(
      .typed(["type": "message_delta", "delta": .object(ending), "usage": answer["usage"] ?? [:]]))
    events.append(.typed(["type": "message_stop"]))
    return events
  }

  /// A block as it begins, and what is then added to it. Blocks that come whole have nothing to add.
  private static func pieces(of block: JSONValue) -> (start: JSONValue, deltas: [JSONValue]) {
    guard var start = block.objectValue else { return (block, []) }
    var deltas: [JSONValue] = []
    switch start["type"]?.stringValue {
    case "text":
      for citation in start["citations"]?.arrayValue ?? [] {
        deltas.append(["type": "citations_delta", "citation": citation])
      }
      if !deltas.isEmpty { start["citations"] = [] }
      deltas += pieces(start["text"]).map { ["type": "text_delta", "text": $0] }
      start["text"] = ""
    case "thinking":
      deltas = pieces(start["thinking"]).map { ["type": "thinking_delta", "thinking": $0] }
      if let signature = start["signature"] { deltas.append(["type": "signature_delta", "signature": signature]) }
      start["thinking"] = ""
      start["signature"] = ""
    case "tool_use", "server_tool_use":
      deltas.append(
        ["type": "input_json_delta", "partial_json": .string((start["input"] ?? [:]).compactText)])
      start["input"] = [:]
    default: break
    }
    return (.object(start), deltas)
  }

  private static func pieces(_ text: JSONValue?) -> [JSONValue] {
    TextPieces.of(text?.stringValue ?? "").map { .string($0) }
  }
}

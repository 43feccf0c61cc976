import StructuredOutput

/// The texts in the events of a stream that are pieces of longer ones.
///
/// Providers call them by few names, wherever they stand: `choices[].delta.content` and `…function.arguments` (OpenAI and
/// those who speak like it), `delta` (OpenAI's Responses), `delta.text`, `delta.partial_json`, `delta.thinking`
/// (Anthropic), `candidates[].content.parts[].text` (Gemini), `delta.message.content.text` (Cohere), `message.content`
/// (Ollama). Pieces of one text stand at one path and have the same `index`; elements of a list without indices are
/// taken for pieces of one text in their order.
enum StreamFragments {
  private static let names: Set<String> = [
    "content", "text", "delta", "arguments", "partial_json", "thinking", "reasoning", "reasoning_content",
    "reasoning_text", "refusal", "transcript", "input", "response", "generation", "completion", "outputText",
    "output_text", "generated_text", "token_text", "thought",
  ]
  private static let indices = [
    "index", "output_index", "content_index", "summary_index", "contentBlockIndex", "item_id",
  ]

  /// The payload with each piece replaced by what a closure makes of it; it is told which text the piece belongs to.
  static func mapped(
    _ payload: RecordedEvent.Payload, _ transform: (_ track: String, _ piece: String) -> String
  ) -> RecordedEvent.Payload {
    switch payload {
    case .json(let json):
      let type = json["type"]?.stringValue ?? ""
      return .json(mapped(json, under: nil, track: type, transform))
    // The sign that nothing comes any more is no text.
    case .text("[DONE]"): return payload
    case .text(let text): return .text(transform("", text))
    }
  }

  private static func mapped(
    _ json: JSONValue, under key: String?, track: String, _ transform: (String, String) -> String
  ) -> JSONValue {
    switch json {
    case .string(let text):
      guard let key, names.contains(key) else { return json }
      let changed = transform(track, text)
      return changed == text ? json : .string(changed)
    case .array(let items):
      return .array(items.map { mapped($0, under: nil, track: track, transform) })
    case .object(let object):
      var own = track
      for name in indices {
        switch object[name] {
        case .number(let number)?: own += "#\(number.text)"
        case .string(let text)?: own += "#\(text)"
        default: break
        }
      }
      return .object(
        JSONObject(object.map { ($0.key, mapped($0.value, under: $0.key, track: own + "/" + $0.key, transform)) }))
    default:
      return json
    }
  }
}

/// Pieces of one text, joined.
struct JoinedText: Sendable {
  private(set) var bytes: [UInt8]
  /// Where each piece stands in ``bytes``.
  private(set) var pieces: [Range<Int>] = []
  /// How many bytes at the beginning are of pieces that were passed on before.
  let passedOn: Int

  init(after passedOn: [UInt8] = []) {
    bytes = passedOn
    self.passedOn = passedOn.count
  }

  mutating func append(_ piece: String) {
    let start = bytes.count
    bytes += piece.utf8
    pieces.append(start..<bytes.count)
  }
}

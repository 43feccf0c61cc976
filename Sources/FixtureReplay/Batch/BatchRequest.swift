import StructuredOutput

/// A missed call as a line of a batch.
struct BatchRequest {
  let id: BatchIdentifier
  let wire: BatchWire
  let model: String
  /// What is asked, whole: a batch streams nothing.
  let body: JSONValue

  /// Why a call cannot stand in a batch.
  struct Obstacle: Error {
    let reason: String
  }

  init(_ call: MissedCall) throws(Obstacle) {
    if call.holdsCredential {
      throw Obstacle(
        reason: "its request holds a credential, or its test declares personal data: a file must hold neither as it is")
    }
    guard let wire = BatchWire(path: call.request.path), call.request.method == "POST" else {
      throw Obstacle(reason: "no batch takes \(call.request.method) \(call.request.path.prefix(120))")
    }
    guard case .object(var body)? = call.sentBody ?? call.request.body.json else {
      throw Obstacle(reason: "its body is not a JSON object")
    }
    guard let model = body["model"]?.stringValue, !model.isEmpty else {
      throw Obstacle(reason: "its body names no model")
    }
    for field in Self.streamingFields { body[field] = nil }
    id = BatchIdentifier(of: call)
    self.wire = wire
    self.model = model
    self.body = .object(body)
  }

  private static let streamingFields = ["stream", "stream_options"]

  /// The line of an OpenAI batch, or the item of an Anthropic one.
  var json: JSONValue {
    if wire.format == .anthropic { return ["custom_id": .string(id.text), "params": body] }
    return ["custom_id": .string(id.text), "method": "POST", "url": .string(wire.url), "body": body]
  }
}

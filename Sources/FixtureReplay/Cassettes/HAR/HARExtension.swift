import StructuredOutput

/// What a fixture knows of an exchange and HAR has no place for, under a key of its own, as HAR 1.2 allows.
enum HARExtension {
  /// The key in an entry.
  static let key = "_llmspec"
  /// The key in `postData` of a body that is no text.
  static let base64Key = "_base64"

  static func json(of exchange: FixtureExchange, test: String) -> JSONObject {
    var own: JSONObject = ["test": .string(test), "provider": .string(exchange.request.provider)]
    if let name = exchange.key.case { own["case"] = .string(name) }
    own["trial"] = .number(JSONNumber(exchange.key.trial))
    own["draw"] = .number(JSONNumber(exchange.key.draw))
    own["ordinal"] = .number(JSONNumber(exchange.key.ordinal))
    if let prompt = exchange.promptVersion { own["prompt"] = .string(prompt) }
    if case .events(let events, let end) = exchange.answer.content {
      own["eventTimes"] = .array(events.map { .number(JSONNumber($0.milliseconds)) })
      if case .broken(let reason) = end { own["broken"] = .string(reason) }
    }
    return own
  }

  /// Counts that no test reaches would overflow where they are counted on.
  static func check(_ own: JSONValue) throws(SkippedInteraction) {
    for counts in [own, own["exchange"] ?? .null] {
      for name in ["trial", "draw", "ordinal"] {
        guard let count = counts[name], !(count.intValue.map { (0..<1 << 31).contains($0) } ?? false) else { continue }
        throw SkippedInteraction("its \(key) gives a \(name) that is no whole number below 2³¹")
      }
    }
  }

  /// Gives an exchange back what ``json(of:test:)`` wrote of it.
  static func apply(_ own: JSONValue, to exchange: inout FixtureExchange) {
    exchange.key.case = own["case"]?.stringValue
    exchange.key.trial = own["trial"]?.intValue ?? 1
    exchange.key.draw = own["draw"]?.intValue ?? 1
    exchange.key.ordinal = own["ordinal"]?.intValue ?? 0
    exchange.promptVersion = own["prompt"]?.stringValue
    if case .events(var events, _) = exchange.answer.content {
      let times = (own["eventTimes"]?.arrayValue ?? []).map { $0.intValue ?? 0 }
      if times.count == events.count {
        for index in events.indices { events[index].milliseconds = times[index] }
      }
      exchange.answer.content = .events(events, end: own["broken"]?.stringValue.map { .broken($0) } ?? .complete)
    }
    exchange.digest = exchange.answer.digest
  }
}

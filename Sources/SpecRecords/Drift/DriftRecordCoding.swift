import StructuredOutput

extension DriftSide {
  var json: JSONValue {
    var object: JSONObject = [
      "verdict": .string(verdict.rawValue), "known": .bool(isKnown), "calls": .number(JSONNumber(usage.calls)),
      "inputTokens": .number(JSONNumber(usage.inputTokens)), "outputTokens": .number(JSONNumber(usage.outputTokens)),
    ]
    if let number = JSONNumber(usage.latency) { object["latency"] = .number(number) }
    if let cost = usage.cost, let number = JSONNumber(cost) { object["cost"] = .number(number) }
    return .object(object)
  }

  /// Nil where there is no verdict, without which it says nothing.
  init?(json: JSONValue?) {
    guard let json, let verdict = json["verdict"]?.stringValue.flatMap(Verdict.init(rawValue:)) else { return nil }
    self.init(
      verdict: verdict, isKnown: json["known"]?.boolValue ?? false,
      usage: DriftUsage(
        calls: json["calls"]?.intValue ?? 0, inputTokens: json["inputTokens"]?.intValue ?? 0,
        outputTokens: json["outputTokens"]?.intValue ?? 0, latency: json["latency"]?.doubleValue ?? 0,
        cost: json["cost"]?.doubleValue))
  }
}

extension DriftChange {
  var json: JSONValue {
    [
      "aspect": .string(aspect.rawValue), "place": .string(place), "was": .string(was), "now": .string(now),
    ]
  }

  init?(json: JSONValue) {
    guard let aspect = json["aspect"]?.stringValue else { return nil }
    self.init(
      DriftAspect(rawValue: aspect), at: json["place"]?.stringValue ?? "", was: json["was"]?.stringValue ?? "",
      now: json["now"]?.stringValue ?? "")
  }
}

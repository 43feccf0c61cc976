import StructuredOutput

/// Why a line of a run's record cannot be used.
public struct RunRecordError: Error, Sendable, CustomStringConvertible {
  /// What is wrong, with the line where it is known.
  public let description: String
}

extension RunRecord {
  /// The record as one JSON object, its keys in a fixed order; what is nil is left out.
  public var json: JSONValue {
    var object = RecordWriter()
    switch self {
    case .process(let record):
      object.write("kind", "process")
      object.write("format", record.format)
      object.write("run", record.run)
      object.write("mode", record.mode)
      object.write("shard", record.shard)
      object.write("specs", record.specs)
      object.write("specsElsewhere", record.specsElsewhere)
      object.write("duration", record.duration)
    case .call(let record):
      object.write("kind", "call")
      object.write(record.subject)
      object.write("purpose", record.purpose)
      object.write("provider", record.provider)
      object.write("model", record.model)
      object.write("answeredBy", record.answeredBy)
      object.write("origin", record.origin)
      object.write("input", record.input)
      object.write("tools", record.tools)
      object.write("output", record.output)
      object.write("finishReason", record.finishReason)
      object.write("inputTokens", record.inputTokens)
      object.write("outputTokens", record.outputTokens)
      object.write("latency", record.latency)
      object.write("cost", record.cost)
      object.write("promptVersion", record.promptVersion)
      object.write("fixture", record.fixture)
      object.write("fault", record.fault)
    case .expectation(let record):
      object.write("kind", "expectation")
      object.write(record.subject)
      object.write("expectation", record.expectation)
      object.write("verdict", record.verdict.rawValue)
      object.write("heading", record.heading)
      object.write("known", record.isKnown)
      object.write("score", record.score)
      object.write("threshold", record.threshold)
      object.write("reason", record.reason)
      object.write("output", record.output)
      object.write("reference", record.reference)
      object.write("baseline", record.baseline)
      if let vote = record.vote {
        object.write(
          "vote", ["newFirst": .string(vote.newFirst.rawValue), "oldFirst": .string(vote.oldFirst.rawValue)])
      }
      object.write("judge", record.judge)
      object.write("rawAnswer", record.rawAnswer)
      object.write("location", record.location)
    case .body(let record):
      object.write("kind", "body")
      object.write(record.subject)
      object.write("verdict", record.verdict.rawValue)
      object.write("known", record.isKnown)
      if !record.issues.isEmpty { object.write("issues", .array(record.issues.map { .string($0) })) }
      object.write("duration", record.duration)
      if record.isCancelled { object.write("cancelled", true) }
    case .trials(let record):
      object.write("kind", "trials")
      object.write(record.subject)
      object.write("passed", record.count.passed)
      object.write("failed", record.count.failed)
      object.write("inconclusive", record.count.inconclusive)
      object.write("needed", record.needed)
      object.write("verdict", record.verdict.rawValue)
    case .skipped(let record):
      object.write("kind", "skipped")
      object.write("spec", record.spec)
      object.write("shard", record.shard)
    case .drift(let record):
      object.write("kind", "drift")
      object.write(record.subject)
      object.write("replayed", record.replayed.json)
      object.write("live", record.live.json)
      object.write("obstacle", record.obstacle)
      object.write("similarity", record.similarity)
      if !record.changes.isEmpty { object.write("changes", .array(record.changes.map(\.json))) }
    case .fixtureUse(let record):
      object.write("kind", "fixtureUse")
      object.write("spec", record.spec)
      object.write("fixture", record.fixture)
      object.write("mode", record.mode)
      object.write("exchanges", record.exchanges)
      object.write("keys", record.keys)
      if !record.unused.isEmpty { object.write("unused", record.unused.description) }
      object.write("usedKeys", record.usedKeys)
      object.write("misses", record.misses)
      object.write("models", .array(record.models.map { .string($0) }))
      object.write("whole", record.isWhole)
    }
    return .object(object.object)
  }

  /// Reads a record; nil for a kind that this version does not know, which a newer one may write beside the others.
  ///
  /// - Throws: ``RunRecordError`` where a field is missing or has another type.
  public init?(json: JSONValue) throws(RunRecordError) {
    let fields = RecordReader(json: json)
    switch try fields.text("kind") {
    case "process":
      let format = try fields.integer("format")
      guard format <= SpecRecords.formatVersion else {
        throw RunRecordError(
          description: """
            The run record has format \(format); this version reads up to \(SpecRecords.formatVersion). \
            Read it with the version of the package that wrote it, or a newer one.
            """)
      }
      self = .process(
        ProcessRecord(
          format: format, run: try fields.text("run"), mode: try fields.text("mode"),
          shard: fields.optionalText("shard"), specs: json["specs"]?.intValue,
          specsElsewhere: json["specsElsewhere"]?.intValue, duration: json["duration"]?.doubleValue))
    case "call":
      self = .call(
        CallRecord(
          subject: try fields.subject(), purpose: try fields.text("purpose"), provider: try fields.text("provider"),
          model: try fields.text("model"), answeredBy: fields.optionalText("answeredBy"),
          origin: try fields.text("origin"), input: json["input"] ?? .null, tools: json["tools"],
          output: json["output"], finishReason: fields.optionalText("finishReason"),
          inputTokens: json["inputTokens"]?.intValue,
          outputTokens: json["outputTokens"]?.intValue, latency: json["latency"]?.doubleValue ?? 0,
          cost: json["cost"]?.doubleValue, promptVersion: fields.optionalText("promptVersion"),
          fixture: fields.optionalText("fixture"), fault: fields.optionalText("fault")))
    case "expectation":
      self = .expectation(
        ExpectationRecord(
          subject: try fields.subject(), expectation: try fields.text("expectation"), verdict: try fields.verdict(),
          heading: fields.optionalText("heading"), isKnown: json["known"]?.boolValue ?? false,
          score: json["score"]?.doubleValue, threshold: json["threshold"]?.doubleValue,
          reason: try fields.text("reason"), output: fields.optionalText("output"),
          reference: fields.optionalText("reference"), baseline: fields.optionalText("baseline"),
          vote: fields.vote(), judge: fields.optionalText("judge"), rawAnswer: fields.optionalText("rawAnswer"),
          location: try fields.text("location")))
    case "body":
      self = .body(
        BodyRecord(
          subject: try fields.subject(), verdict: try fields.verdict(), isKnown: json["known"]?.boolValue ?? false,
          issues: (json["issues"]?.arrayValue ?? []).compactMap(\.stringValue),
          duration: json["duration"]?.doubleValue ?? 0, isCancelled: json["cancelled"]?.boolValue ?? false))
    case "trials":
      let count = TrialCount(
        passed: try fields.integer("passed"), failed: try fields.integer("failed"),
        inconclusive: try fields.integer("inconclusive"))
      self = .trials(
        TrialsRecord(
          subject: try fields.subject(), count: count, needed: try fields.integer("needed"),
          verdict: try fields.verdict()))
    case "skipped":
      self = .skipped(SkippedRecord(spec: try fields.text("spec"), shard: fields.optionalText("shard")))
    case "drift":
      self = .drift(
        DriftRecord(
          subject: try fields.subject(), replayed: try fields.side("replayed"), live: try fields.side("live"),
          obstacle: fields.optionalText("obstacle"), similarity: json["similarity"]?.doubleValue,
          changes: (json["changes"]?.arrayValue ?? []).compactMap(DriftChange.init(json:))))
    case "fixtureUse":
      self = .fixtureUse(
        FixtureUseRecord(
          spec: try fields.text("spec"), fixture: try fields.text("fixture"), mode: try fields.text("mode"),
          exchanges: try fields.integer("exchanges"), keys: try fields.text("keys"),
          unused: try fields.positions("unused"), usedKeys: fields.optionalText("usedKeys"),
          misses: try fields.integer("misses"),
          models: (json["models"]?.arrayValue ?? []).compactMap(\.stringValue),
          isWhole: json["whole"]?.boolValue ?? false))
    default:
      return nil
    }
  }
}

/// Collects the fields of a record in the order in which they are written.
private struct RecordWriter {
  var object: JSONObject = [:]

  mutating func write(_ key: String, _ value: JSONValue?) { if let value { object[key] = value } }
  mutating func write(_ key: String, _ value: String?) { if let value { object[key] = .string(value) } }
  mutating func write(_ key: String, _ value: Int?) { if let value { object[key] = .number(JSONNumber(value)) } }
  mutating func write(_ key: String, _ value: Bool) { object[key] = .bool(value) }

  /// A number that JSON cannot hold is left out.
  mutating func write(_ key: String, _ value: Double?) {
    if let value, let number = JSONNumber(value) { object[key] = .number(number) }
  }

  mutating func write(_ subject: RecordSubject) {
    write("spec", subject.spec)
    write("case", subject.case)
    write("trial", subject.trial)
    write("role", subject.role.rawValue)
    write("side", subject.side?.rawValue)
  }
}

/// Reads the fields of a record and says which one is wrong.
private struct RecordReader {
  let json: JSONValue

  func text(_ key: String) throws(RunRecordError) -> String {
    guard let text = json[key]?.stringValue else { throw missing(key, "a text") }
    return text
  }

  func integer(_ key: String) throws(RunRecordError) -> Int {
    guard let value = json[key]?.intValue else { throw missing(key, "a whole number") }
    return value
  }

  func optionalText(_ key: String) -> String? { json[key]?.stringValue }

  func positions(_ key: String) throws(RunRecordError) -> PositionRanges {
    guard json[key] != nil else { return PositionRanges() }
    guard let positions = PositionRanges(try text(key)) else { throw missing(key, "positions such as 3,7-9") }
    return positions
  }

  func verdict() throws(RunRecordError) -> Verdict {
    guard let verdict = Verdict(rawValue: try text("verdict")) else { throw missing("verdict", "a verdict") }
    return verdict
  }

  func vote() -> PairwiseVote? {
    guard let newFirst = json["vote"]?["newFirst"]?.stringValue.flatMap(PairwisePreference.init(rawValue:)),
      let oldFirst = json["vote"]?["oldFirst"]?.stringValue.flatMap(PairwisePreference.init(rawValue:))
    else { return nil }
    return PairwiseVote(newFirst: newFirst, oldFirst: oldFirst)
  }

  func subject() throws(RunRecordError) -> RecordSubject {
    RecordSubject(
      spec: try text("spec"), case: optionalText("case"), trial: json["trial"]?.intValue ?? 1,
      role: SpecRole(rawValue: optionalText("role") ?? SpecRole.heldOut.rawValue),
      side: optionalText("side").map(RecordSide.init(rawValue:)))
  }

  func side(_ key: String) throws(RunRecordError) -> DriftSide {
    guard let side = DriftSide(json: json[key]) else { throw missing(key, "one side of a comparison") }
    return side
  }

  private func missing(_ key: String, _ wanted: String) -> RunRecordError {
    let seen = json[key].map { String($0.compactText.prefix(60)) } ?? "nothing"
    return RunRecordError(description: "A run record needs \(wanted) under \"\(key)\" and has \(seen).")
  }
}

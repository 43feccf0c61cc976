import FixtureReplay
import SpecRecords
import StructuredOutput

extension RunRecord {
  /// The record without what must not be kept. Texts of one record share their placeholders, the input's come first.
  func redacted(by redactor: FixtureRedactor) -> RunRecord {
    switch self {
    case .call(var call):
      let values = redactor.redact([call.input, call.tools ?? .null, call.output ?? .null, JSONValue(call.fault)])
      call.input = values[0]
      if call.tools != nil { call.tools = values[1] }
      if call.output != nil { call.output = values[2] }
      call.fault = values[3].stringValue
      return .call(call)
    case .expectation(var finding):
      let texts = redactor.redact(
        [finding.output, finding.reference, finding.baseline, finding.rawAnswer, finding.reason].map(JSONValue.init))
      finding.output = texts[0].stringValue
      finding.reference = texts[1].stringValue
      finding.baseline = texts[2].stringValue
      finding.rawAnswer = texts[3].stringValue
      finding.reason = texts[4].stringValue ?? ""
      return .expectation(finding)
    case .body(var body):
      body.issues = redactor.redact(body.issues.map { .string($0) }).compactMap(\.stringValue)
      return .body(body)
    case .process, .trials, .skipped, .drift, .fixtureUse:
      return self
    }
  }
}

extension JSONValue {
  fileprivate init(_ text: String?) { self = text.map { .string($0) } ?? .null }
}

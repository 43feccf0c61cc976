import SpecRecords
import StructuredOutput

extension FixtureStatus {
  /// The status for machines. Positions of exchanges count from 1 and are written as `3,7-9`.
  public var json: JSONValue {
    [
      "directory": .string(directory), "exists": .bool(exists),
      "fixtures": .array(entries.map(\.json)),
      "missing": .array(
        missing.map { use in
          [
            "test": .string(use.record.spec), "fixture": .string(use.record.fixture), "run": .string(use.run),
            "calls": .number(JSONNumber(use.record.misses)),
          ]
        }),
      "interrupted": .array(
        interrupted.map { recording in
          [
            "test": recording.test.map { .string($0) } ?? .null,
            "fixture": recording.fixture.map { .string($0) } ?? .null,
            "answers": .number(JSONNumber(recording.answers)),
          ]
        }),
      "problems": .bool(hasProblems),
    ]
  }
}

extension FixtureStatus.Entry {
  fileprivate var json: JSONValue {
    var object: JSONObject = ["path": .string(path)]
    if let test {
      object["test"] = .string(test)
      object["exchanges"] = .number(JSONNumber(exchanges))
      object["trials"] = .number(JSONNumber(trials))
      object["models"] = .array(models.map { .string($0) })
    }
    if let oldest { object["oldest"] = .string(oldest) }
    if let newest { object["newest"] = .string(newest) }
    object["bytes"] = .number(JSONNumber(bytes))
    if let run { object["run"] = .string(run) }
    object["useIsKnown"] = .bool(isUseKnown)
    if let problem { object["problem"] = .string(problem) }
    object["findings"] = .array(
      findings.map { finding in
        var object: JSONObject = ["kind": .string(finding.kind.rawValue), "message": .string(finding.message)]
        if !finding.exchanges.isEmpty { object["exchanges"] = .string(finding.exchanges.description) }
        return .object(object)
      })
    return .object(object)
  }
}

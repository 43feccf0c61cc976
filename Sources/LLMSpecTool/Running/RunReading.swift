import SpecRecords

/// The records of a run, added up, and which reds of tests they account for.
struct RunReading {
  private(set) var tally = RunTally()
  /// Specs whose body left a record, which holds everything that its test reported.
  private var recordedBodies: Set<String> = []
  /// Red expectations of all others, by the name of the test.
  private var redExpectations: [String: Int] = [:]

  init(_ directory: RunDirectory) throws {
    try directory.read { add($0) }
  }

  init(_ records: [RunRecord]) {
    for record in records { add(record) }
  }

  /// Whether the records hold so many issues of a test that goes by one of the names.
  func explains(_ issues: Int, of names: [String]) -> Bool {
    names.contains { recordedBodies.contains($0) || redExpectations[$0, default: 0] >= issues }
  }

  private mutating func add(_ record: RunRecord) {
    tally.add(record)
    // What the fixture's side found wrong made no test fail.
    if record.subject?.side == .replayed { return }
    switch record {
    case .body(let body) where !body.isCancelled: recordedBodies.insert(body.subject.spec)
    case .expectation(let expectation) where expectation.verdict.isRed && !expectation.isKnown:
      redExpectations[expectation.subject.spec, default: 0] += 1
    default: break
    }
  }
}

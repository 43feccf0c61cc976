/// How the bodies and expectations of one case went, while the records of a run are added up.
struct CaseOutcome: Sendable, Hashable {
  /// Bodies of which nothing red is known, or not all of it.
  private(set) var open = TrialCount()
  /// Bodies of which all that is red is declared as known.
  private(set) var known = TrialCount()
  /// What the trials came to together, where there is a record of that.
  var together: Verdict?
  /// Expectations inside known issues.
  var knownExpectations = TrialCount()
  /// All other expectations.
  var expectations = TrialCount()

  mutating func add(_ body: BodyRecord) {
    if body.isKnown { known.add(body.verdict) } else { open.add(body.verdict) }
  }

  var hasRun: Bool { open.total + known.total > 0 }

  /// Whether the case is red, or would be, for known reasons alone. A red that nobody declared is never hidden by one
  /// that somebody did.
  var isKnown: Bool {
    known.total > 0 && (together == .passed || !open.worst.isRed) && knownVerdict.isRed
  }

  /// What the case came to; for a known one, what it would have come to.
  var verdict: Verdict { isKnown ? knownVerdict : together ?? open.worst }

  private var knownVerdict: Verdict {
    Verdict(allOf: [knownExpectations.worst, together ?? .passed, known.worst])
  }
}

extension TrialCount {
  /// The verdict on all of them together: a failure outweighs what is unknown, which outweighs a pass.
  var worst: Verdict { failed > 0 ? .failed : inconclusive > 0 ? .inconclusive : .passed }

  mutating func add(_ other: TrialCount) {
    passed += other.passed
    failed += other.failed
    inconclusive += other.inconclusive
  }
}

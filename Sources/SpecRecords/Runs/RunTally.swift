/// What the records of a run add up to.
///
/// Of a spec that ran twice, in the mode `drift`, the live side counts; the other one is there to compare with.
public struct RunTally: Sendable, Hashable {
  /// The run; nil before its first record.
  public private(set) var run: String?
  /// How long its processes took together, in seconds; nil while none has ended.
  public private(set) var duration: Double?
  /// The mode.
  public private(set) var mode: String?
  /// How often the body of each spec and case ran, and what it came to, by the name of spec and case.
  public private(set) var bodies: [String: TrialCount] = [:]
  /// Calls that a fixture answered.
  public private(set) var replayedCalls = 0
  /// Calls that a provider answered and a fixture kept.
  public private(set) var recordedCalls = 0
  /// Calls that a provider answered and nothing kept.
  public private(set) var liveCalls = 0
  /// Calls that a model in the process answered.
  public private(set) var localCalls = 0
  /// Calls that had no recorded answer.
  public private(set) var missedCalls = 0
  /// Calls that gave no answer for any other reason.
  public private(set) var failedCalls = 0
  /// Tokens of all prompts that were sent or had been sent when they were recorded.
  public private(set) var inputTokens = 0
  /// Tokens of all answers.
  public private(set) var outputTokens = 0
  /// US dollars spent in this run: calls that went out, of models whose price is known.
  public private(set) var cost = 0.0
  /// Calls that went out to a model whose price is not known.
  public private(set) var unpricedCalls = 0
  /// US dollars that the replayed calls would have cost.
  public private(set) var replayedCost = 0.0
  /// Replayed calls of models whose price is not known.
  public private(set) var unpricedReplayedCalls = 0
  /// Expectations by verdict, those inside known issues left out.
  public private(set) var expectations = TrialCount()
  /// Expectations by verdict, only those inside known issues.
  public private(set) var knownExpectations = TrialCount()
  /// Specs that were not run, in order of their names.
  public private(set) var skipped: [String] = []
  /// Cases by verdict, trials taken together; those whose red is known are counted in ``knownCases``.
  public var cases: TrialCount { count(known: false) }
  /// Cases whose red is declared as known, by what they would have come to.
  public var knownCases: TrialCount { count(known: true) }
  /// Expectations of tests whose body left no record, such as tests without a trait; known issues are left out.
  public var expectationsOutsideSpecs: TrialCount {
    outcomes.values.reduce(into: TrialCount()) { if !$1.hasRun { $0.add($1.expectations) } }
  }
  /// The specs that made a call without a recorded answer, in order of their names.
  public var missedSpecs: [String] { missed.sorted() }

  /// The shards whose processes took part, in order; empty where the specs were not divided.
  public private(set) var shards: [SpecShard] = []
  /// Specs that no process of the run ran because they belong to other shards, in order of their names.
  public var specsInOtherShards: [String] { elsewhere.subtracting(namesThatRan).sorted() }
  /// Cases that were compared with their fixtures and are not as they were recorded, or could not be compared.
  public private(set) var drifts: [DriftRecord] = []
  /// Cases that ran on their fixtures and live, those that could not be compared left out.
  public var comparedCases: Int { comparedKeys.count }
  /// What all compared cases took when they were recorded.
  public private(set) var replayedUsage = DriftUsage()
  /// What all compared cases took live.
  public private(set) var liveUsage = DriftUsage()

  private var comparedKeys: Set<String> = []
  private var elsewhere: Set<String> = []
  private var namesThatRan: Set<String> = []
  private var outcomes: [String: CaseOutcome] = [:]
  private var missed: Set<String> = []

  /// Makes an empty tally.
  public init() {}

  /// The number of specs that ran; the cases of a parameterised test count one each.
  public var specCount: Int { bodies.count }

  /// The number of times that a body ran.
  public var trialCount: Int { bodies.values.reduce(0) { $0 + $1.total } }

  /// What the run came to. Known issues are left out, as the testing library does, and so is what a spec's trials
  /// allow.
  public var verdict: Verdict { Verdict(allOf: [cases.worst, expectationsOutsideSpecs.worst]) }

  /// Adds a record.
  public mutating func add(_ record: RunRecord) {
    if record.subject?.side == .replayed { return }
    switch record {
    case .process(let record):
      run = record.run
      mode = record.mode
      if let shard = record.shard.flatMap(SpecShard.init), !shards.contains(shard) {
        shards.append(shard)
        shards.sort()
      }
      if let seconds = record.duration { duration = (duration ?? 0) + seconds }
    case .call(let record): add(record)
    case .expectation(let record):
      if record.isKnown {
        knownExpectations.add(record.verdict)
        outcomes[key(record.subject), default: CaseOutcome()].knownExpectations.add(record.verdict)
      } else {
        expectations.add(record.verdict)
        outcomes[key(record.subject), default: CaseOutcome()].expectations.add(record.verdict)
      }
    case .body(let record):
      if record.isCancelled {
        // The trials before it stand for nothing: the case was not run to its end.
        bodies[key(record.subject)] = nil
        outcomes[key(record.subject)] = nil
        skip(record.subject.spec)
        return
      }
      namesThatRan.insert(record.subject.spec)
      bodies[key(record.subject), default: TrialCount()].add(record.verdict)
      outcomes[key(record.subject), default: CaseOutcome()].add(record)
    case .trials(let record):
      outcomes[key(record.subject), default: CaseOutcome()].together = record.verdict
    case .skipped(let record):
      if record.shard == nil { skip(record.spec) } else { elsewhere.insert(record.spec) }
    case .drift(let record):
      if record.obstacle == nil {
        comparedKeys.insert(key(record.subject))
        replayedUsage.add(record.replayed.usage)
        liveUsage.add(record.live.usage)
      }
      if record.isChanged || record.obstacle != nil { drifts.append(record) }
    case .fixtureUse: break
    }
  }

  private mutating func add(_ call: CallRecord) {
    switch call.origin {
    case "replayed": replayedCalls += 1
    case "recorded": recordedCalls += 1
    case "live": liveCalls += 1
    case "missed":
      missedCalls += 1
      missed.insert(call.subject.spec)
      return
    case "unanswered":
      failedCalls += 1
      return
    default: localCalls += 1
    }
    if call.fault != nil { failedCalls += 1 }
    inputTokens = DriftUsage.sum(inputTokens, call.inputTokens ?? 0)
    outputTokens = DriftUsage.sum(outputTokens, call.outputTokens ?? 0)
    switch call.origin {
    case "replayed":
      replayedCost += call.cost ?? 0
      if call.cost == nil, call.fault == nil { unpricedReplayedCalls += 1 }
    case "recorded", "live":
      cost += call.cost ?? 0
      if call.cost == nil, call.fault == nil { unpricedCalls += 1 }
    default: break
    }
  }

  private mutating func skip(_ spec: String) {
    guard !skipped.contains(spec) else { return }
    skipped.append(spec)
    skipped.sort()
  }

  private func key(_ subject: RecordSubject) -> String {
    subject.case.map { "\(subject.spec) [\($0)]" } ?? subject.spec
  }

  private func count(known: Bool) -> TrialCount {
    outcomes.values.reduce(into: TrialCount()) { count, outcome in
      if outcome.hasRun, outcome.isKnown == known { count.add(outcome.verdict) }
    }
  }
}

import StructuredOutput

/// One line of a run's record.
public enum RunRecord: Sendable, Hashable {
  /// A process joined the run, in the first line of each file, or left it, in the last.
  case process(ProcessRecord)
  /// A model was called.
  case call(CallRecord)
  /// An expectation measured an answer.
  case expectation(ExpectationRecord)
  /// The body of a spec ran once: one case, one trial.
  case body(BodyRecord)
  /// All trials of a case are done.
  case trials(TrialsRecord)
  /// A spec was not run.
  case skipped(SkippedRecord)
  /// A case ran on its fixture and live, and both were compared.
  case drift(DriftRecord)
  /// A test ended that had a fixture or called a model.
  case fixtureUse(FixtureUseRecord)
}

/// What a record belongs to: the spec, its case and its trial.
public struct RecordSubject: Sendable, Hashable {
  /// The spec's name, as in ``SpecIdentity/description``.
  public var spec: String
  /// The case of a parameterised test, for people to tell them apart; nil for a test without parameters.
  public var `case`: String?
  /// The trial, from 1.
  public var trial: Int
  /// What the spec's data may be used for.
  public var role: SpecRole
  /// In the mode `drift`, which of the two times that the spec runs it is; nil in every other mode.
  public var side: RecordSide?

  /// Makes a subject.
  public init(
    spec: String, case: String? = nil, trial: Int = 1, role: SpecRole = .heldOut, side: RecordSide? = nil
  ) {
    self.spec = spec
    self.case = `case`
    self.trial = trial
    self.role = role
    self.side = side
  }
}

/// A process that takes part in a run.
public struct ProcessRecord: Sendable, Hashable {
  /// The version of the record's format.
  public var format: Int
  /// The run.
  public var run: String
  /// The mode, such as `replay`.
  public var mode: String
  /// The shard that the process runs, as in ``SpecShard/description``; nil where it runs every spec.
  public var shard: String?
  /// How many specs ran in the process, the cases of a parameterised test one each; nil in the record with which it
  /// joins.
  public var specs: Int?
  /// How many specs were left to other shards; nil in the record with which it joins.
  public var specsElsewhere: Int?
  /// How long the process took part, in seconds; nil in the record with which it joins.
  public var duration: Double?

  /// Makes a record.
  public init(
    format: Int = SpecRecords.formatVersion, run: String, mode: String, shard: String? = nil, specs: Int? = nil,
    specsElsewhere: Int? = nil, duration: Double? = nil
  ) {
    self.format = format
    self.run = run
    self.mode = mode
    self.shard = shard
    self.specs = specs
    self.specsElsewhere = specsElsewhere
    self.duration = duration
  }
}

/// A call of a model.
public struct CallRecord: Sendable, Hashable {
  /// What it belongs to.
  public var subject: RecordSubject
  /// What it was for: `subject`, `judge` or `embedding`.
  public var purpose: String
  /// The kind of provider.
  public var provider: String
  /// The model that was asked.
  public var model: String
  /// The model that says it answered.
  public var answeredBy: String?
  /// Where the answer came from: `replayed`, `recorded`, `live`, `local`, or `missed`, when it had none.
  public var origin: String
  /// The messages of the conversation, or the texts that were embedded.
  public var input: JSONValue
  /// The tools that were offered.
  public var tools: JSONValue?
  /// The answer as a message; nil where there was none.
  public var output: JSONValue?
  /// Why the model stopped, such as `stop` or `length`; nil where that is not known.
  public var finishReason: String?
  /// Prompt tokens.
  public var inputTokens: Int?
  /// Generated tokens.
  public var outputTokens: Int?
  /// From request to answer in seconds; for a replayed call, as it was when it was recorded.
  public var latency: Double
  /// In US dollars; nil where the model's price is not known.
  public var cost: Double?
  /// Name and version of the prompt, where the caller named one.
  public var promptVersion: String?
  /// The fixture file, from the package's root.
  public var fixture: String?
  /// What went wrong.
  public var fault: String?

  /// Makes a record.
  public init(
    subject: RecordSubject, purpose: String, provider: String, model: String, answeredBy: String? = nil,
    origin: String, input: JSONValue, tools: JSONValue? = nil, output: JSONValue? = nil,
    finishReason: String? = nil, inputTokens: Int? = nil, outputTokens: Int? = nil, latency: Double = 0,
    cost: Double? = nil, promptVersion: String? = nil, fixture: String? = nil, fault: String? = nil
  ) {
    self.subject = subject
    self.purpose = purpose
    self.provider = provider
    self.model = model
    self.answeredBy = answeredBy
    self.origin = origin
    self.input = input
    self.tools = tools
    self.output = output
    self.finishReason = finishReason
    self.inputTokens = inputTokens
    self.outputTokens = outputTokens
    self.latency = latency
    self.cost = cost
    self.promptVersion = promptVersion
    self.fixture = fixture
    self.fault = fault
  }
}

/// What an expectation measured.
public struct ExpectationRecord: Sendable, Hashable {
  /// What it belongs to.
  public var subject: RecordSubject
  /// The function that the spec called, such as `expectSemanticMatch`.
  public var expectation: String
  /// What it came to.
  public var verdict: Verdict
  /// The heading of its message, for a red verdict.
  public var heading: String?
  /// Whether the spec declares this red as a known issue.
  public var isKnown: Bool
  /// What was measured, in the expectation's own unit.
  public var score: Double?
  /// What the score had to reach.
  public var threshold: Double?
  /// Why, in words.
  public var reason: String
  /// The answer that was judged.
  public var output: String?
  /// What it was compared with; written by people, never by a model under test.
  public var reference: String?
  /// The older answer of a pairwise comparison.
  public var baseline: String?
  /// The judge's vote in both orders, for a pairwise comparison.
  public var vote: PairwiseVote?
  /// The judge or encoder.
  public var judge: String?
  /// What a judge answered, where that could not be used.
  public var rawAnswer: String?
  /// Where the spec calls it: `Target/File.swift:12`.
  public var location: String

  /// Makes a record.
  public init(
    subject: RecordSubject, expectation: String, verdict: Verdict, heading: String? = nil, isKnown: Bool = false,
    score: Double? = nil, threshold: Double? = nil, reason: String, output: String? = nil, reference: String? = nil,
    baseline: String? = nil, vote: PairwiseVote? = nil, judge: String? = nil, rawAnswer: String? = nil,
    location: String
  ) {
    self.subject = subject
    self.expectation = expectation
    self.verdict = verdict
    self.heading = heading
    self.isKnown = isKnown
    self.score = score
    self.threshold = threshold
    self.reason = reason
    self.output = output
    self.reference = reference
    self.baseline = baseline
    self.vote = vote
    self.judge = judge
    self.rawAnswer = rawAnswer
    self.location = location
  }
}

/// One run of a spec's body.
public struct BodyRecord: Sendable, Hashable {
  /// What it belongs to.
  public var subject: RecordSubject
  /// What it came to, everything that the test reported included.
  public var verdict: Verdict
  /// Whether all that was red in it is declared as known.
  public var isKnown: Bool
  /// What any other check than an expectation of this package reported.
  public var issues: [String]
  /// From start to end, in seconds.
  public var duration: Double
  /// Whether it was cancelled, so that it counts as not run.
  public var isCancelled: Bool

  /// Makes a record.
  public init(
    subject: RecordSubject, verdict: Verdict, isKnown: Bool = false, issues: [String] = [], duration: Double,
    isCancelled: Bool = false
  ) {
    self.subject = subject
    self.verdict = verdict
    self.isKnown = isKnown
    self.issues = issues
    self.duration = duration
    self.isCancelled = isCancelled
  }
}

/// The trials of one case.
public struct TrialsRecord: Sendable, Hashable {
  /// What they belong to.
  public var subject: RecordSubject
  /// How they went.
  public var count: TrialCount
  /// How many had to pass.
  public var needed: Int
  /// What they came to together.
  public var verdict: Verdict

  /// Makes a record.
  public init(subject: RecordSubject, count: TrialCount, needed: Int, verdict: Verdict) {
    self.subject = subject
    self.count = count
    self.needed = needed
    self.verdict = verdict
  }
}

/// A spec that was not run: disabled by a condition, cancelled from inside, or left to another shard.
public struct SkippedRecord: Sendable, Hashable {
  /// The spec's name.
  public var spec: String
  /// The shard that it belongs to, as in ``SpecShard/description``, where that is why it was not run; else nil.
  public var shard: String?

  /// Makes a record.
  public init(spec: String, shard: String? = nil) {
    self.spec = spec
    self.shard = shard
  }
}

extension RunRecord {
  /// What the record belongs to; nil for one that belongs to no case.
  public var subject: RecordSubject? {
    get {
      switch self {
      case .call(let record): record.subject
      case .expectation(let record): record.subject
      case .body(let record): record.subject
      case .trials(let record): record.subject
      case .drift(let record): record.subject
      case .process, .skipped, .fixtureUse: nil
      }
    }
    set {
      guard let newValue else { return }
      switch self {
      case .call(var record):
        record.subject = newValue
        self = .call(record)
      case .expectation(var record):
        record.subject = newValue
        self = .expectation(record)
      case .body(var record):
        record.subject = newValue
        self = .body(record)
      case .trials(var record):
        record.subject = newValue
        self = .trials(record)
      case .drift(var record):
        record.subject = newValue
        self = .drift(record)
      case .process, .skipped, .fixtureUse: break
      }
    }
  }
}

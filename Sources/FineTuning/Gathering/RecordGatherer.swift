import SpecRecords

/// One run of a trainable spec's body, with the calls of the model under test.
struct RecordedBody: Sendable {
  let body: BodyRecord
  /// In the order in which they ended.
  let calls: [CallRecord]
  /// The calls that are conversations, and why the others are none.
  let answers: [RecordedAnswer]
  let unusable: [Refusal.Reason]

  init(_ body: BodyRecord, calls: [CallRecord]) {
    self.body = body
    self.calls = calls
    var answers: [RecordedAnswer] = []
    var unusable: [Refusal.Reason] = []
    for call in calls {
      do throws(Refusal.Reason) { answers.append(try RecordedAnswer(call)) } catch { unusable.append(error) }
    }
    self.answers = answers
    self.unusable = unusable
  }

  var spec: String { body.subject.spec }

  func provenance(of answer: RecordedAnswer) -> TrainingProvenance {
    TrainingProvenance(
      spec: spec, case: body.subject.case, trial: body.subject.trial, model: answer.model, verdict: body.verdict)
  }
}

/// The records of a run that training material can be made of.
struct GatheredRecords: Sendable {
  /// Bodies that ended, in order of spec, case and trial.
  var bodies: [RecordedBody] = []
  /// Comparisons on which a judge decided the same way in both orders, in the same order.
  var comparisons: [ExpectationRecord] = []
  var refusals = RefusalLedger()
}

/// Puts records together: the calls of a body come before the body itself, between those of other bodies.
struct RecordGatherer {
  private var open: [RecordSubject: [CallRecord]] = [:]
  private var heldOut: [String: Int] = [:]
  private var gathered = GatheredRecords()

  mutating func add(_ record: RunRecord) {
    // What a fixture answered once more is no new conversation.
    if record.subject?.side == .replayed { return }
    switch record {
    case .process: closeUnfinished()
    case .call(let call):
      guard isTrainable(call.subject), call.purpose == "subject" else { return }
      open[call.subject, default: []].append(call)
    case .expectation(let expectation):
      guard isTrainable(expectation.subject) else { return }
      if let agreement = expectation.vote?.agreement, agreement != .tie { gathered.comparisons.append(expectation) }
    case .body(let body): add(body)
    case .trials, .skipped, .drift, .fixtureUse: break
    }
  }

  mutating func finish() -> GatheredRecords {
    closeUnfinished()
    for (spec, bodies) in heldOut { gathered.refusals.refuse(spec, .heldOut, count: max(1, bodies)) }
    gathered.bodies = Self.inOrder(gathered.bodies, of: \.body.subject)
    gathered.comparisons = Self.inOrder(gathered.comparisons, of: \.subject)
    return gathered
  }

  private mutating func add(_ body: BodyRecord) {
    let spec = body.subject.spec
    guard isTrainable(body.subject) else {
      heldOut[spec, default: 0] += 1
      return
    }
    let calls = open.removeValue(forKey: body.subject) ?? []
    if body.isCancelled {
      gathered.refusals.refuse(spec, .cancelled)
    } else if calls.isEmpty {
      gathered.refusals.refuse(spec, .noCall)
    } else {
      gathered.bodies.append(RecordedBody(body, calls: calls))
    }
  }

  /// A process that was killed leaves calls without a body. They must not be taken for those of a later process.
  private mutating func closeUnfinished() {
    for subject in open.keys { gathered.refusals.refuse(subject.spec, .unfinished) }
    open.removeAll()
  }

  /// Whether a subject may be trained on; notes the name of one that may not.
  private mutating func isTrainable(_ subject: RecordSubject) -> Bool {
    if subject.role == .trainable { return true }
    heldOut[subject.spec, default: 0] += 0
    return false
  }

  private static func inOrder<Item>(_ items: [Item], of subject: (Item) -> RecordSubject) -> [Item] {
    let keyed = items.enumerated().map { (offset: $0, item: $1, subject: subject($1)) }
    return keyed.sorted {
      ($0.subject.spec, $0.subject.case ?? "", $0.subject.trial, $0.offset)
        < ($1.subject.spec, $1.subject.case ?? "", $1.subject.trial, $1.offset)
    }.map(\.item)
  }
}

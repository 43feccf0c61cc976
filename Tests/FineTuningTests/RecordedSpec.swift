import FineTuning
import LanguageModels
import SpecRecords
import StructuredOutput

/// Hand-made records of one spec's bodies.
struct RecordedSpec {
  var spec = "Specs/Refunds/window()"
  var role = SpecRole.trainable
  var prompt: [ChatMessage] = [.system("Be brief."), .user("How long may I return shoes?")]
  var tools: [ToolDefinition] = []

  func subject(trial: Int = 1, case: String? = nil) -> RecordSubject {
    RecordSubject(spec: spec, case: `case`, trial: trial, role: role)
  }

  func call(
    _ answer: ChatMessage?, after prompt: [ChatMessage]? = nil, trial: Int = 1, case: String? = nil,
    purpose: String = "subject", finishReason: String? = nil, fault: String? = nil
  ) -> RunRecord {
    .call(
      CallRecord(
        subject: subject(trial: trial, case: `case`), purpose: purpose, provider: "openai", model: "small",
        origin: "replayed", input: .array((prompt ?? self.prompt).map(\.recordedForm)),
        tools: tools.isEmpty ? nil : .array(tools.map(\.recordedForm)), output: answer?.recordedForm,
        finishReason: finishReason, fault: fault))
  }

  func body(
    _ verdict: Verdict, trial: Int = 1, case: String? = nil, known: Bool = false, cancelled: Bool = false
  ) -> RunRecord {
    .body(
      BodyRecord(
        subject: subject(trial: trial, case: `case`), verdict: verdict, isKnown: known, duration: 0,
        isCancelled: cancelled))
  }

  /// One trial that calls the model once.
  func trial(
    _ number: Int, _ verdict: Verdict, says text: String, case: String? = nil, known: Bool = false
  ) -> [RunRecord] {
    [
      call(.assistant(text), trial: number, case: `case`), body(verdict, trial: number, case: `case`, known: known),
    ]
  }

  func comparison(
    of new: String?, with old: String?, vote: PairwiseVote, trial: Int = 1, verdict: Verdict = .passed
  ) -> RunRecord {
    .expectation(
      ExpectationRecord(
        subject: subject(trial: trial), expectation: "expectJudgedBetter", verdict: verdict, reason: "r", output: new,
        baseline: old, vote: vote, judge: "judge-1", location: "Specs/Refunds.swift:12"))
  }
}

extension TrainingMaterial {
  /// The reasons why a spec gives nothing to a kind.
  func reasons(_ spec: String = "Specs/Refunds/window()", for kind: TrainingKind) -> [Refusal.Reason] {
    refused(for: kind).filter { $0.spec == spec }.map(\.reason)
  }
}

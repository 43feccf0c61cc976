import FixtureReplay
import LanguageModels
import SpecRecords
import StructuredOutput
import Synchronization

/// Writes a record of each model call of a case and remembers the model under test.
final class CallObserver: ModelCallObserver {
  private let subject: RecordSubject
  private let recorder: CaseRecorder
  private let fixture: String
  private let lastSubjectModel = Mutex<(any ChatModel)?>(nil)
  private let innerTrials = Mutex<InnerTrials?>(nil)
  private let unanswered = Atomic<Bool>(false)

  init(subject: RecordSubject, recorder: CaseRecorder, fixture: String) {
    self.subject = subject
    self.recorder = recorder
    self.fixture = fixture
  }

  /// The chat model that the software under test called last.
  var modelUnderTest: (any ChatModel)? { lastSubjectModel.withLock { $0 } }

  /// Whether the last call that the software under test finished failed.
  var isLastCallUnanswered: Bool { unanswered.load(ordering: .relaxed) }

  /// What all calls of `withTrials` inside this scope come to; nil where there was none.
  var trialsInside: InnerTrials? { innerTrials.withLock { $0 } }

  /// Takes note that `withTrials` runs inside this scope.
  func noteTrials() { innerTrials.withLock { if $0 == nil { $0 = InnerTrials() } } }

  /// Takes note of trials that are done.
  func noteTrials(_ count: TrialCount, needed: Int) {
    innerTrials.withLock { inner in
      var sum = inner ?? InnerTrials()
      sum.count.passed += count.passed
      sum.count.failed += count.failed
      sum.count.inconclusive += count.inconclusive
      sum.needed += needed
      inner = sum
    }
  }

  func observe(_ call: ModelCall) {
    var subject = subject
    subject.trial = TrialNumber.current
    var purpose = CallPurpose.embedding
    var input: JSONValue
    var tools: JSONValue?
    var promptVersion: String?
    switch call.input {
    case .texts(let texts):
      input = .array(texts.map { .string($0) })
    case .chat(let request):
      purpose = request.purpose
      input = .array(request.messages.map(\.recordedForm))
      if !request.tools.isEmpty { tools = .array(request.tools.map(\.recordedForm)) }
      promptVersion = request.promptVersion
      if purpose == .subject { unanswered.store(call.fault != nil, ordering: .relaxed) }
      if purpose == .subject, let model = call.chatModel { lastSubjectModel.withLock { $0 = model } }
    }
    recorder.record(
      .call(
        CallRecord(
          subject: subject, purpose: purpose.rawValue, provider: call.provider, model: call.model,
          answeredBy: call.response?.model, origin: call.origin.rawValue, input: input, tools: tools,
          output: call.response?.message.recordedForm,
          finishReason: call.response?.finishReason.rawValue, inputTokens: call.usage.input,
          outputTokens: call.usage.output,
          latency: call.duration.inSeconds,
          cost: ModelPrice.listed(for: call.response?.model ?? call.model)?.cost(of: call.usage),
          promptVersion: promptVersion, fixture: call.origin == .local || call.origin == .live ? nil : fixture,
          fault: call.fault)))
  }
}

/// What the trials inside a body come to.
struct InnerTrials: Sendable {
  var count = TrialCount()
  var needed = 0
}

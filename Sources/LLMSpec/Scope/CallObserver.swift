import FixtureReplay
import LanguageModels
import SpecRecords
import StructuredOutput
import Synchronization

/// Writes a record of each model call of a case and remembers the model under test.
final class CallObserver: ModelCallObserver {
  private let subject: RecordSubject
  private let recorder: RunRecorder
  private let fixture: String
  private let lastSubjectModel = Mutex<(any ChatModel)?>(nil)
  private let innerTrials = Atomic<Bool>(false)

  init(subject: RecordSubject, recorder: RunRecorder, fixture: String) {
    self.subject = subject
    self.recorder = recorder
    self.fixture = fixture
  }

  /// The chat model that the software under test called last.
  var modelUnderTest: (any ChatModel)? { lastSubjectModel.withLock { $0 } }

  /// Whether `withTrials` ran inside this scope.
  var hasInnerTrials: Bool {
    get { innerTrials.load(ordering: .relaxed) }
    set { innerTrials.store(newValue, ordering: .relaxed) }
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
      if purpose == .subject, let model = call.chatModel { lastSubjectModel.withLock { $0 = model } }
    }
    let (seconds, attoseconds) = call.duration.components
    recorder.record(
      .call(
        CallRecord(
          subject: subject, purpose: purpose.rawValue, provider: call.provider, model: call.model,
          answeredBy: call.response?.model, origin: call.origin.rawValue, input: input, tools: tools,
          output: call.response?.message.recordedForm,
          finishReason: call.response?.finishReason.rawValue, inputTokens: call.usage.input, outputTokens: call.usage.output,
          latency: Double(seconds) + Double(attoseconds) / 1e18,
          cost: ModelPrice.listed(for: call.response?.model ?? call.model)?.cost(of: call.usage),
          promptVersion: promptVersion, fixture: call.origin == .local || call.origin == .live ? nil : fixture,
          fault: call.fault)))
  }
}

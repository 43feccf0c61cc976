import LLMSpec
import Synchronization
import Testing

@Suite("Scopes")
struct ScopeTests {
  @Test("Refuses a model call outside of any scope, with the next step")
  func refusal() async throws {
    let fault = await #expect(throws: ModelFault.self) {
      try await OpenAICompatibleModel.openAICompatible("any").respond(to: "Hello?")
    }
    #expect(fault?.kind == .outsideScope)
    #expect(fault?.message.contains("Add .fixtures to the test or its suite") == true)
  }

  @Test("Knows its test and trial, in child tasks too", .fixtures, .trials(2))
  func context() async throws {
    let scope = try #require(SpecContext.current)
    #expect(scope.test == SpecIdentity(target: "LLMSpecTests", path: ["ScopeTests", "context()"]))
    #expect(scope.trial == TrialNumber.current)
    #expect(scope.caseLabel == nil)
    async let child = SpecContext.current?.trial
    let sibling = await Task { SpecContext.current?.trial }.value
    #expect(await child == scope.trial)
    #expect(sibling == scope.trial)
  }

  @Test("Names the case of a parameterised test", .fixtures, arguments: ["a", "b"])
  func cases(_ name: String) {
    #expect(SpecContext.current?.caseLabel == "\"\(name)\"")
  }

  @Test("Is handed to a detached task, with the trial", .fixtures, .trials(2))
  func handedOver() async {
    let (scope, trial) = (SpecContext.current, TrialNumber.current)
    let (none, handed, number) = await Task.detached {
      let none = SpecContext.current == nil
      let (test, trial) = await withScope(scope) { (SpecContext.current?.test, TrialNumber.current) }
      return (none, test, trial)
    }.value
    #expect(none)
    #expect(handed == scope?.test)
    #expect(number == trial)
  }

  @Test("Starts no trial after the task is cancelled")
  func cancelledTrials() async {
    let started = Mutex(0)
    let task = Task {
      try await withTrials(5) { trial in
        started.withLock { $0 = trial }
        if trial == 2 { withUnsafeCurrentTask { $0?.cancel() } }
      }
    }
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(started.withLock { $0 } == 2)
  }

  @Test("Counts trials, and gives the count back")
  func count() async throws {
    let count = try await withTrials(3) { trial in #expect(TrialNumber.current == trial) }
    #expect(count == TrialCount(passed: 3))
  }
}

import AnswerScoring
import LanguageModels
import SpecRecords
import Testing

/// Names the model that judges answers, or the one that turns them into vectors, or what a spec's data is for.
public struct SpecSettingsTrait: TestTrait, SuiteTrait, TestScoping {
  let apply: @Sendable (inout SpecSettings) -> Void

  /// A suite's trait is that of all its tests.
  public var isRecursive: Bool { true }

  /// Runs a case with the setting.
  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    var settings = SpecSettings.current
    apply(&settings)
    try await SpecSettings.$current.withValue(settings) { try await function() }
  }
}

extension SpecSettings {
  /// What all traits of a test and its suites say together, the inner ones last.
  init(traitsOf test: Test) {
    self.init()
    for case let trait as SpecSettingsTrait in test.traits { trait.apply(&self) }
  }
}

extension Trait where Self == SpecSettingsTrait {
  /// Names the judge of this spec or suite: `.judge(.openAI("gpt-4.1"))`.
  ///
  /// Without one, `LLMSPEC_JUDGE` names it; without that a judged expectation is inconclusive. The model under test
  /// judges itself only where `.judge(.modelUnderTest)` is written.
  public static func judge(_ judge: Judge) -> Self { SpecSettingsTrait { $0.judge = judge } }

  /// Names the model that compares meanings in this spec or suite.
  public static func encoder(_ model: any EmbeddingModel) -> Self { SpecSettingsTrait { $0.encoder = model } }

  /// Lets the conversations of this spec or suite become training data. What is not trainable is held out.
  public static var trainable: Self { SpecSettingsTrait { $0.role = .trainable } }
}

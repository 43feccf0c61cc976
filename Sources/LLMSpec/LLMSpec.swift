@_exported import AnswerScoring
@_exported import FixtureReplay
@_exported import LanguageModels
@_exported import SemanticSimilarity
@_exported import SpecRecords
@_exported import StructuredOutput
// Every function takes the caller's place by default, which is a macro of this library: XCTest files need it too.
@_exported import Testing

/// Specifications of software built on language models, for Swift Testing and XCTest.
///
/// A spec opens a scope with the `.fixtures` trait (in XCTest with ``withFixtures(_:judge:encoder:role:directory:mode:sourceLocation:function:isolation:_:)``),
/// calls the app, and says what must hold of the answer with the `expect…` functions. Each measures, writes a record,
/// reports an issue at the caller's line when the answer is not as specified, and returns what it measured. Its twin
/// `require…` also throws.
public enum LLMSpec {}

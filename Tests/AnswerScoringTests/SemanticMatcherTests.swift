import AnswerScoring
import LanguageModels
import SpecRecords
import Testing

@Suite("Reference answer")
struct SemanticMatcherTests {
  /// An encoder whose vectors a test writes.
  struct ScriptedEncoder: EmbeddingModel {
    let identifier = "scripted-encoder"
    let vectors: [[Float]]

    func embed(_ texts: [String]) async throws -> EmbeddingResponse {
      EmbeddingResponse(vectors: vectors, model: identifier)
    }
  }

  static let reference = "You can return shoes within 30 days."

  @Test(
    "The model in process finds near wording near",
    arguments: [
      "You can return shoes within 30 days.", "You can return your shoes within 30 days of delivery.",
      "Shoes can be returned within 30 days", "RETURN SHOES WITHIN 30 DAYS!",
    ])
  func near(answer: String) async throws {
    let match = try await SemanticMatcher().match(answer, Self.reference)
    #expect(match.verdict == .passed)
    #expect(match.encoder == "lexical-embedding/1")
    #expect(match.score <= 1)
  }

  @Test(
    "The model in process finds unrelated wording far",
    arguments: [
      "The weather in Lisbon is mild in spring.", "Please contact our support team by email.",
      "Our jackets are made of recycled wool.", "I don't know.",
    ])
  func far(answer: String) async throws {
    let match = try await SemanticMatcher().match(answer, Self.reference)
    #expect(match.verdict == .failed)
    #expect(match.score < 0.35)
    #expect(match.reason.contains("below the threshold"))
  }

  @Test("The model in process tells another thing and another number apart")
  func wrongFacts() async throws {
    let match = try await SemanticMatcher().match("You can return jackets within 14 days.", Self.reference)
    #expect(match.verdict == .failed)
  }

  @Test("The model in process measures wording: it misses a denial and another wording, as it says of itself")
  func knownBlindness() async throws {
    let denial = try await SemanticMatcher().match("You cannot return shoes within 30 days.", Self.reference)
    #expect(denial.verdict == .passed)
    let paraphrase = try await SemanticMatcher().match("We take footwear back for a month.", Self.reference)
    #expect(paraphrase.verdict == .failed)
  }

  @Test("Takes the given threshold, else the model's own, else the default")
  func thresholds() async throws {
    let encoder = ScriptedEncoder(vectors: [[1, 0], [0.6, 0.8]])
    let byDefault = try await SemanticMatcher(model: encoder).match("a", "b")
    #expect(byDefault.threshold == SemanticMatcher.defaultThreshold)
    #expect(byDefault.verdict == .failed)
    #expect(abs(byDefault.score - 0.6) < 1e-6)
    let given = try await SemanticMatcher(model: encoder, threshold: 0.5).match("a", "b")
    #expect(given.verdict == .passed)
    let own = try await SemanticMatcher().match("a", "b")
    #expect(own.threshold == LexicalEmbeddingModel().matchThreshold)
  }

  @Test("An empty answer fails, an empty reference decides nothing, and neither calls the model")
  func empty() async throws {
    let matcher = SemanticMatcher(model: ScriptedEncoder(vectors: []))
    #expect(try await matcher.match(" \n", "b").verdict == .failed)
    #expect(try await matcher.match("a", "").verdict == .inconclusive)
    #expect(try await matcher.match("", "").verdict == .inconclusive)
  }

  @Test(
    "Vectors that are none decide nothing",
    arguments: [
      [], [[1, 0]], [[1, 0], [1, 0], [1, 0]], [[1, 0], [1]], [[], []], [[.nan, 0], [1, 0]], [[1, 0], [.infinity, 0]],
      [[0, 0], [1, 0]],
    ] as [[[Float]]])
  func badVectors(vectors: [[Float]]) async throws {
    let match = try await SemanticMatcher(model: ScriptedEncoder(vectors: vectors), threshold: -1).match("a", "b")
    #expect(match.verdict == .inconclusive)
    #expect(match.score == 0)
    #expect(match.reason.contains("scripted-encoder gave no usable vectors"))
  }

  @Test("Texts in which the model in process finds no word decide nothing")
  func noWords() async throws {
    #expect(try await SemanticMatcher().match("?!", Self.reference).verdict == .inconclusive)
  }

  @Test("A threshold that is no cosine decides nothing", arguments: [1.5, -1.5, .nan] as [Double])
  func badThreshold(threshold: Double) async throws {
    let match = try await SemanticMatcher(threshold: threshold).match("a b", "a b")
    #expect(match.verdict == .inconclusive)
  }

  @Test("Stays a cosine with vectors of huge values")
  func huge() async throws {
    let huge = Float.greatestFiniteMagnitude
    let match = try await SemanticMatcher(model: ScriptedEncoder(vectors: [[huge, huge], [huge, huge]])).match("a", "b")
    #expect(match.verdict == .passed)
    #expect(match.score <= 1)
  }
}

import AnswerScoring
import LanguageModels
import SpecRecords
import Testing

@Suite("Retrieval")
struct RetrievalScorerTests {
  private let reference = "You can return shoes within 30 days of delivery. Return shipping is free in Germany."
  private let useful = "You can return shoes within 30 days of delivery, in their box."
  private let alsoUseful = "Return shipping is free in Germany."
  private let useless = "The moon landing was watched by millions of people on television."

  @Test("Recall is the share of the reference that the contexts say")
  func recall() async throws {
    let scorer = RetrievalScorer()
    let whole = try await scorer.contextRecall([useful, useless, alsoUseful], reference: reference, threshold: 1)
    #expect(whole.verdict == .passed && whole.score == 1, "\(whole.reason)")
    let half = try await scorer.contextRecall([useful, useless], reference: reference, threshold: 0.9)
    #expect(half.score == 0.5 && half.verdict != .passed, "\(half.reason)")
    #expect(half.consistency?.claims.count == 2)
    #expect(half.reason.contains("Return shipping is free in Germany."))
    let none = try await scorer.contextRecall([], reference: reference, threshold: 0.5)
    #expect(none.verdict == .failed && none.score == 0)
  }

  @Test("Precision wants the useful contexts at the top")
  func precision() async throws {
    let scorer = RetrievalScorer()
    let good = try await scorer.contextPrecision([useful, alsoUseful, useless], reference: reference, threshold: 0.9)
    #expect(good.verdict == .passed && good.score == 1, "\(good.reason)")
    let bad = try await scorer.contextPrecision([useless, useful], reference: reference, threshold: 0.9)
    #expect(bad.verdict == .failed && bad.score == 0.5, "\(bad.reason)")
    #expect(bad.contexts.map(\.isRelevant) == [false, true])
    #expect(try await scorer.contextPrecision([], reference: reference, threshold: 0.1).verdict == .failed)
    #expect(try await scorer.contextPrecision([useful], reference: " ", threshold: 0.1).verdict == .inconclusive)
    #expect(try await scorer.contextPrecision([useful], reference: "r", threshold: .nan).verdict == .inconclusive)
  }

  @Test("Precision of contexts that the sieve leaves open is the judge's")
  func judgedPrecision() async throws {
    let open = "We are glad to have them back for a month."
    let alone = try await RetrievalScorer().contextPrecision([open], reference: reference, threshold: 0.5)
    #expect(alone.verdict == .inconclusive && alone.possibleScores == 0...1, "\(alone.reason)")
    for relevant in [true, false] {
      let judge = ScriptedModel.saying { _ in
        #"{"contexts": [{"number": 1, "reason": "a month", "relevant": \#(relevant)}]}"#
      }
      let judged = try await RetrievalScorer(judge: judge)
        .contextPrecision([useful, open], reference: reference, question: "q?", threshold: 1)
      #expect(judged.contexts.map(\.isRelevant) == [true, relevant])
      #expect(judge.requests.count == 1)
      let question = try #require(judge.requests.first).question
      #expect(question.contains("BEGIN CONTEXT 1") && !question.contains("BEGIN CONTEXT 2"))
      #expect(judged.checkers.contains("context-relevance/1"))
    }
  }

  @Test("Judged precision asks in calls of eight, and takes no other format")
  func batches() async throws {
    let judge = ScriptedModel.saying { request in
      let count = request.question.matches(of: /BEGIN CONTEXT/).count
      let entries = (1...max(1, count)).map { #"{"number": \#($0), "reason": "r", "relevant": true}"# }
      return #"{"contexts": [\#(entries.joined(separator: ","))]}"#
    }
    let scorer = RetrievalScorer(judge: judge, method: .judgeOnly)
    let contexts = (1...20).map { "Context number \($0)." }
    let score = try await scorer.contextPrecision(contexts, reference: reference, threshold: 1)
    #expect(score.verdict == .passed && judge.requests.count == 3)
    let bad = RetrievalScorer(
      judge: ScriptedModel.saying { _ in #"{"contexts": [{"number": 1, "reason": "r", "relevant": "yes"}]}"# },
      method: .judgeOnly)
    await #expect(throws: JudgeFault.self) {
      try await bad.contextPrecision([useful], reference: reference, threshold: 1)
    }
  }

  @Test("Faithfulness is the share of the answer that the contexts say")
  func faithfulness() async throws {
    let scorer = RetrievalScorer()
    let answer = "You can return shoes within 60 days of delivery. Return shipping is free in Germany."
    let score = try await scorer.faithfulness(answer, contexts: [useful, alsoUseful], threshold: 0.5)
    #expect(score.score == 0.5 && score.verdict == .passed, "\(score.reason)")
    let strict = try await scorer.faithfulness(answer, contexts: [useful, alsoUseful], threshold: 1)
    #expect(strict.verdict == .failed)
    #expect(try await scorer.faithfulness("Hello!", contexts: [useful], threshold: 1).verdict == .inconclusive)
  }
}

import AnswerScoring
import LanguageModels
import SpecRecords
import Testing

@Suite("Answer relevance")
struct AnswerRelevanceTests {
  private let question = "How long do I have to return shoes?"
  private let answer = "Hello! You have 30 days to return your shoes. Have a great day!"
  private let beside = "Our founder grew up in a small village by the sea."

  @Test("Tells, offline, an answer about the question from one about something else")
  func offline() async throws {
    let scorer = AnswerRelevanceScorer()
    let good = try await scorer.score(answer, question: question, threshold: 0.5)
    #expect(good.verdict == .passed, "\(good.reason)")
    #expect(good.reason.contains("30 days to return your shoes"))
    let bad = try await scorer.score(beside, question: question, threshold: 0.5)
    #expect(bad.verdict == .failed && bad.score < good.score && bad.score >= 0)
  }

  @Test("With a judge compares the questions that the answer answers")
  func judged() async throws {
    func score(_ questions: [String], noncommittal: Bool = false) async throws -> RetrievalScore {
      let list = questions.map { "\"\($0)\"" }.joined(separator: ", ")
      let judge = ScriptedModel.saying { _ in #"{"questions": [\#(list)], "noncommittal": \#(noncommittal)}"# }
      let score = try await AnswerRelevanceScorer(judge: judge).score(answer, question: question, threshold: 0.7)
      for request in judge.requests { #expect(!request.messages.map(\.text).joined().contains(question)) }
      return score
    }
    let same = try await score(Array(repeating: question, count: 3))
    #expect(same.verdict == .passed && abs(same.score - 1) < 1e-5, "\(same.reason)")
    #expect(same.checkers.contains("answered-questions/1"))
    let other = try await score(Array(repeating: "Where did your founder grow up?", count: 3))
    #expect(other.verdict == .failed, "\(other.reason)")
    let evading = try await score(Array(repeating: question, count: 3), noncommittal: true)
    #expect(evading.verdict == .failed && evading.score == 0 && evading.reason.contains("noncommittal"))
    for questions in [[], [question], [question, question, " "], Array(repeating: question, count: 4)] {
      await #expect(throws: JudgeFault.self) { try await score(questions) }
    }
  }

  @Test("Is open where nothing can be measured")
  func unmeasured() async throws {
    let scorer = AnswerRelevanceScorer()
    #expect(try await scorer.score(" ", question: question, threshold: 0.5).verdict == .failed)
    #expect(try await scorer.score(answer, question: "", threshold: 0.5).verdict == .inconclusive)
    #expect(try await scorer.score(answer, question: question, threshold: 1.5).verdict == .inconclusive)
    let german = try await scorer.score(
      "Sie haben 30 Tage Zeit, die Schuhe zurückzugeben.", question: "Wie lange kann ich die Schuhe zurückgeben?",
      threshold: 0.5)
    #expect(german.verdict == .inconclusive && german.reason.contains("German"), "\(german.reason)")
  }
}

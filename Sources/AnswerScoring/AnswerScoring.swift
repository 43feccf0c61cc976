/// Ordinary values that score an answer and report nothing.
///
/// What is known about the right answer decides which one to take: a ``CorrectnessMatcher`` where the correct answer is
/// known, a ``SemanticMatcher`` where there is a reference answer, a ``PairwiseJudge`` where there is an older answer to
/// compare with, a ``FactualConsistencyChecker`` where there is a source, and a ``GradingJudge`` where there is a rubric
/// alone. Each gives its verdict with a score and a reason.
/// A fault of a judge or of a model is thrown, so that it can never be taken for a verdict on the answer.
public enum AnswerScoring {
  /// The prompts of this module's judges. Their versions stand in fixtures and run records.
  public static let judgePrompts: [JudgePrompt] = [
    .pairwise, .grading, .claimListing, .claimVerification, .contextRelevance, .answeredQuestions,
  ]
}

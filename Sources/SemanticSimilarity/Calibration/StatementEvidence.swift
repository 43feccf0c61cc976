#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Android)
  import Android
#elseif canImport(Darwin)
  import Darwin
#endif

/// What speaks for it that a window of an answer says a sentence of the reference, and how much that is together.
///
/// A small encoder alone is a poor witness: "You get your money back within a month." and "Refunds are paid within 30
/// days." have a cosine of 0.44. So two signs that cost nothing count too: the words that both share, with those that
/// say a common idea otherwise ("money back", "refund"), and the checkable facts on which they agree. None of them
/// can see a contradiction; that is the office of the ``FactGuard``.
///
/// The weights come from labelled answers of a support assistant (`Tests/AnswerScoringTests/LabelledAnswers`), those of
/// the label "says" against those of the label "omits", and are set so that one half is the best threshold there. Under
/// tenfold cross-validation over two sets of answers no weights fitted anew were right more often than these. They do
/// not depend on the encoder, which enters through its calibration. More of a sign never makes a match lower.
public struct StatementEvidence: Sendable, Hashable {
  /// The probability that people call the sentence and the window the same, by the encoder's calibration; 0 to 1.
  public let nearness: Double

  /// The share of the sentence's content words that stand in the window, 0 to 1; verbs that go with everything ("get",
  /// "take") count half, and words of a fact that the window states in other words count as found.
  public let wordCoverage: Double

  /// The checkable facts of the sentence, such as numbers and names, with which the window agrees.
  public let agreeingFacts: Int

  /// Makes evidence.
  public init(nearness: Double, wordCoverage: Double, agreeingFacts: Int) {
    self.nearness = nearness
    self.wordCoverage = wordCoverage
    self.agreeingFacts = agreeingFacts
  }

  private static let nearnessWeight = 0.105
  private static let wordWeight = 2.6
  private static let factWeight = 0.95
  /// More facts in one sentence say no more.
  private static let mostFacts = 2
  private static let offset = 1.2

  /// The match, 0 to 1: how much speaks for it that the window says the sentence.
  public var match: Double {
    guard !nearness.isNaN, !wordCoverage.isNaN else { return 0 }
    // Kept from the ends, where the logarithm has no value.
    let probability = min(1 - 1e-9, max(1e-9, nearness))
    let words = min(1, max(0, wordCoverage))
    let facts = Double(min(Self.mostFacts, max(0, agreeingFacts)))
    let sum =
      Self.nearnessWeight * log(probability / (1 - probability)) + Self.wordWeight * words + Self.factWeight * facts
    return 1 / (1 + exp(-(sum - Self.offset)))
  }
}

import SpecRecords
import StructuredOutput
import TextMetrics

/// Compares how a case went on its fixture with how it went live.
///
/// Verdicts are compared as they are; of the answers to corresponding questions the form, the wording, the numbers that
/// they name and what the expectations measured. What counts as another form or another meaning is set here, so that one
/// and the same pair of answers is always called the same.
public struct DriftComparison: Sendable {
  /// Measures how alike two answers are: 0 (nothing in common) to 1; nil where it cannot tell.
  public typealias Similarity = @Sendable (_ recorded: String, _ live: String) async -> Double?

  /// Answers that are less alike than this, 0 to 1, say something else.
  public var leastSimilarity: Double
  /// An answer that is this many times as long as the other, in words, has another length.
  public var lengthRatio: Double
  /// A score that differs by this share of the larger one, 0 to 1, is another score.
  public var scoreTolerance: Double
  private let similarity: Similarity

  /// The most changes that are kept of one case.
  private static let mostChanges = 50

  /// Makes a comparison.
  ///
  /// - Parameters:
  ///   - leastSimilarity: Answers that are less alike than this say something else. The default fits ``lexical(_:_:)``,
  ///     and cosines of the package's sentence encoder too: of pairs of the STS Benchmark with one of 0.6 to 0.7 people
  ///     give about half 3 or more out of 5.
  ///   - lengthRatio: An answer that is this many times as long as the other has another length.
  ///   - scoreTolerance: A score that differs by this share of the larger one is another score.
  ///   - similarity: How alike two answers are; without one, how much of their wording they share.
  public init(
    leastSimilarity: Double = 0.6, lengthRatio: Double = 1.5, scoreTolerance: Double = 0.1,
    similarity: @escaping Similarity = { DriftComparison.lexical($0, $1) }
  ) {
    self.leastSimilarity = leastSimilarity
    self.lengthRatio = lengthRatio
    self.scoreTolerance = scoreTolerance
    self.similarity = similarity
  }

  /// How much two texts share of their words and spellings, 0 to 1. It measures wording and no meaning.
  public static func lexical(_ recorded: String, _ live: String) -> Double {
    if recorded == live { return 1 }
    let embedding = LexicalEmbedding()
    let cosine = LexicalEmbedding.cosineSimilarity(embedding.vector(for: recorded), embedding.vector(for: live))
    return min(1, max(0, cosine))
  }

  /// Compares two times that a case ran.
  ///
  /// - Parameters:
  ///   - subject: The case.
  ///   - replayed: The records of the time that it ran on its fixture, in their order.
  ///   - live: The records of the time that it ran live.
  public func compare(_ subject: RecordSubject, replayed: [RunRecord], live: [RunRecord]) async -> DriftRecord {
    var record = DriftRecord(subject: subject, replayed: DriftSide(replayed), live: DriftSide(live))
    record.obstacle = Self.obstacle(onFixture: replayed) ?? Self.obstacle(live: live, record.live.verdict)
    guard record.obstacle == nil else { return record }
    var changes = Self.callCounts(replayed, live)
    let pairing = DriftPairing(Self.answers(in: replayed), Self.answers(in: live))
    for pair in pairing.pairs {
      let comparison = AnswerComparison(pair, lengthRatio: lengthRatio)
      changes += comparison.formChanges
      let likeness = pair.was.text == pair.now.text ? 1 : await similarity(pair.was.text, pair.now.text)
      if let likeness, likeness.isFinite {
        let bounded = min(1, max(0, likeness))
        record.similarity = min(record.similarity ?? 1, bounded)
        if bounded < leastSimilarity {
          changes.append(DriftChange(.wording, at: pair.place, was: pair.was.text, now: pair.now.text))
        }
      }
      changes += comparison.numberChanges
    }
    changes += ScoreComparison(tolerance: scoreTolerance).changes(replayed, live)
    record.changes = Array(changes.prefix(Self.mostChanges))
    return record
  }

  /// Why the side of the fixture says nothing.
  private static func obstacle(onFixture replayed: [RunRecord]) -> String? {
    for record in replayed {
      switch record {
      case .call(let call) where call.origin == "missed": return VerdictHeading.notRecorded.rawValue
      case .expectation(let expectation) where expectation.heading == VerdictHeading.notRecorded.rawValue:
        return VerdictHeading.notRecorded.rawValue
      case .expectation(let expectation) where expectation.expectation == "fixture":
        return "its fixture cannot be used"
      default: continue
      }
    }
    return nil
  }

  /// Why the live side says nothing of the provider: it was never reached, or had no answer that the app could go on with.
  private static func obstacle(live: [RunRecord], _ verdict: Verdict) -> String? {
    guard verdict == .inconclusive else { return nil }
    let isUnanswered = live.contains { if case .call(let call) = $0 { call.fault != nil } else { false } }
    return isUnanswered ? "a live call got no answer" : nil
  }

  private static func answers(in records: [RunRecord]) -> [DriftAnswer] {
    let calls = records.compactMap { record -> DriftAnswer? in
      if case .call(let call) = record { DriftAnswer(call) } else { nil }
    }
    if calls.contains(where: \.question.isOfSubject) { return calls }
    // An app that calls its models through code of its own leaves no record of the calls, only what it answered.
    return calls
      + records.compactMap { record in
        if case .expectation(let expectation) = record { DriftAnswer(expectation) } else { nil }
      }
  }

  private static func callCounts(_ replayed: [RunRecord], _ live: [RunRecord]) -> [DriftChange] {
    func counts(_ records: [RunRecord]) -> [Int: Int] {
      records.reduce(into: [:]) { counts, record in
        if case .call(let call) = record, call.purpose == "subject", call.fault == nil {
          counts[call.subject.trial, default: 0] += 1
        }
      }
    }
    let (was, now) = (counts(replayed), counts(live))
    return Set(was.keys).union(now.keys).sorted().compactMap { trial in
      let (old, new) = (was[trial] ?? 0, now[trial] ?? 0)
      guard old != new else { return nil }
      return DriftChange(.callCount, at: trial == 1 ? "" : "trial \(trial)", was: "\(old)", now: "\(new)")
    }
  }
}

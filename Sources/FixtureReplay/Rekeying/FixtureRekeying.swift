import DurableFiles
import Foundation
import LanguageModels
import StructuredOutput
import TextMetrics

/// Lets recorded answers follow requests that were edited, where a person says that the edit is immaterial.
///
/// Each call that a run missed is paired with the recorded exchange of its test that is most like it and that the run
/// did not use. The exchange then gets the call's request and key; its answer, its time and its digest stay.
public struct FixtureRekeying: Sendable {
  /// An exchange that follows a call.
  public struct Step: Sendable, Hashable {
    /// The call.
    public var call: MissedCall
    /// What the exchange was found by until now.
    public var oldKey: CallKey
    /// Its position in the fixture, from 1.
    public var position: Int
    /// How much of their wording the requests share: 0 to 1.
    public var similarity: Double
    /// Where the requests differ, one line a place.
    public var differences: [String]
  }

  /// A call that no exchange was found for.
  public struct Rest: Sendable, Hashable {
    /// The call.
    public var call: MissedCall
    /// Why, for a person.
    public var reason: String
  }

  /// The least share of wording that two requests have in common to be taken for one.
  public static let leastSimilarity = 0.5
  /// The least share of wording of each text that changed. Two questions behind one long system prompt are alike as a
  /// whole, and still not one question.
  public static let leastTextSimilarity = 0.25
  /// The most comparisons of one fixture's requests.
  private static let mostComparisons = 250_000

  /// The pairs, in the order of their calls.
  public private(set) var steps: [Step] = []
  /// The calls that were paired with nothing.
  public private(set) var rest: [Rest] = []
  private let root: PackageRoot

  /// Pairs what a run missed with what it left unused. Nothing is written.
  ///
  /// - Throws: ``FixtureFault`` where a fixture cannot be read.
  public init(_ run: PlannedRun, root: PackageRoot) throws(FixtureFault) {
    self.root = root
    let byFixture = Dictionary(grouping: run.missed, by: \.fixture)
    for fixture in byFixture.keys.sorted() {
      let calls = byFixture[fixture] ?? []
      let file = try FixtureFile.read(root.file(at: fixture))
      let used = run.used[fixture] ?? []
      let candidates = (file?.exchanges ?? []).enumerated().filter { !used.contains($0.element.key) }
      pair(calls, with: candidates.map { ($0.offset, $0.element) })
    }
  }

  /// Rewrites the fixtures.
  ///
  /// - Throws: ``FixtureFault`` where one cannot be written. Each is replaced whole or left as it was.
  public func write() throws(FixtureFault) {
    let byFixture = Dictionary(grouping: steps, by: \.call.fixture)
    for fixture in byFixture.keys.sorted() {
      let steps = byFixture[fixture] ?? []
      let url = root.file(at: fixture)
      try FixtureStore.locked(url, root: root) { () throws(FixtureFault) in
        // What was recorded since the run stays as it is.
        guard var file = try FixtureFile.read(url) else { return }
        var positions: [CallKey: Int] = [:]
        for (index, exchange) in file.exchanges.enumerated() { positions[exchange.key] = index }
        for step in steps where positions[step.call.key] == nil {
          guard let index = positions.removeValue(forKey: step.oldKey) else { continue }
          let old = file.exchanges[index]
          file.exchanges[index] = FixtureExchange(
            key: step.call.key, request: step.call.request.sorted, promptVersion: step.call.promptVersion,
            recorded: old.recorded, answer: old.answer, digest: old.digest)
          positions[step.call.key] = index
        }
        try file.write(url)
      }
    }
  }

  // MARK: - Pairs

  private mutating func pair(
    _ calls: [MissedCall], with candidates: [(position: Int, exchange: FixtureExchange)]
  ) {
    guard calls.count <= Self.mostComparisons / max(1, candidates.count) else {
      rest += calls.map {
        Rest(
          call: $0,
          reason: "\(calls.count) calls and \(candidates.count) exchanges are more than can be compared; use --filter")
      }
      return
    }
    let callProfiles = calls.map { WordBigramProfile($0.request.sorted.comparedText) }
    let candidateProfiles = candidates.map { WordBigramProfile($0.exchange.request.comparedText) }
    var pairs: [(call: Int, candidate: Int, score: Double, isOfSameOrdinal: Bool)] = []
    var best = [Double?](repeating: nil, count: calls.count)
    for (index, call) in calls.enumerated() {
      for (other, candidate) in candidates.enumerated() where Self.mayFollow(candidate.exchange, call) {
        let score = callProfiles[index].similarity(to: candidateProfiles[other])
        best[index] = max(best[index] ?? 0, score)
        guard score >= Self.leastSimilarity else { continue }
        pairs.append((index, other, score, candidate.exchange.key.ordinal == call.key.ordinal))
      }
    }
    // The nearest first; of equally near ones the same repetition, and then the first of the file.
    pairs.sort { left, right in
      if left.score != right.score { return left.score > right.score }
      if left.isOfSameOrdinal != right.isOfSameOrdinal { return left.isOfSameOrdinal }
      return (left.candidate, left.call) < (right.candidate, right.call)
    }
    var partners: [Int: (candidate: Int, score: Double)] = [:]
    var taken: Set<Int> = []
    for pair in pairs where partners[pair.call] == nil && !taken.contains(pair.candidate) {
      let (old, new) = (candidates[pair.candidate].exchange.request, calls[pair.call].request)
      guard TextPairs.leastSimilarity(old.body, new.body) >= Self.leastTextSimilarity else { continue }
      partners[pair.call] = (pair.candidate, pair.score)
      taken.insert(pair.candidate)
    }
    for (index, call) in calls.enumerated() {
      guard let partner = partners[index] else {
        rest.append(Rest(call: call, reason: Self.reason(best[index])))
        continue
      }
      let (position, exchange) = candidates[partner.candidate]
      steps.append(
        Step(
          call: call, oldKey: exchange.key, position: position + 1, similarity: partner.score,
          differences: DifferenceText(from: exchange.request, to: call.request, isColoured: false).lines))
    }
  }

  /// Whether an exchange can be an earlier form of a call: all but the wording must be the same.
  private static func mayFollow(_ exchange: FixtureExchange, _ call: MissedCall) -> Bool {
    let (old, new) = (exchange.request, call.request)
    func name(_ version: String?) -> Substring? { version?.prefix { $0 != "/" } }
    return exchange.key.case == call.key.case && exchange.key.trial == call.key.trial
      && exchange.key.draw == call.key.draw && old.provider == new.provider && old.method == new.method
      && old.path == new.path && old.body.json?["model"] == new.body.json?["model"]
      && old.body.json?["stream"] == new.body.json?["stream"]
      && name(exchange.promptVersion) == name(call.promptVersion)
  }

  private static func reason(_ best: Double?) -> String {
    guard let best else { return "no unused exchange is of its case, trial, model and kind" }
    if best >= leastSimilarity {
      return "every unused exchange that is like it asks something else or follows another call"
    }
    return """
      the nearest unused exchange shares \(Int(best * 100)) % of its wording, less than \(Int(leastSimilarity * 100)) %
      """
  }
}

extension PackageRoot {
  /// The file of a path as ``relativePath(of:)`` gives it.
  func file(at path: String) -> URL {
    path.hasPrefix("/")
      ? URL(filePath: path, directoryHint: .notDirectory) : url.appending(path: path, directoryHint: .notDirectory)
  }
}

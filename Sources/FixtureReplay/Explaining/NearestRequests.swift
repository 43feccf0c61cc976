import LanguageModels
import StructuredOutput
import Synchronization
import TextMetrics

/// Finds among a fixture's requests those that are most like another one.
///
/// Their sketches are made with the first miss and kept: a test may miss a thousand times.
final class NearestRequests: Sendable {
  /// All requests together are read to this many bytes, and each to no fewer than a few thousand.
  private static let budget = (whole: 24 << 20, least: 4_096, most: 262_144)
  /// How many are compared word by word, and how many are told.
  private static let compared = 16
  private static let shortlist = 6

  private let exchanges: [FixtureExchange]
  private let sketches = Mutex<[RequestSketch]?>(nil)

  init(_ exchanges: [FixtureExchange]) { self.exchanges = exchanges }

  /// The positions of the nearest exchanges of the same path, the nearest first.
  func positions(near request: RequestIdentity, key: CallKey, promptVersion: String?) -> [Int] {
    let share = min(Self.budget.most, max(Self.budget.least, Self.budget.whole / max(1, exchanges.count)))
    let sketches = sketches.withLock { kept -> [RequestSketch] in
      if let kept { return kept }
      let made = exchanges.map { RequestSketch(of: $0.request, budget: share) }
      kept = made
      return made
    }
    let own = RequestSketch(of: request, budget: share)
    var scored: [(position: Int, score: Double)] = []
    for (position, exchange) in exchanges.enumerated() where exchange.request.path == request.path {
      var score = own.resemblance(to: sketches[position])
      // A judge's prompt of another version is still nearer than one of another kind.
      if exchange.promptVersion?.prefix(while: { $0 != "/" }) != promptVersion?.prefix(while: { $0 != "/" }) {
        score -= 0.5
      }
      scored.append((position, score))
    }
    scored.sort { ($1.score, $0.position) < ($0.score, $1.position) }
    return ordered(scored, near: request, key: key)
  }

  /// Those that are about as near, by the words that they really share, then by the number of places where they differ; of
  /// equal ones the same trial's, and among those the first, is the one that people expect.
  private func ordered(
    _ scored: [(position: Int, score: Double)], near request: RequestIdentity, key: CallKey
  ) -> [Int] {
    guard let best = scored.first?.score else { return [] }
    let profile = WordBigramProfile(request.comparedText)
    let ranked = scored.prefix(Self.compared).filter { $0.score >= best - 0.2 }.map { item in
      let exchange = exchanges[item.position]
      return (
        position: item.position, shared: profile.similarity(to: WordBigramProfile(exchange.request.comparedText)),
        places: RequestDifference.between(exchange.request.body, request.body)?.count ?? .max,
        isOther: exchange.key.trial == key.trial ? 0 : 1
      )
    }.sorted { ($1.shared, $0.places, $0.isOther, $0.position) < ($0.shared, $1.places, $1.isOther, $1.position) }
    return ranked.prefix(Self.shortlist).map(\.position)
  }
}

extension RequestIdentity {
  private static let mostCompared = 65_536

  /// The texts of the body, of a long one the beginning.
  var comparedText: String {
    var bytes: [UInt8] = []
    func collect(_ json: JSONValue) {
      if bytes.count >= Self.mostCompared { return }
      switch json {
      case .string(let text):
        bytes += text.utf8.prefix(Self.mostCompared - bytes.count)
        bytes.append(0x0A)
      case .array(let items): items.forEach(collect)
      case .object(let object): for (_, value) in object { collect(value) }
      default: break
      }
    }
    switch body {
    case .none: break
    case .json(let json): collect(json)
    case .bytes(let raw): bytes = Array(raw.prefix(Self.mostCompared))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

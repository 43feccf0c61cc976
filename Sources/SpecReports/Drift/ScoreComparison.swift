import SpecRecords

/// What the same expectations measured on both sides.
struct ScoreComparison {
  /// A score that differs by this share of the larger one is another score.
  let tolerance: Double

  /// The scores that moved, in the order of the live side.
  func changes(_ replayed: [RunRecord], _ live: [RunRecord]) -> [DriftChange] {
    struct Place: Hashable {
      var trial: Int
      var expectation: String
      var location: String
    }
    func scores(_ records: [RunRecord]) -> (order: [Place], values: [Place: [Double]]) {
      var (order, values): ([Place], [Place: [Double]]) = ([], [:])
      for case .expectation(let record) in records {
        guard let score = record.score, score.isFinite else { continue }
        let place = Place(
          trial: record.subject.trial, expectation: record.expectation, location: record.location)
        if values[place] == nil { order.append(place) }
        values[place, default: []].append(score)
      }
      return (order, values)
    }
    let was = scores(replayed).values
    let (order, now) = scores(live)
    var changes: [DriftChange] = []
    for place in order {
      for (old, new) in zip(was[place] ?? [], now[place] ?? []) {
        guard abs(old - new) > tolerance * max(abs(old), abs(new)) else { continue }
        let name = "\(place.expectation) at \(place.location)" + (place.trial == 1 ? "" : ", trial \(place.trial)")
        changes.append(DriftChange(.score, at: name, was: Self.rounded(old), now: Self.rounded(new)))
      }
    }
    return changes
  }

  private static func rounded(_ score: Double) -> String {
    abs(score) < 1e12 ? "\((score * 1_000).rounded() / 1_000)" : "\(score)"
  }
}

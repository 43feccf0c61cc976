/// How far the relevant ones of some ranked contexts stand at the top.
///
/// The mean over the relevant contexts of the precision at their rank: Σₖ (precision@k × vₖ) ÷ Σₖ vₖ, where vₖ is 1 for
/// a relevant context at rank k, else 0, and precision@k is the share of relevant ones among the first k. This is the
/// context precision of Ragas and the contextual precision of DeepEval. It is average precision over what was retrieved:
/// a relevant text that was not retrieved costs nothing here, but costs recall.
public enum ContextPrecision {
  /// The score, 0 to 1; 0 without a relevant context.
  ///
  /// - Parameter relevance: Whether each context is relevant, the first rank first.
  public static func score(_ relevance: [Bool]) -> Double {
    var relevant = 0
    var sum = 0.0
    for (place, isRelevant) in relevance.enumerated() where isRelevant {
      relevant += 1
      sum += Double(relevant) / Double(place + 1)
    }
    return relevant == 0 ? 0 : sum / Double(relevant)
  }

  /// The most contexts of unknown relevance for which all possibilities are tried.
  static let mostUnknown = 10

  /// The lowest and the highest score that is possible where the relevance of some contexts is not known.
  public static func possibleScores(_ relevance: [Bool?]) -> ClosedRange<Double> {
    let unknown = relevance.indices.filter { relevance[$0] == nil }
    guard unknown.count <= mostUnknown else { return 0...1 }
    var lowest = 1.0
    var highest = 0.0
    for choice in 0..<(1 << unknown.count) {
      var known = relevance.map { $0 ?? false }
      for (bit, place) in unknown.enumerated() { known[place] = choice & (1 << bit) != 0 }
      let score = score(known)
      (lowest, highest) = (min(lowest, score), max(highest, score))
    }
    return lowest...highest
  }
}

/// Which of two answers a judge prefers in one order of presentation.
public enum PairwisePreference: String, Sendable, Hashable, Codable, CaseIterable {
  /// The new answer is better.
  case new
  /// The old answer is better.
  case old
  /// Neither is better.
  case tie
}

/// What a comparison with an older answer asks for.
public enum PairwiseClaim: String, Sendable, Hashable, Codable, CaseIterable {
  /// The new answer is better.
  case better
  /// The new answer is at least as good.
  case notWorse
}

/// The two preferences of one judge, asked in both orders.
public struct PairwiseVote: Sendable, Hashable, Codable {
  /// The preference with the new answer shown first.
  public var newFirst: PairwisePreference
  /// The preference with the old answer shown first.
  public var oldFirst: PairwisePreference

  /// Makes a vote.
  public init(newFirst: PairwisePreference, oldFirst: PairwisePreference) {
    self.newFirst = newFirst
    self.oldFirst = oldFirst
  }

  /// Whether the judge contradicts itself: it prefers one answer in one order and the other in the other.
  ///
  /// That tells of the judge's bias for a position and nothing of the answers. It is never counted as a tie.
  public var showsPositionBias: Bool {
    newFirst != .tie && oldFirst != .tie && newFirst != oldFirst
  }

  /// What both orders agree on; nil where they do not.
  public var agreement: PairwisePreference? { newFirst == oldFirst ? newFirst : nil }
}

extension Verdict {
  /// The verdict on a claim about two answers, from one judge's vote in both orders.
  public init(_ claim: PairwiseClaim, vote: PairwiseVote) {
    if vote.showsPositionBias {
      self = .inconclusive
      return
    }
    let preferences = [vote.newFirst, vote.oldFirst]
    let leansNew = preferences.contains(.new)
    let leansOld = preferences.contains(.old)
    let isUnanimous = vote.agreement != nil
    switch claim {
    case .better:
      if leansNew {
        self = isUnanimous ? .passed : .inconclusive
      } else {
        self = .failed
      }
    case .notWorse:
      if leansOld {
        self = isUnanimous ? .failed : .inconclusive
      } else {
        self = .passed
      }
    }
  }
}

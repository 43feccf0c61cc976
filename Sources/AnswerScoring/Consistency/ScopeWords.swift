import TextMetrics

/// Words that widen, narrow or turn a statement without being a fact of their own: "free everywhere", "after delivery".
///
/// Where a claim has one that the nearest passage has not, shared words prove nothing.
enum ScopeWords {
  static func first(of claim: String, missingIn passage: String) -> String? {
    let present = Set(words(passage))
    return words(claim).first { word in
      guard let group = groups.first(where: { $0.contains(word) }) else { return false }
      return present.isDisjoint(with: group)
    }
  }

  /// A word of the passage that narrows what it says, and that the claim leaves out: "free, unless …".
  static func narrowing(_ passage: String, missingIn claim: String) -> String? {
    let present = Set(words(claim))
    return words(passage).first { word in
      guard let group = narrowing.first(where: { $0.contains(word) }) else { return false }
      return present.isDisjoint(with: group)
    }
  }

  private static let narrowing: [Set<String>] = [["unless", "except"], ["only", "solely", "exclusively"]]

  private static func words(_ text: String) -> [String] { WordTokenizer.words(in: text).map { $0.lowercased() } }

  /// The words of one group mean much the same.
  private static let groups: [Set<String>] = [
    ["everywhere", "anywhere", "worldwide"],
    ["always", "anytime", "whenever"],
    ["never"],
    ["only", "solely", "exclusively", "just"],
    ["all", "every", "each", "any", "everyone", "anyone", "everything", "anything", "whole", "entire"],
    ["none", "nobody", "nothing", "nowhere", "neither", "nor"],
    ["most", "mostly", "usually", "generally", "often"],
    ["unlimited", "forever", "permanently", "lifetime"],
    ["guaranteed", "guarantee", "guarantees"],
    ["immediately", "instantly"],
    ["without"],
    ["except", "unless"],
    ["after", "once", "following"],
    ["before", "prior"],
    ["until", "till"],
    ["since"],
    ["automatically"],
    ["optional", "optionally"],
    ["required", "mandatory"],
  ]
}

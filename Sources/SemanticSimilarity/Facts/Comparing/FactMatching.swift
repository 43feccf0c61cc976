/// Pairs the facts of a reference with those of an answer.
struct FactMatching {
  /// For each fact of the reference the fact of the answer that says the same.
  private(set) var partners: [Int?]
  /// Facts of the answer that no fact of the reference is paired with.
  private(set) var isFree: [Bool]
  private let pair: FactReadingPair
  private let referenceContexts: [Set<String>]
  private let answerContexts: [Set<String>]

  /// Pairs each fact of the reference with the equal one of the answer that stands among the likest words.
  init(_ reference: [Fact], _ answer: [Fact], in pair: FactReadingPair, areEqual: (Fact, Fact) -> Bool) {
    self.pair = pair
    partners = Array(repeating: nil, count: reference.count)
    isFree = Array(repeating: true, count: answer.count)
    referenceContexts = reference.map { pair.reference.context(of: $0.tokens) }
    answerContexts = answer.map { pair.answer.context(of: $0.tokens) }
    for (index, fact) in reference.enumerated() {
      var best: (affinity: Int, index: Int)?
      for (other, candidate) in answer.enumerated() where isFree[other] && areEqual(fact, candidate) {
        let affinity = affinity(index, other)
        if affinity > (best?.affinity ?? -1) { best = (affinity, other) }
      }
      if let best { join(index, best.index) }
    }
  }

  mutating func join(_ reference: Int, _ answer: Int) {
    partners[reference] = answer
    isFree[answer] = false
  }

  /// How many words the two facts stand beside in both texts; one where a text has next to none.
  func affinity(_ reference: Int, _ answer: Int) -> Int {
    let first = referenceContexts[reference]
    let second = answerContexts[answer]
    let shared = first.intersection(second).count
    let isBare = first.count <= 1 && pair.reference.isShort || second.count <= 1 && pair.answer.isShort
    return shared == 0 && isBare ? 1 : shared
  }
}

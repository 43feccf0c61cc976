extension BatchFulfilment {
  /// What became of the results.
  public struct Report: Sendable, Hashable {
    /// The answers that were added to fixtures.
    public internal(set) var saved = 0
    /// Answers to calls that had one already; the fixture keeps its own.
    public internal(set) var alreadyThere = 0
    /// Further answers to a call that these results answered before; the first counts.
    public internal(set) var repeated = 0
    /// How many results belong to no call of the plan.
    public internal(set) var unknown = 0
    /// The identifiers of the first few of them.
    public internal(set) var unknownIdentifiers: [String] = []
    /// What was not kept, and why, in the order of the results: at most ``mostProblems``.
    public internal(set) var problems: [String] = []
    /// How many things were not kept.
    public internal(set) var problemCount = 0
    /// How many fixtures were written.
    public internal(set) var fixtures = 0
    /// How many calls of the plan have no answer yet.
    public internal(set) var stillMissing = 0

    /// The most problems that are spelled out.
    public static let mostProblems = 20

    mutating func note(_ problem: String) {
      problemCount += 1
      if problems.count < Self.mostProblems { problems.append(problem) }
    }
  }
}

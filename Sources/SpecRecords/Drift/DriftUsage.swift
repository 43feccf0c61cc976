/// What the answered calls of models took on one side of a comparison.
public struct DriftUsage: Sendable, Hashable {
  /// How many calls were answered.
  public var calls: Int
  /// Prompt tokens of all calls.
  public var inputTokens: Int
  /// Generated tokens of all calls.
  public var outputTokens: Int
  /// What all calls took together, in seconds; for replayed ones, as it was when they were recorded.
  public var latency: Double
  /// What all calls cost, or would have cost, in US dollars; nil where the price of one is not known.
  public var cost: Double?

  /// Makes a usage; without arguments, that of no call.
  public init(
    calls: Int = 0, inputTokens: Int = 0, outputTokens: Int = 0, latency: Double = 0, cost: Double? = 0
  ) {
    self.calls = calls
    self.inputTokens = inputTokens
    self.outputTokens = outputTokens
    self.latency = latency
    self.cost = cost
  }

  /// Adds another usage. What is too large for an integer stays at the largest.
  public mutating func add(_ other: DriftUsage) {
    calls = Self.sum(calls, other.calls)
    inputTokens = Self.sum(inputTokens, other.inputTokens)
    outputTokens = Self.sum(outputTokens, other.outputTokens)
    latency += other.latency
    if let mine = cost, let theirs = other.cost { cost = mine + theirs } else { cost = nil }
  }

  /// Records come from other machines too: their numbers must not stop whoever adds them up.
  static func sum(_ left: Int, _ right: Int) -> Int {
    let (sum, overflows) = left.addingReportingOverflow(right)
    return overflows ? .max : sum
  }
}

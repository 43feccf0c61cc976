/// Who checks the claims of an answer.
public struct ConsistencyMethod: Sendable, Hashable, CustomStringConvertible {
  /// The name in messages.
  public let name: String

  init(name: String) { self.name = name }

  /// The sieve settles the claims that are clear, and the judge gets the rest. Without a judge the sieve is alone, and
  /// what it cannot tell stays open.
  public static let sieveThenJudge = ConsistencyMethod(name: "sieve, then judge")
  /// Encoder and fact guard alone: offline and free. What they cannot tell stays open.
  public static let sieveOnly = ConsistencyMethod(name: "sieve only")
  /// The judge decides on every claim; encoder and shared words only choose the passages that it is shown.
  public static let judgeOnly = ConsistencyMethod(name: "judge only")

  /// The name.
  public var description: String { name }
}

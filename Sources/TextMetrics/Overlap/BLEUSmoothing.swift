extension BLEU {
  /// What a length of run counts of which nothing matches (Chen, Cherry: "A systematic comparison of smoothing
  /// techniques for sentence-level BLEU", 2014).
  public struct Smoothing: Sendable, Hashable {
    private enum Method: Hashable {
      case none, exponential
      case floor(Double)
      case add(Double)
    }

    private let method: Method

    /// Nothing: one length of run without a match makes the score 0.
    public static let none = Smoothing(method: .none)

    /// Half a match the first time, a quarter the next, and so on: the usual choice (NIST's, `exp` in sacreBLEU).
    public static let exponential = Smoothing(method: .exponential)

    /// A tenth of a match.
    public static let floor = floor(0.1)

    /// A share of a match (`floor` in sacreBLEU); less than 0 or no number is taken for 0.
    public static func floor(_ share: Double) -> Smoothing { Smoothing(method: .floor(share > 0 ? share : 0)) }

    /// One added to the matches and to the total of all lengths of run above 1.
    public static let add = add(1)

    /// A number added to the matches and to the total of all lengths of run above 1 (`add-k` in sacreBLEU); less than
    /// 0 or no number is taken for 0.
    public static func add(_ number: Double) -> Smoothing { Smoothing(method: .add(number > 0 ? number : 0)) }

    var added: Double {
      if case .add(let number) = method { number } else { 0 }
    }

    /// What stands for no match, where `halvings` is 2, 4, 8 for the first, second, third time.
    func floor(_ halvings: Double) -> Double {
      switch method {
      case .none, .add: 0
      case .exponential: 1 / halvings
      case .floor(let share): share
      }
    }
  }
}

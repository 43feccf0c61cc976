/// How many of a spec's trials must pass.
public struct TrialRequirement: Sendable, Hashable, CustomStringConvertible {
  private enum Storage: Hashable {
    case count(Int)
    case rate(Double)
    case all
  }

  private let storage: Storage

  /// At least this many trials.
  public static func atLeast(_ count: Int) -> TrialRequirement { TrialRequirement(storage: .count(count)) }

  /// At least this share of the trials, 0 to 1.
  public static func rate(atLeast rate: Double) -> TrialRequirement { TrialRequirement(storage: .rate(rate)) }

  /// Every trial.
  public static let all = TrialRequirement(storage: .all)

  /// The number of passes that it asks for of `trials` trials; nil where it cannot be met or asks for nothing that
  /// makes sense: a negative count, more than there are trials, a rate outside 0 to 1.
  public func passesNeeded(of trials: Int) -> Int? {
    guard trials > 0 else { return nil }
    switch storage {
    case .count(let count):
      return (0...trials).contains(count) ? count : nil
    case .rate(let rate):
      guard rate >= 0, rate <= 1 else { return nil }
      // 0.8 of 5 is 4 and not 5, whatever the last bit of 0.8 * 5 says.
      return Int((rate * Double(trials) - 1e-9).rounded(.up))
    case .all:
      return trials
    }
  }

  /// The requirement in words; a count and a rate never read alike.
  public var description: String {
    switch storage {
    case .count(let count): "at least \(count)"
    case .rate(let rate): "a rate of at least \(rate)"
    case .all: "all"
    }
  }
}

/// How many trials came to each verdict.
public struct TrialCount: Sendable, Hashable, Codable {
  /// Trials that passed.
  public var passed: Int
  /// Trials that failed.
  public var failed: Int
  /// Trials that nobody can judge.
  public var inconclusive: Int

  /// Makes a count.
  public init(passed: Int = 0, failed: Int = 0, inconclusive: Int = 0) {
    self.passed = passed
    self.failed = failed
    self.inconclusive = inconclusive
  }

  /// All trials.
  public var total: Int { passed + failed + inconclusive }

  /// Counts one more trial.
  public mutating func add(_ verdict: Verdict) {
    switch verdict {
    case .passed: passed += 1
    case .failed: failed += 1
    case .inconclusive: inconclusive += 1
    }
  }
}

extension Verdict {
  /// The verdict on trials of which `needed` must pass: passed when they did, failed when they cannot have even if
  /// every inconclusive one had passed, else inconclusive.
  public init(trials: TrialCount, needed: Int) {
    if trials.passed >= needed {
      self = .passed
    } else if trials.passed + trials.inconclusive < needed {
      self = .failed
    } else {
      self = .inconclusive
    }
  }
}

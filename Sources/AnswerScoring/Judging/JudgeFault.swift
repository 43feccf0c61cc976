/// Why a judge gave no judgement. A spec that meets one is inconclusive, whatever the judged answer was like.
public struct JudgeFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kind of a fault, for code that reacts to it.
  public struct Kind: Sendable, Hashable, RawRepresentable, CustomStringConvertible {
    /// The name of the kind as it stands in records.
    public let rawValue: String

    /// Makes a kind of any name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The judge's answer was out of format, and so was its answer to the one request to repair it.
    public static let outOfFormat = Kind(rawValue: "outOfFormat")
    /// The judge or its provider's filter refused to judge.
    public static let refused = Kind(rawValue: "refused")
    /// The token limit cut the judge's answer off before it was complete.
    public static let cutOff = Kind(rawValue: "cutOff")
    /// The question cannot be put to a judge: something in it is missing, too long or contradictory. Nothing was sent.
    public static let unusableQuestion = Kind(rawValue: "unusableQuestion")
    /// No judge could be made of what names it. Nothing was sent.
    public static let noJudge = Kind(rawValue: "noJudge")

    /// The name of the kind.
    public var description: String { rawValue }
  }

  /// The kind of the fault.
  public let kind: Kind
  /// The judge's model; empty where there is none.
  public let judge: String
  /// What the judge answered, whole; empty where it was not asked.
  public let rawAnswer: String
  /// What happened, the value seen and the next step, for a person.
  public let message: String

  /// Makes a fault.
  public init(_ kind: Kind, judge: String, rawAnswer: String = "", message: String) {
    self.kind = kind
    self.judge = judge
    self.rawAnswer = rawAnswer
    self.message = message
  }

  /// The message, the judge's name and the first 500 characters of its answer, control characters escaped.
  public var description: String {
    var text = judge.isEmpty ? message : "Judge \(judge): \(message)"
    if !rawAnswer.isEmpty { text += "\nThe judge's answer: \(QuotedExcerpt(rawAnswer, limit: 500))" }
    return text
  }
}

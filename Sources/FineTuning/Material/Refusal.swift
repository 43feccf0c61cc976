/// What a spec's records do not give, and why.
public struct Refusal: Sendable, Hashable, CustomStringConvertible {
  /// Why something is refused.
  public struct Reason: Sendable, Hashable, RawRepresentable, CustomStringConvertible {
    /// The reason in words.
    public let rawValue: String

    /// Makes a reason of any wording.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The reason in words.
    public var description: String { rawValue }
  }

  /// The spec's name.
  public var spec: String
  /// Why.
  public var reason: Reason
  /// What it keeps the records from becoming; nil where they become nothing at all.
  public var kind: TrainingKind?
  /// How often: bodies, answers or comparisons, as the reason says.
  public var count: Int

  /// Makes a refusal.
  public init(spec: String, reason: Reason, kind: TrainingKind? = nil, count: Int = 1) {
    self.spec = spec
    self.reason = reason
    self.kind = kind
    self.count = count
  }

  /// The spec, the reason and how often.
  public var description: String { "\(spec): \(reason)" + (count > 1 ? " (\(count) times)" : "") }
}

extension Refusal.Reason {
  /// The spec measures models; only `.trainable` ones train them.
  public static let heldOut = Self(rawValue: "held out, its role is not .trainable")
  /// The spec failed, so its answer is not to be imitated.
  public static let failed = Self(rawValue: "failed")
  /// Nobody can tell whether its answer is right or wrong.
  public static let inconclusive = Self(rawValue: "inconclusive, which is neither good nor bad")
  /// What is red in it is declared as known, so a pass says little.
  public static let knownIssue = Self(rawValue: "inside a known issue")
  /// The spec was cancelled.
  public static let cancelled = Self(rawValue: "cancelled")
  /// The process ended before the spec did.
  public static let unfinished = Self(rawValue: "never ended, so it has no verdict")
  /// The spec calls no model.
  public static let noCall = Self(rawValue: "no model call is recorded")
  /// A call has no answer.
  public static let noAnswer = Self(rawValue: "a call has no answer")
  /// An answer says nothing and calls no tool.
  public static let emptyAnswer = Self(rawValue: "an empty answer")
  /// An answer ran into the token limit.
  public static let cutAnswer = Self(rawValue: "an answer cut off at the token limit")
  /// Records keep no pictures, only their size.
  public static let picture = Self(rawValue: "a conversation with a picture, which records do not keep")
  /// A call was recorded in a form that is not a conversation.
  public static let unreadable = Self(rawValue: "a call that is recorded in another form than messages")
  /// There is nothing that the answer answers.
  public static let noPrompt = Self(rawValue: "an answer to no message")
  /// A tool was called with something that no trainer takes.
  public static let toolArguments = Self(rawValue: "a tool call whose arguments are not a JSON object")
  /// A tool was called that the request did not offer.
  public static let unknownTool = Self(rawValue: "a call of a tool that was not offered")
  /// Trainers want each tool call answered before the conversation goes on.
  public static let toolOrder = Self(rawValue: "tool calls and tool results that do not match")
  /// Nothing can be compared.
  public static let noContrast = Self(rawValue: "no passing and failing trial on the same input")
  /// The same answer passed once and failed once.
  public static let sameAnswer = Self(rawValue: "the same answer on both sides")
  /// The judge compared something that is not in the record.
  public static let noText = Self(rawValue: "a comparison whose texts are not recorded")
  /// The new answer of a comparison is not a model's own words.
  public static let newTextNotSaid = Self(rawValue: "a comparison whose new text no recorded model call said")
  /// The older answer of a comparison is not a model's own words in this run.
  public static let baselineNotSaid = Self(rawValue: "a comparison whose older text no recorded model call said")
  /// The two answers of a comparison answer different things.
  public static let differentInputs = Self(rawValue: "a comparison of answers to different inputs")
}

/// How a case went on its fixture, how it went live, and what is different.
public struct DriftRecord: Sendable, Hashable {
  /// What it belongs to: the case; all its trials together.
  public var subject: RecordSubject
  /// How it went on its fixture.
  public var replayed: DriftSide
  /// How it went live.
  public var live: DriftSide
  /// Why nothing could be compared, such as that nothing is recorded; nil where it could.
  public var obstacle: String?
  /// How alike the answers are that are least alike, from 0 (nothing in common) to 1; nil where none were compared.
  public var similarity: Double?
  /// What is different in the answers, in their order.
  public var changes: [DriftChange]

  /// Makes a record.
  public init(
    subject: RecordSubject, replayed: DriftSide, live: DriftSide, obstacle: String? = nil, similarity: Double? = nil,
    changes: [DriftChange] = []
  ) {
    self.subject = subject
    self.replayed = replayed
    self.live = live
    self.obstacle = obstacle
    self.similarity = similarity
    self.changes = changes
  }

  /// Whether the two verdicts could be compared and differ. What is declared as known counts as passed, as it does for
  /// the test.
  public var isVerdictChanged: Bool { obstacle == nil && replayed.effectiveVerdict != live.effectiveVerdict }

  /// Whether anything but cost and time is different.
  public var isChanged: Bool { isVerdictChanged || obstacle == nil && !changes.isEmpty }

  /// Whether the case is red on its fixture and passes live.
  public var isRecovered: Bool {
    isVerdictChanged && live.effectiveVerdict == .passed
  }
}

/// One of the two times that a case ran.
public struct DriftSide: Sendable, Hashable {
  /// What it came to.
  public var verdict: Verdict
  /// Whether all that was red is declared as known.
  public var isKnown: Bool
  /// What its calls took.
  public var usage: DriftUsage

  /// Makes a side.
  public init(verdict: Verdict, isKnown: Bool = false, usage: DriftUsage = DriftUsage()) {
    self.verdict = verdict
    self.isKnown = isKnown
    self.usage = usage
  }

  /// What it came to for the test, for which a known issue is none.
  public var effectiveVerdict: Verdict { isKnown ? .passed : verdict }
}

/// One difference between an answer of the fixture and the one that came live.
public struct DriftChange: Sendable, Hashable {
  /// In which way the answers differ.
  public var aspect: DriftAspect
  /// Which answers, for a person: `answer 2`, `answer 1, trial 3`.
  public var place: String
  /// How it was when it was recorded.
  public var was: String
  /// How it is now.
  public var now: String

  /// Makes a change; of each text the first 240 characters are kept.
  public init(_ aspect: DriftAspect, at place: String, was: String, now: String) {
    self.aspect = aspect
    self.place = place
    self.was = Self.bounded(was)
    self.now = Self.bounded(now)
  }

  private static func bounded(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: 240, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return text }
    return String(scalars[..<end]) + "…"
  }
}

/// In which way two answers to the same question differ.
public struct DriftAspect: Sendable, Hashable, RawRepresentable, CustomStringConvertible {
  /// The name of the aspect as it stands in records and reports.
  public let rawValue: String

  /// Makes an aspect of any name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Another number of calls was made.
  public static let callCount = DriftAspect(rawValue: "calls")
  /// Text became JSON, or JSON text.
  public static let format = DriftAspect(rawValue: "format")
  /// Keys, types or the lengths of arrays of a JSON answer.
  public static let jsonShape = DriftAspect(rawValue: "JSON")
  /// Lists, headings, tables or code of a Markdown answer.
  public static let markdown = DriftAspect(rawValue: "Markdown")
  /// The number of words.
  public static let length = DriftAspect(rawValue: "length")
  /// Why the model stopped.
  public static let finishReason = DriftAspect(rawValue: "finish reason")
  /// Which tools were called, and with which arguments.
  public static let toolCalls = DriftAspect(rawValue: "tool calls")
  /// Whether the model refused.
  public static let refusal = DriftAspect(rawValue: "refusal")
  /// What the answer says, as far as the measure of similarity can tell.
  public static let wording = DriftAspect(rawValue: "wording")
  /// The numbers that the answer names.
  public static let numbers = DriftAspect(rawValue: "numbers")
  /// What an expectation measured.
  public static let score = DriftAspect(rawValue: "score")

  /// Whether it is a matter of what is said and not of its form.
  public var isMeaning: Bool { self == .wording || self == .numbers || self == .score }

  /// The name of the aspect.
  public var description: String { rawValue }
}

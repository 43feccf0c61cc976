import SpecRecords
import StructuredOutput

/// An answer of a model, or what an expectation was given as one, as it is compared.
struct DriftAnswer {
  /// What the answers of both sides to one question have in common.
  struct Question: Hashable {
    var trial: Int
    var isOfSubject: Bool
    var provider = ""
    var model = ""
    var input = JSONValue.null
    var tools = JSONValue.null
  }

  /// The most Unicode scalars of a text that are compared.
  private static let longestText = 50_000

  var question: Question
  var text: String
  /// The tools that it calls, each with the names of its arguments: `find(city, day)`.
  var toolCalls: [String] = []
  var finishReason: String?

  /// The answer of a call; nil where none came.
  init?(_ call: CallRecord) {
    guard let output = call.output, call.fault == nil else { return nil }
    question = Question(
      trial: call.subject.trial, isOfSubject: call.purpose == "subject", provider: call.provider, model: call.model,
      input: call.input, tools: call.tools ?? .null)
    text = Self.bounded(Self.text(of: output["content"]))
    toolCalls = (output["toolCalls"]?.arrayValue ?? []).prefix(100).map(Self.toolCall)
    finishReason = call.finishReason
  }

  /// What an expectation was given, where no call is known that it came from.
  init?(_ expectation: ExpectationRecord) {
    guard let output = expectation.output else { return nil }
    question = Question(
      trial: expectation.subject.trial, isOfSubject: true,
      input: [.string(expectation.expectation), .string(expectation.location)])
    text = Self.bounded(output)
  }

  private static func text(of content: JSONValue?) -> String {
    switch content {
    case .string(let text): text
    case .array(let parts): parts.compactMap { $0["text"]?.stringValue }.joined(separator: "\n")
    default: ""
    }
  }

  private static func toolCall(_ call: JSONValue) -> String {
    let name = call["name"]?.stringValue ?? "?"
    let arguments = call["arguments"]?.stringValue.flatMap { try? JSONValue(parsing: $0) }?.objectValue
    let keys = arguments.map { $0.map(\.key).sorted().joined(separator: ", ") } ?? "unreadable arguments"
    return "\(name)(\(keys))"
  }

  private static func bounded(_ text: String) -> String {
    text.utf8.count <= longestText ? text : String(text.unicodeScalars.prefix(longestText))
  }
}

/// Answers of both sides, put together.
struct DriftPairing {
  struct Pair {
    var place: String
    var was: DriftAnswer
    var now: DriftAnswer
  }

  let pairs: [Pair]

  /// Puts answers to equal questions together, and of the model under test the others of a trial in their order: what an
  /// answer has changed, the next question has too. A judge that was asked about another answer says another thing, so
  /// of its answers only those to equal questions are compared.
  init(_ replayed: [DriftAnswer], _ live: [DriftAnswer]) {
    var waiting: [DriftAnswer.Question: [Int]] = [:]
    for (index, answer) in replayed.enumerated().reversed() { waiting[answer.question, default: []].append(index) }
    var partner: [Int: Int] = [:]
    for (index, answer) in live.enumerated() {
      if let match = waiting[answer.question]?.popLast() { partner[index] = match }
    }
    let taken = Set(partner.values)
    var rest: [Int: [Int]] = [:]
    for (index, answer) in replayed.enumerated().reversed() where answer.question.isOfSubject && !taken.contains(index)
    {
      rest[answer.question.trial, default: []].append(index)
    }
    var numbers: [DriftAnswer.Question: Int] = [:]
    var pairs: [Pair] = []
    for (index, answer) in live.enumerated() {
      let (trial, isOfSubject) = (answer.question.trial, answer.question.isOfSubject)
      let number = (numbers[DriftAnswer.Question(trial: trial, isOfSubject: isOfSubject)] ?? 0) + 1
      numbers[DriftAnswer.Question(trial: trial, isOfSubject: isOfSubject)] = number
      guard let match = partner[index] ?? (isOfSubject ? rest[trial]?.popLast() : nil) else { continue }
      let name = isOfSubject ? "answer \(number)" : "the judge's answer \(number)"
      pairs.append(
        Pair(place: name + (trial == 1 ? "" : ", trial \(trial)"), was: replayed[match], now: answer))
    }
    self.pairs = pairs
  }
}

import LanguageModels
import SpecRecords
import StructuredOutput

/// One call of the model under test, read back from its record.
struct RecordedAnswer: Sendable {
  /// The messages that were sent.
  let prompt: [ChatMessage]
  let tools: [ToolDefinition]
  let answer: ChatMessage
  let model: String
  /// Why no trainer should see it, if that is so.
  let defect: Refusal.Reason?

  /// The whole conversation.
  var messages: [ChatMessage] { prompt + [answer] }

  /// Reads a call.
  ///
  /// - Throws: the reason why it is no conversation at all.
  init(_ call: CallRecord) throws(Refusal.Reason) {
    guard call.fault == nil, let output = call.output, output != .null else { throw .noAnswer }
    guard let answer = ChatMessage(recordedForm: output), answer.role == .assistant else { throw .unreadable }
    var prompt: [ChatMessage] = []
    for item in call.input.arrayValue ?? [.null] {
      guard let message = ChatMessage(recordedForm: item) else { throw .unreadable }
      prompt.append(message)
    }
    var tools: [ToolDefinition] = []
    for item in call.tools?.arrayValue ?? [] {
      guard let tool = ToolDefinition(recordedForm: item) else { throw .unreadable }
      tools.append(tool)
    }
    self.prompt = prompt
    self.tools = tools
    self.answer = answer
    model = call.answeredBy ?? call.model
    defect = Self.defect(of: call, prompt: prompt, tools: tools, answer: answer)
  }

  /// Whether this conversation goes on in another one of the same body.
  func isContinued(in other: RecordedAnswer) -> Bool {
    prompt.count < other.prompt.count && other.prompt[prompt.count] == answer
      && other.prompt.starts(with: prompt)
  }

  /// Equal for two calls that asked the same with the same tools. A provider's identifiers of tool calls, which differ
  /// from one call to the next, are numbered through.
  var inputKey: String {
    var numbers: [String: String] = [:]
    func numbered(_ id: String) -> String {
      let number = numbers[id] ?? String(numbers.count)
      numbers[id] = number
      return number
    }
    var messages = prompt
    for index in messages.indices {
      for call in messages[index].toolCalls.indices {
        messages[index].toolCalls[call].id = numbered(messages[index].toolCalls[call].id)
      }
      messages[index].toolCallID = messages[index].toolCallID.map(numbered)
    }
    let key: JSONValue = [.array(messages.map(\.recordedForm)), .array(tools.map(\.recordedForm))]
    return key.canonicalText
  }

  /// Whether two answers say the same and call the same.
  func saysTheSame(as other: RecordedAnswer) -> Bool {
    answer.text == other.answer.text && answer.toolCalls.map(\.name) == other.answer.toolCalls.map(\.name)
      && answer.toolCalls.map(\.argumentsText) == other.answer.toolCalls.map(\.argumentsText)
  }

  private static func defect(
    of call: CallRecord, prompt: [ChatMessage], tools: [ToolDefinition], answer: ChatMessage
  ) -> Refusal.Reason? {
    if prompt.isEmpty { return .noPrompt }
    if answer.toolCalls.isEmpty, answer.text.allSatisfy(\.isWhitespace) { return .emptyAnswer }
    if call.finishReason == FinishReason.length.rawValue { return .cutAnswer }
    if (call.input.arrayValue ?? []).contains(where: holdsPicture) { return .picture }
    return ToolConversationRules(tools: tools).breach(in: prompt + [answer])
  }

  private static func holdsPicture(_ message: JSONValue) -> Bool {
    (message["content"]?.arrayValue ?? []).contains { $0["image"] != nil }
  }
}

extension Refusal.Reason: Error {}

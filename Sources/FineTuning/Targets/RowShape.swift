import LanguageModels
import StructuredOutput

/// The columns of a target's rows.
enum RowShape: Sendable, Hashable {
  case chat(MessageForm)
  case preference(MessageForm)

  func rows(of material: TrainingMaterial) -> [JSONValue] {
    switch self {
    case .chat(let form): material.conversations.map { Self.chat($0, form) }
    case .preference(let form): material.pairs.map { Self.preference($0, form) }
    }
  }

  private static func chat(_ conversation: TrainingConversation, _ form: MessageForm) -> JSONValue {
    var row: JSONObject = ["messages": form.messages(conversation.messages)]
    if !conversation.tools.isEmpty { row["tools"] = form.tools(conversation.tools) }
    return .object(row)
  }

  private static func preference(_ pair: PreferencePair, _ form: MessageForm) -> JSONValue {
    var row: JSONObject = [
      "prompt": form.messages(pair.prompt), "chosen": form.messages([pair.chosen]),
      "rejected": form.messages([pair.rejected]),
    ]
    if !pair.tools.isEmpty { row["tools"] = form.tools(pair.tools) }
    return .object(row)
  }
}

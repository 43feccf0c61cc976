import LanguageModels
import SpecRecords
import StructuredOutput

/// Chooses the conversations that are worth imitating: the whole ones of bodies that passed.
struct ConversationSelection {
  let conversations: [TrainingConversation]

  init(of records: GatheredRecords, refusing refusals: inout RefusalLedger) {
    var conversations: [TrainingConversation] = []
    for body in records.bodies {
      if let reason = Self.refusal(of: body.body) {
        // Pairs make their own use of a failed body.
        refusals.refuse(body.spec, reason, .conversations)
        continue
      }
      for reason in body.unusable { refusals.refuse(body.spec, reason, .conversations) }
      for answer in Self.whole(body.answers) {
        if let defect = answer.defect {
          refusals.refuse(body.spec, defect, .conversations)
        } else {
          conversations.append(
            TrainingConversation(
              messages: answer.messages, tools: answer.tools, provenance: body.provenance(of: answer)))
        }
      }
    }
    self.conversations = conversations
  }

  private static func refusal(of body: BodyRecord) -> Refusal.Reason? {
    if body.isKnown { return .knownIssue }
    switch body.verdict {
    case .passed: return nil
    case .failed: return .failed
    case .inconclusive: return .inconclusive
    }
  }

  /// The conversations of one body that do not go on in another one, each once, in an order that does not depend on
  /// which of several parallel calls ended first.
  private static func whole(_ answers: [RecordedAnswer]) -> [RecordedAnswer] {
    var byText: [String: RecordedAnswer] = [:]
    for answer in answers where !answers.contains(where: answer.isContinued(in:)) {
      let text: JSONValue = [.array(answer.messages.map(\.recordedForm)), .array(answer.tools.map(\.recordedForm))]
      byText[text.canonicalText] = answer
    }
    return byText.sorted { $0.key < $1.key }.map(\.value)
  }
}

import Foundation
import LLMSpec
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// What the scenarios compare.
let newAnswer = "It arrives on Thursday; here is the tracking number."
let oldAnswer = "Please wait a little longer."

/// A judge that votes so when it is asked in both orders.
func voting(newFirst: PairwisePreference, oldFirst: PairwisePreference) -> Judge {
  .model(
    ScriptedChatModel("scripted-judge") { request in
      let prompt = request.messages.map(\.text).joined(separator: "\n")
      guard let new = prompt.range(of: newAnswer), let old = prompt.range(of: oldAnswer) else {
        throw ModelFault(.unusableRequest, "The prompt holds no answers.")
      }
      let isNewFirst = new.lowerBound < old.lowerBound
      let winner =
        switch isNewFirst ? newFirst : oldFirst {
        case .new: isNewFirst ? "A" : "B"
        case .old: isNewFirst ? "B" : "A"
        case .tie: "tie"
        }
      return says(#"{"reason": "scripted", "winner": "\#(winner)"}"#)
    })
}

/// A judge that gives this grade.
func grading(_ grade: Int) -> Judge {
  .model(ScriptedChatModel("scripted-judge") { _ in says(#"{"reason": "scripted", "score": \#(grade)}"#) })
}

/// A judge that says this, whatever it is asked.
func saying(_ text: String) -> Judge {
  .model(ScriptedChatModel("scripted-judge") { _ in says(text) })
}

/// A judge that is not to be had.
func failing(_ error: any Error) -> Judge {
  .model(ScriptedChatModel("scripted-judge") { _ in throw error })
}

/// An answer with this text.
func says(_ text: String) -> ChatResponse {
  ChatResponse(message: .assistant(text), rawFinishReason: "stop", model: "scripted-judge")
}

extension Trait where Self == ConditionTrait {
  /// Scenarios are red on purpose: they run in a process of their own.
  static var scenario: Self {
    _ = usesSharedSessionFirst
    return .enabled(
      if: ScenarioProcess.isCurrent, "these scenarios are run by VerdictTableTests in a process of its own")
  }
}

/// Whether the process was told to use `URLSession.shared` before any trait can take note of it.
private let usesSharedSessionFirst: Bool = {
  guard ProcessInfo.processInfo.environment["SCENARIO_SHARED_FIRST"] != nil else { return false }
  return URLSession.shared.delegate == nil
}()

/// A model whose answers are recorded, or are not.
let recordedModel = OpenAICompatibleModel.openAICompatible("scenario-model", baseAddress: scenarioServer)

/// A model at an address where nobody listens.
let nobody = OpenAICompatibleModel.openAICompatible("scenario-model", baseAddress: URL(string: "http://127.0.0.1:9/v1"))

/// The server that the process was told to ask; nobody listens at the one that it takes otherwise.
let scenarioServer = URL(
  string: ProcessInfo.processInfo.environment["SCENARIO_SERVER"] ?? "http://127.0.0.1:9/v1")

import LanguageModels
import SpecRecords
import StructuredOutput

/// The records of a body in which the model calls a tool before it answers.
struct ToolLoop {
  var spec = RecordedSpec()
  var trial = 1
  var id = "call_1"
  var text = "It left this morning."
  var verdict = Verdict.passed

  init() {
    spec.tools = [
      ToolDefinition(
        name: "find_order", description: "Looks an order up.",
        parameters: ["type": "object", "properties": ["id": ["type": "string"]], "required": ["id"]])
    ]
  }

  var asking: ChatMessage {
    .assistant("", toolCalls: [ToolCall(id: id, name: "find_order", argumentsText: #"{"id": "81"}"#)])
  }

  var prompt: [ChatMessage] { spec.prompt + [asking, .toolResult(#"{"state":"sent"}"#, for: id)] }

  var conversation: [ChatMessage] { prompt + [.assistant(text)] }

  var records: [RunRecord] {
    [
      spec.call(asking, trial: trial, finishReason: "toolCalls"),
      spec.call(.assistant(text), after: prompt, trial: trial), spec.body(verdict, trial: trial),
    ]
  }
}

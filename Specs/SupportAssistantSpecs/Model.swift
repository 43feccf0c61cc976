import LLMSpec
import SupportAssistant

/// The model that the fixtures were recorded with: a very small one, fluent and often wrong.
let smallModel = "smollm2-135m-instruct"

extension SupportAssistant {
  /// The assistant as its specs know it.
  init(temperature: Double = 0, toolStyle: ToolStyle = .constrainedArguments) {
    self.init(model: .openAICompatible(smallModel), toolStyle: toolStyle, temperature: temperature)
  }
}

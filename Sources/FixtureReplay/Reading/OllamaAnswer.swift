import StructuredOutput

/// Reads an answer of Ollama's `/api/chat`, whole or in lines.
enum OllamaAnswer {
  static func read(_ documents: [JSONValue], into answer: inout AnswerReading) {
    var choice = AnswerReading.Choice()
    var isAnswer = false
    for document in documents {
      guard let message = document["message"] else { continue }
      isAnswer = true
      answer.model = document["model"]?.stringValue
      choice.text += message["content"]?.stringValue ?? ""
      choice.reasoning += message["thinking"]?.stringValue ?? ""
      choice.toolCalls += OpenAIAnswer.toolCalls(message["tool_calls"])
      if let reason = document["done_reason"]?.stringValue { choice.finishReason = reason }
      answer.count("input", document["prompt_eval_count"])
      answer.count("output", document["eval_count"])
    }
    if isAnswer { answer.choices = [choice] }
  }
}

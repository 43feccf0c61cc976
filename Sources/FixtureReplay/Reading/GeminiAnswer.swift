import StructuredOutput

/// Reads an answer of Gemini's `generateContent`, whole or in pieces.
enum GeminiAnswer {
  static func read(_ documents: [JSONValue], into answer: inout AnswerReading) {
    var choices: [Int: AnswerReading.Choice] = [:]
    for document in documents {
      if let model = document["modelVersion"]?.stringValue { answer.model = model }
      if let usage = document["usageMetadata"], usage.objectValue != nil { count(usage, &answer) }
      if let reason = document["promptFeedback"]?["blockReason"]?.stringValue {
        choices[0, default: AnswerReading.Choice()].finishReason = reason
      }
      for (offset, candidate) in (document["candidates"]?.arrayValue ?? []).enumerated() {
        let index = candidate["index"]?.intValue ?? offset
        add(candidate, to: &choices[index, default: AnswerReading.Choice()])
      }
    }
    answer.choices = choices.sorted { $0.key < $1.key }.map(\.value)
  }

  private static func add(_ candidate: JSONValue, to choice: inout AnswerReading.Choice) {
    if let reason = candidate["finishReason"]?.stringValue { choice.finishReason = reason }
    for part in RequestBodyReading.geminiParts(candidate["content"] ?? .null) {
      switch part {
      case .text(let text): choice.text += text
      case .reasoning(let text): choice.reasoning += text
      case .toolCall(let call): choice.toolCalls.append(call)
      case .media: choice.media.append(part)
      case .toolResult, .other: break
      }
    }
  }

  private static func count(_ usage: JSONValue, _ answer: inout AnswerReading) {
    answer.count("input", usage["promptTokenCount"], usage["toolUsePromptTokenCount"])
    answer.count("output", usage["candidatesTokenCount"], usage["thoughtsTokenCount"])
    answer.count("cachedInput", usage["cachedContentTokenCount"])
    answer.count("reasoning", usage["thoughtsTokenCount"])
  }
}

import LanguageModels

/// One question to a judge, with one request to repair an answer that is out of format.
struct JudgeConversation: Sendable {
  /// Texts longer than this are not put to a judge, in characters.
  static let longestText = 200_000

  /// The judge.
  let model: any ChatModel
  /// The prompt that the question is asked with.
  let prompt: JudgePrompt
  /// The form that the judge's answer must have.
  let responseFormat: ResponseFormat
  /// The values of the prompt's places.
  let values: [String: String]

  /// A judge's answer, read and as it was.
  struct Answer<Reading: Sendable>: Sendable {
    let reading: Reading
    let rawAnswer: String
  }

  /// Asks the judge and reads its answer.
  ///
  /// - Throws: ``JudgeFault`` where there is no usable answer, and whatever the model throws.
  func ask<Reading: Sendable>(
    _ read: @Sendable (JudgeAnswer) throws(OutOfFormat) -> Reading
  ) async throws -> Answer<Reading> {
    let question: [ChatMessage] = [
      .system(JudgePrompt.fill(prompt.instructions, values)), .user(JudgePrompt.fill(prompt.question, values)),
    ]
    let first = try await respond(to: question)
    let firstProblem: OutOfFormat
    do {
      return Answer(reading: try reading(of: first, read), rawAnswer: first.text)
    } catch let problem as OutOfFormat {
      firstProblem = problem
    }

    var repairValues = values
    repairValues["problem"] = firstProblem.problem
    // Several providers refuse a message without content.
    let firstAnswer = first.text.isEmpty ? "(no text)" : first.text
    let second = try await respond(
      to: question + [.assistant(firstAnswer), .user(JudgePrompt.fill(prompt.repair, repairValues))])
    do {
      return Answer(reading: try reading(of: second, read), rawAnswer: second.text)
    } catch let problem as OutOfFormat {
      let before = problem == firstProblem ? "the same." : firstProblem.problem
      throw JudgeFault(
        .outOfFormat, judge: model.identifier, rawAnswer: second.text,
        message: """
          The answer is out of format even after one request to repair it: \(problem.problem) \
          Of the first answer: \(before) Name a judge that keeps to a JSON format.
          """)
    }
  }

  private func respond(to messages: [ChatMessage]) async throws -> ChatResponse {
    try await model.respond(
      to: ChatRequest(
        messages: messages, responseFormat: responseFormat, temperature: 0, purpose: .judge,
        promptVersion: prompt.promptVersion))
  }

  private func reading<Reading>(
    of response: ChatResponse, _ read: (JudgeAnswer) throws(OutOfFormat) -> Reading
  ) throws -> Reading {
    let refusal = response.refusal ?? ""
    if !refusal.isEmpty || response.finishReason == .refusal || response.finishReason == .contentFilter {
      throw JudgeFault(
        .refused, judge: model.identifier, rawAnswer: refusal.isEmpty ? response.text : refusal,
        message: """
          It refused to judge (finish reason: \(response.rawFinishReason ?? response.finishReason.rawValue)). Name \
          another judge, or take out of the texts what it objects to.
          """)
    }
    guard response.finishReason == .length else { return try read(JudgeAnswer(response.text)) }
    do {
      // A complete object is complete; but in an answer that broke off, an object found in prose may be a draft.
      return try read(JudgeAnswer(strictly: response.text))
    } catch {
      throw JudgeFault(
        .cutOff, judge: model.identifier, rawAnswer: response.text,
        message: """
          The answer was cut off by the token limit before it was complete. Give the judge more output tokens, or name \
          one that reasons less.
          """)
    }
  }

  /// Checks that something can be put to a judge at all.
  ///
  /// - Throws: ``JudgeFault`` of kind ``JudgeFault/Kind/unusableQuestion``.
  static func check(
    judge: String, required: KeyValuePairs<String, String>, bounded: KeyValuePairs<String, String?>
  ) throws(JudgeFault) {
    for (name, text) in required where text.allSatisfy(\.isWhitespace) {
      throw JudgeFault(
        .unusableQuestion, judge: judge,
        message: "The \(name) is empty, so there is nothing to judge by. Say in words what makes an answer good.")
    }
    for (name, text) in bounded {
      // Counting bytes is cheap and never counts too few.
      guard let text, text.utf8.count > longestText, text.count > longestText else { continue }
      throw JudgeFault(
        .unusableQuestion, judge: judge,
        message: """
          The \(name) has \(text.count) characters; no text of more than \(longestText) is put to a judge. Judge a part \
          of it, or check it with expectations that need no model.
          """)
    }
  }
}

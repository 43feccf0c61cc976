import StructuredOutput

/// What a batch says of one request.
struct BatchAnswer {
  enum Outcome {
    /// The answer, with the status that it came with.
    case answered(JSONValue, status: Int)
    /// There is none, and why.
    case failed(String)
  }

  let id: String
  let outcome: Outcome

  /// Reads a line of results: of the OpenAI Batch API and whatever follows it (vLLM, Mistral, Groq, Together), or of
  /// Anthropic's Message Batches. An engine that writes the answer itself under `response` or `body` is understood too.
  /// Nil for anything else.
  init?(json: JSONValue) {
    guard let id = json["custom_id"]?.stringValue else { return nil }
    self.id = id
    if let result = json["result"], result.objectValue != nil {
      outcome = Self.outcome(ofResult: result)
    } else if let error = json["error"], !error.isNull {
      outcome = .failed(BatchWire.short(error))
    } else if let response = json["response"], response.objectValue != nil {
      outcome = Self.outcome(ofResponse: response)
    } else if let body = json["body"], body.objectValue != nil {
      outcome = .answered(body, status: 200)
    } else {
      outcome = .failed("the line has neither an answer nor an error")
    }
  }

  private static func outcome(ofResult result: JSONValue) -> Outcome {
    switch result["type"]?.stringValue {
    case "succeeded":
      guard let message = result["message"], message.objectValue != nil else {
        return .failed("it succeeded without a message")
      }
      return .answered(message, status: 200)
    case "errored":
      // The error stands in an envelope that is called so too.
      let error = result["error"] ?? .null
      return .failed(BatchWire.short(error["error"] ?? error))
    case "canceled": return .failed("it was canceled")
    case "expired": return .failed("it expired before it was answered")
    default: return .failed("its result has the type \((result["type"] ?? .null).compactText.prefix(60))")
    }
  }

  private static func outcome(ofResponse response: JSONValue) -> Outcome {
    guard let status = response["status_code"] else { return .answered(response, status: 200) }
    guard let code = status.intValue, (200..<300).contains(code) else {
      let error = response["body"]?["error"] ?? response["body"] ?? .null
      return .failed("status \(status.compactText.prefix(20)): \(BatchWire.short(error))")
    }
    guard let body = response["body"], body.objectValue != nil else {
      return .failed("status \(code) without a body that is a JSON object")
    }
    return .answered(body, status: code)
  }
}

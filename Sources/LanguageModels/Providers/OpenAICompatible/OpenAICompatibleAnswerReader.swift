import Foundation
import StructuredOutput

/// Reads whole answers in the form of OpenAI's Chat Completions, with what its many servers make of it.
struct OpenAICompatibleAnswerReader {
  var server: AskedServer

  /// Reads an answer.
  ///
  /// - Throws: ``ModelFault`` of kind ``ModelFault/Kind/status`` for an error, whatever its status, and of kind
  ///   ``ModelFault/Kind/malformedAnswer`` for anything that is no answer.
  func read(_ response: HTTPResponse) throws(ModelFault) -> ChatResponse {
    let body = try document(of: response)
    guard let choice = body["choices"]?[0] else {
      throw server.malformed("it has no choices", shown: body.compactText)
    }
    if let error = choice["error"], !error.isNull { throw server.errorFault(error, inStream: false) }
    guard let message = choice["message"], message.objectValue != nil else {
      throw server.malformed("its first choice has no message", shown: body.compactText)
    }
    var parts = OpenAICompatibleMessageParts()
    parts.add(contentOf: message)
    for call in message["tool_calls"]?.arrayValue ?? [] { parts.add(wholeCall: call) }
    // The form that tools had before they were many.
    if parts.calls.isEmpty, let call = message["function_call"], call.objectValue != nil {
      parts.add(wholeCall: ["function": call])
    }
    return parts.response(
      rawFinishReason: choice["finish_reason"]?.stringValue, usage: Usage(openAICompatible: body["usage"]),
      model: body["model"]?.stringValue ?? server.model, id: body["id"]?.stringValue)
  }

  /// The JSON document of an answer that is no error.
  func document(of response: HTTPResponse) throws(ModelFault) -> JSONValue {
    guard (200..<300).contains(response.status) else {
      throw server.statusFault(response.status, headers: response.headers, body: response.body)
    }
    let document: JSONValue
    switch response.body {
    case .none: throw server.malformed("its body is empty", shown: "")
    case .json(let value): document = value
    case .bytes(let bytes):
      // Some servers send JSON under another media type.
      do { document = try JSONValue(parsing: bytes) } catch {
        let kind = response.headers["content-type"] ?? "no content type"
        throw server.malformed(
          "its body (\(kind)) is not JSON", shown: String(decoding: bytes.prefix(1024), as: UTF8.self))
      }
    }
    if let error = document["error"], !error.isNull { throw server.errorFault(error, inStream: false) }
    if document["object"]?.stringValue == "error" { throw server.errorFault(document, inStream: false) }
    return document
  }
}

extension Usage {
  /// Reads the `usage` of an answer. Every field of it may be missing or null.
  init(openAICompatible usage: JSONValue?) {
    let input = usage?["prompt_tokens_details"]
    self.init(
      input: usage?["prompt_tokens"]?.intValue,
      cachedInput: input?["cached_tokens"]?.intValue ?? usage?["prompt_cache_hit_tokens"]?.intValue,
      cacheWrite: input?["cache_write_tokens"]?.intValue,
      output: usage?["completion_tokens"]?.intValue,
      reasoning: usage?["completion_tokens_details"]?["reasoning_tokens"]?.intValue)
  }
}

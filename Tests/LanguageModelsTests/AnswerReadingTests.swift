import StructuredOutput
import Testing

@testable import LanguageModels

@Suite("Whole answers of OpenAI-compatible servers")
struct AnswerReadingTests {
  private func read(_ text: String, status: Int = 200, headers: HTTPHeaders = []) throws -> ChatResponse {
    let value = try? JSONValue(parsing: text)
    return try OpenAICompatibleAnswerReader(
      server: AskedServer(
        method: "POST", path: "/chat/completions", model: "asked", key: .environment("OPENAI_API_KEY"))
    ).read(
      HTTPResponse(status: status, headers: headers, body: value.map { .json($0) } ?? .bytes(Array(text.utf8))))
  }

  private func fault(_ text: String, status: Int = 200, headers: HTTPHeaders = []) throws -> ModelFault {
    try #require(#expect(throws: ModelFault.self) { try read(text, status: status, headers: headers) })
  }

  private func choice(_ message: String, reason: String = #""stop""#) -> String {
    #"{"choices":[{"message":\#(message),"finish_reason":\#(reason)}]}"#
  }

  @Test("Reads text, model, identifier and usage")
  func plain() throws {
    let answer = try read(
      #"""
      {"id":"chatcmpl-A","model":"gpt-4.1-mini-2025-04-14",
       "choices":[{"index":0,"message":{"role":"assistant","content":"4","refusal":null},"finish_reason":"stop"}],
       "usage":{"prompt_tokens":10,"completion_tokens":3,"prompt_tokens_details":{"cached_tokens":4},
                "completion_tokens_details":{"reasoning_tokens":2}}}
      """#)
    #expect(answer.text == "4")
    #expect(answer.finishReason == .stop)
    #expect(answer.model == "gpt-4.1-mini-2025-04-14")
    #expect(answer.id == "chatcmpl-A")
    #expect(answer.usage == Usage(input: 10, cachedInput: 4, output: 3, reasoning: 2))
  }

  @Test(
    "Content may be a text, null, missing or a list",
    arguments: [
      (#"{"content":"hi"}"#, "hi"), (#"{"content":null}"#, ""), (#"{}"#, ""),
      (#"{"content":[{"type":"text","text":"h"},{"type":"text","text":"i"}]}"#, "hi"),
    ])
  func content(message: String, text: String) throws {
    #expect(try read(choice(message)).text == text)
  }

  @Test(
    "Reasoning stands under two names",
    arguments: [#"{"content":"x","reasoning_content":"why"}"#, #"{"content":"x","reasoning":"why"}"#])
  func reasoning(message: String) throws {
    let answer = try read(choice(message))
    #expect(answer.reasoningText == "why")
    #expect(answer.text == "x")
  }

  @Test("Arguments may be a text, an object or missing, and a call without identifier gets one")
  func arguments() throws {
    let answer = try read(
      choice(
        #"""
        {"content":null,"tool_calls":[{"id":"a","function":{"name":"f","arguments":"{\"x\":1}"}},
        {"id":"b","function":{"name":"g","arguments":{"x":1}}},{"function":{"name":"h"}}]}
        """#))
    #expect(answer.toolCalls.map(\.argumentsText) == [#"{"x":1}"#, #"{"x":1}"#, ""])
    #expect(answer.toolCalls.map(\.id) == ["a", "b", "call_2"])
    #expect(answer.finishReason == .toolCalls)
    #expect(answer.rawFinishReason == "stop")
  }

  @Test(
    "Finish reasons have one vocabulary",
    arguments: [
      (#""stop""#, FinishReason.stop), (#""eos""#, .stop), (#""length""#, .length), (#""tool_calls""#, .toolCalls),
      (#""function_call""#, .toolCalls), (#""content_filter""#, .contentFilter), (#""later_invention""#, .other),
      (#""""#, .other), ("null", .other),
    ])
  func finish(raw: String, reason: FinishReason) throws {
    #expect(try read(choice(#"{"content":"x","tool_calls":null}"#, reason: raw)).finishReason == reason)
  }

  @Test("A refusal is kept apart from the answer")
  func refusal() throws {
    let answer = try read(choice(#"{"content":null,"refusal":"I cannot help with that."}"#))
    #expect(answer.finishReason == .refusal)
    #expect(answer.refusal == "I cannot help with that.")
    #expect(answer.text.isEmpty)
  }

  @Test("What the server does not say stays unknown")
  func missing() throws {
    let answer = try read(choice(#"{"content":"x"}"#))
    #expect(answer.usage == Usage())
    #expect(answer.id == nil)
    #expect(answer.model == "asked")
  }

  @Test(
    "An error inside an answer of status 200 is a fault",
    arguments: [
      #"{"error":"model overloaded"}"#, #"{"error":{"message":"model overloaded","code":502}}"#,
      #"{"choices":[{"error":{"message":"model overloaded","code":"x"},"message":{"content":"half"}}]}"#,
      #"{"object":"error","message":"model overloaded","type":"x","code":400}"#,
    ])
  func errorInside(text: String) throws {
    let fault = try fault(text)
    #expect(fault.kind == .status)
    #expect(fault.message.contains("model overloaded"))
  }

  @Test(
    "Anything that is no answer says what it is",
    arguments: [
      "<html><body>Bad gateway</body></html>", "{}", #"{"choices":[]}"#, #"{"choices":[{"text":"x"}]}"#, "[1]", "",
    ])
  func malformed(text: String) throws {
    let fault = try fault(text)
    #expect(fault.kind == .malformedAnswer)
    #expect(fault.message.contains("/chat/completions"))
    #expect(fault.message.contains(String(text.prefix(20))))
  }

  @Test(
    "An error status names the way, the status, the server's words and the next step",
    arguments: [
      (
        401, #"{"error":{"message":"Incorrect API key provided: sk-proj-abcdefghijk123","type":"invalid"}}"#,
        "$OPENAI_API_KEY"
      ),
      (404, #"{"error":{"message":"The model `x` does not exist"}}"#, "model's name"),
      (429, #"{"error":{"message":"Rate limit reached"}}"#, "wait"),
      (429, #"{"error":{"message":"No quota","code":"insufficient_quota"}}"#, "no credit"),
      (400, #"{"error":{"message":"Too long","code":"context_length_exceeded"}}"#, "shorten"),
      (400, #"{"error":"bare text"}"#, "bare text"), (422, #"{"detail":"odd field"}"#, "odd field"),
      (503, #"{"error":{"code":503,"message":"Loading model"}}"#, "later"), (500, "plain trouble", "plain trouble"),
    ])
  func statuses(status: Int, body: String, expected: String) throws {
    let fault = try fault(body, status: status)
    #expect(fault.kind == .status)
    #expect(fault.status == status)
    #expect(fault.message.contains("POST /chat/completions"))
    #expect(fault.message.contains("\(status)"))
    #expect(fault.message.contains(expected))
    #expect(!fault.message.contains("sk-proj"))
  }

  @Test("A server's long or unprintable message is shown short and harmless")
  func longMessage() throws {
    let fault = try fault("\u{1B}[31mred\n" + String(repeating: "ab ", count: 5_000), status: 500)
    #expect(fault.message.count < 900)
    #expect(!fault.message.unicodeScalars.contains("\u{1B}"))
    #expect(fault.message.contains("\\u{1B}"))
  }

  @Test(
    "The time to wait is read from every form of the header",
    arguments: [
      ([HTTPHeaders.Field("Retry-After", "20")], Duration.seconds(20)),
      ([.init("retry-after", "0.5")], .milliseconds(500)),
      ([.init("retry-after-ms", "250"), .init("retry-after", "9")], .milliseconds(250)),
      (
        [.init("Date", "Sun, 06 Nov 1994 08:49:37 GMT"), .init("Retry-After", "Sun, 06 Nov 1994 08:51:37 GMT")],
        .seconds(120)
      ),
      (
        [.init("Date", "Tue, 01 Mar 2016 00:00:10 GMT"), .init("Retry-After", "Mon, 29 Feb 2016 23:59:50 GMT")],
        .zero
      ),
    ])
  func retryAfter(fields: [HTTPHeaders.Field], wait: Duration) throws {
    #expect(try fault("{}", status: 429, headers: HTTPHeaders(fields)).retryAfter == wait)
  }

  @Test("A time to wait that makes no sense is none", arguments: ["soon", "-1", "nan", "inf", "1e300", "Sun, 06 Nov"])
  func senselessRetryAfter(text: String) throws {
    #expect(try fault("{}", status: 429, headers: [.init("Retry-After", text)]).retryAfter == nil)
  }

  @Test("Dates are counted as the calendar has them")
  func dates() {
    #expect(RetryAfter.httpDate("Thu, 01 Jan 1970 00:00:00 GMT") == 0)
    #expect(RetryAfter.httpDate("Sun, 06 Nov 1994 08:49:37 GMT") == 784_111_777)
    #expect(RetryAfter.httpDate("Thu, 29 Feb 2024 12:00:00 GMT") == 1_709_208_000)
  }
}

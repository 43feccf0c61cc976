import DurableFiles
import StructuredOutput

/// The `custom_id` of a planned call: the same in every plan that holds the call, and of another call never the same.
///
/// OpenAI and Anthropic give it back with the answer; Anthropic takes 1 to 64 of `[A-Za-z0-9_-]`.
struct BatchIdentifier: Sendable, Hashable {
  let text: String

  init(of call: MissedCall) { self.init(call.key, in: call.fixture) }

  init(_ key: CallKey, in fixture: String) {
    let whole: JSONValue = [
      .string(fixture), .string(key.request.hexadecimal), key.case.map { .string($0) } ?? .null,
      .number(JSONNumber(key.trial)), .number(JSONNumber(key.draw)), .number(JSONNumber(key.ordinal)),
    ]
    text = "llmspec-" + SHA256.hash(whole.canonicalBytes).hexadecimal.prefix(40)
  }
}

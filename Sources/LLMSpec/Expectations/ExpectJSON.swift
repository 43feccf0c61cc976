import SpecRecords
import StructuredOutput
import Testing

/// Expects that an answer is one JSON document and, where a schema is given, that the schema accepts it.
///
/// All violations are reported at once, the first three spelled out.
///
/// - Parameters:
///   - answer: What the app answered, nothing but JSON.
///   - schema: What the document must look like.
/// - Returns: The document; nil where the answer is not JSON.
@discardableResult
public func expectJSON(
  _ answer: String, matching schema: JSONSchema? = nil, sourceLocation: SourceLocation = #_sourceLocation
) -> JSONValue? {
  let (value, finding) = check(answer, schema)
  finding.conclude("expectJSON", at: sourceLocation)
  return value
}

/// Expects that an answer is JSON of the right form, and ends the test where it is not.
@discardableResult
public func requireJSON(
  _ answer: String, matching schema: JSONSchema? = nil, sourceLocation: SourceLocation = #_sourceLocation
) throws -> JSONValue {
  let (value, finding) = check(answer, schema)
  try finding.require("requireJSON", at: sourceLocation)
  return value ?? .null
}

private func check(_ answer: String, _ schema: JSONSchema?) -> (JSONValue?, Finding) {
  let value: JSONValue
  do throws(JSONParseError) {
    value = try JSONValue(parsing: answer)
  } catch {
    return (nil, Finding(.failed, "the answer is not JSON: \(error)", output: answer))
  }
  let violations = schema?.validate(value) ?? []
  guard !violations.isEmpty else { return (value, Finding(.passed, "the schema accepts it", output: answer)) }
  return (value, Finding(.failed, spelledOut(violations.map(\.description), "violation"), output: answer))
}

/// All of a list by number, the first three in words.
func spelledOut(_ items: [String], _ noun: String) -> String {
  if items.count == 1 { return items[0] }
  let shown = items.prefix(3).map { "\n  - \($0)" }.joined()
  let rest = items.count > 3 ? "\n  and \(items.count - 3) more" : ""
  return "\(items.count) \(noun)s:\(shown)\(rest)"
}

import SpecRecords
import StructuredOutput
import Testing

/// Expects that an answer is one JSON document and, where a schema is given, that the schema accepts it.
///
/// All violations are reported at once, the first three spelled out. A key that occurs twice in one object is one, unless
/// repairs are asked for.
///
/// ```swift
/// expectJSON(answer, matching: schema)
/// expectJSON(answer, .repairing, matching: schema)  // JSON in a fence, trailing commas … pass
/// ```
///
/// - Parameters:
///   - answer: What the app answered.
///   - reading: What passes as JSON; nothing but JSON unless told. What was repaired stands in the run's record.
///   - schema: What the document must look like.
/// - Returns: The document; nil where the answer is not JSON.
@discardableResult
public func expectJSON(
  _ answer: String, _ reading: JSONReading = .strict, matching schema: JSONSchema? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) -> JSONValue? {
  let (value, finding) = check(answer, reading, schema)
  finding.conclude("expectJSON", at: sourceLocation)
  return value
}

/// Expects that an answer is JSON of the right form, and ends the test where it is not.
@discardableResult
public func requireJSON(
  _ answer: String, _ reading: JSONReading = .strict, matching schema: JSONSchema? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> JSONValue {
  let (value, finding) = check(answer, reading, schema)
  try finding.require("requireJSON", at: sourceLocation)
  return value ?? .null
}

/// Expects that an answer is JSON of which a value of a type can be made: `expectJSON(answer, as: Order.self)`.
///
/// The answer is checked against the type's schema first, so that everything wrong with it is reported at once.
///
/// - Parameters:
///   - answer: What the app answered.
///   - type: The type, as `init(from:)` reads it.
///   - reading: What passes as JSON; nothing but JSON unless told.
///   - schema: What the document must look like; unless told, what the type decodes and no property besides. To let
///     others pass, give `JSONSchema(for: Order.self, allowsExtraProperties: true)`.
///   - form: How dates and keys are written.
/// - Returns: The value; nil where the answer is not of the form.
@discardableResult
public func expectJSON<Value: Decodable>(
  _ answer: String, as type: Value.Type, _ reading: JSONReading = .strict, matching schema: JSONSchema? = nil,
  form: JSONCodableForm = .standard, sourceLocation: SourceLocation = #_sourceLocation
) -> Value? {
  let (value, finding) = check(answer, as: type, reading, schema, form)
  finding.conclude("expectJSON", at: sourceLocation)
  return value
}

/// Expects that an answer is JSON of which a value of a type can be made, and ends the test where it is not.
///
/// ```swift
/// let order = try requireJSON(answer, as: Order.self)
/// ```
@discardableResult
public func requireJSON<Value: Decodable>(
  _ answer: String, as type: Value.Type, _ reading: JSONReading = .strict, matching schema: JSONSchema? = nil,
  form: JSONCodableForm = .standard, sourceLocation: SourceLocation = #_sourceLocation
) throws -> Value {
  let (value, finding) = check(answer, as: type, reading, schema, form)
  try finding.require("requireJSON", at: sourceLocation)
  // What was not red has a value.
  return try #require(value, sourceLocation: sourceLocation)
}

private func check(
  _ answer: String, _ reading: JSONReading, _ schema: JSONSchema?
) -> (JSONValue?, Finding) {
  let read: RepairedJSON
  do throws(JSONRepairError) {
    read = try reading.read(answer)
  } catch {
    return (nil, Finding(.failed, "the answer is not JSON: \(error)", output: answer))
  }
  var violations = reading == .repairing ? [] : repeatedKeys(in: answer, at: read.byteRange)
  violations += schema?.validate(read.value).map(\.description) ?? []
  let changes = (read.changes.count == 1 ? "one change: " : "") + spelledOut(read.changes.map(\.description), "change")
  guard violations.isEmpty else {
    let readWith = read.changes.isEmpty ? "" : "\nread with " + changes
    return (read.value, Finding(.failed, spelledOut(violations, "violation") + readWith, output: answer))
  }
  let passed = schema == nil ? "the answer is JSON" : "the schema accepts it"
  return (read.value, Finding(.passed, passed + (read.changes.isEmpty ? "" : "; read with " + changes), output: answer))
}

/// What is lost where an object has a key twice, as only the last of its values counts.
private func repeatedKeys(in answer: String, at range: Range<Int>) -> [String] {
  let text = answer.utf8.dropFirst(range.lowerBound).prefix(range.count)
  return (try? JSONDocument(parsing: Array(text)))?.duplicateKeys.map(\.description) ?? []
}

private func check<Value: Decodable>(
  _ answer: String, as type: Value.Type, _ reading: JSONReading, _ schema: JSONSchema?, _ form: JSONCodableForm
) -> (Value?, Finding) {
  // A type of which no schema can be made still decodes or not, only that it then names one fault alone.
  let (document, finding) = check(answer, reading, schema ?? (try? JSONSchema(for: type, form: form)))
  guard let document, !finding.verdict.isRed else { return (nil, finding) }
  do {
    return (try document.decoded(as: type, form: form), finding)
  } catch {
    return (nil, Finding(.failed, "the answer cannot be decoded as \(type): \(error)", output: answer))
  }
}

/// All of a list by number, the first three in words.
func spelledOut(_ items: [String], _ noun: String) -> String {
  if items.count == 1 { return items[0] }
  let shown = items.prefix(3).map { "\n  - \($0)" }.joined()
  let rest = items.count > 3 ? "\n  and \(items.count - 3) more" : ""
  return "\(items.count) \(noun)s:\(shown)\(rest)"
}

/// Compiles the first line of the input as a schema and checks the rest against it.
///
/// The first byte chooses the dialect and whether formats are asserted.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSchema(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = [UInt8](UnsafeBufferPointer(start: start, count: count))
  let lines = input.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
  guard let source = try? JSONValue(parsing: Array(lines[0])) else { return 0 }
  let choice = Int(input.last ?? 0)
  let options = JSONSchemaOptions(
    dialect: JSONSchemaDialect.all[choice % JSONSchemaDialect.all.count], assertsFormats: choice % 2 == 0)
  guard let schema = try? JSONSchema(source, options: options) else { return 0 }
  let document =
    lines.count > 1
    ? (try? JSONDocument(parsing: Array(lines[1]))) ?? JSONDocument(source) : JSONDocument(source)

  let violations = schema.validate(document)
  precondition(schema.isValid(document) == violations.isEmpty, "yes and no do not agree with the violations")
  let (all, exhaustion) = schema.program.violations(of: document, deepest: SchemaWalk.Depth.anyStack)
  precondition(exhaustion != nil || all.isEmpty == violations.isEmpty, "a look at everything finds something else")
  precondition(schema.validate(document) == violations, "two walks do not agree")
  precondition(schema.validate(document.value) == violations || !document.duplicateKeys.isEmpty)
  for violation in violations { check(violation, in: document.value) }
  precondition(violations.basicOutput["valid"] == .bool(violations.isEmpty))
  return 0
}

/// What a violation says must be there.
private func check(_ violation: JSONSchemaViolation, in value: JSONValue) {
  precondition(!violation.message.isEmpty && violation.message.utf8.count < 100_000)
  var place: JSONValue? = value
  for token in JSONPointer(violation.instanceLocation)?.tokens ?? ["no pointer"] {
    place = place.flatMap { JSONPointer.step(token, into: $0) }
  }
  precondition(place != nil, "\(violation.instanceLocation) is not in the document")
  for cause in violation.causes { check(cause, in: value) }
}

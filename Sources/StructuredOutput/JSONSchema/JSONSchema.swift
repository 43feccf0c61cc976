/// A JSON Schema of draft 2020-12, compiled once and then checked against any number of values.
///
/// Honoured are boolean schemas and `type enum const`, `properties required additionalProperties patternProperties
/// propertyNames minProperties maxProperties dependentRequired dependentSchemas`, `items prefixItems contains minContains
/// maxContains minItems maxItems uniqueItems`, `minLength maxLength pattern`, `minimum maximum exclusiveMinimum
/// exclusiveMaximum multipleOf` (exact on decimal numbers), `allOf anyOf oneOf not if then else`, and `$ref` within the
/// schema (`#`, `#/…`). A keyword of the standard that would change the answer and is not honoured is an error when the
/// schema is compiled, never passed over. `format` and unknown keywords are annotations.
public struct JSONSchema: Sendable {
  /// The schema as it was given.
  public let source: JSONValue
  private let nodes: [SchemaNode]

  /// Compiles a schema.
  /// - Throws: ``JSONSchemaError`` where it is malformed, asks for a keyword that is not honoured, or refers to itself
  ///   without end.
  public init(_ value: JSONValue) throws(JSONSchemaError) {
    source = value
    var compiler = SchemaCompiler(root: value)
    nodes = try compiler.compile()
  }

  /// Reads and compiles a schema.
  /// - Throws: ``JSONParseError`` where the text is not JSON, ``JSONSchemaError`` where it is no schema that is honoured.
  public init(parsing text: String) throws {
    try self.init(JSONValue(parsing: text))
  }

  /// Everything about a value that the schema does not allow, in the order of the document; empty where it fits.
  ///
  /// Where a schema and a value together take too many steps or nest too deep, that is a violation of its own, never a
  /// pass.
  public func validate(_ value: JSONValue) -> [JSONSchemaViolation] {
    let quick = pass(over: value, reports: false)
    if quick.isAllowed { return [] }
    return quick.violations.isEmpty ? pass(over: value, reports: true).violations : quick.violations
  }

  /// Whether the schema allows a value; quicker than ``validate(_:)`` where it does not.
  public func isValid(_ value: JSONValue) -> Bool { pass(over: value, reports: false).isAllowed }

  /// One pass, on a stack of the size it needs.
  private func pass(over value: JSONValue, reports: Bool) -> (isAllowed: Bool, violations: [JSONSchemaViolation]) {
    let pass = pass(over: value, reports: reports, deepest: SchemaValidation.Depth.anyStack)
    guard pass.exhaustion == .tooDeep else { return (pass.isAllowed, pass.violations) }
    let deeper = RoomyStack.run {
      self.pass(over: value, reports: reports, deepest: SchemaValidation.Depth.roomyStack)
    }
    return (deeper.isAllowed, deeper.violations)
  }

  private func pass(over value: JSONValue, reports: Bool, deepest: Int) -> Pass {
    var validation = SchemaValidation(nodes: nodes, reports: reports, deepest: deepest)
    let isAllowed = validation.allows(value)
    return Pass(
      isAllowed: isAllowed && validation.exhaustion == nil, violations: validation.violations(),
      exhaustion: validation.exhaustion)
  }

  private struct Pass: Sendable {
    var isAllowed: Bool
    var violations: [JSONSchemaViolation]
    var exhaustion: SchemaValidation.Exhaustion?
  }
}

extension JSONSchema: Hashable {
  /// Whether both are compiled from equal schemas.
  public static func == (left: JSONSchema, right: JSONSchema) -> Bool { left.source == right.source }

  /// Feeds the source to the hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(source) }
}

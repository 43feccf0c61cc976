/// A JSON Schema of draft 2020-12, 2019-09, draft-07, -06 or -04, compiled once and then checked against any number of documents.
///
/// ```swift
/// let schema = try JSONSchema(parsing: text)
/// for violation in schema.validate(try JSONDocument(parsing: answer)) { print(violation) }
/// ```
///
/// The dialect is the one that `$schema` declares, else ``JSONSchemaOptions/dialect``. Unknown keywords are annotations.
/// Other schemas that are referred to come from ``JSONSchemaOptions/registry``, never from a network. Numbers are
/// compared and divided exactly. `pattern` is a regular expression of ECMA-262.
///
/// A document of one megabyte takes about a millisecond; a ``JSONValue`` is made a document first.
public struct JSONSchema: Sendable {
  /// The schema as it was given.
  public let source: JSONValue
  /// How the schema was read.
  public let options: JSONSchemaOptions
  let program: SchemaProgram

  /// Compiles a schema.
  /// - Throws: ``JSONSchemaError`` where it is malformed, refers to what is not there, or refers to itself without end.
  public init(_ value: JSONValue, options: JSONSchemaOptions = .standard) throws(JSONSchemaError) {
    source = value
    self.options = options
    program = try SchemaCompiler.compile(value, options: options)
  }

  /// Reads and compiles a schema.
  /// - Throws: ``JSONParseError`` where the text is not JSON, ``JSONSchemaError`` where it is no schema.
  public init(parsing text: String, options: JSONSchemaOptions = .standard) throws {
    try self.init(JSONValue(parsing: text), options: options)
  }

  /// Everything about a document that the schema does not allow, in the order of the document; empty where it fits.
  ///
  /// Of a key that an object repeats every value is checked. Where schema and document together take too many steps or
  /// nest too deep, that is a violation of its own, never a pass. After 1,000 violations the others are only counted.
  public func validate(_ document: JSONDocument) -> [JSONSchemaViolation] {
    if isValid(document) { return [] }
    let (violations, exhaustion) = program.violations(of: document, deepest: SchemaWalk.Depth.anyStack)
    guard exhaustion == .tooDeep else { return violations }
    return RoomyStack.run {
      program.violations(of: document, deepest: SchemaWalk.Depth.roomyStack).violations
    }
  }

  /// Everything about a value that the schema does not allow.
  public func validate(_ value: JSONValue) -> [JSONSchemaViolation] { validate(JSONDocument(value)) }

  /// Whether the schema allows a document; quicker than ``validate(_:)-(JSONDocument)`` where it does not.
  public func isValid(_ document: JSONDocument) -> Bool {
    var (isAllowed, exhaustion) = program.check(document, notes: nil, deepest: SchemaWalk.Depth.anyStack)
    if exhaustion == .tooDeep {
      (isAllowed, exhaustion) = RoomyStack.run {
        program.check(document, notes: nil, deepest: SchemaWalk.Depth.roomyStack)
      }
    }
    return isAllowed && exhaustion == nil
  }

  /// Whether the schema allows a value.
  public func isValid(_ value: JSONValue) -> Bool { isValid(JSONDocument(value)) }
}

extension SchemaProgram {
  /// One walk; its answer is not to be believed where it was exhausted.
  fileprivate func check(
    _ document: JSONDocument, notes: SchemaNotes?, deepest: Int
  ) -> (isAllowed: Bool, exhaustion: SchemaWalk.Exhaustion?) {
    document.withNodes { nodes, bytes in
      // A document has at least one node.
      guard let base = nodes.baseAddress else { return (false, nil) }
      var walk = SchemaWalk(
        self, nodes: base, count: nodes.count, bytes: bytes.baseAddress, notes: notes, deepest: deepest)
      let isAllowed = walk.allowsRoot()
      return (isAllowed, walk.exhaustion)
    }
  }

  /// What a document breaks, in words, found by looking at everything.
  func violations(
    of document: JSONDocument, deepest: Int
  ) -> (violations: [JSONSchemaViolation], exhaustion: SchemaWalk.Exhaustion?) {
    let notes = SchemaNotes()
    let (isAllowed, exhaustion) = check(document, notes: notes, deepest: deepest)
    // A pattern that was not to be told is a fault with a place, unless a negation or an alternative has swallowed it.
    if let exhaustion, exhaustion != .undecidedPattern || isAllowed || notes.faults.isEmpty {
      return ([exhaustion.violation], exhaustion)
    }
    if isAllowed { return ([], nil) }
    return document.withNodes { nodes, bytes in
      (SchemaViolations(self, nodes: nodes, bytes: bytes, trail: notes.trail).all(notes.faults), nil)
    }
  }
}

extension SchemaWalk.Exhaustion {
  fileprivate var violation: JSONSchemaViolation {
    let reason =
      switch self {
      case .tooDeep: "value and schema together nest too deep"
      case .tooManySteps: "the alternatives of the schema multiply to too many steps"
      case .undecidedPattern: "searching for a pattern takes too many steps"
      }
    return JSONSchemaViolation(
      instanceLocation: "", schemaLocation: "#", message: "cannot be checked: \(reason)")
  }
}

extension JSONSchema: Hashable {
  /// Whether both are compiled from equal schemas in the same way.
  public static func == (left: JSONSchema, right: JSONSchema) -> Bool {
    left.source == right.source && left.options == right.options
  }

  /// Feeds the source to the hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(source) }
}

/// Writes a schema in a provider's strict form.
///
/// Schemas are nested at most 64 deep here, which no provider takes anyway, so that a small stack suffices.
struct StrictFormWriter {
  typealias Plan = StrictFormRestoring.Plan
  typealias Effect = StrictSchema.Loss.Effect

  /// A schema in strict form and the number of the plan that turns its values back.
  struct Part {
    var schema: JSONValue
    var plan: Int
  }

  let rules: StrictFormRules
  private(set) var losses: [StrictSchema.Loss] = []

  private let source: JSONValue
  private let references: SchemaReferences
  private let isDraft7: Bool
  private var plans: [Plan] = [.same]
  private var definitions = JSONObject()
  private var names: [String: (name: String, plan: Int)] = [:]
  private var takenNames: Set<String> = []
  private var pending: [(location: String, schema: JSONValue)] = []
  private var alternatives: [JSONValue] = []
  private var depth = 0
  private var parts = 0

  private static let deepest = 64
  private static let mostParts = 20_000
  static let same = 0

  init(source: JSONValue, rules: StrictFormRules) {
    self.source = source
    self.rules = rules
    references = SchemaReferences(root: source)
    isDraft7 = source["$schema"]?.stringValue?.contains("draft-07") ?? false
  }

  mutating func write() throws(JSONSchemaError) -> (JSONValue, StrictFormRestoring) {
    var root = try part(source, at: "#")
    while let (location, schema) = pending.popLast() {
      let made = try part(schema, at: location)
      guard let (name, plan) = names[location] else { continue }
      definitions[name] = made.schema
      plans[plan] = .definition(made.plan)
    }
    try checkRecursion(&root.schema)
    // A root that only refers to a definition is that definition.
    for _ in 0..<Self.deepest {
      guard let reference = root.schema["$ref"]?.stringValue,
        let definition = definitions[String(reference.dropFirst("#/$defs/".count))]
      else { break }
      root.schema = definition
    }
    let isWrapped = rules.needsObjectRoot && root.schema["type"] != "object"
    if isWrapped {
      root.schema = [
        "type": "object", "properties": .object([StrictFormRestoring.wrapper: root.schema]),
        "required": [.string(StrictFormRestoring.wrapper)], "additionalProperties": false,
      ]
      lose("#", "type", .rewritten, "the root must be an object: it is wrapped as {\"value\": …}")
    }
    let restoring = StrictFormRestoring(
      plans: plans, root: root.plan, isWrapped: isWrapped, alternatives: alternatives, definitions: definitions)
    guard !definitions.isEmpty, case .object(var whole) = root.schema else { return (root.schema, restoring) }
    whole["$defs"] = .object(definitions)
    return (.object(whole), restoring)
  }

  // MARK: Notes

  mutating func lose(_ location: String, _ keyword: String, _ effect: Effect, _ message: String) {
    losses.append(
      StrictSchema.Loss(schemaLocation: location, keyword: keyword, effect: effect, message: message))
  }

  mutating func note(_ plan: Plan) -> Int {
    plans.append(plan)
    return plans.count - 1
  }

  mutating func noteAlternatives(_ schemas: [JSONValue]) -> Int {
    alternatives += schemas
    return alternatives.count - schemas.count
  }

  func impossible(_ location: String, _ reason: String) -> JSONSchemaError {
    JSONSchemaError(schemaLocation: location, reason: "\(rules.name)'s strict form cannot say this: \(reason)")
  }

  // MARK: One schema

  mutating func part(_ schema: JSONValue, at location: String) throws(JSONSchemaError) -> Part {
    depth += 1
    parts += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw impossible(location, "schemas are nested more than \(Self.deepest) deep")
    }
    guard parts <= Self.mostParts else {
      throw impossible(location, "it has more than \(Self.mostParts) parts once alternatives are written out")
    }
    guard schema != false else { throw impossible(location, "no value at all is allowed here") }
    let object = try flat(schema.objectValue ?? [:], at: location, inlined: [])
    var made = try whole(object, at: location)
    annotate(&made.schema, from: object, at: location)
    return made
  }

  private mutating func whole(_ object: JSONObject, at location: String) throws(JSONSchemaError) -> Part {
    if let reference = object["$ref"]?.stringValue { return try self.reference(reference, at: location) }
    // Alternatives take over what stands beside them, and what cannot be said of it is noted there.
    if object["anyOf"] == nil, object["oneOf"] == nil { dropUnsayable(object, at: location) }
    if let choice = try choice(object, at: location) { return choice }
    return try typed(object, at: location)
  }

  private mutating func annotate(_ schema: inout JSONValue, from object: JSONObject, at location: String) {
    for keyword in ["default", "examples"] where object[keyword] != nil {
      lose(location, keyword, .annotation, "\(keyword) is not kept; say it in the description where it matters")
    }
    for keyword in ["title", "description"] {
      guard let text = object[keyword]?.stringValue, case .object(var whole) = schema else { continue }
      // A reference stands alone.
      if whole["$ref"] != nil { whole = ["anyOf": [schema]] }
      whole[keyword] = .string(text)
      schema = .object(whole)
    }
  }

  private mutating func dropUnsayable(_ object: JSONObject, at location: String) {
    for keyword in [
      "not", "if", "dependentRequired", "dependentSchemas", "dependencies", "propertyNames", "minProperties",
      "maxProperties", "contains", "uniqueItems",
    ] where object[keyword] != nil && object[keyword] != false {
      lose(location, keyword, .allowsMore, "\(keyword) is not kept: validate after decoding")
    }
    for keyword in ["contentEncoding", "contentMediaType"] where object[keyword] != nil {
      lose(location, keyword, .annotation, "\(keyword) is not kept; say it in the description")
    }
  }

  // MARK: References

  private mutating func reference(_ text: String, at location: String) throws(JSONSchemaError) -> Part {
    guard let (target, schema) = references.target(of: text) else {
      throw impossible(location + "/$ref", "\(text.quotedInBrief) is no reference within the schema")
    }
    if let (name, plan) = names[target] { return Part(schema: ["$ref": .string("#/$defs/" + name)], plan: plan) }
    // A name of these letters alone needs no escaping in a reference.
    let token = target == "#" ? "root" : target.split(separator: "/").last ?? "part"
    let last = String(token.map { $0.isASCII && ($0.isLetter || $0.isNumber) || "._-".contains($0) ? $0 : "_" })
    var name = last
    var number = 2
    while !takenNames.insert(name).inserted {
      name = "\(last)\(number)"
      number += 1
    }
    let plan = note(.same)
    names[target] = (name, plan)
    definitions[name] = true
    pending.append((target, schema))
    return Part(schema: ["$ref": .string("#/$defs/" + name)], plan: plan)
  }

  /// A schema without `allOf`, and without `$ref` beside other keywords.
  private mutating func flat(
    _ schema: JSONObject, at location: String, inlined: [String]
  ) throws(JSONSchemaError) -> JSONObject {
    for keyword in ["$dynamicRef", "$recursiveRef"] where schema[keyword] != nil {
      throw impossible(location + "/" + keyword, "write the reference as $ref")
    }
    var rest = schema
    var others: [(keyword: String, schema: JSONValue)] = []
    if let reference = schema["$ref"]?.stringValue {
      let asserts = schema.keys.contains { !Self.besideReference.contains($0) }
      // Draft 7 reads nothing beside $ref.
      if !asserts || isDraft7 { return schema }
      rest["$ref"] = nil
      guard let (target, inner) = references.target(of: reference) else {
        throw impossible(location + "/$ref", "\(reference.quotedInBrief) is no reference within the schema")
      }
      if inlined.contains(target) || inlined.count >= Self.deepest {
        throw impossible(location + "/$ref", "a schema that contains itself is joined with other keywords")
      }
      let object = try flat(try object(inner, at: target), at: target, inlined: inlined + [target])
      others.append(("$ref", .object(object)))
    }
    if let branches = schema["allOf"]?.arrayValue {
      rest["allOf"] = nil
      // A single branch with nothing beside it may be a reference that stays one.
      if branches.count == 1, others.isEmpty, rest.keys.allSatisfy(Self.besideReference.contains),
        var only = branches[0].objectValue
      {
        for keyword in ["title", "description"] where only[keyword] == nil { only[keyword] = rest[keyword] }
        guard inlined.count < Self.deepest else { throw impossible(location, "allOf is nested too deep") }
        return try flat(only, at: location, inlined: inlined + ["allOf"])
      }
      for branch in branches {
        var object = try object(branch, at: location + "/allOf")
        if let reference = object["$ref"]?.stringValue {
          guard let (target, inner) = references.target(of: reference) else {
            throw impossible(location + "/allOf", "\(reference.quotedInBrief) is no reference within the schema")
          }
          if inlined.contains(target) || inlined.count >= Self.deepest {
            throw impossible(location + "/allOf", "a schema that contains itself is joined with others")
          }
          object["$ref"] = nil
          let found = try flat(try self.object(inner, at: target), at: target, inlined: inlined + [target])
          others.append(("allOf", .object(found)))
        }
        guard inlined.count < Self.deepest else { throw impossible(location, "allOf is nested too deep") }
        others.append(("allOf", .object(try flat(object, at: location, inlined: inlined + ["allOf"]))))
      }
    }
    for (keyword, other) in others { rest = try merged(rest, other.objectValue ?? [:], keyword, at: location) }
    return rest
  }

  static let besideReference: Set<String> = [
    "$ref", "title", "description", "default", "examples", "$comment", "$defs", "definitions", "$schema", "$id",
    "$anchor", "deprecated", "readOnly", "writeOnly",
  ]

  private func object(_ schema: JSONValue, at location: String) throws(JSONSchemaError) -> JSONObject {
    if schema == false { throw impossible(location, "no value at all is allowed here") }
    return schema.objectValue ?? [:]
  }

  private mutating func merged(
    _ first: JSONObject, _ second: JSONObject, _ keyword: String, at location: String
  ) throws(JSONSchemaError) -> JSONObject {
    var merging = SchemaMerging()
    let result = merging.merge(first, second)
    if let contradiction = merging.contradiction {
      throw impossible(location + "/" + keyword, "no value fits all of its parts, as \(contradiction)")
    }
    for dropped in merging.dropped {
      lose(
        location, keyword, .allowsMore,
        "two different \(dropped) meet and only the first is kept: validate after decoding")
    }
    return result
  }

  // MARK: Recursion

  private mutating func checkRecursion(_ root: inout JSONValue) throws(JSONSchemaError) {
    guard rules.recursion != .anywhere else { return }
    let cyclic = StrictFormRecursion(definitions: definitions)
    guard let first = cyclic.names.first else { return }
    let origin = names.first { $0.value.name == first }?.key ?? "#"
    guard rules.recursion == .inOptionalProperties else {
      throw impossible(origin, "the schema contains itself; write out as many levels as are needed")
    }
    for name in cyclic.names {
      let origin = names.first { $0.value.name == name }?.key ?? "#"
      guard let (schema, freed) = cyclic.freed(name) else { continue }
      definitions[name] = schema
      for key in freed {
        lose(
          origin, "required", .allowsMore,
          "\(key.quotedInBrief) leads back to the schema itself and is no longer required: validate after decoding")
      }
    }
    if let name = StrictFormRecursion(definitions: definitions, onlyOutsideProperties: true).names.first {
      let origin = names.first { $0.value.name == name }?.key ?? "#"
      throw impossible(origin, "the schema contains itself other than within a property")
    }
  }
}

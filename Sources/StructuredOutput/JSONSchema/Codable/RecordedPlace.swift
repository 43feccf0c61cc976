/// What a type has asked of one decoder, or of one nested container.
final class RecordedPlace {
  struct Property {
    var key: String
    var schemas: [JSONValue] = []
    var isRequired = false
    var isNullable = false
    var child: RecordedPlace?
    var choice: (value: JSONValue, count: Int)?
  }

  struct Item {
    var schema: JSONValue?
    var child: RecordedPlace?
    var isRepeated: Bool
  }

  let explorer: TypeExplorer
  let run: ExplorationRun
  /// The part of an example that is decoded here.
  let hint: JSONValue?
  /// The same part of all examples of the type.
  let pool: [JSONValue]
  let path: [String]

  private(set) var properties: [Property] = []
  private var positions: [String: Int] = [:]
  var isKeyed = false
  var isUnkeyed = false
  var isNullable = false
  var hasAnyKeys = false
  var asksContains = false
  /// The keys, as they stand in JSON, that a container of closed keys could have, once it was asked for them.
  var closedKeys: [String]?
  private(set) var extraProperties: [JSONValue] = []
  private(set) var items: [Item] = []
  private(set) var singles: [JSONValue] = []
  private(set) var singleTypes: [ObjectIdentifier] = []

  init(explorer: TypeExplorer, run: ExplorationRun, hint: JSONValue?, pool: [JSONValue], path: [String]) {
    self.explorer = explorer
    self.run = run
    self.hint = hint
    self.pool = pool
    self.path = path
  }

  // MARK: Recording

  func decode<T: Decodable>(_ type: T.Type, key: String, isExtra: Bool, isPresent: Bool) throws -> T? {
    if run.isMinimal, !isPresent { return nil }
    let visit = explorer.visit(type, run: run, hint: hint?[key], path: path + [isExtra ? "*" : key])
    if isExtra {
      extraProperties.appendIfNew(visit.schema)
    } else {
      note(key) { property in
        property.schemas.appendIfNew(visit.schema)
        if isPresent { property.isRequired = true } else { property.isNullable = true }
        if isPresent { property.choice = property.choice ?? visit.choice }
      }
    }
    if isPresent { return try value(of: visit) }
    let isGiven = hint.map { !($0[key]?.isNull ?? true) } ?? run.givesOptionals
    return isGiven ? visit.value : nil
  }

  func noteNullable(_ key: String) { note(key) { $0.isNullable = true } }

  func child(_ key: String) -> RecordedPlace {
    let child = RecordedPlace(
      explorer: explorer, run: run, hint: hint?[key], pool: pool.compactMap { $0[key] }, path: path + [key])
    note(key) { property in
      property.isRequired = true
      property.child = property.child ?? child
    }
    return properties[positions[key] ?? 0].child ?? child
  }

  func decodeItem<T: Decodable>(_ type: T.Type, at index: Int, isRepeated: Bool) throws -> T {
    let visit = explorer.visit(type, run: run, hint: hint?[index], path: path + ["[\(index)]"])
    items.append(Item(schema: visit.schema, child: nil, isRepeated: isRepeated))
    return try value(of: visit)
  }

  func noteItem(_ schema: JSONValue, isRepeated: Bool) {
    items.append(Item(schema: schema, child: nil, isRepeated: isRepeated))
  }

  func itemChild(at index: Int, isRepeated: Bool) -> RecordedPlace {
    let child = RecordedPlace(
      explorer: explorer, run: run, hint: hint?[index], pool: pool.compactMap { $0[index] },
      path: path + ["[\(index)]"])
    items.append(Item(schema: nil, child: child, isRepeated: isRepeated))
    return child
  }

  func decodeSingle<T: Decodable>(_ type: T.Type) throws -> T {
    let id = ObjectIdentifier(type)
    if run.refused.contains(id) { throw ValueObstacle(type: "\(type)", reason: "refused for a trial") }
    let visit = explorer.visit(type, run: run, hint: hint, path: path)
    singles.appendIfNew(visit.schema)
    singleTypes.append(id)
    return try value(of: visit)
  }

  private func value<T>(of visit: Visit<T>) throws -> T {
    guard let value = visit.value else {
      throw visit.obstacle ?? ValueObstacle(type: "\(T.self)", reason: "no value of it could be made up")
    }
    return value
  }

  private func note(_ key: String, _ change: (inout Property) -> Void) {
    isKeyed = true
    if positions[key] == nil {
      positions[key] = properties.count
      properties.append(Property(key: key))
    }
    guard let position = positions[key] else { return }
    change(&properties[position])
  }

  /// Takes in what another run of the same type has asked: what is required there too stays so.
  func merge(_ other: RecordedPlace) {
    for index in properties.indices where other.positions[properties[index].key] == nil {
      properties[index].isRequired = false
    }
    for property in other.properties {
      let isNew = positions[property.key] == nil
      note(property.key) { known in
        for schema in property.schemas { known.schemas.appendIfNew(schema) }
        known.isRequired = isNew ? false : known.isRequired && property.isRequired
        known.isNullable = known.isNullable || property.isNullable
        known.child = known.child ?? property.child
      }
    }
    for schema in other.extraProperties { extraProperties.appendIfNew(schema) }
    for schema in other.singles { singles.appendIfNew(schema) }
    isNullable = isNullable || other.isNullable
  }

  // MARK: The schema

  /// Whether a single value was all that was asked for.
  var isSingleValue: Bool { !isKeyed && !isUnkeyed && !singles.isEmpty }

  func schema(descriptions: [String: String] = [:]) -> JSONValue {
    var alternatives: [JSONValue] = []
    if isKeyed || hasAnyKeys || (!isUnkeyed && singles.isEmpty) {
      alternatives.append(objectSchema(descriptions: descriptions))
    }
    if isUnkeyed { alternatives.append(arraySchema()) }
    for schema in singles { alternatives.appendIfNew(schema) }
    let schema = alternatives.asOneSchema
    return isNullable ? schema.allowingNull : schema
  }

  private func objectSchema(descriptions: [String: String]) -> JSONValue {
    var schema: JSONObject = ["type": "object"]
    var known = JSONObject()
    var required: [JSONValue] = []
    for property in properties {
      var alternatives = property.schemas
      if let child = property.child { alternatives.appendIfNew(child.schema()) }
      // A case without associated values is not looked into; it is written as an empty object.
      if alternatives.isEmpty, property.isRequired {
        alternatives = [["type": "object", "additionalProperties": false]]
      }
      var value = alternatives.asOneSchema
      if property.isNullable { value = value.allowingNull }
      if let text = descriptions[property.key] { value = value.described(text) }
      known[property.key] = value
      if property.isRequired { required.append(.string(property.key)) }
    }
    if !known.isEmpty { schema["properties"] = .object(known) }
    if !required.isEmpty { schema["required"] = .array(required) }
    if hasAnyKeys {
      schema["additionalProperties"] = extraProperties.asOneSchema
    } else if !explorer.allowsExtraProperties {
      schema["additionalProperties"] = false
    }
    return .object(schema)
  }

  private func arraySchema() -> JSONValue {
    var schema: JSONObject = ["type": "array"]
    let fixed = items.filter { !$0.isRepeated }.map { $0.schema ?? $0.child?.schema() ?? .object(JSONObject()) }
    var repeated: [JSONValue] = []
    for item in items where item.isRepeated { repeated.appendIfNew(item.schema ?? item.child?.schema() ?? true) }
    if !fixed.isEmpty {
      schema["prefixItems"] = .array(fixed)
      schema["minItems"] = .number(JSONNumber(fixed.count))
    }
    if !repeated.isEmpty {
      schema["items"] = repeated.asOneSchema
    } else if !fixed.isEmpty, !explorer.allowsExtraProperties {
      schema["items"] = false
    }
    return .object(schema)
  }
}

extension [JSONValue] {
  mutating func appendIfNew(_ value: JSONValue) {
    if !contains(value) { append(value) }
  }

  /// The schema that allows what one of these does.
  fileprivate var asOneSchema: JSONValue {
    if count == 1 { return self[0] }
    return isEmpty ? .object(JSONObject()) : ["anyOf": .array(self)]
  }
}

extension JSONValue {
  /// The schema with a description, unless it is one that takes none.
  func described(_ text: String) -> JSONValue {
    guard case .object(var schema) = self else { return self }
    schema["description"] = .string(text)
    return .object(schema)
  }
}

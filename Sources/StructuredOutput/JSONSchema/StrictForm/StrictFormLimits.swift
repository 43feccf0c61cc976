/// Counts what a provider limits in a schema of its form.
struct StrictFormLimits {
  let rules: StrictFormRules

  func check(_ schema: JSONValue) throws(JSONSchemaError) {
    var properties = 0
    var levels = 0
    var enumValues = 0
    var characters = 0
    var optionalProperties = 0
    var unions = 0
    var pending: [(schema: JSONValue, level: Int)] = [(schema, 0)]
    while let (schema, outer) = pending.popLast() {
      guard let object = schema.objectValue else { continue }
      var level = outer
      if schema.isOfType("object") { level += 1 }
      levels = max(levels, level)
      if let inner = object["properties"]?.objectValue {
        properties += inner.count
        optionalProperties += inner.count - min(inner.count, object["required"]?.arrayValue?.count ?? 0)
        for (key, value) in inner {
          characters += key.unicodeScalars.count
          pending.append((value, level))
        }
      }
      if let values = object["enum"]?.arrayValue {
        let length = values.reduce(0) { $0 + $1.scalarCount }
        enumValues += values.count
        characters += length
        if values.count > rules.limits.largeEnum.values {
          try check(length, rules.limits.largeEnum.characters, "characters in one enum of \(values.count) values")
        }
      }
      if let value = object["const"] { characters += value.scalarCount }
      if object["anyOf"]?.arrayValue?.count ?? 0 > 1 || object["type"]?.arrayValue != nil { unions += 1 }
      for keyword in ["items", "additionalProperties"] {
        if let inner = object[keyword] { pending.append((inner, level)) }
      }
      for keyword in ["anyOf", "prefixItems"] {
        for inner in object[keyword]?.arrayValue ?? [] { pending.append((inner, level)) }
      }
      for (name, inner) in object["$defs"]?.objectValue ?? [:] {
        characters += name.unicodeScalars.count
        pending.append((inner, 0))
      }
    }
    let limits = rules.limits
    try check(properties, limits.properties, "properties")
    try check(levels, limits.levels, "levels of objects in each other")
    try check(enumValues, limits.enumValues, "enum values")
    try check(characters, limits.characters, "characters in names, enum and const values")
    try check(optionalProperties, limits.optionalProperties, "optional properties")
    try check(unions, limits.unions, "unions (anyOf, or several types)")
  }

  private func check(_ count: Int, _ most: Int, _ what: String) throws(JSONSchemaError) {
    guard count > most else { return }
    throw JSONSchemaError(
      schemaLocation: "#", reason: "\(rules.name)'s strict form takes at most \(most) \(what), the schema has \(count)")
  }
}

extension JSONValue {
  /// Whether a schema's `type` names a type, alone or among others.
  func isOfType(_ name: String) -> Bool {
    guard let type = self["type"] else { return false }
    return type.stringValue == name || (type.arrayValue?.contains(.string(name)) ?? false)
  }

  fileprivate var scalarCount: Int { (stringValue ?? compactText).unicodeScalars.count }
}

/// Alternatives and listed values in a provider's strict form.
extension StrictFormWriter {
  /// The schema as alternatives, where it is written as such or has several types; else nil.
  mutating func choice(_ object: JSONObject, at location: String) throws(JSONSchemaError) -> Part? {
    for keyword in ["anyOf", "oneOf"] {
      guard let branches = object[keyword]?.arrayValue else { continue }
      var base = object
      base[keyword] = nil
      for annotation in ["title", "description", "default", "examples"] { base[annotation] = nil }
      let isBare = base.keys.allSatisfy(Self.besideReference.contains)
      if keyword == "oneOf" {
        lose(location, keyword, .allowsMore, "oneOf becomes anyOf: a value that fits several alternatives is allowed")
      } else if base["oneOf"] != nil {
        base["oneOf"] = nil
        lose(location, "oneOf", .allowsMore, "oneOf beside anyOf is not kept: validate after decoding")
      }
      var made: [Part] = []
      for (index, branch) in branches.enumerated() where branch != false {
        let place = "\(location)/\(keyword)/\(index)"
        if isBare {
          made.append(try part(branch, at: place))
        } else {
          made.append(try part(["allOf": [.object(base), branch]], at: place))
        }
      }
      return joined(made)
    }
    if let values = object["enum"]?.arrayValue ?? object["const"].map({ [$0] }) {
      return try enumeration(values, object, at: location)
    }
    guard let types = object["type"]?.arrayValue, types.count > 1 else { return nil }
    let others = types.filter { $0 != "null" }
    var made: [Part] = []
    for type in others {
      var single = object
      single["type"] = type
      for annotation in ["title", "description"] { single[annotation] = nil }
      made.append(try typed(single, at: location))
    }
    if made.count == 1, others.count < types.count {
      return Part(schema: made[0].schema.allowingNull, plan: made[0].plan)
    }
    if others.count < types.count { made.append(Part(schema: ["type": "null"], plan: Self.same)) }
    return joined(made)
  }

  mutating func joined(_ made: [Part]) -> Part {
    if made.count == 1 { return made[0] }
    let first = noteAlternatives(made.map(\.schema))
    return Part(
      schema: ["anyOf": .array(made.map(\.schema))],
      plan: note(.alternatives(made.map(\.plan), firstSchema: first)))
  }

  private mutating func enumeration(
    _ values: [JSONValue], _ object: JSONObject, at location: String
  ) throws(JSONSchemaError) -> Part {
    let keyword = object["enum"] == nil ? "const" : "enum"
    var groups: [(type: String, values: [JSONValue])] = []
    let types = object["type"].map { $0.arrayValue ?? [$0] }
    for value in values {
      let isWhole = value.intValue != nil
      let type = value.typeName == "number" && isWhole ? "integer" : value.typeName
      if let types, !types.contains(.string(type)), !types.contains(.string(value.typeName)) { continue }
      guard rules.enumTypes.contains(value.typeName) || value == .null || value.boolValue != nil else {
        lose(location, keyword, .allowsLess, "\(value.inBrief) cannot be a value of \(keyword): it is left out")
        continue
      }
      if let index = groups.firstIndex(where: { $0.type == type }) {
        groups[index].values.append(value)
      } else {
        groups.append((type, [value]))
      }
    }
    guard !groups.isEmpty else { throw impossible(location + "/" + keyword, "none of its values can be written") }
    if groups.contains(where: { $0.type == "number" }), let index = groups.firstIndex(where: { $0.type == "integer" }) {
      let whole = groups.remove(at: index).values
      if let numbers = groups.firstIndex(where: { $0.type == "number" }) { groups[numbers].values += whole }
    }
    let isNullable = groups.contains { $0.type == "null" } && groups.count > 1
    if isNullable { groups.removeAll { $0.type == "null" } }
    for other in ["pattern", "format", "minLength", "maxLength", "minimum", "maximum", "multipleOf"]
    where object[other] != nil {
      lose(location, other, .allowsMore, "\(other) beside \(keyword) is not kept: validate after decoding")
    }
    var schemas: [JSONValue] = []
    for (type, values) in groups { schemas.append(valueSchema(type, values, at: location, keyword)) }
    let schema: JSONValue = schemas.count == 1 ? schemas[0] : ["anyOf": .array(schemas)]
    if isNullable, schemas.count == 1, schema["const"] == nil, rules.enumTypes.contains("null") {
      return Part(schema: schema.allowingNull, plan: Self.same)
    }
    return Part(
      schema: isNullable ? ["anyOf": .array(schemas + [["type": "null"]])] : schema, plan: Self.same)
  }

  private mutating func valueSchema(
    _ type: String, _ values: [JSONValue], at location: String, _ keyword: String
  ) -> JSONValue {
    if type == "null" { return ["type": "null"] }
    if type == "boolean", !rules.enumTypes.contains("boolean") {
      if Set(values).count < 2 {
        lose(location, keyword, .allowsMore, "both true and false are allowed, as \(keyword) takes strings and numbers")
      }
      return ["type": "boolean"]
    }
    if keyword == "const", rules.takesConst { return ["type": .string(type), "const": values[0]] }
    return ["type": .string(type), "enum": .array(values)]
  }
}

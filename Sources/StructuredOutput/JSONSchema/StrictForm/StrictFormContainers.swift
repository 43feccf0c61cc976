/// Schemas of arrays and objects in a provider's strict form.
extension StrictFormWriter {
  mutating func arrayPart(_ object: JSONObject, at location: String) throws(JSONSchemaError) -> Part {
    var schema: JSONObject = ["type": "array"]
    let isOldTuple = object["items"]?.arrayValue != nil
    let prefix = (isOldTuple ? object["items"] : object["prefixItems"])?.arrayValue ?? []
    let restKeyword = isOldTuple ? "additionalItems" : "items"
    let rest = object[restKeyword] ?? (object["unevaluatedItems"] == false ? false : true)
    var fixed: [Part] = []
    for (index, item) in prefix.enumerated() {
      fixed.append(try part(item, at: "\(location)/\(isOldTuple ? "items" : "prefixItems")/\(index)"))
    }
    let isClosed = rest == false
    let others = isClosed ? nil : try part(rest, at: location + "/" + restKeyword)
    var counts: [(keyword: String, value: JSONValue)] = ["minItems", "maxItems"].compactMap { keyword in
      object[keyword].map { (keyword, $0) }
    }
    if isClosed, object["maxItems"] == nil { counts.append(("maxItems", .number(JSONNumber(prefix.count)))) }
    for (keyword, value) in counts {
      if rules.arrays.contains(keyword), keyword != "minItems" || value.intValue ?? 0 <= rules.mostMinItems {
        schema[keyword] = value
      } else if keyword == "minItems", rules.arrays.contains(keyword) {
        schema[keyword] = .number(JSONNumber(rules.mostMinItems))
        lose(location, keyword, .allowsMore, "minItems is at most \(rules.mostMinItems): validate after decoding")
      } else {
        lose(location, keyword, .allowsMore, "\(keyword) is not kept: validate after decoding")
      }
    }
    if fixed.isEmpty {
      let items = others ?? Part(schema: ["type": "null"], plan: Self.same)
      schema["items"] = items.schema
      return Part(schema: .object(schema), plan: note(.array(prefix: [], rest: items.plan)))
    }
    if rules.takesPrefixItems {
      schema["prefixItems"] = .array(fixed.map(\.schema))
      if let others { schema["items"] = others.schema }
      return Part(schema: .object(schema), plan: note(.array(prefix: fixed.map(\.plan), rest: others?.plan)))
    }
    lose(
      location, isOldTuple ? "items" : "prefixItems", .allowsMore,
      "every element may be what the schema allows at any position: validate after decoding")
    var distinct: [Part] = []
    for part in fixed + [others].compactMap({ $0 }) where !distinct.contains(where: { $0.schema == part.schema }) {
      distinct.append(part)
    }
    let items = joined(distinct)
    schema["items"] = items.schema
    return Part(schema: .object(schema), plan: note(.array(prefix: [], rest: items.plan)))
  }

  // MARK: Objects

  mutating func objectPart(_ object: JSONObject, at location: String) throws(JSONSchemaError) -> Part {
    var properties = object["properties"]?.objectValue ?? [:]
    let required = (object["required"]?.arrayValue ?? []).compactMap(\.stringValue)
    var others = object["additionalProperties"] ?? (object["unevaluatedProperties"] == false ? false : true)
    for name in required where properties[name] == nil { properties[name] = others == false ? true : others }
    if let patterns = object["patternProperties"]?.objectValue {
      let isKept = properties.isEmpty || rules.takesOtherProperties
      lose(
        location, "patternProperties", isKept ? .allowsMore : .allowsLess,
        isKept
          ? "the patterns of keys cannot be said: validate after decoding"
          : "properties by patterns of keys are no longer allowed")
      let schemas = patterns.values + (others == false || others == true ? [] : [others])
      if others != true { others = schemas.count == 1 ? schemas[0] : ["anyOf": .array(schemas)] }
    }
    if properties.isEmpty, others != false { return try mapPart(others, at: location) }
    var schema: JSONObject = ["type": "object"]
    var made = JSONObject()
    var names: [JSONValue] = []
    var inner: [(plan: Int, dropsNull: Bool)] = []
    for (key, value) in properties {
      let place = location + "/properties/" + JSONPointer.escape(key)
      let isRequired = required.contains(key)
      // What may not be there is not written.
      if value == false, !isRequired { continue }
      var part = try part(value, at: place)
      let dropsNull = !isRequired && rules.requiresAllProperties
      if dropsNull {
        part.schema = part.schema.nullableWithDescription
        lose(place, "required", .rewritten, "the optional property becomes required and nullable; null stands for none")
      }
      if isRequired || dropsNull { names.append(.string(key)) }
      made[key] = part.schema
      inner.append((part.plan, dropsNull))
    }
    schema["properties"] = .object(made)
    if !names.isEmpty || rules.requiresAllProperties { schema["required"] = .array(names) }
    var otherPlan: Int?
    if rules.takesOtherProperties {
      if others.boolValue == nil {
        let part = try part(others, at: location + "/additionalProperties")
        schema["additionalProperties"] = part.schema
        otherPlan = part.plan
      } else {
        if others == false { schema["additionalProperties"] = false }
      }
    } else {
      schema["additionalProperties"] = false
      if others != false, object["patternProperties"] == nil {
        lose(location, "additionalProperties", .allowsLess, "properties that are not listed are no longer allowed")
      }
    }
    return Part(schema: .object(schema), plan: note(.object(keys: made, plans: inner, others: otherPlan)))
  }

  /// An object with any keys.
  private mutating func mapPart(_ values: JSONValue, at location: String) throws(JSONSchemaError) -> Part {
    let value = try part(values, at: location + "/additionalProperties")
    if rules.takesOtherProperties {
      return Part(
        schema: ["type": "object", "additionalProperties": value.schema],
        plan: note(.object(keys: [:], plans: [], others: value.plan)))
    }
    lose(
      location, "additionalProperties", .rewritten,
      "an object with any keys becomes an array of {\"key\": …, \"value\": …}")
    let entry: JSONValue = [
      "type": "object",
      "properties": .object([
        StrictFormRestoring.entryKey: ["type": "string"], StrictFormRestoring.entryValue: value.schema,
      ]),
      "required": [.string(StrictFormRestoring.entryKey), .string(StrictFormRestoring.entryValue)],
      "additionalProperties": false,
    ]
    return Part(schema: ["type": "array", "items": entry], plan: note(.entries(value.plan)))
  }
}

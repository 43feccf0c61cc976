/// Schemas of one type in a provider's strict form, and those of strings and numbers.
extension StrictFormWriter {
  mutating func typed(_ object: JSONObject, at location: String) throws(JSONSchemaError) -> Part {
    let names = object["type"].map { $0.arrayValue ?? [$0] } ?? []
    guard let type = names.first?.stringValue ?? inferredType(object, at: location) else {
      lose(location, "type", .allowsLess, "any JSON value becomes a string, a number, true, false or null")
      return Part(
        schema: ["anyOf": [["type": "string"], ["type": "number"], ["type": "boolean"], ["type": "null"]]],
        plan: Self.same)
    }
    switch type {
    case "object": return try objectPart(object, at: location)
    case "array": return try arrayPart(object, at: location)
    case "string": return Part(schema: .object(stringSchema(object, at: location)), plan: Self.same)
    case "number", "integer": return Part(schema: .object(numberSchema(object, type, at: location)), plan: Self.same)
    default: return Part(schema: ["type": .string(type)], plan: Self.same)
    }
  }

  private mutating func inferredType(_ object: JSONObject, at location: String) -> String? {
    let signs: [(type: String, keywords: [String])] = [
      ("object", ["properties", "required", "additionalProperties", "patternProperties", "minProperties"]),
      ("array", ["items", "prefixItems", "minItems", "maxItems", "contains", "uniqueItems"]),
      ("string", ["pattern", "minLength", "maxLength", "format"]),
      ("number", ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]),
    ]
    guard let type = signs.first(where: { $0.keywords.contains { object[$0] != nil } })?.type else { return nil }
    lose(location, "type", .allowsLess, "no type is stated: only values of the type \(type) are allowed")
    return type
  }

  private mutating func stringSchema(_ object: JSONObject, at location: String) -> JSONObject {
    var schema: JSONObject = ["type": "string"]
    for (keyword, value) in object {
      switch keyword {
      case "pattern" where rules.strings.contains(keyword) && takesPattern(value.stringValue ?? ""):
        schema[keyword] = value
      case "pattern", "minLength", "maxLength":
        lose(location, keyword, .allowsMore, "\(keyword) is not kept: validate after decoding")
      case "format" where rules.formats.contains(value.stringValue ?? ""): schema[keyword] = value
      case "format":
        lose(location, keyword, .annotation, "the format \(value.inBrief.dropFirst(4)) is not kept")
      default: break
      }
    }
    return schema
  }

  private func takesPattern(_ pattern: String) -> Bool {
    guard rules.takesPlainPatternsOnly else { return true }
    if ["(?", "\\b", "\\B", "\\k"].contains(where: pattern.contains) { return false }
    var isEscaped = false
    for scalar in pattern.unicodeScalars {
      if isEscaped, ("1"..."9").contains(scalar) { return false }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return true
  }

  private mutating func numberSchema(_ object: JSONObject, _ type: String, at location: String) -> JSONObject {
    var schema: JSONObject = ["type": .string(type)]
    for (keyword, value) in object {
      guard ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"].contains(keyword) else {
        continue
      }
      if rules.numbers.contains(keyword) {
        schema[keyword] = value
        continue
      }
      let plain = keyword == "exclusiveMinimum" ? "minimum" : keyword == "exclusiveMaximum" ? "maximum" : nil
      if let plain, rules.numbers.contains(plain), object[plain] == nil {
        let step = plain == "minimum" ? 1 : -1
        if type == "integer", let limit = value.intValue,
          case let (next, overflow) = limit.addingReportingOverflow(step),
          !overflow
        {
          schema[plain] = .number(JSONNumber(next))
        } else {
          schema[plain] = value
          lose(location, keyword, .allowsMore, "\(keyword) becomes \(plain): the limit itself is allowed")
        }
        continue
      }
      lose(location, keyword, .allowsMore, "\(keyword) is not kept: validate after decoding")
    }
    return schema
  }
}

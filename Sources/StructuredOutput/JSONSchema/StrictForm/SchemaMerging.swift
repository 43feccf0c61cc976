/// Two schemas for one value as a single one, as far as keywords can be joined.
struct SchemaMerging {
  private static let greatest: Set<String> = [
    "minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains",
  ]
  private static let least: Set<String> = [
    "maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains",
  ]
  private static let annotations: Set<String> = ["title", "description", "default", "examples", "$comment"]

  /// Keywords of the second schema that found another value in the first and are not kept.
  private(set) var dropped: [String] = []
  /// Why no value can fit both, if so.
  private(set) var contradiction: String?

  mutating func merge(_ first: JSONObject, _ second: JSONObject) -> JSONObject {
    var result = first
    if let properties = mergedProperties(first, second) { result["properties"] = .object(properties) }
    for (keyword, value) in second where keyword != "properties" {
      guard let known = result[keyword] else {
        result[keyword] = value
        continue
      }
      if known == value || Self.annotations.contains(keyword) { continue }
      result[keyword] = merged(keyword, known, value)
    }
    if let properties = result["properties"]?.objectValue, result["additionalProperties"] == false,
      let missing = result["required"]?.arrayValue?.compactMap(\.stringValue).first(where: { properties[$0] == nil }),
      result["patternProperties"] == nil
    {
      contradiction = "the property \(missing.quotedInBrief) is required and not allowed"
    }
    return result
  }

  private mutating func merged(_ keyword: String, _ first: JSONValue, _ second: JSONValue) -> JSONValue {
    if Self.greatest.contains(keyword), let a = first.numberValue, let b = second.numberValue {
      return .number(max(a, b))
    }
    if Self.least.contains(keyword), let a = first.numberValue, let b = second.numberValue { return .number(min(a, b)) }
    switch keyword {
    case "type": return mergedTypes(first.arrayValue ?? [first], second.arrayValue ?? [second])
    case "required":
      var names = first.arrayValue ?? []
      for name in second.arrayValue ?? [] { names.appendIfNew(name) }
      return .array(names)
    case "enum":
      let allowed = second.arrayValue ?? []
      let values = (first.arrayValue ?? []).filter(allowed.contains)
      if values.isEmpty { contradiction = "no value is in both enums" }
      return .array(values)
    case "const":
      contradiction = "two different values of const"
      return first
    case "additionalProperties", "items", "propertyNames":
      if first == false || second == false { return false }
      return ["allOf": [first, second]]
    case "uniqueItems": return true
    case "$defs", "definitions", "$id", "$schema", "$anchor": return first
    default:
      dropped.append(keyword)
      return first
    }
  }

  private mutating func mergedTypes(_ first: [JSONValue], _ second: [JSONValue]) -> JSONValue {
    var types: [JSONValue] = []
    for type in first {
      if second.contains(type) || (type == "integer" && second.contains("number")) {
        types.appendIfNew(type)
      } else if type == "number", second.contains("integer") {
        types.appendIfNew("integer")
      }
    }
    if types.isEmpty { contradiction = "no type is allowed by both" }
    return types.count == 1 ? types[0] : .array(types)
  }

  private func mergedProperties(_ first: JSONObject, _ second: JSONObject) -> JSONObject? {
    guard first["properties"] != nil || second["properties"] != nil else { return nil }
    let ours = first["properties"]?.objectValue ?? [:]
    let theirs = second["properties"]?.objectValue ?? [:]
    var result = JSONObject()
    for (key, value) in ours {
      if let other = theirs[key] {
        result[key] = other == value ? value : ["allOf": [value, other]]
      } else {
        result[key] = Self.restricted(value, by: second)
      }
    }
    for (key, value) in theirs where ours[key] == nil { result[key] = Self.restricted(value, by: first) }
    return result
  }

  /// A property's schema under another schema that does not know it; nil where that allows no others.
  private static func restricted(_ value: JSONValue, by other: JSONObject) -> JSONValue? {
    guard let rest = other["additionalProperties"], rest != true else { return value }
    if rest != false { return ["allOf": [value, rest]] }
    return other["patternProperties"] == nil ? Optional.none : value
  }
}

extension JSONValue {
  /// The schema that allows what this schema allows, and `null`.
  var allowingNull: JSONValue {
    guard case .object(var schema) = self, !schema.isEmpty else { return self }
    if let types = schema["type"], schema["const"] == nil, schema["not"] == nil,
      !["$ref", "allOf", "anyOf", "oneOf", "if"].contains(where: { schema[$0] != nil })
    {
      let names = types.arrayValue ?? [types]
      schema["type"] = .array(names.contains("null") ? names : names + ["null"])
      if let values = schema["enum"]?.arrayValue, !values.contains(.null) { schema["enum"] = .array(values + [.null]) }
      return .object(schema)
    }
    if schema.count == 1, let branches = schema["anyOf"]?.arrayValue {
      return branches.contains(["type": "null"]) ? self : ["anyOf": .array(branches + [["type": "null"]])]
    }
    return ["anyOf": [self, ["type": "null"]]]
  }

  /// The schema with `null` allowed, and its title and description still at the top.
  var nullableWithDescription: JSONValue {
    guard case .object(var schema) = self else { return self }
    var texts: [(String, JSONValue)] = []
    for keyword in ["title", "description"] {
      if let text = schema[keyword] { texts.append((keyword, text)) }
      schema[keyword] = nil
    }
    guard case .object(var result) = JSONValue.object(schema).allowingNull else { return self }
    for (keyword, text) in texts { result[keyword] = text }
    return .object(result)
  }
}

/// The keywords of the standard that would change an answer and are not honoured, with what to do instead.
enum SchemaKeywords {
  static let notHonoured: [String: String] = [
    "unevaluatedProperties": "use additionalProperties in each object schema",
    "unevaluatedItems": "use items in each array schema",
    "$dynamicRef": "use $ref",
    "$dynamicAnchor": "use $defs and $ref",
    "$recursiveRef": "use $ref",
    "$anchor": "refer by JSON pointer: #/$defs/name",
    "dependencies": "it left the standard: use dependentRequired or dependentSchemas",
    "additionalItems": "it left the standard: use prefixItems and items",
    "$vocabulary": "it belongs into meta-schemas",
  ]

  /// The drafts' names for whose schemas the keywords honoured here mean the same.
  static func isHonoured(dialect: String) -> Bool {
    let name = dialect.hasSuffix("#") ? String(dialect.dropLast()) : dialect
    return [
      "https://json-schema.org/draft/2020-12/schema", "https://json-schema.org/draft/2019-09/schema",
      "http://json-schema.org/draft-07/schema", "https://json-schema.org/draft-07/schema",
    ].contains(name)
  }
}

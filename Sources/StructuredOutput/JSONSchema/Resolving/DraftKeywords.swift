/// Which keywords a draft has, and which of their values hold schemas.
enum DraftKeywords {
  /// Whether a keyword means something in a draft.
  static func has(_ keyword: String, in draft: SchemaDraft) -> Bool {
    switch keyword {
    case "id": draft == .draft4
    case "$id", "const", "contains", "propertyNames": draft >= .draft6
    case "if", "then", "else", "contentEncoding", "contentMediaType": draft >= .draft7
    case "$anchor", "$defs", "dependentRequired", "dependentSchemas", "minContains", "maxContains",
      "unevaluatedItems", "unevaluatedProperties", "contentSchema":
      draft >= .draft2019
    case "$recursiveRef", "$recursiveAnchor": draft == .draft2019
    case "prefixItems", "$dynamicRef", "$dynamicAnchor": draft >= .draft2020
    case "additionalItems": draft < .draft2020
    default: true
    }
  }

  /// What of a keyword's value is schemas.
  enum Form {
    case schema
    case list
    case schemaOrList
    case map
    /// A map in which lists of names stand beside schemas.
    case dependencies
  }

  /// The form of a keyword whose value holds schemas; nil for any other.
  static func form(of keyword: String, in draft: SchemaDraft) -> Form? {
    let form: Form
    switch keyword {
    case "additionalProperties", "propertyNames", "contains", "not", "if", "then", "else", "additionalItems",
      "unevaluatedItems", "unevaluatedProperties", "contentSchema":
      form = .schema
    case "items": form = draft < .draft2020 ? .schemaOrList : .schema
    case "allOf", "anyOf", "oneOf", "prefixItems": form = .list
    case "properties", "patternProperties", "definitions", "$defs", "dependentSchemas": form = .map
    case "dependencies": form = .dependencies
    default: return nil
    }
    return has(keyword, in: draft) ? form : nil
  }
}

/// The meta-schemas of the dialects, made from the form that each keyword's value has.
///
/// They say what the published ones say, and have their parts at the same addresses and anchors; titles, comments and
/// defaults are left out.
enum MetaSchemas {
  /// The meta-schema at an address without fragment; nil where there is none.
  static func schema(at address: String) -> JSONValue? { all[address] }

  private static let all: [String: JSONValue] = {
    var all: [String: JSONValue] = [:]
    for vocabulary in vocabularies2020 { all[stem2020 + "meta/" + vocabulary.name] = part2020(vocabulary) }
    for vocabulary in vocabularies2019 { all[stem2019 + "meta/" + vocabulary.name] = part2019(vocabulary) }
    all[stem2020 + "schema"] = whole2020
    all[stem2019 + "schema"] = whole2019
    all["http://json-schema.org/draft-07/schema"] = draft7
    all["http://json-schema.org/draft-06/schema"] = draft6
    all["http://json-schema.org/draft-04/schema"] = draft4
    return all
  }()

  private static let stem2020 = "https://json-schema.org/draft/2020-12/"
  private static let stem2019 = "https://json-schema.org/draft/2019-09/"

  /// What the value of a keyword is.
  private enum Form {
    case any, text, flag, number, positiveNumber, count
    case address, reference, anchor, regex
    case type, values, names, mapOfNames, mapOfFlags
    case schema, schemas, schemaOrSchemas, schemaOrFlag, mapOfSchemas, mapByPattern, dependencies
  }

  private typealias Keyword = (name: String, form: Form)

  private struct Vocabulary {
    var name: String
    var keywords: [Keyword]
    var isInWhole = true
    var isRequired = true
  }

  private static let validation: [Keyword] = [
    ("type", .type), ("const", .any), ("enum", .values), ("multipleOf", .positiveNumber), ("maximum", .number),
    ("exclusiveMaximum", .number), ("minimum", .number), ("exclusiveMinimum", .number), ("maxLength", .count),
    ("minLength", .count), ("pattern", .regex), ("maxItems", .count), ("minItems", .count), ("uniqueItems", .flag),
    ("maxProperties", .count), ("minProperties", .count), ("required", .names),
  ]
  private static let laterValidation: [Keyword] =
    joined([validation, [("maxContains", .count), ("minContains", .count), ("dependentRequired", .mapOfNames)]])
  private static let metaData: [Keyword] = [
    ("title", .text), ("description", .text), ("default", .any), ("readOnly", .flag), ("examples", .values),
  ]
  private static let laterMetaData: [Keyword] = joined([metaData, [("deprecated", .flag), ("writeOnly", .flag)]])
  private static let applicators: [Keyword] = [
    ("contains", .schema), ("additionalProperties", .schema), ("properties", .mapOfSchemas),
    ("patternProperties", .mapByPattern), ("propertyNames", .schema), ("if", .schema), ("then", .schema),
    ("else", .schema), ("allOf", .schemas), ("anyOf", .schemas), ("oneOf", .schemas), ("not", .schema),
  ]
  private static let content: [Keyword] = [("contentEncoding", .text), ("contentMediaType", .text)]
  private static let laterContent: [Keyword] = joined([content, [("contentSchema", .schema)]])
  private static let unevaluated: [Keyword] = [
    ("unevaluatedItems", .schema), ("unevaluatedProperties", .schema),
  ]

  private static let vocabularies2020 = [
    Vocabulary(
      name: "core",
      keywords: [
        ("$id", .reference), ("$schema", .address), ("$ref", .reference), ("$anchor", .anchor),
        ("$dynamicRef", .reference), ("$dynamicAnchor", .anchor), ("$vocabulary", .mapOfFlags), ("$comment", .text),
        ("$defs", .mapOfSchemas),
      ]),
    Vocabulary(
      name: "applicator",
      keywords: joined([
        [("prefixItems", .schemas), ("items", .schema), ("dependentSchemas", .mapOfSchemas)], applicators,
      ])),
    Vocabulary(name: "unevaluated", keywords: unevaluated),
    Vocabulary(name: "validation", keywords: laterValidation),
    Vocabulary(name: "meta-data", keywords: laterMetaData),
    Vocabulary(name: "format-annotation", keywords: [("format", .text)]),
    Vocabulary(name: "content", keywords: laterContent),
    Vocabulary(name: "format-assertion", keywords: [("format", .text)], isInWhole: false),
  ]

  private static let vocabularies2019 = [
    Vocabulary(
      name: "core",
      keywords: [
        ("$id", .reference), ("$schema", .address), ("$anchor", .anchor), ("$ref", .reference),
        ("$recursiveRef", .reference), ("$recursiveAnchor", .flag), ("$vocabulary", .mapOfFlags), ("$comment", .text),
        ("$defs", .mapOfSchemas),
      ]),
    Vocabulary(
      name: "applicator",
      keywords: joined([
        [("additionalItems", .schema), ("items", .schemaOrSchemas), ("dependentSchemas", .mapOfSchemas)], unevaluated,
        applicators,
      ])),
    Vocabulary(name: "validation", keywords: laterValidation),
    Vocabulary(name: "meta-data", keywords: laterMetaData),
    Vocabulary(name: "format", keywords: [("format", .text)], isRequired: false),
    Vocabulary(name: "content", keywords: laterContent),
  ]

  // MARK: Documents

  private static func part2020(_ vocabulary: Vocabulary) -> JSONValue {
    var schema: JSONObject = [
      "$schema": .string(stem2020 + "schema"), "$id": .string(stem2020 + "meta/" + vocabulary.name),
      "$vocabulary": [stem2020 + "vocab/" + vocabulary.name: true], "$dynamicAnchor": "meta",
      "type": ["object", "boolean"], "properties": properties(vocabulary.keywords, .draft2020),
    ]
    schema["$defs"] = definitions(.draft2020)
    return .object(schema)
  }

  private static func part2019(_ vocabulary: Vocabulary) -> JSONValue {
    var schema: JSONObject = [
      "$schema": .string(stem2019 + "schema"), "$id": .string(stem2019 + "meta/" + vocabulary.name),
      "$vocabulary": [stem2019 + "vocab/" + vocabulary.name: true], "$recursiveAnchor": true,
      "type": ["object", "boolean"], "properties": properties(vocabulary.keywords, .draft2019),
    ]
    schema["$defs"] = definitions(.draft2019)
    return .object(schema)
  }

  private static let whole2020: JSONValue = [
    "$schema": .string(stem2020 + "schema"), "$id": .string(stem2020 + "schema"),
    "$vocabulary": vocabulary(vocabularies2020, stem2020), "$dynamicAnchor": "meta",
    "allOf": .array(vocabularies2020.filter(\.isInWhole).map { ["$ref": .string("meta/" + $0.name)] }),
    "type": ["object", "boolean"],
    "properties": properties(
      [
        ("definitions", .mapOfSchemas), ("dependencies", .dependencies), ("$recursiveAnchor", .anchor),
        ("$recursiveRef", .reference),
      ], .draft2020),
    "$defs": definitions(.draft2020),
  ]

  private static let whole2019: JSONValue = [
    "$schema": .string(stem2019 + "schema"), "$id": .string(stem2019 + "schema"),
    "$vocabulary": vocabulary(vocabularies2019, stem2019), "$recursiveAnchor": true,
    "allOf": .array(vocabularies2019.map { ["$ref": .string("meta/" + $0.name)] }), "type": ["object", "boolean"],
    "properties": properties([("definitions", .mapOfSchemas), ("dependencies", .dependencies)], .draft2019),
    "$defs": definitions(.draft2019),
  ]

  private static let olderCore: [Keyword] = [
    ("$id", .reference), ("$schema", .address), ("$ref", .reference), ("additionalItems", .schema),
    ("items", .schemaOrSchemas), ("definitions", .mapOfSchemas), ("dependencies", .dependencies), ("format", .text),
  ]

  private static let draft7: JSONValue = [
    "$schema": "http://json-schema.org/draft-07/schema#", "$id": "http://json-schema.org/draft-07/schema#",
    "type": ["object", "boolean"],
    "properties": properties(
      joined([olderCore, [("$comment", .text)], metaData, validation, applicators, content]), .draft7),
    "definitions": definitions(.draft7),
  ]

  private static let draft6: JSONValue = [
    "$schema": "http://json-schema.org/draft-06/schema#", "$id": "http://json-schema.org/draft-06/schema#",
    "type": ["object", "boolean"],
    "properties": properties(
      joined([olderCore, metaData, validation, applicators]).filter { DraftKeywords.has($0.name, in: .draft6) },
      .draft6),
    "definitions": definitions(.draft6),
  ]

  private static let draft4: JSONValue = {
    var keywords: [Keyword] = joined([olderCore, metaData, validation, applicators, [("id", .text)]])
    keywords.removeAll { !DraftKeywords.has($0.name, in: .draft4) || ["readOnly", "examples"].contains($0.name) }
    for index in keywords.indices {
      switch keywords[index].name {
      case "exclusiveMaximum", "exclusiveMinimum": keywords[index].form = .flag
      case "additionalItems", "additionalProperties": keywords[index].form = .schemaOrFlag
      default: break
      }
    }
    return [
      "$schema": "http://json-schema.org/draft-04/schema#", "id": "http://json-schema.org/draft-04/schema#",
      "type": "object", "properties": properties(keywords, .draft4),
      "dependencies": ["exclusiveMaximum": ["maximum"], "exclusiveMinimum": ["minimum"]],
      "definitions": definitions(.draft4),
    ]
  }()

  private static func vocabulary(_ vocabularies: [Vocabulary], _ stem: String) -> JSONValue {
    .object(
      JSONObject(
        vocabularies.filter(\.isInWhole).map { (stem + "vocab/" + $0.name, .bool($0.isRequired)) }))
  }

  // MARK: Keywords

  private static func joined(_ keywords: [[Keyword]]) -> [Keyword] { keywords.flatMap { $0 } }

  private static func properties(_ keywords: [Keyword], _ draft: SchemaDraft) -> JSONValue {
    .object(
      JSONObject(
        keywords.map { keyword, form -> (String, JSONValue) in
          // An $id may end in an empty fragment, but since 2019-09 in no other.
          let hasNoFragment = keyword == "$id" && draft > .draft7
          return (keyword, hasNoFragment ? ["type": "string", "pattern": "^[^#]*#?$"] : schema(of: form, draft))
        }))
  }

  /// The schemas that others refer to by name.
  private static func definitions(_ draft: SchemaDraft) -> JSONValue {
    [
      "positiveInteger": ["type": "integer", "minimum": 0],
      "positiveIntegerDefault0": ["type": "integer", "minimum": 0],
      "schemaArray": ["type": "array", "minItems": 1, "items": recursion(draft)],
      "nonNegativeInteger": ["type": "integer", "minimum": 0],
      "nonNegativeIntegerDefault0": ["type": "integer", "minimum": 0],
      "simpleTypes": ["enum": ["array", "boolean", "integer", "null", "number", "object", "string"]],
      "stringArray": ["type": "array", "items": ["type": "string"], "uniqueItems": true],
      "anchorString": schema(of: .anchor, draft), "uriString": schema(of: .address, draft),
      "uriReferenceString": schema(of: .reference, draft),
    ]
  }

  private static func recursion(_ draft: SchemaDraft) -> JSONValue {
    switch draft {
    case .draft4, .draft6, .draft7: ["$ref": "#"]
    case .draft2019: ["$recursiveRef": "#"]
    case .draft2020: ["$dynamicRef": "#meta"]
    }
  }

  private static func schema(of form: Form, _ draft: SchemaDraft) -> JSONValue {
    let definitions = draft <= .draft7 ? "#/definitions/" : "#/$defs/"
    func named(_ name: String) -> JSONValue { ["$ref": .string(definitions + name)] }
    func map(of schema: JSONValue) -> JSONValue { ["type": "object", "additionalProperties": schema] }
    switch form {
    case .any: return true
    case .text: return ["type": "string"]
    case .flag: return ["type": "boolean"]
    case .number: return ["type": "number"]
    case .positiveNumber where draft == .draft4: return ["type": "number", "minimum": 0, "exclusiveMinimum": true]
    case .positiveNumber: return ["type": "number", "exclusiveMinimum": 0]
    case .count: return named("nonNegativeInteger")
    case .address: return ["type": "string", "format": "uri"]
    case .reference: return ["type": "string", "format": "uri-reference"]
    case .anchor:
      let pattern = draft == .draft2020 ? "^[A-Za-z_][-A-Za-z0-9._]*$" : "^[A-Za-z][-A-Za-z0-9.:_]*$"
      return ["type": "string", "pattern": .string(pattern)]
    case .regex: return ["type": "string", "format": "regex"]
    case .type:
      return [
        "anyOf": [
          named("simpleTypes"),
          ["type": "array", "items": named("simpleTypes"), "minItems": 1, "uniqueItems": true],
        ]
      ]
    case .values: return ["type": "array"]
    case .names: return named("stringArray")
    case .mapOfNames: return map(of: named("stringArray"))
    case .mapOfFlags:
      return [
        "type": "object", "propertyNames": ["format": "uri"], "additionalProperties": ["type": "boolean"],
      ]
    case .schema: return recursion(draft)
    case .schemas: return named("schemaArray")
    case .schemaOrSchemas: return ["anyOf": [recursion(draft), named("schemaArray")]]
    case .schemaOrFlag: return ["anyOf": [["type": "boolean"], recursion(draft)]]
    case .mapOfSchemas: return map(of: recursion(draft))
    case .mapByPattern:
      return [
        "type": "object", "additionalProperties": recursion(draft), "propertyNames": ["format": "regex"],
      ]
    case .dependencies: return map(of: ["anyOf": [recursion(draft), named("stringArray")]])
    }
  }
}

import StructuredOutput
import Testing

@Suite("Dialects of JSON Schema")
struct JSONSchemaDialectTests {
  private let draft7 = JSONSchemaOptions(dialect: .draft7)

  @Test("Draft-07 has lists of items, definitions and dependencies, and nothing beside a reference")
  func olderKeywords() throws {
    let schema = try JSONSchema(
      parsing: ##"""
        {"$schema": "http://json-schema.org/draft-07/schema#", "definitions": {"short": {"maxLength": 2}},
         "properties": {"pair": {"items": [{"type": "string"}], "additionalItems": false},
                        "name": {"$ref": "#/definitions/short", "minLength": 10}},
         "dependencies": {"a": ["b"], "c": {"required": ["d"]}}}
        """##)
    #expect(schema.isValid(["pair": ["x"], "name": "ab", "a": 1, "b": 1]))
    let violations = schema.validate(["pair": ["x", 1], "name": "abc", "a": 1, "c": 1])
    #expect(
      violations.map(\.description) == [
        #"the whole value: the property "b" is missing, which "a" requires"#,
        #"the whole value: the required property "d" is missing"#,
        #""/pair/1": no value is allowed here, got the number 1"#,
        #""/name": expected at most 2 characters, has 3: the string "abc""#,
      ])
    #expect(violations.last?.keywordLocation == "/properties/name/$ref/maxLength")
    #expect(violations.last?.schemaLocation == "#/definitions/short/maxLength")
  }

  @Test("What a later draft brought means nothing in an earlier one")
  func laterKeywords() throws {
    let source: JSONValue = ["unevaluatedProperties": false, "dependentRequired": ["a": ["b"]], "minContains": 9]
    #expect(try JSONSchema(source, options: draft7).isValid(["a": 1]))
    #expect(!(try JSONSchema(source).isValid(["a": 1])))
    #expect(try JSONSchema(["prefixItems": [false]], options: JSONSchemaOptions(dialect: .draft2019_09)).isValid([1]))
  }

  @Test("$recursiveRef of 2019-09 means the outermost schema that allows it")
  func recursion() throws {
    let schema = try JSONSchema(
      parsing: ##"""
        {"$schema": "https://json-schema.org/draft/2019-09/schema", "$id": "https://example.com/strict",
         "$recursiveAnchor": true, "$ref": "tree", "unevaluatedProperties": false,
         "$defs": {"tree": {"$id": "tree", "$recursiveAnchor": true,
                            "properties": {"child": {"$recursiveRef": "#"}}}}}
        """##)
    #expect(schema.isValid(["child": ["child": [:]]]))
    #expect(schema.validate(["child": ["kid": 1]]).map(\.instanceLocation) == ["/child/kid"])
  }

  @Test("A meta-schema in the registry says which keywords count")
  func vocabularies() throws {
    var options = JSONSchemaOptions()
    options.registry.add(
      [
        "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://example.com/shapes",
        "$vocabulary": [
          "https://json-schema.org/draft/2020-12/vocab/core": true,
          "https://json-schema.org/draft/2020-12/vocab/applicator": true,
          "https://json-schema.org/draft/2020-12/vocab/format-assertion": true, "https://example.com/colours": false,
        ],
      ], at: "https://example.com/shapes")
    let schema = try JSONSchema(
      ["$schema": "https://example.com/shapes", "type": "null", "properties": ["at": ["format": "date"]]],
      options: options)
    #expect(schema.isValid("no validation vocabulary, so no type"))
    #expect(schema.isValid(["at": "2026-11-28"]))
    #expect(!schema.isValid(["at": "tomorrow"]))
    options.registry.add(["$vocabulary": ["https://example.com/colours": true]], at: "https://example.com/colourful")
    let error = try #require(throws: JSONSchemaError.self) {
      try JSONSchema(["$schema": "https://example.com/colourful"], options: options)
    }
    #expect(error.schemaLocation == "#/$schema")
    #expect(error.reason.contains(#"requires the vocabulary "https://example.com/colours", which is not known"#))
  }

  @Test("Draft-07 has encoded content checked")
  func content() throws {
    let schema = try JSONSchema(
      ["contentEncoding": "base64", "contentMediaType": "application/json"], options: draft7)
    #expect(schema.isValid("eyJhIjoxfQ=="))
    #expect(schema.validate("eyJhIjoxfQ=").map(\.message) == [#"expected base64, got the string "eyJhIjoxfQ=""#])
    #expect(schema.validate("ezp9Cg==").map(\.message) == [#"expected JSON in the string, got the string "ezp9Cg==""#])
    #expect(try JSONSchema(["contentEncoding": "base64"]).isValid("%"))
  }

  @Test("Draft-04 has id, flags for exclusive limits, and no later keyword")
  func oldest() throws {
    let schema = try JSONSchema(
      parsing: ##"""
        {"$schema": "http://json-schema.org/draft-04/schema#", "id": "http://example.com/old", "const": 1,
         "definitions": {"share": {"id": "#share", "minimum": 0, "maximum": 1, "exclusiveMaximum": true}},
         "properties": {"a": {"$ref": "#share"}, "b": {"$ref": "old#/definitions/share"}}}
        """##)
    #expect(schema.isValid(["a": 0, "b": 0.5]))
    #expect(
      schema.validate(["a": 1, "b": -1]).map(\.description) == [
        #""/a": expected a number below 1, got 1"#, #""/b": expected a number of at least 0, got -1"#,
      ])
    #expect(try JSONSchema(["if": true, "then": false], options: JSONSchemaOptions(dialect: .draft6)).isValid(1))
  }

  @Test("A schema that is embedded with a dialect of its own is read by that")
  func embedded() throws {
    let schema = try JSONSchema(
      parsing: ##"""
        {"properties": {"old": {"$id": "urn:old", "$schema": "http://json-schema.org/draft-07/schema#",
           "items": [{"type": "string"}]}}}
        """##)
    #expect(!schema.isValid(["old": [1]]))
    #expect(schema.isValid(["old": ["a", 1]]))
  }
}

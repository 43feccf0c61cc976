import StructuredOutput
import Testing

@Suite("References between JSON Schemas")
struct JSONSchemaReferenceTests {
  @Test("Finds schemas in the registry by address, by their own $id, and relative to each other")
  func registry() throws {
    var options = JSONSchemaOptions()
    options.registry.add(
      ["$id": "https://example.com/schemas/address", "properties": ["city": ["$ref": "text"]]],
      at: "https://files.example.com/1")
    options.registry.add(
      ["$defs": ["t": ["$id": "https://example.com/schemas/text", "type": "string"]]], at: "urn:texts")
    #expect(options.registry.addresses == ["https://files.example.com/1", "urn:texts"])
    for reference in ["https://files.example.com/1", "https://example.com/schemas/address#"] {
      let schema = try JSONSchema(["$ref": .string(reference)], options: options)
      #expect(schema.isValid(["city": "Ulm"]))
      #expect(
        schema.validate(["city": 1]).map(\.schemaLocation) == ["https://example.com/schemas/text#/type"])
    }
  }

  @Test("Says of what it does not find that nothing is fetched")
  func missing() throws {
    let error = try #require(throws: JSONSchemaError.self) {
      try JSONSchema(["$id": "https://example.com/a/b", "items": ["$ref": "c#/d"]])
    }
    #expect(
      error.description
        == #"schema https://example.com/a/b#/items/$ref: "c#/d" refers to "https://example.com/a/c", which is neither in "#
        + "the schema nor in the registry; nothing is fetched: add it to the registry")
    let anchor = try #require(throws: JSONSchemaError.self) { try JSONSchema(["$ref": "#here"]) }
    #expect(anchor.reason == ##""#here" names nothing: no schema there has the anchor "here""##)
  }

  @Test("Resolves anchors, ids within ids, encoded pointers and places under unknown keywords")
  func names() throws {
    let schema = try JSONSchema(
      parsing: ##"""
        {"$id": "https://example.com/root", "properties": {
           "a": {"$ref": "#text"}, "b": {"$ref": "inner#number"}, "c": {"$ref": "#/$defs/per%25cent~1a"},
           "d": {"$ref": "#/x-own/3"}},
         "$defs": {
           "t": {"$anchor": "text", "type": "string"}, "per%cent/a": {"type": "null"},
           "i": {"$id": "inner", "$defs": {"n": {"$anchor": "number", "type": "number"}}}},
         "x-own": [0, 1, 2, {"const": "own"}]}
        """##)
    #expect(schema.isValid(["a": "x", "b": 1, "c": nil, "d": "own"]))
    #expect(schema.validate(["a": 1, "b": "x", "c": 1, "d": 1]).map(\.instanceLocation) == ["/a", "/b", "/c", "/d"])
  }

  @Test("A dynamic reference means the outermost schema of its name on the way")
  func dynamic() throws {
    let schema = try JSONSchema(
      parsing: ##"""
        {"$id": "https://example.com/strict-tree", "$dynamicAnchor": "node", "$ref": "tree",
         "unevaluatedProperties": false,
         "$defs": {"tree": {"$id": "tree", "$dynamicAnchor": "node", "type": "object",
           "properties": {"data": true, "children": {"type": "array", "items": {"$dynamicRef": "#node"}}}}}}
        """##)
    #expect(schema.isValid(["children": [["data": 1]]]))
    #expect(schema.validate(["children": [["daat": 1]]]).map(\.instanceLocation) == ["/children/0/daat"])
    #expect(
      schema.validate(["children": [["daat": 1]]]).map(\.keywordLocation) == [
        "/$ref/properties/children/items/$dynamicRef/unevaluatedProperties"
      ])
  }

  @Test("Two schemas of one address in a document are an error")
  func sameAddress() throws {
    let error = try #require(throws: JSONSchemaError.self) {
      try JSONSchema(["$defs": ["a": ["$id": "urn:x"], "b": ["$id": "urn:x"]]])
    }
    #expect(error.description == #"schema #/$defs/b/$id: the address "urn:x" is taken by another schema"#)
  }

  @Test("The meta-schemas accept schemas and name what is wrong in others")
  func metaSchemas() throws {
    for dialect in JSONSchemaDialect.all {
      let schema = try JSONSchema(["$ref": .string(dialect.address)], options: JSONSchemaOptions(dialect: dialect))
      #expect(schema.isValid(["properties": ["a": ["minLength": 1]], "$comment": "c"]))
      #expect(schema.isValid(true) == (dialect != .draft4))
      #expect(
        schema.validate(["properties": ["a": ["minLength": -1]]]).map(\.instanceLocation) == [
          "/properties/a/minLength"
        ])
      #expect(schema.validate(["allOf": [], "required": [1]]).map(\.instanceLocation) == ["/allOf", "/required/0"])
    }
  }
}

import StructuredOutput
import Testing

@Suite("Output of JSON Schema")
struct JSONSchemaOutputTests {
  @Test("Lists errors in the basic form, those of alternatives after the one that none fits")
  func basic() throws {
    let schema = try JSONSchema(
      parsing: ##"""
        {"$id": "https://example.com/order", "properties": {"price": {"$ref": "#/$defs/price"}},
         "$defs": {"price": {"oneOf": [{"type": "null"}, {"type": "number", "minimum": 1}]}}}
        """##)
    #expect(schema.validate(["price": 2]).basicOutput == ["valid": true])
    let output = schema.validate(["price": 0]).basicOutput
    #expect(output["valid"] == false)
    let errors = try #require(output["errors"]?.arrayValue)
    #expect(
      errors.map { $0["keywordLocation"]?.stringValue } == [
        "/properties/price/$ref/oneOf", "/properties/price/$ref/oneOf/0/type",
        "/properties/price/$ref/oneOf/1/minimum",
      ])
    #expect(errors.allSatisfy { $0["instanceLocation"] == "/price" })
    #expect(
      errors.last == [
        "keywordLocation": "/properties/price/$ref/oneOf/1/minimum",
        "absoluteKeywordLocation": "https://example.com/order#/$defs/price/oneOf/1/minimum",
        "instanceLocation": "/price", "error": "expected a number of at least 1, got 0",
      ])
  }

  @Test("Places name keys with slashes and tildes as pointers do")
  func escapes() throws {
    let schema = try JSONSchema(["properties": ["a/b~c": ["type": "null"]]])
    let violation = try #require(schema.validate(["a/b~c": 1]).first)
    #expect(violation.instanceLocation == "/a~1b~0c")
    #expect(violation.keywordLocation == "/properties/a~1b~0c/type")
  }

  @Test("A quick answer and a full one agree, and the full one ends with the alternatives that were tried")
  func alternatives() throws {
    let schema = try JSONSchema(
      parsing:
        #"{"anyOf":[{"anyOf":[{"type":"string"},{"type":"null"}]},{"required":["a"]}],"type":["number","object"]}"#)
    let violations = schema.validate([:])
    #expect(
      violations.map(\.message) == [
        "fits none of the 2 alternatives: (1) fits none of the 2 alternatives: (1) expected a string, got an empty object; "
          + #"(2) expected null, got an empty object; (2) the required property "a" is missing"#
      ])
    #expect(violations[0].causes.map(\.keywordLocation) == ["/anyOf/0/anyOf", "/anyOf/1/required"])
    #expect(violations[0].causes[0].causes.count == 2)
    #expect(violations.basicOutput["errors"]?.arrayValue?.count == 5)
  }

  @Test("Alternatives within alternatives are put into words once each, however deep a value goes")
  func deepAlternatives() throws {
    let schema = try JSONSchema(
      parsing: ##"""
        {"$ref": "#/$defs/value", "$defs": {"value": {"anyOf": [
          {"type": "string"}, {"type": "array", "items": {"$ref": "#/$defs/value"}}]}}}
        """##)
    var value: JSONValue = 1
    for _ in 0..<400 { value = [value] }
    let violations = schema.validate(value)
    #expect(violations.count == 1)
    #expect(violations.basicOutput["errors"]?.arrayValue?.count == 803)
  }
}

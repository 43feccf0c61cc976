import Testing

@testable import StructuredOutput

@Suite("What the kind of a value alone tells")
struct SchemaForesightTests {
  @Test(
    "Agrees with what is found by looking at everything",
    arguments: [
      #"{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"null"}}]}"#,
      #"{"allOf":[{"type":["string","number"]},{"type":["number","null"]}]}"#,
      #"{"oneOf":[{"type":"string"},{"type":["string","null"]}]}"#, #"{"not":{"type":["string","object"]}}"#,
      #"{"not":{"anyOf":[{"type":"array"},{"minLength":2}]}}"#, #"{"not":{"not":{"type":"integer"}}}"#,
      #"{"type":"integer","not":{"enum":[1]}}"#, #"{"enum":["a",1,null]}"#,
      ##"{"$ref":"#/$defs/a","$defs":{"a":{"$ref":"#/$defs/b"},"b":{"anyOf":[{"type":"null"},{"maximum":0}]}}}"##,
      #"{"anyOf":[{"required":["x"]},false]}"#, #"{"if":{"type":"string"},"then":false}"#,
      #"{"anyOf":[{"properties":{"a":true}},true],"unevaluatedProperties":false}"#,
    ])
  func kinds(text: String) throws {
    let values: [JSONValue] = [
      nil, true, false, 0, 1, -1, 1.5, "", "a", "ab", [], [nil], [1], [:], ["x": 1], ["a": 1], ["b": 1],
    ]
    let schema = try JSONSchema(parsing: text)
    for value in values {
      let (violations, _) = schema.program.violations(
        of: JSONDocument(value), deepest: SchemaWalk.Depth.anyStack)
      #expect(schema.isValid(value) == violations.isEmpty, "\(value)")
    }
    #expect(values.contains(where: schema.isValid) && !values.allSatisfy(schema.isValid))
  }
}

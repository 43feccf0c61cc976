import StructuredOutput
import Testing

@Suite("JSON Schema")
struct JSONSchemaTests {
  private let order: JSONValue = [
    "type": "object", "required": ["id", "items"], "additionalProperties": false,
    "properties": [
      "id": ["type": "string", "pattern": "^R-[0-9]{4}$"],
      "items": [
        "type": "array", "minItems": 1,
        "items": ["type": "object", "properties": ["price": ["type": "number", "exclusiveMinimum": 0]]],
      ],
      "state": ["enum": ["open", "paid"]],
    ],
  ]

  @Test("Reports every violation at once, in the order of the document, in words a person can act on")
  func everything() throws {
    let schema = try JSONSchema(order)
    let value = try JSONValue(
      parsing: #"{"state":"lost","items":[{"price":1},{"price":0},{"price":"12 EUR"}],"extra":1,"id":"4711"}"#)
    #expect(
      schema.validate(value).map(\.description) == [
        #""/state": expected one of "open", "paid", got the string "lost""#,
        #""/items/1/price": expected a number above 0, got 0"#,
        #""/items/2/price": expected a number, got the string "12 EUR""#,
        #""/extra": the property is not allowed; allowed are "id", "items", "state""#,
        #""/id": expected a string that matches ^R-[0-9]{4}$, got the string "4711""#,
      ])
    #expect(schema.validate(value)[2].schemaLocation == "#/properties/items/items/properties/price/type")
    #expect(schema.validate(["id": "R-1234", "items": [[:]]]).isEmpty)
    #expect(schema.isValid(["id": "R-1234", "items": [[:]]]))
    #expect(!schema.isValid(value))
  }

  @Test("Names the whole value, missing properties and escaped keys")
  func places() throws {
    #expect(
      try JSONSchema(order).validate([]).map(\.description) == [
        "the whole value: expected an object, got an empty array"
      ])
    #expect(
      try JSONSchema(order).validate(["id": "R-1234"]).map(\.description)
        == ["the whole value: the required property \"items\" is missing"])
    let schema = try JSONSchema(["additionalProperties": ["type": "null"]])
    #expect(schema.validate(["a/b~c": 1]).map(\.instanceLocation) == ["/a~1b~0c"])
  }

  @Test("Says of each alternative why it does not fit")
  func alternatives() throws {
    let schema = try JSONSchema([
      "anyOf": [["type": "string"], ["properties": ["a": ["type": "null"]], "type": "object"]]
    ])
    #expect(
      schema.validate(["a": 1]).map(\.message) == [
        #"fits none of the 2 alternatives: (1) expected a string, got an object with "a"; "#
          + #"(2) "/a": expected null, got the number 1"#
      ])
    let one = try JSONSchema(["oneOf": [["minimum": 0], ["maximum": 10]]])
    #expect(one.validate(5).map(\.message) == ["fits the alternatives (1) and (2), where exactly one may fit"])
    #expect(one.validate(-1).isEmpty)
  }

  @Test("Counts multiples and compares bounds exactly, where doubles would err")
  func exactNumbers() throws {
    let cents = try JSONSchema(["multipleOf": .number(try #require(JSONNumber(text: "0.01")))])
    #expect(cents.isValid(try JSONValue(parsing: "19.99")))
    #expect(cents.isValid(try JSONValue(parsing: "1e300")))
    #expect(!cents.isValid(try JSONValue(parsing: "19.999")))
    let big = try JSONSchema(parsing: #"{"maximum": 9007199254740992}"#)
    #expect(!big.isValid(try JSONValue(parsing: "9007199254740993")))
    #expect(try JSONSchema(["type": "integer"]).isValid(try JSONValue(parsing: "1e99999999999999999999")))
  }

  @Test(
    "Refuses a schema that it could not honour",
    arguments: [
      (#"{"properties":{"a":{"unevaluatedProperties":3}}}"#, "#/properties/a/unevaluatedProperties"),
      (#"{"type":"strnig"}"#, "#/type"), (#"{"items":[{}]}"#, "#/items"), (#"{"pattern":"("}"#, "#/pattern"),
      (#"{"$ref":"other.json"}"#, "#/$ref"), (##"{"$ref":"#/$defs/no"}"##, "#/$ref"), ("3", "#"),
      (#"{"minLength":-1}"#, "#/minLength"), (#"{"required":"a"}"#, "#/required"), (#"{"anyOf":[]}"#, "#/anyOf"),
      (#"{"$schema":"http://json-schema.org/draft-03/schema#"}"#, "#/$schema"),
      (#"{"multipleOf":0}"#, "#/multipleOf"), (#"{"pattern":"(?=a"}"#, "#/pattern"),
    ])
  func refusals(text: String, location: String) throws {
    let error = try #require(throws: JSONSchemaError.self) { try JSONSchema(parsing: text) }
    #expect(error.schemaLocation == location)
  }

  @Test(
    "Refuses a schema that refers to itself without end",
    arguments: [
      ##"{"$ref":"#"}"##, ##"{"allOf":[{"$ref":"#/$defs/a"}],"$defs":{"a":{"anyOf":[{"$ref":"#"}]}}}"##,
      ##"{"if":true,"then":{"$ref":"#"}}"##, ##"{"not":{"$ref":"#"}}"##,
    ])
  func endless(text: String) throws {
    let error = try #require(throws: JSONSchemaError.self) { try JSONSchema(parsing: text) }
    #expect(error.reason.contains("refers to itself"))
  }

  @Test("What refers to itself further inside does no harm until a value gets there, and then ends")
  func endlessInside() throws {
    let schema = try JSONSchema(
      parsing:
        ##"{"properties":{"a":{"$ref":"#/$defs/a"}},"$defs":{"a":{"$ref":"#/$defs/b"},"b":{"$ref":"#/$defs/a"}}}"##)
    #expect(schema.isValid(["b": 1]))
    #expect(schema.validate(["a": 1]).map(\.message) == ["cannot be checked: value and schema together nest too deep"])
  }

  @Test("Follows a schema that contains itself as deep as the value goes")
  func recursion() throws {
    let tree = try JSONSchema(
      parsing: ##"{"type":"object","properties":{"child":{"$ref":"#"},"name":{"type":"string"}},"required":["name"]}"##)
    var good: JSONValue = ["name": "leaf"]
    var bad: JSONValue = ["name": 1]
    for _ in 0..<200 {
      good = ["name": "x", "child": good]
      bad = ["name": "x", "child": bad]
    }
    #expect(tree.isValid(good))
    #expect(tree.validate(bad).map(\.message) == ["expected a string, got the number 1"])
  }

  @Test("Goes as deep as the parser on a small stack, and what is deeper is a violation, also inside not")
  func tooDeep() async throws {
    let schema = try JSONSchema(
      parsing:
        ##"{"not":{"$ref":"#/$defs/a"},"$defs":{"a":{"items":{"allOf":[{"anyOf":[{"allOf":[{"$ref":"#/$defs/a"}]}]}]}}}}"##
    )
    let deepest = String(repeating: "[", count: 1024) + String(repeating: "]", count: 1024)
    let messages = await onSmallStack {
      let value = try? JSONValue(parsing: deepest, limits: JSONParser.Limits(maximumDepth: 1024))
      var deeper = value ?? .null
      for _ in 0..<1024 { deeper = [deeper] }
      for _ in 0..<1500 { deeper = [deeper] }
      return [schema.validate(value ?? .null), schema.validate(deeper)].map { $0.map(\.message) }
    }
    #expect(messages[0] == ["fits #/not, which it must not: an array of 1"])
    #expect(messages[1] == ["cannot be checked: value and schema together nest too deep"])
  }

  @Test("Alternatives that multiply end in a violation instead of going on forever")
  func multiplying() throws {
    var definitions: JSONObject = ["d0": ["type": "string"]]
    for index in 1...60 {
      let reference: JSONValue = ["$ref": "#/$defs/d\(index - 1)"]
      definitions["d\(index)"] = ["anyOf": [reference, reference]]
    }
    let schema = try JSONSchema(["$ref": "#/$defs/d60", "$defs": .object(definitions)])
    #expect(schema.validate(1).first?.message.hasPrefix("cannot be checked") == true)
    #expect(schema.isValid("x"))
  }

  @Test("A pattern that takes too many steps is a violation that says so, in values and in names, and never a pass")
  func runawayPattern() throws {
    let text = String(repeating: "ab", count: 2000) + "c"
    let schema = try JSONSchema([
      "pattern": #"^(a|b|ab)*(?=d)\1$"#, "patternProperties": [#"^(a|b|ab)*(?=d)\1$"#: ["type": "null"]],
    ])
    #expect(schema.validate(.string(text)).first?.message.hasPrefix("cannot be checked: searching ^(a|b|ab)*") == true)
    #expect(schema.validate([text: 1]).first?.message.hasPrefix("cannot be checked: searching ^(a|b|ab)*") == true)
    let negated = try JSONSchema(["not": schema.source])
    #expect(
      negated.validate(.string(text)).map(\.message) == [
        "cannot be checked: searching for a pattern takes too many steps"
      ])
    #expect(try JSONSchema(["anyOf": [schema.source, ["type": "string"]]]).isValid(.string(text)))
  }

  @Test("Compiles a schema of several hundred kilobytes, and checks with it as fast as with a small one")
  func large() throws {
    var definitions = JSONObject()
    for index in 0..<2000 {
      definitions["type\(index)"] = [
        "type": "object", "required": ["kind", "name"], "additionalProperties": false,
        "properties": [
          "kind": ["const": .string("type\(index)")], "name": ["type": "string", "pattern": "^[a-z][a-z0-9-]{0,62}$"],
          "next": ["$ref": .string("#/definitions/type\((index + 7) % 2000)")],
        ],
      ]
    }
    let schema = try JSONSchema(
      ["$ref": "#/definitions/type0", "definitions": .object(definitions)],
      options: JSONSchemaOptions(dialect: .draft7))
    #expect(schema.source.compactText.utf8.count > 400_000)
    #expect(schema.isValid(["kind": "type0", "name": "a", "next": ["kind": "type7", "name": "b"]]))
    #expect(
      schema.validate(["kind": "type0", "name": "A", "next": ["kind": "type8", "name": "b"]]).map(\.instanceLocation)
        == ["/name", "/next/kind"])
  }

  @Test("Annotations and unknown keywords change nothing")
  func annotations() throws {
    let schema = try JSONSchema([
      "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://example.com/a", "$comment": "c",
      "title": "t", "description": "d", "default": 1, "examples": [1], "format": "email", "x-own": [1],
    ])
    #expect(schema.isValid("not an address"))
    #expect(schema.source["title"] == "t")
  }
}

import StructuredOutput
import Testing

@Suite("Keywords of JSON Schema, in words")
struct JSONSchemaKeywordTests {
  @Test(
    "Says what is wrong where",
    arguments: [
      (#"{"type":["string","null"]}"#, "3", "the whole value: expected null or a string, got the number 3"),
      (#"{"type":"integer"}"#, "1.5", "the whole value: expected a whole number, got the number 1.5"),
      (#"{"properties":{"a":false}}"#, #"{"a":1}"#, #""/a": no value is allowed here, got the number 1"#),
      (
        #"{"const":{"a":[1]}}"#, #"{"a":[2]}"#, #"the whole value: expected an object with "a", got an object with "a""#
      ),
      (#"{"enum":["a",1,null]}"#, "2", #"the whole value: expected one of "a", the number 1, null, got the number 2"#),
      (#"{"multipleOf":0.1}"#, "0.35", "the whole value: expected a multiple of 0.1, got 0.35"),
      (#"{"exclusiveMaximum":1e2}"#, "100.0", "the whole value: expected a number below 1e2, got 100.0"),
      (
        #"{"minLength":3}"#, #""añ""#, #"the whole value: expected at least 3 characters, has 2: the string "añ""#
      ),
      (#"{"maxLength":1}"#, #""🙂🙂""#, #"the whole value: expected at most 1 character, has 2: the string "🙂🙂""#),
      (#"{"minItems":1}"#, "[]", "the whole value: expected at least 1 element, has 0"),
      (#"{"maxItems":1}"#, "[1,2]", "the whole value: expected at most 1 element, has 2"),
      (
        #"{"uniqueItems":true}"#, #"[1,{"a":1,"b":2},{"b":2.0,"a":1}]"#,
        #"the whole value: the elements 1 and 2 are equal: an object with "b", "a""#
      ),
      (
        #"{"contains":{"type":"string"}}"#, "[1]",
        "the whole value: expected at least 1 element that fits #/contains, has 0"
      ),
      (
        #"{"contains":true,"minContains":2,"maxContains":3}"#, "[1]",
        "the whole value: expected at least 2 elements that fit #/contains, has 1"
      ),
      (
        #"{"contains":true,"maxContains":1}"#, "[1,2]",
        "the whole value: expected at most 1 element that fits #/contains, has 2 or more"
      ),
      (#"{"minProperties":1}"#, "{}", "the whole value: expected at least 1 property, has 0"),
      (#"{"maxProperties":0}"#, #"{"a":1}"#, "the whole value: expected at most 0 properties, has 1"),
      (
        #"{"propertyNames":{"maxLength":1}}"#, #"{"ab":1}"#,
        #""/ab": expected at most 1 character, has 2: the string "ab""#
      ),
      (#"{"patternProperties":{"^x-":{"type":"null"}}}"#, #"{"x-a":1}"#, #""/x-a": expected null, got the number 1"#),
      (
        #"{"dependentRequired":{"a":["b"]}}"#, #"{"a":1}"#,
        #"the whole value: the property "b" is missing, which "a" requires"#
      ),
      (
        #"{"dependentSchemas":{"a":{"required":["c"]}}}"#, #"{"a":1}"#,
        #"the whole value: the required property "c" is missing"#
      ),
      (#"{"not":{"type":"null"}}"#, "null", "the whole value: fits #/not, which it must not: null"),
      (
        #"{"if":{"minimum":10},"then":{"multipleOf":10},"else":{"maximum":5}}"#, "7",
        "the whole value: expected a number of at most 5, got 7"
      ),
      (
        #"{"prefixItems":[true],"unevaluatedItems":false}"#, #"[1,"b"]"#,
        #""/1": the element is not allowed: the string "b""#
      ),
      (
        #"{"allOf":[{"properties":{"a":true}}],"unevaluatedProperties":false}"#, #"{"a":1,"b":2}"#,
        #""/b": the property is not allowed"#
      ),
    ])
  func sentences(schema: String, value: String, sentence: String) throws {
    let schema = try JSONSchema(parsing: schema)
    #expect(schema.validate(try JSONDocument(parsing: value)).map(\.description) == [sentence])
    #expect(!schema.isValid(try JSONValue(parsing: value)))
  }

  @Test(
    "Lets pass what fits",
    arguments: [
      (#"{"type":"integer"}"#, "1.0"), (#"{"type":"integer"}"#, "-12e2"), (#"{"const":1}"#, "1.00"),
      (#"{"enum":[{"a":1,"b":2}]}"#, #"{"b":2,"a":1}"#), (#"{"uniqueItems":true}"#, #"[1,true,"1",[1],{"a":1}]"#),
      (#"{"multipleOf":1e-8}"#, "12391239123"), (#"{"contains":{"const":1},"minContains":0}"#, "[]"),
      (#"{"maxLength":2}"#, #""é🙂""#), (#"{"required":["a"]}"#, "[]"), (#"{"minimum":1}"#, #""0""#),
      (
        #"{"unevaluatedProperties":false,"anyOf":[{"properties":{"a":true}},{"properties":{"b":true}}]}"#,
        #"{"a":1,"b":1}"#
      ),
      (#"{"unevaluatedItems":false,"contains":{"type":"string"}}"#, #"["a"]"#),
      (#"{"unevaluatedProperties":false,"if":{"properties":{"a":{"const":1}},"required":["a"]}}"#, #"{"a":1}"#),
      (#"{"maxItems":1e30}"#, "[1]"), (#"{"minLength":2.0}"#, #""ab""#), (#"{"format":"date"}"#, #""soon""#),
    ])
  func allowed(schema: String, value: String) throws {
    let schema = try JSONSchema(parsing: schema)
    #expect(schema.validate(try JSONDocument(parsing: value)).isEmpty)
    #expect(schema.isValid(try JSONDocument(parsing: value)))
  }

  @Test("An alternative that fails leaves nothing evaluated")
  func marksOfFailures() throws {
    let schema = try JSONSchema(
      parsing: """
        {"unevaluatedProperties":false,
         "anyOf":[{"properties":{"a":{"type":"string"}},"required":["c"]},{"properties":{"b":true}}]}
        """)
    #expect(schema.validate(["b": 1]).isEmpty)
    #expect(schema.validate(["a": "x", "b": 1]).map(\.instanceLocation) == ["/a"])
    #expect(schema.validate(["a": "x", "c": 1]).map(\.instanceLocation) == ["/c"])
  }

  @Test("Tells the required and known keys of a large object, in any order")
  func manyKeys() throws {
    let names = (0..<200).map { "key\($0)" }
    let schema = try JSONSchema([
      "properties": .object(JSONObject(names.map { ($0, ["type": "integer"]) })),
      "required": .array(names.map { .string($0) }), "additionalProperties": false,
    ])
    var object = JSONObject(names.reversed().map { ($0, 1) })
    #expect(schema.isValid(.object(object)))
    object["key7"] = nil
    object["other"] = 1
    object["key150"] = nil
    #expect(
      schema.validate(.object(object)).map(\.message) == [
        #"the required property "key7" is missing"#, #"the required property "key150" is missing"#,
        #"the property is not allowed; allowed are "key0", "key1", "key2", "key3", "key4", "key5", "key6", "key7" or 192 more"#,
      ])
  }

  @Test("Finds one of many values, strings and others, in values and in names")
  func manyValues() throws {
    let strings = (0..<300).map { JSONValue.string("zone/\($0)") }
    let schema = try JSONSchema([
      "items": ["enum": .array(strings + [1, nil, ["zone/1"], "zone/7", ""])],
      "propertyNames": ["enum": .array(strings)],
    ])
    #expect(schema.isValid(["zone/0", "zone/299", "", 1.0, nil, ["zone/1"], "zone/7"]))
    #expect(schema.validate(["zone/300", "zone/2", true, ["zone/2"]]).map(\.instanceLocation) == ["/0", "/2", "/3"])
    #expect(schema.isValid(["zone/5": 1]) && !schema.isValid(["zone/": 1]))
  }

  @Test("Finds the first repeated element among thousands, numbers by value")
  func manyElements() throws {
    let schema = try JSONSchema(["uniqueItems": true])
    var elements = (0..<5000).map { JSONValue.array([.number(JSONNumber($0)), "x"]) }
    #expect(schema.isValid(.array(elements)))
    elements[4000] = [.number(try #require(JSONNumber(text: "12.0"))), "x"]
    elements[4500] = [13, "x"]
    #expect(
      schema.validate(.array(elements)).map(\.message) == ["the elements 12 and 4000 are equal: an array of 2"])
  }

  @Test("Keys that differ only in composition are different properties")
  func composition() throws {
    let schema = try JSONSchema(["properties": ["\u{E9}": ["const": 1], "e\u{301}": ["const": 2]]])
    #expect(schema.isValid(["\u{E9}": 1, "e\u{301}": 2]))
    #expect(schema.validate(["\u{E9}": 2, "e\u{301}": 1]).count == 2)
  }

  @Test("Of a repeated key every value is checked")
  func repeatedKeys() throws {
    let schema = try JSONSchema(["properties": ["a": ["type": "integer"]]])
    #expect(!schema.isValid(try JSONDocument(parsing: #"{"a":"x","a":1}"#)))
    #expect(!schema.isValid(try JSONDocument(parsing: #"{"a":1,"a":"x"}"#)))
  }

  @Test("Counts what it no longer spells out")
  func many() throws {
    let violations = try JSONSchema(["items": ["type": "string"]]).validate(
      .array((0..<5000).map { .number(JSONNumber($0)) }))
    #expect(violations.count == 1001)
    #expect(violations.last?.message == "4000 more violations")
  }

  @Test(
    "Checks formats where that is asked for",
    arguments: [
      ("date", "2026-02-30", "expected a date of RFC 3339, such as 2026-01-31, got the string \"2026-02-30\""),
      ("email", "a@", "expected an e-mail address, such as joe@example.com, got the string \"a@\""),
      ("ipv4", "256.0.0.1", "expected an IPv4 address, such as 192.0.2.1, got the string \"256.0.0.1\""),
    ])
  func formats(name: String, text: String, message: String) throws {
    let source: JSONValue = ["format": .string(name)]
    #expect(try JSONSchema(source).isValid(.string(text)))
    let schema = try JSONSchema(source, options: JSONSchemaOptions(assertsFormats: true))
    #expect(schema.validate(.string(text)).map(\.message) == [message])
    #expect(schema.isValid(1))
  }
}

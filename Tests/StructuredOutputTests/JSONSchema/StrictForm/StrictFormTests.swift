import StructuredOutput
import Testing

@Suite("Strict form of a JSON Schema")
struct StrictFormTests {
  private func strict(_ text: String, _ provider: StrictFormProvider) throws -> StrictSchema {
    try JSONSchema(parsing: text).strictForm(for: provider)
  }

  private static let everyProvider: [StrictFormProvider] = [.openAI, .anthropic, .gemini]

  private static let order = #"""
    {"type":"object","title":"Order","required":["id","items"],"properties":{
      "id":{"type":"string","pattern":"^R-[0-9]{4}$","description":"Number"},
      "note":{"type":"string","minLength":3},
      "state":{"enum":["open","paid"]},
      "address":{"$ref":"#/$defs/address","description":"Where to"},
      "items":{"type":"array","minItems":2,"items":{"type":"object","properties":{
        "price":{"type":"number","exclusiveMinimum":0},"count":{"type":"integer","exclusiveMinimum":0}},
        "required":["price"]}}},
     "$defs":{"address":{"type":"object","properties":{"city":{"type":"string"},"zip":{"type":"string"}},
       "required":["city"],"additionalProperties":false}}}
    """#

  @Test("Makes every property required for OpenAI, and takes the nulls out of a response again")
  func openAI() throws {
    let strict = try strict(Self.order, .openAI)
    let item: JSONValue = [
      "type": "object",
      "properties": [
        "price": ["type": "number", "exclusiveMinimum": 0],
        "count": ["type": ["integer", "null"], "exclusiveMinimum": 0],
      ],
      "required": ["price", "count"], "additionalProperties": false,
    ]
    let expected: JSONValue = [
      "type": "object",
      "properties": [
        "id": ["type": "string", "pattern": "^R-[0-9]{4}$", "description": "Number"],
        "note": ["type": ["string", "null"]],
        "state": ["type": ["string", "null"], "enum": ["open", "paid", .null]],
        "address": ["anyOf": [["$ref": "#/$defs/address"], ["type": "null"]], "description": "Where to"],
        "items": ["type": "array", "minItems": 2, "items": item],
      ],
      "required": ["id", "note", "state", "address", "items"], "additionalProperties": false, "title": "Order",
      "$defs": [
        "address": [
          "type": "object", "properties": ["city": ["type": "string"], "zip": ["type": ["string", "null"]]],
          "required": ["city", "zip"], "additionalProperties": false,
        ]
      ],
    ]
    #expect(strict.schema.compactText == expected.compactText)
    let response = try JSONValue(
      parsing: #"""
        {"id":"R-1234","note":null,"state":null,"address":{"city":"Bonn","zip":null},
         "items":[{"price":1,"count":null},{"price":2,"count":3}]}
        """#)
    #expect(try JSONSchema(strict.schema).validate(response) == [])
    let restored = strict.restore(response)
    #expect(
      restored.compactText
        == #"{"id":"R-1234","address":{"city":"Bonn"},"items":[{"price":1},{"price":2,"count":3}]}"#)
    #expect(try JSONSchema(parsing: Self.order).validate(restored) == [])
  }

  @Test("Says of each loss where it is, which keyword, and what it means")
  func losses() throws {
    let losses = try strict(Self.order, .openAI).losses.map(\.description)
    #expect(
      losses.contains("#/properties/note/minLength (allows more): minLength is not kept: validate after decoding"))
    #expect(
      losses.contains(
        "#/properties/note/required (written otherwise): the optional property becomes required and nullable; "
          + "null stands for none"))
    #expect(
      losses.contains(
        "#/properties/items/items/additionalProperties (allows less): properties that are not listed are no longer allowed"
      ))
    #expect(!losses.contains { $0.hasPrefix("#/$defs/address/additionalProperties") })
    let gemini = try strict(Self.order, .gemini).losses.map { "\($0.schemaLocation)/\($0.keyword)" }
    #expect(
      gemini == [
        "#/properties/id/pattern", "#/properties/note/minLength",
        "#/properties/items/items/properties/price/exclusiveMinimum",
      ])
    let anthropic = try strict(Self.order, .anthropic)
    #expect(anthropic.losses.contains { $0.keyword == "minItems" && $0.effect == .allowsMore })
    #expect(anthropic.schema["required"] == ["id", "items"])
    #expect(anthropic.schema["properties"]?["items"]?["minItems"] == 1)
  }

  @Test("Keeps what a whole form can say without any loss")
  func lossless() throws {
    let text = #"""
      {"type":"object","properties":{"a":{"type":"string","format":"date"},"b":{"anyOf":[{"type":"integer"},{"type":"null"}]},
       "c":{"type":"array","items":{"type":"boolean"}},"d":{"type":["string","null"]}},
       "required":["a","b","c","d"],"additionalProperties":false}
      """#
    for provider in Self.everyProvider {
      let strict = try strict(text, provider)
      #expect(strict.losses == [], "\(provider)")
      #expect(strict.schema == (try JSONValue(parsing: text)), "\(provider)")
    }
  }

  @Test("Wraps a root that is no object, and unwraps the response")
  func wrappedRoot() throws {
    for provider in [StrictFormProvider.openAI, .anthropic] {
      let strict = try strict(#"{"type":"array","items":{"type":"integer"}}"#, provider)
      #expect(strict.schema["properties"] == ["value": ["type": "array", "items": ["type": "integer"]]])
      #expect(strict.restore(["value": [1, 2]]) == [1, 2])
      #expect(strict.restore(["other": 1]) == ["other": 1])
      #expect(strict.losses.map(\.effect) == [.rewritten])
    }
    #expect(try strict(#"{"type":"array","items":{"type":"integer"}}"#, .gemini).losses == [])
  }

  @Test("Writes an object with any keys as entries where other properties cannot be said")
  func maps() throws {
    let text = #"""
      {"type":"object","properties":{"counts":{"type":"object","additionalProperties":
       {"type":"object","properties":{"n":{"type":"integer"}},"additionalProperties":false}}},"required":["counts"],
       "additionalProperties":false}
      """#
    let strict = try strict(text, .openAI)
    let response = try JSONValue(
      parsing: #"{"counts":[{"key":"a","value":{"n":1}},{"key":"b","value":{"n":null}}]}"#)
    #expect(try JSONSchema(strict.schema).validate(response) == [])
    #expect(strict.restore(response).compactText == #"{"counts":{"a":{"n":1},"b":{}}}"#)
    #expect(strict.restore(["counts": [["key": 1]]]) == ["counts": [["key": 1]]])
    let gemini = try self.strict(text, .gemini)
    #expect(gemini.schema == (try JSONValue(parsing: text)))
  }

  @Test("Turns alternatives back by the one that the response fits")
  func alternatives() throws {
    let text = #"""
      {"type":"object","properties":{"shape":{"oneOf":[
        {"type":"object","properties":{"kind":{"const":"circle"},"r":{"type":"number"},"note":{"type":"string"}},
         "required":["kind","r"]},
        {"type":"object","properties":{"kind":{"const":"map"},"note":{"type":"object","additionalProperties":{"type":"integer"}}},
         "required":["kind","note"]}]}},"required":["shape"]}
      """#
    let strict = try strict(text, .openAI)
    let original = try JSONSchema(parsing: text)
    for (response, expected) in [
      (#"{"shape":{"kind":"circle","r":1,"note":null}}"#, #"{"shape":{"kind":"circle","r":1}}"#),
      (#"{"shape":{"kind":"map","note":[{"key":"a","value":1}]}}"#, #"{"shape":{"kind":"map","note":{"a":1}}}"#),
    ] {
      let value = try JSONValue(parsing: response)
      #expect(try JSONSchema(strict.schema).validate(value) == [])
      #expect(strict.restore(value).compactText == expected)
      #expect(original.isValid(strict.restore(value)))
    }
    #expect(strict.losses.contains { $0.keyword == "oneOf" && $0.effect == .allowsMore })
    #expect(strict.restore(["shape": 3]) == ["shape": 3])
  }

  @Test("Merges allOf and what stands beside references and alternatives")
  func merging() throws {
    let text = #"""
      {"allOf":[{"$ref":"#/$defs/base"},{"type":"object","properties":{"b":{"type":"integer","minimum":1},"a":{"maxLength":5}},
        "required":["b"]}],"$defs":{"base":{"type":"object","properties":{"a":{"type":"string"},"b":{"maximum":9,"minimum":0}},
        "required":["a"]}}}
      """#
    let strict = try strict(text, .openAI)
    #expect(
      strict.schema["properties"]
        == ["a": ["type": "string"], "b": ["type": "integer", "minimum": 1, "maximum": 9]])
    #expect(strict.schema["required"] == ["a", "b"])
    #expect(strict.schema["$defs"] == nil)

    let beside = try self.strict(
      #"{"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"integer"}},"anyOf":[{"required":["a"]},{"required":["b"]}]}"#,
      .anthropic)
    let branches = try #require(beside.schema["properties"]?["value"]?["anyOf"]?.arrayValue)
    #expect(branches.map { $0["required"] } == [["a"], ["b"]])
    let contradiction = #expect(throws: JSONSchemaError.self) {
      try self.strict(#"{"allOf":[{"type":"string"},{"type":"integer"}]}"#, .openAI)
    }
    #expect(contradiction?.reason.contains("no type is allowed by both") == true)
  }

  @Test("Keeps recursion for OpenAI, frees it for Gemini, and refuses it for Anthropic")
  func recursion() throws {
    let text = #"""
      {"type":"object","properties":{"name":{"type":"string"},"children":{"type":"array","items":{"$ref":"#"}}},
       "required":["name","children"],"additionalProperties":false}
      """#
    let openAI = try strict(text, .openAI)
    let tree = try JSONValue(parsing: #"{"name":"a","children":[{"name":"b","children":[]}]}"#)
    #expect(openAI.losses == [])
    #expect(try JSONSchema(openAI.schema).validate(tree) == [])
    #expect(!(try JSONSchema(openAI.schema).isValid(["name": "a", "children": [1]])))
    let gemini = try strict(text, .gemini)
    #expect(gemini.schema["$defs"]?["root"]?["required"] == ["name"])
    #expect(gemini.losses.map(\.keyword) == ["required"])
    let error = #expect(throws: JSONSchemaError.self) { try strict(text, .anthropic) }
    #expect(error?.reason.contains("the schema contains itself") == true)

    let optional = try strict(
      ##"{"type":"object","properties":{"next":{"$ref":"#"},"n":{"type":"integer"}},"required":["n"]}"##, .openAI)
    let list = try JSONValue(parsing: #"{"n":1,"next":{"n":2,"next":null}}"#)
    #expect(optional.restore(list).compactText == #"{"n":1,"next":{"n":2}}"#)
  }

  @Test("Counts the limits that a provider documents")
  func limits() throws {
    func object(_ count: Int, required: Bool) -> JSONValue {
      let keys = (0..<count).map { "p\($0)" }
      return [
        "type": "object", "properties": .object(JSONObject(keys.map { ($0, ["type": "boolean"]) })),
        "required": .array(required ? keys.map { .string($0) } : []), "additionalProperties": false,
      ]
    }
    #expect(throws: Never.self) { try JSONSchema(object(5000, required: true)).strictForm(for: .openAI) }
    let many = #expect(throws: JSONSchemaError.self) {
      try JSONSchema(object(5001, required: true)).strictForm(for: .openAI)
    }
    #expect(many?.reason == "OpenAI's strict form takes at most 5000 properties, the schema has 5001")
    #expect(throws: Never.self) { try JSONSchema(object(24, required: false)).strictForm(for: .anthropic) }
    #expect(throws: JSONSchemaError.self) { try JSONSchema(object(25, required: false)).strictForm(for: .anthropic) }

    var nested: JSONValue = ["type": "string"]
    for _ in 0..<10 { nested = ["type": "object", "properties": ["a": nested], "required": ["a"]] }
    #expect(throws: Never.self) { try JSONSchema(nested).strictForm(for: .openAI) }
    nested = ["type": "object", "properties": ["a": nested], "required": ["a"]]
    #expect(throws: JSONSchemaError.self) { try JSONSchema(nested).strictForm(for: .openAI) }
    let values = (0..<1001).map { JSONValue.string("v\($0)") }
    let listed: JSONValue = ["type": "object", "properties": ["a": ["enum": .array(values)]], "required": ["a"]]
    #expect(throws: JSONSchemaError.self) { try JSONSchema(listed).strictForm(for: .openAI) }
  }

  @Test("Ends with an error on a schema nested deeper than any provider takes, on a small stack too")
  func depth() async throws {
    var nested: JSONValue = ["type": "string"]
    for _ in 0..<200 { nested = ["type": "array", "items": nested] }
    let schema = try JSONSchema(nested)
    let reason = await onSmallStack { () -> String in
      do throws(JSONSchemaError) {
        _ = try schema.strictForm(for: .gemini)
        return ""
      } catch {
        return error.reason
      }
    }
    #expect(reason.contains("nested more than 64 deep"))
    var alternatives: JSONValue = ["type": "string"]
    for _ in 0..<14 {
      alternatives = ["type": ["array", "object"], "items": alternatives, "properties": ["a": alternatives]]
    }
    let doubling = try JSONSchema(alternatives)
    #expect(throws: JSONSchemaError.self) { try doubling.strictForm(for: .gemini) }
  }

  @Test(
    "Refuses what no document of a form could satisfy, or what names nothing",
    arguments: [
      #"{"type":"object","properties":{"a":false},"required":["a"]}"#, #"{"enum":[{"a":1}]}"#,
      ##"{"type":"object","properties":{"a":{"$dynamicRef":"#x"}}}"##,
    ])
  func refusals(_ text: String) throws {
    guard let schema = try? JSONSchema(parsing: text) else { return }
    #expect(throws: JSONSchemaError.self) { try schema.strictForm(for: .openAI) }
  }

  private static let corpus = [
    order,
    #"{"type":"object","properties":{"a":{},"b":{"type":["string","integer","null"]},"c":{"type":"object"}}}"#,
    #"{"type":"object","properties":{"t":{"type":"array","prefixItems":[{"type":"string"},{"type":"integer"}],"items":false}}}"#,
    #"{"type":"object","properties":{"x":{"not":{"type":"null"},"type":"string","format":"uri"},"y":{"const":3},"z":{"enum":[1,"a",true,null]}}}"#,
    #"{"type":"object","patternProperties":{"^a":{"type":"integer"}},"additionalProperties":false}"#,
    #"{"type":"object","properties":{"u":{"type":"array","items":{"type":"string"},"uniqueItems":true,"default":[]}}}"#,
    #"{"type":"object","required":["k"],"properties":{"m":{"type":"number","multipleOf":0.5,"minimum":0,"maximum":9}}}"#,
    ##"{"$ref":"#/$defs/a","$defs":{"a":{"type":"object","properties":{"b":{"$ref":"#/$defs/b"}}},"b":{"type":"boolean"}}}"##,
    #"{"type":"object","properties":{"d":{"if":{"type":"string"},"then":{"minLength":1},"type":"string"},"e":{"type":"string","pattern":"a\\b"}}}"#,
  ]

  /// Keywords that each provider documents.
  private static let keywords: [StrictFormProvider: Set<String>] = [
    .openAI: [
      "type", "properties", "required", "additionalProperties", "items", "minItems", "maxItems", "enum", "const",
      "anyOf",
      "$ref", "$defs", "pattern", "format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
      "title", "description",
    ],
    .anthropic: [
      "type", "properties", "required", "additionalProperties", "items", "minItems", "enum", "const", "anyOf", "$ref",
      "$defs", "pattern", "format", "title", "description",
    ],
    .gemini: [
      "type", "properties", "required", "additionalProperties", "items", "prefixItems", "minItems", "maxItems", "enum",
      "anyOf", "$ref", "$defs", "format", "minimum", "maximum", "title", "description",
    ],
  ]

  @Test("Uses no keyword that the provider does not document, and is the same each time", arguments: corpus)
  func documentedKeywords(_ text: String) throws {
    for provider in Self.everyProvider {
      let strict = try strict(text, provider)
      #expect(try self.strict(text, provider).schema.compactText == strict.schema.compactText)
      #expect(try self.strict(text, provider).losses == strict.losses)
      #expect(throws: Never.self) { try JSONSchema(strict.schema) }
      var pending = [strict.schema]
      while let part = pending.popLast() {
        guard let object = part.objectValue else { continue }
        let unknown = object.keys.filter { !(Self.keywords[provider]?.contains($0) ?? false) }
        #expect(unknown == [], "\(provider): \(object)")
        if object["$ref"] != nil { #expect(object.count == 1) }
        if provider != .gemini, part["type"] == "object" {
          #expect(object["additionalProperties"] == false)
        }
        if provider == .openAI, let properties = object["properties"]?.objectValue {
          #expect(object["required"] == .array(properties.keys.map { .string($0) }))
        }
        for keyword in ["items", "additionalProperties"] { if let inner = object[keyword] { pending.append(inner) } }
        for keyword in ["anyOf", "prefixItems"] { pending += object[keyword]?.arrayValue ?? [] }
        for keyword in ["properties", "$defs"] { pending += object[keyword]?.objectValue?.values ?? [] }
      }
    }
  }

  @Test("Takes the schemas of Codable types, whose values come back from the strict form")
  func codableTypes() throws {
    let schema = try JSONSchema(for: JSONSchemaOfTypeTests.Order.self)
    let strict = try schema.strictForm(for: .openAI)
    #expect(strict.losses.allSatisfy { $0.effect == .rewritten })
    let response = try JSONValue(
      parsing: #"{"id":"R","items":[{"name":"a","price":1,"note":null}],"state":"open","isGift":null}"#)
    #expect(try JSONSchema(strict.schema).validate(response) == [])
    let order = try strict.restore(response).decoded(as: JSONSchemaOfTypeTests.Order.self)
    #expect(order.items == [.init(name: "a", price: 1)])
  }
}

import Foundation
import StructuredOutput
import Testing

@Suite("JSON Schema of a Codable type")
struct JSONSchemaOfTypeTests {
  /// Checks that what is encoded fits the schema and is decoded again, and that neither takes the broken documents.
  private func check<T: Codable>(
    _ values: [T], against schema: JSONSchema, refuses broken: [String], form: JSONCodableForm = .standard,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    for value in values {
      let json = try JSONValue(parsing: [UInt8](form.makeEncoder().encode(value)))
      #expect(schema.validate(json) == [], "\(json)", sourceLocation: location)
      #expect(throws: Never.self, sourceLocation: location) { try json.decoded(as: T.self, form: form) }
    }
    for text in broken {
      let json = try JSONValue(parsing: text)
      #expect(!schema.isValid(json), "the schema takes \(text)", sourceLocation: location)
      #expect(throws: JSONDecodingError.self, "decoding takes \(text)", sourceLocation: location) {
        try json.decoded(as: T.self, form: form)
      }
    }
  }

  @Test("Writes properties in the order of decoding, optional ones neither required nor refused as null")
  func order() throws {
    let schema = try JSONSchema(for: Order.self)
    let expected: JSONValue = [
      "type": "object",
      "properties": [
        "id": ["type": "string"],
        "items": ["type": "array", "items": ["$ref": "#/$defs/Item"]],
        "state": ["type": "string", "enum": ["open", "paid"]],
        "isGift": ["type": ["boolean", "null"]],
      ],
      "required": ["id", "items", "state"], "additionalProperties": false,
      "$defs": [
        "Item": [
          "type": "object",
          "properties": [
            "name": ["type": "string"], "price": ["type": "number"], "note": ["type": ["string", "null"]],
          ],
          "required": ["name", "price"], "additionalProperties": false,
        ]
      ],
    ]
    #expect(schema.source.compactText == expected.compactText)
    try check(
      [
        Order(id: "R", items: [.init(name: "a", price: 1.5), .init(name: "b", price: 2, note: "n")], state: .paid),
        Order(id: "R", items: [], state: .open, isGift: true),
      ], against: schema,
      refuses: [
        #"{"items":[],"state":"open"}"#, #"{"id":1,"items":[],"state":"open"}"#, #"{"id":"a","items":[],"state":"x"}"#,
        #"{"id":"a","items":[{"name":"b"}],"state":"open"}"#, #"{"id":"a","items":{},"state":"open"}"#, "[]", "null",
      ])
    #expect(schema.isValid(try JSONValue(parsing: #"{"id":"a","items":[],"state":"open","isGift":null}"#)))
    #expect(!schema.isValid(try JSONValue(parsing: #"{"id":"a","items":[],"state":"open","extra":1}"#)))
    let open = try JSONSchema(for: Order.self, allowsExtraProperties: true)
    #expect(open.isValid(try JSONValue(parsing: #"{"id":"a","items":[],"state":"open","extra":1}"#)))
  }

  @Test("Is the same each time it is made")
  func deterministic() throws {
    let first = try JSONSchema(for: Boxes.self).source.compactText
    for _ in 0..<3 { #expect(try JSONSchema(for: Boxes.self).source.compactText == first) }
  }

  @Test("Knows Foundation's types as the form writes them, and the bounds of small integers")
  func scalars() throws {
    let value = Scalars(
      flag: true, small: -128, byte: 255, medium: .max, large: .max, count: 3, ratio: 0.5,
      day: Date(timeIntervalSince1970: 1_700_000_000), link: try #require(URL(string: "https://example.com/x")),
      key: UUID(), bytes: Data([1, 2]), amount: try #require(Decimal(string: "19.99")))
    let schema = try JSONSchema(for: Scalars.self)
    let properties = try #require(schema.source["properties"])
    #expect(properties["small"] == ["type": "integer", "minimum": -128, "maximum": 127])
    #expect(properties["count"] == ["type": "integer", "minimum": 0])
    #expect(properties["large"] == ["type": "integer"])
    #expect(properties["day"] == ["type": "string", "format": "date-time"])
    #expect(properties["link"] == ["type": "string", "format": "uri"])
    #expect(properties["key"] == ["type": "string", "format": "uuid"])
    #expect(properties["bytes"]?["contentEncoding"] == "base64")
    #expect(properties["amount"] == ["type": "number"])
    let text = try JSONValue(parsing: [UInt8](JSONCodableForm.standard.makeEncoder().encode(value)))
    let broken = [
      ("flag", "1"), ("small", "128"), ("byte", "-1"), ("medium", "2147483648"), ("large", "1.5"), ("count", "-1"),
      ("ratio", "\"a\""), ("day", "1"), ("link", "1"), ("key", "1"), ("bytes", "[1]"), ("amount", "\"19.99\""),
      ("amount", "null"),
    ]
    try check(
      [value], against: schema,
      refuses: broken.map { key, broken in
        var object = text.objectValue ?? [:]
        object[key] = try JSONValue(parsing: broken)
        return JSONValue.object(object).compactText
      })
  }

  @Test("Writes dates and keys as the form says")
  func forms() throws {
    struct Meeting: Codable {
      var startsAt: Date
      var roomNumber2: Int
    }
    let meeting = Meeting(startsAt: Date(timeIntervalSince1970: 1_700_000_000), roomNumber2: 3)
    for dates in [JSONCodableForm.Dates.secondsSince1970, .millisecondsSince1970, .secondsSince2001] {
      let form = JSONCodableForm(dates: dates, keys: .snakeCase)
      let schema = try JSONSchema(for: Meeting.self, form: form)
      #expect(schema.source["properties"]?["starts_at"] == ["type": "number"])
      try check(
        [meeting], against: schema,
        refuses: [#"{"starts":1,"room_number2":1}"#, #"{"starts_at":"x","room_number2":1}"#], form: form)
    }
    let schema = try JSONSchema(for: Invoice.self, form: JSONCodableForm(keys: .snakeCase))
    // Foundation writes `image_url`, but reads that as `imageUrl`: only the unchanged key is read.
    #expect(schema.source["properties"]?.objectValue?.keys == ["order_number", "imageURL"])
  }

  @Test("Knows arrays, sets, dictionaries by string, number and enumeration, and optional elements")
  func collections() throws {
    let schema = try JSONSchema(for: Collections.self)
    #expect(schema.source["properties"]?["tags"]?["uniqueItems"] == true)
    let start = #"{"tags":["a"],"counts":{"a":1},"byNumber":{"1":"b"},"matrix":[[1]],"maybe":"#
    try check(
      [
        Collections(
          tags: ["a", "b"], counts: ["x": 1], byNumber: [1: "a", -2: "b"], matrix: [[1, 2], []], maybe: ["a", nil])
      ],
      against: schema,
      refuses: [
        start + "[1]}", start + "{}}", #"{"tags":["a"],"counts":{"a":"1"},"byNumber":{},"matrix":[],"maybe":[]}"#,
        #"{"tags":["a"],"counts":{},"byNumber":{"x":"1"},"matrix":[],"maybe":[]}"#,
        #"{"tags":["a"],"counts":{},"byNumber":{},"matrix":[1],"maybe":[]}"#,
      ])
    try check(
      [Stock(bySize: [.small: 1], byDay: [.monday: true])], against: JSONSchema(for: Stock.self),
      refuses: [#"{"bySize":{"huge":1},"byDay":[]}"#, #"{"bySize":{"small":"1"},"byDay":[]}"#])
  }

  @Test("Lists the cases of enumerations that are CaseIterable")
  func enumerations() throws {
    #expect(try JSONSchema(for: Weekday.self).source == ["type": "integer", "enum": [1, 2]])
    try check([Weekday.monday], against: JSONSchema(for: Weekday.self), refuses: ["3", "\"1\""])
    try check(
      [Turn(side: .left), Turn(side: .right)], against: JSONSchema(for: Turn.self),
      refuses: [#"{"side":{"up":{}}}"#, #"{"side":"left"}"#, #"{"side":{}}"#])
  }

  @Test("Ends on types that contain themselves and each other")
  func recursive() throws {
    let schema = try JSONSchema(for: Node.self)
    #expect(schema.source["properties"]?["children"] == ["type": "array", "items": ["$ref": "#"]])
    try check(
      [Node(name: "a", next: Node(name: "b"), children: [Node(name: "c", children: [Node(name: "d")])])],
      against: schema,
      refuses: [#"{"name":"a"}"#, #"{"name":"a","children":[{"name":1,"children":[]}]}"#])
    let team = Team(lead: Member(team: Team(name: "b"), name: "c"), name: "a")
    try check([team], against: JSONSchema(for: Team.self), refuses: [#"{"name":"a","lead":{"team":{"name":"b"}}}"#])
    try check(
      [[Member(team: team, name: "x")]], against: JSONSchema(for: [Member].self), refuses: [#"[{"name":"a"}]"#])
  }

  @Test("Learns the cases of enumerations with associated values from their keys or from examples")
  func associatedValues() throws {
    let commands = try JSONSchema(for: Command.self)
    #expect(commands.source["oneOf"]?.arrayValue?.count == 2)
    try check(
      [Command.move(1), .say("a", loud: nil), .say("a", loud: true)], against: commands,
      refuses: [#"{"move":{"_0":"a"}}"#, "{}", #"{"move":{"_0":1},"say":{"_0":"a"}}"#, #"{"stop":{}}"#])
    let shapes = [Shape.circle(radius: 1), .rectangle(width: 1, height: 2), .point]
    try check(
      shapes, against: JSONSchema(for: Shape.self, examples: shapes),
      refuses: [#"{"circle":{}}"#, #"{"rectangle":{"width":1}}"#, #"{"square":{}}"#])
    try check(
      [shapes], against: JSONSchema(for: [Shape].self, example: shapes), refuses: [#"[{"circle":{}}]"#, "{}"])
    let error = #expect(throws: JSONSchemaError.self) { try JSONSchema(for: Shape.self) }
    #expect(error?.reason.contains("give an example of each") == true)
  }

  @Test("Learns the cases of an indirect enumeration from deep within examples")
  func indirect() throws {
    let expression = Expression.sum(.number(1), .negated(.sum(.number(2), .number(3))))
    try check(
      [expression], against: JSONSchema(for: Expression.self, example: expression),
      refuses: [#"{"sum":{"_0":{"number":{"_0":1}}}}"#, #"{"number":{"_0":"a"}}"#])
  }

  @Test("Tries other made-up values where an initialiser refuses the first, then asks for an example")
  func refusals() throws {
    try check([Email("a@b")], against: JSONSchema(for: Email.self), refuses: ["1"])
    let error = #expect(throws: JSONSchemaError.self) { try JSONSchema(for: Article.self) }
    #expect(error?.reason.contains("ArticleNumber") == true)
    #expect(error?.reason.contains("JSONSchema(for:example:)") == true)
    let article = Article(number: try #require(ArticleNumber(rawValue: "R-1234")), contact: Email("a@b"))
    try check(
      [article], against: JSONSchema(for: Article.self, example: article),
      refuses: [#"{"number":"R-1234"}"#, #"{"number":1,"contact":"a@b"}"#])
    let basket = Basket(items: [.init(name: "a", price: 60)])
    try check([basket], against: JSONSchema(for: Basket.self), refuses: [#"{"items":[{"name":"a"}]}"#])
    #expect(try JSONSchema(for: Grade?.self).source == ["type": ["string", "null"]])
  }

  @Test("Knows nested containers, superclasses and arrays of fixed positions")
  func containers() throws {
    try check(
      [Dog(name: "Rex", tricks: ["sit"])], against: JSONSchema(for: Dog.self),
      refuses: [#"{"tricks":[]}"#, #"{"tricks":[],"super":{}}"#])
    try check(
      [Place(city: "a", latitude: 1, labels: ["b", "c"])], against: JSONSchema(for: Place.self),
      refuses: [#"{"city":"a","position":{},"labels":[]}"#, #"{"city":"a","position":{"latitude":1},"labels":[1]}"#])
    let pair = try JSONSchema(for: Pair.self)
    #expect(pair.source["prefixItems"] == [["type": "integer"], ["type": "string"]])
    try check([Pair(count: 1, unit: "kg")], against: pair, refuses: [#"["kg",1]"#, "[1]", "{}"])
    try check([Scores(scores: ["a": 1])], against: JSONSchema(for: Scores.self), refuses: [#"{"a":"b"}"#, "[]"])
    let listed = [Scores(scores: [:]), Scores(scores: ["a": 1])]
    try check(listed, against: JSONSchema(for: Scores.self, examples: listed), refuses: [#"{"a":"b"}"#])
    let places = [Place(city: "a", latitude: 1, labels: []), Place(city: "b", latitude: 2, labels: ["c"])]
    try check(
      places, against: JSONSchema(for: Place.self, examples: places),
      refuses: [#"{"city":"a","position":{"latitude":1},"labels":[1]}"#])
    try check([Marked(empty: Empty())], against: JSONSchema(for: Marked.self), refuses: ["{}"])
  }

  @Test("Finds alternatives that a property or the kind of a value chooses")
  func alternatives() throws {
    let events = try JSONSchema(for: Event.self)
    #expect(events.source["oneOf"]?[1]?["properties"]?["kind"] == ["type": "string", "enum": ["payment"]])
    try check(
      [Event.login(user: "a"), .payment(amount: 1)], against: events,
      refuses: [#"{"kind":"login","amount":1}"#, #"{"kind":"payment","user":"a"}"#, #"{"kind":"x"}"#])
    #expect(try JSONSchema(for: Answer.self).source == ["anyOf": [["type": "integer"], ["type": "string"]]])
    try check([Answer.number(1), .text("a")], against: JSONSchema(for: Answer.self), refuses: ["true", "[]"])
    let settings = try JSONSchema(for: Settings.self)
    #expect(settings.source["required"] == ["name", "owner"])
    try check(
      [Settings(name: "a", limit: 1, owner: nil), Settings(name: "a", limit: 1, owner: "b")], against: settings,
      refuses: [#"{"name":"a"}"#, #"{"name":"a","owner":1}"#, #"{"name":"a","owner":null,"limit":"x"}"#])
    #expect(settings.isValid(["name": "a", "owner": .null]))
  }

  @Test("Tells generic types of one name apart, and takes any JSON where the type does")
  func generics() throws {
    let schema = try JSONSchema(for: Boxes.self)
    #expect(
      schema.source["$defs"]?.objectValue?.keys
        == ["Box_Int_", "Box_String_", "ClosedRange_Int_"].filter {
          schema.source["$defs"]?[$0] != nil
        })
    try check(
      [Boxes(number: Box(content: 1), text: Box(content: "a"), loose: ["x": [1, .null]], range: 1...2)],
      against: schema,
      refuses: [
        #"{"number":{"content":"a"},"text":{"content":"a"},"loose":1,"range":[1,2]}"#,
        #"{"number":{"content":1},"text":{"content":"a"},"loose":1,"range":[1]}"#,
      ])
  }

  @Test("Takes descriptions and whole schemas from the types")
  func statedByTypes() throws {
    let schema = try JSONSchema(for: Invoice.self).source
    #expect(schema["description"] == "One invoice")
    #expect(schema["properties"]?["orderNumber"]?["description"] == "Number of the order")
    let progress = try JSONSchema(for: Progress.self)
    #expect(progress.source["properties"]?["done"] == Percentage.jsonSchema)
    try check([Progress(done: Percentage(value: 3))], against: progress, refuses: [#"{"done":"3"}"#, "{}"])
    struct Misspelt: Codable, JSONSchemaDescribing {
      var total: Int
      static let propertyDescriptions = ["totl": "Sum"]
    }
    #expect(throws: JSONSchemaError.self) { try JSONSchema(for: Misspelt.self) }
  }

  @Test("Refuses an example that the type would not decode")
  func asymmetricExample() throws {
    struct OneWay: Codable {
      var a = 1
      init() {}
      private enum ReadKeys: CodingKey { case a }
      private enum WrittenKeys: CodingKey { case b }
      init(from decoder: any Decoder) throws {
        a = try decoder.container(keyedBy: ReadKeys.self).decode(Int.self, forKey: .a)
      }
      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: WrittenKeys.self)
        try container.encode(a, forKey: .b)
      }
    }
    let error = #expect(throws: JSONSchemaError.self) { try JSONSchema(for: OneWay.self, example: OneWay()) }
    #expect(error?.reason.contains("example 1 of OneWay") == true)
  }

  @Test("Is made on a thread with a small stack")
  func smallStack() async throws {
    let isMade = await onSmallStack {
      (try? JSONSchema(for: Order.self)) != nil && (try? JSONSchema(for: Team.self)) != nil
    }
    #expect(isMade)
  }
}

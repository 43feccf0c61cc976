import Foundation
import StructuredOutput

/// Types of all kinds, as users of schemas have them.
extension JSONSchemaOfTypeTests {
  struct Order: Codable, Hashable {
    struct Item: Codable, Hashable {
      var name: String
      var price: Double
      var note: String?
    }

    enum State: String, Codable, CaseIterable {
      case open
      case paid
    }

    var id: String
    var items: [Item]
    var state: State
    var isGift: Bool?
  }

  struct Scalars: Codable {
    var flag: Bool
    var small: Int8
    var byte: UInt8
    var medium: Int32
    var large: Int64
    var count: UInt
    var ratio: Float
    var day: Date
    var link: URL
    var key: UUID
    var bytes: Data
    var amount: Decimal
  }

  struct Collections: Codable {
    var tags: Set<String>
    var counts: [String: Int]
    var byNumber: [Int: String]
    var matrix: [[Double]]
    var maybe: [String?]
  }

  enum Weekday: Int, Codable, CaseIterable, Hashable {
    case monday = 1
    case tuesday
  }

  enum Size: String, Codable, CaseIterable, CodingKeyRepresentable { case small, large }

  struct Stock: Codable {
    var bySize: [Size: Int]
    var byDay: [Weekday: Bool]
  }

  enum Side: Codable, CaseIterable, Equatable { case left, right }

  struct Turn: Codable { var side: Side }

  final class Node: Codable {
    var name: String
    var next: Node?
    var children: [Node]

    init(name: String, next: Node? = nil, children: [Node] = []) {
      self.name = name
      self.next = next
      self.children = children
    }
  }

  /// Two types that contain each other; the second needs the first.
  struct Team: Codable {
    var lead: Member?
    var name: String
  }

  final class Member: Codable {
    var team: Team
    var name: String

    init(team: Team, name: String) {
      self.team = team
      self.name = name
    }
  }

  enum Shape: Codable, Equatable {
    case circle(radius: Double)
    case rectangle(width: Double, height: Double)
    case point
  }

  enum Command: Codable, Equatable {
    case move(Int)
    case say(String, loud: Bool?)

    enum CodingKeys: CodingKey, CaseIterable { case move, say }
  }

  indirect enum Expression: Codable, Equatable {
    case number(Int)
    case sum(Expression, Expression)
    case negated(Expression)
  }

  struct Email: Codable, Equatable {
    var text: String

    init(_ text: String) { self.text = text }

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      text = try container.decode(String.self)
      guard text.contains("@") else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "An address has an @.")
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(text)
    }
  }

  /// What no made-up value satisfies.
  struct ArticleNumber: Codable, RawRepresentable, Equatable {
    var rawValue: String

    init?(rawValue: String) {
      guard rawValue.hasPrefix("R-"), rawValue.count == 6 else { return nil }
      self.rawValue = rawValue
    }
  }

  struct Article: Codable {
    var number: ArticleNumber
    var contact: Email
  }

  enum Grade: String, Codable { case good, bad }

  class Animal: Codable {
    var name: String

    init(name: String) { self.name = name }
  }

  final class Dog: Animal {
    var tricks: [String]

    private enum CodingKeys: CodingKey { case tricks }

    init(name: String, tricks: [String]) {
      self.tricks = tricks
      super.init(name: name)
    }

    required init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      tricks = try container.decode([String].self, forKey: .tricks)
      try super.init(from: container.superDecoder())
    }

    override func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(tricks, forKey: .tricks)
      try super.encode(to: container.superEncoder())
    }
  }

  /// A flat type in a nested document.
  struct Place: Codable {
    var city: String
    var latitude: Double
    var labels: [String]

    private enum CodingKeys: CodingKey { case city, position, labels }
    private enum PositionKeys: CodingKey { case latitude }

    init(city: String, latitude: Double, labels: [String]) {
      self.city = city
      self.latitude = latitude
      self.labels = labels
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      city = try container.decode(String.self, forKey: .city)
      latitude = try container.nestedContainer(keyedBy: PositionKeys.self, forKey: .position)
        .decode(Double.self, forKey: .latitude)
      var list = try container.nestedUnkeyedContainer(forKey: .labels)
      labels = []
      while !list.isAtEnd { labels.append(try list.decode(String.self)) }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(city, forKey: .city)
      var position = container.nestedContainer(keyedBy: PositionKeys.self, forKey: .position)
      try position.encode(latitude, forKey: .latitude)
      try container.encode(labels, forKey: .labels)
    }
  }

  /// An array of fixed positions.
  struct Pair: Codable {
    var count: Int
    var unit: String

    init(count: Int, unit: String) {
      self.count = count
      self.unit = unit
    }

    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      count = try container.decode(Int.self)
      unit = try container.decode(String.self)
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.unkeyedContainer()
      try container.encode(count)
      try container.encode(unit)
    }
  }

  /// Any keys, all of them numbers.
  struct Scores: Codable {
    var scores: [String: Int]

    struct Key: CodingKey {
      var stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    init(scores: [String: Int]) { self.scores = scores }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      scores = [:]
      for key in container.allKeys { scores[key.stringValue] = try container.decode(Int.self, forKey: key) }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      for (name, score) in scores { try container.encode(score, forKey: Key(stringValue: name)) }
    }
  }

  /// A number or a text.
  enum Answer: Codable, Equatable {
    case number(Int)
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .number(let number): try container.encode(number)
      case .text(let text): try container.encode(text)
      }
    }
  }

  /// A property that tells which others there are.
  enum Event: Codable, Equatable {
    case login(user: String)
    case payment(amount: Double)

    private enum Kind: String, Codable, CaseIterable { case login, payment }
    private enum CodingKeys: CodingKey { case kind, user, amount }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      switch try container.decode(Kind.self, forKey: .kind) {
      case .login: self = .login(user: try container.decode(String.self, forKey: .user))
      case .payment: self = .payment(amount: try container.decode(Double.self, forKey: .amount))
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      switch self {
      case .login(let user):
        try container.encode(Kind.login, forKey: .kind)
        try container.encode(user, forKey: .user)
      case .payment(let amount):
        try container.encode(Kind.payment, forKey: .kind)
        try container.encode(amount, forKey: .amount)
      }
    }
  }

  /// A key with a default that is asked for first.
  struct Settings: Codable {
    var name: String
    var limit: Int
    var owner: String?

    private enum CodingKeys: CodingKey { case name, limit, owner }

    init(name: String, limit: Int, owner: String?) {
      self.name = name
      self.limit = limit
      self.owner = owner
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      name = try container.decode(String.self, forKey: .name)
      limit = container.contains(.limit) ? try container.decode(Int.self, forKey: .limit) : 10
      owner = try container.decodeNil(forKey: .owner) ? nil : try container.decode(String.self, forKey: .owner)
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(name, forKey: .name)
      try container.encode(limit, forKey: .limit)
      try container.encode(owner, forKey: .owner)
    }
  }

  struct Box<Content: Codable>: Codable { var content: Content }

  struct Boxes: Codable {
    var number: Box<Int>
    var text: Box<String>
    var loose: JSONValue
    var range: ClosedRange<Int>
  }

  struct Invoice: Codable, JSONSchemaDescribing {
    var orderNumber: Int
    var imageURL: URL

    static let schemaDescription: String? = "One invoice"
    static let propertyDescriptions = ["orderNumber": "Number of the order"]
  }

  struct Percentage: Codable, JSONSchemaProviding {
    var value: Int

    static let jsonSchema: JSONValue = ["type": "integer", "minimum": 0, "maximum": 100]

    init(value: Int) { self.value = value }
    init(from decoder: any Decoder) throws { value = try decoder.singleValueContainer().decode(Int.self) }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(value)
    }
  }

  struct Progress: Codable { var done: Percentage }

  struct Empty: Codable {}
  struct Marked: Codable { var empty: Empty }

  /// Refuses an empty list, and asks for what another value says.
  struct Basket: Codable {
    var items: [Order.Item]

    init(items: [Order.Item]) { self.items = items }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      items = try container.decode([Order.Item].self, forKey: .items)
      guard let first = items.first, first.price > 50 else {
        throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "A basket starts with a dear item."))
      }
    }
  }
}

/// A compiled schema: its rules in the order in which they are written. Nodes refer to each other by number, so that a
/// schema may contain itself.
final class SchemaNode: Sendable {
  /// Where it stands in the source: `#/properties/price`.
  let location: String
  let rules: [SchemaRule]

  init(location: String, rules: [SchemaRule]) {
    self.location = location
    self.rules = rules
  }
}

/// What a keyword, or a group of keywords that are checked together, asks for. An `Int` is a node's number.
enum SchemaRule: Sendable {
  case nothing
  case types(SchemaTypes)
  case oneOfValues([JSONValue])
  case constant(JSONValue)
  case bound(NumberBound)
  case multiple(of: DecimalDigits, text: String)
  case length(CountBound)
  case pattern(TextPattern)
  case array(ArrayRules)
  case object(ObjectRules)
  case reference(Int)
  case all([Int])
  case any([Int])
  case one([Int])
  case not(Int)
  case condition(Int, then: Int?, otherwise: Int?)
}

/// `minimum`, `maximum` and their exclusive forms.
struct NumberBound: Sendable {
  let keyword: String
  let limit: JSONNumber
  /// The limit where it is an `Int`, for the quick comparison.
  let whole: Int?
  let isMaximum: Bool
  let isExclusive: Bool
}

/// The keywords that count something: the scalars of a string, elements or properties.
struct CountBound: Sendable {
  let keyword: String
  let limit: Int
  let isMaximum: Bool
}

/// The keywords on arrays.
final class ArrayRules: Sendable {
  let counts: [CountBound]
  let isUnique: Bool
  let prefix: [Int]
  let rest: Int?
  let contains: Int?
  let containsAtLeast: Int
  let containsAtMost: Int?

  init(
    counts: [CountBound], isUnique: Bool, prefix: [Int], rest: Int?, contains: Int?, containsAtLeast: Int,
    containsAtMost: Int?
  ) {
    self.counts = counts
    self.isUnique = isUnique
    self.prefix = prefix
    self.rest = rest
    self.contains = contains
    self.containsAtLeast = containsAtLeast
    self.containsAtMost = containsAtMost
  }
}

/// The keywords on objects.
final class ObjectRules: Sendable {
  let counts: [CountBound]
  let required: [String]
  /// The keys of `properties`; ``propertyNodes`` has their nodes in the same order.
  let properties: JSONObject
  let propertyNodes: [Int]
  let patterns: [(pattern: TextPattern, node: Int)]
  let additional: AdditionalProperties
  let names: Int?
  let dependentRequired: [(key: String, required: [String])]
  let dependentSchemas: [(key: String, node: Int)]

  enum AdditionalProperties: Sendable {
    case anything
    case nothing
    case node(Int)
  }

  init(
    counts: [CountBound], required: [String], properties: JSONObject, propertyNodes: [Int],
    patterns: [(pattern: TextPattern, node: Int)], additional: AdditionalProperties, names: Int?,
    dependentRequired: [(key: String, required: [String])], dependentSchemas: [(key: String, node: Int)]
  ) {
    self.counts = counts
    self.required = required
    self.properties = properties
    self.propertyNodes = propertyNodes
    self.patterns = patterns
    self.additional = additional
    self.names = names
    self.dependentRequired = dependentRequired
    self.dependentSchemas = dependentSchemas
  }
}

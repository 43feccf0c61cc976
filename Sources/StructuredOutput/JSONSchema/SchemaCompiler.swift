/// Makes nodes of a schema's source. Each place is compiled once, however often it is referred to.
struct SchemaCompiler {
  /// Schemas nested in each other in the source, and checked in a row at one place of a value.
  private static let deepest = 256

  private let root: JSONValue
  private var nodes: [SchemaNode?] = []
  private var numbers: [String: Int] = [:]
  /// For each node those that are checked at the same place of a value.
  private var inPlace: [[Int]] = []
  private var depth = 0

  init(root: JSONValue) { self.root = root }

  mutating func compile() throws(JSONSchemaError) -> [SchemaNode] {
    _ = try node(root, at: "#")
    try checkEndlessReferences()
    return nodes.compactMap { $0 }
  }

  /// The number of the node for a schema at a place.
  mutating func node(_ schema: JSONValue, at location: String) throws(JSONSchemaError) -> Int {
    if let known = numbers[location] { return known }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw JSONSchemaError(schemaLocation: location, reason: "schemas are nested more than \(Self.deepest) deep")
    }
    let number = nodes.count
    numbers[location] = number
    nodes.append(nil)
    inPlace.append([])
    switch schema {
    case .bool(let allowed): nodes[number] = SchemaNode(location: location, rules: allowed ? [] : [.nothing])
    case .object(let object):
      var reader = SchemaReader(object, location: location)
      let rules = try reader.rules(with: &self)
      nodes[number] = SchemaNode(location: location, rules: rules)
      inPlace[number] = reader.inPlace
    default:
      throw JSONSchemaError(
        schemaLocation: location, reason: "a schema is an object or a boolean, found \(schema.inBrief)")
    }
    return number
  }

  /// The number of the node that a `$ref` names.
  mutating func reference(_ text: String, at location: String) throws(JSONSchemaError) -> Int {
    var local = text
    if let identifier = root["$id"]?.stringValue, !identifier.isEmpty, text.hasPrefix(identifier) {
      local = String(text.dropFirst(identifier.count))
      if local.isEmpty { local = "#" }
    }
    guard let pointer = JSONPointer(fragmentReference: local) else {
      throw JSONSchemaError(
        schemaLocation: location,
        reason: "\(JSONValue.string(text)) is not a reference within this schema; write # or #/$defs/name")
    }
    guard let schema = pointer.value(in: root) else {
      throw JSONSchemaError(
        schemaLocation: location, reason: "\(JSONValue.string(text)) names nothing in this schema")
    }
    return try node(schema, at: "#" + pointer.text)
  }

  /// Refuses schemas that lead back to themselves without stepping into the value, as these would never end.
  private func checkEndlessReferences() throws(JSONSchemaError) {
    var chain = [Int](repeating: -1, count: nodes.count)  // -1 unseen, -2 on the way, else the longest row behind it
    for start in nodes.indices where chain[start] == -1 {
      var path: [(node: Int, next: Int)] = [(start, 0)]
      chain[start] = -2
      while let (node, next) = path.last {
        if next < inPlace[node].count {
          path[path.count - 1].next += 1
          let child = inPlace[node][next]
          if chain[child] == -2 {
            throw JSONSchemaError(
              schemaLocation: nodes[child]?.location ?? "#", reason: "the schema refers to itself without end")
          }
          if chain[child] == -1 {
            chain[child] = -2
            path.append((child, 0))
          }
        } else {
          chain[node] = 1 + (inPlace[node].map { chain[$0] }.max() ?? 0)
          path.removeLast()
          guard chain[node] <= Self.deepest else {
            throw JSONSchemaError(
              schemaLocation: nodes[node]?.location ?? "#",
              reason: "more than \(Self.deepest) schemas refer to each other in a row")
          }
        }
      }
    }
  }
}

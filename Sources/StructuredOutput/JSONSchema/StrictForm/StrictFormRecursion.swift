/// Finds definitions of a strict form that lead back to themselves.
struct StrictFormRecursion {
  /// The names of definitions on a circle, or between two, in the order of the definitions.
  let names: [String]
  private let definitions: JSONObject
  private let cyclic: Set<String>

  /// - Parameter onlyOutsideProperties: whether references within properties do not count.
  init(definitions: JSONObject, onlyOutsideProperties: Bool = false) {
    self.definitions = definitions
    var uses: [String: Set<String>] = [:]
    for (name, schema) in definitions {
      uses[name] = Self.references(in: schema, skipsProperties: onlyOutsideProperties)
    }
    // What uses nothing that is left, or is used by nothing that is left, is on no circle.
    let forward = Self.peeled(uses)
    var backward: [String: Set<String>] = [:]
    for (name, used) in uses where forward.contains(name) {
      for other in used where forward.contains(other) { backward[other, default: []].insert(name) }
    }
    for name in forward where backward[name] == nil { backward[name] = [] }
    let cyclic = Self.peeled(backward)
    self.cyclic = cyclic
    names = definitions.keys.filter(cyclic.contains)
  }

  private static func peeled(_ uses: [String: Set<String>]) -> Set<String> {
    var counts = uses.mapValues(\.count)
    var users: [String: [String]] = [:]
    for (name, used) in uses { for other in used { users[other, default: []].append(name) } }
    var pending = uses.keys.filter { counts[$0] == 0 }
    var left = Set(uses.keys)
    while let name = pending.popLast() {
      left.remove(name)
      for user in users[name] ?? [] {
        counts[user, default: 0] -= 1
        if counts[user] == 0 { pending.append(user) }
      }
    }
    return left
  }

  private static func references(in schema: JSONValue, skipsProperties: Bool) -> Set<String> {
    var found: Set<String> = []
    var pending = [schema]
    while let part = pending.popLast() {
      guard case .object(let object) = part else { continue }
      if let text = object["$ref"]?.stringValue { found.insert(String(text.dropFirst("#/$defs/".count))) }
      for keyword in ["items", "additionalProperties"] { if let inner = object[keyword] { pending.append(inner) } }
      for keyword in ["anyOf", "prefixItems"] { pending += object[keyword]?.arrayValue ?? [] }
      if !skipsProperties { pending += object["properties"]?.objectValue?.values ?? [] }
    }
    return found
  }

  /// A definition whose own properties that lead into a circle are no longer required, with their names.
  func freed(_ name: String) -> (schema: JSONValue, keys: [String])? {
    guard case .object(let schema)? = definitions[name] else { return nil }
    var keys: [String] = []
    let result = freed(.object(schema), &keys)
    return keys.isEmpty ? nil : (result, keys)
  }

  /// The writer bounds how deep its schemas nest.
  private func freed(_ schema: JSONValue, _ keys: inout [String]) -> JSONValue {
    guard case .object(var object) = schema else { return schema }
    if case .object(var properties)? = object["properties"] {
      var required = object["required"]?.arrayValue ?? []
      for (key, value) in properties {
        let leads = !Self.references(in: value, skipsProperties: false).isDisjoint(with: cyclic)
        if leads, required.contains(.string(key)) {
          required.removeAll { $0 == .string(key) }
          keys.append(key)
        }
        properties[key] = freed(value, &keys)
      }
      object["properties"] = .object(properties)
      object["required"] = required.isEmpty ? nil : .array(required)
    }
    for keyword in ["items", "additionalProperties"] {
      if let inner = object[keyword] { object[keyword] = freed(inner, &keys) }
    }
    for keyword in ["anyOf", "prefixItems"] {
      if let inner = object[keyword]?.arrayValue { object[keyword] = .array(inner.map { freed($0, &keys) }) }
    }
    return .object(object)
  }
}

/// Turns documents of a strict form back into those of the original schema.
struct StrictFormRestoring: Sendable {
  /// What to do with a value at one place; an `Int` is the number of another plan.
  enum Plan: Sendable {
    case same
    /// As the plan of a definition says.
    case definition(Int)
    /// The plans of properties by position in ``keys``, and whether a `null` there stands for a missing property.
    case object(keys: JSONObject, plans: [(plan: Int, dropsNull: Bool)], others: Int?)
    case array(prefix: [Int], rest: Int?)
    /// An array of `key` and `value` that stands for an object.
    case entries(Int)
    /// The plan of the first alternative that the value fits; the number of the first alternative's schema.
    case alternatives([Int], firstSchema: Int)
  }

  static let wrapper = "value"
  static let entryKey = "key"
  static let entryValue = "value"
  /// Values nested deeper are left as they are; the parser's standard limit is below.
  private static let deepest = 512

  private let plans: [Plan]
  private let root: Int
  private let isWrapped: Bool
  private let isActive: [Bool]
  /// Each alternative as a property named by its number, so that all are compiled at once.
  private let alternatives: JSONSchema?

  init(plans: [Plan], root: Int, isWrapped: Bool, alternatives: [JSONValue], definitions: JSONObject) {
    self.plans = plans
    self.root = root
    self.isWrapped = isWrapped
    isActive = Self.active(plans)
    let numbered = JSONObject(alternatives.enumerated().map { (String($0.offset), $0.element) })
    self.alternatives = try? JSONSchema(["properties": .object(numbered), "$defs": .object(definitions)])
  }

  func restore(_ value: JSONValue) -> JSONValue {
    guard isWrapped else { return restored(value, root, 0) }
    guard let object = value.objectValue, object.count == 1, let inner = object[Self.wrapper] else { return value }
    return restored(inner, root, 0)
  }

  private func restored(_ value: JSONValue, _ number: Int, _ depth: Int) -> JSONValue {
    guard isActive[number], depth < Self.deepest else { return value }
    switch (plans[number], value) {
    case (.definition(let plan), _): return restored(value, plan, depth + 1)
    case (.object(let keys, let plans, let others), .object(let object)):
      return .object(restored(object, keys, plans, others, depth))
    case (.array(let prefix, let rest), .array(let elements)):
      return .array(
        elements.enumerated().map { index, element in
          guard let plan = index < prefix.count ? prefix[index] : rest else { return element }
          return restored(element, plan, depth + 1)
        })
    case (.entries(let plan), .array(let elements)):
      var object = JSONObject()
      for element in elements {
        guard let key = element[Self.entryKey]?.stringValue, let inner = element[Self.entryValue],
          element.objectValue?.count == 2
        else { return value }
        object[key] = restored(inner, plan, depth + 1)
      }
      return .object(object)
    case (.alternatives(let plans, let first), _):
      for (index, plan) in plans.enumerated() {
        let probe = JSONValue.object(JSONObject([(String(first + index), value)]))
        if alternatives?.isValid(probe) ?? true { return restored(value, plan, depth + 1) }
      }
      return value
    default: return value
    }
  }

  private func restored(
    _ object: JSONObject, _ keys: JSONObject, _ plans: [(plan: Int, dropsNull: Bool)], _ others: Int?, _ depth: Int
  ) -> JSONObject {
    var result = JSONObject()
    for (key, value) in object {
      guard let position = keys.position(of: key) else {
        result[key] = others.map { restored(value, $0, depth + 1) } ?? value
        continue
      }
      if plans[position].dropsNull, value.isNull { continue }
      result[key] = restored(value, plans[position].plan, depth + 1)
    }
    return result
  }

  /// Which plans change anything, themselves or by those that they lead to.
  private static func active(_ plans: [Plan]) -> [Bool] {
    var users = [[Int]](repeating: [], count: plans.count)
    var isActive = [Bool](repeating: false, count: plans.count)
    var pending: [Int] = []
    for (number, plan) in plans.enumerated() {
      var changes = false
      switch plan {
      case .same: break
      case .definition(let plan): users[plan].append(number)
      case .object(_, let inner, let others):
        for (plan, dropsNull) in inner {
          users[plan].append(number)
          changes = changes || dropsNull
        }
        if let others { users[others].append(number) }
      case .array(let prefix, let rest):
        for plan in prefix + [rest].compactMap({ $0 }) { users[plan].append(number) }
      case .entries(let plan):
        users[plan].append(number)
        changes = true
      case .alternatives(let inner, _): for plan in inner { users[plan].append(number) }
      }
      if changes {
        isActive[number] = true
        pending.append(number)
      }
    }
    while let number = pending.popLast() {
      for user in users[number] where !isActive[user] {
        isActive[user] = true
        pending.append(user)
      }
    }
    return isActive
  }
}

/// One pass of a value through compiled nodes: either only yes or no, or with all violations.
struct SchemaValidation {
  /// How deep values in values and schemas in schemas, together, may go: on any thread, and on a roomy stack.
  enum Depth {
    static let anyStack = 120
    static let roomyStack = 10_000
  }

  /// Schemas that a pass may check, for a start and for each part of the value; a schema whose alternatives multiply
  /// would otherwise take forever.
  private static let steps = (start: 200_000, forEachPart: 200)

  private let nodes: [SchemaNode]
  private let reports: Bool
  private let deepest: Int
  private var depth = 0
  private var steps = 0
  private var mostSteps = Self.steps.start
  private var hasCounted = false
  private var root = JSONValue.null
  /// Why the pass ended early, if it did: neither a yes nor a no is to be believed then.
  private(set) var exhaustion: Exhaustion?
  private var path: [Step] = []
  private var found: [Found] = []

  private struct Step {
    var token: String
    var position: Int
  }

  private struct Found {
    var violation: JSONSchemaViolation
    /// The positions on the way to the place, by which violations are put in the document's order.
    var positions: [Int]
  }

  enum Exhaustion: Sendable {
    case tooDeep
    case tooManySteps

    var violation: JSONSchemaViolation {
      let reason =
        switch self {
        case .tooDeep: "value and schema together nest too deep"
        case .tooManySteps: "the alternatives of the schema multiply to too many steps"
        }
      return JSONSchemaViolation(
        instanceLocation: "", schemaLocation: "#", message: "cannot be checked: \(reason)")
    }
  }

  /// - Parameters:
  ///   - reports: whether violations are collected.
  ///   - deepest: the depth at which the pass ends as too deep.
  init(nodes: [SchemaNode], reports: Bool, deepest: Int) {
    self.nodes = nodes
    self.reports = reports
    self.deepest = deepest
  }

  /// Whether the value is allowed; to be believed only if the pass was not exhausted.
  mutating func allows(_ value: JSONValue) -> Bool {
    root = value
    return visit(0, value)
  }

  /// What was found, in the order of the document, each violation once.
  func violations() -> [JSONSchemaViolation] {
    if let exhaustion { return [exhaustion.violation] }
    var seen: Set<JSONSchemaViolation> = []
    return found.enumerated()
      .sorted { left, right in
        if left.element.positions == right.element.positions { return left.offset < right.offset }
        return left.element.positions.lexicographicallyPrecedes(right.element.positions)
      }
      .map(\.element.violation).filter { seen.insert($0).inserted }
  }

  private mutating func visit(_ number: Int, _ value: JSONValue) -> Bool {
    steps += 1
    if depth >= deepest { exhaustion = exhaustion ?? .tooDeep }
    if steps > mostSteps { noteSteps() }
    if exhaustion != nil { return false }
    depth += 1
    defer { depth -= 1 }
    let node = nodes[number]
    var isAllowed = true
    for rule in node.rules where !check(rule, of: node, value) {
      isAllowed = false
      if !reports { return false }
    }
    return isAllowed
  }

  private mutating func noteSteps() {
    if !hasCounted {
      hasCounted = true
      mostSteps += Self.steps.forEachPart * root.partCount
    }
    if steps > mostSteps { exhaustion = exhaustion ?? .tooManySteps }
  }

  private mutating func check(_ rule: SchemaRule, of node: SchemaNode, _ value: JSONValue) -> Bool {
    switch rule {
    case .nothing: return fail(node, nil, "no value is allowed here, got \(value.inBrief)")
    case .types(let types):
      return types.contains(typeOf: value)
        || fail(node, "type", "expected \(types.inWords), got \(value.inBrief)")
    case .oneOfValues(let values):
      return values.contains(value)
        || fail(node, "enum", "expected \(values.inBrief), got \(value.inBrief)")
    case .constant(let constant):
      return constant == value || fail(node, "const", "expected \(constant.inBrief), got \(value.inBrief)")
    case .bound(let bound):
      guard case .number(let number) = value, !bound.allows(number) else { return true }
      return fail(node, bound.keyword, "expected a number \(bound.inWords), got \(number)")
    case .multiple(let divisor, let text):
      guard case .number(let number) = value, !number.isMultiple(of: divisor) else { return true }
      return fail(node, "multipleOf", "expected a multiple of \(text), got \(number)")
    case .length(let bound):
      guard case .string(let string) = value, let count = bound.countBeyond(in: string) else { return true }
      return fail(node, bound.keyword, "expected \(bound.inWords("character")), got \(count)")
    case .pattern(let pattern):
      guard case .string(let string) = value, !pattern.isFound(in: string) else { return true }
      return fail(node, "pattern", "expected a string that matches \(pattern.source), got \(value.inBrief)")
    case .array(let rules):
      guard case .array(let elements) = value else { return true }
      return check(rules, of: node, elements)
    case .object(let rules):
      guard case .object(let object) = value else { return true }
      return check(rules, of: node, object, value)
    default: return checkCombination(rule, of: node, value)
    }
  }

  // MARK: Arrays and objects

  private mutating func check(_ rules: ArrayRules, of node: SchemaNode, _ elements: [JSONValue]) -> Bool {
    var isAllowed = true
    for bound in rules.counts where !bound.allows(elements.count) {
      isAllowed = fail(node, bound.keyword, "expected \(bound.inWords("element")), got \(elements.count)")
    }
    if rules.isUnique, let (first, second) = elements.firstEqualPair {
      isAllowed = fail(
        node, "uniqueItems", "the elements \(first) and \(second) are equal: \(elements[second].inBrief)")
    }
    if !isAllowed, !reports { return false }
    for index in elements.indices {
      guard let number = index < rules.prefix.count ? rules.prefix[index] : rules.rest else { break }
      if !step(into: number, elements[index], at: index, named: { String(index) }) {
        isAllowed = false
        if !reports { return false }
      }
    }
    if let number = rules.contains {
      var count = 0
      for element in elements where silently(number, element) { count += 1 }
      let place = nodes[number].location
      if count < rules.containsAtLeast {
        isAllowed = fail(
          node, rules.containsAtLeast == 1 ? "contains" : "minContains",
          "expected at least \(rules.containsAtLeast) elements that fit \(place), got \(count)")
      }
      if let most = rules.containsAtMost, count > most {
        isAllowed = fail(
          node, "maxContains", "expected at most \(most) elements that fit \(place), got \(count)")
      }
    }
    return isAllowed
  }

  private mutating func check(
    _ rules: ObjectRules, of node: SchemaNode, _ object: JSONObject, _ value: JSONValue
  ) -> Bool {
    var isAllowed = true
    for bound in rules.counts where !bound.allows(object.count) {
      isAllowed = fail(node, bound.keyword, "expected \(bound.inWords("property")), got \(object.count)")
    }
    for key in rules.required where object.position(of: key) == nil {
      isAllowed = fail(node, "required", "the required property \(JSONValue.string(key)) is missing")
    }
    for (key, required) in rules.dependentRequired where object.position(of: key) != nil {
      for name in required where object.position(of: name) == nil {
        isAllowed = fail(
          node, "dependentRequired",
          "the property \(JSONValue.string(name)) is missing, which \(JSONValue.string(key)) requires")
      }
    }
    if !isAllowed, !reports { return false }
    for (index, entry) in object.entries.enumerated() {
      if !check(rules, of: node, entry, at: index) {
        isAllowed = false
        if !reports { return false }
      }
    }
    for (key, number) in rules.dependentSchemas where object.position(of: key) != nil {
      if !visit(number, value) { isAllowed = false }
    }
    return isAllowed
  }

  private mutating func check(
    _ rules: ObjectRules, of node: SchemaNode, _ entry: JSONObject.Entry, at index: Int
  ) -> Bool {
    var isAllowed = true
    var isKnown = false
    if let position = rules.properties.position(of: entry.key) {
      isKnown = true
      isAllowed = step(into: rules.propertyNodes[position], entry.value, at: index, named: { entry.key })
    }
    for (pattern, number) in rules.patterns where pattern.isFound(in: entry.key) {
      isKnown = true
      if !step(into: number, entry.value, at: index, named: { entry.key }) { isAllowed = false }
    }
    if !isKnown {
      switch rules.additional {
      case .anything: break
      case .nothing:
        if reports { path.append(Step(token: entry.key, position: index)) }
        isAllowed = fail(
          node, "additionalProperties",
          "the property is not allowed; allowed are \(rules.properties.keys.map { JSONValue.string($0) }.inBrief)")
        if reports { path.removeLast() }
      case .node(let number):
        if !step(into: number, entry.value, at: index, named: { entry.key }) { isAllowed = false }
      }
    }
    if let names = rules.names, !step(into: names, .string(entry.key), at: index, named: { entry.key }) {
      isAllowed = false
    }
    return isAllowed
  }

  // MARK: Combinations

  private mutating func checkCombination(_ rule: SchemaRule, of node: SchemaNode, _ value: JSONValue) -> Bool {
    switch rule {
    case .reference(let number): return visit(number, value)
    case .all(let numbers):
      var isAllowed = true
      for number in numbers where !visit(number, value) {
        isAllowed = false
        if !reports { return false }
      }
      return isAllowed
    case .any(let numbers):
      let before = found.count
      var reasons: [String] = []
      for (index, number) in numbers.enumerated() {
        let isAllowed = visit(number, value)
        if reports { reasons.append("(\(index + 1)) " + takeReason(since: before)) }
        if isAllowed { return true }
      }
      return fail(node, "anyOf", "fits none of the \(numbers.count) alternatives: " + reasons.joined(separator: "; "))
    case .one(let numbers):
      let before = found.count
      var reasons: [String] = []
      var fitting: [Int] = []
      for (index, number) in numbers.enumerated() {
        let isAllowed = visit(number, value)
        if reports { reasons.append("(\(index + 1)) " + takeReason(since: before)) }
        if isAllowed { fitting.append(index + 1) }
        if fitting.count > 1, !reports { return false }
      }
      if fitting.count == 1 { return true }
      let places = fitting.map { "(\($0))" }.joined(separator: " and ")
      return fail(
        node, "oneOf",
        fitting.isEmpty
          ? "fits none of the \(numbers.count) alternatives: " + reasons.joined(separator: "; ")
          : "fits the alternatives \(places), where exactly one may fit")
    case .not(let number):
      let place = nodes[number].location
      return !silently(number, value) || fail(node, "not", "fits \(place), which it must not: \(value.inBrief)")
    case .condition(let condition, let then, let otherwise):
      guard let branch = silently(condition, value) ? then : otherwise else { return true }
      return visit(branch, value)
    default: return true
    }
  }

  // MARK: Pieces

  private mutating func step(
    into number: Int, _ value: JSONValue, at position: Int, named name: () -> String
  ) -> Bool {
    guard reports else { return visit(number, value) }
    path.append(Step(token: name(), position: position))
    defer { path.removeLast() }
    return visit(number, value)
  }

  /// Visits without keeping what is found, as a test whose failure is no violation.
  private mutating func silently(_ number: Int, _ value: JSONValue) -> Bool {
    let before = found.count
    defer { found.removeSubrange(before...) }
    return visit(number, value)
  }

  /// Takes what was found since then back into one reason.
  private mutating func takeReason(since before: Int) -> String {
    defer { found.removeSubrange(before...) }
    guard before < found.count else { return "fits" }
    let first = found[before].violation
    let more = found.count - before - 1
    let message = first.message.count > 200 ? first.message.prefix(200) + "…" : first.message[...]
    let place =
      first.instanceLocation == JSONPointer(tokens: path.map(\.token)).text ? "" : "\"\(first.instanceLocation)\": "
    return place + message + (more > 0 ? " and \(more) more" : "")
  }

  /// Notes a violation where they are collected. Always false, so that a check can end with it.
  private mutating func fail(_ node: SchemaNode, _ keyword: String?, _ message: @autoclosure () -> String) -> Bool {
    guard reports else { return false }
    let violation = JSONSchemaViolation(
      instanceLocation: JSONPointer(tokens: path.map(\.token)).text,
      schemaLocation: node.location + (keyword.map { "/" + $0 } ?? ""), message: message())
    found.append(Found(violation: violation, positions: path.map(\.position)))
    return false
  }
}

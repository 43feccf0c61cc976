/// Reads the keywords of one schema object into rules.
struct SchemaReader {
  private let schema: JSONObject
  private let location: String
  /// The nodes that are checked at the same place of a value as this one.
  private(set) var inPlace: [Int] = []

  init(_ schema: JSONObject, location: String) {
    self.schema = schema
    self.location = location
  }

  mutating func rules(with compiler: inout SchemaCompiler) throws(JSONSchemaError) -> [SchemaRule] {
    try refuseWhatIsNotHonoured()
    for (key, value) in try objects("$defs") { _ = try compiler.node(value, at: place("$defs", key)) }
    var rules: [SchemaRule] = []
    if let types = try types() { rules.append(.types(types)) }
    if let value = schema["const"] { rules.append(.constant(value)) }
    if let value = schema["enum"] {
      guard let values = value.arrayValue else { throw fault("enum", "is an array of values", value) }
      rules.append(.oneOfValues(values))
    }
    rules += try numberRules()
    rules += try stringRules()
    if let array = try arrayRules(with: &compiler) { rules.append(.array(array)) }
    if let object = try objectRules(with: &compiler) { rules.append(.object(object)) }
    rules += try combinations(with: &compiler)
    return rules
  }

  private func refuseWhatIsNotHonoured() throws(JSONSchemaError) {
    for (key, value) in schema {
      if let advice = SchemaKeywords.notHonoured[key] {
        throw JSONSchemaError(schemaLocation: place(key), reason: "the keyword is not honoured here; \(advice)")
      }
      if key == "$schema", let dialect = value.stringValue, !SchemaKeywords.isHonoured(dialect: dialect) {
        throw JSONSchemaError(
          schemaLocation: place(key),
          reason: "the dialect \(value.inBrief) is not honoured here; write \(StructuredOutput.schemaDialect)")
      }
      if key == "$id", location != "#" {
        throw JSONSchemaError(schemaLocation: place(key), reason: "$id is honoured at the top of a schema only")
      }
    }
  }

  // MARK: One kind of value

  private func types() throws(JSONSchemaError) -> SchemaTypes? {
    guard let value = schema["type"] else { return nil }
    let names = value.arrayValue ?? [value]
    var types: SchemaTypes = []
    for name in names {
      guard let type = name.stringValue.flatMap(SchemaTypes.init(name:)) else {
        throw fault("type", "is one of \(SchemaTypes.names), or an array of them", name)
      }
      types.insert(type)
    }
    if types.isEmpty { throw fault("type", "names at least one type", value) }
    return types
  }

  private func numberRules() throws(JSONSchemaError) -> [SchemaRule] {
    var rules: [SchemaRule] = []
    for keyword in ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"] {
      guard let value = schema[keyword] else { continue }
      guard let limit = value.numberValue else { throw fault(keyword, "is a number", value) }
      rules.append(
        .bound(
          NumberBound(
            keyword: keyword, limit: limit, whole: limit.intValue, isMaximum: keyword.lowercased().hasSuffix("maximum"),
            isExclusive: keyword.hasPrefix("exclusive"))))
    }
    if let value = schema["multipleOf"] {
      guard let number = value.numberValue, let digits = DecimalDigits(text: number.text), !digits.isNegative,
        !digits.digits.isEmpty, digits.digits.count <= 18
      else { throw fault("multipleOf", "is a number above zero with at most 18 digits", value) }
      rules.append(.multiple(of: digits, text: number.text))
    }
    return rules
  }

  private func stringRules() throws(JSONSchemaError) -> [SchemaRule] {
    var rules = try counts("minLength", "maxLength").map(SchemaRule.length)
    if let value = schema["pattern"] {
      guard let text = value.stringValue else { throw fault("pattern", "is a string", value) }
      rules.append(.pattern(try pattern(text, at: place("pattern"))))
    }
    return rules
  }

  private mutating func arrayRules(with compiler: inout SchemaCompiler) throws(JSONSchemaError) -> ArrayRules? {
    let counts = try counts("minItems", "maxItems")
    var isUnique = false
    if let value = schema["uniqueItems"] {
      guard let flag = value.boolValue else { throw fault("uniqueItems", "is true or false", value) }
      isUnique = flag
    }
    if let items = schema["items"], case .array = items {
      throw JSONSchemaError(
        schemaLocation: place("items"), reason: "items is one schema; for a schema a position write prefixItems")
    }
    let prefix = try schemas("prefixItems", with: &compiler)
    let rest = try schema("items", with: &compiler)
    let contains = try schema("contains", with: &compiler)
    let least = try count("minContains")
    let most = try count("maxContains")
    if counts.isEmpty, !isUnique, prefix.isEmpty, rest == nil, contains == nil { return nil }
    return ArrayRules(
      counts: counts, isUnique: isUnique, prefix: prefix, rest: rest, contains: contains, containsAtLeast: least ?? 1,
      containsAtMost: most)
  }

  private mutating func objectRules(with compiler: inout SchemaCompiler) throws(JSONSchemaError) -> ObjectRules? {
    let keywords = [
      "minProperties", "maxProperties", "required", "properties", "patternProperties", "additionalProperties",
      "propertyNames", "dependentRequired", "dependentSchemas",
    ]
    guard keywords.contains(where: { schema[$0] != nil }) else { return nil }
    var properties = JSONObject()
    var propertyNodes: [Int] = []
    for (key, value) in try objects("properties") {
      propertyNodes.append(try compiler.node(value, at: place("properties", key)))
      properties[key] = .null
    }
    var patterns: [(pattern: TextPattern, node: Int)] = []
    for (key, value) in try objects("patternProperties") {
      let here = place("patternProperties", key)
      patterns.append((try pattern(key, at: here), try compiler.node(value, at: here)))
    }
    var additional = ObjectRules.AdditionalProperties.anything
    if let value = schema["additionalProperties"], value != true {
      additional = value == false ? .nothing : .node(try compiler.node(value, at: place("additionalProperties")))
    }
    var dependentRequired: [(key: String, required: [String])] = []
    for (key, value) in try objects("dependentRequired") {
      dependentRequired.append((key, try names(value, of: "dependentRequired")))
    }
    var dependentSchemas: [(key: String, node: Int)] = []
    for (key, value) in try objects("dependentSchemas") {
      let node = try compiler.node(value, at: place("dependentSchemas", key))
      inPlace.append(node)
      dependentSchemas.append((key, node))
    }
    return ObjectRules(
      counts: try counts("minProperties", "maxProperties"),
      required: try schema["required"].map { value throws(JSONSchemaError) in try names(value, of: "required") } ?? [],
      properties: properties, propertyNodes: propertyNodes, patterns: patterns, additional: additional,
      names: try schema("propertyNames", with: &compiler), dependentRequired: dependentRequired,
      dependentSchemas: dependentSchemas)
  }

  // MARK: Combinations

  private mutating func combinations(with compiler: inout SchemaCompiler) throws(JSONSchemaError) -> [SchemaRule] {
    var rules: [SchemaRule] = []
    if let value = schema["$ref"] {
      guard let text = value.stringValue else { throw fault("$ref", "is a string", value) }
      let node = try compiler.reference(text, at: place("$ref"))
      inPlace.append(node)
      rules.append(.reference(node))
    }
    for (keyword, rule) in [("allOf", SchemaRule.all), ("anyOf", SchemaRule.any), ("oneOf", SchemaRule.one)] {
      let branches = try schemas(keyword, with: &compiler)
      if branches.isEmpty { continue }
      inPlace += branches
      rules.append(rule(branches))
    }
    if let node = try schema("not", with: &compiler) {
      inPlace.append(node)
      rules.append(.not(node))
    }
    let then = try schema("then", with: &compiler)
    let otherwise = try schema("else", with: &compiler)
    if let condition = try schema("if", with: &compiler) {
      inPlace += [condition, then, otherwise].compactMap { $0 }
      rules.append(.condition(condition, then: then, otherwise: otherwise))
    }
    return rules
  }

  // MARK: Pieces

  private func place(_ tokens: String...) -> String { location + JSONPointer(tokens: tokens).text }

  private func fault(_ keyword: String, _ rule: String, _ found: JSONValue) -> JSONSchemaError {
    JSONSchemaError(schemaLocation: place(keyword), reason: "\(keyword) \(rule), found \(found.inBrief)")
  }

  private func schema(
    _ keyword: String, with compiler: inout SchemaCompiler
  ) throws(JSONSchemaError) -> Int? {
    guard let value = schema[keyword] else { return nil }
    return try compiler.node(value, at: place(keyword))
  }

  private func schemas(
    _ keyword: String, with compiler: inout SchemaCompiler
  ) throws(JSONSchemaError) -> [Int] {
    guard let value = schema[keyword] else { return [] }
    guard let list = value.arrayValue, !list.isEmpty else {
      throw fault(keyword, "is an array of at least one schema", value)
    }
    var nodes: [Int] = []
    for (index, item) in list.enumerated() { nodes.append(try compiler.node(item, at: place(keyword, "\(index)"))) }
    return nodes
  }

  private func objects(_ keyword: String) throws(JSONSchemaError) -> JSONObject {
    guard let value = schema[keyword] else { return JSONObject() }
    guard let object = value.objectValue else { throw fault(keyword, "is an object", value) }
    return object
  }

  private func names(_ value: JSONValue, of keyword: String) throws(JSONSchemaError) -> [String] {
    let names = value.arrayValue?.compactMap(\.stringValue)
    guard let names, names.count == value.arrayValue?.count else {
      throw fault(keyword, "lists the names of properties", value)
    }
    return names
  }

  private func count(_ keyword: String) throws(JSONSchemaError) -> Int? {
    guard let value = schema[keyword] else { return nil }
    guard let count = value.intValue, count >= 0 else { throw fault(keyword, "is a whole number from 0", value) }
    return count
  }

  private func counts(_ least: String, _ most: String) throws(JSONSchemaError) -> [CountBound] {
    var bounds: [CountBound] = []
    if let limit = try count(least) { bounds.append(CountBound(keyword: least, limit: limit, isMaximum: false)) }
    if let limit = try count(most) { bounds.append(CountBound(keyword: most, limit: limit, isMaximum: true)) }
    return bounds
  }

  private func pattern(_ text: String, at location: String) throws(JSONSchemaError) -> TextPattern {
    do throws(TextPatternError) {
      return try TextPattern(text)
    } catch {
      throw JSONSchemaError(schemaLocation: location, reason: "\(error)")
    }
  }
}

/// Makes a program of a schema and of all that it refers to. Each schema is compiled once, and none within another, so
/// that deep schemas need no deep stack.
struct SchemaCompiler {
  /// How many references in a row are followed when they are compiled.
  private static let longestChain = 256

  private var library: SchemaLibrary
  private let assertsFormats: Bool
  private var parts = SchemaProgramParts()
  private var numbers: [SchemaLibrary.Place: Int32] = [:]
  private var waiting: [(number: Int32, target: SchemaLibrary.Target)] = []
  /// For each schema those that are checked at the same place of a value.
  private var inPlace: [[Int32]] = []
  private var dynamicNames: [String] = []
  private var keyPlaces: [[UInt8]: SchemaKey] = [:]
  private var patternPlaces: [[UInt8]: Int32] = [:]

  /// The name under which `$recursiveAnchor`s stand among the dynamic anchors; no anchor can have it.
  private static let recursive = ""

  static func compile(_ root: JSONValue, options: JSONSchemaOptions) throws(JSONSchemaError) -> SchemaProgram {
    var compiler = SchemaCompiler(
      library: try SchemaLibrary(root, options: options), assertsFormats: options.assertsFormats)
    return try compiler.compile()
  }

  private init(library: SchemaLibrary, assertsFormats: Bool) {
    self.library = library
    self.assertsFormats = assertsFormats
  }

  private mutating func compile() throws(JSONSchemaError) -> SchemaProgram {
    // The root comes first; the others of the document follow, so that a fault is found also where nothing refers to it.
    for target in library.schemasOfRoot { _ = number(of: target) }
    repeat {
      while let next = waiting.popLast() { try compile(next.target, as: next.number) }
      noteDynamicTargets()
    } while !waiting.isEmpty
    try checkEndlessReferences()
    finish()
    return SchemaProgram(parts)
  }

  /// The number of a schema, which is compiled later if it is not yet.
  private mutating func number(of target: SchemaLibrary.Target) -> Int32 {
    if let known = numbers[target.place] { return known }
    let number = Int32(parts.records.count)
    numbers[target.place] = number
    var record = SchemaRecord()
    record.resource = Int32(target.resource)
    parts.records.append(record)
    let resource = library.resources[target.resource]
    parts.places.append(
      SchemaPlace(
        address: resource.address.text, pointer: String(target.place.pointer.dropFirst(resource.pointer.count))))
    inPlace.append([])
    waiting.append((number, target))
    return number
  }

  private mutating func compile(
    _ target: SchemaLibrary.Target, as number: Int32
  ) throws(JSONSchemaError) {
    let reading = library.resources[target.resource].reading
    let location = library.location(of: target.place, in: target.resource)
    var record = parts.records[Int(number)]
    switch target.value {
    case .bool(let allows): if !allows { record.kinds = 0 }
    case .object(let schema):
      let reader = SchemaReader(schema, location: location, reading: reading)
      if reading.draft <= .draft7, schema["$ref"] != nil {
        record.rules = try references(reader, target, number)
      } else {
        try compileValues(reader, into: &record)
        if reading.vocabularies.contains(.validation) {
          try compileNumbers(reader, into: &record)
        }
        try compileStrings(reader, into: &record)
        try compileArray(reader, target, into: &record)
        try compileObject(reader, target, number, into: &record)
        let start = parts.rules.count
        _ = try references(reader, target, number)
        if reading.vocabularies.contains(.applicator) { try combinations(reader, target, number) }
        record.rules = PartRange(start: Int32(start), count: Int32(parts.rules.count - start))
        if reading.vocabularies.contains(.unevaluated) {
          record.unevaluatedProperties = try subschema("unevaluatedProperties", reader, target) ?? -1
          record.unevaluatedItems = try subschema("unevaluatedItems", reader, target) ?? -1
        }
      }
    default:
      throw JSONSchemaError(
        schemaLocation: location, reason: "a schema is an object or a boolean, found \(target.value.inBrief)")
    }
    parts.records[Int(number)] = record
  }

  // MARK: One kind of value

  private mutating func compileValues(
    _ reader: SchemaReader, into record: inout SchemaRecord
  ) throws(JSONSchemaError) {
    guard reader.reading.vocabularies.contains(.validation) else { return }
    if let types = try reader.types() {
      record.kinds = types.kinds
      record.wantsWholeDecimals = types.contains(.integer) && !types.contains(.number)
      record.namesTypes = true
    }
    var values: [(isEnum: Bool, values: [JSONValue])] = []
    if let value = reader["const"] { values.append((false, [value])) }
    if let list = try reader.enumeration() { values.append((true, list)) }
    guard !values.isEmpty else { return }
    record.values = PartRange(start: Int32(parts.values.count), count: Int32(values.count))
    for (isEnum, list) in values {
      let start = parts.list.count
      var kinds: UInt16 = 0
      for value in list {
        // Positions for now; ``finish()`` makes nodes of them.
        parts.list.append(Int32(parts.constants.count))
        parts.constants.append(value)
        kinds |= value.kinds
      }
      parts.values.append(
        ValueRules(isEnum: isEnum, nodes: PartRange(start: Int32(start), count: Int32(list.count)), kinds: kinds))
    }
  }

  private mutating func compileNumbers(
    _ reader: SchemaReader, into record: inout SchemaRecord
  ) throws(JSONSchemaError) {
    var rules = NumberRules()
    let start = parts.bounds.count
    for (limit, isMaximum, isExclusive) in try reader.limits() {
      var text = limit.text
      let short = text.withUTF8 { ShortDecimal($0) }
      parts.limits.append(limit)
      parts.bounds.append(
        NumberBound(isMaximum: isMaximum, isExclusive: isExclusive, isShort: short != nil, limit: short ?? .zero))
    }
    rules.bounds = PartRange(start: Int32(start), count: Int32(parts.bounds.count - start))
    if let multiple = try reader.multiple() {
      rules.multiple = Int32(parts.multiples.count)
      rules.wholeMultiple = Int64(multiple.number.intValue ?? 0)
      parts.multiples.append(multiple)
    }
    guard rules.bounds.count > 0 || rules.multiple >= 0 else { return }
    record.number = Int32(parts.numbers.count)
    parts.numbers.append(rules)
  }

  private mutating func compileStrings(
    _ reader: SchemaReader, into record: inout SchemaRecord
  ) throws(JSONSchemaError) {
    var rules = StringRules()
    let vocabularies = reader.reading.vocabularies
    var isEmpty = true
    if vocabularies.contains(.validation) {
      if let count = try reader.count("minLength") { (rules.minimumLength, isEmpty) = (count, false) }
      if let count = try reader.count("maxLength") { (rules.maximumLength, isEmpty) = (count, false) }
      if let text = try reader.string("pattern") {
        (rules.pattern, isEmpty) = (try pattern(text, at: reader.place("pattern")), false)
      }
    }
    if assertsFormats || vocabularies.contains(.formatAssertion), let name = reader["format"]?.stringValue,
      let format = JSONSchemaFormat(name: name)
    {
      (rules.format, isEmpty) = (Int32(parts.formats.count), false)
      parts.formats.append(format)
    }
    if vocabularies.contains(.content) {
      rules.contentIsBase64 = reader["contentEncoding"]?.stringValue?.lowercased() == "base64"
      rules.contentIsJSON = reader["contentMediaType"]?.stringValue?.lowercased() == "application/json"
      if rules.contentIsBase64 || rules.contentIsJSON { isEmpty = false }
    }
    if isEmpty { return }
    record.string = Int32(parts.strings.count)
    parts.strings.append(rules)
  }

  private mutating func compileArray(
    _ reader: SchemaReader, _ target: SchemaLibrary.Target, into record: inout SchemaRecord
  ) throws(JSONSchemaError) {
    var rules = ArrayRules()
    var isEmpty = true
    let reading = reader.reading
    if reading.vocabularies.contains(.validation) {
      if let count = try reader.count("minItems") { (rules.minimum, isEmpty) = (count, false) }
      if let count = try reader.count("maxItems") { (rules.maximum, isEmpty) = (count, false) }
      if try reader.flag("uniqueItems") { (rules.isUnique, isEmpty) = (true, false) }
    }
    if reading.vocabularies.contains(.applicator) {
      if reading.draft == .draft2020 {
        if case .array = reader["items"] {
          throw JSONSchemaError(
            schemaLocation: reader.place("items"),
            reason: "items is one schema since 2020-12; for a schema a position write prefixItems")
        }
        rules.prefix = try branches("prefixItems", reader, target)
        rules.rest = try subschema("items", reader, target) ?? -1
      } else if case .array = reader["items"] {
        rules.hasOlderNames = true
        rules.prefix = try branches("items", reader, target)
        rules.rest = try subschema("additionalItems", reader, target) ?? -1
      } else {
        rules.rest = try subschema("items", reader, target) ?? -1
      }
      if rules.prefix.count > 0 || rules.rest >= 0 { isEmpty = false }
      if let contains = try subschema("contains", reader, target) {
        (rules.contains, isEmpty) = (contains, false)
        rules.marksContained = reading.draft == .draft2020
        if reading.vocabularies.contains(.validation) {
          if let count = try reader.count("minContains") { rules.minimumContained = count }
          if let count = try reader.count("maxContains") { rules.maximumContained = count }
        }
      }
    }
    if isEmpty { return }
    record.array = Int32(parts.arrays.count)
    parts.arrays.append(rules)
  }

  private mutating func compileObject(
    _ reader: SchemaReader, _ target: SchemaLibrary.Target, _ number: Int32, into record: inout SchemaRecord
  ) throws(JSONSchemaError) {
    var rules = ObjectRules()
    var required: [String] = []
    let reading = reader.reading
    var isEmpty = true
    if reading.vocabularies.contains(.validation) {
      if let count = try reader.count("minProperties") { (rules.minimum, isEmpty) = (count, false) }
      if let count = try reader.count("maxProperties") { (rules.maximum, isEmpty) = (count, false) }
      if let names = try reader.names("required") { required = names }
    }
    var properties: [(key: String, schema: Int32)] = []
    if reading.vocabularies.contains(.applicator) {
      for (key, value) in try reader.object("properties") ?? [:] {
        properties.append((key, child(of: value, at: ["properties", key], target)))
      }
      rules.patterns = try patternProperties(reader, target)
      if let value = reader["additionalProperties"] {
        rules.marksAdditional = true
        if value != true {
          rules.additional =
            value == false ? ObjectRules.nothing : child(of: value, at: ["additionalProperties"], target)
        }
      }
      rules.names = try subschema("propertyNames", reader, target) ?? -1
    }
    rules.dependents = try dependents(reader, target, number)
    table(of: properties, required, into: &rules)
    rules.looksAtKeys =
      !properties.isEmpty || !required.isEmpty || rules.patterns.count > 0 || rules.additional != ObjectRules.anything
      || rules.names >= 0
    guard !isEmpty || rules.looksAtKeys || rules.marksAdditional || rules.dependents.count > 0 else { return }
    record.object = Int32(parts.objects.count)
    parts.objects.append(rules)
  }

  private mutating func patternProperties(
    _ reader: SchemaReader, _ target: SchemaLibrary.Target
  ) throws(JSONSchemaError) -> PartRange {
    var found: [PatternProperty] = []
    for (key, value) in try reader.object("patternProperties") ?? [:] {
      let pattern = try pattern(key, at: reader.place("patternProperties", key))
      found.append(
        PatternProperty(pattern: pattern, schema: child(of: value, at: ["patternProperties", key], target)))
    }
    let start = parts.patternProperties.count
    parts.patternProperties += found
    return PartRange(start: Int32(start), count: Int32(found.count))
  }

  private mutating func dependents(
    _ reader: SchemaReader, _ target: SchemaLibrary.Target, _ number: Int32
  ) throws(JSONSchemaError) -> PartRange {
    var found: [DependentRule] = []
    let reading = reader.reading
    if reading.vocabularies.contains(.validation) {
      for (key, value) in try reader.object("dependentRequired") ?? [:] {
        let required = keys(try reader.names(value, at: "dependentRequired", key))
        found.append(DependentRule(key: self.key(key), required: required, isDependencies: false))
      }
    }
    if reading.vocabularies.contains(.applicator) {
      for (key, value) in try reader.object("dependentSchemas") ?? [:] {
        let schema = child(of: value, at: ["dependentSchemas", key], target)
        inPlace[Int(number)].append(schema)
        found.append(DependentRule(key: self.key(key), schema: schema, isDependencies: false))
      }
      for (key, value) in try reader.object("dependencies") ?? [:] {
        if case .array = value {
          let required = keys(try reader.names(value, at: "dependencies", key))
          found.append(DependentRule(key: self.key(key), required: required, isDependencies: true))
        } else {
          let schema = child(of: value, at: ["dependencies", key], target)
          inPlace[Int(number)].append(schema)
          found.append(DependentRule(key: self.key(key), schema: schema, isDependencies: true))
        }
      }
    }
    let start = parts.dependents.count
    parts.dependents += found
    return PartRange(start: Int32(start), count: Int32(found.count))
  }

  /// Enters the known keys of an object into a table.
  private mutating func table(
    of properties: [(key: String, schema: Int32)], _ required: [String], into rules: inout ObjectRules
  ) {
    rules.declaredKeys = keys(properties.map(\.key))
    rules.requiredKeys = keys(required)
    guard !properties.isEmpty || !required.isEmpty else { return }
    var size = 4
    while size < (properties.count + required.count) * 2 { size *= 2 }
    var slots = [PropertySlot](repeating: PropertySlot(), count: size)
    func place(of key: String, _ hash: UInt32) -> Int {
      let bytes = self.key(key)
      var place = Int(hash) & (size - 1)
      while slots[place].isUsed, slots[place].key.offset != bytes.offset || slots[place].key.count != bytes.count {
        place = (place + 1) & (size - 1)
      }
      slots[place].isUsed = true
      slots[place].hash = hash
      slots[place].key = bytes
      return place
    }
    for (key, schema) in properties {
      let place = place(of: key, Self.hash(of: key))
      slots[place].isDeclared = true
      slots[place].schema = schema
    }
    var bit = 0
    for key in required {
      let place = place(of: key, Self.hash(of: key))
      if slots[place].bit != 255 || bit == 64 { continue }
      slots[place].bit = UInt8(bit)
      rules.required |= 1 << UInt64(bit)
      bit += 1
    }
    rules.slots = Int32(parts.slots.count)
    rules.slotMask = UInt32(size - 1)
    parts.slots += slots
  }

  // MARK: Combinations

  /// Compiles the references to other schemas.
  private mutating func references(
    _ reader: SchemaReader, _ target: SchemaLibrary.Target, _ number: Int32
  ) throws(JSONSchemaError) -> PartRange {
    let start = parts.rules.count
    if let text = try reader.string("$ref") {
      let found = try library.target(of: text, from: target.resource, at: reader.place("$ref"))
      try add(CombiningRule(kind: .reference, first: self.number(of: found)), to: number)
    }
    if let text = try reader.string("$dynamicRef") {
      let found = try library.target(of: text, from: target.resource, at: reader.place("$dynamicRef"))
      var rule = CombiningRule(kind: .dynamicReference, first: self.number(of: found))
      if let name = found.dynamicAnchor { rule.second = dynamicName(name) }
      try add(rule, to: number)
    }
    if let text = try reader.string("$recursiveRef") {
      let found = try library.target(of: text, from: target.resource, at: reader.place("$recursiveRef"))
      var rule = CombiningRule(kind: .recursiveReference, first: self.number(of: found))
      if library.resources[found.resource].isRecursiveAnchor { rule.second = dynamicName(Self.recursive) }
      try add(rule, to: number)
    }
    return PartRange(start: Int32(start), count: Int32(parts.rules.count - start))
  }

  private mutating func add(_ rule: CombiningRule, to number: Int32) throws(JSONSchemaError) {
    inPlace[Int(number)].append(rule.first)
    parts.rules.append(rule)
  }

  private mutating func dynamicName(_ name: String) -> Int32 {
    if let known = dynamicNames.firstIndex(of: name) { return Int32(known) }
    dynamicNames.append(name)
    return Int32(dynamicNames.count - 1)
  }

  /// Numbers all schemas that a dynamic reference may come to mean.
  private mutating func noteDynamicTargets() {
    parts.dynamicTargets = []
    for name in dynamicNames {
      var targets: [Int32] = []
      for resource in library.resources.indices {
        let target =
          name == Self.recursive
          ? library.resources[resource].isRecursiveAnchor ? library.rootTarget(of: resource) : nil
          : library.dynamicTarget(name, in: resource)
        targets.append(target.map { number(of: $0) } ?? -1)
      }
      parts.dynamicTargets.append(targets)
    }
  }

  private mutating func combinations(
    _ reader: SchemaReader, _ target: SchemaLibrary.Target, _ number: Int32
  ) throws(JSONSchemaError) {
    for (keyword, kind) in [("allOf", CombiningRule.Kind.all), ("anyOf", .any), ("oneOf", .one)] {
      let branches = try branches(keyword, reader, target)
      if branches.count == 0 { continue }
      inPlace[Int(number)] += parts.list[branches.indices]
      parts.rules.append(CombiningRule(kind: kind, branches: branches))
    }
    if let schema = try subschema("not", reader, target) {
      inPlace[Int(number)].append(schema)
      parts.rules.append(CombiningRule(kind: .not, first: schema))
    }
    if let condition = try subschema("if", reader, target) {
      let then = try subschema("then", reader, target)
      let otherwise = try subschema("else", reader, target)
      inPlace[Int(number)] += [condition, then, otherwise].compactMap { $0 }
      parts.rules.append(
        CombiningRule(kind: .condition, first: condition, second: then ?? -1, third: otherwise ?? -1))
    }
  }

  // MARK: Pieces

  private mutating func child(
    of value: JSONValue, at tokens: [String], _ target: SchemaLibrary.Target
  ) -> Int32 {
    let place = SchemaLibrary.Place(
      document: target.place.document, pointer: target.place.pointer + JSONPointer(tokens: tokens).text)
    return number(of: SchemaLibrary.Target(place: place, value: value, resource: library.owner(of: place)))
  }

  private mutating func subschema(
    _ keyword: String, _ reader: SchemaReader, _ target: SchemaLibrary.Target
  ) throws(JSONSchemaError) -> Int32? {
    reader[keyword].map { child(of: $0, at: [keyword], target) }
  }

  private mutating func branches(
    _ keyword: String, _ reader: SchemaReader, _ target: SchemaLibrary.Target
  ) throws(JSONSchemaError) -> PartRange {
    let schemas = try reader.list(keyword)
    let numbers = schemas.enumerated().map { child(of: $0.element, at: [keyword, "\($0.offset)"], target) }
    let start = parts.list.count
    parts.list += numbers
    return PartRange(start: Int32(start), count: Int32(numbers.count))
  }

  private mutating func pattern(_ text: String, at location: String) throws(JSONSchemaError) -> Int32 {
    let bytes = Array(text.utf8)
    if let known = patternPlaces[bytes] { return known }
    do throws(TextPatternError) {
      parts.patterns.append(try TextPattern(text))
    } catch {
      throw JSONSchemaError(schemaLocation: location, reason: "\(error)")
    }
    patternPlaces[bytes] = Int32(parts.patterns.count - 1)
    return Int32(parts.patterns.count - 1)
  }

  private mutating func key(_ text: String) -> SchemaKey {
    let bytes = Array(text.utf8)
    if let known = keyPlaces[bytes] { return known }
    let key = SchemaKey(offset: UInt32(parts.keyBytes.count), count: UInt32(bytes.count))
    parts.keyBytes += bytes
    keyPlaces[bytes] = key
    return key
  }

  private mutating func keys(_ texts: [String]) -> PartRange {
    let start = parts.keys.count
    for text in texts { parts.keys.append(key(text)) }
    return PartRange(start: Int32(start), count: Int32(texts.count))
  }

  private static func hash(of key: String) -> UInt32 {
    var copy = key
    return copy.withUTF8 { JSONNode.hash(of: $0) }
  }

  // MARK: At the end

  /// Works out what can be known only when every schema is there.
  private mutating func finish() {
    for index in parts.records.indices {
      let record = parts.records[index]
      let hasRules = record.rules.count > 0 || record.values.count > 0
      let asksForParts =
        record.string >= 0 || record.number >= 0 || record.array >= 0 || record.object >= 0
        || record.unevaluatedItems >= 0 || record.unevaluatedProperties >= 0
      parts.records[index].isTypeOnly = !hasRules && !asksForParts && !record.wantsWholeDecimals
      let isBare = record.kinds == .max && record.values.count == 0 && !asksForParts && record.rules.count == 1
      // Whoever skips a schema misses that its resource was on the way, which dynamic references ask for.
      if isBare, dynamicNames.isEmpty, parts.rules[Int(record.rules.start)].kind == .reference {
        parts.records[index].alias = parts.rules[Int(record.rules.start)].first
      }
    }
    // References may go in a circle; a walk then comes out wherever this ends, and goes on until it is too deep.
    for index in parts.records.indices where parts.records[index].alias >= 0 {
      var target = parts.records[index].alias
      var steps = 0
      while parts.records[Int(target)].alias >= 0, steps < Self.longestChain {
        target = parts.records[Int(target)].alias
        steps += 1
      }
      parts.records[index].alias = target
    }
    for index in parts.slots.indices where parts.slots[index].schema >= 0 {
      let record = parts.records[Int(parts.slots[index].schema)]
      if record.isTypeOnly, record.kinds == .max { parts.slots[index].schema = -1 }
    }
    resolveConstants()
  }

  /// Turns the positions of constants into their nodes in ``SchemaProgram/constants``.
  private mutating func resolveConstants() {
    var nodes: [Int32] = []
    JSONDocument(.array(parts.constants)).withNodes { all, _ in
      var at = 1
      for _ in 0..<parts.constants.count {
        nodes.append(Int32(at))
        let isContainer = all[at].kind == .array || all[at].kind == .object
        at = isContainer ? Int(UInt32(truncatingIfNeeded: all[at].payload)) : at + 1
      }
    }
    for rules in parts.values {
      for index in rules.nodes.indices { parts.list[index] = nodes[Int(parts.list[index])] }
    }
  }

  /// Refuses a schema that leads back to itself before it steps into the value, as its check would never end.
  ///
  /// What does so further inside may never be met; a walk that meets it ends as too deep.
  private func checkEndlessReferences() throws(JSONSchemaError) {
    var isDone = [Bool](repeating: false, count: inPlace.count)
    var isOnTheWay = isDone
    var path: [(schema: Int, next: Int)] = [(0, 0)]
    isOnTheWay[0] = true
    while let (schema, next) = path.last {
      guard next < inPlace[schema].count else {
        isOnTheWay[schema] = false
        isDone[schema] = true
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      let child = Int(inPlace[schema][next])
      if isOnTheWay[child] {
        throw JSONSchemaError(
          schemaLocation: location(of: child),
          reason: "the schema refers to itself without end: it is checked again at the same place of the value")
      }
      if !isDone[child] {
        isOnTheWay[child] = true
        path.append((child, 0))
      }
    }
  }

  private func location(of schema: Int) -> String { parts.places[schema].address + "#" + parts.places[schema].pointer }
}

extension JSONValue {
  /// The kind of node that the value becomes, as a set; a number has both of numbers.
  fileprivate var kinds: UInt16 {
    var kinds: UInt16 = 0
    switch self {
    case .null: kinds.insert(.null)
    case .bool(let value): kinds.insert(value ? .true : .false)
    case .number:
      kinds.insert(.integer)
      kinds.insert(.decimal)
    case .string:
      kinds.insert(.string)
      kinds.insert(.key)
    case .array: kinds.insert(.array)
    case .object: kinds.insert(.object)
    }
    return kinds
  }
}

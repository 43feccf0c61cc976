/// Compiling what is asked of elements and properties.
extension SchemaCompiler {
  mutating func compileArray(
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

  mutating func compileObject(
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

  mutating func patternProperties(
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

  mutating func dependents(
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
  mutating func table(
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
}

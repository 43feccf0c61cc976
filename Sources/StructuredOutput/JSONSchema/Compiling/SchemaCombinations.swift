/// Compiling what leads to other schemas for the same value.
extension SchemaCompiler {
  /// Compiles the references to other schemas.
  mutating func references(
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

  mutating func add(_ rule: CombiningRule, to number: Int32) throws(JSONSchemaError) {
    inPlace[Int(number)].append(rule.first)
    parts.rules.append(rule)
  }

  mutating func dynamicName(_ name: String) -> Int32 {
    if let known = dynamicNames.firstIndex(of: name) { return Int32(known) }
    dynamicNames.append(name)
    return Int32(dynamicNames.count - 1)
  }

  /// Numbers all schemas that a dynamic reference may come to mean.
  mutating func noteDynamicTargets() {
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

  mutating func combinations(
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
}

/// What can be known only when every schema is compiled.
extension SchemaCompiler {
  /// Works out what can be known only when every schema is there.
  mutating func finish() {
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
    foresee()
    for index in parts.slots.indices where parts.slots[index].schema >= 0 {
      if parts.records[Int(parts.slots[index].schema)].certain == .max { parts.slots[index].schema = -1 }
    }
    resolveConstants()
  }

  /// Turns the positions of constants into their nodes in ``SchemaProgram/constants``.
  mutating func resolveConstants() {
    JSONDocument(.array(parts.constants)).withNodes { all, bytes in
      var nodes: [Int32] = []
      var at = 1
      for _ in 0..<parts.constants.count {
        nodes.append(Int32(at))
        at = all[at].end(at: at)
      }
      for index in parts.values.indices {
        let range = parts.values[index].nodes.indices
        for place in range { parts.list[place] = nodes[Int(parts.list[place])] }
        if range.count > ValueRules.comparedValues { parts.values[index].strings = table(of: range, all, bytes) }
      }
    }
  }

  /// Enters the strings among constants into a table by their hash.
  private mutating func table(
    of constants: Range<Int>, _ nodes: UnsafeBufferPointer<JSONNode>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> PartRange {
    var size = 16
    while size < constants.count * 2 { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    for constant in constants.map({ parts.list[$0] }) where nodes[Int(constant)].kind == .string {
      var slot = Int(JSONNode.hash(of: nodes[Int(constant)].text(in: bytes))) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = constant
    }
    let start = Int32(parts.list.count)
    parts.list += slots
    return PartRange(start: start, count: Int32(size))
  }

  /// Refuses a schema that leads back to itself before it steps into the value, as its check would never end.
  ///
  /// What does so further inside may never be met; a walk that meets it ends as too deep.
  func checkEndlessReferences() throws(JSONSchemaError) {
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

  func location(of schema: Int) -> String { parts.places[schema].address + "#" + parts.places[schema].pointer }
}

/// What of a value's kind alone tells the answer, so that most alternatives need no look at the value.
extension SchemaCompiler {
  /// Works out ``SchemaRecord/possible`` and ``SchemaRecord/certain``, for each schema after those it is made of.
  ///
  /// Where schemas go in a circle, nothing is foreseen of the one that closes it.
  mutating func foresee() {
    for index in parts.records.indices { parts.records[index].possible = parts.records[index].kinds }
    var isMet = [Bool](repeating: false, count: parts.records.count)
    for start in parts.records.indices where !isMet[start] {
      isMet[start] = true
      var path: [(schema: Int, next: Int)] = [(start, 0)]
      while let (schema, next) = path.last {
        if next < inPlace[schema].count {
          path[path.count - 1].next += 1
          let child = Int(inPlace[schema][next])
          if !isMet[child] {
            isMet[child] = true
            path.append((child, 0))
          }
        } else {
          foresee(schema)
          path.removeLast()
        }
      }
    }
  }

  private mutating func foresee(_ schema: Int) {
    let record = parts.records[schema]
    var possible = record.kinds
    var certain = record.kinds & ~kindsAskedMore(of: record)
    for index in record.values.indices {
      possible &= parts.values[index].kinds
      certain = 0
    }
    for index in record.rules.indices {
      let rule = parts.rules[index]
      let first = rule.first >= 0 ? parts.records[Int(rule.first)] : SchemaRecord()
      let branches = rule.branches.indices.map { parts.records[Int(parts.list[$0])] }
      switch rule.kind {
      case .reference:
        possible &= first.possible
        certain &= first.certain
      case .all:
        possible = branches.reduce(possible) { $0 & $1.possible }
        certain = branches.reduce(certain) { $0 & $1.certain }
      case .any:
        possible &= branches.reduce(0) { $0 | $1.possible }
        certain &= branches.reduce(0) { $0 | $1.certain }
      case .one:
        possible &= branches.reduce(0) { $0 | $1.possible }
        certain = 0
      case .not:
        possible &= ~first.certain
        certain &= ~first.possible
      case .condition, .dynamicReference, .recursiveReference: certain = 0
      }
    }
    parts.records[schema].possible = possible
    parts.records[schema].certain = certain
  }

  /// The kinds of which keywords ask for more than that they are allowed.
  private func kindsAskedMore(of record: SchemaRecord) -> UInt16 {
    var kinds: UInt16 = 0
    if record.string >= 0 {
      kinds.insert(.string)
      kinds.insert(.key)
    }
    if record.number >= 0 { kinds.insert(.integer) }
    if record.number >= 0 || record.wantsWholeDecimals { kinds.insert(.decimal) }
    if record.array >= 0 || record.unevaluatedItems >= 0 { kinds.insert(.array) }
    if record.object >= 0 || record.unevaluatedProperties >= 0 { kinds.insert(.object) }
    return kinds
  }
}

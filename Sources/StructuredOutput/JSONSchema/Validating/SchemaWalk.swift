/// One walk of a document through a program: for a mere yes or no, or noting all faults.
///
/// This is the loop that validation spends its time in. It stands in one file with all that it calls per value, because
/// modules are optimised file by file, and reads plain memory through pointers that the program and the document own.
struct SchemaWalk {
  /// How deep values in values and schemas in schemas, together, may go: on any thread, and on a roomy stack.
  enum Depth {
    static let anyStack = 120
    static let roomyStack = 10_000
  }

  /// Schemas that a walk may check, for a start and for each node of the document; a schema whose alternatives multiply
  /// would otherwise take forever.
  private static let steps = (start: 200_000, forEachNode: 200)

  /// Why a walk came to no answer: neither a yes nor a no is to be believed then.
  enum Exhaustion: Sendable {
    case tooDeep
    case tooManySteps
    /// Whether a pattern is found was not to be told.
    case undecidedPattern
  }

  /// A bit for each element or property of one container that a schema has looked at.
  private typealias Marks = UnsafeMutablePointer<UInt64>

  private let program: SchemaProgram
  private let records: UnsafePointer<SchemaRecord>
  private let slots: UnsafePointer<PropertySlot>
  private let list: UnsafePointer<Int32>
  private let keyBytes: UnsafePointer<UInt8>
  private let constants: UnsafePointer<JSONNode>
  private let constantBytes: UnsafePointer<UInt8>
  private let nodes: UnsafePointer<JSONNode>
  private let bytes: UnsafePointer<UInt8>
  private let deepest: Int
  private var remainingSteps: Int
  private(set) var exhaustion: Exhaustion?
  /// The resources on the way; nil where no reference depends on them.
  private var scope: [Int32]?
  /// Where faults are noted; nil for a mere yes or no, which makes nothing that has to be freed.
  private let notes: SchemaNotes?
  /// Whether faults are noted now.
  private var reports: Bool

  /// - Parameters:
  ///   - nodes: the document's nodes; program and document must outlive the walk.
  ///   - notes: where faults are noted; nil where the walk ends at the first.
  init(
    _ program: SchemaProgram, nodes: UnsafePointer<JSONNode>, count: Int, bytes: UnsafePointer<UInt8>?,
    notes: SchemaNotes?, deepest: Int
  ) {
    self.program = program
    records = program.records
    slots = program.slots
    list = program.list
    keyBytes = program.keyBytes
    // The constants are an array, so there is a node; where there are no bytes, nothing points into them.
    constants = program.constantNodes.baseAddress ?? nodes
    constantBytes = program.constantBytes.baseAddress ?? program.keyBytes
    self.nodes = nodes
    // Where there are no bytes, nothing points into them.
    self.bytes = bytes ?? program.keyBytes
    self.notes = notes
    reports = notes != nil
    self.deepest = deepest
    scope = program.hasDynamicScope ? [] : nil
    remainingSteps = Self.steps.start &+ Self.steps.forEachNode &* count
  }

  /// Whether the document is allowed; not to be believed where the walk is exhausted.
  mutating func allowsRoot() -> Bool { allows(0, 0, 0, nil) }

  // MARK: A schema and a value

  @inline(__always)
  private mutating func allows(_ schema: Int32, _ node: Int, _ depth: Int, _ marks: Marks?) -> Bool {
    let record = records + Int(schema)
    let kind: UInt16 = 1 &<< UInt16(nodes[node].kind.rawValue)
    if !reports {
      if record.pointee.possible & kind == 0 { return false }
      // What is certain is still gone through where it is to be known which parts were looked at.
      if record.pointee.certain & kind != 0, marks == nil { return true }
    } else if record.pointee.kinds & kind == 0 {
      return fail(record.pointee.kinds == 0 ? .nothingAllowed : .type, schema, node)
    } else if record.pointee.isTypeOnly {
      return true
    }
    return allowsMore(schema, node, depth, marks)
  }

  /// Checks what is asked beyond the type.
  @inline(never)
  private mutating func allowsMore(_ named: Int32, _ node: Int, _ depth: Int, _ outer: Marks?) -> Bool {
    var schema = named
    if !reports, records[Int(named)].alias >= 0 {
      schema = records[Int(named)].alias
      if records[Int(schema)].possible &>> UInt16(nodes[node].kind.rawValue) & 1 == 0 { return false }
    }
    remainingSteps &-= 1
    if remainingSteps < 0 || depth > deepest {
      if exhaustion == nil { exhaustion = depth > deepest ? .tooDeep : .tooManySteps }
      return false
    }
    let kind = nodes[node].kind
    if scope != nil {
      return withinScope(records[Int(schema)].resource) { walk in walk.checkParts(schema, node, kind, depth, outer) }
    }
    return checkParts(schema, node, kind, depth, outer)
  }

  private mutating func withinScope(_ resource: Int32, _ body: (inout SchemaWalk) -> Bool) -> Bool {
    if scope?.last == resource { return body(&self) }
    scope?.append(resource)
    defer { scope?.removeLast() }
    return body(&self)
  }

  @inline(__always)
  private mutating func checkParts(
    _ schema: Int32, _ node: Int, _ kind: JSONNode.Kind, _ depth: Int, _ outer: Marks?
  ) -> Bool {
    let record = records + Int(schema)
    switch kind {
    case .object where record.pointee.unevaluatedProperties >= 0,
      .array where record.pointee.unevaluatedItems >= 0:
      return checkUnevaluated(schema, node, kind, depth, outer)
    default: return checkKeywords(schema, node, kind, depth, outer)
    }
  }

  @inline(__always)
  private mutating func checkKeywords(
    _ schema: Int32, _ node: Int, _ kind: JSONNode.Kind, _ depth: Int, _ marks: Marks?
  ) -> Bool {
    let record = records + Int(schema)
    var isAllowed = true
    switch kind {
    case .string, .key:
      if record.pointee.string >= 0 { isAllowed = checkString(schema, node) }
    case .integer, .decimal:
      if record.pointee.wantsWholeDecimals, kind == .decimal, !isWhole(node) {
        isAllowed = fail(.type, schema, node)
      }
      if record.pointee.number >= 0, !checkNumber(schema, node, kind) { isAllowed = false }
    case .array:
      if record.pointee.array >= 0 { isAllowed = checkArray(schema, node, depth, marks) }
    case .object:
      if record.pointee.object >= 0 { isAllowed = checkObject(schema, node, depth, marks) }
    case .null, .true, .false: break
    }
    if !isAllowed, !reports { return false }
    if record.pointee.values.count > 0, !checkValues(schema, node) { isAllowed = false }
    if record.pointee.rules.count > 0 {
      if !isAllowed, !reports { return false }
      if !checkRules(schema, node, depth, marks) { isAllowed = false }
    }
    return isAllowed
  }

  // MARK: Objects

  private mutating func checkObject(_ schema: Int32, _ node: Int, _ depth: Int, _ marks: Marks?) -> Bool {
    let rules = program.objects + Int(records[Int(schema)].object)
    let count = nodes[node].count
    var isAllowed = true
    if count < rules.pointee.minimum {
      isAllowed = fail(.minimumProperties, schema, node)
    } else if count > rules.pointee.maximum {
      isAllowed = fail(.maximumProperties, schema, node)
    }
    if !isAllowed, !reports { return false }
    if rules.pointee.looksAtKeys || marks != nil && rules.pointee.marksAdditional {
      let mask = rules.pointee.slotMask
      let table = slots + Int(rules.pointee.slots)
      let asksMoreOfAll = rules.pointee.patterns.count > 0 || rules.pointee.names >= 0 || marks != nil
      let asksMoreOfUnknown = asksMoreOfAll || rules.pointee.additional != ObjectRules.anything
      var seen: UInt64 = 0
      var at = node &+ 1
      for position in 0..<Int(count) {
        let value = at &+ 1
        var isKnown = false
        if mask != 0 {
          let hash = UInt32(truncatingIfNeeded: nodes[at].payload &>> 32)
          var place = Int(hash & mask)
          while table[place].isUsed {
            if table[place].hash == hash, isKey(table[place].key, at) {
              if table[place].bit < 64 { seen |= 1 &<< UInt64(table[place].bit) }
              if table[place].isDeclared {
                isKnown = true
                let property = table[place].schema
                if property >= 0, !stepIntoProperty(.properties, -1, property, value, depth) {
                  isAllowed = false
                  if !reports { return false }
                }
              }
              break
            }
            place = (place &+ 1) & Int(mask)
          }
        }
        if isKnown ? asksMoreOfAll : asksMoreOfUnknown,
          !checkFurther(rules, schema, at, position, depth, marks, isKnown: isKnown)
        {
          isAllowed = false
          if !reports { return false }
        }
        at = end(of: value)
      }
      if seen & rules.pointee.required != rules.pointee.required || rules.pointee.requiredKeys.count > 64 {
        for index in rules.pointee.requiredKeys.indices where find(program.keys[index], in: node) == nil {
          isAllowed = fail(.required(program.keys[index]), schema, node)
          if !reports { return false }
        }
      }
    }
    if rules.pointee.dependents.count > 0, !checkDependents(rules, schema, node, depth, marks) { isAllowed = false }
    return isAllowed
  }

  /// Checks a property against what is asked of it by its name's form, or for being unknown.
  @inline(never)
  private mutating func checkFurther(
    _ rules: UnsafePointer<ObjectRules>, _ schema: Int32, _ key: Int, _ position: Int, _ depth: Int, _ marks: Marks?,
    isKnown: Bool
  ) -> Bool {
    var isKnown = isKnown
    var isAllowed = true
    let value = key &+ 1
    for index in rules.pointee.patterns.indices {
      let property = program.patternProperties[index]
      switch search(property.pattern, in: text(of: key)) {
      case .notFound: continue
      case .undecided:
        isAllowed = fail(.undecidedPatternProperty(index), schema, key)
        if !reports { return false }
      case .found:
        isKnown = true
        if !stepIntoProperty(.patternProperties, Int32(index), property.schema, value, depth) {
          isAllowed = false
          if !reports { return false }
        }
      }
    }
    let additional = rules.pointee.additional
    if !isKnown, additional != ObjectRules.anything {
      isKnown = true
      if additional == ObjectRules.nothing {
        isAllowed = false
        if !reports { return false }
        notes?.trail.push(.additionalProperties, node: value, element: SchemaTrail.property)
        _ = fail(.additionalProperty, schema, value)
        notes?.trail.pop()
      } else if !stepIntoProperty(.additionalProperties, -1, additional, value, depth) {
        isAllowed = false
        if !reports { return false }
      }
    }
    if let marks, isKnown || rules.pointee.marksAdditional { marks.mark(position) }
    if rules.pointee.names >= 0 {
      if reports { notes?.trail.push(.propertyNames, node: value, element: SchemaTrail.property) }
      if !allows(rules.pointee.names, key, depth &+ 1, nil) { isAllowed = false }
      if reports { notes?.trail.pop() }
    }
    return isAllowed
  }

  private mutating func checkDependents(
    _ rules: UnsafePointer<ObjectRules>, _ schema: Int32, _ node: Int, _ depth: Int, _ marks: Marks?
  ) -> Bool {
    var isAllowed = true
    for index in rules.pointee.dependents.indices {
      let rule = program.dependents[index]
      guard find(rule.key, in: node) != nil else { continue }
      for key in rule.required.indices where find(program.keys[key], in: node) == nil {
        isAllowed = fail(.dependentRequired(index, missing: program.keys[key]), schema, node)
      }
      if rule.schema >= 0, !stepInPlace(.dependent, Int32(index), rule.schema, node, depth, marks) {
        isAllowed = false
      }
      if !isAllowed, !reports { return false }
    }
    return isAllowed
  }

  @inline(__always)
  private mutating func stepIntoProperty(
    _ keyword: SchemaTrail.Keyword, _ token: Int32, _ schema: Int32, _ value: Int, _ depth: Int
  ) -> Bool {
    if !reports { return allows(schema, value, depth &+ 1, nil) }
    notes?.trail.push(keyword, token: token, node: value, element: SchemaTrail.property)
    defer { notes?.trail.pop() }
    return allows(schema, value, depth &+ 1, nil)
  }

  /// The node of a key; nil where the object has none such.
  private func find(_ key: SchemaKey, in object: Int) -> Int? {
    var at = object &+ 1
    for _ in 0..<nodes[object].count {
      if isKey(key, at) { return at }
      at = end(of: at &+ 1)
    }
    return nil
  }

  // MARK: Arrays

  private mutating func checkArray(_ schema: Int32, _ node: Int, _ depth: Int, _ marks: Marks?) -> Bool {
    let rules = program.arrays + Int(records[Int(schema)].array)
    let count = Int(nodes[node].count)
    var isAllowed = true
    if count < rules.pointee.minimum {
      isAllowed = fail(.minimumItems, schema, node)
    } else if count > rules.pointee.maximum {
      isAllowed = fail(.maximumItems, schema, node)
    }
    if !isAllowed, !reports { return false }
    let prefix = Int(rules.pointee.prefix.count)
    let rest = rules.pointee.rest
    if prefix > 0 || rest >= 0 {
      let prefixKeyword: SchemaTrail.Keyword = rules.pointee.hasOlderNames ? .items : .prefixItems
      let restKeyword: SchemaTrail.Keyword = rules.pointee.hasOlderNames ? .additionalItems : .items
      var at = node &+ 1
      for position in 0..<count {
        let isPrefix = position < prefix
        if !isPrefix, rest < 0 { break }
        let item = isPrefix ? list[Int(rules.pointee.prefix.start) &+ position] : rest
        if reports {
          notes?.trail.push(
            isPrefix ? prefixKeyword : restKeyword, token: isPrefix ? Int32(position) : -1, node: at, element: position)
        }
        let fits = allows(item, at, depth &+ 1, nil)
        if reports { notes?.trail.pop() }
        if !fits {
          isAllowed = false
          if !reports { return false }
        }
        if let marks { marks.mark(position) }
        at = end(of: at)
      }
    }
    if rules.pointee.contains >= 0, !checkContains(rules, schema, node, depth, marks) {
      isAllowed = false
      if !reports { return false }
    }
    if rules.pointee.isUnique, count > 1 {
      var comparison = NodeComparison(nodes, bytes, otherNodes: nodes, otherBytes: bytes, deepest: deepest &- depth)
      let pair = comparison.firstEqualPair(in: node)
      if comparison.isTooDeep {
        if exhaustion == nil { exhaustion = .tooDeep }
        return false
      }
      if let pair { isAllowed = fail(.repeated(pair.0, pair.1), schema, node) }
    }
    return isAllowed
  }

  private mutating func checkContains(
    _ rules: UnsafePointer<ArrayRules>, _ schema: Int32, _ node: Int, _ depth: Int, _ marks: Marks?
  ) -> Bool {
    let least = rules.pointee.minimumContained
    let most = rules.pointee.maximumContained
    let marksContained = marks != nil && rules.pointee.marksContained
    var found = 0
    var at = node &+ 1
    for position in 0..<Int(nodes[node].count) {
      if silently(rules.pointee.contains, at, depth &+ 1, nil) {
        found &+= 1
        if marksContained { marks?.mark(position) }
        if found > most { break }
        if found >= least, most == .max, !marksContained { break }
      }
      at = end(of: at)
    }
    if found < least { return fail(.containsTooFew(found), schema, node) }
    return found <= most || fail(.containsTooMany(found), schema, node)
  }

  // MARK: Strings and numbers

  private mutating func checkString(_ schema: Int32, _ node: Int) -> Bool {
    let rules = program.strings + Int(records[Int(schema)].string)
    let text = text(of: node)
    var isAllowed = true
    // A scalar takes one to four bytes, so the number of bytes settles most cases.
    let count = text.count
    let isASCII = nodes[node].flags & JSONNode.isASCII != 0
    if count > rules.pointee.maximumLength || (isASCII ? count : count &>> 2) < rules.pointee.minimumLength {
      let length = isASCII ? count : scalarCount(text)
      if length < rules.pointee.minimumLength { isAllowed = fail(.minimumLength(length), schema, node) }
      if length > rules.pointee.maximumLength { isAllowed = fail(.maximumLength(length), schema, node) }
      if !isAllowed, !reports { return false }
    }
    if rules.pointee.pattern >= 0 {
      switch search(rules.pointee.pattern, in: text) {
      case .found: break
      case .notFound: isAllowed = fail(.pattern, schema, node)
      case .undecided: isAllowed = fail(.undecidedPattern, schema, node)
      }
    }
    if rules.pointee.format >= 0, !program.formats[Int(rules.pointee.format)].isValid(text) {
      isAllowed = fail(.format, schema, node)
    }
    if rules.pointee.contentIsBase64 || rules.pointee.contentIsJSON,
      let fault = EncodedContent(rules.pointee).fault(text)
    {
      isAllowed = fail(fault, schema, node)
    }
    return isAllowed
  }

  private mutating func checkNumber(_ schema: Int32, _ node: Int, _ kind: JSONNode.Kind) -> Bool {
    let rules = program.numbers + Int(records[Int(schema)].number)
    var isAllowed = true
    let short: ShortDecimal? =
      kind == .integer
      ? ShortDecimal(digits: Int64(bitPattern: nodes[node].payload), exponent: 0) : ShortDecimal(text(of: node))
    for index in rules.pointee.bounds.indices {
      let bound = program.bounds + index
      let order =
        bound.pointee.isShort && short != nil
        ? (short ?? .zero).compared(to: bound.pointee.limit) : exactOrder(node, index)
      let fits =
        order == 0 ? !bound.pointee.isExclusive : bound.pointee.isMaximum ? order < 0 : order > 0
      if !fits {
        isAllowed = fail(.bound(index), schema, node)
        if !reports { return false }
      }
    }
    if rules.pointee.multiple >= 0 {
      let divides: Bool
      if kind == .integer, rules.pointee.wholeMultiple > 0 {
        divides = Int64(bitPattern: nodes[node].payload) % rules.pointee.wholeMultiple == 0
      } else {
        divides = program.multiples[Int(rules.pointee.multiple)].divides(short) { numberText(of: node) }
      }
      if !divides { isAllowed = fail(.multiple, schema, node) }
    }
    return isAllowed
  }

  @inline(never)
  private func exactOrder(_ node: Int, _ bound: Int) -> Int {
    let number = JSONNumber(checked: numberText(of: node))
    let limit = program.limits[bound]
    return number == limit ? 0 : number < limit ? -1 : 1
  }

  private func numberText(of node: Int) -> String {
    nodes[node].kind == .integer
      ? String(Int64(bitPattern: nodes[node].payload)) : String(decoding: text(of: node), as: UTF8.self)
  }

  /// Whether a decimal has no fraction, whatever its size.
  @inline(never)
  private func isWhole(_ node: Int) -> Bool {
    let text = String(decoding: text(of: node), as: UTF8.self)
    // An exponent that no arithmetic here holds: far above zero all digits are before the point.
    return DecimalDigits(text: text).map { $0.exponent >= 0 } ?? !text.dropFirst().contains("-")
  }

  // MARK: Values

  private mutating func checkValues(_ schema: Int32, _ node: Int) -> Bool {
    var isAllowed = true
    for index in records[Int(schema)].values.indices {
      let rules = program.values + index
      var isFound = false
      let kind = nodes[node].kind
      if rules.pointee.kinds &>> UInt16(kind.rawValue) & 1 == 1 {
        if rules.pointee.strings.count > 0, kind == .string || kind == .key {
          isFound = isAmongStrings(rules.pointee.strings, node)
        } else {
          for place in rules.pointee.nodes.indices where isConstant(Int(list[place]), node) {
            isFound = true
            break
          }
        }
      }
      if !isFound {
        if exhaustion == .tooDeep { return false }
        isAllowed = fail(.value(index), schema, node)
        if !reports { return false }
      }
    }
    return isAllowed
  }

  private mutating func isAmongStrings(_ table: PartRange, _ node: Int) -> Bool {
    let mask = Int(table.count) &- 1
    let slots = list + Int(table.start)
    var slot = Int(JSONNode.hash(of: text(of: node))) & mask
    while slots[slot] >= 0 {
      if isConstant(Int(slots[slot]), node) { return true }
      slot = (slot &+ 1) & mask
    }
    return false
  }

  @inline(__always)
  private mutating func isConstant(_ constant: Int, _ node: Int) -> Bool {
    let kind = nodes[node].kind
    if constants[constant].kind == .string, kind == .string || kind == .key {
      let count = constants[constant].count
      if count != nodes[node].count { return false }
      let left = constantBytes + Int(UInt32(truncatingIfNeeded: constants[constant].payload))
      return isSame(left, bytes + Int(UInt32(truncatingIfNeeded: nodes[node].payload)), Int(count))
    }
    if constants[constant].kind == kind, kind.rawValue <= JSONNode.Kind.true.rawValue { return true }
    var comparison = NodeComparison(nodes, bytes, otherNodes: constants, otherBytes: constantBytes, deepest: deepest)
    let isEqual = comparison.isEqual(node, constant)
    if comparison.isTooDeep, exhaustion == nil { exhaustion = .tooDeep }
    return isEqual
  }

  // MARK: Combinations

  private mutating func checkRules(_ schema: Int32, _ node: Int, _ depth: Int, _ marks: Marks?) -> Bool {
    var isAllowed = true
    for index in records[Int(schema)].rules.indices {
      if !check(program.rules + index, schema, node, depth, marks) {
        isAllowed = false
        if !reports { return false }
      }
    }
    return isAllowed
  }

  @inline(__always)
  private mutating func check(
    _ rule: UnsafePointer<CombiningRule>, _ schema: Int32, _ node: Int, _ depth: Int, _ marks: Marks?
  ) -> Bool {
    switch rule.pointee.kind {
    case .reference: return stepInPlace(.reference, -1, rule.pointee.first, node, depth, marks)
    case .dynamicReference, .recursiveReference:
      let keyword: SchemaTrail.Keyword =
        rule.pointee.kind == .dynamicReference ? .dynamicReference : .recursiveReference
      return stepInPlace(keyword, -1, dynamicTarget(of: rule), node, depth, marks)
    case .all:
      var isAllowed = true
      for (position, place) in rule.pointee.branches.indices.enumerated() {
        if !stepInPlace(.all, Int32(position), list[place], node, depth, marks) {
          isAllowed = false
          if !reports { return false }
        }
      }
      return isAllowed
    case .any: return checkAny(rule, schema, node, depth, marks)
    case .one: return checkOne(rule, schema, node, depth, marks)
    case .not:
      return !silently(rule.pointee.first, node, depth &+ 1, nil) || fail(.not(rule.pointee.first), schema, node)
    case .condition:
      if marks == nil, rule.pointee.second < 0, rule.pointee.third < 0 { return true }
      let holds = silently(rule.pointee.first, node, depth &+ 1, marks)
      let branch = holds ? rule.pointee.second : rule.pointee.third
      if branch < 0 { return true }
      return stepInPlace(holds ? .then : .otherwise, -1, branch, node, depth, marks)
    }
  }

  private mutating func checkAny(
    _ rule: UnsafePointer<CombiningRule>, _ schema: Int32, _ node: Int, _ depth: Int, _ marks: Marks?
  ) -> Bool {
    let branches = rule.pointee.branches
    let earlier = exhaustion
    if !reports, marks == nil {
      for place in branches.indices where allows(list[place], node, depth &+ 1, nil) {
        settle(earlier)
        return true
      }
      return false
    }
    var reasons: [[SchemaFault]] = []
    var fits = false
    for (position, place) in branches.indices.enumerated() {
      if branch(.any, position, list[place], node, depth, marks, &reasons) {
        fits = true
        if marks == nil { break }
      }
    }
    if fits { settle(earlier) }
    return fits || fail(.noneOfAny(reasons), schema, node)
  }

  /// Forgets a pattern that was not to be told where another alternative fits whatever it would have said.
  private mutating func settle(_ earlier: Exhaustion?) {
    if exhaustion == .undecidedPattern { exhaustion = earlier }
  }

  private mutating func checkOne(
    _ rule: UnsafePointer<CombiningRule>, _ schema: Int32, _ node: Int, _ depth: Int, _ marks: Marks?
  ) -> Bool {
    var reasons: [[SchemaFault]] = []
    var fitting: Int?
    for (position, place) in rule.pointee.branches.indices.enumerated() {
      let fits =
        reports || marks != nil
        ? branch(.one, position, list[place], node, depth, marks, &reasons)
        : allows(list[place], node, depth &+ 1, nil)
      if fits {
        if let fitting { return fail(.severalOfOne(fitting, position), schema, node) }
        fitting = position
      }
    }
    return fitting != nil || fail(.noneOfOne(reasons), schema, node)
  }

  /// Tries an alternative, whose marks count only if it fits, and whose faults only if none does.
  private mutating func branch(
    _ keyword: SchemaTrail.Keyword, _ position: Int, _ schema: Int32, _ node: Int, _ depth: Int, _ marks: Marks?,
    _ reasons: inout [[SchemaFault]]
  ) -> Bool {
    let before = notes?.faults.count ?? 0
    let steps = notes?.trail.steps.count ?? 0
    let fits = withOwnMarks(marks, node) { walk, own in
      walk.stepInPlace(keyword, Int32(position), schema, node, depth, own)
    }
    guard reports, let notes else { return fits }
    if fits {
      notes.trail.steps.removeSubrange(steps...)
    } else {
      reasons.append(Array(notes.faults[before...]))
    }
    notes.faults.removeSubrange(before...)
    return fits
  }

  @inline(__always)
  private mutating func stepInPlace(
    _ keyword: SchemaTrail.Keyword, _ token: Int32, _ schema: Int32, _ node: Int, _ depth: Int, _ marks: Marks?
  ) -> Bool {
    if !reports { return allows(schema, node, depth &+ 1, marks) }
    notes?.trail.push(keyword, token: token, node: node, element: SchemaTrail.samePlace)
    defer { notes?.trail.pop() }
    return allows(schema, node, depth &+ 1, marks)
  }

  /// Checks without noting faults, as a test whose failure is none.
  private mutating func silently(_ schema: Int32, _ node: Int, _ depth: Int, _ marks: Marks?) -> Bool {
    let reported = reports
    reports = false
    defer { reports = reported }
    if marks == nil { return allows(schema, node, depth, nil) }
    return withOwnMarks(marks, node) { walk, own in walk.allows(schema, node, depth, own) }
  }

  /// The schema that a dynamic reference means here: that of the outermost resource on the way that has the name.
  private func dynamicTarget(of rule: UnsafePointer<CombiningRule>) -> Int32 {
    guard rule.pointee.second >= 0 else { return rule.pointee.first }
    let targets = program.dynamicTargets[Int(rule.pointee.second)]
    for resource in scope ?? [] where targets[Int(resource)] >= 0 { return targets[Int(resource)] }
    return rule.pointee.first
  }

  // MARK: What no other keyword has looked at

  private mutating func checkUnevaluated(
    _ schema: Int32, _ node: Int, _ kind: JSONNode.Kind, _ depth: Int, _ outer: Marks?
  ) -> Bool {
    let record = records + Int(schema)
    let isObject = kind == .object
    let rest = isObject ? record.pointee.unevaluatedProperties : record.pointee.unevaluatedItems
    let count = Int(nodes[node].count)
    let words = (count &+ 63) / 64
    let own = Marks.allocate(capacity: max(words, 1))
    own.initialize(repeating: 0, count: max(words, 1))
    defer { own.deallocate() }
    var isAllowed = checkKeywords(schema, node, kind, depth, own)
    if !isAllowed, !reports { return false }
    var at = node &+ 1
    for position in 0..<count {
      let value = isObject ? at &+ 1 : at
      if !own.isMarked(position) {
        let isNothing = records[Int(rest)].isTypeOnly && records[Int(rest)].kinds == 0
        if isNothing, !reports { return false }
        if reports {
          notes?.trail.push(
            isObject ? .unevaluatedProperties : .unevaluatedItems, node: value,
            element: isObject ? SchemaTrail.property : position)
        }
        let fits =
          isNothing
          ? fail(isObject ? .unevaluatedProperty : .unevaluatedItem, schema, value)
          : allows(rest, value, depth &+ 1, nil)
        if reports { notes?.trail.pop() }
        if !fits {
          isAllowed = false
          if !reports { return false }
        }
        if let outer { outer.mark(position) }
      } else if let outer {
        outer.mark(position)
      }
      at = end(of: value)
    }
    return isAllowed
  }

  /// Lends marks of its own to a check; what it marked counts if it holds.
  private mutating func withOwnMarks(
    _ marks: Marks?, _ node: Int, _ check: (inout SchemaWalk, Marks?) -> Bool
  ) -> Bool {
    guard let marks, nodes[node].kind == .object || nodes[node].kind == .array else { return check(&self, nil) }
    let words = (Int(nodes[node].count) &+ 63) / 64
    let own = Marks.allocate(capacity: max(words, 1))
    own.initialize(repeating: 0, count: max(words, 1))
    defer { own.deallocate() }
    guard check(&self, own) else { return false }
    for word in 0..<words { marks[word] |= own[word] }
    return true
  }

  // MARK: Pieces

  /// Notes a fault where they are noted. Always false, so that a check can end with it.
  @inline(__always)
  private mutating func fail(_ kind: SchemaFault.Kind, _ schema: Int32, _ node: Int) -> Bool {
    if reports { note(kind, schema, node) }
    return false
  }

  @inline(never)
  private mutating func note(_ kind: SchemaFault.Kind, _ schema: Int32, _ node: Int) {
    guard let notes else { return }
    notes.faults.append(SchemaFault(kind: kind, schema: schema, node: node, step: notes.trail.last))
  }

  /// The node behind a value.
  @inline(__always)
  private func end(of node: Int) -> Int {
    nodes[node].kind.rawValue &- JSONNode.Kind.array.rawValue < 2
      ? Int(UInt32(truncatingIfNeeded: nodes[node].payload)) : node &+ 1
  }

  @inline(__always)
  private func text(of node: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: bytes + Int(UInt32(truncatingIfNeeded: nodes[node].payload)), count: Int(nodes[node].count))
  }

  @inline(__always)
  private mutating func search(_ pattern: Int32, in text: UnsafeBufferPointer<UInt8>) -> PatternAnswer {
    // The program holds the pattern, and who walks holds the program.
    let answer = Unmanaged<PatternEngine>.fromOpaque(program.engines[Int(pattern)])._withUnsafeGuaranteedRef {
      $0.answer(in: text)
    }
    if answer == .undecided, exhaustion == nil { exhaustion = .undecidedPattern }
    return answer
  }

  @inline(__always)
  private func isKey(_ key: SchemaKey, _ node: Int) -> Bool {
    guard nodes[node].count == key.count else { return false }
    return isSame(
      keyBytes + Int(key.offset), bytes + Int(UInt32(truncatingIfNeeded: nodes[node].payload)), Int(key.count))
  }

  @inline(__always)
  private func isSame(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let a = UnsafeRawPointer(left)
    let b = UnsafeRawPointer(right)
    if count >= 8 {
      var index = 0
      while index &+ 8 < count {
        if (a + index).loadUnaligned(as: UInt64.self) != (b + index).loadUnaligned(as: UInt64.self) { return false }
        index &+= 8
      }
      let last = count &- 8
      return (a + last).loadUnaligned(as: UInt64.self) == (b + last).loadUnaligned(as: UInt64.self)
    }
    if count >= 4 {
      let last = count &- 4
      return a.loadUnaligned(as: UInt32.self) == b.loadUnaligned(as: UInt32.self)
        && (a + last).loadUnaligned(as: UInt32.self) == (b + last).loadUnaligned(as: UInt32.self)
    }
    for index in 0..<count where left[index] != right[index] { return false }
    return true
  }

  private func scalarCount(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for byte in text where byte & 0xC0 != 0x80 { count &+= 1 }
    return count
  }
}

extension UnsafeMutablePointer<UInt64> {
  /// Sets a bit.
  @inline(__always)
  fileprivate func mark(_ position: Int) { self[position &>> 6] |= 1 &<< UInt64(position & 63) }

  /// Whether a bit is set.
  @inline(__always)
  fileprivate func isMarked(_ position: Int) -> Bool { self[position &>> 6] &>> UInt64(position & 63) & 1 == 1 }
}

/// Puts the faults of a walk into words.
struct SchemaViolations {
  /// How many violations are put into words; a document may have millions.
  static let most = 1_000
  /// How many alternatives, and faults of one, are kept as causes.
  private static let mostCauses = 20

  private let program: SchemaProgram
  private let nodes: UnsafeBufferPointer<JSONNode>
  private let bytes: UnsafeBufferPointer<UInt8>
  private let trail: SchemaTrail

  init(
    _ program: SchemaProgram, nodes: UnsafeBufferPointer<JSONNode>, bytes: UnsafeBufferPointer<UInt8>,
    trail: SchemaTrail
  ) {
    self.program = program
    self.nodes = nodes
    self.bytes = bytes
    self.trail = trail
  }

  /// The violations in the order of the document.
  func all(_ faults: [SchemaFault]) -> [JSONSchemaViolation] {
    let order = faults.indices.sorted { (faults[$0].node, $0) < (faults[$1].node, $1) }
    var all = order.prefix(Self.most).map { violation(faults[$0]) }
    if faults.count > Self.most {
      all.append(
        JSONSchemaViolation(
          instanceLocation: "", schemaLocation: "#", message: "\(faults.count - Self.most) more violations"))
    }
    return all
  }

  private func violation(_ fault: SchemaFault) -> JSONSchemaViolation {
    let words = words(fault)
    let (instance, keywords) = locations(fault.step)
    let place = program.places[Int(fault.schema)]
    let suffix = words.keyword.map { "/" + $0 } ?? ""
    return JSONSchemaViolation(
      instanceLocation: instance, keywordLocation: keywords + (isStep(fault.kind) ? "" : suffix),
      schemaLocation: place.address + "#" + place.pointer + suffix, message: words.message, causes: words.causes)
  }

  /// Whether the step before the fault is the keyword that it is about.
  private func isStep(_ kind: SchemaFault.Kind) -> Bool {
    switch kind {
    case .additionalProperty, .unevaluatedProperty, .unevaluatedItem: true
    default: false
    }
  }

  // MARK: Places

  /// The place in the value, and the way through the schema.
  private func locations(_ step: Int32) -> (instance: String, keywords: String) {
    var instance: [String] = []
    var keywords: [String] = []
    var next = step
    while next >= 0 {
      let step = trail.steps[Int(next)]
      switch step.element {
      case SchemaTrail.samePlace: break
      case SchemaTrail.property: instance.append(JSONPointer.escape(text(step.node - 1)))
      default: instance.append(String(step.element))
      }
      keywords.append(path(step))
      next = step.parent
    }
    return (
      instance.reversed().map { "/" + $0 }.joined(), keywords.reversed().map { "/" + $0 }.joined()
    )
  }

  private func path(_ step: SchemaTrail.Step) -> String {
    switch step.keyword {
    case .properties: return "properties/" + JSONPointer.escape(text(step.node - 1))
    case .patternProperties:
      let pattern = Int(program.patternProperties[Int(step.token)].pattern)
      return "patternProperties/" + JSONPointer.escape(program.patterns[pattern].source)
    case .additionalProperties: return "additionalProperties"
    case .propertyNames: return "propertyNames"
    case .unevaluatedProperties: return "unevaluatedProperties"
    case .prefixItems: return "prefixItems/\(step.token)"
    case .items: return step.token < 0 ? "items" : "items/\(step.token)"
    case .additionalItems: return "additionalItems"
    case .unevaluatedItems: return "unevaluatedItems"
    case .dependent:
      let rule = program.dependents[Int(step.token)]
      let keyword = rule.isDependencies ? "dependencies" : "dependentSchemas"
      return keyword + "/" + JSONPointer.escape(text(rule.key))
    case .reference: return "$ref"
    case .dynamicReference: return "$dynamicRef"
    case .recursiveReference: return "$recursiveRef"
    case .all: return "allOf/\(step.token)"
    case .any: return "anyOf/\(step.token)"
    case .one: return "oneOf/\(step.token)"
    case .then: return "then"
    case .otherwise: return "else"
    }
  }

  // MARK: Words

  private typealias Words = (keyword: String?, message: String, causes: [JSONSchemaViolation])

  private func words(_ fault: SchemaFault) -> Words {
    let record = program.records[Int(fault.schema)]
    func got() -> String { "got " + inBrief(fault.node) }
    switch fault.kind {
    case .nothingAllowed: return (nil, "no value is allowed here, \(got())", [])
    case .type:
      let types = SchemaTypes(kinds: record.kinds, wholeDecimals: record.wantsWholeDecimals)
      return ("type", "expected \(types.inWords), \(got())", [])
    case .value(let index):
      let rules = program.values[index]
      return (rules.isEnum ? "enum" : "const", "expected \(constants(rules)), \(got())", [])
    case .bound(let index):
      let bound = program.bounds[index]
      let limit = program.limits[index].text.prefix(60)
      let (keyword, wording) =
        switch (bound.isMaximum, bound.isExclusive) {
        case (false, false): ("minimum", "of at least \(limit)")
        case (false, true): ("exclusiveMinimum", "above \(limit)")
        case (true, false): ("maximum", "of at most \(limit)")
        case (true, true): ("exclusiveMaximum", "below \(limit)")
        }
      return (keyword, "expected a number \(wording), got \(number(fault.node))", [])
    case .multiple:
      let multiple = program.multiples[Int(program.numbers[Int(record.number)].multiple)].number.text
      return ("multipleOf", "expected a multiple of \(multiple), got \(number(fault.node))", [])
    case .minimumLength(let length):
      let limit = program.strings[Int(record.string)].minimumLength
      return (
        "minLength", "expected at least \(counted(limit, "character")), has \(length): \(inBrief(fault.node))", []
      )
    case .maximumLength(let length):
      let limit = program.strings[Int(record.string)].maximumLength
      return ("maxLength", "expected at most \(counted(limit, "character")), has \(length): \(inBrief(fault.node))", [])
    case .pattern: return ("pattern", "expected a string that matches \(pattern(record)), \(got())", [])
    case .undecidedPattern:
      return (
        "pattern", "cannot be checked: searching \(pattern(record)) in \(inBrief(fault.node)) takes too many steps", []
      )
    case .format:
      let format = program.formats[Int(program.strings[Int(record.string)].format)]
      return ("format", "expected \(format.inWords), \(got())", [])
    case .contentIsNotBase64: return ("contentEncoding", "expected base64, \(got())", [])
    case .contentIsNotJSON: return ("contentMediaType", "expected JSON in the string, \(got())", [])
    case .minimumItems, .maximumItems, .repeated, .containsTooFew, .containsTooMany, .unevaluatedItem:
      return arrayWords(fault, record)
    case .noneOfAny(let reasons): return noneWords("anyOf", fault, reasons)
    case .noneOfOne(let reasons): return noneWords("oneOf", fault, reasons)
    case .severalOfOne(let first, let second):
      return (
        "oneOf", "fits the alternatives (\(first + 1)) and (\(second + 1)), where exactly one may fit", []
      )
    case .not(let schema):
      let place = program.places[Int(schema)]
      return ("not", "fits \(place.address)#\(place.pointer), which it must not: \(inBrief(fault.node))", [])
    default: return objectWords(fault, record)
    }
  }

  private func arrayWords(_ fault: SchemaFault, _ record: SchemaRecord) -> Words {
    let count = nodes[fault.node].count
    switch fault.kind {
    case .repeated(let first, let second):
      return (
        "uniqueItems", "the elements \(first) and \(second) are equal: \(inBrief(element(second, of: fault.node)))", []
      )
    case .unevaluatedItem: return ("unevaluatedItems", "the element is not allowed: \(inBrief(fault.node))", [])
    default: break
    }
    let rules = program.arrays[Int(record.array)]
    switch fault.kind {
    case .minimumItems: return ("minItems", "expected at least \(counted(rules.minimum, "element")), has \(count)", [])
    case .maximumItems: return ("maxItems", "expected at most \(counted(rules.maximum, "element")), has \(count)", [])
    case .containsTooFew(let found):
      let place = program.places[Int(rules.contains)].pointer
      let keyword = rules.minimumContained == 1 ? "contains" : "minContains"
      return (
        keyword,
        "expected at least \(counted(rules.minimumContained, "element")) that \(agrees(rules.minimumContained)) #\(place), has \(found)",
        []
      )
    case .containsTooMany(let found):
      let place = program.places[Int(rules.contains)].pointer
      return (
        "maxContains",
        "expected at most \(counted(rules.maximumContained, "element")) that \(agrees(rules.maximumContained)) #\(place), has \(found) or more",
        []
      )
    default: return (nil, "is not allowed", [])
    }
  }

  private func objectWords(_ fault: SchemaFault, _ record: SchemaRecord) -> Words {
    switch fault.kind {
    case .unevaluatedProperty: return ("unevaluatedProperties", "the property is not allowed", [])
    case .dependentRequired(let index, let missing):
      let rule = program.dependents[index]
      let keyword = rule.isDependencies ? "dependencies" : "dependentRequired"
      return (
        keyword + "/" + JSONPointer.escape(text(rule.key)),
        "the property \(quoted(missing)) is missing, which \(quoted(rule.key)) requires", []
      )
    case .undecidedPatternProperty(let index):
      let pattern = program.patterns[Int(program.patternProperties[index].pattern)].source
      return (
        "patternProperties/" + JSONPointer.escape(pattern),
        "cannot be checked: searching \(pattern.prefix(200)) in \(inBrief(fault.node)) takes too many steps", []
      )
    default: break
    }
    let rules = program.objects[Int(record.object)]
    switch fault.kind {
    case .required(let key): return ("required", "the required property \(quoted(key)) is missing", [])
    case .minimumProperties:
      return (
        "minProperties", "expected at least \(counted(rules.minimum, "property")), has \(nodes[fault.node].count)", []
      )
    case .maximumProperties:
      return (
        "maxProperties", "expected at most \(counted(rules.maximum, "property")), has \(nodes[fault.node].count)", []
      )
    case .additionalProperty:
      let allowed = rules.declaredKeys.indices.map { JSONValue.string(text(program.keys[$0])) }.inBrief
      return ("additionalProperties", "the property is not allowed; allowed are \(allowed)", [])
    default: return (nil, "is not allowed", [])
    }
  }

  private func noneWords(_ keyword: String, _ fault: SchemaFault, _ reasons: [[SchemaFault]]) -> Words {
    let here = locations(fault.step).instance
    var causes: [JSONSchemaViolation] = []
    var parts: [String] = []
    for (index, reason) in reasons.prefix(Self.mostCauses).enumerated() {
      guard let first = reason.indices.min(by: { reason[$0].node < reason[$1].node }) else { continue }
      // Each fault is put into words once: a fault may hold others, to any depth.
      let violations = reason.prefix(Self.mostCauses).map { violation($0) }
      causes += violations
      let shown = first < violations.count ? violations[first] : violation(reason[first])
      let place = shown.instanceLocation == here ? "" : "\"\(shown.instanceLocation)\": "
      let message = shown.message.utf8.count > 200 ? shown.message.prefix(200) + "…" : shown.message[...]
      let more = reason.count > 1 ? " and \(reason.count - 1) more" : ""
      parts.append("(\(index + 1)) \(place)\(message)\(more)")
    }
    if reasons.count > Self.mostCauses { parts.append("and \(reasons.count - Self.mostCauses) more alternatives") }
    return (
      keyword, "fits none of the \(reasons.count) alternatives: " + parts.joined(separator: "; "), causes
    )
  }

  private func constants(_ rules: ValueRules) -> String {
    let brief = JSONBrief(program.constantNodes, program.constantBytes)
    let list = JSONBrief.list(rules.nodes.indices.map { brief.constant(Int(program.list[$0])) })
    return rules.nodes.count > 1 ? "one of " + list : list
  }

  private func pattern(_ record: SchemaRecord) -> Substring {
    program.patterns[Int(program.strings[Int(record.string)].pattern)].source.prefix(200)
  }

  private func counted(_ limit: UInt32, _ noun: String) -> String {
    let plural = noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s"
    return "\(limit) \(limit == 1 ? noun : plural)"
  }

  private func agrees(_ count: UInt32) -> String { count == 1 ? "fits" : "fit" }

  private func inBrief(_ node: Int) -> String { JSONBrief(nodes, bytes).value(node) }

  private func number(_ node: Int) -> String { JSONBrief(nodes, bytes).number(node) }

  private func text(_ node: Int) -> String { String(decoding: nodes[node].text(in: bytes), as: UTF8.self) }

  private func text(_ key: SchemaKey) -> String {
    String(
      decoding: UnsafeBufferPointer(start: program.keyBytes + Int(key.offset), count: Int(key.count)), as: UTF8.self)
  }

  private func quoted(_ key: SchemaKey) -> String { JSONValue.string(text(key)).compactText }

  private func element(_ position: Int, of array: Int) -> Int {
    var at = array + 1
    for _ in 0..<position {
      at = nodes[at].end(at: at)
    }
    return at
  }
}

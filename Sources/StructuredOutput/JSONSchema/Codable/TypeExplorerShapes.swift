/// Types whose schema is known, or follows from their parameters, their cases or what they state.
extension TypeExplorer {
  /// What is known of a type, with a value of it, used at a place.
  func visit<T: Decodable>(_ type: T.Type, run: ExplorationRun, hint: JSONValue?, path: [String]) -> Visit<T> {
    if let known = KnownType.of(type, form: form) { return visit(known, type, run, hint) }
    if let type = type as? any JSONSchemaProviding.Type { return visitProvided(type, run, hint, path) }
    if run.isMinimal, let value = Self.emptyValue(of: type) { return Visit(schema: .null, value: value) }
    if let shape = type as? any OptionalShape.Type {
      let wrapped = visitAny(shape.wrapped, run: run, hint: hint?.isNull ?? true ? Optional.none : hint, path: path)
      let isGiven = hint.map { !$0.isNull } ?? run.givesOptionals
      let value = (isGiven ? wrapped.value.flatMap(shape.some) : nil) ?? shape.none
      return Visit(schema: wrapped.schema.allowingNull, value: value as? T)
    }
    if let shape = type as? any SequenceShape.Type { return visit(shape, run, hint, path) }
    if let shape = type as? any DictionaryShape.Type { return visit(shape, run, hint, path) }
    if let cases = scalarCases(of: type) { return visit(cases, hint, run) }
    return visitGeneral(type, run: run, hint: hint, path: path)
  }

  /// The value of a type of the standard library that takes no other value to make.
  private static func emptyValue<T>(of type: T.Type) -> T? {
    if let shape = type as? any OptionalShape.Type { return shape.none as? T }
    if let shape = type as? any SequenceShape.Type { return shape.make([]) as? T }
    return (type as? any DictionaryShape.Type)?.make(nil, nil) as? T
  }

  private func visitAny(_ type: any Decodable.Type, run: ExplorationRun, hint: JSONValue?, path: [String]) -> Visit<Any>
  {
    func open<T: Decodable>(_ type: T.Type) -> Visit<Any> {
      let visit = visit(type, run: run, hint: hint, path: path)
      return Visit(schema: visit.schema, value: visit.value, choice: visit.choice, obstacle: visit.obstacle)
    }
    return open(type)
  }

  func decode<T: Decodable>(_ type: T.Type, from hint: JSONValue?) -> T? {
    hint.flatMap { try? $0.decoded(as: type, form: form) }
  }

  private func visit<T: Decodable>(
    _ known: KnownType, _ type: T.Type, _ run: ExplorationRun, _ hint: JSONValue?
  ) -> Visit<T> {
    if known.isChoice, run.choice == nil, let value = decode(type, from: hint) {
      return Visit(schema: known.schema, value: value, choice: (hint ?? .null, known.dummies.count))
    }
    if !known.isChoice, let value = decode(type, from: hint) { return Visit(schema: known.schema, value: value) }
    let index = (known.isChoice ? run.choice ?? run.variant : run.variant) % max(1, known.dummies.count)
    let value = known.dummies.isEmpty ? nil : known.dummies[index] as? T
    guard known.isChoice, let flag = value as? Bool else { return Visit(schema: known.schema, value: value) }
    return Visit(schema: known.schema, value: value, choice: (.bool(flag), known.dummies.count))
  }

  private func visit<T: Decodable>(
    _ shape: any SequenceShape.Type, _ run: ExplorationRun, _ hint: JSONValue?, _ path: [String]
  ) -> Visit<T> {
    let hints = hint?.arrayValue ?? []
    var element = visitAny(shape.element, run: run, hint: hints.first, path: path + ["[]"])
    var elements = [element.value].compactMap { $0 }
    for hint in hints.dropFirst().prefix(Self.mostExamples) {
      element = visitAny(shape.element, run: run, hint: hint, path: path + ["[]"])
      if let value = element.value { elements.append(value) }
    }
    var schema: JSONObject = ["type": "array", "items": element.schema]
    if shape.isUnique { schema["uniqueItems"] = true }
    let isGiven = hint?.arrayValue.map { !$0.isEmpty } ?? run.givesElements
    return Visit(schema: .object(schema), value: shape.make(isGiven ? elements : []) as? T)
  }

  private func visit<T: Decodable>(
    _ shape: any DictionaryShape.Type, _ run: ExplorationRun, _ hint: JSONValue?, _ path: [String]
  ) -> Visit<T> {
    let hints = hint?.objectValue?.values ?? []
    let key = visitAny(shape.key, run: run, hint: nil, path: path + ["[key]"])
    var value = visitAny(shape.value, run: run, hint: hints.first, path: path + ["[value]"])
    for hint in hints.dropFirst().prefix(Self.mostExamples) {
      value = visitAny(shape.value, run: run, hint: hint, path: path + ["[value]"])
    }
    var schema: JSONObject
    if shape.key is any CodingKeyRepresentable.Type {
      schema = ["type": "object", "additionalProperties": value.schema]
      if shape.key == Int.self {
        schema["propertyNames"] = ["pattern": "^-?[0-9]+$"]
      } else if shape.key != String.self, let names = key.schema["enum"] {
        schema["propertyNames"] = ["enum": names]
      }
    } else {
      schema = ["type": "array", "items": ["anyOf": [key.schema, value.schema]]]
    }
    if let made = decode(T.self, from: hint) { return Visit(schema: .object(schema), value: made) }
    let made = run.givesElements ? shape.make(key.value, value.value) : shape.make(nil, nil)
    return Visit(schema: .object(schema), value: made as? T)
  }

  // MARK: Enumerations of plain values

  private struct ScalarCases<T> {
    var cases: [(value: T, json: JSONValue)]
  }

  /// The cases of an enumeration that are each written as a string, a number or a truth value.
  private func scalarCases<T: Decodable>(of type: T.Type) -> ScalarCases<T>? {
    guard let iterable = type as? any CaseIterable.Type else { return nil }
    var cases: [(value: T, json: JSONValue)] = []
    for any in Self.allCases(of: iterable) {
      guard let value = any as? T, let json = written(value) else { return nil }
      switch json {
      case .string, .number, .bool: cases.append((value, json))
      default: return nil
      }
    }
    return cases.isEmpty ? nil : ScalarCases(cases: cases)
  }

  func written(_ value: Any) -> JSONValue? {
    if let value = value as? any Encodable { return try? form.encode(value) }
    guard let value = value as? any RawRepresentable, let raw = value.rawValue as? any Encodable else { return nil }
    return try? form.encode(raw)
  }

  private func visit<T: Decodable>(_ cases: ScalarCases<T>, _ hint: JSONValue?, _ run: ExplorationRun) -> Visit<T> {
    var schema = JSONObject()
    let types = Set(cases.cases.map(\.json.typeName))
    if types.count == 1, let type = types.first {
      let isWhole = type == "number" && cases.cases.allSatisfy { $0.json.intValue != nil }
      schema["type"] = .string(isWhole ? "integer" : type)
    }
    schema["enum"] = .array(cases.cases.map(\.json))
    let shown = run.choice == nil ? hint.flatMap { hint in cases.cases.first { $0.json == hint } } : nil
    let chosen = shown ?? cases.cases[(run.choice ?? run.variant) % cases.cases.count]
    return Visit(schema: .object(schema), value: chosen.value, choice: (chosen.json, cases.cases.count))
  }

  // MARK: Types that state their schema

  private func visitProvided<T: Decodable>(
    _ provider: any JSONSchemaProviding.Type, _ run: ExplorationRun, _ hint: JSONValue?, _ path: [String]
  ) -> Visit<T> {
    let schema = provider.jsonSchema
    var hints = [hint, schema["const"], schema["default"]].compactMap { $0 }
    hints += schema["enum"]?.arrayValue ?? []
    hints += schema["examples"]?.arrayValue ?? []
    for hint in hints {
      if let value = decode(T.self, from: hint) { return Visit(schema: schema, value: value) }
    }
    let made = minimalValue(T.self, path: path)
    return Visit(schema: schema, value: made.value, obstacle: made.obstacle)
  }
}

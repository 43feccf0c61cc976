/// Finds out the schema of a type by decoding it, again and again, from decoders that note what is asked of them.
///
/// It lives within one call and calls back into itself from the initialisers that it runs.
final class TypeExplorer {
  let form: JSONCodableForm
  let allowsExtraProperties: Bool
  private(set) var fault: JSONSchemaError?

  private let root: ObjectIdentifier
  private var states: [ObjectIdentifier: State] = [:]
  private var definitions: [ObjectIdentifier: JSONValue] = [:]
  private var referenced: Set<ObjectIdentifier> = []
  private var values: [ObjectIdentifier: Any] = [:]
  private var minimalValues: [ObjectIdentifier: Any] = [:]
  /// For each type that a minimal value is being made of, the number of closed keys already tried.
  private var minimalProgress: [ObjectIdentifier: Int] = [:]
  private var depth = 0
  private var runsLeft = 20_000

  /// Type names in the order in which they were met; kept from pass to pass.
  private var names: [(id: ObjectIdentifier, name: String)] = []
  private var nameOf: [ObjectIdentifier: String] = [:]
  /// Parts of examples by the type that they are of, in the order in which they were met.
  private var examples: [ObjectIdentifier: [JSONValue]] = [:]
  private var hasNewExamples = false
  private var jsonKeys: [String: String] = [:]
  private var codingKeys: [String: String] = [:]

  private enum State {
    case inProgress
    case done(JSONValue)
  }

  private static let deepest = 64
  static let mostExamples = 64
  private static let mostCases = 1000

  private init(root: ObjectIdentifier, form: JSONCodableForm, allowsExtraProperties: Bool) {
    self.root = root
    self.form = form
    self.allowsExtraProperties = allowsExtraProperties
  }

  static func schema<T: Decodable>(
    of type: T.Type, examples: [JSONValue], form: JSONCodableForm, allowsExtraProperties: Bool
  ) throws(JSONSchemaError) -> JSONValue {
    let explorer = TypeExplorer(
      root: ObjectIdentifier(type), form: form, allowsExtraProperties: allowsExtraProperties)
    // Parts of examples come to light while types are explored, and may tell more about types explored before.
    for _ in 0..<8 {
      explorer.startPass()
      var visit = explorer.visit(type, run: ExplorationRun(), hint: examples.first, path: [])
      for example in examples.dropFirst() {
        visit = explorer.visit(type, run: ExplorationRun(), hint: example, path: [])
      }
      if let fault = explorer.fault { throw fault }
      if !explorer.hasNewExamples { return explorer.finished(visit.schema) }
    }
    throw JSONSchemaError(schemaLocation: "#", reason: "\(type) does not settle: each decoding asks for other things")
  }

  private func startPass() {
    states = [:]
    definitions = [:]
    referenced = []
    values = [:]
    minimalValues = [:]
    hasNewExamples = false
  }

  /// The schema of the root, with the definitions that are referred to.
  private func finished(_ schema: JSONValue) -> JSONValue {
    var whole = schema == Self.reference(to: "#") ? definitions[root] ?? schema : schema
    var used: Set<String> = []
    var pending = [whole]
    while let part = pending.popLast() {
      switch part {
      case .array(let elements): pending += elements
      case .object(let object):
        if let text = object["$ref"]?.stringValue, used.insert(text).inserted,
          let id = names.first(where: { text == "#/$defs/" + $0.name })?.id, let definition = definitions[id]
        {
          pending.append(definition)
        }
        pending += object.values
      default: break
      }
    }
    var kept = JSONObject()
    for (id, name) in names where used.contains("#/$defs/" + name) { kept[name] = definitions[id] }
    guard !kept.isEmpty, case .object(var object) = whole else { return whole }
    object["$defs"] = .object(kept)
    whole = .object(object)
    return whole
  }

  // MARK: Keys and names

  func jsonKey(_ codingKey: String) -> String {
    guard form.keys.isSnakeCase else { return codingKey }
    if let known = jsonKeys[codingKey] { return known }
    let key = form.jsonKey(for: codingKey)
    jsonKeys[codingKey] = key
    return key
  }

  func codingKey(_ jsonKey: String) -> String {
    guard form.keys.isSnakeCase else { return jsonKey }
    if let known = codingKeys[jsonKey] { return known }
    let key = form.codingKey(for: jsonKey)
    codingKeys[jsonKey] = key
    return key
  }

  static func allCases(of type: any CaseIterable.Type) -> [Any] {
    func cases<C: CaseIterable>(_: C.Type) -> [Any] { C.allCases.prefix(mostCases).map { $0 } }
    return cases(type)
  }

  private static func reference(to place: String) -> JSONValue { ["$ref": .string(place)] }

  private func reference(to id: ObjectIdentifier, _ type: Any.Type) -> JSONValue {
    if id == root { return Self.reference(to: "#") }
    return Self.reference(to: "#/$defs/" + name(of: id, type))
  }

  private func name(of id: ObjectIdentifier, _ type: Any.Type) -> String {
    if let name = nameOf[id] { return name }
    let plain = String(
      String.UnicodeScalarView(
        String(describing: type).unicodeScalars.map {
          $0.properties.isAlphabetic && $0.isASCII || ("0"..."9").contains($0) ? $0 : "_"
        }))
    var name = plain
    var number = 2
    while names.contains(where: { $0.name == name }) {
      name = "\(plain)\(number)"
      number += 1
    }
    nameOf[id] = name
    names.append((id, name))
    return name
  }

  private func note(_ hint: JSONValue, of id: ObjectIdentifier) {
    guard examples[id, default: []].count < Self.mostExamples, !examples[id, default: []].contains(hint) else { return }
    examples[id, default: []].append(hint)
    hasNewExamples = true
  }

  // MARK: Types that decode themselves

  func visitGeneral<T: Decodable>(
    _ type: T.Type, run: ExplorationRun, hint: JSONValue?, path: [String]
  ) -> Visit<T> {
    let id = ObjectIdentifier(type)
    if let hint { note(hint, of: id) }
    if run.isMinimal {
      if let value = decode(type, from: hint) { return Visit(schema: .null, value: value) }
      let made = minimalValue(type, path: path)
      return Visit(schema: .null, value: made.value, obstacle: made.obstacle)
    }
    var obstacle: ValueObstacle?
    var isInProgress = false
    switch states[id] {
    case nil: obstacle = explore(type, path: path)
    case .inProgress:
      isInProgress = true
      referenced.insert(id)
    case .done: break
    }
    let schema = if case .done(let schema) = states[id] { schema } else { reference(to: id, type) }
    if fault != nil { return Visit(schema: schema) }
    if let value = decode(type, from: hint) { return Visit(schema: schema, value: value) }
    if isInProgress {
      let made = minimalValue(type, path: path)
      return Visit(schema: schema, value: made.value, obstacle: made.obstacle)
    }
    if run.variant > 0, values[id] != nil,
      let value = decoded(type, run: ExplorationRun(variant: run.variant), path: path).value
    {
      return Visit(schema: schema, value: value)
    }
    return Visit(
      schema: schema, value: values[id] as? T,
      obstacle: obstacle ?? ValueObstacle(type: "\(type)", reason: "it refuses every made-up value"))
  }

  private struct Outcome<T> {
    var place: RecordedPlace
    var run: ExplorationRun
    var hint: JSONValue?
    var value: T?
    var obstacle: ValueObstacle?
  }

  private func decoded<T: Decodable>(
    _ type: T.Type, run: ExplorationRun, hint: JSONValue? = nil, path: [String]
  ) -> Outcome<T> {
    let place = RecordedPlace(
      explorer: self, run: run, hint: hint, pool: examples[ObjectIdentifier(type)] ?? [], path: path)
    runsLeft -= 1
    guard runsLeft >= 0, depth < Self.deepest else {
      if fault == nil {
        fault = JSONSchemaError(
          schemaLocation: "#",
          reason: depth < Self.deepest
            ? "finding out the type takes more than 20,000 decodings; let some of the types in it adopt JSONSchemaProviding"
            : "types are nested more than \(Self.deepest) deep, at \(type)")
      }
      return Outcome(place: place, run: run)
    }
    depth += 1
    defer { depth -= 1 }
    do {
      let value = try T(from: RecordingDecoder(place: place))
      return Outcome(place: place, run: run, hint: hint, value: value)
    } catch let obstacle as ValueObstacle {
      return Outcome(place: place, run: run, hint: hint, obstacle: obstacle)
    } catch {
      let obstacle = ValueObstacle(type: "\(type)", reason: "it refuses every made-up value: \(Self.text(of: error))")
      return Outcome(place: place, run: run, hint: hint, obstacle: obstacle)
    }
  }

  private static func text(of error: any Error) -> String {
    let text =
      switch error as? DecodingError {
      case .dataCorrupted(let context), .typeMismatch(_, let context), .valueNotFound(_, let context),
        .keyNotFound(_, let context):
        context.debugDescription
      default: "\(error)"
      }
    return String(text.prefix(200))
  }

  /// A value for a place where the type is being explored already: nothing optional in it, no elements.
  func minimalValue<T: Decodable>(_ type: T.Type, path: [String]) -> (value: T?, obstacle: ValueObstacle?) {
    let id = ObjectIdentifier(type)
    if let known = minimalValues[id] as? T { return (known, nil) }
    let tried = minimalProgress[id]
    defer { minimalProgress[id] = tried }
    var obstacle: ValueObstacle?
    if tried == nil {
      minimalProgress[id] = 0
      for hint in examples[id] ?? [] {
        if let value = decode(type, from: hint) { return (value, nil) }
      }
    }
    for variant in ExplorationRun.variants {
      // A type that needs itself can only be made by way of another of its cases.
      if tried != nil, variant > 0 { break }
      let outcome = decoded(type, run: ExplorationRun(variant: variant, isMinimal: true), path: path)
      if let value = outcome.value {
        minimalValues[id] = value
        return (value, nil)
      }
      obstacle = outcome.obstacle ?? obstacle
      guard let keys = outcome.place.closedKeys, keys.count > 1 else {
        if fault != nil || tried != nil { break }
        continue
      }
      for (index, key) in keys.enumerated() where index >= tried ?? 0 {
        minimalProgress[id] = index + 1
        let run = ExplorationRun(variant: variant, onlyKey: key, isMinimal: true)
        if let value = decoded(type, run: run, path: path).value {
          minimalValues[id] = value
          return (value, nil)
        }
      }
    }
    return (nil, obstacle ?? ValueObstacle(type: "\(type)", reason: "it contains itself without end"))
  }

  // MARK: Exploring

  /// Finds out a type's schema, and a value of it if one can be made.
  private func explore<T: Decodable>(_ type: T.Type, path: [String]) -> ValueObstacle? {
    let id = ObjectIdentifier(type)
    states[id] = .inProgress
    if id != root { _ = name(of: id, type) }
    if let iterable = type as? any CaseIterable.Type {
      for value in Self.allCases(of: iterable) { if let json = written(value) { note(json, of: id) } }
    }
    var found: [Outcome<T>] = []
    var failed: Outcome<T>?
    for hint in examples[id] ?? [] {
      let outcome = decoded(type, run: ExplorationRun(), hint: hint, path: path)
      if outcome.value != nil { found.append(outcome) } else { failed = outcome }
    }
    if found.isEmpty {
      for variant in ExplorationRun.variants where fault == nil {
        let outcome = decoded(type, run: ExplorationRun(variant: variant), path: path)
        if outcome.value != nil {
          found.append(outcome)
          break
        }
        failed = outcome
        if let keys = outcome.place.closedKeys, keys.count > 1 { break }
      }
    }
    if fault != nil { return nil }
    let keys = (found + [failed].compactMap { $0 }).compactMap(\.place.closedKeys).max { $0.count < $1.count } ?? []
    let isOneOfItsKeys =
      keys.count > 1 && decoded(type, run: ExplorationRun(), path: path).value == nil && fault == nil
    if isOneOfItsKeys {
      found = []
      for key in keys {
        let outcome = exploreCase(key, of: type, path: path)
        guard outcome.value != nil else {
          refuse(type, path, outcome.obstacle, place: outcome.place)
          return nil
        }
        found.append(outcome)
      }
    }
    guard let first = found.first else {
      guard let failed, failed.place.isSingleValue else {
        refuse(type, path, failed?.obstacle, place: failed?.place)
        return failed?.obstacle
      }
      settle(type, failed.place.schema())
      return failed.obstacle
    }
    values[id] = first.value
    if isOneOfItsKeys {
      settle(type, ["oneOf": .array(found.map { $0.place.schema() })])
    } else {
      settle(
        type, TypeAlternatives(places: found.flatMap(alternatives), descriptions: descriptions(of: type, found)).schema)
    }
    return nil
  }

  private func exploreCase<T: Decodable>(_ key: String, of type: T.Type, path: [String]) -> Outcome<T> {
    let hint = examples[ObjectIdentifier(type)]?.first { $0.objectValue?.keys == [key] }
    var outcome = decoded(type, run: ExplorationRun(onlyKey: key), hint: hint, path: path)
    for variant in ExplorationRun.variants where outcome.value == nil && fault == nil {
      outcome = decoded(type, run: ExplorationRun(variant: variant, onlyKey: key), path: path)
    }
    // A case without associated values need not be looked into.
    if outcome.value != nil, outcome.place.properties.isEmpty { _ = outcome.place.child(key) }
    return outcome
  }

  /// A run's place, and those of the runs that differ in what enumerations, truth values and questions are answered.
  private func alternatives<T: Decodable>(_ outcome: Outcome<T>) -> [RecordedPlace] {
    var places = [outcome.place]
    let choices = outcome.place.properties.compactMap(\.choice?.count).max() ?? 0
    for choice in 0..<min(choices, 32) where fault == nil {
      var run = outcome.run
      run.choice = choice
      let other = decoded(T.self, run: run, hint: outcome.hint, path: outcome.place.path)
      if other.value != nil { places.append(other.place) }
    }
    if outcome.place.asksContains {
      var run = outcome.run
      run.answersContains = !run.answersContains
      for hint in outcome.hint == nil ? [nil] : [outcome.hint, nil] {
        let other = decoded(T.self, run: run, hint: hint, path: outcome.place.path)
        if other.value != nil { outcome.place.merge(other.place) }
      }
    }
    var last = outcome
    for _ in 0..<16 where last.place.isSingleValue && fault == nil {
      var run = last.run
      run.refused.formUnion(last.place.singleTypes)
      last = decoded(T.self, run: run, path: outcome.place.path)
      guard last.value != nil, last.place.isSingleValue else { break }
      outcome.place.merge(last.place)
    }
    return places
  }

  private func descriptions<T: Decodable>(of type: T.Type, _ found: [Outcome<T>]) -> [String: String] {
    guard let describing = type as? any JSONSchemaDescribing.Type else { return [:] }
    var descriptions: [String: String] = [:]
    for (key, text) in describing.propertyDescriptions { descriptions[jsonKey(key)] = text }
    let known = Set(found.flatMap { $0.place.properties.map(\.key) })
    for key in descriptions.keys.sorted() where !known.contains(key) && fault == nil {
      fault = JSONSchemaError(
        schemaLocation: "#", reason: "\(type) describes the property \(key.quotedInBrief), which it does not decode")
    }
    return descriptions
  }

  private func settle(_ type: any Decodable.Type, _ schema: JSONValue) {
    let id = ObjectIdentifier(type)
    var schema = schema
    if let text = (type as? any JSONSchemaDescribing.Type)?.schemaDescription { schema = schema.described(text) }
    let isNamed =
      id == root || referenced.contains(id) || ["properties", "oneOf", "anyOf"].contains { schema[$0] != nil }
    if isNamed { definitions[id] = schema }
    states[id] = .done(isNamed ? reference(to: id, type) : schema)
  }

  private func refuse(_ type: Any.Type, _ path: [String], _ obstacle: ValueObstacle?, place: RecordedPlace?) {
    guard fault == nil else { return }
    let whereabouts = path.isEmpty ? "" : " at \(path.joined(separator: "."))"
    if let keys = place?.closedKeys, keys.isEmpty {
      fault = JSONSchemaError(
        schemaLocation: "#",
        reason: "the cases of \(type)\(whereabouts) cannot be found out; give an example of each, "
          + "JSONSchema(for:examples:), or declare its enum CodingKeys as CaseIterable")
      return
    }
    let reason = obstacle.map { "\($0.type): \($0.reason)" } ?? "no reason given"
    fault = JSONSchemaError(
      schemaLocation: "#",
      reason: "\(type)\(whereabouts) cannot be found out by decoding made-up values, \(reason); "
        + "give an example, JSONSchema(for:example:), let an enumeration adopt CaseIterable, "
        + "or let the type adopt JSONSchemaProviding")
  }
}

/// Makes a program of a schema and of all that it refers to. Each schema is compiled once, and none within another, so
/// that deep schemas need no deep stack.
struct SchemaCompiler {
  /// How many references in a row are followed when they are compiled.
  static let longestChain = 256

  var library: SchemaLibrary
  let assertsFormats: Bool
  var parts = SchemaProgramParts()
  var numbers: [SchemaLibrary.Place: Int32] = [:]
  var waiting: [(number: Int32, target: SchemaLibrary.Target)] = []
  /// For each schema those that are checked at the same place of a value.
  var inPlace: [[Int32]] = []
  var dynamicNames: [String] = []
  var keyPlaces: [[UInt8]: SchemaKey] = [:]
  var patternPlaces: [[UInt8]: Int32] = [:]

  /// The name under which `$recursiveAnchor`s stand among the dynamic anchors; no anchor can have it.
  static let recursive = ""

  static func compile(_ root: JSONValue, options: JSONSchemaOptions) throws(JSONSchemaError) -> SchemaProgram {
    var compiler = SchemaCompiler(
      library: try SchemaLibrary(root, options: options), assertsFormats: options.assertsFormats)
    return try compiler.compile()
  }

  private init(library: SchemaLibrary, assertsFormats: Bool) {
    self.library = library
    self.assertsFormats = assertsFormats
  }

  mutating func compile() throws(JSONSchemaError) -> SchemaProgram {
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
  mutating func number(of target: SchemaLibrary.Target) -> Int32 {
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

  mutating func compile(
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

  // MARK: Pieces

  mutating func child(
    of value: JSONValue, at tokens: [String], _ target: SchemaLibrary.Target
  ) -> Int32 {
    let place = SchemaLibrary.Place(
      document: target.place.document, pointer: target.place.pointer + JSONPointer(tokens: tokens).text)
    return number(of: SchemaLibrary.Target(place: place, value: value, resource: library.owner(of: place)))
  }

  mutating func subschema(
    _ keyword: String, _ reader: SchemaReader, _ target: SchemaLibrary.Target
  ) throws(JSONSchemaError) -> Int32? {
    reader[keyword].map { child(of: $0, at: [keyword], target) }
  }

  mutating func branches(
    _ keyword: String, _ reader: SchemaReader, _ target: SchemaLibrary.Target
  ) throws(JSONSchemaError) -> PartRange {
    let schemas = try reader.list(keyword)
    let numbers = schemas.enumerated().map { child(of: $0.element, at: [keyword, "\($0.offset)"], target) }
    let start = parts.list.count
    parts.list += numbers
    return PartRange(start: Int32(start), count: Int32(numbers.count))
  }

  mutating func pattern(_ text: String, at location: String) throws(JSONSchemaError) -> Int32 {
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

  mutating func key(_ text: String) -> SchemaKey {
    let bytes = Array(text.utf8)
    if let known = keyPlaces[bytes] { return known }
    let key = SchemaKey(offset: UInt32(parts.keyBytes.count), count: UInt32(bytes.count))
    parts.keyBytes += bytes
    keyPlaces[bytes] = key
    return key
  }

  mutating func keys(_ texts: [String]) -> PartRange {
    let start = parts.keys.count
    for text in texts { parts.keys.append(key(text)) }
    return PartRange(start: Int32(start), count: Int32(texts.count))
  }

  static func hash(of key: String) -> UInt32 {
    var copy = key
    return copy.withUTF8 { JSONNode.hash(of: $0) }
  }
}

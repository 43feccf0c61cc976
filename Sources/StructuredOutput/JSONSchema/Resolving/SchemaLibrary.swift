import Foundation

/// The documents that a schema is compiled from, and what in them can be referred to.
struct SchemaLibrary {
  /// A schema with an address of its own: a document, or a part of one that has `$id`.
  struct Resource {
    let document: Int
    /// The JSON pointer from the document's root.
    let pointer: String
    let address: SchemaAddress
    let reading: SchemaReading
    /// The pointers, from the document's root, of what has a plain name.
    var anchors: [String: String] = [:]
    var dynamicAnchors: [String: String] = [:]
    var isRecursiveAnchor = false
  }

  /// A place of a document. Places whose keys differ only in their composition of characters are different.
  struct Place: Hashable {
    var document: Int
    var pointer: String

    static func == (left: Place, right: Place) -> Bool {
      left.document == right.document && left.pointer.hasSameScalars(as: right.pointer)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(document)
      pointer.hashScalars(into: &hasher)
    }
  }

  private let options: JSONSchemaOptions
  private(set) var documents: [JSONValue] = []
  private(set) var resources: [Resource] = []
  /// The schemas of the first document, its root first.
  private(set) var schemasOfRoot: [Target] = []
  /// The resource that each schema belongs to.
  private var owners: [Place: Int] = [:]
  private var resourceOfAddress: [String: Int] = [:]
  private var hasWholeRegistry = false

  init(_ root: JSONValue, options: JSONSchemaOptions) throws(JSONSchemaError) {
    self.options = options
    _ = try add(root, at: SchemaAddress(""), reading: SchemaReading(options.dialect.draft))
  }

  /// A schema's place, its value and the resource that it belongs to.
  struct Target {
    var place: Place
    var value: JSONValue
    var resource: Int
    /// The name by which it was found, if that was a dynamic anchor.
    var dynamicAnchor: String?
  }

  /// The resource of a schema's place; that of the schema around it where the place is under no keyword of the standard.
  func owner(of place: Place) -> Int {
    var place = place
    while true {
      if let owner = owners[place] { return owner }
      guard let slash = place.pointer.lastIndex(of: "/") else { return owners[place] ?? 0 }
      place.pointer = String(place.pointer[..<slash])
    }
  }

  /// The absolute location of a place: its resource's address, `#`, and the pointer from the resource's root.
  func location(of place: Place, in resource: Int) -> String {
    let resource = resources[resource]
    return resource.address.text + "#" + place.pointer.dropFirst(resource.pointer.count)
  }

  // MARK: References

  /// What a reference in a resource means.
  mutating func target(
    of reference: String, from resource: Int, at location: String
  ) throws(JSONSchemaError) -> Target {
    let address = SchemaAddress(reference).resolved(against: resources[resource].address)
    let document = address.withoutFragment
    guard let found = try self.resource(at: document) else {
      throw JSONSchemaError(
        schemaLocation: location,
        reason: "\(reference.quotedInBrief) refers to \(document.text.quotedInBrief), which is neither in the schema "
          + "nor in the registry; nothing is fetched: add it to the registry")
    }
    let start = resources[found]
    let fragment = address.fragment ?? ""
    // A fragment may be percent-encoded; what is not well encoded stands for itself.
    let text = String(fragment).removingPercentEncoding ?? String(fragment)
    if text.isEmpty || text.hasPrefix("/") {
      guard let target = target(at: text, in: start) else {
        throw JSONSchemaError(
          schemaLocation: location, reason: "\(reference.quotedInBrief) names nothing: there is no such place")
      }
      return target
    }
    guard let pointer = start.anchors[text] ?? start.dynamicAnchors[text],
      var target = target(at: String(pointer.dropFirst(start.pointer.count)), in: start)
    else {
      throw JSONSchemaError(
        schemaLocation: location,
        reason: "\(reference.quotedInBrief) names nothing: no schema there has the anchor \(text.quotedInBrief)")
    }
    target.resource = found
    if start.dynamicAnchors[text] != nil { target.dynamicAnchor = text }
    return target
  }

  /// The schema at a pointer from a resource's root.
  private func target(at pointer: String, in resource: Resource) -> Target? {
    guard let tokens = JSONPointer(pointer)?.tokens, let start = JSONPointer(resource.pointer)?.tokens else {
      return nil
    }
    var value = documents[resource.document]
    for token in start + tokens {
      guard let next = JSONPointer.step(token, into: value) else { return nil }
      value = next
    }
    let place = Place(document: resource.document, pointer: JSONPointer(tokens: start + tokens).text)
    return Target(place: place, value: value, resource: owner(of: place))
  }

  /// The schema that has a dynamic anchor in a resource.
  func dynamicTarget(_ name: String, in resource: Int) -> Target? {
    let start = resources[resource]
    guard let pointer = start.dynamicAnchors[name] else { return nil }
    return target(at: String(pointer.dropFirst(start.pointer.count)), in: start)
  }

  /// A resource's own root.
  func rootTarget(of resource: Int) -> Target? { target(at: "", in: resources[resource]) }

  private mutating func resource(at address: SchemaAddress) throws(JSONSchemaError) -> Int? {
    let text = address.text
    if let known = resourceOfAddress[text] { return known }
    if let place = options.registry.place(of: text) {
      return try load(options.registry.entries[place])
    }
    if let schema = MetaSchemas.schema(at: text) {
      return try load(JSONSchemaRegistry.Entry(address: text, schema: schema))
    }
    if !hasWholeRegistry {
      // The address may be an $id inside of a schema that was added under another one. A schema that cannot be read
      // does no harm as long as nothing refers to it.
      hasWholeRegistry = true
      for entry in options.registry.entries where resourceOfAddress[entry.address] == nil { _ = try? load(entry) }
      return resourceOfAddress[text]
    }
    return nil
  }

  private mutating func load(_ entry: JSONSchemaRegistry.Entry) throws(JSONSchemaError) -> Int {
    try add(entry.schema, at: SchemaAddress(entry.address), reading: SchemaReading(options.dialect.draft))
  }

  // MARK: Documents

  private struct Waiting {
    var value: JSONValue
    var pointer: String
    var resource: Int
    var depth: Int
  }

  /// How deep schemas may stand in each other.
  private static let deepest = 512
  /// How many schemas there may be; values made in code can share parts, and so hold more than memory does.
  private static let most = 1_000_000

  /// Looks through a document for schemas, their addresses and anchors; returns the resource of its root.
  private mutating func add(
    _ root: JSONValue, at address: SchemaAddress, reading: SchemaReading
  ) throws(JSONSchemaError) -> Int {
    let document = documents.count
    documents.append(root)
    let first = resources.count
    resources.append(
      Resource(
        document: document, pointer: "", address: address.withoutFragment,
        reading: try self.reading(of: root, or: reading, at: "#")))
    var waiting = [Waiting(value: root, pointer: "", resource: first, depth: 0)]
    var rootOwner = first
    while let next = waiting.popLast() {
      let owner = try note(next, document: document)
      guard owners.count <= Self.most else {
        throw JSONSchemaError(schemaLocation: "#" + next.pointer, reason: "there are more than \(Self.most) schemas")
      }
      if next.pointer.isEmpty { rootOwner = owner }
      if document == 0 {
        let place = Place(document: document, pointer: next.pointer)
        schemasOfRoot.append(Target(place: place, value: next.value, resource: owner))
      }
      guard case .object(let object) = next.value else { continue }
      guard next.depth < Self.deepest else {
        throw JSONSchemaError(
          schemaLocation: "#" + next.pointer, reason: "schemas are nested more than \(Self.deepest) deep")
      }
      let draft = resources[owner].reading.draft
      let isReference = draft <= .draft7 && object["$ref"] != nil
      // Pushed backwards, so that they are taken in the order in which they are written.
      for (key, value) in object.entries.reversed().map({ ($0.key, $0.value) }) {
        guard let form = DraftKeywords.form(of: key, in: draft), !isReference || key == "definitions" else {
          continue
        }
        let pointer = next.pointer + "/" + JSONPointer.escape(key)
        for (token, schema) in Self.subschemas(of: value, form: form).reversed() {
          waiting.append(
            Waiting(value: schema, pointer: pointer + token, resource: owner, depth: next.depth + 1))
        }
      }
    }
    // Whoever refers to the document by where it is kept means the same as whoever uses its own $id.
    if resourceOfAddress[address.text] == nil { resourceOfAddress[address.text] = rootOwner }
    return rootOwner
  }

  private static func subschemas(of value: JSONValue, form: DraftKeywords.Form) -> [(String, JSONValue)] {
    switch (form, value) {
    case (.list, .array(let elements)), (.schemaOrList, .array(let elements)):
      elements.enumerated().map { ("/\($0.offset)", $0.element) }
    case (.map, .object(let object)), (.dependencies, .object(let object)):
      object.entries.filter { form == .map || $0.value.arrayValue == nil }.map {
        ("/" + JSONPointer.escape($0.key), $0.value)
      }
    case (.schema, _), (.schemaOrList, _): [("", value)]
    default: []
    }
  }

  /// Notes the resource of a schema and what it names itself.
  private mutating func note(_ schema: Waiting, document: Int) throws(JSONSchemaError) -> Int {
    let place = Place(document: document, pointer: schema.pointer)
    var owner = schema.resource
    defer { owners[place] = owner }
    guard case .object(let object) = schema.value else { return owner }
    let draft = resources[owner].reading.draft
    // Up to draft-07 nothing beside $ref counts.
    let isReference = draft <= .draft7 && object["$ref"] != nil
    if !isReference, let id = object[draft == .draft4 ? "id" : "$id"]?.stringValue {
      let address = SchemaAddress(id).resolved(against: resources[owner].address)
      if draft <= .draft7, let fragment = address.fragment, !fragment.isEmpty, id.hasPrefix("#") {
        resources[owner].anchors[String(fragment)] = schema.pointer
      } else {
        owner = try open(schema, document: document, address: address, within: owner)
      }
    }
    guard resources[owner].reading.draft > .draft7 else { return owner }
    if let anchor = object["$anchor"]?.stringValue { resources[owner].anchors[anchor] = schema.pointer }
    if resources[owner].reading.draft == .draft2020, let anchor = object["$dynamicAnchor"]?.stringValue {
      resources[owner].dynamicAnchors[anchor] = schema.pointer
    }
    if resources[owner].reading.draft == .draft2019, object["$recursiveAnchor"] == true,
      resources[owner].pointer == schema.pointer
    {
      resources[owner].isRecursiveAnchor = true
    }
    return owner
  }

  private mutating func open(
    _ schema: Waiting, document: Int, address: SchemaAddress, within owner: Int
  ) throws(JSONSchemaError) -> Int {
    let address = address.withoutFragment
    let reading = try reading(of: schema.value, or: resources[owner].reading, at: "#" + schema.pointer)
    let number = resources.count
    resources.append(
      Resource(document: document, pointer: schema.pointer, address: address, reading: reading))
    if let other = resourceOfAddress[address.text] {
      if resources[other].document == document, resources[other].pointer != schema.pointer {
        throw JSONSchemaError(
          schemaLocation: "#" + schema.pointer + "/$id",
          reason: "the address \(address.text.quotedInBrief) is taken by another schema")
      }
    } else {
      resourceOfAddress[address.text] = number
    }
    return number
  }

  /// The dialect that a resource declares.
  private mutating func reading(
    of schema: JSONValue, or inherited: SchemaReading, at location: String
  ) throws(JSONSchemaError) -> SchemaReading {
    guard let declared = schema.objectValue?["$schema"] else { return inherited }
    guard let address = declared.stringValue else {
      throw JSONSchemaError(
        schemaLocation: location + "/$schema", reason: "$schema is the address of a dialect, found \(declared.inBrief)")
    }
    if let dialect = JSONSchemaDialect(address: address) { return SchemaReading(dialect.draft) }
    let bare = SchemaAddress(address).withoutFragment.text
    guard let place = options.registry.place(of: bare) else {
      let known = JSONSchemaDialect.all.map(\.address).joined(separator: ", ")
      throw JSONSchemaError(
        schemaLocation: location + "/$schema",
        reason: "the dialect \(declared.inBrief) is not known; known are \(known) and meta-schemas in the registry")
    }
    return try Self.reading(ofMetaSchema: options.registry.entries[place].schema, at: location + "/$schema")
  }

  private static func reading(
    ofMetaSchema schema: JSONValue, at location: String
  ) throws(JSONSchemaError) -> SchemaReading {
    let dialect = schema["$schema"]?.stringValue.flatMap(JSONSchemaDialect.init(address:)) ?? .draft2020_12
    guard dialect.draft > .draft7, let listed = schema["$vocabulary"]?.objectValue else {
      return SchemaReading(dialect.draft)
    }
    var vocabularies: SchemaVocabularies = []
    for (address, isRequired) in listed {
      if let vocabulary = SchemaVocabularies(address: address, draft: dialect.draft) {
        vocabularies.formUnion(vocabulary)
      } else if isRequired == true {
        throw JSONSchemaError(
          schemaLocation: location,
          reason: "the dialect requires the vocabulary \(address.quotedInBrief), which is not known")
      }
    }
    return SchemaReading(draft: dialect.draft, vocabularies: vocabularies)
  }
}

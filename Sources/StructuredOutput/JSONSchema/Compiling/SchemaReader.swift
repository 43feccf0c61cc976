/// Reads the keywords of one schema object, each in the form that the standard gives it.
struct SchemaReader {
  let reading: SchemaReading
  private let schema: JSONObject
  private let location: String

  init(_ schema: JSONObject, location: String, reading: SchemaReading) {
    self.schema = schema
    self.location = location
    self.reading = reading
  }

  /// The value of a keyword that the draft has.
  subscript(keyword: String) -> JSONValue? {
    guard let value = schema[keyword], DraftKeywords.has(keyword, in: reading.draft) else { return nil }
    return value
  }

  func place(_ tokens: String...) -> String { location + JSONPointer(tokens: tokens).text }

  func types() throws(JSONSchemaError) -> SchemaTypes? {
    guard let value = self["type"] else { return nil }
    var types: SchemaTypes = []
    for name in value.arrayValue ?? [value] {
      guard let type = name.stringValue.flatMap(SchemaTypes.init(name:)) else {
        throw fault("type", "is one of \(SchemaTypes.names), or an array of them", name)
      }
      types.insert(type)
    }
    if types.isEmpty { throw fault("type", "names at least one type", value) }
    return types
  }

  func enumeration() throws(JSONSchemaError) -> [JSONValue]? {
    guard let value = self["enum"] else { return nil }
    guard let values = value.arrayValue else { throw fault("enum", "is an array of values", value) }
    return values
  }

  private func number(_ keyword: String) throws(JSONSchemaError) -> JSONNumber? {
    guard let value = self[keyword] else { return nil }
    guard let number = value.numberValue else { throw fault(keyword, "is a number", value) }
    return number
  }

  /// The limits of a number and whether they are exclusive, which in draft-04 a flag beside them says.
  func limits() throws(JSONSchemaError) -> [(limit: JSONNumber, isMaximum: Bool, isExclusive: Bool)] {
    var limits: [(limit: JSONNumber, isMaximum: Bool, isExclusive: Bool)] = []
    for (keyword, exclusive, isMaximum) in [
      ("minimum", "exclusiveMinimum", false), ("maximum", "exclusiveMaximum", true),
    ] {
      if reading.draft == .draft4 {
        let isExclusive = try flag(exclusive)
        if let limit = try number(keyword) { limits.append((limit, isMaximum, isExclusive)) }
      } else {
        if let limit = try number(keyword) { limits.append((limit, isMaximum, false)) }
        if let limit = try number(exclusive) { limits.append((limit, isMaximum, true)) }
      }
    }
    return limits
  }

  func multiple() throws(JSONSchemaError) -> ExactMultiple? {
    guard let value = self["multipleOf"] else { return nil }
    guard let multiple = value.numberValue.flatMap(ExactMultiple.init) else {
      throw fault("multipleOf", "is a number above zero with at most 18 digits", value)
    }
    return multiple
  }

  func string(_ keyword: String) throws(JSONSchemaError) -> String? {
    guard let value = self[keyword] else { return nil }
    guard let text = value.stringValue else { throw fault(keyword, "is a string", value) }
    return text
  }

  func flag(_ keyword: String) throws(JSONSchemaError) -> Bool {
    guard let value = self[keyword] else { return false }
    guard let flag = value.boolValue else { throw fault(keyword, "is true or false", value) }
    return flag
  }

  /// A number of things; one that is larger than anything can be is the largest there is.
  func count(_ keyword: String) throws(JSONSchemaError) -> UInt32? {
    guard let value = self[keyword] else { return nil }
    guard let number = value.numberValue, let digits = DecimalDigits(text: number.text), !digits.isNegative,
      digits.exponent >= 0
    else { throw fault(keyword, "is a whole number from 0", value) }
    return UInt32(clamping: number.intValue ?? .max)
  }

  func list(_ keyword: String) throws(JSONSchemaError) -> [JSONValue] {
    guard let value = self[keyword] else { return [] }
    // Before 2019-09 an empty list of items was allowed, and it still means nothing.
    guard let list = value.arrayValue, !list.isEmpty || keyword == "items" else {
      throw fault(keyword, "is an array of at least one schema", value)
    }
    return list
  }

  func object(_ keyword: String) throws(JSONSchemaError) -> JSONObject? {
    guard let value = self[keyword] else { return nil }
    guard let object = value.objectValue else { throw fault(keyword, "is an object", value) }
    return object
  }

  func names(_ keyword: String) throws(JSONSchemaError) -> [String]? {
    guard let value = self[keyword] else { return nil }
    return try names(value, at: keyword)
  }

  func names(_ value: JSONValue, at tokens: String...) throws(JSONSchemaError) -> [String] {
    let names = value.arrayValue?.compactMap(\.stringValue)
    guard let names, names.count == value.arrayValue?.count else {
      throw JSONSchemaError(
        schemaLocation: location + JSONPointer(tokens: tokens).text,
        reason: "\(tokens[0]) lists the names of properties, found \(value.inBrief)")
    }
    return names
  }

  private func fault(_ keyword: String, _ rule: String, _ found: JSONValue) -> JSONSchemaError {
    JSONSchemaError(schemaLocation: place(keyword), reason: "\(keyword) \(rule), found \(found.inBrief)")
  }
}

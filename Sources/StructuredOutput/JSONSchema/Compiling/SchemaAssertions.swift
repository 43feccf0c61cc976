/// Compiling what is asked of a value by itself: `type`, `enum`, limits and patterns.
extension SchemaCompiler {
  mutating func compileValues(
    _ reader: SchemaReader, into record: inout SchemaRecord
  ) throws(JSONSchemaError) {
    guard reader.reading.vocabularies.contains(.validation) else { return }
    if let types = try reader.types() {
      record.kinds = types.kinds
      record.wantsWholeDecimals = types.contains(.integer) && !types.contains(.number)
    }
    var values: [(isEnum: Bool, values: [JSONValue])] = []
    if let value = reader["const"] { values.append((false, [value])) }
    if let list = try reader.enumeration() { values.append((true, list)) }
    guard !values.isEmpty else { return }
    record.values = PartRange(start: Int32(parts.values.count), count: Int32(values.count))
    for (isEnum, list) in values {
      let start = parts.list.count
      var kinds: UInt16 = 0
      for value in list {
        // Positions for now; ``finish()`` makes nodes of them.
        parts.list.append(Int32(parts.constants.count))
        parts.constants.append(value)
        kinds |= value.kinds
      }
      parts.values.append(
        ValueRules(isEnum: isEnum, nodes: PartRange(start: Int32(start), count: Int32(list.count)), kinds: kinds))
    }
  }

  mutating func compileNumbers(
    _ reader: SchemaReader, into record: inout SchemaRecord
  ) throws(JSONSchemaError) {
    var rules = NumberRules()
    let start = parts.bounds.count
    for (limit, isMaximum, isExclusive) in try reader.limits() {
      var text = limit.text
      let short = text.withUTF8 { ShortDecimal($0) }
      parts.limits.append(limit)
      parts.bounds.append(
        NumberBound(isMaximum: isMaximum, isExclusive: isExclusive, isShort: short != nil, limit: short ?? .zero))
    }
    rules.bounds = PartRange(start: Int32(start), count: Int32(parts.bounds.count - start))
    if let multiple = try reader.multiple() {
      rules.multiple = Int32(parts.multiples.count)
      rules.wholeMultiple = Int64(multiple.number.intValue ?? 0)
      parts.multiples.append(multiple)
    }
    guard rules.bounds.count > 0 || rules.multiple >= 0 else { return }
    record.number = Int32(parts.numbers.count)
    parts.numbers.append(rules)
  }

  mutating func compileStrings(
    _ reader: SchemaReader, into record: inout SchemaRecord
  ) throws(JSONSchemaError) {
    var rules = StringRules()
    let vocabularies = reader.reading.vocabularies
    var isEmpty = true
    if vocabularies.contains(.validation) {
      if let count = try reader.count("minLength") { (rules.minimumLength, isEmpty) = (count, false) }
      if let count = try reader.count("maxLength") { (rules.maximumLength, isEmpty) = (count, false) }
      if let text = try reader.string("pattern") {
        (rules.pattern, isEmpty) = (try pattern(text, at: reader.place("pattern")), false)
      }
    }
    if assertsFormats || vocabularies.contains(.formatAssertion), let name = reader["format"]?.stringValue,
      let format = JSONSchemaFormat(name: name)
    {
      (rules.format, isEmpty) = (Int32(parts.formats.count), false)
      parts.formats.append(format)
    }
    if vocabularies.contains(.content) {
      rules.contentIsBase64 = reader["contentEncoding"]?.stringValue?.lowercased() == "base64"
      rules.contentIsJSON = reader["contentMediaType"]?.stringValue?.lowercased() == "application/json"
      if rules.contentIsBase64 || rules.contentIsJSON { isEmpty = false }
    }
    if isEmpty { return }
    record.string = Int32(parts.strings.count)
    parts.strings.append(rules)
  }
}

extension JSONValue {
  /// The kind of node that the value becomes, as a set; a number has both of numbers.
  fileprivate var kinds: UInt16 {
    var kinds: UInt16 = 0
    switch self {
    case .null: kinds.insert(.null)
    case .bool(let value): kinds.insert(value ? .true : .false)
    case .number:
      kinds.insert(.integer)
      kinds.insert(.decimal)
    case .string:
      kinds.insert(.string)
      kinds.insert(.key)
    case .array: kinds.insert(.array)
    case .object: kinds.insert(.object)
    }
    return kinds
  }
}

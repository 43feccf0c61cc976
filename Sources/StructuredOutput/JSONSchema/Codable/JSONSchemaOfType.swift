extension JSONSchema {
  /// Makes the schema of a `Decodable` type by watching what its `init(from:)` asks of a decoder.
  ///
  /// The type is decoded several times from made-up values, which the initialiser must not trap on. Found out are:
  /// - properties in the order in which they are decoded; one that is decoded by `decodeIfPresent`, or after asking
  ///   `contains`, is not required, and one that is decoded as an optional may be `null`;
  /// - nested types, as `$defs` named after the type where they are objects, and types that contain themselves;
  /// - arrays, sets (`uniqueItems`), dictionaries (`additionalProperties`), sequences of fixed positions
  ///   (`prefixItems`), nested containers and superclasses;
  /// - enumerations that are `CaseIterable`, as `enum`; others as their raw type;
  /// - enumerations with associated values whose `CodingKeys` are `CaseIterable`, as `oneOf`; others need examples;
  /// - alternatives that a `CaseIterable` or `Bool` property chooses, and those of a single value container;
  /// - `Date`, `URL`, `UUID`, `Data` and `Decimal` as `form` writes them, and the bounds of integers of 8 to 32 bits.
  ///   `Int` and `Int64` come without bounds, as these would only confuse a model.
  ///
  /// What decoding does not show are conditions on values (`price > 0`), keys that are tried with `try?` and alternatives
  /// chosen by a string. Give examples then, or let the type adopt ``JSONSchemaProviding``.
  ///
  /// - Parameters:
  ///   - type: the type.
  ///   - form: how dates and keys are written.
  ///   - allowsExtraProperties: whether objects may have properties that the type does not read. They may not unless
  ///     stated, which finds a model's misspelt keys; `JSONDecoder` itself passes over them.
  /// - Throws: ``JSONSchemaError`` where the type cannot be found out, with what to do about it.
  public init<T: Decodable>(
    for type: T.Type, form: JSONCodableForm = .standard, allowsExtraProperties: Bool = false
  ) throws(JSONSchemaError) {
    let schema = try TypeExplorer.schema(
      of: type, examples: [], form: form, allowsExtraProperties: allowsExtraProperties)
    try self.init(schema)
  }

  /// Makes the schema of a type with the help of examples.
  ///
  /// Examples are decoded beside made-up values. They are needed where an initialiser refuses made-up values, and for
  /// enumerations with associated values: each example shows one case, at any depth.
  /// - Throws: ``JSONSchemaError`` where the type cannot be found out, or where an example, as it is encoded, does not
  ///   fit the schema, because the type does not decode what it encodes.
  public init<T: Codable>(
    for type: T.Type, examples: [T], form: JSONCodableForm = .standard, allowsExtraProperties: Bool = false
  ) throws(JSONSchemaError) {
    var values: [JSONValue] = []
    for (index, example) in examples.enumerated() {
      do {
        values.append(try form.encode(example))
      } catch {
        throw JSONSchemaError(
          schemaLocation: "#", reason: "example \(index + 1) of \(type) cannot be encoded as JSON: \(error)")
      }
    }
    let schema = try TypeExplorer.schema(
      of: type, examples: values, form: form, allowsExtraProperties: allowsExtraProperties)
    try self.init(schema)
    for (index, value) in values.enumerated() {
      guard let violation = validate(value).first else { continue }
      throw JSONSchemaError(
        schemaLocation: violation.schemaLocation,
        reason: "example \(index + 1) of \(type) does not fit what the type decodes, \(violation); "
          + "let encode(to:) write what init(from:) reads, or adopt JSONSchemaProviding")
    }
  }

  /// Makes the schema of a type with the help of one example, see ``init(for:examples:form:allowsExtraProperties:)``.
  /// - Throws: ``JSONSchemaError`` where the type cannot be found out, or where the example does not fit it.
  public init<T: Codable>(
    for type: T.Type, example: T, form: JSONCodableForm = .standard, allowsExtraProperties: Bool = false
  ) throws(JSONSchemaError) {
    try self.init(for: type, examples: [example], form: form, allowsExtraProperties: allowsExtraProperties)
  }
}

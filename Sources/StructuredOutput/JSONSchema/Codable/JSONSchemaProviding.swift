/// A type that states its own JSON Schema, where none can be found out by decoding or a narrower one is wanted.
///
///     struct Email: Codable, JSONSchemaProviding {
///       static let jsonSchema: JSONValue = ["type": "string", "format": "email", "examples": ["a@example.com"]]
///     }
///
/// The schema stands wherever the type is used. A reference in it (`$ref`) would be read from the top of the whole
/// schema, so it can only be to `$defs` that the schema of the whole has.
/// Where a value of the type is needed to find out the rest of a type around it, the keywords `const`, `enum`, `default`
/// and `examples` of the schema are tried first.
public protocol JSONSchemaProviding {
  /// The schema of the type.
  static var jsonSchema: JSONValue { get }
}

/// How a schema is read.
public struct JSONSchemaOptions: Sendable, Hashable {
  /// The dialect of schemas that declare none by `$schema`; 2020-12 unless told.
  public var dialect: JSONSchemaDialect
  /// Whether `format` is checked; otherwise it is an annotation, unless the schema's own meta-schema asks for the check.
  ///
  /// Checked are the formats of the standard: date-time, date, time, duration, email, idn-email, hostname, idn-hostname,
  /// ipv4, ipv6, uri, uri-reference, iri, iri-reference, uri-template, uuid, json-pointer, relative-json-pointer, regex.
  /// Others are never checked.
  public var assertsFormats: Bool
  /// The schemas that the schema may refer to by address. Nothing is ever fetched.
  public var registry: JSONSchemaRegistry

  /// Makes options.
  public init(
    dialect: JSONSchemaDialect = .draft2020_12, assertsFormats: Bool = false,
    registry: JSONSchemaRegistry = JSONSchemaRegistry()
  ) {
    self.dialect = dialect
    self.assertsFormats = assertsFormats
    self.registry = registry
  }

  /// Draft 2020-12, formats as annotations, no other schemas.
  public static let standard = JSONSchemaOptions()
}

/// JSON values, JSON Schema and checks of plain text, for what language models say and are sent.
///
/// - ``JSONValue`` keeps the order of keys and the digits of numbers; ``JSONParser`` reads RFC 8259 text and says where
///   and why it cannot; ``JSONDocument`` is the same in flat memory, which schemas check fastest; ``JSONLinesReader``
///   reads files of any size line by line.
/// - ``JSONValue/canonicalBytes`` is the canonical form of RFC 8785, which makes equal requests equal bytes.
/// - ``JSONSchema`` is a compiled JSON Schema of draft 2020-12 or an older one, made of a schema's text, of a literal or of
///   a `Decodable` type, and written in the form that providers accept.
/// - ``JSONRepair`` takes JSON out of a model's answer and repairs it, saying what it changed; ``PartialJSONParser`` reads
///   JSON while it arrives.
/// - ``StructureValidator`` checks a text's length, wording, language and form.
///
/// The module imports no other of the package.
public enum StructuredOutput {
  /// The newest dialect of JSON Schema that ``JSONSchema`` follows, as its `$schema` address.
  public static let schemaDialect = JSONSchemaDialect.draft2020_12.address
}

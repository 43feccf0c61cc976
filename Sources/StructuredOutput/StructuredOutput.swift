/// JSON values, JSON Schema and checks of plain text, for what language models say and are sent.
///
/// - ``JSONValue`` keeps the order of keys and the digits of numbers; ``JSONParser`` reads RFC 8259 text and says where
///   and why it cannot; ``JSONLinesReader`` reads files of any size line by line.
/// - ``JSONValue/canonicalBytes`` is the canonical form of RFC 8785, which makes equal requests equal bytes.
/// - ``JSONSchema`` is a compiled JSON Schema. It honours a part of draft 2020-12 and refuses, when it is compiled, a
///   schema that asks for more.
/// - ``StructureValidator`` checks a text's length, wording and form.
///
/// The module imports no other of the package.
public enum StructuredOutput {
  /// The draft of JSON Schema that ``JSONSchema`` follows, as its `$schema` address.
  public static let schemaDialect = "https://json-schema.org/draft/2020-12/schema"
}

/// A value of the keyword `format` that can be asserted, with its check.
///
/// All are defined by JSON Schema Validation 2020-12, section 7.3; those of 2019-09 and draft-07 are among them and
/// mean the same. Each check takes time linear in the string, whatever its bytes, and one that is not well-formed
/// UTF-8 is checked as far as it is read, never trapped on.
struct JSONSchemaFormat: Sendable {
  /// The name as a schema writes it: `date-time`.
  let name: String
  /// The format in words, for messages: `a date of RFC 3339, such as 2026-01-31`.
  let inWords: String
  private let check: @Sendable (UnsafeBufferPointer<UInt8>) -> Bool

  /// The format of a name; nil for one that is not of the standard, which is an annotation then.
  init?(name: String) {
    guard let format = Self.all[name] else { return nil }
    self = format
  }

  private init(
    _ name: String, _ inWords: String, _ check: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Bool
  ) {
    self.name = name
    self.inWords = inWords
    self.check = check
  }

  /// Whether a string, given as its UTF-8, is of the format.
  func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool { check(text) }

  /// Whether a string is of the format.
  func isValid(_ text: String) -> Bool {
    var copy = text
    return copy.withUTF8 { check($0) }
  }

  private static let all: [String: JSONSchemaFormat] = {
    let formats = [
      JSONSchemaFormat(
        "date-time", "a date and time of RFC 3339, such as 2026-01-31T12:00:00Z", DateTimeFormats.isDateTime),
      JSONSchemaFormat("date", "a date of RFC 3339, such as 2026-01-31", DateTimeFormats.isDate),
      JSONSchemaFormat("time", "a time of RFC 3339 with its offset, such as 12:00:00Z", DateTimeFormats.isTime),
      JSONSchemaFormat("duration", "a duration of ISO 8601, such as P1DT12H", DurationFormat.isDuration),
      JSONSchemaFormat("email", "an e-mail address, such as joe@example.com", EmailFormats.isEmail),
      JSONSchemaFormat(
        "idn-email", "an e-mail address, such as joe@example.com", EmailFormats.isInternationalEmail),
      JSONSchemaFormat("hostname", "a host name, such as www.example.com", HostnameFormats.isHostname),
      JSONSchemaFormat(
        "idn-hostname", "an internationalized host name, such as bücher.example",
        HostnameFormats.isInternationalHostname),
      JSONSchemaFormat("ipv4", "an IPv4 address, such as 192.0.2.1", AddressFormats.isIPv4),
      JSONSchemaFormat("ipv6", "an IPv6 address, such as 2001:db8::1", AddressFormats.isIPv6),
      JSONSchemaFormat("uri", "an absolute URI, such as https://example.com/a?b#c", URIFormats.isURI),
      JSONSchemaFormat("uri-reference", "a URI or a relative reference, such as ../a?b#c", URIFormats.isURIReference),
      JSONSchemaFormat("iri", "an absolute IRI, such as https://example.com/süß", URIFormats.isIRI),
      JSONSchemaFormat("iri-reference", "an IRI or a relative reference, such as ../süß", URIFormats.isIRIReference),
      JSONSchemaFormat(
        "uri-template", "a URI template of RFC 6570, such as /users/{id}", URITemplateFormat.isURITemplate),
      JSONSchemaFormat("uuid", "a UUID, such as 2eb8aa08-aa98-11ea-b4aa-73b441d16380", UUIDFormat.isUUID),
      JSONSchemaFormat("json-pointer", "a JSON pointer of RFC 6901, such as /a/0", JSONPointerFormats.isPointer),
      JSONSchemaFormat(
        "relative-json-pointer", "a relative JSON pointer, such as 1/a", JSONPointerFormats.isRelativePointer),
      JSONSchemaFormat("regex", "a regular expression of ECMA-262", RegexFormat.isRegex),
    ]
    return Dictionary(uniqueKeysWithValues: formats.map { ($0.name, $0) })
  }()
}

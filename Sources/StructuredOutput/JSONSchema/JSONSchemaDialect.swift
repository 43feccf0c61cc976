/// The edition of JSON Schema by which a schema is read.
public struct JSONSchemaDialect: Sendable, Hashable {
  /// The address by which a schema declares the dialect in `$schema`.
  public let address: String
  let draft: SchemaDraft

  /// Draft 2020-12, the current one.
  public static let draft2020_12 = JSONSchemaDialect(
    address: "https://json-schema.org/draft/2020-12/schema", draft: .draft2020)
  /// Draft 2019-09.
  public static let draft2019_09 = JSONSchemaDialect(
    address: "https://json-schema.org/draft/2019-09/schema", draft: .draft2019)
  /// Draft-07.
  public static let draft7 = JSONSchemaDialect(address: "http://json-schema.org/draft-07/schema#", draft: .draft7)
  /// Draft-06.
  public static let draft6 = JSONSchemaDialect(address: "http://json-schema.org/draft-06/schema#", draft: .draft6)
  /// Draft-04, in which many schemas of configuration files and cloud templates are still written.
  public static let draft4 = JSONSchemaDialect(address: "http://json-schema.org/draft-04/schema#", draft: .draft4)

  /// The dialects, the newest first.
  public static let all: [JSONSchemaDialect] = [.draft2020_12, .draft2019_09, .draft7, .draft6, .draft4]

  /// The dialect that an address in `$schema` names, with or without `#` at its end.
  init?(address: String) {
    var bare = address[...]
    if bare.hasSuffix("#") { bare.removeLast() }
    // The older addresses are often written with https.
    if bare.hasPrefix("https://json-schema.org/draft-") { bare = "http" + bare.dropFirst(5) }
    guard let dialect = Self.all.first(where: { $0.address == bare || $0.address == bare + "#" }) else { return nil }
    self = dialect
  }

  private init(address: String, draft: SchemaDraft) {
    self.address = address
    self.draft = draft
  }
}

/// The editions in the order of their appearance.
enum SchemaDraft: Int, Sendable, Comparable {
  case draft4, draft6, draft7, draft2019, draft2020

  static func < (left: SchemaDraft, right: SchemaDraft) -> Bool { left.rawValue < right.rawValue }
}

/// A type that says in words what it and its properties are, for the schema that is made of it.
///
/// Models read these descriptions, so they are worth as much as the prompt:
///
///     struct Order: Codable, JSONSchemaDescribing {
///       var total: Decimal
///       static let propertyDescriptions = ["total": "Sum in euros, taxes included"]
///     }
public protocol JSONSchemaDescribing {
  /// What the type as a whole is; nothing unless stated.
  static var schemaDescription: String? { get }
  /// What properties are, by their coding keys; empty unless stated.
  static var propertyDescriptions: [String: String] { get }
}

extension JSONSchemaDescribing {
  /// No description.
  public static var schemaDescription: String? { nil }
  /// No descriptions.
  public static var propertyDescriptions: [String: String] { [:] }
}

/// Schemas by address, to which other schemas may refer.
///
/// ```swift
/// var options = JSONSchemaOptions()
/// options.registry.add(address, at: "https://example.com/address")
/// let order = try JSONSchema(["$ref": "https://example.com/address"], options: options)
/// ```
///
/// The meta-schemas of the dialects are always there. A schema in the registry is also found by the `$id`s in it.
public struct JSONSchemaRegistry: Sendable, Hashable {
  struct Entry: Sendable, Hashable {
    var address: String
    var schema: JSONValue
  }

  private(set) var entries: [Entry] = []
  private var places: [String: Int] = [:]

  /// Makes a registry without schemas.
  public init() {}

  /// Adds a schema, or replaces the one that was added at the same address.
  /// - Parameters:
  ///   - schema: the schema, as a document of its own.
  ///   - address: the absolute address by which others refer to it; a fragment is put aside.
  public mutating func add(_ schema: JSONValue, at address: String) {
    let entry = Entry(address: SchemaAddress(address).withoutFragment.text, schema: schema)
    if let place = places[entry.address] {
      entries[place] = entry
    } else {
      places[entry.address] = entries.count
      entries.append(entry)
    }
  }

  /// The addresses at which schemas were added, in that order.
  public var addresses: [String] { entries.map(\.address) }

  func place(of address: String) -> Int? { places[address] }
}

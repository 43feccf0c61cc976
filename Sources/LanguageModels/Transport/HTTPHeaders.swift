/// Names and values in order, names without regard to case (RFC 9110, section 5).
public struct HTTPHeaders: Sendable, Hashable, ExpressibleByArrayLiteral {
  /// One name with its value.
  public struct Field: Sendable, Hashable {
    /// The name as it was given.
    public var name: String
    /// The value.
    public var value: String

    /// Makes a field.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// All fields in order.
  public var fields: [Field]

  /// Makes headers of some fields.
  public init(_ fields: [Field] = []) { self.fields = fields }

  /// Makes headers of some fields.
  public init(arrayLiteral elements: Field...) { self.fields = elements }

  /// The first value of a name, without regard to case.
  public subscript(name: String) -> String? {
    let wanted = name.lowercased()
    return fields.first { $0.name.lowercased() == wanted }?.value
  }

  /// Adds a field at the end.
  public mutating func append(_ name: String, _ value: String) { fields.append(Field(name, value)) }
}

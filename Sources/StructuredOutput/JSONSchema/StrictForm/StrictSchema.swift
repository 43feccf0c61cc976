/// A schema in the form that a provider's strict structured output accepts, and the way back from a response.
///
///     let strict = try schema.strictForm(for: .openAI)
///     // send strict.schema; then, with the response:
///     let value = strict.restore(response)
///     let violations = schema.validate(value)
public struct StrictSchema: Sendable {
  /// One thing that the form says otherwise than the schema, or not at all.
  public struct Loss: Sendable, Hashable, CustomStringConvertible {
    /// What a loss means for the documents that the form accepts.
    public struct Effect: Sendable, Hashable {
      let text: String

      /// The form accepts documents that the schema refuses: validate after decoding.
      public static let allowsMore = Effect(text: "allows more")
      /// The form refuses documents that the schema accepts: a model cannot write these.
      public static let allowsLess = Effect(text: "allows less")
      /// Documents look different, and ``StrictSchema/restore(_:)`` turns them back.
      public static let rewritten = Effect(text: "written otherwise")
      /// Only what a schema tells its reader is lost.
      public static let annotation = Effect(text: "annotation")
    }

    /// Where in the original schema, as a JSON pointer with a leading `#`: `#/properties/note`.
    public let schemaLocation: String
    /// The keyword that is not kept as it is: `minLength`.
    public let keyword: String
    /// What it means for documents.
    public let effect: Effect
    /// What is dropped or changed, for a person to act on.
    public let message: String

    /// The place and the message, with the effect: `#/properties/note/minLength (allows more): …`.
    public var description: String { "\(schemaLocation)/\(keyword) (\(effect.text)): \(message)" }
  }

  /// The provider whose form this is.
  public let provider: StrictFormProvider
  /// The schema to send, keys in the order of the original's properties.
  public let schema: JSONValue
  /// What the form cannot say, in the order of the schema.
  public let losses: [Loss]
  private let restoring: StrictFormRestoring

  init(provider: StrictFormProvider, schema: JSONValue, losses: [Loss], restoring: StrictFormRestoring) {
    self.provider = provider
    self.schema = schema
    self.losses = losses
    self.restoring = restoring
  }

  /// Turns a response in this form into a document as the original schema describes it.
  ///
  /// Properties that had to be made required and are `null` are removed, arrays of `key` and `value` that stand for an
  /// object with any keys become that object, and a root that had to be wrapped is unwrapped. What is not of the form
  /// stays as it is, for the original schema to find fault with.
  public func restore(_ response: JSONValue) -> JSONValue { restoring.restore(response) }
}

extension JSONSchema {
  /// Writes the schema in the form that a provider's strict structured output accepts, with a list of what that form
  /// cannot say.
  ///
  /// References are kept as `$defs`, `allOf` is merged, `oneOf` becomes `anyOf`, and several types become alternatives.
  /// - Throws: ``JSONSchemaError`` where the form cannot say the schema at all, or where it breaks one of the provider's
  ///   documented limits; the reason names what to change.
  public func strictForm(for provider: StrictFormProvider) throws(JSONSchemaError) -> StrictSchema {
    var writer = StrictFormWriter(source: source, rules: provider.rules)
    let (schema, restoring) = try writer.write()
    try StrictFormLimits(rules: provider.rules).check(schema)
    return StrictSchema(provider: provider, schema: schema, losses: writer.losses, restoring: restoring)
  }
}

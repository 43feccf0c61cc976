import StructuredOutput

/// A function that a model may ask the app to call.
public struct ToolDefinition: Sendable, Hashable {
  /// The name by which the model calls it: letters, digits, `_` and `-`, at most 64 with most providers.
  public var name: String
  /// What it does and when to call it, for the model.
  public var description: String
  /// JSON Schema of its arguments, an object.
  public var parameters: JSONValue

  /// Describes a tool to a model.
  public init(name: String, description: String, parameters: JSONValue) {
    self.name = name
    self.description = description
    self.parameters = parameters
  }
}

/// A call of a tool that a model asked for.
public struct ToolCall: Sendable, Hashable {
  /// The provider's identifier of this call, which the result must name.
  public var id: String
  /// The name of the tool.
  public var name: String
  /// The arguments exactly as the model wrote them; meant to be JSON, but a model may write anything.
  public var argumentsText: String

  /// Makes a tool call.
  public init(id: String, name: String, argumentsText: String) {
    self.id = id
    self.name = name
    self.argumentsText = argumentsText
  }

  /// The arguments as a JSON value.
  ///
  /// An empty text counts as no arguments, `{}`, as several providers send it.
  ///
  /// - Throws: ``JSONParseError`` where the model did not write JSON.
  public func arguments() throws(JSONParseError) -> JSONValue {
    argumentsText.isEmpty ? .object([:]) : try JSONValue(parsing: argumentsText)
  }
}

/// Whether a model must, may or must not call tools.
public enum ToolChoice: Sendable, Hashable {
  /// The model decides.
  case automatic
  /// No tool is called.
  case none
  /// Some tool is called.
  case required
  /// This tool is called.
  case named(String)
}

/// A provider whose strict structured output takes a form of JSON Schema of its own.
public struct StrictFormProvider: Sendable, Hashable, CustomStringConvertible {
  let rules: StrictFormRules

  /// The provider's name: `OpenAI`.
  public var description: String { rules.name }

  /// OpenAI, `strict: true`: every property required, no other properties, the root an object.
  ///
  /// Source: developers.openai.com/api/docs/guides/structured-outputs, "Supported schemas", as of 2026: `pattern` and nine
  /// formats, bounds and `multipleOf` of numbers, `minItems` and `maxItems`, `anyOf`, `const`, `$ref` with recursion; at
  /// most 5000 properties, 10 levels of nesting, 1000 enum values, 120,000 characters of names and values, 15,000
  /// characters in one enum of more than 250. Levels are counted here as objects in objects as they are written.
  /// `minLength` and `maxLength` are not in that list.
  public static let openAI = StrictFormProvider(rules: .openAI)

  /// Anthropic, `output_config.format` and strict tools: no other properties, optional properties as they are.
  ///
  /// Source: platform.claude.com/docs/en/build-with-claude/structured-outputs, "JSON Schema limitations", as of 2026: ten
  /// formats, `pattern` without looking around, references and word boundaries, `minItems` of 0 or 1, `anyOf`, `const`,
  /// `$ref` without recursion; at most 24 optional properties and 16 unions in a request.
  public static let anthropic = StrictFormProvider(rules: .anthropic)

  /// Gemini, `responseJsonSchema`: optional and other properties as they are, `oneOf` read as `anyOf`.
  ///
  /// Source: ai.google.dev/api/generate-content, `responseJsonSchema`, as of 2026: `enum` of strings and numbers, three
  /// formats, `minimum` and `maximum`, `minItems`, `maxItems`, `prefixItems`, `anyOf`, `$ref`, recursion within
  /// properties that are not required. No limits are documented.
  public static let gemini = StrictFormProvider(rules: .gemini)

  /// Whether both are the same provider.
  public static func == (left: StrictFormProvider, right: StrictFormProvider) -> Bool {
    left.rules.name == right.rules.name
  }

  /// Feeds the provider to the hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(rules.name) }
}

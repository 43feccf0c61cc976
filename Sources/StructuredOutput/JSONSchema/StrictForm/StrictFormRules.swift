/// What a provider's form can say.
struct StrictFormRules: Sendable {
  enum Recursion: Sendable {
    case anywhere
    case inOptionalProperties
    case nowhere
  }

  struct Limits: Sendable {
    var properties = Int.max
    var levels = Int.max
    var enumValues = Int.max
    /// Scalars in the names of properties and definitions and in the values of `enum` and `const`.
    var characters = Int.max
    /// Scalars in the values of one `enum` that has more values than this.
    var largeEnum = (values: Int.max, characters: Int.max)
    var optionalProperties = Int.max
    var unions = Int.max
  }

  var name: String
  var strings: Set<String> = []
  var formats: Set<String>
  /// Whether patterns must do without looking around, references to groups and word boundaries.
  var takesPlainPatternsOnly = false
  var numbers: Set<String>
  var arrays: Set<String>
  var mostMinItems = Int.max
  var takesPrefixItems = false
  var takesConst = true
  /// The names of the types of which `enum` may have values.
  var enumTypes: Set<String> = ["string", "number", "boolean", "null"]
  var requiresAllProperties = false
  var takesOtherProperties = false
  var needsObjectRoot = true
  var recursion: Recursion
  var limits = Limits()

  static let openAI = StrictFormRules(
    name: "OpenAI", strings: ["pattern"],
    formats: ["date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"],
    numbers: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
    arrays: ["minItems", "maxItems"], requiresAllProperties: true, recursion: .anywhere,
    limits: Limits(
      properties: 5000, levels: 10, enumValues: 1000, characters: 120_000, largeEnum: (values: 250, characters: 15_000))
  )

  static let anthropic = StrictFormRules(
    name: "Anthropic", strings: ["pattern"],
    formats: ["date-time", "time", "date", "duration", "email", "hostname", "uri", "ipv4", "ipv6", "uuid"],
    takesPlainPatternsOnly: true, numbers: [], arrays: ["minItems"], mostMinItems: 1, recursion: .nowhere,
    limits: Limits(optionalProperties: 24, unions: 16))

  static let gemini = StrictFormRules(
    name: "Gemini", formats: ["date-time", "date", "time"], numbers: ["minimum", "maximum"],
    arrays: ["minItems", "maxItems"], takesPrefixItems: true, takesConst: false, enumTypes: ["string", "number"],
    takesOtherProperties: true, needsObjectRoot: false, recursion: .inOptionalProperties)
}

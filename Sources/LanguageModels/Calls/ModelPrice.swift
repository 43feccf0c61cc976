/// What a model's tokens cost, in US dollars per million tokens.
public struct ModelPrice: Sendable, Hashable {
  /// Tokens of the prompt that were not read from a cache.
  public var input: Double
  /// Tokens of the prompt that were read from the provider's cache; nil where that is no cheaper.
  public var cachedInput: Double?
  /// Tokens of the prompt that were written to the provider's cache; nil where that is no dearer.
  public var cacheWrite: Double?
  /// Generated tokens, reasoning included. Zero for models that generate none.
  public var output: Double

  /// Makes a price.
  public init(input: Double, cachedInput: Double? = nil, cacheWrite: Double? = nil, output: Double) {
    self.input = input
    self.cachedInput = cachedInput
    self.cacheWrite = cacheWrite
    self.output = output
  }

  /// What these tokens cost, in dollars; nil where the provider did not say how many there were.
  ///
  /// Providers charge some models more for long prompts and less for batches; neither is reckoned here.
  public func cost(of usage: Usage) -> Double? {
    guard let prompt = usage.input, let generated = usage.output ?? (output == 0 ? 0 : nil) else { return nil }
    let cached = min(max(usage.cachedInput ?? 0, 0), prompt)
    let written = min(max(usage.cacheWrite ?? 0, 0), prompt - cached)
    let dollars =
      Double(prompt - cached - written) * input + Double(cached) * (cachedInput ?? input)
      + Double(written) * (cacheWrite ?? input) + Double(generated) * output
    return dollars / 1_000_000
  }

  /// The list price of a model; nil for a model that is not in the list, whose cost is unknown and not zero.
  ///
  /// A dated snapshot finds its model: `gpt-4.1-mini-2025-04-14` costs what `gpt-4.1-mini` costs. The figures are list
  /// prices as the price list bundled with litellm 1.109.1 (MIT licence) had them on 2026-11-24. They were not checked
  /// against the vendors, and prices change: give a price of your own where money depends on it.
  public static func listed(for model: String) -> ModelPrice? {
    list[model] ?? undated(model).flatMap { list[$0] }
  }

  /// The name before a date such as `-2025-04-14`, `-20250414` or `@20250414`; nil where there is none.
  private static func undated(_ model: String) -> String? {
    var name = Substring(model)
    var digits = 0
    while let last = name.last, last.isASCII, last.isNumber || (last == "-" && (digits == 2 || digits == 4)) {
      // The hyphens of a date stand before its day and before its month.
      if last != "-" { digits += 1 }
      name.removeLast()
      if digits == 8 { break }
    }
    guard digits == 8, let separator = name.last, separator == "-" || separator == "@" else { return nil }
    return String(name.dropLast())
  }

  private static let list: [String: ModelPrice] = [
    "gpt-6.1-sol": ModelPrice(input: 2, cachedInput: 0.1, cacheWrite: 2.5, output: 10),
    "gpt-6.1-terra": ModelPrice(input: 1, cachedInput: 0.05, cacheWrite: 1.25, output: 5),
    "gpt-6-luna": ModelPrice(input: 0.1, cachedInput: 0.01, cacheWrite: 0.125, output: 0.5),
    "gpt-5.5": ModelPrice(input: 5, cachedInput: 0.5, output: 30),
    "gpt-5.4": ModelPrice(input: 2.5, cachedInput: 0.25, output: 15),
    "gpt-5.4-mini": ModelPrice(input: 0.75, cachedInput: 0.075, output: 4.5),
    "gpt-5": ModelPrice(input: 1.25, cachedInput: 0.125, output: 10),
    "gpt-5-mini": ModelPrice(input: 0.25, cachedInput: 0.025, output: 2),
    "gpt-5-nano": ModelPrice(input: 0.05, cachedInput: 0.005, output: 0.4),
    "gpt-4.1": ModelPrice(input: 2, cachedInput: 0.5, output: 8),
    "gpt-4.1-mini": ModelPrice(input: 0.4, cachedInput: 0.1, output: 1.6),
    "gpt-4o": ModelPrice(input: 2.5, cachedInput: 1.25, output: 10),
    "gpt-4o-mini": ModelPrice(input: 0.15, cachedInput: 0.075, output: 0.6),
    "claude-opus-5-5": ModelPrice(input: 4, cachedInput: 0.2, cacheWrite: 5, output: 20),
    "claude-sonnet-5-5": ModelPrice(input: 2, cachedInput: 0.1, cacheWrite: 2.5, output: 10),
    "claude-sonnet-4-6": ModelPrice(input: 3, cachedInput: 0.3, cacheWrite: 3.75, output: 15),
    "claude-haiku-5-5": ModelPrice(input: 0.1, cachedInput: 0.01, cacheWrite: 0.125, output: 0.5),
    "claude-haiku-4-5": ModelPrice(input: 1, cachedInput: 0.1, cacheWrite: 1.25, output: 5),
    "gemini-4-argon": ModelPrice(input: 2, cachedInput: 0.1, output: 10),
    "gemini-3.8-flash": ModelPrice(input: 0.75, cachedInput: 0.075, output: 3.75),
    "gemini-3.5-flash-lite": ModelPrice(input: 0.3, cachedInput: 0.03, output: 2.5),
    "gemini-2.5-pro": ModelPrice(input: 1.25, cachedInput: 0.125, output: 10),
    "gemini-2.5-flash": ModelPrice(input: 0.3, cachedInput: 0.03, output: 2.5),
    "mistral-large-4": ModelPrice(input: 1.36, cachedInput: 0.14, output: 4.18),
    "mistral-small-latest": ModelPrice(input: 0.15, cachedInput: 0.015, output: 0.6),
    "command-a-03-2025": ModelPrice(input: 2.5, output: 10),
    "deepseek-v4-flash": ModelPrice(input: 0.3, cachedInput: 0.006, output: 1.2),
    "deepseek-v4-pro": ModelPrice(input: 1.32, cachedInput: 0.044, output: 3.96),
    "openai/gpt-oss-120b": ModelPrice(input: 0.15, cachedInput: 0.075, output: 0.6),
    "amazon.nova-micro-v1:0": ModelPrice(input: 0.035, cachedInput: 0.0088, output: 0.14),
    "amazon.nova-2-lite-v1:0": ModelPrice(input: 0.3, cachedInput: 0.075, output: 2.5),
    "text-embedding-3-small": ModelPrice(input: 0.02, output: 0),
    "text-embedding-3-large": ModelPrice(input: 0.13, output: 0),
    "gemini-embedding-001": ModelPrice(input: 0.15, output: 0),
    "voyage-3.5": ModelPrice(input: 0.06, output: 0),
    "embed-v4.0": ModelPrice(input: 0.12, output: 0),
    "mistral-embed": ModelPrice(input: 0.1, output: 0),
  ]
}

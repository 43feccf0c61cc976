/// Tokens that a call used, counted in one way for all providers.
///
/// Each is nil where the provider does not say.
public struct Usage: Sendable, Hashable, Codable {
  /// All tokens of the prompt, cached ones included.
  public var input: Int?
  /// Tokens read from the provider's cache, a part of ``input``.
  public var cachedInput: Int?
  /// Tokens written to the provider's cache, a part of ``input``.
  public var cacheWrite: Int?
  /// All generated tokens, reasoning included.
  public var output: Int?
  /// Tokens of reasoning, a part of ``output``.
  public var reasoning: Int?

  /// Makes a count.
  public init(
    input: Int? = nil, cachedInput: Int? = nil, cacheWrite: Int? = nil, output: Int? = nil, reasoning: Int? = nil
  ) {
    self.input = input
    self.cachedInput = cachedInput
    self.cacheWrite = cacheWrite
    self.output = output
    self.reasoning = reasoning
  }

  /// Input and output together; what is not known counts as none.
  public var total: Int { (input ?? 0) + (output ?? 0) }
}

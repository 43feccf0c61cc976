import StructuredOutput

/// What a fixture holds, as a person reads it: who was asked what, and what the answer was.
///
/// It knows the calls of OpenAI's Chat Completions and of the servers that speak it, of OpenAI's Responses, of Anthropic's
/// Messages, of Gemini's `generateContent`, of Ollama's chat, and of embeddings; of all others it has the bodies.
public struct FixtureReading: Sendable, Hashable {
  /// The test that the fixture belongs to.
  public let test: String
  /// How many exchanges the fixture holds.
  public let count: Int
  /// The exchanges, in the order of the file.
  public let exchanges: [ExchangeReading]

  /// Reads a fixture.
  public init(_ file: FixtureFile) {
    test = file.test
    count = file.exchanges.count
    exchanges = file.exchanges.enumerated().map { ExchangeReading($0.element, position: $0.offset + 1) }
  }

  /// Of the exchanges, the one at a place from 1; nil where there is none.
  public func exchange(at position: Int) -> FixtureReading? {
    guard exchanges.indices.contains(position - 1) else { return nil }
    return FixtureReading(test: test, count: count, exchanges: [exchanges[position - 1]])
  }

  private init(test: String, count: Int, exchanges: [ExchangeReading]) {
    self.test = test
    self.count = count
    self.exchanges = exchanges
  }

  /// As JSON: `{"test", "exchanges"}`, see ``ExchangeReading/json``.
  public var json: JSONValue {
    ["test": .string(test), "exchanges": .array(exchanges.map(\.json))]
  }
}

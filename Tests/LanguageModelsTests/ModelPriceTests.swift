import LanguageModels
import Testing

@Suite("Prices")
struct ModelPriceTests {
  @Test("Cached and other tokens cost what they cost")
  func cost() throws {
    let price = try #require(ModelPrice.listed(for: "gpt-4.1-mini"))
    let cost = try #require(price.cost(of: Usage(input: 1_000_000, cachedInput: 400_000, output: 500_000)))
    #expect(abs(cost - (0.6 * 0.4 + 0.4 * 0.1 + 0.5 * 1.6)) < 1e-12)
  }

  @Test(
    "A dated snapshot costs what its model costs",
    arguments: [
      ("gpt-4.1-mini-2025-04-14", "gpt-4.1-mini"), ("claude-haiku-4-5-20251001", "claude-haiku-4-5"),
      ("claude-haiku-4-5@20251001", "claude-haiku-4-5"), ("command-a-03-2025", "command-a-03-2025"),
    ])
  func snapshot(name: String, model: String) {
    #expect(ModelPrice.listed(for: name) != nil)
    #expect(ModelPrice.listed(for: name) == ModelPrice.listed(for: model))
  }

  @Test(
    "An unknown model has no price, not a price of zero",
    arguments: [
      "", "smollm2", "gpt-4.1-mini-fast", "gpt-4.1-mini-2025", "2025-04-14", "-2025-04-14", "ft:gpt-4.1-mini:x",
    ])
  func unknown(name: String) { #expect(ModelPrice.listed(for: name) == nil) }

  @Test("Without a count there is no cost")
  func noCount() {
    let price = ModelPrice(input: 1, output: 1)
    #expect(price.cost(of: Usage()) == nil)
    #expect(price.cost(of: Usage(input: 1)) == nil)
    #expect(ModelPrice(input: 2, output: 0).cost(of: Usage(input: 500_000)) == 1)
  }

  @Test("Counts that contradict each other never make a negative cost")
  func contradictory() {
    #expect(
      ModelPrice(input: 1, cachedInput: 0.5, output: 1).cost(of: Usage(input: 10, cachedInput: 99, output: 0)) == 5e-6)
  }
}

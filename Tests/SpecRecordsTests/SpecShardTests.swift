import SpecRecords
import Testing

@Suite("Shards")
struct SpecShardTests {
  @Test("A shard is read as it is written")
  func reading() throws {
    let shard = try #require(SpecShard("2/8"))
    #expect(shard.index == 2 && shard.count == 8)
    #expect(shard.description == "2/8")
    #expect(SpecShard("1/1")?.description == "1/1")
    #expect(SpecShard("10000/10000") != nil)
  }

  @Test(
    "What is no shard is none",
    arguments: [
      "9/8", "0/2", "x", "2", "2/", "/8", "2/0", "-1/8", "+1/8", "1/8/2", " 1/8", "1/8 ", "1.0/8", "٢/٨", "1/10001",
      "1/99999999999999999999", "2\\8", "1//8",
    ])
  func noShard(text: String) throws {
    #expect(SpecShard(text) == nil)
    let error = try #require(throws: SpecShardError.self) {
      try SpecShard.current(environment: ["LLMSPEC_SHARD": text])
    }
    #expect(error.description.hasPrefix("LLMSPEC_SHARD is \"\(text)\", which is no shard: "))
  }

  @Test("A shard that is not set is none, and an error is one line of bounded length")
  func current() throws {
    #expect(try SpecShard.current(environment: [:]) == nil)
    #expect(try SpecShard.current(environment: ["LLMSPEC_SHARD": ""]) == nil)
    #expect(try SpecShard.current(environment: ["LLMSPEC_SHARD": "3/4"]) == SpecShard(index: 3, count: 4))
    let error = try #require(throws: SpecShardError.self) {
      try SpecShard.current(environment: ["LLMSPEC_SHARD": "\u{1B}[31m\n" + String(repeating: "9", count: 100_000)])
    }
    #expect(error.description.utf8.count < 300)
    #expect(!error.description.contains("\n") && !error.description.contains("\u{1B}"))
  }

  @Test(
    "A spec's shard is 1 + (SHA-256 of its name mod n), whatever else there is",
    arguments: [
      ("SupportAssistantSpecs/RefundSpecs/window()", [1, 1, 1, 5, 5134]), ("T/S/a()", [1, 1, 3, 5, 774]),
      ("Größe/🙂/`a raw name`()", [1, 1, 2, 7, 1190]),
    ])
  func owner(spec: String, indices: [Int]) {
    for (count, index) in zip([1, 2, 3, 8, 9_999], indices) {
      let owner = SpecShard.owner(of: spec, count: count)
      #expect(owner == SpecShard(index: index, count: count))
      #expect(owner.holds(spec))
    }
    #expect(SpecShard.owner(of: spec, count: 0).description == "1/1")
    #expect(SpecShard.owner(of: spec, count: .max).count == SpecShard.largestCount)
  }

  @Test("10,000 names divide evenly, each into one shard", arguments: [2, 3, 8, 16])
  func balance(count: Int) {
    var sizes = [Int](repeating: 0, count: count + 1)
    for number in 0..<10_000 {
      sizes[SpecShard.owner(of: "Target/Suite\(number % 97)/test\(number)()", count: count).index] += 1
    }
    #expect(sizes[0] == 0)
    let expected = 10_000.0 / Double(count)
    // The sum of squares of what is too much or too little follows a chi-squared distribution; its mean is count − 1
    // and its variance twice that. Six standard deviations are not met by chance.
    let chiSquared = sizes.dropFirst().reduce(0.0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
    let freedom = Double(count - 1)
    #expect(chiSquared < freedom + 6 * (2 * freedom).squareRoot())
  }
}

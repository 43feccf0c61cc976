import StructuredOutput

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A text of words, line ends and signs, some of them awkward.
  mutating func text(pieces: Int) -> String {
    let vocabulary = [
      "return", "30 days", "$lines", "\n", "\r\n", "\r", "\n\n", "\"", "\\", "é", "e\u{301}", "漢字", "👩‍👩‍👧", "\u{301}",
      "\t", " ", " ", "\u{0}", "\u{2028}", "/", "", "<<<<<<< ", "\u{FEFF}", "\\n", "{", "]",
    ]
    return (0..<pieces).map { _ in vocabulary.randomElement(using: &self) ?? "" }.joined()
  }

  /// Any JSON, with keys that look like the ones that the format uses for itself.
  mutating func json(depth: Int) -> JSONValue {
    let keys = ["$lines", "$$lines", "$$$lines", "events", "at", "role", "", "$", "lines", "body"]
    switch Int.random(in: 0..<(depth > 0 ? 9 : 6), using: &self) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &self))
    case 2: return .number(JSONNumber(Int.random(in: -1_000_000...1_000_000, using: &self)))
    case 3:
      return JSONNumber(
        text: ["1.0", "1e5", "-0", "0.1", "123456789012345678901234567890"].randomElement(using: &self) ?? "1"
      ).map { .number($0) } ?? .null
    case 4, 5: return .string(text(pieces: Int.random(in: 0..<6, using: &self)))
    case 6: return .array((0..<Int.random(in: 0..<4, using: &self)).map { _ in json(depth: depth - 1) })
    default:
      var object = JSONObject()
      for _ in 0..<Int.random(in: 0..<4, using: &self) {
        object[keys.randomElement(using: &self) ?? ""] = json(depth: depth - 1)
      }
      return .object(object)
    }
  }
}

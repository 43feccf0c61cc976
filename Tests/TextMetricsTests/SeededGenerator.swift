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

  /// A text of words, spaces, line breaks and signs, some of them awkward.
  mutating func text(pieces: Int) -> String {
    let vocabulary = [
      "shoes", "return", "within", "30", "14", "days", "12.5", "don't", "é", "e\u{301}", "漢字", "👩‍👩‍👧", "🇩🇪",
      "\u{301}", " ", " ", " ", "\n", "\r\n", "\t", "  ", ".", ",", "-", "'", "\u{200D}", "\u{A0}", "",
    ]
    return (0..<pieces).map { _ in vocabulary.randomElement(using: &self) ?? "" }.joined()
  }
}

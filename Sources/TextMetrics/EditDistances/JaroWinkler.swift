/// How alike two short texts are, such as names: 0 to 1, the same in both directions, by Unicode scalars.
///
/// Jaro: "Advances in record-linkage methodology" (1989); Winkler: "String comparator metrics and enhanced decision
/// rules in the Fellegi-Sunter model of record linkage" (1990). Takes time linear in the length of the texts.
public enum JaroWinkler {
  /// Jaro's similarity, raised for texts that begin alike where it is above 0.7.
  ///
  /// Two empty texts are alike (1); an empty text and another are not (0).
  ///
  /// - Parameter prefixWeight: What each of the first four scalars adds of what is missing to 1; taken into 0 to 0.25.
  public static func similarity(_ a: String, _ b: String, prefixWeight: Double = 0.1) -> Double {
    let texts = (ScalarText.values(of: a), ScalarText.values(of: b))
    let jaro = jaro(texts.0, texts.1)
    guard jaro > 0.7, prefixWeight > 0 else { return jaro }
    let prefix = zip(texts.0, texts.1).prefix(4).prefix { $0 == $1 }.count
    return jaro + Double(prefix) * min(0.25, prefixWeight) * (1 - jaro)
  }

  /// Jaro's similarity: how many scalars both texts have at about the same place, and how many of those in another order.
  public static func jaro(_ a: String, _ b: String) -> Double {
    jaro(ScalarText.values(of: a), ScalarText.values(of: b))
  }

  private static func jaro(_ a: [UInt32], _ b: [UInt32]) -> Double {
    if a.isEmpty || b.isEmpty { return a.isEmpty && b.isEmpty ? 1 : 0 }
    let (mine, theirs) = matches(a, b, within: max(0, max(a.count, b.count) / 2 - 1))
    guard !mine.isEmpty else { return 0 }
    let moved = zip(mine, theirs).count { a[$0] != b[$1] } / 2
    let matches = Double(mine.count)
    return (matches / Double(a.count) + matches / Double(b.count) + (matches - Double(moved)) / matches) / 3
  }

  /// The places of the scalars that have a partner, in the order of each text.
  ///
  /// Each scalar takes the first free partner that is not too far before it. For equal scalars that only ever moves
  /// on, so that each keeps a list of its places and a position in it.
  private static func matches(_ a: [UInt32], _ b: [UInt32], within reach: Int) -> ([Int], [Int]) {
    var numbers = TokenNumbers()
    let (a, b) = (numbers.number(scalars: a), numbers.number(scalars: b))
    // The first place of each scalar in b, and for each place the next one of the same.
    var first = [Int](repeating: b.count, count: numbers.count)
    var next = [Int](repeating: b.count, count: b.count)
    for place in b.indices.reversed() {
      next[place] = first[Int(b[place])]
      first[Int(b[place])] = place
    }
    var mine: [Int] = []
    var isMatched = [Bool](repeating: false, count: b.count)
    for place in a.indices {
      let scalar = Int(a[place])
      while first[scalar] < min(b.count, place - reach) { first[scalar] = next[first[scalar]] }
      let partner = first[scalar]
      guard partner < b.count, partner <= place + reach else { continue }
      mine.append(place)
      isMatched[partner] = true
      first[scalar] = next[partner]
    }
    return (mine, b.indices.filter { isMatched[$0] })
  }
}

/// How many changes it takes to make one text of another.
public enum EditDistance {
  /// Insertions, deletions and replacements of one unit (Levenshtein, 1966): 0 to the length of the longer text.
  ///
  /// For texts of n and m units at a distance of d it takes up to 2 × n × m / 64 steps, fewer the nearer they are (Myers: "A fast
  /// bit-vector algorithm for approximate string matching based on dynamic programming", 1999) and memory for n + m:
  /// half a second for two wholly different texts of 100 kB, a minute for two of a megabyte.
  public static func levenshtein(_ a: String, _ b: String, in unit: TextUnit = .scalars) -> Int {
    let units = Units(a, b, unit)
    return BitParallelDistance.distance(units.a, units.b, tokens: units.distinct)
  }

  /// The same where it is no more than a limit, else nil: the lower the limit, the faster.
  public static func levenshtein(
    _ a: String, _ b: String, in unit: TextUnit = .scalars, atMost limit: Int
  ) -> Int? {
    let units = Units(a, b, unit)
    return BitParallelDistance.distance(units.a, units.b, tokens: units.distinct, atMost: limit)
  }

  /// How much of two texts stays: 1 for equal ones (two empty ones too) to 0, as 1 − distance ÷ length of the longer.
  public static func levenshteinSimilarity(_ a: String, _ b: String, in unit: TextUnit = .scalars) -> Double {
    let units = Units(a, b, unit)
    let longest = max(units.a.count, units.b.count)
    let distance = BitParallelDistance.distance(units.a, units.b, tokens: units.distinct)
    return longest == 0 ? 1 : 1 - Double(distance) / Double(longest)
  }

  /// As `levenshtein`, and two neighbours that changed places count as one change, even if others were put between
  /// them or taken away (Damerau, 1964; Lowrance and Wagner, 1975): a true metric. "ca" and "abc" are 2 apart.
  ///
  /// Up to 2 × n × m steps, fewer the nearer they are, and memory for n + m: half a minute for two wholly different
  /// texts of 100 kB. For
  /// texts of any length give a limit.
  public static func damerauLevenshtein(_ a: String, _ b: String, in unit: TextUnit = .scalars) -> Int {
    let units = Units(a, b, unit)
    let longest = max(units.a.count, units.b.count)
    return DamerauDistance.distance(units.a, units.b, tokens: units.distinct, atMost: longest) ?? longest
  }

  /// The same where it is no more than a limit, else nil: the lower the limit, the faster.
  public static func damerauLevenshtein(
    _ a: String, _ b: String, in unit: TextUnit = .scalars, atMost limit: Int
  ) -> Int? {
    let units = Units(a, b, unit)
    return DamerauDistance.distance(units.a, units.b, tokens: units.distinct, atMost: limit)
  }

  /// As `damerauLevenshtein`, but no unit may be changed twice (optimal string alignment). It breaks the triangle
  /// inequality: "ca" and "abc" are 3 apart, though "ca" and "ac" are 1 and "ac" and "abc" are 1.
  ///
  /// As fast as `levenshtein`.
  public static func optimalStringAlignment(_ a: String, _ b: String, in unit: TextUnit = .scalars) -> Int {
    let units = Units(a, b, unit)
    return BitParallelDistance.distance(units.a, units.b, tokens: units.distinct, transpositions: true)
  }

  private struct Units {
    let a: [Int32]
    let b: [Int32]
    let distinct: Int

    init(_ a: String, _ b: String, _ unit: TextUnit) {
      var numbers = TokenNumbers()
      self.a = unit.numbers(of: a, by: &numbers)
      self.b = unit.numbers(of: b, by: &numbers)
      distinct = numbers.count
    }
  }
}

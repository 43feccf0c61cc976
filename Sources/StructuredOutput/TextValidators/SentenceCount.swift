extension StructureValidator {
  /// The text has a number of sentences: `.sentences(1...3)`.
  ///
  /// A sentence ends at `.`, `!`, `?`, `…` or their Chinese, Japanese, Arabic and Indic kin, and at a blank line.
  /// Decimals, initials, the numbers of a list, common English abbreviations (`e.g.`, `Dr.`) and a point before a small
  /// letter do not end one. It is a count by rule and not a grammar: leave it room. Thai has no signs to count by.
  public static func sentences(_ range: some RangeExpression<Int> & Sendable) -> StructureValidator {
    counting("sentence", in: range) { SentenceCount(of: $0).count }
  }
}

struct SentenceCount {
  private static let abbreviations: Set<String> = [
    "dr", "mr", "mrs", "ms", "prof", "sr", "jr", "st", "vs", "e.g", "i.e", "cf", "no", "nos", "approx", "inc", "ltd",
    "dept", "fig", "eq", "vol", "ed", "al", "a.m", "p.m", "u.s", "u.k", "z.b", "d.h", "bzw", "ca", "resp",
  ]
  private static let ends: Set<UnicodeScalar> = [".", "!", "?", "…", "؟", "۔", "‼", "⁇", "⁈", "⁉"]
  private static let endsWithoutSpace: Set<UnicodeScalar> = ["。", "！", "？", "｡", "।", "॥", "።", "။", "។"]
  private static let closers: Set<UnicodeScalar> = ["\"", "'", "”", "’", "»", ")", "]", "*", "_", "」", "』", "）"]

  /// Where each sentence's first letter or digit stands, counted in scalars.
  private(set) var starts: [Int] = []

  var count: Int { starts.count }

  init(of text: String) {
    let scalars = Array(text.unicodeScalars)
    var hasWord = false
    var wordStart = 0
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar.isLetterOrDigit {
        if !hasWord { starts.append(index) }
        hasWord = true
      } else if Self.ends.contains(scalar) || Self.endsWithoutSpace.contains(scalar) {
        var next = index + 1
        while next < scalars.count, Self.ends.contains(scalars[next]) || Self.endsWithoutSpace.contains(scalars[next]) {
          next += 1
        }
        let isRow = next > index + 1
        while next < scalars.count, Self.closers.contains(scalars[next]) { next += 1 }
        let isBeforeSpace = next == scalars.count || scalars[next].isWhiteSpace
        let ends =
          Self.endsWithoutSpace.contains(scalar)
          || isBeforeSpace
            && (scalar != "." && scalar != "…"
              || Self.pointEnds(scalars, word: isRow ? nil : wordStart..<index, next: next))
        if ends { hasWord = false }
        index = next
        continue
      } else if scalar == "\n", hasWord, Self.isBlankLine(scalars, after: index) {
        hasWord = false
      }
      if scalar.isWhiteSpace { wordStart = index + 1 }
      index += 1
    }
  }

  /// Whether a point or a row of them ends a sentence.
  /// - Parameter word: what stands before a single point, which may be an abbreviation.
  private static func pointEnds(_ scalars: [UnicodeScalar], word: Range<Int>?, next: Int) -> Bool {
    // Only the next few scalars decide, so that the count stays linear.
    let following = scalars[next...].prefix(8).first { !$0.isWhiteSpace && !closers.contains($0) }
    guard let following else { return true }
    if following.properties.isLowercase { return false }
    guard let word else { return true }
    let letters = scalars[word].drop { !$0.isLetterOrDigit }
    if letters.count == 1, let initial = letters.first, initial.properties.isUppercase, initial != "I" { return false }
    guard letters.count <= 8 else { return true }
    // "1. First" in a list; "in 2024. Then" is the end of a sentence.
    let isAtLineStart = word.lowerBound == 0 || scalars[word.lowerBound - 1] == "\n"
    if isAtLineStart, letters.allSatisfy({ (0x30...0x39).contains($0.value) }) { return false }
    return !abbreviations.contains(String(String.UnicodeScalarView(letters)).lowercased())
  }

  private static func isBlankLine(_ scalars: [UnicodeScalar], after lineFeed: Int) -> Bool {
    for scalar in scalars[(lineFeed + 1)...].prefix(64) {
      if scalar == "\n" { return true }
      if !scalar.isWhiteSpace { return false }
    }
    return false
  }
}

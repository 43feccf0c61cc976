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

/// Where the sentences of a text begin and end.
package struct SentenceCount {
  private static let abbreviations: Set<String> = [
    "dr", "mr", "mrs", "ms", "mx", "prof", "sr", "sra", "jr", "st", "mt", "rev", "capt", "sgt", "vs",
    "e.g", "i.e", "eg", "ie", "cf", "viz", "approx", "incl", "excl", "dept", "ref", "tel",
    "blvd", "rd", "ed", "al", "u.s", "u.k", "u.n", "e.u", "d.c", "z.b", "d.h", "u.a", "o.ä", "i.d.r", "bzw",
    "ca", "resp", "ggf", "evtl", "inkl", "exkl", "zzgl", "vgl", "str", "mme", "mlle",
    "env", "av", "ej", "ud", "uds", "vd", "vds", "dott", "sig", "sigg", "exmo",
  ]
  /// Those that stand before a number: "No. 5", but "No. You cannot."
  private static let beforeNumbers: Set<String> = [
    "no", "nos", "nr", "min", "max", "fig", "figs", "eq", "sec", "vol", "art", "ch", "pp", "pg", "pág", "núm", "abs",
    "kap", "s",
  ]
  /// Those that often stand last: they end a sentence where a capital follows that is no weekday and no shorthand.
  private static let atEnds: Set<String> = ["a.m", "p.m", "etc", "usw", "ecc", "inc", "ltd", "co", "corp"]
  private static let afterTimes: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri",
    "sat", "sun",
  ]
  /// Behind an ordinal in German: "am 3. Mai".
  private static let germanMonths: Set<String> = [
    "januar", "jänner", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober",
    "november", "dezember",
  ]
  private static let ends: Set<UnicodeScalar> = [".", "!", "?", "…", "؟", "۔", "‼", "⁇", "⁈", "⁉"]
  private static let endsWithoutSpace: Set<UnicodeScalar> = ["。", "！", "？", "｡", "।", "॥", "።", "။", "។"]
  private static let closers: Set<UnicodeScalar> = ["\"", "'", "”", "’", "»", ")", "]", "*", "_", "」", "』", "）"]

  /// Where each sentence's first letter or digit stands, counted in scalars.
  package private(set) var starts: [Int] = []
  /// Where each sentence ends, behind its stop and what closes with it, counted in scalars.
  package private(set) var ends: [Int] = []

  package var count: Int { starts.count }

  init(of text: String) { self.init(of: Array(text.unicodeScalars)) }

  /// Finds the sentences of a text, in time linear in it.
  package init(of scalars: [UnicodeScalar]) {
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
        let behindStops = next
        while next < scalars.count, Self.closers.contains(scalars[next]) { next += 1 }
        let isBeforeSpace = next == scalars.count || scalars[next].isWhiteSpace
        let ends =
          Self.endsWithoutSpace.contains(scalar)
          || isBeforeSpace
            && (scalar != "." && scalar != "…"
              ? next == behindStops || !Self.goesOn(scalars, from: next)
              : Self.pointEnds(scalars, word: isRow ? nil : wordStart..<index, next: next))
        if ends {
          if hasWord { self.ends.append(next) }
          hasWord = false
        }
        index = next
        continue
      } else if scalar == "\n", hasWord, Self.isBlankLine(scalars, after: index) {
        hasWord = false
        self.ends.append(index)
      }
      if scalar.isWhiteSpace { wordStart = index + 1 }
      index += 1
    }
    if hasWord { self.ends.append(scalars.count) }
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
    if letters.count == 1, let initial = letters.first, initial.properties.isAlphabetic, initial != "I",
      !initial.standsForAWord
    {
      return false
    }
    guard letters.count <= 8 else { return true }
    let abbreviation = String(String.UnicodeScalarView(letters)).lowercased()
    let next = nextWord(in: scalars, from: next)
    if letters.allSatisfy({ (0x30...0x39).contains($0.value) }) {
      // "1. First" in a list; "in 2024. Then" is the end of a sentence.
      let isAtLineStart = word.lowerBound == 0 || scalars[word.lowerBound - 1] == "\n"
      return !isAtLineStart && !(letters.count <= 2 && germanMonths.contains(next.lowercased()))
    }
    if beforeNumbers.contains(abbreviation) { return !(0x30...0x39).contains(following.value) }
    if atEnds.contains(abbreviation) {
      let isShorthand = next.count > 1 && next == next.uppercased()
      return following.properties.isUppercase && !isShorthand && !afterTimes.contains(next.lowercased())
    }
    return !abbreviations.contains(abbreviation)
  }

  /// Whether a small letter follows, as in: "Really?" he asked.
  private static func goesOn(_ scalars: [UnicodeScalar], from start: Int) -> Bool {
    scalars[start...].prefix(8).first { !$0.isWhiteSpace }?.properties.isLowercase == true
  }

  /// The word that begins behind a place, as far as the next few scalars show it.
  private static func nextWord(in scalars: [UnicodeScalar], from start: Int) -> String {
    let word = scalars[start...].prefix(24).drop { !$0.isLetterOrDigit }.prefix { $0.isLetterOrDigit }
    return String(String.UnicodeScalarView(word))
  }

  private static func isBlankLine(_ scalars: [UnicodeScalar], after lineFeed: Int) -> Bool {
    for scalar in scalars[(lineFeed + 1)...].prefix(64) {
      if scalar == "\n" { return true }
      if !scalar.isWhiteSpace { return false }
    }
    return false
  }
}

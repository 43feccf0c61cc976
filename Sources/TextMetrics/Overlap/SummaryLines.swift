/// The lines of a summary and what they share, for ROUGE-Lsum.
enum SummaryLines {
  /// Beyond so many the rest of a text is one line: each line is compared with each.
  static let most = 10_000

  /// The lines that are not empty. Only a line feed parts lines.
  static func lines(of text: String) -> [String] {
    text.utf8.split(separator: 0x0A, maxSplits: most - 1).map { String(Substring($0)) }
  }

  /// How many words of the reference its lines share with those of the candidate: the union, over the candidate's
  /// lines, of the longest common subsequences; no word more often than either text has it.
  static func matches(of candidate: [[Int32]], in reference: [[Int32]], tokens: Int) -> Int {
    var leftInCandidate = counts(of: candidate, tokens)
    var leftInReference = counts(of: reference, tokens)
    var common = LongestCommonSubsequence(tokens: tokens)
    let candidate = Array(Set(candidate))
    let lines = linesByToken(candidate, tokens)
    var known: [[Int32]: [Bool]] = [:]
    var matches = 0
    for line in reference {
      let covered = known[line] ?? union(line, candidate, lines, &common)
      known[line] = covered
      for (index, token) in line.enumerated() where covered[index] {
        guard leftInCandidate[Int(token)] > 0, leftInReference[Int(token)] > 0 else { continue }
        matches += 1
        leftInCandidate[Int(token)] -= 1
        leftInReference[Int(token)] -= 1
      }
    }
    return matches
  }

  /// Which words of a line are covered. A line of the candidate is looked at only for a word not covered yet.
  private static func union(
    _ line: [Int32], _ candidate: [[Int32]], _ linesByToken: [[Int32]], _ common: inout LongestCommonSubsequence
  ) -> [Bool] {
    var covered = [Bool](repeating: false, count: line.count)
    var seen: Set<Int32> = []
    let rarestFirst = line.indices.sorted {
      (linesByToken[Int(line[$0])].count, $0) < (linesByToken[Int(line[$1])].count, $1)
    }
    for index in rarestFirst {
      for other in linesByToken[Int(line[index])] {
        if covered[index] { break }
        guard seen.insert(other).inserted else { continue }
        common.mark(line, candidate[Int(other)], in: &covered)
      }
    }
    return covered
  }

  /// For each token the lines that hold it.
  private static func linesByToken(_ lines: [[Int32]], _ tokens: Int) -> [[Int32]] {
    var result = [[Int32]](repeating: [], count: tokens)
    for (index, line) in lines.enumerated() {
      let index = Int32(truncatingIfNeeded: index)
      for token in line where result[Int(token)].last != index { result[Int(token)].append(index) }
    }
    return result
  }

  private static func counts(of lines: [[Int32]], _ tokens: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: tokens)
    for token in lines.joined() { counts[Int(token)] += 1 }
    return counts
  }
}

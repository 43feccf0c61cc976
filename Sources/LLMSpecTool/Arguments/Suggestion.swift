/// The name that somebody probably meant.
enum Suggestion {
  /// ` Did you mean "x"?`, with the space in front, or nothing.
  static func text(for word: String, among names: [String]) -> String {
    nearest(to: word, among: names).map { " Did you mean \"\($0)\"?" } ?? ""
  }

  /// The nearest name within a third of the word's letters, at least one; the first of several equally near.
  static func nearest(to word: String, among names: [String]) -> String? {
    // Nobody mistypes a word of that length, and the distance takes time in the square of it.
    guard (2...64).contains(word.count) else { return nil }
    let typed = Array(word.lowercased())
    let near = names.map { (name: $0, distance: distance(typed, Array($0.lowercased()))) }
    guard let best = near.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(1, typed.count / 3) ? best.name : nil
  }

  /// The optimal string alignment distance: insertions, deletions, replacements, and swaps of neighbours.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, character) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var best = min(last[column + 1] + 1, current[column] + 1, last[column] + (character == other ? 0 : 1))
        if row > 0, column > 0, character == right[column - 1], left[row - 1] == other {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}

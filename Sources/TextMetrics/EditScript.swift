/// How far a difference is searched for before the whole is called replaced.
struct EditLimits: Sendable {
  /// The most removed and added items of the result. Memory grows with its square.
  let maximumEdits: Int
  /// The most comparisons.
  let maximumSteps: Int

  /// At most 16 MB and a fraction of a second.
  static let standard = EditLimits(maximumEdits: 2_000, maximumSteps: 20_000_000)
}

/// The shortest way from one sequence of numbers to another (Myers 1986, the greedy algorithm of section 4).
enum EditScript {
  /// A stretch of the old sequence that a stretch of the new one replaces. Either may be empty.
  struct Change: Equatable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// The changes in order; between them the sequences are equal.
  static func changes(from old: [Int32], to new: [Int32], limits: EditLimits) -> [Change] {
    var start = 0
    while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
    var ends = (old: old.count, new: new.count)
    while ends.old > start, ends.new > start, old[ends.old - 1] == new[ends.new - 1] {
      ends.old -= 1
      ends.new -= 1
    }
    let whole = Change(old: start..<ends.old, new: start..<ends.new)
    if whole.old.isEmpty && whole.new.isEmpty { return [] }
    if whole.old.isEmpty || whole.new.isEmpty { return [whole] }
    return search(old[whole.old], new[whole.new], limits) ?? [whole]
  }

  /// Nil when a limit was reached.
  private static func search(_ old: ArraySlice<Int32>, _ new: ArraySlice<Int32>, _ limits: EditLimits) -> [Change]? {
    let (old, new, oldStart, newStart) = (Array(old), Array(new), old.startIndex, new.startIndex)
    let most = min(limits.maximumEdits, old.count + new.count)
    // For each diagonal (x - y) the farthest x reached; diagonal 0 is in the middle.
    let middle = most + 1
    var farthest = [Int32](repeating: 0, count: 2 * most + 3)
    var history: [[Int32]] = []
    var steps = 0
    for edits in 0...most {
      history.append(Array(farthest[(middle - edits - 1)...(middle + edits + 1)]))
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let (below, above) = (farthest[middle + diagonal - 1], farthest[middle + diagonal + 1])
        let goesDown = diagonal == -edits || (diagonal != edits && below < above)
        var x = Int(goesDown ? above : below + 1)
        var y = x - diagonal
        let from = x
        while x < old.count, y < new.count, old[x] == new[y] {
          x += 1
          y += 1
        }
        farthest[middle + diagonal] = Int32(truncatingIfNeeded: x)
        if x >= old.count, y >= new.count {
          return path(back: (x, y), history).map {
            Change(
              old: ($0.old.lowerBound + oldStart)..<($0.old.upperBound + oldStart),
              new: ($0.new.lowerBound + newStart)..<($0.new.upperBound + newStart))
          }
        }
        steps += x - from + 1
      }
      if steps > limits.maximumSteps { return nil }
    }
    return nil
  }

  /// Walks from the end to the start through the saved states of the search.
  private static func path(back end: (x: Int, y: Int), _ history: [[Int32]]) -> [Change] {
    var changes: [Change] = []
    var (x, y) = end
    for edits in history.indices.reversed() where edits > 0 {
      let farthest = history[edits]
      let middle = edits + 1
      let diagonal = x - y
      let (below, above) = (farthest[middle + diagonal - 1], farthest[middle + diagonal + 1])
      let goesDown = diagonal == -edits || (diagonal != edits && below < above)
      let previousX = Int(goesDown ? above : below)
      let previousY = previousX - (goesDown ? diagonal + 1 : diagonal - 1)
      let after = goesDown ? (x: previousX, y: previousY + 1) : (x: previousX + 1, y: previousY)
      let single = Change(old: previousX..<after.x, new: previousY..<after.y)
      if let next = changes.last, next.old.lowerBound == after.x, next.new.lowerBound == after.y {
        changes[changes.count - 1] = Change(
          old: single.old.lowerBound..<next.old.upperBound, new: single.new.lowerBound..<next.new.upperBound)
      } else {
        changes.append(single)
      }
      (x, y) = (previousX, previousY)
    }
    return changes.reversed()
  }
}

extension [EditScript.Change] {
  /// Makes one change of two replacements that only white space parts: a phrase was replaced, not each word.
  func joiningChanges(acrossSpaceIn old: [TextPiece]) -> [EditScript.Change] {
    var joined: [EditScript.Change] = []
    for change in self {
      if let last = joined.last, last.isReplacement, change.isReplacement,
        old[last.old.upperBound..<change.old.lowerBound].allSatisfy({ $0.kind == .space })
      {
        joined[joined.count - 1] = EditScript.Change(
          old: last.old.lowerBound..<change.old.upperBound, new: last.new.lowerBound..<change.new.upperBound)
      } else {
        joined.append(change)
      }
    }
    return joined
  }
}

extension EditScript.Change {
  var isReplacement: Bool { !old.isEmpty && !new.isEmpty }
}

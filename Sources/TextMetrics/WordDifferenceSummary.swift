extension WordDifference {
  /// The differing places with some words around each, in the notation of `git diff --word-diff`.
  ///
  /// For example `… return shoes within [-30-]{+14+} days of …`. On one line: line breaks and tabs that changed
  /// are shown as signs, and characters that nobody could see as `\u{…}`. Empty when nothing differs.
  ///
  /// - Parameters:
  ///   - words: How many words are shown before and after each difference.
  ///   - maximumChanges: How many differences are shown; the rest is counted.
  public func summary(context words: Int = 6, maximumChanges: Int = 20) -> String {
    summary(Marks(removed: ("[-", "-]"), added: ("{+", "+}")), max(0, words), max(1, maximumChanges))
  }

  /// The same as `summary`, with removed text in red and added text in green, for a terminal (ANSI).
  ///
  /// The marks of `summary` stay, for those who cannot tell the two colours apart.
  public func colouredSummary(context words: Int = 6, maximumChanges: Int = 20) -> String {
    let marks = Marks(removed: ("\u{1B}[31m[-", "-]\u{1B}[0m"), added: ("\u{1B}[32m{+", "+}\u{1B}[0m"))
    return summary(marks, max(0, words), max(1, maximumChanges))
  }

  private struct Marks {
    let removed: (open: String, close: String)
    let added: (open: String, close: String)
  }

  private func summary(_ marks: Marks, _ words: Int, _ maximumChanges: Int) -> String {
    if isEmpty { return "" }
    var result = ""
    var changes = 0
    let changeCount = self.changeCount
    for (index, segment) in segments.enumerated() {
      switch segment {
      case .same(let text):
        let isLast = index == segments.count - 1 || changes == maximumChanges
        result += Self.context(of: text, words: words, after: index > 0, before: !isLast)
        if changes == maximumChanges, changes < changeCount {
          let rest = changeCount - changes
          while result.last == " " || result.last == "…" { result.removeLast() }
          return result + " … (and \(rest) more \(rest == 1 ? "difference" : "differences"))"
        }
      case .removed(let text):
        changes += 1
        result += marks.removed.open + VisibleText.ofChange(text, replacedBy: added(after: index)) + marks.removed.close
      case .added(let text):
        let replaced = removed(before: index)
        if replaced == nil { changes += 1 }
        result += marks.added.open + VisibleText.ofChange(text, replacedBy: replaced) + marks.added.close
      }
    }
    return result
  }

  private var changeCount: Int {
    segments.indices.count { index in
      switch segments[index] {
      case .same: false
      case .removed: true
      case .added: removed(before: index) == nil
      }
    }
  }

  private func added(after index: Int) -> String? {
    guard index + 1 < segments.count, case .added(let text) = segments[index + 1] else { return nil }
    return text
  }

  private func removed(before index: Int) -> String? {
    guard index > 0, case .removed(let text) = segments[index - 1] else { return nil }
    return text
  }

  /// The words of an unchanged stretch that stand next to a difference, and "…" for those that do not.
  private static func context(of text: String, words: Int, after: Bool, before: Bool) -> String {
    let pieces = TextPiece.all(in: text)
    let places = pieces.indices.filter { pieces[$0].kind == .word }
    let kept = (after ? words : 0) + (before ? words : 0)
    if places.count <= kept { return VisibleText.ofContext(pieces[...]) }
    var result = ""
    if after {
      let end = words < places.count ? places[words] : pieces.count
      result += VisibleText.ofContext(Self.withoutSpaceAtEnd(pieces[..<end])) + " …"
    } else {
      result += "…"
    }
    if before {
      let start = words > 0 ? places[places.count - words] : pieces.count
      var head = pieces[start...]
      // The sign or space right before a difference is shown even if no word is.
      if head.isEmpty, let last = pieces.last, last.kind == .space { head = pieces[(pieces.count - 1)...] }
      let shown = VisibleText.ofContext(head)
      result += shown.first == " " || shown.isEmpty ? shown : " " + shown
    }
    return result
  }

  private static func withoutSpaceAtEnd(_ pieces: ArraySlice<TextPiece>) -> ArraySlice<TextPiece> {
    pieces.last?.kind == .space ? pieces.dropLast() : pieces
  }
}

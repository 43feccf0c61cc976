/// What was removed and what was added between two texts, word by word.
///
/// White space and punctuation are kept exactly: the texts of `same` and `removed` joined give the old text byte
/// for byte, those of `same` and `added` the new one.
///
/// The shortest difference is sought (Myers, "An O(ND) Difference Algorithm and Its Variations", 1986) after the
/// common start and end were set aside. Texts that differ in more than some thousand places are not worth the
/// search, nor would anybody read its result: all between their common start and end is then replaced as a whole.
public struct WordDifference: Sendable, Hashable {
  /// A stretch of text that both have, or only one has.
  public enum Segment: Sendable, Hashable {
    /// In both texts.
    case same(String)
    /// In the old text only.
    case removed(String)
    /// In the new text only.
    case added(String)
  }

  /// The stretches in the order of the texts; where one replaces another, what was removed stands first.
  public let segments: [Segment]

  /// Compares two texts. Time and memory are bounded for inputs of any kind.
  public init(from old: String, to new: String) {
    self.init(from: old, to: new, limits: .standard)
  }

  init(from old: String, to new: String, limits: EditLimits) {
    let pieces = (old: TextPiece.all(in: old), new: TextPiece.all(in: new))
    var numbers: [ExactText: Int32] = [:]
    func numbered(_ pieces: [TextPiece]) -> [Int32] {
      pieces.map { piece in
        let text = ExactText(text: piece.text)
        if let number = numbers[text] { return number }
        let number = Int32(truncatingIfNeeded: numbers.count)
        numbers[text] = number
        return number
      }
    }
    let edits = EditScript.changes(from: numbered(pieces.old), to: numbered(pieces.new), limits: limits)
    segments = Self.segments(edits.joiningChanges(acrossSpaceIn: pieces.old), pieces.old, pieces.new)
  }

  /// Whether the two texts are the same, byte for byte.
  public var isEmpty: Bool {
    segments.allSatisfy { segment in
      if case .same = segment { true } else { false }
    }
  }

  private static func segments(
    _ changes: [EditScript.Change], _ old: [TextPiece], _ new: [TextPiece]
  ) -> [Segment] {
    var segments: [Segment] = []
    func text(_ pieces: [TextPiece], _ range: Range<Int>) -> String? {
      guard let first = pieces[range].first, let last = pieces[range].last else { return nil }
      return String(first.text.base[first.text.startIndex..<last.text.endIndex])
    }
    var position = 0
    for change in changes {
      if let same = text(old, position..<change.old.lowerBound) { segments.append(.same(same)) }
      if let removed = text(old, change.old) { segments.append(.removed(removed)) }
      if let added = text(new, change.new) { segments.append(.added(added)) }
      position = change.old.upperBound
    }
    if let same = text(old, position..<old.count) { segments.append(.same(same)) }
    return segments
  }
}

/// A text compared by its bytes: `String` takes two spellings of "é" for one, and the difference must not.
private struct ExactText: Hashable {
  let text: Substring

  static func == (left: ExactText, right: ExactText) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

  func hash(into hasher: inout Hasher) { hasher.combine(StableHash.of(text)) }
}

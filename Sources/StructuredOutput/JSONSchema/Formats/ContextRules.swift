/// Where the scalars may stand that IDNA 2008 allows in context alone (RFC 5892, appendix A).
enum ContextRules {
  static func allow(_ label: [Unicode.Scalar], at index: Int) -> Bool {
    let before = index > 0 ? label[index - 1] : nil
    let after = index + 1 < label.count ? label[index + 1] : nil
    switch label[index].value {
    // A.1: zero width non-joiner, after a virama or between letters that would join.
    case 0x200C:
      return isVirama(before) || (joins(label[..<index].reversed(), .left) && joins(label[(index + 1)...], .right))
    // A.2: zero width joiner, after a virama.
    case 0x200D: return isVirama(before)
    // A.3: the middle dot of Catalan.
    case 0xB7: return before == "l" && after == "l"
    // A.4: the Greek numeral sign.
    case 0x375: return after.map { ScriptRanges.greek.contains($0) } ?? false
    // A.5 and A.6: geresh and gershayim.
    case 0x5F3, 0x5F4: return before.map { ScriptRanges.hebrew.contains($0) } ?? false
    // A.7: the Katakana middle dot.
    case 0x30FB: return label.contains { ScriptRanges.japanese.contains($0) }
    // A.8 and A.9: Arabic digits of one kind.
    case 0x660...0x669: return !label.contains { (0x6F0...0x6F9).contains($0.value) }
    case 0x6F0...0x6F9: return !label.contains { (0x660...0x669).contains($0.value) }
    default: return false
    }
  }

  private static func isVirama(_ scalar: Unicode.Scalar?) -> Bool {
    scalar?.properties.canonicalCombiningClass == .virama
  }

  private enum Side { case left, right }

  /// Whether the first of the neighbours that is not transparent joins towards the one who asks.
  private static func joins(_ neighbours: some Sequence<Unicode.Scalar>, _ side: Side) -> Bool {
    for neighbour in neighbours where !JoiningRanges.isTransparent(neighbour) {
      return side == .left
        ? JoiningRanges.joiningOnward.contains(neighbour) : JoiningRanges.joiningBack.contains(neighbour)
    }
    return false
  }
}

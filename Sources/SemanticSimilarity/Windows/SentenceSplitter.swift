import StructuredOutput

/// Splits a text into its sentences, by rule and without a model.
///
///     SentenceSplitter.sentences(of: "**Returns:** see Sec. 4.2. You have *30 days*.\n\n- Keep the box.").map(\.text)
///     // ["Returns: see Sec. 4.2.", "You have 30 days.", "Keep the box."]
///
/// Marks of Markdown, bullets and emoji at the ends are put aside, and so are code fences, unless there is nothing else.
/// A heading, an item of a list and a row of a table are sentences of their own, and so is a short line before one that
/// begins anew. A row is read out with the names of its columns: "Country: Norway, Price: 4.90 euros". Abbreviations,
/// decimals, initials, addresses, ellipses and the stops of other scripts are known, by rule and not by grammar: a
/// sentence that is cut in two does little harm, since neighbours are also looked at together.
public enum SentenceSplitter {
  /// The most scalars of a sentence; a longer one is cut at a space.
  public static let longestSentence = 1_000

  /// A line of fewer scalars before one that begins anew was broken on purpose.
  private static let shortLine = 50

  private static let bullets: Set<Unicode.Scalar> = [
    "•", "◦", "▪", "▫", "●", "○", "■", "□", "➢", "➤", "►", "▶", "▸", "‣", "⁃", "·", "–", "—", "→", "✓", "✔", "☐", "☑",
    "*",
  ]

  /// The sentences of a text in their order. The time is linear in the text.
  public static func sentences(of text: String) -> [TextSentence] {
    var sentences: [TextSentence] = []
    var place = (offset: 0, index: text.startIndex)
    func index(at offset: Int) -> String.Index {
      // From the last place on: not every string finds an offset in one step.
      place = (offset, text.utf8.index(place.index, offsetBy: offset - place.offset))
      return place.index
    }
    var heading: String?
    var introduction: String?
    for passage in MarkdownPassage.passages(of: text) {
      let visible = VisiblePassage(passage)
      if passage.kind == .heading { (heading, introduction) = (nil, nil) }
      if passage.kind == .paragraph { introduction = nil }
      for range in ranges(in: visible.scalars) {
        guard let first = visible.offsets[range].first, let last = visible.offsets[range].last else { continue }
        let start = index(at: first)
        let end = text.unicodeScalars.index(after: index(at: last))
        let line = line(visible.scalars[range])
        let isListed = passage.kind == .item || passage.kind == .row
        sentences.append(
          TextSentence(
            text: line, range: start..<max(start, end), context: isListed ? introduction ?? heading : heading))
        if passage.kind == .heading { heading = line }
        if passage.kind == .paragraph { introduction = line.hasSuffix(":") ? line : nil }
      }
    }
    return sentences
  }

  /// The sentences of a passage, in scalars, without what adorns their ends.
  private static func ranges(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    let found = SentenceCount(of: scalars)
    var ranges: [Range<Int>] = []
    var start = 0
    for end in found.ends {
      ranges += cut(trimmed(start..<end, in: scalars), in: scalars)
      start = end
    }
    if ranges.isEmpty, !scalars.isEmpty {
      // Without a letter or a digit: a lone emoji is an answer, a row of dashes is none.
      let rest = blanksTrimmed(0..<scalars.count, in: scalars)
      let isSaying = rest.contains { !scalars[$0].isASCII && !bullets.contains(scalars[$0]) && isSeen(scalars[$0]) }
      if isSaying { ranges += cut(rest, in: scalars) }
    }
    return ranges.filter { !$0.isEmpty }
  }

  private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .dashPunctuation: false
    default: true
    }
  }

  private static func blanksTrimmed(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, scalars[start].properties.isWhitespace { start += 1 }
    while end > start, scalars[end - 1].properties.isWhitespace { end -= 1 }
    return start..<end
  }

  /// Without blanks, bullets and emoji at the ends; whole where nothing would be left.
  private static func trimmed(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isAdornment(scalars[start], before: start + 1 < end ? scalars[start + 1] : nil) { start += 1 }
    while end > start, scalars[end - 1].properties.isWhitespace || isPictogram(scalars[end - 1]) { end -= 1 }
    return start < end ? start..<end : blanksTrimmed(range, in: scalars)
  }

  /// A bullet counts as one before a blank only: "–5 °C" keeps its sign.
  private static func isAdornment(_ scalar: Unicode.Scalar, before next: Unicode.Scalar?) -> Bool {
    if scalar.properties.isWhitespace || isPictogram(scalar) { return true }
    return bullets.contains(scalar) && next?.properties.isWhitespace == true
  }

  private static func isPictogram(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x2190 { return scalar.value == 0x200D }
    return scalar.properties.isEmojiPresentation || scalar.properties.isEmojiModifier || scalar.value == 0xFE0F
      || scalar.properties.isEmoji && scalar.properties.generalCategory == .otherSymbol
  }

  /// The parts of a sentence that are not too long, cut at spaces where there are any.
  private static func cut(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var rest = range
    while rest.count > longestSentence {
      let limit = rest.lowerBound + longestSentence
      let space = (rest.lowerBound + longestSentence / 2..<limit).last { scalars[$0].properties.isWhitespace }
      let end = space ?? limit
      parts.append(blanksTrimmed(rest.lowerBound..<end, in: scalars))
      rest = end..<rest.upperBound
    }
    parts.append(blanksTrimmed(rest, in: scalars))
    return parts
  }

  /// On one line, each stretch of blanks as one space.
  private static func line(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var line = String.UnicodeScalarView()
    var isBlank = false
    for scalar in scalars {
      if scalar.properties.isWhitespace {
        isBlank = true
      } else {
        if isBlank, !line.isEmpty { line.append(" ") }
        isBlank = false
        line.append(scalar)
      }
    }
    return String(line)
  }

  /// The scalars of a passage; a line that was broken on purpose ends in two line feeds, another one in a space.
  private struct VisiblePassage {
    private(set) var scalars: [Unicode.Scalar] = []
    /// For each scalar the offset of its first byte in the source.
    private(set) var offsets: [Int] = []

    init(_ passage: MarkdownPassage) {
      let text = String(decoding: passage.bytes, as: UTF8.self)
      scalars.reserveCapacity(passage.bytes.count)
      offsets.reserveCapacity(passage.bytes.count)
      var byte = 0
      var lineStart = 0
      for scalar in text.unicodeScalars {
        let offset = passage.offsets[byte]
        byte += scalar.utf8.count
        guard scalar == "\n" else {
          scalars.append(scalar)
          offsets.append(offset)
          continue
        }
        let line = scalars[lineStart...]
        let next = passage.bytes[byte...]
        let isBroken = next.first == 0x0A || SentenceSplitter.isBroken(line, before: next)
        scalars += isBroken ? ["\n", "\n"] : [" "]
        offsets += isBroken ? [offset, offset] : [offset]
        lineStart = scalars.count
      }
    }
  }

  /// Whether a line break that Markdown ignores was meant.
  private static func isBroken(_ line: ArraySlice<Unicode.Scalar>, before next: ArraySlice<UInt8>) -> Bool {
    let following = String(decoding: next.prefix(16).drop { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self).unicodeScalars
    guard let first = following.first, first != "\n" else { return true }
    if line.last(where: { !$0.properties.isWhitespace }) == ":" { return true }
    if bullets.contains(first), following.dropFirst().first == " " { return true }
    if isPictogram(first) { return true }
    return line.count < shortLine && (first.properties.isUppercase || (0x30...0x39).contains(first.value))
  }
}

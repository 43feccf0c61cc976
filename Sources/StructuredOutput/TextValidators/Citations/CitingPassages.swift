/// The paragraphs or sentences of a text, told by whether they cite a source.
struct CitingPassages {
  /// Where those stand that do not.
  private(set) var withoutCitation: [Range<Int>] = []

  private let prose: MarkdownProse

  init(_ prose: MarkdownProse, _ citations: [Citation], _ unit: CitationUnit) {
    self.prose = prose
    var rest = citations[...]
    for block in prose.document.blocks where block.kind == .paragraph && !block.content.isEmpty {
      let range = prose.range(of: block)
      while let first = rest.first, first.offset < range.lowerBound { rest.removeFirst() }
      let here = rest.prefix { $0.offset < range.upperBound }
      let words = words(of: range, without: here)
      // A footnote's text is what is cited.
      if prose.places.bytes[range].starts(with: "[^".utf8), words.isFootnote { continue }
      var starts = SentenceCount(of: words.text).starts
      if unit == .paragraph { starts = Array(starts.prefix(1)) }
      check(range, starts: offsets(of: starts, in: words.text).map { range.lowerBound + $0 }, here)
    }
  }

  /// A paragraph with spaces where it cites, as many bytes long.
  private func words(
    of range: Range<Int>, without citations: ArraySlice<Citation>
  ) -> (text: String, isFootnote: Bool) {
    var bytes = Array(prose.places.bytes[range])
    for citation in citations {
      let start = citation.offset - range.lowerBound
      for index in start..<min(bytes.count, start + citation.text.utf8.count) { bytes[index] = 0x20 }
    }
    let close = bytes.firstIndex(of: UInt8(ascii: "]"))
    let isFootnote = close.map { $0 + 1 < bytes.count && bytes[$0 + 1] == UInt8(ascii: ":") } ?? false
    return (String(decoding: bytes, as: UTF8.self), isFootnote)
  }

  /// The bytes before each of some scalars.
  private func offsets(of scalars: [Int], in text: String) -> [Int] {
    var offsets: [Int] = []
    var offset = 0
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if offsets.count == scalars.count { break }
      if scalars[offsets.count] == index { offsets.append(offset) }
      offset += UTF8.width(scalar)
    }
    return offsets
  }

  private mutating func check(_ range: Range<Int>, starts: [Int], _ citations: ArraySlice<Citation>) {
    var rest = citations
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : range.upperBound
      // What stands before the first word counts for its sentence.
      let here = rest.prefix { $0.offset < end }
      rest = rest.dropFirst(here.count)
      if !here.contains(where: { !$0.sources.isEmpty }) {
        withoutCitation.append((index == 0 ? range.lowerBound : start)..<end)
      }
    }
  }
}

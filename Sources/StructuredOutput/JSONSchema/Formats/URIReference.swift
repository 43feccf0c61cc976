/// A URI or relative reference (RFC 3986, section 4.1), or the same as an IRI (RFC 3987), taken apart.
///
/// Parts are ranges of the text's bytes, without the characters that set them apart.
struct URIReference {
  /// `https`; nil in a relative reference.
  private(set) var scheme: Range<Int>?
  /// `joe@example.com:80`, perhaps empty; nil where no `//` introduces one.
  private(set) var authority: Range<Int>?
  /// Always there, perhaps empty.
  private(set) var path = 0..<0
  /// What follows `?`; nil where there is none.
  private(set) var query: Range<Int>?
  /// What follows `#`; nil where there is none.
  private(set) var fragment: Range<Int>?

  /// Takes a reference apart; nil where it breaks the grammar.
  /// - Parameter isInternational: whether characters beyond ASCII may stand unescaped, as in an IRI.
  init?(_ text: UnsafeBufferPointer<UInt8>, isInternational: Bool = false) {
    let reader = URIPartReader(text: text, isInternational: isInternational)
    var index = 0
    if let end = reader.endOfScheme {
      scheme = 0..<end
      index = end + 1
    }
    if text.count - index >= 2, text[index] == UInt8(ascii: "/"), text[index + 1] == UInt8(ascii: "/") {
      let start = index + 2
      index = reader.end(of: start, before: .authorityEnd)
      guard reader.isAuthority(start..<index) else { return nil }
      authority = start..<index
    }
    path = index..<reader.end(of: index, before: .pathEnd)
    guard reader.holds(.pathCharacters, in: path) else { return nil }
    index = path.upperBound
    if scheme == nil, authority == nil, reader.hasColonInFirstSegment(path) { return nil }
    if index < text.count, text[index] == UInt8(ascii: "?") {
      let part = index + 1..<reader.end(of: index + 1, before: .queryEnd)
      guard reader.holds(.queryCharacters, in: part, allowsPrivate: true) else { return nil }
      query = part
      index = part.upperBound
    }
    if index < text.count {
      fragment = index + 1..<text.count
      guard reader.holds(.queryCharacters, in: index + 1..<text.count) else { return nil }
    }
  }
}

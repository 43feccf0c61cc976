/// A place in a text that holds JSON, or what looks like it.
public struct JSONCandidate: Sendable, Hashable {
  /// The text of the place, from the opening to the closing bracket.
  public let text: String
  /// Where it stands, in bytes of the whole text.
  public let byteRange: Range<Int>
  /// The line at which it begins, from 1.
  public let line: Int
  /// The column at which it begins, from 1, counted in Unicode scalars.
  public let column: Int
  /// Whether it stands in a fenced block.
  public let isFenced: Bool
  /// The language that the fence names; nil for none.
  public let language: String?
  /// The value, where the place is JSON by the letter; nil where it needs repair.
  public let value: JSONValue?
}

/// Finds the JSON in a text without repairing or choosing.
public enum JSONExtraction {
  /// Every place of a text that holds JSON or what looks like it, in order: the whole text where it is nothing else,
  /// fenced blocks, brackets in prose. Places do not overlap.
  ///
  /// They are the places between which ``JSONRepair`` chooses; text before a `</think>` is included here.
  /// - Parameters:
  ///   - text: the text to look through.
  ///   - limits: depth and bytes that are accepted; none is found in a text that is longer.
  public static func candidates(in text: String, limits: JSONParser.Limits = .standard) -> [JSONCandidate] {
    var copy = text
    return copy.withUTF8 { candidates(in: $0, limits: limits) }
  }

  private static func candidates(in bytes: UnsafeBufferPointer<UInt8>, limits: JSONParser.Limits) -> [JSONCandidate] {
    guard bytes.count <= min(limits.maximumBytes, JSONParser.Limits.largestMaximumBytes) else { return [] }
    var search = JSONPlaceSearch(
      bytes, maximumDepth: max(0, min(limits.maximumDepth, JSONParser.Limits.deepestMaximumDepth)), maximumChanges: .max
    )
    var found: [JSONPlaceSearch.Found] = []
    if let whole = try? search.whole() {
      found = [whole]
    } else {
      // What was found before a fault is found.
      try? search.scan(from: 0, to: bytes.count)
      found = search.found
    }
    var textPlace = TextPlace()
    var at = 0
    return found.map { place in
      textPlace.pass(bytes, at..<max(at, place.range.lowerBound))
      at = max(at, place.range.lowerBound)
      let part = UnsafeBufferPointer(rebasing: bytes[place.range])
      return JSONCandidate(
        text: String(decoding: part, as: UTF8.self), byteRange: place.range, line: textPlace.line,
        column: textPlace.column,
        isFenced: place.isFenced, language: place.language,
        value: try? JSONParser(limits: limits).value(of: part, isKnownUTF8: true))
    }
  }
}

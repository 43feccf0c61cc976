/// A part of a text that is taken out, or a placeholder that stands for what was taken out before.
struct RedactedPassage: Sendable, Hashable {
  enum Content: Sendable, Hashable {
    /// A credential of this kind.
    case credential(String)
    /// A value that counts as equal to others of the same spelling here.
    case personal(name: String, value: String)
    /// A placeholder that is there; one for a credential has no number.
    case placeholder(name: String, number: Int?)
  }

  /// Its place in the UTF-8 bytes of the text.
  var range: Range<Int>
  var content: Content

  var isPlaceholder: Bool { if case .placeholder = content { true } else { false } }

  private var rank: Int {
    switch content {
    case .credential: 2
    case .personal: 1
    case .placeholder: 0
    }
  }

  /// In order of place, and what overlaps made one: a credential before personal data, and the longer of two. Personal
  /// data that lies within a placeholder is a part of its text.
  static func merged(_ passages: [RedactedPassage], in bytes: UnsafeBufferPointer<UInt8>) -> [RedactedPassage] {
    guard passages.count > 1 else { return passages }
    var merged: [RedactedPassage] = []
    let sorted = passages.enumerated().sorted { left, right in
      let (a, b) = (left.element.range, right.element.range)
      if a.lowerBound != b.lowerBound { return a.lowerBound < b.lowerBound }
      if a.upperBound != b.upperBound { return a.upperBound > b.upperBound }
      if left.element.isPlaceholder != right.element.isPlaceholder { return left.element.isPlaceholder }
      return left.offset < right.offset
    }
    for (_, passage) in sorted {
      guard let last = merged.last, passage.range.lowerBound < last.range.upperBound else {
        merged.append(passage)
        continue
      }
      let isInside = passage.range.upperBound <= last.range.upperBound
      if isInside, passage.isPlaceholder || last.isPlaceholder && passage.rank < 2 { continue }
      let isStronger =
        passage.rank != last.rank ? passage.rank > last.rank : passage.range.count > last.range.count
      var whole = isStronger ? passage : last
      let range = last.range.lowerBound..<max(last.range.upperBound, passage.range.upperBound)
      if case .personal(let name, _) = whole.content, range != whole.range {
        let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
        whole.content = .personal(name: name, value: text)
      }
      whole.range = range
      merged[merged.count - 1] = whole
    }
    return merged
  }
}

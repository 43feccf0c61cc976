/// A text made ready for finding phrases in it as whole words.
struct WordingSearch {
  private let form: WordingForm
  private let scalars: [UnicodeScalar]
  /// Where the lines of the text begin in its form.
  private let lineStarts: [Int]

  init(_ text: String, caseSensitive: Bool) {
    self.init(text, form: WordingForm(caseSensitive: caseSensitive))
  }

  init(_ text: String, form: WordingForm) {
    self.form = form
    (scalars, lineStarts) = form.applied(to: text)
  }

  /// Where a phrase stands for the first time as whole words; nil where it does not, and for a phrase without text.
  func place(of phrase: String) -> Range<Int>? {
    var needle = form.applied(to: phrase).scalars[...]
    while needle.first == " " { needle.removeFirst() }
    while needle.last == " " { needle.removeLast() }
    guard let first = needle.first, let last = needle.last else { return nil }
    let pattern = Array(needle)
    let boundaryBefore = first.isLetterOrDigit && !first.needsNoWordBoundary
    let boundaryAfter = last.isLetterOrDigit && !last.needsNoWordBoundary
    // Knuth, Morris and Pratt's search: linear whatever the text.
    var fallback = [Int](repeating: 0, count: pattern.count)
    var length = 0
    for index in pattern.indices.dropFirst() {
      while length > 0, pattern[index] != pattern[length] { length = fallback[length - 1] }
      if pattern[index] == pattern[length] { length += 1 }
      fallback[index] = length
    }
    length = 0
    for index in scalars.indices {
      while length > 0, scalars[index] != pattern[length] { length = fallback[length - 1] }
      if scalars[index] == pattern[length] { length += 1 }
      guard length == pattern.count else { continue }
      let start = index + 1 - length
      let isWhole =
        !(boundaryBefore && start > 0 && scalars[start - 1].isLetterOrDigit)
        && !(boundaryAfter && index + 1 < scalars.count && scalars[index + 1].isLetterOrDigit)
      if isWhole { return start..<(index + 1) }
      length = fallback[length - 1]
    }
    return nil
  }

  /// The line of a place, from 1; nil in a text of one line.
  func line(of place: Range<Int>) -> Int? {
    lineStarts.isEmpty ? nil : lineStarts.count { $0 <= place.lowerBound } + 1
  }

  /// A place with a few words around it, quoted, for messages.
  func surroundings(of place: Range<Int>) -> String {
    let start = max(0, place.lowerBound - 30)
    let end = min(scalars.count, min(place.upperBound, place.lowerBound + 60) + 30)
    let text = String(String.UnicodeScalarView(scalars[start..<end]))
    return JSONValue.string((start > 0 ? "…" : "") + text + (end < scalars.count ? "…" : "")).compactText
  }
}

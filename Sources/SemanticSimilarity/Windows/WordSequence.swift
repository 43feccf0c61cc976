/// The words of a text in small letters and their places, in which patterns are sought.
///
/// "Don't", "cannot" and "never" hold the word "not", so that a pattern needs to know one denial only.
struct WordSequence {
  private(set) var words: [String] = []
  private(set) var ranges: [Range<String.Index>] = []

  private static let denials: Set<String> = ["cannot", "never", "unable"]

  init(_ text: String) {
    var start: String.Index?
    for index in text.indices {
      let character = text[index]
      if character.isLetter || character.isNumber {
        start = start ?? index
      } else if let first = start {
        add(first..<index, of: text)
        start = nil
      }
    }
    if let start { add(start..<text.endIndex, of: text) }
  }

  private mutating func add(_ range: Range<String.Index>, of text: String) {
    let word = text[range].lowercased()
    let isJoined =
      range.lowerBound > text.startIndex && "'\u{2019}".contains(text[text.index(before: range.lowerBound)])
    if isJoined, word == "t", let last = words.last, last.hasSuffix("n") {
      words[words.count - 1] = last == "can" ? "can" : String(last.dropLast())
      words.append("not")
    } else {
      words.append(Self.denials.contains(word) ? "not" : word)
    }
    ranges.append(range)
  }
}

/// A row of words to seek: `|` divides alternatives, `*` stands for up to three words of any kind.
struct WordPattern {
  private enum Part {
    case words(Set<String>)
    case gap
  }

  private static let longestGap = 3
  private let parts: [Part]

  /// The words that it may begin with.
  let beginnings: Set<String>

  init(_ pattern: some StringProtocol) {
    parts = Self.pieces(pattern, at: " ").map { $0 == "*" ? .gap : .words(Set(Self.pieces($0, at: "|"))) }
    if case .words(let words) = parts.first { beginnings = words } else { beginnings = [] }
  }

  private static func pieces(_ text: some StringProtocol, at separator: Character) -> [String] {
    text.split(separator: separator).map { String($0) }
  }

  /// The places of its words where it begins at a place, as early as may be; nil where it does not stand there.
  func match(in words: [String], at start: Int) -> [Int]? {
    var places: [Int] = []
    var next = start
    var slack = 0
    for part in parts {
      switch part {
      case .gap: slack = Self.longestGap
      case .words(let alternatives):
        let last = min(words.count, next + slack + 1)
        guard next < last, let place = (next..<last).first(where: { alternatives.contains(words[$0]) }) else {
          return nil
        }
        places.append(place)
        next = place + 1
        slack = 0
      }
    }
    return places
  }

  /// The first place where it stands.
  func firstMatch(in words: [String]) -> [Int]? {
    for place in words.indices where beginnings.contains(words[place]) {
      if let places = match(in: words, at: place) { return places }
    }
    return nil
  }
}

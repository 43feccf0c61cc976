import TextMetrics

/// The words that changed between two texts, with some around them; short however long the texts are.
struct ChangedText {
  /// What lies farther apart than this is not compared word by word.
  private static let longest = 24_000
  /// What is kept of the common beginning and end, enough for the words that are shown.
  private static let context = 400
  private static let longestSummary = 600

  private let old: String
  private let new: String
  private let isCut: Bool

  init(from old: String, to new: String) {
    let (a, b) = (Array(old.utf8), Array(new.utf8))
    let shortest = min(a.count, b.count)
    var start = 0
    while start < shortest, a[start] == b[start] { start += 1 }
    var ending = 0
    while ending < shortest - start, a[a.count - 1 - ending] == b[b.count - 1 - ending] { ending += 1 }
    start = max(0, start - Self.context)
    ending = max(0, ending - Self.context)
    while start > 0, a[start] & 0xC0 == 0x80 { start -= 1 }
    while ending > 0, a[a.count - ending] & 0xC0 == 0x80 { ending -= 1 }
    isCut = max(a.count, b.count) - start - ending > Self.longest
    func middle(_ bytes: [UInt8]) -> String {
      String(decoding: bytes[start..<(bytes.count - ending)].prefix(Self.longest), as: UTF8.self)
    }
    self.old = middle(a)
    self.new = middle(b)
  }

  /// The difference on one line.
  func summary(isColoured: Bool) -> String {
    let difference = WordDifference(from: old, to: new)
    let rest = isCut ? " … (and more behind it)" : ""
    let plain = difference.summary(context: 6, maximumChanges: 8)
    // Colours must not be cut apart.
    if plain.count > Self.longestSummary { return plain.prefix(Self.longestSummary) + " …" + rest }
    return (isColoured ? difference.colouredSummary(context: 6, maximumChanges: 8) : plain) + rest
  }
}

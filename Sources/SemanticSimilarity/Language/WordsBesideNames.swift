/// The words of a text that tell its language even where it speaks of foreign things.
enum WordsBesideNames {
  /// The text without what stands in quotation marks, and without words in capitals inside a sentence, wherever else
  /// these stand.
  static func text(of text: String) -> String {
    let words = withoutQuotations(text).split(whereSeparator: \.isWhitespace)
    var names: Set<Substring> = []
    var startsSentence = true
    for word in words {
      let core = core(of: word)
      if !startsSentence, core.first?.isUppercase == true { names.insert(core) }
      if !core.isEmpty { startsSentence = word.last.map { ".!?:".contains($0) } ?? false }
    }
    return words.filter { !names.contains(core(of: $0)) }.joined(separator: " ")
  }

  private static func core(of word: Substring) -> Substring {
    guard let first = word.firstIndex(where: \.isLetter), let last = word.lastIndex(where: \.isLetter) else {
      return ""
    }
    return word[first...last]
  }

  private static func withoutQuotations(_ text: String) -> String {
    var rest = text[...]
    var kept = ""
    var quoteMayFollow = true
    while let place = rest.firstIndex(where: { closing(of: $0) != nil }), quoteMayFollow {
      let behind = rest[rest.index(after: place)...]
      guard let end = closing(of: rest[place]).flatMap({ signs in behind.firstIndex { signs.contains($0) } }) else {
        // One that is not closed may be a sign of inches; others behind it would be sought in vain time and again.
        quoteMayFollow = false
        continue
      }
      kept += rest[..<place] + " "
      rest = rest[rest.index(after: end)...]
    }
    return kept + rest
  }

  private static func closing(of sign: Character) -> String? {
    switch sign {
    case "\"": "\""
    case "\u{201C}": "\u{201D}"
    case "\u{201E}": "\u{201C}\u{201D}"
    case "\u{AB}": "\u{BB}"
    default: nil
    }
  }
}

/// Finds a text in another where it stands there as whole words and whole numbers.
///
/// "4" is not in "-4", "3.14" or "2024-04-01", "refundable" not in "non-refundable", "Rome" not in "Romeo"; but "30" is
/// in "30-day" and "30%", and "Paris" in "Paris's". Scripts that write no spaces between words have no words to keep
/// whole: a text of Han or Hiragana is found wherever it occurs.
struct WholeWordSearch {
  private let needle: [Character]

  /// Prepares the search for a text that is not empty.
  init(_ text: String) { needle = Array(text) }

  /// Whether the text stands somewhere in another as whole words.
  func matches(in text: String) -> Bool {
    let haystack = Array(text)
    return occurrences(in: haystack).contains {
      isWordStart(of: haystack, at: $0) && isWordEnd(of: haystack, at: $0 + needle.count)
    }
  }

  /// Where the text begins, overlaps included, in time linear in the length of both (Knuth, Morris, Pratt, 1977).
  private func occurrences(in haystack: [Character]) -> [Int] {
    guard !needle.isEmpty, needle.count <= haystack.count else { return [] }
    var overlaps = [0]
    var length = 0
    for index in needle.indices.dropFirst() {
      while length > 0, needle[index] != needle[length] { length = overlaps[length - 1] }
      if needle[index] == needle[length] { length += 1 }
      overlaps.append(length)
    }
    var starts: [Int] = []
    length = 0
    for (index, character) in haystack.enumerated() {
      while length > 0, character != needle[length] { length = overlaps[length - 1] }
      if character == needle[length] { length += 1 }
      if length == needle.count {
        starts.append(index + 1 - length)
        length = overlaps[length - 1]
      }
    }
    return starts
  }

  private func isWordStart(of text: [Character], at start: Int) -> Bool {
    guard start > 0 else { return true }
    let (before, first) = (text[start - 1], text[start])
    let second = start + 1 < text.count ? text[start + 1] : " "
    if Self.isWordLetter(first) {
      if Self.isWordLetter(before) { return Self.standsAlone(before) || Self.standsAlone(first) }
      let beforeThat = start > 1 ? text[start - 2] : " "
      if first.isNumber {
        // A sign, a decimal point or a joint belongs to the number.
        let isSigned = before == "-" || before == "." && !beforeThat.isLetter
        return !isSigned && !(Self.numberJoints.contains(before) && beforeThat.isNumber)
      }
      return !(Self.wordJoints.contains(before) && Self.isWordLetter(beforeThat))
    }
    // The sign that the searched text opens with must be a sign of it and not a joint of something before it.
    return !(second.isNumber && (Self.isWordLetter(before) || Self.numberJoints.contains(before)))
  }

  private func isWordEnd(of text: [Character], at end: Int) -> Bool {
    guard end < text.count else { return true }
    let (last, after) = (text[end - 1], text[end])
    guard Self.isWordLetter(last) else { return true }
    if Self.isWordLetter(after) { return Self.standsAlone(after) || Self.standsAlone(last) }
    guard end + 1 < text.count else { return true }
    let afterThat = text[end + 1]
    if last.isNumber { return !(Self.numberJoints.contains(after) && afterThat.isNumber) }
    guard Self.wordJoints.contains(after), Self.isWordLetter(afterThat) else { return true }
    let isPossessive = after == "'" && afterThat == "s" && (end + 2 == text.count || !Self.isWordLetter(text[end + 2]))
    return isPossessive
  }

  private static let numberJoints: Set<Character> = [".", ",", "-", "/", "^", ":"]
  private static let wordJoints: Set<Character> = ["'", "-"]

  private static func isWordLetter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  /// Whether a letter is a word by itself, as far as anybody can tell without a dictionary.
  private static func standsAlone(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return scalar.properties.isIdeographic || (0x3041...0x309F).contains(scalar.value)
  }
}

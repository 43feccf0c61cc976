/// The parts of a sentence that may take back what stands before them.
enum Clauses {
  /// Longer texts are not taken apart.
  private static let longest = 600

  private static let corrections = [
    "in fact", "actually", "correction", "i mean", "rather", "sorry", "no, ", "wait", "make that",
  ]

  /// What follows "or", and what follows a comma or a dash with "in fact", "actually" and the like.
  static func corrections(in sentence: String) -> [(before: String, text: String)] {
    guard sentence.utf8.count <= longest else { return [] }
    var found: [(before: String, text: String)] = []
    let characters = Array(sentence)
    for (index, character) in characters.enumerated() {
      let rest = String(characters[(index + 1)...])
      let isAlternative = character == " " && rest.hasPrefix("or ")
      guard isAlternative || ",;(–—".contains(character) && beginsWithCorrection(rest) else { continue }
      let text = isAlternative ? String(rest.dropFirst(3)) : rest
      found.append((String(characters[..<index]), String(text.prefix { !",;()–—".contains($0) })))
      if !isAlternative { found[found.count - 1].text = text }
    }
    return found
  }

  /// What stands before "unless" and the like.
  static func withoutException(_ sentence: String) -> String {
    let words = WordSequence(sentence)
    guard let place = words.words.firstIndex(where: { ["unless", "except", "excepting"].contains($0) }) else {
      return sentence
    }
    return String(sentence[..<words.ranges[place].lowerBound])
  }

  /// Whether a text begins with a word that corrects what was said before.
  static func beginsWithCorrection(_ text: String) -> Bool {
    let beginning = text.drop { !$0.isLetter }.prefix(24).lowercased()
    return corrections.contains { beginning.hasPrefix($0) }
  }
}

/// Which of several lettered options an answer chooses.
///
/// The ways in which answers are read are those of the evaluation programs of MMLU and its kin: a marked conclusion
/// ("Answer: B", "The answer is (B)", `\boxed{B}`), the letter alone or in front ("B", "(B)", "B. Paris"), "B is
/// correct" and "so B", and last a letter that no other stands beside. Where they take the first or the last of several
/// letters, an answer that names several and chooses none is read as not choosing.
struct ChoiceReading {
  enum Outcome: Equatable {
    case chosen(Character)
    case several([Character])
    case none
  }

  private let options: OptionLetters
  private let letters: Set<Character>

  private init(_ text: String, _ letters: Set<Character>) {
    options = OptionLetters(text, among: letters)
    self.letters = letters
  }

  private var words: [AnswerWord] { options.words }

  /// Reads an answer.
  ///
  /// - Returns: What it chooses, and the mark behind which that stands, for a message.
  static func outcome(of answer: String, among letters: Set<Character>) -> (Outcome, place: String) {
    let spoken = FinalAnswer.spoken(answer)
    for mark in FinalAnswer.marked(in: spoken, nouns: ["option", "choice"]) {
      let outcome = ChoiceReading(mark.text, letters).conclusion()
      if outcome != .none { return (outcome, " (after \(mark.mark))") }
    }
    let reading = ChoiceReading(spoken, letters)
    return (reading.whole(), "")
  }

  // MARK: Parts of an answer

  /// What a marked part chooses.
  private func conclusion() -> Outcome {
    if let opening = opening(), !options.isDenied(opening) { return outcome(joinedTo: opening) }
    return outcome(of: options.candidates())
  }

  /// What an answer without a mark chooses.
  private func whole() -> Outcome {
    let spoken = words.filter(\.isWord)
    if spoken.count == 1, spoken[0].text.count > 1, spoken[0].text.allSatisfy(letters.contains) {
      return outcome(of: Array(spoken[0].text))
    }
    let opening = opening().flatMap { options.isDenied($0) ? nil : $0 }
    if spoken.count == 1, let opening { return outcome(joinedTo: opening) }
    if let asserted = asserted() { return asserted }
    // "B because …", "B. Paris"; but "A is larger than B" and a list of all options choose nothing.
    if let opening, Set(options.labels()).count <= 1 {
      let after = options.next(opening)
      // "C? Rather D."
      let isDoubted = after + 1 < words.count && words[after].text == "?"
      let isSubject =
        isDoubted
        || after < words.count
          && (options.letter(at: after) != nil || ChoiceWords.copulas.contains(words[after].form)
            || ChoiceWords.modals.contains(words[after].form))
      if !isSubject { return outcome(joinedTo: opening) }
    }
    let found = options.candidates()
    return outcome(of: found.isEmpty ? options.weakCandidates() : found)
  }

  private func outcome(joinedTo index: Int) -> Outcome {
    guard let first = options.letter(at: index) ?? options.smallLetter(at: index) else { return .none }
    return outcome(of: [first] + joined(after: index))
  }

  private func outcome(of found: [Character]) -> Outcome {
    var distinct: [Character] = []
    for letter in found where !distinct.contains(letter) { distinct.append(letter) }
    switch distinct.count {
    case 0: return .none
    case 1: return .chosen(distinct[0])
    default: return .several(distinct)
    }
  }

  /// The letter in front of all.
  private func opening() -> Int? {
    let index = words.indices.first { index in
      // A letter may be a filler too: "o" and "e" are words of other languages.
      words[index].isWord && (options.letter(at: index) != nil || !ChoiceWords.fillers.contains(words[index].form))
    }
    return index.flatMap { options.letter(at: $0) ?? options.smallLetter(at: $0) == nil ? nil : $0 }
  }

  /// The letters that a letter is joined to: "A or B", "A, B and C", "A/B".
  private func joined(after index: Int) -> [Character] {
    var found: [Character] = []
    var place = options.next(index)
    while place < words.count, ChoiceWords.joints.contains(words[place].form) {
      var following = place + 1
      while following < words.count, !words[following].isWord || ChoiceWords.fillers.contains(words[following].form),
        options.letter(at: following) == nil
      {
        // "B, and also a word": past the end of a sentence nothing is joined.
        if ".!?;:".contains(words[following].text) { return found }
        following += 1
      }
      guard following < words.count, let letter = options.letter(at: following) else { break }
      if !options.isDenied(following) { found.append(letter) }
      place = options.next(following)
    }
    return found
  }

  /// "B is correct", "so B", "I choose option B": the last.
  private func asserted() -> Outcome? {
    for index in words.indices.reversed() {
      guard let letter = options.letter(at: index), !options.isDenied(index), isAsserted(index) else { continue }
      // The letters before it that it is joined to.
      var all = [letter] + joined(after: index)
      var before = options.previous(index)
      while before >= 1, ChoiceWords.joints.contains(words[before].form), words[before].text != ",",
        let other = options.letter(at: options.previous(before)),
        !options.isDenied(options.previous(before))
      {
        all.append(other)
        before = options.previous(options.previous(before))
      }
      return outcome(of: all)
    }
    return nil
  }

  private func isAsserted(_ index: Int) -> Bool {
    let after = options.next(index)
    if after < words.count, ChoiceWords.ticks.contains(words[after].text) { return true }
    if after < words.count, ChoiceWords.copulas.contains(words[after].form) {
      for place in (after + 1)..<min(words.count, after + 5) {
        if !words[place].isWord || words[place].isDenial { break }
        if ChoiceWords.praise.contains(words[place].form) { return true }
      }
    }
    var before = options.previous(index)
    while before >= 0, ChoiceWords.fillers.contains(words[before].form) { before = options.previous(before) }
    guard before >= 0, words[before].isWord else {
      // "Therefore: B"
      let word = options.previous(before)
      return before >= 0 && (words[before].text == ":" || words[before].text == ",") && word >= 0
        && ChoiceWords.conclusions.contains(words[word].form)
    }
    let word = words[before].form
    let earlier = options.previous(before)
    // "It could be B" weighs it, "A is B" compares.
    if word == "be", earlier >= 0, ChoiceWords.doubts.contains(words[earlier].form) { return false }
    if word == "is" { return earlier >= 0 && words[earlier].text.count > 1 && words[earlier].form != "so" }
    return ChoiceWords.conclusions.contains(word) || ChoiceWords.choosing.contains(word)
  }
}

/// The letters of a text that stand there as options, and not as articles, names or parts of words.
struct OptionLetters {
  let words: [AnswerWord]
  private let letters: Set<Character>
  /// For each word, the option that it is.
  private var options: [Character?] = []

  init(_ text: String, among letters: Set<Character>) {
    words = AnswerWord.words(of: text)
    self.letters = letters
    options = words.indices.map(option)
  }

  /// The letters that lines start with, "B) Paris", "**B**", "(B)", and sentences: "A: no. B: yes."
  func labels() -> [Character] {
    words.indices.compactMap { index in
      guard words[index].isWord, let letter = letter(at: index) ?? smallLetter(at: index) else { return nil }
      var first = index
      while first > 0, !words[first].startsLine, !words[first - 1].isWord { first -= 1 }
      let isSentenceStart =
        first > 0 && ".!?;".contains(words[first - 1].text) && next(index) < words.count
        && ":?)".contains(words[next(index)].text)
      guard words[first].startsLine || isSentenceStart else { return nil }
      let after = index + 1
      let isLabel = after >= words.count || words[after].startsLine || ".):]*-–—,;".contains(words[after].text)
      return isLabel ? letter : nil
    }
  }

  /// The letters of the text that stand there as options and are not denied.
  func candidates() -> [Character] {
    words.indices.compactMap { index in
      guard let letter = letter(at: index), !isDenied(index) else { return nil }
      return letter
    }
  }

  /// The capital letter, or digit, of an option; nil for an article, a name or a part of one.
  func letter(at index: Int) -> Character? { options.indices.contains(index) ? options[index] : nil }

  private func option(at index: Int) -> Character? {
    guard words[index].isWord, words[index].text.count == 1 else { return nil }
    guard let letter = words[index].text.first, letters.contains(letter) else { return smallOption(at: index) }
    if index > 0, !words[index].followsSpace, ChoiceWords.joiningSigns.contains(words[index - 1].text) {
      // "U.S.", "plan-B", but "A/B" and "...B".
      let isJoined = index > 1 && words[index - 2].isWord && !words[index - 1].followsSpace
      if isJoined, words[index - 1].text != "/" || words[index - 2].text.count > 1 { return nil }
    }
    if index > 0, ChoiceWords.namers.contains(words[index - 1].form) { return nil }
    guard index + 1 < words.count else { return letter }
    let after = words[index + 1]
    if !after.followsSpace, ChoiceWords.joiningSigns.contains(after.text) {
      let isAttached = index + 2 < words.count && words[index + 2].isWord && !words[index + 2].followsSpace
      if after.text == "+" || after.text == "#" { return nil }
      if isAttached, after.text != "/" || words[index + 2].text.count > 1 { return nil }
    }
    // "A man", "I think", "C major": a letter with a word behind it is an option only where it does something.
    if isFollowedByOther(index) {
      let before = index > 0 ? words[index - 1].form : ""
      let isNamed =
        ChoiceWords.optionNouns.contains(before) || ChoiceWords.choosing.contains(before)
        || (letter != "A" && letter != "I" && ChoiceWords.conclusions.contains(before))
      guard isNamed else { return nil }
    }
    return letter
  }

  /// Whether a word stands behind a letter with which an option does not go on.
  private func isFollowedByOther(_ index: Int) -> Bool {
    guard index + 1 < words.count else { return false }
    let after = words[index + 1]
    let isOption = after.text.count == 1 && after.text.first.map(letters.contains) == true
    return after.isWord && !after.startsLine && after.followsSpace && !after.isDenial && !isOption
      && !ChoiceWords.followers.contains(after.form)
  }

  /// "Option b is correct"
  private func smallOption(at index: Int) -> Character? {
    guard index > 0, let letter = words[index].text.uppercased().first, letters.contains(letter),
      ChoiceWords.optionNouns.contains(words[index - 1].form), !isFollowedByOther(index)
    else { return nil }
    return letter
  }

  /// Letters with other words behind them, "B fits best", which count where no letter stands as an option.
  func weakCandidates() -> [Character] {
    words.indices.compactMap { index in
      guard words[index].isWord, words[index].text.count == 1, let letter = words[index].text.first,
        letters.contains(letter), letter != "A", letter != "I", isFollowedByOther(index), !isDenied(index)
      else { return nil }
      return letter
    }
  }

  /// A small letter, where it is an option by its place: "(b)", "b)", "b" alone.
  func smallLetter(at index: Int) -> Character? {
    guard words[index].isWord, words[index].text.count == 1, let letter = words[index].text.uppercased().first,
      letters.contains(letter)
    else { return nil }
    if index + 1 == words.count { return letter }
    let after = words[index + 1]
    return !after.isWord && !after.followsSpace && ")].:*}`".contains(after.text) ? letter : nil
  }

  /// "B is wrong", "not B", "A and B are wrong", "neither A nor B".
  func isDenied(_ index: Int) -> Bool {
    deniesBefore(index) || deniesAfter(index)
  }

  private func deniesAfter(_ index: Int) -> Bool {
    var place = next(index)
    // Over what is joined to it: at most a handful of letters.
    for _ in 0..<8 {
      guard place < words.count, ChoiceWords.joints.contains(words[place].form) else { break }
      var following = place + 1
      while following < words.count, ChoiceWords.joints.contains(words[following].form) { following += 1 }
      guard following < words.count, words[following].text.count == 1, letter(at: following) != nil else { break }
      place = next(following)
    }
    guard place < words.count else { return false }
    if ChoiceWords.crosses.contains(words[place].text) { return true }
    if ":?.-–—".contains(words[place].text), place + 1 < words.count, !words[place + 1].startsLine {
      // "A: no.", but not "A: no returns"
      let isEnd = place + 2 >= words.count || !words[place + 2].isWord || words[place + 2].startsLine
      if isEnd, ChoiceWords.rejections.contains(words[place + 1].form) { return true }
    }
    if words[place].isDenial || words[place].form == "too" { return true }
    guard ChoiceWords.copulas.contains(words[place].form) || ChoiceWords.modals.contains(words[place].form) else {
      return false
    }
    for following in (place + 1)..<min(words.count, place + 5) {
      if !words[following].isWord { return false }
      if words[following].isDenial || ChoiceWords.blame.contains(words[following].form) { return true }
      if ChoiceWords.praise.contains(words[following].form) { return false }
    }
    return false
  }

  private func deniesBefore(_ index: Int) -> Bool {
    var place = previous(index)
    var steps = 0
    while place >= 0, steps < 6 {
      let word = words[place]
      if word.isWord, word.isDenial || ChoiceWords.exclusions.contains(word.form) { return true }
      let earlier = place > 0 ? words[place - 1].form : ""
      // "C is wrong and so is B": as what it is said of before.
      if word.form == "is", earlier == "so" {
        return words[max(0, place - 8)..<place].contains { $0.isDenial || ChoiceWords.blame.contains($0.form) }
      }
      if word.form == "of", earlier == "instead" { return true }
      if word.form == "than", earlier == "rather" { return true }
      if word.form == "out", earlier.hasPrefix("rul") { return true }
      let isPassed =
        ChoiceWords.fillers.contains(word.form) || ChoiceWords.passedByDenials.contains(word.form)
        || (word.isWord && word.text.count == 1 && word.text.first.map(letters.contains) == true)
      guard isPassed else { return false }
      place = previous(place)
      steps += 1
    }
    return false
  }

  /// The next word or sign behind the brackets, quotes and emphasis around a letter.
  func next(_ index: Int) -> Int {
    var place = index + 1
    while place < words.count, ChoiceWords.closingSigns.contains(words[place].text) { place += 1 }
    return place
  }

  /// The word or sign in front of the brackets, quotes and emphasis around a letter; -1 for none.
  func previous(_ index: Int) -> Int {
    var place = index - 1
    while place >= 0, ChoiceWords.openingSigns.contains(words[place].text) { place -= 1 }
    return place
  }
}

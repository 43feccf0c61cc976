/// Tells names that stand in the same place of both texts apart.
enum AlignedNames {
  /// Whether a word is written as a name is.
  static func isName(_ index: Int, in reading: FactReading, beside other: FactReading) -> Bool {
    let token = reading.tokens[index]
    guard token.kind == .word, token.isCapitalised, token.text.count > 1, !reading.isCovered[index],
      !FactWords.empty.contains(token.text), !FactWords.titles.contains(token.text),
      !NameWords.plain.contains(token.text), CalendarWords.month(token.text) == nil,
      CalendarWords.weekday(token.text) == nil
    else { return false }
    if token.startsSentence, NameWords.starters.contains(token.text) || token.text.hasSuffix("ly") { return false }
    return !isSmall(token, in: reading) && !isSmall(token, in: other)
  }

  /// Whether two names that stand in one place name different things.
  static func areDifferent(_ own: [Int], _ other: [Int], isAlone: Bool, in pair: FactReadingPair) -> Bool {
    guard own.count <= 3, other.count <= 3, let first = own.first, let second = other.first,
      isWritten(first, own, in: pair.reference), isWritten(second, other, in: pair.answer)
    else { return false }
    let isKnown =
      own.contains { NameWords.known.contains(pair.reference.tokens[$0].text) }
      || other.contains { NameWords.known.contains(pair.answer.tokens[$0].text) }
    if pair.reference.language == .german {
      guard
        isKnown
          || isAlone && own.count == 1 && other.count == 1 && isBare(first, pair.reference)
            && isBare(second, pair.answer)
      else { return false }
    } else if pair.reference.tokens[first].startsSentence || pair.answer.tokens[second].startsSentence {
      // Every word has a capital there; a second one makes a name of it.
      guard
        isKnown || isFollowedByName(own, pair.reference) && isFollowedByName(other, pair.answer)
          || isAlone && isSubject(first, pair.reference) && isSubject(second, pair.answer)
      else {
        return false
      }
    }
    let starts = (pair.reference.tokens[first], pair.answer.tokens[second])
    if starts.0.startsSentence != starts.1.startsSentence,
      !NameWords.known.contains(starts.0.startsSentence ? starts.0.text : starts.1.text)
    {
      return false
    }
    // Said at another place of the answer.
    if own.allSatisfy({ isSaid(pair.reference.tokens[$0].stem, in: pair) }) { return false }
    // Short forms and other names of the same.
    if own.count != other.count, !isKnown { return false }
    for index in own {
      let token = pair.reference.tokens[index]
      for candidate in other where isSame(token, pair.answer.tokens[candidate]) { return false }
    }
    let letters = String(own.compactMap { pair.reference.tokens[$0].text.first })
    let otherLetters = String(other.compactMap { pair.answer.tokens[$0].text.first })
    return !other.contains { pair.answer.tokens[$0].text == letters && letters.count > 1 }
      && !own.contains { pair.reference.tokens[$0].text == otherLetters && otherLetters.count > 1 }
  }

  private static func isSaid(_ stem: String, in pair: FactReadingPair) -> Bool {
    guard let places = pair.answer.positions[stem] else { return false }
    return places.count >= pair.reference.positions[stem]?.count ?? 0
  }

  private static func isSame(_ a: FactToken, _ b: FactToken) -> Bool {
    if a.stem == b.stem { return true }
    if let alias = NameWords.aliases[a.text], alias == NameWords.aliases[b.text] { return true }
    if a.isAllCapitals != b.isAllCapitals, a.text.first == b.text.first { return true }
    return NameComparison.isVariant(a.text, b.text) && !a.hasInnerCapital
  }

  /// Whether a text has the word in small letters.
  private static func isSmall(_ token: FactToken, in reading: FactReading) -> Bool {
    (reading.positions[token.stem] ?? []).contains { !reading.tokens[$0].isCapitalised }
  }

  /// Whether capitals tell names in the neighbourhood, so that it is no headline.
  private static func isWritten(_ index: Int, _ names: [Int], in reading: FactReading) -> Bool {
    let near = max(0, index - 4)..<min(reading.tokens.count, index + 6)
    let words = near.filter { !names.contains($0) && reading.tokens[$0].kind == .word }
    return words.isEmpty || words.contains { !reading.tokens[$0].isCapitalised }
  }

  private static func isFollowedByName(_ names: [Int], _ reading: FactReading) -> Bool {
    if names.count > 1 { return true }
    guard let last = names.last, last + 1 < reading.tokens.count else { return false }
    let next = reading.tokens[last + 1]
    return next.isCapitalised && next.text.count > 1 && !FactWords.empty.contains(next.text)
  }

  /// Whether a word at the head of a sentence has no article and a verb in the singular after it, as names have.
  private static func isSubject(_ index: Int, _ reading: FactReading) -> Bool {
    let word = reading.tokens[index].text
    guard index + 1 < reading.tokens.count, singularVerbs.contains(reading.tokens[index + 1].text) else { return false }
    return ExclusiveWords.places(of: word, in: reading.language).isEmpty
      && !abstractEndings.contains { word.hasSuffix($0) } && !word.hasSuffix("s")
  }

  private static let singularVerbs = FactWords.set("is was has est etait es fue era tiene e ha foi tem")
  private static let abstractEndings = [
    "ing", "ion", "ment", "ness", "ity", "ance", "ence", "ery", "dad", "ly", "mente",
  ]

  /// Whether neither an article nor an adjective stands before a German word, as before a name.
  private static func isBare(_ index: Int, _ reading: FactReading) -> Bool {
    guard index > 0, !reading.tokens[index].startsSentence else { return false }
    let before = reading.tokens[index - 1].text
    if prepositions.contains(before) { return !isCommonNoun(reading.tokens[index].text) }
    if reading.tokens[index - 1].kind == .sign { return false }
    let endings = ["e", "en", "er", "es", "em", "n", "s"]
    return !endings.contains { before.hasSuffix($0) } && !articles.contains(before)
      && !isCommonNoun(reading.tokens[index].text)
  }

  private static func isCommonNoun(_ word: String) -> Bool { nounEndings.contains { word.hasSuffix($0) } }

  private static let nounEndings = [
    "ung", "heit", "keit", "schaft", "tion", "tat", "mus", "nis", "ling", "chen", "en", "ern", "eln", "age",
  ]
  private static let prepositions = FactWords.set("bei von mit fur gegen nach in an aus und oder als uber wie")
  private static let articles = FactWords.set(
    "ein kein der die das den dem des zum zur vom im am beim ins ans mein dein sein ihr unser")
}

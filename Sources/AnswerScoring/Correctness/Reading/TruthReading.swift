/// Whether an answer says yes or no, true or false.
///
/// Read in this order: a marked conclusion ("Answer: yes"), the word that the answer opens with ("No, …", "True.", "Not
/// correct"), a "yes" or "no" that stands by itself, and what is said of a statement ("that is not true"). An answer
/// that says both, or neither, does not commit itself.
struct TruthReading {
  enum Outcome: Equatable {
    case said(Bool, words: String)
    case both(String)
    case neither
  }

  private let words: [AnswerWord]

  private init(_ text: String) { words = AnswerWord.words(of: text) }

  /// Reads an answer.
  ///
  /// - Returns: What it says, and the mark behind which that stands, for a message.
  static func outcome(of answer: String) -> (Outcome, place: String) {
    let spoken = FinalAnswer.spoken(answer)
    for mark in FinalAnswer.marked(in: spoken) {
      let outcome = TruthReading(mark.text).whole()
      if outcome != .neither { return (outcome, " (after \(mark.mark))") }
    }
    return (TruthReading(spoken).whole(), "")
  }

  private struct Saying {
    let isYes: Bool
    let index: Int
    let words: String
  }

  private func whole() -> Outcome {
    let spoken = words.indices.filter { words[$0].isWord }
    if spoken.count <= 1,
      let short = words.first(where: { TruthWords.shortYes.contains($0.form) || TruthWords.shortNo.contains($0.form) })
    {
      return .said(TruthWords.shortYes.contains(short.form), words: short.text)
    }
    let alone = sayingsAlone()
    if let opening = opening() {
      guard case .said(let isYes, _) = opening else { return opening }
      if let other = alone.first(where: { $0.isYes != isYes }) {
        return .both("\(isYes ? "yes" : "no") at first, and “\(other.words)” later")
      }
      return opening
    }
    return agreed(alone) ?? agreed(statements()) ?? softly() ?? .neither
  }

  private func agreed(_ sayings: [Saying]) -> Outcome? {
    guard let first = sayings.first else { return nil }
    if let other = sayings.first(where: { $0.isYes != first.isYes }) {
      return .both("“\(first.words)” and “\(other.words)”")
    }
    return .said(first.isYes, words: first.words)
  }

  // MARK: The opening

  private func opening() -> Outcome? {
    guard let index = words.indices.first(where: { words[$0].isWord && !TruthWords.fillers.contains(words[$0].form) })
    else { return nil }
    let form = words[index].form
    if form == "yes" || form == "no" || form == "ja" || form == "oui", let other = opposite(after: index) {
      return .both("“\(words[index].text)” and “\(words[other].text)” in one breath")
    }
    if form == "jein" { return .both("“\(words[index].text)”") }
    if let last = lastOfSoftYes(at: index), last + 1 < words.count, words[last + 1].isDenial {
      return .said(false, words: phrase(index...(last + 1)))
    }
    if let isYes = polarity(at: index) { return .said(isYes, words: words[index].text) }
    if words[index].isDenial, index + 1 < words.count {
      let next = word(index + 1)
      if TruthWords.hedges.contains(next) { return nil }
      if isEnd(after: index) { return .said(false, words: words[index].text) }
      if TruthWords.truths.contains(next) || ["really", "at", "allowed"].contains(next) {
        return .said(false, words: phrase(index...(index + (next == "at" ? 2 : 1))))
      }
      if TruthWords.falsehoods.contains(next) { return .said(true, words: phrase(index...(index + 1))) }
    }
    if TruthWords.truths.contains(form) || TruthWords.falsehoods.contains(form),
      isEnd(after: index) || ["because", "as", "since", "weil", "car", "porque", "perche"].contains(word(index + 1))
    {
      return .said(TruthWords.truths.contains(form), words: words[index].text)
    }
    return nil
  }

  /// "Certainly!", where nothing that follows says yes or no.
  private func softly() -> Outcome? {
    guard let index = words.firstIndex(where: \.isWord), let last = lastOfSoftYes(at: index),
      isEnd(after: last) || TruthWords.afterAnswer.contains(word(last + 1)) || word(last + 1) == "thing"
    else { return nil }
    return .said(true, words: phrase(index...last))
  }

  /// The last word of a "certainly" or "of course" that starts here.
  private func lastOfSoftYes(at index: Int) -> Int? {
    if TruthWords.soft.contains(words[index].form) { return index }
    return TruthWords.softPairs.contains(words[index].form + "-" + word(index + 1)) ? index + 1 : nil
  }

  /// "Yes and no", "yes or no", "yes/no".
  private func opposite(after index: Int) -> Int? {
    guard index + 2 < words.count, ["and", "or", "/", "und", "oder", "et", "ou"].contains(words[index + 1].form),
      TruthWords.no.contains(words[index + 2].form) != TruthWords.no.contains(words[index].form),
      TruthWords.no.contains(words[index + 2].form) || TruthWords.yes.contains(words[index + 2].form)
    else { return nil }
    return index + 2
  }

  /// Whether a word says yes or no to a question where it stands.
  private func polarity(at index: Int) -> Bool? {
    let form = words[index].form
    // "No. 5"
    if form == "no", index + 2 < words.count, words[index + 1].text == ".", word(index + 2).first?.isNumber == true {
      return nil
    }
    let isYes = TruthWords.yes.contains(form)
    guard isYes || TruthWords.no.contains(form) else { return nil }
    // An accent makes the answer of "si": it is no condition.
    let isPlain = TruthWords.alsoOtherwise.contains(form) && words[index].text.lowercased() == form
    if isPlain, !isEnd(after: index), !(form == "no" && TruthWords.afterAnswer.contains(word(index + 1))) { return nil }
    return isYes
  }

  // MARK: The rest

  /// Every yes and no with nothing around it: "…, so yes."
  private func sayingsAlone() -> [Saying] {
    words.indices.compactMap { index in
      guard words[index].isWord, isEnd(after: index) else { return nil }
      if words[index].isDenial, index > 0, TruthWords.refusing.contains(words[index - 1].form) {
        return Saying(isYes: false, index: index, words: phrase((index - 1)...index))
      }
      guard let isYes = polarity(at: index) else { return nil }
      // "Say no!" and "a yes" are about the word.
      let before = index > 0 ? words[index - 1] : nil
      let isOpen =
        before == nil || words[index].startsLine || before?.isWord == false || Self.leads.contains(before?.form ?? "")
      let isQuoted = before.map { "\"“'‘«".contains($0.text) } ?? false
      guard isOpen, !isQuoted else { return nil }
      return Saying(isYes: isYes, index: index, words: words[index].text)
    }
  }

  private static let leads: Set<String> = [
    "so", "then", "is", "therefore", "hence", "actually", "thus", "say", "definitely", "absolutely", "certainly",
    "probably", "clearly", "but", "ist", "aber", "leider", "est", "mais", "es", "que", "pero", "ma", "mas",
    "certamente",
  ]

  /// What is said of a statement: "that is not true".
  private func statements() -> [Saying] {
    words.indices.compactMap { index in
      let form = words[index].form
      // German denies it behind the verb.
      if form == "stimmt" {
        let isDenied = words[(index + 1)...].prefix(2).contains { $0.form == "nicht" }
        return Saying(isYes: !isDenied, index: index, words: phrase(index...(isDenied ? index + 1 : index)))
      }
      let isTruth = TruthWords.truths.contains(form)
      guard words[index].isWord, isTruth || TruthWords.falsehoods.contains(form) else { return nil }
      var (hasCopula, denials, first) = (false, 0, index)
      for place in stride(from: index - 1, through: max(0, index - 5), by: -1) {
        let word = words[place]
        guard word.isWord || word.text == "*" || word.text == "_" else { break }
        if TruthWords.copulas.contains(word.form) || word.form.hasSuffix("n't") { hasCopula = true }
        if word.isDenial || word.form.hasPrefix("n'") || (word.form == "no" && hasCopula) {
          denials = 1
          first = place
        } else if hasCopula {
          first = min(first, place)
        }
        if word.startsLine { break }
      }
      if index > 0,
        TruthWords.halves.contains(words[index - 1].form) || TruthWords.hedges.contains(words[index - 1].form)
      {
        return nil
      }
      // "The right size is 42": not of a statement.
      guard hasCopula || (words[index].startsLine && isEnd(after: index)) else { return nil }
      guard isEnd(after: index) || !["size", "one", "answer", "now", "way"].contains(word(index + 1)) else {
        return nil
      }
      return Saying(isYes: isTruth == (denials == 0), index: index, words: phrase(first...index))
    }
  }

  /// Whether nothing more belongs to the word: a sign, the end of a line or of the answer.
  private func isEnd(after index: Int) -> Bool {
    guard index + 1 < words.count else { return true }
    let next = words[index + 1]
    return next.startsLine || (!next.isWord && next.text != "-" && next.text != "/" && next.text != "(")
      || (next.text == "-" && next.followsSpace)
  }

  private func word(_ index: Int) -> String { index < words.count ? words[index].form : "" }

  private func phrase(_ range: ClosedRange<Int>) -> String {
    range.clamped(to: 0...(words.count - 1)).map { words[$0].text }.joined(separator: " ")
  }
}

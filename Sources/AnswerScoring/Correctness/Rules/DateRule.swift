import SemanticSimilarity

/// Compares the day of an answer with that of a correct one.
struct DateRule: Hashable {
  func match(_ answer: String, anyOf correct: [String]) -> CorrectnessMatch {
    var wanted: [(text: String, date: StatedFacts.Date)] = []
    for candidate in correct {
      let dates = Self.days(of: StatedFacts(candidate))
      if dates.count == 1 { wanted.append((candidate, dates[0])) }
    }
    let listed = CorrectAnswerList.listed(wanted.map(\.text))
    if wanted.isEmpty {
      return CorrectnessMatch(
        inconclusive:
          "None of the correct answers (\(CorrectAnswerList.listed(correct))) holds exactly one date to compare with.")
    }
    let spoken = FinalAnswer.spoken(answer)
    var found: [StatedFacts.Date] = []
    var place = ""
    for mark in FinalAnswer.marked(in: spoken) where found.isEmpty {
      let marked = Self.days(of: StatedFacts(mark.line))
      if let first = mark.isEnclosed ? marked.last : marked.first {
        (found, place) = ([first], " (after \(mark.mark))")
      }
    }
    if found.isEmpty {
      let facts = StatedFacts(String(FinalAnswer.end(of: spoken)))
      found = Self.days(of: facts)
      if found.isEmpty, !facts.isLanguageCovered {
        return CorrectnessMatch(
          inconclusive: "No date was found in the answer, which is in a language that is not read.")
      }
    }
    guard let last = found.last else {
      return CorrectnessMatch(failed: "There is no date in the answer; correct would be \(listed).")
    }
    var failure: (reason: String, words: String)?
    for (text, date) in wanted {
      // The last that says as much as is wanted: a year may follow a date.
      let best = found.last { stated in Self.missing(in: stated, of: date) == nil } ?? last
      let words = QuotedExcerpt(best.words, limit: 100)
      if let day = Self.agreeing(best, date) {
        let note =
          best.readings.count > 1 ? ", which may be read two ways, is read as \(DayText.text(of: day)) and" : ""
        return CorrectnessMatch(
          passed: "The answer's \(words)\(place)\(note) is \(QuotedExcerpt(text, limit: 200)).", text,
          extracted: best.words)
      }
      let missing = Self.missing(in: best, of: date)
      failure =
        failure ?? (
          "The answer's \(words)\(place) is not \(QuotedExcerpt(text, limit: 200))"
            + (best.isDenied ? ": it is denied." : missing.map { ": it leaves out the \($0)." } ?? "."), best.words
        )
    }
    let more = wanted.count > 1 ? " Correct would be \(listed)." : ""
    return CorrectnessMatch(failed: (failure?.reason ?? "") + more, extracted: failure?.words)
  }

  /// The days of a text. A weekday counts where it is all that is said.
  private static func days(of facts: StatedFacts) -> [StatedFacts.Date] {
    // Without those of "not 6 March", if there are others.
    let asserted = facts.dates.filter { !$0.isDenied }
    let all = asserted.isEmpty ? facts.dates : asserted
    let days = all.filter { $0.readings.allSatisfy { $0.weekday == nil } }
    return days.isEmpty ? all : days
  }

  /// The reading of a stated day that is the wanted one.
  private static func agreeing(_ stated: StatedFacts.Date, _ wanted: StatedFacts.Date) -> StatedFacts.Day? {
    if stated.isDenied { return nil }
    return stated.readings.first { day in wanted.readings.contains { covers(day, $0) } }
  }

  /// Whether a day says all that the wanted one says.
  private static func covers(_ day: StatedFacts.Day, _ wanted: StatedFacts.Day) -> Bool {
    (wanted.year == nil || day.year == wanted.year) && (wanted.month == nil || day.month == wanted.month)
      && (wanted.day == nil || day.day == wanted.day) && day.weekday == wanted.weekday
  }

  /// The first part of the wanted day that a stated one does not say.
  private static func missing(in stated: StatedFacts.Date, of wanted: StatedFacts.Date) -> String? {
    guard let day = stated.readings.first, let target = wanted.readings.first else { return nil }
    if target.day != nil, day.day == nil { return "day" }
    if target.month != nil, day.month == nil { return "month" }
    if target.year != nil, day.year == nil { return "year" }
    if target.weekday != nil, day.weekday == nil { return "weekday" }
    return nil
  }
}

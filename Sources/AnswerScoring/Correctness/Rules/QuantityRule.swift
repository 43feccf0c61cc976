import SemanticSimilarity

/// Compares the quantity of an answer, its unit included, with that of a correct one.
struct QuantityRule: Hashable {
  let tolerance: NumberTolerance

  func match(_ answer: String, anyOf correct: [String]) -> CorrectnessMatch {
    guard let allowed = tolerance.checked else { return CorrectnessMatch(inconclusive: tolerance.fault) }
    var wanted: [(text: String, quantity: StatedFacts.Quantity)] = []
    for candidate in correct {
      let quantities = Self.quantities(of: LaTeXText.plain(candidate))
      if quantities.count == 1 { wanted.append((candidate, quantities[0])) }
    }
    let listed = CorrectAnswerList.listed(wanted.map(\.text))
    if wanted.isEmpty {
      return CorrectnessMatch(
        inconclusive:
          "None of the correct answers (\(CorrectAnswerList.listed(correct))) holds exactly one quantity "
          + "to compare with."
      )
    }
    let read = QuantitiesInAnswer(answer)
    guard !read.quantities.isEmpty else {
      if !read.isLanguageCovered {
        return CorrectnessMatch(
          inconclusive: "No quantity was found in the answer, which is in a language that is not read.")
      }
      return CorrectnessMatch(failed: "There is no quantity in the answer; correct would be \(listed).")
    }
    var failures: [String] = []
    for (text, quantity) in wanted {
      let found = read.result(comparableWith: quantity)
      let comparison = QuantityLikeness(found, quantity, allowed: allowed)
      if let reading = comparison.match {
        return CorrectnessMatch(
          passed:
            "The answer's \(QuotedExcerpt(found.words, limit: 100))\(read.place) is "
            + "\(QuotedExcerpt(text, limit: 200))\(reading)\(allowed).",
          text, extracted: found.words)
      }
      failures.append(
        "The answer's \(QuotedExcerpt(found.words, limit: 100))\(read.place) is not "
          + "\(QuotedExcerpt(text, limit: 200))\(allowed): \(comparison.difference)."
      )
    }
    let more = failures.count > 1 ? " Correct would be \(listed)." : ""
    return CorrectnessMatch(
      failed: failures[0] + more, extracted: read.result(comparableWith: wanted[0].quantity).words)
  }

  /// The quantities of a text; "one" and the like count where nothing else does.
  static func quantities(of text: String) -> [StatedFacts.Quantity] {
    let all = asserted(StatedFacts(text).quantities)
    let counts = all.filter { !$0.isSoft }
    return counts.isEmpty ? all : counts
  }

  /// Without those of "not 60 days", if there are others.
  static func asserted(_ quantities: [StatedFacts.Quantity]) -> [StatedFacts.Quantity] {
    let asserted = quantities.filter { !$0.isDenied }
    return asserted.isEmpty ? quantities : asserted
  }
}

/// The quantities that an answer ends with or marks as its result.
private struct QuantitiesInAnswer {
  let quantities: [StatedFacts.Quantity]
  let isLanguageCovered: Bool
  /// Where they were found, for a message.
  let place: String
  /// Whether the first counts and not the last: what stands behind "The answer is" is followed by its reasons.
  private let isFirst: Bool

  init(_ answer: String) {
    let spoken = FinalAnswer.spoken(answer)
    for mark in FinalAnswer.marked(in: spoken) {
      let marked = QuantityRule.quantities(of: mark.text)
      if !marked.isEmpty {
        (quantities, isLanguageCovered, place) = (marked, true, " (after \(mark.mark))")
        isFirst = !mark.isEnclosed
        return
      }
    }
    let end = String(FinalAnswer.end(of: spoken))
    let facts = StatedFacts(end.utf8.contains(UInt8(ascii: "\\")) ? LaTeXText.plain(end) : end)
    (quantities, isLanguageCovered, place) = (
      QuantityRule.asserted(facts.quantities), facts.isLanguageCovered, ""
    )
    isFirst = false
  }

  /// The one of the kind that is wanted, else any. There is one at least.
  func result(comparableWith wanted: StatedFacts.Quantity) -> StatedFacts.Quantity {
    let dimensions = Set(wanted.measures.map(\.dimension))
    let isOfKind = { (quantity: StatedFacts.Quantity) in
      dimensions.contains("") || quantity.measures.contains { dimensions.contains($0.dimension) }
    }
    let ordered = isFirst ? Array(quantities.reversed()) : quantities
    return ordered.last { isOfKind($0) && !$0.isSoft } ?? ordered.last(where: isOfKind)
      ?? ordered.last { !$0.isSoft } ?? ordered[ordered.count - 1]
  }
}

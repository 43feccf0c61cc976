/// Compares "free of charge" with a price: no number stands against the amount.
enum CostComparison {
  static func findings(in pair: FactReadingPair, whereNot others: [FactFinding]) -> [FactFinding] {
    guard !pair.reference.isFreeOfCosts || !pair.answer.isFreeOfCosts else { return [] }
    if let free = pair.reference.freeWords.first, !pair.answer.isFreeOfCosts,
      let price = price(in: pair.answer, ofWhat: free, in: pair.reference)
    {
      return found(pair.reference.span(free..<(free + 1)), pair.answer.span(price.tokens), others)
    }
    guard !pair.reference.isFreeOfCosts,
      let free = pair.answer.freeWords.first(where: { free in
        price(in: pair.reference, ofWhat: free, in: pair.answer) != nil
      }), let price = price(in: pair.reference, ofWhat: free, in: pair.answer),
      !pair.answer.quantities.contains(where: { QuantityComparison.areEqual($0, price) })
    else { return [] }
    return found(pair.reference.span(price.tokens), pair.answer.span(free..<(free + 1)), others)
  }

  private static func found(_ first: FactSpan, _ second: FactSpan, _ others: [FactFinding]) -> [FactFinding] {
    let isKnown = others.contains {
      $0.relation == .contradicts
        && ($0.reference.range.overlaps(first.range) || ($0.answer?.range.overlaps(second.range) ?? false))
    }
    return isKnown ? [] : [FactFinding(kind: .money, reference: first, answer: second)]
  }

  /// The price that a short sentence states, without a condition, of what the other text says is free.
  private static func price(in reading: FactReading, ofWhat free: Int, in other: FactReading) -> Fact? {
    let claim = other.sentence(of: free)
    guard claim.count <= 14, !hasCondition(claim, other), let subject = subject(of: claim, other) else { return nil }
    return reading.quantities.first { fact in
      guard case .quantity(let measures) = fact.value,
        measures.contains(where: { $0.dimension.hasPrefix("money") && $0.value > 0 }), fact.bound == nil
      else { return false }
      let sentence = reading.sentence(of: fact.tokens.lowerBound)
      return sentence.count <= 18 && !hasCondition(sentence, reading) && self.subject(of: sentence, reading) == subject
        && sentence.contains { costs.contains(reading.tokens[$0].text) }
    }
  }

  /// The first stem of a sentence that says something.
  private static func subject(of sentence: Range<Int>, _ reading: FactReading) -> String? {
    sentence.lazy.map { reading.tokens[$0] }.first {
      $0.kind == .word && !FactWords.empty.contains($0.text) && !replies.contains($0.text)
    }?.stem
  }

  private static func hasCondition(_ sentence: Range<Int>, _ reading: FactReading) -> Bool {
    sentence.contains { conditions.contains(reading.tokens[$0].text) }
  }

  /// Whether "free" at this place says that something costs nothing.
  static func saysFree(_ index: Int, in reading: FactReading) -> Bool { reading.saysFree(index) }

  private static let replies = FactWords.set("yes no sure ja nein oui non si sim nao our your standard")
  private static let costs = FactWords.set(
    "cost costs price fee charge kostet kosten coute coutent cuesta cuestan costa costano custa custam")
  private static let conditions = FactWords.set(
    "from over above below under if unless when until first only except members member used ab uber wenn sobald bis nur si des jusqu sauf desde hasta solo se dal da fino apenas partir partire not never nicht pas no non nao"
  )
}

extension FactReading {
  /// Where the text says that something costs nothing.
  fileprivate var freeWords: [Int] {
    Array(tokens.indices.lazy.filter(saysFree).prefix(20))
  }

  fileprivate func saysFree(_ index: Int) -> Bool {
    guard Self.free.contains(tokens[index].text) else { return false }
    // "free" before a noun, "free from", "feel free", and what is only free of something.
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    let isOfCharge =
      next?.text == "of" && index + 2 < tokens.count
      && ["charge", "charges", "cost", "costs"].contains(tokens[index + 2].text)
    let isLast = next.map { $0.kind == .sign || isOfCharge || $0.text == "and" || $0.startsSentence } ?? true
    return tokens[index].text != "free" || isLast
  }

  /// Whether the text says of anything that it costs nothing.
  fileprivate var isFreeOfCosts: Bool { tokens.contains { Self.free.contains($0.text) || $0.text == "nothing" } }

  private static let free = FactWords.set(
    "free complimentary gratis kostenlos kostenfrei umsonst gratuit gratuite gratuits gratuites gratuito gratuita gratuitos gratuitas"
  )
}

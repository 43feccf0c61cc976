/// Compares what one and the same period counts from: "30 days after the order" against "30 days after delivery".
enum PeriodStartComparison {
  static func findings(in pair: FactReadingPair) -> [FactFinding] {
    for fact in pair.reference.quantities where isPeriod(fact) {
      guard let own = start(of: fact, in: pair.reference) else { continue }
      let equals = pair.answer.quantities.filter { isPeriod($0) && QuantityComparison.areEqual(fact, $0) }
      let starts = equals.compactMap { start(of: $0, in: pair.answer) }
      // Where one says less, or the same among others, nothing stands against the reference.
      guard starts.count == equals.count, let other = starts.first,
        starts.allSatisfy({ own.events.isDisjoint(with: $0.events) })
      else { continue }
      return [
        FactFinding(
          kind: .units, reference: pair.reference.span(fact.tokens.lowerBound..<(own.token + 1)),
          answer: pair.answer.span(other.from..<(other.token + 1)), because: "The period counts from something else.")
      ]
    }
    return []
  }

  private static func isPeriod(_ fact: Fact) -> Bool {
    guard case .quantity(let measures) = fact.value else { return false }
    return measures.contains { $0.dimension == "time" && $0.value >= 3600 }
  }

  /// The kinds of events after which a period counts, and the token that tells.
  private static func start(of fact: Fact, in reading: FactReading) -> (events: Set<Int>, from: Int, token: Int)? {
    let tokens = reading.tokens
    let sentence = reading.sentence(of: fact.tokens.lowerBound)
    var events: Set<Int> = []
    var token: Int?
    var isAfter = false
    var isStarting = false
    let first = fact.tokens.upperBound
    for index in first..<max(first, min(sentence.upperBound, first + 10)) {
      let word = tokens[index]
      if word.kind == .sign, word.text != "'" { break }
      if joining.contains(word.text) { break }
      if !isAfter {
        guard index < first + 3 else { break }
        isAfter = prepositions.contains(word.text) || isStarting && ["on", "with", "at"].contains(word.text)
        isStarting = starting.contains(word.text)
        continue
      }
      if ours.contains(word.text) { events.insert(returning) }
      guard let event = event(word) else { continue }
      events.insert(event)
      token = token ?? index
    }
    guard let token else { return nil }
    return (events, fact.tokens.lowerBound, token)
  }

  private static let prepositions = FactWords.set("after from of since following once")
  /// "The 30 days start on the day you order."
  private static let starting = FactWords.set(
    "start starts starting begin begins beginning count counted counting run runs")
  private static let joining = FactWords.set("and or but to for if in until")
  /// With us a parcel arrives that was sent back.
  private static let ours = FactWords.set("we us our warehouse back store shop")
  private static let returning = 3

  private static func event(_ token: FactToken) -> Int? {
    guard token.kind == .word else { return nil }
    return events[ClaimWords.canonical(token)] ?? events[token.text]
  }

  private static let events: [String: Int] = {
    var table: [String: Int] = [:]
    let lines = [
      "buy order orders ordered ordering place placed placing book pay checkout",
      "ship send leave takeoff", "deliver arrive receipt receive received receiving receives reaches reached",
      "return returns returned",
      "cancel", "sign signed signing signature", "register signup", "publish published publication", "birth born",
      "approval approved approve", "expiry expires expiration", "accident damage incident",
    ]
    for (event, line) in lines.enumerated() {
      for word in line.split(separator: " ") { table[String(word)] = event }
    }
    return table
  }()
}

/// Compares people, places, products and organisations.
enum NameComparison {
  static func findings(in pair: FactReadingPair) -> [FactFinding] {
    let reference = NameReading(pair.reference, beside: pair.answer)
    let answer = NameReading(pair.answer, beside: pair.reference)
    guard reference.isCased else { return [] }
    var free = answer.names.filter { !reference.says(answer.reading.tokens, $0) }
    var findings: [FactFinding] = []
    var cursor = 0
    let names = reference.names
    while cursor < names.count {
      let start = cursor
      guard !answer.says(reference.reading.tokens, names[start]) else {
        cursor += 1
        continue
      }
      // Neighbours that are missing too belong to the same name.
      var end = cursor + 1
      while end < names.count, names[end] == names[end - 1] + 1, !answer.says(reference.reading.tokens, names[end]) {
        end += 1
      }
      cursor = end
      let span = names[start]..<(names[end - 1] + 1)
      guard !answer.hasInitials(of: span, in: reference.reading) else { continue }
      if let other = counterpart(of: span, in: pair, among: free) {
        let last = free.last { $0 < other + 4 && isRun(other...$0, free) } ?? other
        free.removeAll { (other...max(other, last)).contains($0) }
        findings.append(
          FactFinding(
            kind: .names, reference: pair.reference.span(span), answer: pair.answer.span(other..<(max(other, last) + 1))
          ))
      } else if !pair.reference.tokens[names[start]].startsSentence, answer.isCased,
        !isSetAside(names[start], in: pair.reference)
      {
        findings.append(FactFinding(kind: .names, reference: pair.reference.span(span), answer: nil))
      }
    }
    findings += replaced(reference, answer, free, in: pair)
    return findings
  }

  /// A name of the answer alone between the words between which the reference has another name: a name that
  /// stands in the reference twice may be replaced once.
  private static func replaced(
    _ reference: NameReading, _ answer: NameReading, _ free: [Int], in pair: FactReadingPair
  ) -> [FactFinding] {
    var findings: [FactFinding] = []
    for other in free.prefix(50) {
      let before = word(at: other - 1, in: pair.answer)
      let after = word(at: other + 1, in: pair.answer)
      // "the UI." and "the EU." have only little words in common.
      guard !before.isEmpty, !after.isEmpty, isTelling(other - 1, pair.answer) || isTelling(other + 1, pair.answer)
      else { continue }
      for own in reference.names
      where word(at: own - 1, in: pair.reference) == before && word(at: own + 1, in: pair.reference) == after {
        findings.append(
          FactFinding(
            kind: .names, reference: pair.reference.span(own..<(own + 1)), answer: pair.answer.span(other..<(other + 1))
          ))
        break
      }
    }
    return findings
  }

  private static func isTelling(_ index: Int, _ reading: FactReading) -> Bool {
    index >= 0 && index < reading.tokens.count && reading.tokens[index].kind != .sign
      && !FactWords.empty.contains(reading.tokens[index].text)
  }

  /// Whether a name is only said not to be meant: "not Sydney", "instead of Sydney".
  private static func isSetAside(_ index: Int, in reading: FactReading) -> Bool {
    let before = reading.tokens[max(0, index - 2)..<index].map(\.text)
    return before.contains { setAside.contains($0) }
  }

  private static let setAside = FactWords.set(
    "not instead than except nicht statt sondern pas sauf no salvo non tranne nao exceto")

  private static func isRun(_ range: ClosedRange<Int>, _ free: [Int]) -> Bool { range.allSatisfy { free.contains($0) } }

  /// A name of the answer that stands where the name stands in the reference.
  private static func counterpart(of span: Range<Int>, in pair: FactReadingPair, among free: [Int]) -> Int? {
    let before = word(at: span.lowerBound - 1, in: pair.reference)
    let after = word(at: span.upperBound, in: pair.reference)
    var best: (score: Int, index: Int)?
    for index in free.prefix(100) {
      var score = pair.affinity(span, index..<(index + 1))
      if !before.isEmpty, before == word(at: index - 1, in: pair.answer) { score += 3 }
      if !after.isEmpty, after == word(at: index + 1, in: pair.answer) { score += 3 }
      if score > (best?.score ?? 0) { best = (score, index) }
    }
    return best?.index
  }

  /// Whether two words are one name, give or take an ending or a slip of the pen.
  static func isVariant(_ a: String, _ b: String) -> Bool {
    let shared = zip(a, b).prefix { $0 == $1 }.count
    if shared >= 5, max(a.count, b.count) - shared <= 3 { return true }
    if shared >= 4, max(a.count, b.count) - shared <= 2 { return true }
    return shared == min(a.count, b.count) && max(a.count, b.count) - shared <= 2
  }

  private static func word(at index: Int, in reading: FactReading) -> String {
    index >= 0 && index < reading.tokens.count ? reading.tokens[index].stem : ""
  }
}

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
      } else if !pair.reference.tokens[names[start]].startsSentence, answer.isCased {
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
      guard !before.isEmpty, !after.isEmpty else { continue }
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

  private static func word(at index: Int, in reading: FactReading) -> String {
    index >= 0 && index < reading.tokens.count ? reading.tokens[index].stem : ""
  }
}

/// The names of a text.
private struct NameReading {
  let reading: FactReading
  /// Tokens that are names or parts of names.
  let names: [Int]
  /// Whether capitals mean anything in this text.
  let isCased: Bool
  private let fiveLetters: [String: [String]]
  private let initials: String
  /// Where single letters with a full stop stand: "U.S."
  private let letterTokens: [Int]

  /// Small in running text, with a capital in headlines.
  private static let verbs = FactWords.set(
    "is are was were has have had can will does did ist sind hat est sont es son e sono")

  /// Short forms are sought in the first words only.
  private static let maximumInitials = 4000

  init(_ reading: FactReading, beside other: FactReading) {
    self.reading = reading
    let tokens = reading.tokens
    let words = tokens.filter { $0.kind == .word && $0.text.count > 1 }
    let capitals = words.reduce(0) { $0 + ($1.isCapitalised ? 1 : 0) }
    isCased =
      capitals * 10 <= words.count * 7 || words.count <= 3
      || words.contains { !$0.isCapitalised && NameReading.verbs.contains($0.text) }
    let inside = NameReading.capitalisedInside(reading).union(NameReading.capitalisedInside(other))
    var names: [Int] = []
    for (index, token) in tokens.enumerated() where isCased && token.isCapitalised && !reading.isCovered[index] {
      guard token.text.count > 1, !FactWords.empty.contains(token.text), !FactWords.titles.contains(token.text),
        !NameWords.plain.contains(token.text), CalendarWords.month(token.text) == nil,
        CalendarWords.weekday(token.text) == nil
      else { continue }
      if reading.language == .german, !NameWords.known.contains(token.text), !token.isAllCapitals { continue }
      if token.startsSentence {
        let next = index + 1 < tokens.count ? tokens[index + 1] : nil
        let isFollowed =
          next.map { $0.isCapitalised && $0.text.count > 1 && !FactWords.empty.contains($0.text) } ?? false
        guard
          NameWords.known.contains(token.text)
            || reading.language == .english && isFollowed && !reading.hasSmall(token) && !other.hasSmall(token)
            || inside.contains(token.text) || token.isAllCapitals
        else { continue }
      }
      names.append(index)
      if names.count == FactReading.maximumFacts { break }
    }
    self.names = names
    var fiveLetters: [String: [String]] = [:]
    for token in words where token.text.utf8.count >= 4 {
      fiveLetters[String(token.text.prefix(3)), default: []].append(token.text)
    }
    self.fiveLetters = fiveLetters
    letterTokens = Array(
      tokens.indices.dropLast().lazy.filter { tokens[$0].text.utf8.count == 1 && tokens[$0 + 1].text == "." }.prefix(
        100))
    initials = String(
      tokens.prefix(NameReading.maximumInitials).filter {
        $0.kind == .word && !["of", "the", "and", "for"].contains($0.text)
      }.compactMap(\.text.first))
  }

  private static func capitalisedInside(_ reading: FactReading) -> Set<String> {
    Set(reading.tokens.filter { $0.isCapitalised && !$0.startsSentence }.map(\.text))
  }

  /// Whether this text has a name of another, give or take an ending or a slip of the pen.
  func says(_ tokens: [FactToken], _ index: Int) -> Bool {
    let token = tokens[index]
    if reading.positions[token.stem] != nil { return true }
    if let alias = NameWords.aliases[token.text],
      NameWords.aliases.contains(where: { $0.value == alias && reading.positions[$0.key] != nil })
    {
      return true
    }
    for word in (fiveLetters[String(token.text.prefix(3))] ?? []).prefix(50) where isVariant(word, token.text) {
      return true
    }
    // "EU" for "European Union".
    if token.isAllCapitals, token.text.count >= 2, token.text.count <= 6, initials.contains(token.text) { return true }
    return false
  }

  private func isVariant(_ a: String, _ b: String) -> Bool {
    let shared = zip(a, b).prefix { $0 == $1 }.count
    if shared >= 5, max(a.count, b.count) - shared <= 3 { return true }
    if shared >= 4, max(a.count, b.count) - shared <= 2 { return true }
    return shared == min(a.count, b.count) && max(a.count, b.count) - shared <= 2
  }

  /// Whether this text has the first letters of a name of several words.
  func hasInitials(of span: Range<Int>, in other: FactReading) -> Bool {
    var first = span.lowerBound
    var last = span.upperBound
    while first > 0,
      other.tokens[first - 1].isCapitalised || ["of", "and", "the"].contains(other.tokens[first - 1].text),
      span.lowerBound - first < 5
    { first -= 1 }
    while last < other.tokens.count,
      other.tokens[last].isCapitalised || ["of", "and", "the"].contains(other.tokens[last].text),
      last - span.upperBound < 5
    { last += 1 }
    let words = (first..<last).filter { other.tokens[$0].isCapitalised && other.tokens[$0].text != "the" }
    let letters = String(words.compactMap { other.tokens[$0].text.first })
    guard letters.count >= 2 else { return false }
    // "UN Security Council": any part of the run that has the name in it.
    for start in words.indices where words[start] <= span.lowerBound {
      for end in words.indices where words[end] >= span.upperBound - 1 && end > start {
        let short = String(words[start...end].compactMap { other.tokens[$0].text.first })
        if let places = reading.positions[short], places.contains(where: { reading.tokens[$0].isAllCapitals }) {
          return true
        }
      }
    }
    if reading.positions[letters] != nil { return true }
    return letterTokens.contains { start in
      zip(letters, 0...).allSatisfy { letter, offset in
        start + offset * 2 < reading.tokens.count && reading.tokens[start + offset * 2].text == String(letter)
      }
    }
  }
}

extension FactReading {
  /// Whether the text has the word in small letters.
  fileprivate func hasSmall(_ token: FactToken) -> Bool {
    (positions[token.stem] ?? []).contains { !tokens[$0].isCapitalised }
  }
}

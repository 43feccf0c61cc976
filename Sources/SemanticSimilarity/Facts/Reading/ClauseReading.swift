/// A text of English cut into clauses, each with what it is about.
struct ClauseReading {
  struct Clause {
    let tokens: Range<Int>
    /// What the clause says, in the one form that ``ClaimWords/canonical(_:)`` gives, without fillers.
    let words: Set<String>
    /// Words of the clause before for which a pronoun or nothing stands here: "…; they can't be paid out".
    let inherited: Set<String>
    /// Words such as "within", "after" and "without".
    let bounds: Set<String>
    /// Whether it is a condition, a question or what somebody is said to have said.
    var isSupposed: Bool
    /// Whether something in it denies, restricts or rules out.
    let isDenied: Bool
    /// Whether it says that something costs nothing.
    let isFree: Bool
    /// Whether it is an item of a list of what is denied.
    let isDeniedItem: Bool
    /// Whether it has a word such as "not" or "nobody".
    let hasCue: Bool

    /// All that it may be about.
    var subjects: Set<String> { words.union(inherited) }
  }

  let reading: FactReading
  private let polarity: PolarityReading
  private(set) var clauses: [Clause] = []

  /// Words that a cue denies, wherever it stands: "Urgent: no".
  private var deniedWords: Set<Int> = []
  /// Whether what follows is a list of what is denied: "Please don't:".
  private var isInDeniedList = false

  /// Later clauses are not read.
  private static let maximumClauses = 120
  /// A longer clause is cut.
  private static let maximumTokens = 80

  init(_ polarity: PolarityReading) {
    self.polarity = polarity
    reading = polarity.reading
    for cue in polarity.cues {
      let word = reading.tokens[cue.token].text
      if word != "without", !ClaimWords.needInfinitive.contains(word) { deniedWords.formUnion(cue.scope) }
    }
    var start = 0
    var index = 0
    while index <= reading.tokens.count, clauses.count < Self.maximumClauses {
      if index == reading.tokens.count || index > start && (isBoundary(index) || index - start == Self.maximumTokens) {
        add(start..<index)
        start = index
      }
      index += 1
    }
    supposeAround()
  }

  /// What holds under a condition is no more than supposed.
  private mutating func supposeAround() {
    let sentences = Set(
      clauses.lazy.filter(isCondition).map { [reading] in reading.sentences[$0.tokens.lowerBound] })
    for index in clauses.indices where sentences.contains(reading.sentences[clauses[index].tokens.lowerBound]) {
      clauses[index].isSupposed = true
    }
  }

  private func isCondition(_ clause: Clause) -> Bool {
    let words = clause.tokens.lazy.filter { reading.tokens[$0].kind != .sign }.prefix(3).map { reading.tokens[$0].text }
    return words.contains { ClaimWords.conditions.contains($0) }
      || words.contains("as") && !Set(words).isDisjoint(with: ["soon", "long"])
  }

  private func isBoundary(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    if token.startsSentence, reading.sentences[index] != reading.sentences[index - 1] { return true }
    if token.kind == .sign {
      switch token.text {
      case ";", ":", "—", "–", "?", "!", "|": return true
      case ",": return startsClause(index + 1) || partsNumbers(index)
      default: return false
      }
    }
    if Self.conjunctions.contains(token.text) { return true }
    if Self.prepositions.contains(token.text) { return startsClause(index + 1) }
    guard token.text == "and" || token.text == "or" else { return false }
    return startsClause(index + 1) || token.text == "and" && partsNumbers(index)
  }

  /// "The bus takes 55 minutes, the train 40": words of its own stand before each number.
  private func partsNumbers(_ index: Int) -> Bool {
    let tokens = reading.tokens
    let after = tokens[(index + 1)..<max(index + 1, min(tokens.count, index + 7))].prefix { $0.kind != .sign }
    guard reading.isCovered[max(0, index - 8)..<index].contains(true),
      let number = after.indices.first(where: { reading.isCovered[$0] })
    else { return false }
    return after[..<number].contains(where: Self.tells)
  }

  /// Whether a verb that is known as one stands soon, so that what follows is no mere list.
  private func startsClause(_ index: Int) -> Bool {
    for next in index..<min(reading.tokens.count, index + 5) {
      let token = reading.tokens[next]
      if token.kind == .sign, token.text != "'" { return false }
      if ClaimWords.nobodies.contains(token.text) { return true }
      if ClaimWords.auxiliaries.contains(token.text) || Self.subjects.contains(token.text) { return true }
    }
    return false
  }

  private static let conjunctions = FactWords.set(
    "but because although while if unless when whereas though once")
  /// Words that join clauses or stand before a time.
  private static let prepositions = FactWords.set("until so since")
  private static let subjects = FactWords.set("i we you they he she it not cannot never")

  private mutating func add(_ range: Range<Int>) {
    let tokens = reading.tokens
    let words = wordsOutsideBrackets(range)
    guard let first = words.first else { return }
    var stems: Set<String> = []
    var bounds: Set<String> = []
    var isDenied = false
    var hasCue = false
    var isFree = false
    let cues = NegationCues.cues(.english)
    for index in words {
      let token = tokens[index]
      let isFrom = token.text == "from" && index + 1 < tokens.count
      if ClaimWords.bounds.contains(token.text), !isFrom || tokens[index + 1].kind == .number {
        bounds.insert(token.text)
      }
      if Self.tells(token) { stems.insert(ClaimWords.canonical(at: index, in: tokens)) }
      if cues.contains(token.text), token.text != "without", !ClaimWords.needInfinitive.contains(token.text) {
        hasCue = true
      }
      if token.text == "free" || token.text == "waived" {
        isFree = true
        continue
      }
      if deniedWords.contains(index) { isDenied = true }
      // What stands after "without" is compared as a bound.
      if token.text == "without" || ClaimWords.needInfinitive.contains(token.text) && !leadsOn(index) { continue }
      if cues.contains(token.text) || ClaimWords.denyingVerbs.contains(token.text)
        || NegationCues.denials.contains(token.text) || token.text == "non" || ClaimWords.endings.contains(token.text)
        || isOver(index)
      {
        isDenied = true
      }
    }
    var inherited: Set<String> = []
    let leading = words.prefix(4).map { tokens[$0].text }
    let hasPronoun = leading.contains { ClaimWords.pronouns.contains($0) }
    let hasNoSubject =
      ["and", "or", "but"].contains(tokens[first].text) && words.count > 1
      && (ClaimWords.auxiliaries.contains(tokens[words[1]].text) || hasPronoun)
    if hasPronoun || hasNoSubject, let before = clauses.last {
      inherited = before.words.union(before.inherited)
    }
    let head = words.prefix(2).map { tokens[$0].text }
    let isQuestion =
      words.last.map { end in
        tokens[min(tokens.count - 1, end + 1)].text == "?"
      } ?? false
    if let end = words.last, end + 1 < tokens.count, tokens[end + 1].text == ":", isDenied { isInDeniedList = true }
    let isSupposed =
      isQuestion || isInDeniedList || head.contains { ClaimWords.suppositions.contains($0) }
      || words.contains { ClaimWords.reports.contains(tokens[$0].text) }
    clauses.append(
      Clause(
        tokens: range, words: stems, inherited: inherited, bounds: bounds, isSupposed: isSupposed, isDenied: isDenied,
        isFree: isFree,
        isDeniedItem: isInDeniedList && first > 0 && Self.bullets.contains(tokens[first - 1].text),
        hasCue: hasCue))
  }

  private static let bullets: Set<String> = ["-", "*", "•", "–"]

  /// What stands in brackets only adds to the clause.
  private func wordsOutsideBrackets(_ range: Range<Int>) -> [Int] {
    var result: [Int] = []
    var isInside = false
    for index in range {
      switch reading.tokens[index].text {
      case "(": isInside = reading.tokens[index..<min(range.upperBound, index + 16)].contains { $0.text == ")" }
      case ")": isInside = false
      default: if !isInside, reading.tokens[index].kind != .sign { result.append(index) }
      }
    }
    return result
  }

  /// "used to cost", "in the past": it does no more.
  func isOver(_ index: Int) -> Bool {
    let tokens = reading.tokens
    switch tokens[index].text {
    case "used": return polarity.isOver(index)
    case "formerly", "previously": return true
    case "past": return index > 1 && tokens[index - 1].text == "the" && tokens[index - 2].text == "in"
    default: return false
    }
  }

  /// "failed to start", "stopped selling"
  func leadsOn(_ index: Int) -> Bool {
    index + 1 < reading.tokens.count
      && (reading.tokens[index + 1].text == "to" || reading.tokens[index + 1].text.hasSuffix("ing"))
  }

  /// Whether a word says what a clause is about.
  static func tells(_ token: FactToken) -> Bool {
    guard token.kind != .sign, !FactWords.empty.contains(token.text), !ClaimWords.fillers.contains(token.text),
      !ClaimWords.bounds.contains(token.text)
    else { return false }
    return !(token.text.utf8.count > 5 && token.text.hasSuffix("ly"))
  }
}

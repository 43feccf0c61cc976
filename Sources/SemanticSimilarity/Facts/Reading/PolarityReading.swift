/// Which words of a text are denied.
struct PolarityReading {
  struct Cue {
    let token: Int
    /// The words it denies, nearest first.
    let scope: [Int]
  }

  let reading: FactReading
  /// Where the words stand that begin with four letters; not for English.
  private var heads: [String: [Int]] = [:]
  private(set) var cues: [Cue] = []
  /// How many cues deny each token.
  private(set) var denials: [Int]
  /// Tokens that a cue denies before any other.
  private(set) var nearest: Set<Int> = []
  /// Stems that are denied somewhere.
  private(set) var deniedStems: Set<String> = []
  /// Stems that are said somewhere without a denial.
  private(set) var saidStems: Set<String> = []
  private var opposites: Set<OppositeWords.Place> = []
  /// A "yes" or "no" that answers a question.
  private(set) var reply: (isYes: Bool, token: Int)?

  static let prefixes = ["un", "in", "im", "ir", "il", "dis", "non"]
  private static let replies: [String: Bool] = [
    "yes": true, "no": false, "nope": false, "yeah": true, "ja": true, "nein": false, "oui": true, "non": false,
    "si": true, "sim": true, "nao": false,
  ]

  init(_ reading: FactReading) {
    self.reading = reading
    let tokens = reading.tokens
    denials = Array(repeating: 0, count: tokens.count)
    let words = NegationCues.cues(reading.language)
    // "not more than 5" bounds a number and denies nothing.
    let boundDenials = Set(reading.quantities.compactMap(\.denial))
    var last: Int?
    for (index, token) in tokens.enumerated() where token.kind == .word {
      // "Urgent: no", "**Returns:** none"
      if let colon = colon(before: index), PolarityReading.replies[token.text] == false || token.text == "none",
        index + 1 == tokens.count || tokens[index + 1].kind == .sign || tokens[index + 1].startsSentence
      {
        let scope = span(from: colon - 1, by: -1, atMost: 2)
        for word in scope { denials[word] += 1 }
        if !scope.isEmpty { cues.append(Cue(token: index, scope: scope)) }
        continue
      }
      if token.startsSentence, let isYes = PolarityReading.replies[token.text],
        index + 1 == tokens.count || tokens[index + 1].kind == .sign
      {
        if reply == nil { reply = (isYes, index) }
        continue
      }
      let isPrefix = token.text == "non" && index + 1 < tokens.count && tokens[index + 1].text == "-"
      guard words.contains(token.text) || isOutOf(index) || isPrefix else { continue }
      if isCondition(index) || boundDenials.contains(index) { continue }
      // "né", born.
      if token.text == "ne", reading.text[token.range].lowercased() != "ne" { continue }
      if index + 1 < tokens.count, NegationCues.harmless.contains(tokens[index + 1].text) { continue }
      // What need not be is a matter of modality.
      if token.text == "not", isNeed(index + 1) || isNeed(index - 1) { continue }
      // "ne ... pas", "no ... nada" are one denial.
      if let before = last, index - before <= 4, reading.language != .german, reading.language != .english,
        !tokens[before..<index].contains(where: { PolarityReading.isBoundary($0) })
      {
        continue
      }
      // "no" at the head of a list number: "No. 5".
      if token.text == "no", index + 2 < tokens.count, tokens[index + 1].text == ".", tokens[index + 2].kind == .number
      {
        continue
      }
      last = index
      var scope = span(from: index + 1, by: 1, atMost: 4)
      if NegationCues.looksBack(reading.language) { scope += span(from: index - 1, by: -1, atMost: 2) }
      // "Shipping to islands isn't possible."
      if scope.isEmpty || scope.count == 1 && PolarityReading.weakBeforeTo.contains(tokens[scope[0]].text) {
        scope += span(from: index - 1, by: -1, atMost: 4)
      }
      guard !scope.isEmpty else { continue }
      for word in scope { denials[word] += 1 }
      cues.append(Cue(token: index, scope: scope))
    }
    // Two denials of one word cancel out: "not unable", "never without".
    for index in denials.indices where denials[index] > 1 { denials[index] %= 2 }
    if reading.language != .english {
      for (index, token) in tokens.enumerated() where token.kind == .word && token.text.utf8.count >= 5 {
        let head = String(token.text.prefix(4))
        if heads[head, default: []].count < 20 { heads[head, default: []].append(index) }
      }
    }
    for (index, token) in tokens.enumerated() where token.kind != .sign {
      if denials[index] > 0 { deniedStems.insert(token.stem) } else { saidStems.insert(token.stem) }
      if let place = OppositeWords.place(of: token.text, in: reading.language) { opposites.insert(place) }
    }
    nearest = Set(cues.compactMap(\.scope.first))
    cues.removeAll { cue in cue.scope.first.map { denials[$0] == 0 } ?? true }
  }

  /// The colon before a word, with nothing but marks of emphasis between.
  private func colon(before index: Int) -> Int? {
    var cursor = index - 1
    while cursor > 0, index - cursor < 4, ["*", "_"].contains(reading.tokens[cursor].text) { cursor -= 1 }
    return cursor > 0 && reading.tokens[cursor].text == ":" ? cursor : nil
  }

  /// "Returns without a label are not accepted" says what a label is for.
  private func isCondition(_ index: Int) -> Bool {
    guard PolarityReading.withouts.contains(reading.tokens[index].text) else { return false }
    let words = NegationCues.cues(reading.language)
    return reading.sentence(of: index).contains {
      $0 != index
        && (words.contains(reading.tokens[$0].text) || ["rejected", "declined"].contains(reading.tokens[$0].text))
    }
  }

  private static let withouts = FactWords.set("without ohne sans sin senza sem")

  /// "sold out" and "out of stock", but not "out of 5".
  private func isOutOf(_ index: Int) -> Bool {
    let tokens = reading.tokens
    guard reading.language == .english, tokens[index].text == "out" else { return false }
    if index > 0, tokens[index - 1].text == "sold" { return true }
    guard index + 2 < tokens.count else { return false }
    return tokens[index + 1].text == "of" && tokens[index + 2].kind == .word && !tokens[index + 2].isCapitalised
      && ["stock", "service", "order", "reach", "date", "print"].contains(tokens[index + 2].text)
  }

  /// "have to", "need".
  private func isNeed(_ index: Int) -> Bool {
    guard reading.language == .english, index >= 0, index < reading.tokens.count else { return false }
    let word = reading.tokens[index].text
    return word == "need"
      || word == "have" && index + 1 < reading.tokens.count && reading.tokens[index + 1].text == "to"
  }

  private static func isBoundary(_ token: FactToken) -> Bool {
    if token.kind == .sign { return token.text != "-" && token.text != "\"" && token.text != "'" && token.text != "*" }
    return boundaries.contains(token.text)
  }

  private static let boundaries = FactWords.set(
    "but because although while if unless until when since aber weil obwohl wenn sondern mais parce car quand pero porque cuando ma perche quando mas"
  )

  /// Up to some words that say something, until the clause ends.
  private func span(from start: Int, by step: Int, atMost limit: Int) -> [Int] {
    var result: [Int] = []
    var index = start
    var steps = 0
    let words = NegationCues.cues(reading.language)
    while index >= 0, index < reading.tokens.count, result.count < limit, steps < 10 {
      let token = reading.tokens[index]
      if PolarityReading.isBoundary(token) { break }
      if token.kind != .sign, !FactWords.empty.contains(token.text), !isWeak(index),
        !PolarityReading.withouts.contains(token.text),
        reading.language == .english || !words.contains(token.text) && !PolarityReading.auxiliaries.contains(token.text)
      {
        result.append(index)
      }
      index += step
      steps += 1
    }
    return result
  }

  /// Words that a denial passes over: "not currently available" and "currently not available" deny the same.
  private func isWeak(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    if PolarityReading.weak.contains(token.text) { return true }
    guard reading.language == .english else { return false }
    if PolarityReading.weakBeforeTo.contains(token.text) {
      return index + 1 < reading.tokens.count && reading.tokens[index + 1].text == "to"
    }
    return token.text.count > 5 && token.text.hasSuffix("ly")
  }

  /// "not allowed to cancel" denies cancelling; "not allowed here" denies allowing.
  private static let weakBeforeTo = FactWords.set("able allowed permitted possible going")

  private static let auxiliaries = FactWords.set(
    "ist sind war waren est sont etait etaient ete es son esta estan estaba estaban fue fueron era eran ser sido sono erano stato stata estao foi foram"
  )

  private static let weak = FactWords.set(
    "longer ever even yet still anymore get got mehr noch plus encore mas ancora piu mais ainda plus de"
  )

  /// Whether a word of the text denies something without being a cue: "closed", "unlike", "free".
  var mayDeny: Bool {
    let cues = NegationCues.cues(reading.language)
    return reading.tokens.contains { token in
      guard token.kind == .word else { return false }
      if NegationCues.denials.contains(token.text) || cues.contains(token.text) || restricting.contains(token.text) {
        return true
      }
      return token.text.utf8.count > 6
        && ["un", "in", "im", "dis", "non", "des"].contains { token.text.hasPrefix($0) }
    }
  }

  private var restricting: Set<String> { ["only", "unless", "except", "alone", "nur", "seulement", "solo", "somente"] }

  /// Where another form of a word stands: "salta", "saltando". Not for English, whose stems tell.
  func inflected(_ word: String) -> Int? {
    guard reading.language != .english, word.utf8.count >= 5 else { return nil }
    let head = word.prefix(max(4, word.count - 4))
    return heads[String(word.prefix(4))]?.first {
      reading.tokens[$0].text.hasPrefix(head) && reading.tokens[$0].text.utf8.count <= word.utf8.count + 4
    }
  }

  /// Whether the text says within four tokens that something is no more: "we used to ship".
  func isOverNear(_ place: Int) -> Bool { (max(0, place - 4)..<place).contains(where: isOver) }

  /// "used to cost", "formerly": it does no more.
  func isOver(_ index: Int) -> Bool {
    let tokens = reading.tokens
    guard reading.language == .english else { return false }
    if tokens[index].text == "formerly" || tokens[index].text == "previously" { return true }
    guard index > 0, index + 1 < tokens.count, tokens[index].text == "used", tokens[index + 1].text == "to",
      !ClaimWords.auxiliaries.contains(tokens[index - 1].text)
    else { return false }
    // "it's used to", whose short form is no token, and "get used to".
    let between = reading.text[tokens[index - 1].range.upperBound..<tokens[index].range.lowerBound]
    return !between.contains { $0 == "'" || $0 == "\u{2019}" } && !tokens[index - 1].text.hasPrefix("g")
  }

  /// Whether a denied word stands within four tokens.
  func isDeniedNear(_ place: Int) -> Bool {
    let near = max(0, place - 4)...min(denials.count - 1, place + 4)
    return near.contains { denials[$0] > 0 && $0 < place + 2 }
  }

  /// Whether the text has a word of the opposite meaning: "not open" and "closed".
  func hasOpposite(of word: String) -> Bool {
    guard let own = OppositeWords.place(of: word, in: reading.language), own.isPair else { return false }
    return opposites.contains(OppositeWords.Place(group: own.group, side: 1 - own.side, isPair: true))
  }
}

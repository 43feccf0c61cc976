/// What a text says in its own name, and for now: without what it only reports, supposes, tells of the past, concedes
/// to others or cannot tell.
///
/// "You wrote that refunds take a month. That's not right." says nothing of a month. The rules are of English and know
/// the usual forms only; what none of them knows counts as said.
enum AssertedText {
  /// Longer sentences stay whole.
  private static let longest = 1_200

  private static let quotingVerbs =
    "wrote|said|asked|mentioned|told|claimed|heard|thought|believed|quoted|assumed|suggested|wondered"
  /// "You asked whether …", "a colleague told you …"
  private static let reports = patterns(
    "you|colleague|friend|someone|somebody \(quotingVerbs)", "you were|have|had|ve told|heard|read|seen",
    "a|another|some customer|customers|person|people|user|users \(quotingVerbs)",
    "your question|claim|assumption if|whether|that")
  /// "If delivery were free, …", "it would be nice if …"
  private static let suppositions = patterns(
    "if * were", "if * had been", "would be nice|great|lovely|good|ideal|easier if", "i|we wish",
    "i|we d|would love|like to say|tell|offer|promise", "imagine|suppose * were|had")
  /// "Returns used to cost …"
  private static let pasts = patterns("used to", "formerly|previously", "in the past", "until last year|month|week")
  /// "I don't know whether …", "we have no information about …"
  private static let ignorance = patterns(
    "not know|sure|certain|aware * if|whether|when|how|what|why|about|of",
    "not have|find|see * information|details|data|anything|nothing * about|on|regarding|whether",
    "not say|tell|confirm|promise|guarantee|verify * if|whether|that|when|how",
    "have|found|find no * information|details|data|idea * about|on|regarding|whether|if")
  /// "Some shops do …, but not us"
  private static let concessions = patterns("some|other|others|many|most|elsewhere|usually")
  private static let restrictions = patterns(
    "not us|here|with|at|we|ours|ourselves", "we do|can|will not", "ours|that|it|this * depends|not")
  private static let denials = patterns(
    "that|this|it s|is|was * not * right|true|correct|accurate|so|case",
    "that|this|it s|is|was * wrong|incorrect|false|untrue|outdated|mistake|mistaken|misunderstanding|myth")
  private static let confirmations = patterns(
    "yes|right|correct|correctly|rightly|exactly|indeed|absolutely|certainly|true", "you s|are|re right|correct",
    "that|this|it s|is|was * right|true|correct|so", "it|they|we|i|there is|are|do|does|can|will|did|has|have|s|re")

  private static let excludedBefore: Set<String> = [
    "as", "like", "if", "when", "because", "what", "once", "until", "unless", "is", "are", "was", "were", "be", "been",
    "being", "get", "gets", "not", "can",
  ]
  private static let turns: [String] = [
    ", but ", " but ", ", however", "; ", ": ", " \u{2013} ", " \u{2014} ", "\u{2014}", ", though ",
  ]
  private static let beforeClause: [String] = ["; ", ", ", " but ", " and ", " \u{2014} ", " \u{2013} "]

  private static func patterns(_ texts: String...) -> [WordPattern] { texts.map { WordPattern($0) } }

  /// Each of some neighbouring sentences, without what it does not assert; empty where it asserts nothing.
  static func texts(of sentences: [String]) -> [String] {
    sentences.indices.map { index in
      text(of: sentences[index], before: index + 1 < sentences.count ? sentences[index + 1] : "")
    }
  }

  /// Whether a sentence is meant as it stands: no report, supposition and so on, and nothing that is said of some
  /// alone.
  static func isPlain(_ sentence: String) -> Bool {
    let first = WordSequence(sentence).words.first ?? ""
    return text(of: sentence) == sentence && !concessions.contains { $0.beginnings.contains(first) }
  }

  /// A sentence without what it does not assert.
  /// - Parameter next: the sentence behind it, which may confirm or deny what it reports.
  static func text(of sentence: String, before next: String = "") -> String {
    guard sentence.utf8.count <= longest else { return sentence }
    if isDenial(next) { return "" }
    let sequence = WordSequence(sentence)
    guard let span = unasserted(in: sentence, sequence, next) else { return sentence }
    var rest = sentence
    rest.replaceSubrange(span, with: "")
    return rest.contains(where: \.isLetter) || rest.contains(where: \.isNumber) ? rest : ""
  }

  private static func isDenial(_ next: String) -> Bool {
    let words = Array(
      WordSequence(next).words.drop { ["no", "sorry", "unfortunately", "but"].contains($0) }.prefix(10))
    return denials.contains { $0.match(in: words, at: 0) != nil }
  }

  private static func unasserted(
    in sentence: String, _ sequence: WordSequence, _ next: String
  ) -> Range<String.Index>? {
    if let place = place(of: reports, in: sequence) {
      let span = sequence.ranges[place].lowerBound..<turn(after: place, in: sentence, sequence)
      let isConfirmed =
        confirms(String(sentence[span.upperBound...])) || confirms(next)
        || !sequence.words.allSatisfy {
          !["rightly", "correctly"].contains($0)
        }
      return isConfirmed ? nil : span
    }
    if let place = place(of: suppositions, in: sequence) {
      return sequence.ranges[place].lowerBound..<turn(after: place, in: sentence, sequence)
    }
    if let place = place(of: ignorance, in: sequence),
      sequence.words[max(0, place - 4)..<place].contains(where: { $0 == "i" || $0 == "we" })
    {
      return sequence.ranges[place].lowerBound..<turn(after: place, in: sentence, sequence)
    }
    if let place = place(of: pasts, in: sequence) {
      let end = turn(after: place, in: sentence, sequence)
      return start(before: place, in: sentence, sequence)..<end
    }
    if let first = sequence.words.first, concessions.contains(where: { $0.beginnings.contains(first) }) {
      let end = turn(after: 0, in: sentence, sequence)
      let rest = WordSequence(String(sentence[end...])).words
      let behind = Array(rest.drop { $0 == "but" || $0 == "however" || $0 == "though" })
      if end < sentence.endIndex, restrictions.contains(where: { $0.match(in: behind, at: 0) != nil }) {
        return sentence.startIndex..<end
      }
    }
    return nil
  }

  private static func place(of patterns: [WordPattern], in sequence: WordSequence) -> Int? {
    patterns.compactMap { $0.firstMatch(in: sequence.words)?.first }.min().flatMap { place in
      place > 0 && excludedBefore.contains(sequence.words[place - 1]) && sequence.words[place] != "not" ? nil : place
    }
  }

  private static func confirms(_ text: String) -> Bool {
    var words = Array(WordSequence(text).words.prefix(8))
    words = Array(words.drop { ["and", "so", "well"].contains($0) })
    guard !words.prefix(5).contains("not") else { return false }
    return confirmations.contains { $0.match(in: words, at: 0) != nil }
  }

  private static func turn(after place: Int, in sentence: String, _ sequence: WordSequence) -> String.Index {
    let rest = sentence[sequence.ranges[place].upperBound...]
    return turns.compactMap { range(of: $0, in: rest)?.lowerBound }.min() ?? sentence.endIndex
  }

  private static func start(before place: Int, in sentence: String, _ sequence: WordSequence) -> String.Index {
    var rest = sentence[..<sequence.ranges[place].lowerBound]
    var start = sentence.startIndex
    while let found = beforeClause.compactMap({ range(of: $0, in: rest)?.upperBound }).min() {
      start = found
      rest = rest[found...]
    }
    return start
  }

  private static func range(of part: String, in text: Substring) -> Range<String.Index>? {
    let first = part[part.startIndex]
    var place = text.startIndex
    while let found = text[place...].firstIndex(of: first) {
      if text[found...].hasPrefix(part) { return found..<text.index(found, offsetBy: part.count) }
      place = text.index(after: found)
    }
    return nil
  }
}

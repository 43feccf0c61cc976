import TextMetrics

/// The words of a text that carry its content, as stems: without articles, pronouns, auxiliaries and the like.
struct ContentWords: Sendable, Hashable {
  let stems: Set<String>

  /// All words, for a text that has none but little ones: "Yes, you can."; the text itself where it has no words.
  private let rest: Set<String>

  private static let littleWords: Set<String> = Set(
    """
    a an the this that these those it its he she him her his hers they them their theirs we us our ours you your yours i
    me my mine one who whom whose which what there here of to in on at by for from with within into onto over under
    about as than then so and or but if when while because since until till before after also too just only even still
    already is are was were be been being am do does did done have has had having can could may might shall should will
    would must let please yes no not any some all each every both either neither more most less least very much many other
    such own same up down out off again once how why where get got ll ve re don doesn isn aren wasn won
    none cannot never able unable didn couldn wouldn shouldn
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Words that add nothing of their own to what was said before, in a sentence that says it again or corrects it.
  private static let fillers: Set<String> = Set(
    """
    a an the this that these those it its they them we you your our my i is are was were be been do does can could may
    might will would have has of to for on in at by from within with and or so then in fact actually sorry correction
    rather wait well yes no oh also too even mean make say said true right wrong not never cannot up ll ve re don doesn
    isn aren wasn won didn shouldn couldn wouldn
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// What the words say in the place of their stems, where it is an idea with many names.
  private let ideas: Set<String>
  private var units: [Unit]

  /// A word, or several that say one thing.
  private struct Unit: Hashable {
    var names: Set<String>
    let weight: Double
  }

  /// Verbs that go with everything.
  private static let lightWords: Set<String> = Set(
    """
    get gets got take takes took taken make makes made go goes come comes give gives given need needs want wants use
    used offer offers provide provides able possible usually normally work works find found keep put like happen cost
    costs
    """.split(whereSeparator: \.isWhitespace).map(String.init))
  private static let lightWeight = 0.5

  init(_ text: String) { self.init(text, without: Self.littleWords) }

  /// All words but those that only tie a sentence to the one before it.
  static func allButFillers(of text: String) -> ContentWords { ContentWords(text, without: fillers) }

  private init(_ text: String, without left: Set<String>) {
    let words = WordTokenizer.words(in: text.lowercased())
    rest = words.isEmpty ? [text] : Set(words.map(String.init))
    let stemmer = PorterStemmer()
    let sequence = WordSequence(text).words
    var units: [Unit?] = sequence.map { word in
      if left.contains(word) || word.utf8.count == 1 && word.first?.isLetter == true { return nil }
      return Unit(
        names: [stemmer.stem(word)], weight: Self.lightWords.contains(word) ? Self.lightWeight : 1)
    }
    stems = units.reduce(into: []) { $0.formUnion($1?.names ?? []) }
    var ideas: Set<String> = []
    for (idea, places) in SharedIdeas.ideas(in: sequence) {
      ideas.insert(idea)
      guard let first = places.first else { continue }
      if places.count == 1 {
        units[first]?.names.insert(idea)
      } else {
        // What several words say together is sought as one.
        for place in places { units[place] = nil }
        units[first] = Unit(names: [idea], weight: 1)
      }
    }
    self.ideas = ideas
    var seen: Set<Unit> = []
    self.units = units.compactMap { $0 }.filter { seen.insert($0).inserted }
  }

  /// The words of a sentence that tell what it speaks of, without the facts that it states and verbs that go with all.
  static func topic(of sentence: String, stating facts: [FactFinding]) -> ContentWords {
    let kinds: FactKinds = [.numbers, .money, .units, .dates, .times]
    var topic = sentence
    let spans = facts.filter { kinds.contains($0.kind) }.map(\.reference.range)
    for span in spans.sorted(by: { $0.lowerBound > $1.lowerBound }) where span.upperBound <= topic.endIndex {
      topic.replaceSubrange(span, with: " ")
    }
    return ContentWords(topic).withoutLightWords
  }

  var withoutLightWords: ContentWords {
    var words = self
    words.units.removeAll { $0.weight < 1 }
    return words
  }

  /// Whether they say that something costs nothing.
  var speaksOfNoCost: Bool { ideas.contains(SharedIdeas.noCost) }

  /// How many there are.
  var count: Int { units.count }

  /// Which of these words stand in other words too, by their places.
  func places(in other: ContentWords) -> Set<Int> {
    Set(units.indices.filter { other.has(units[$0]) })
  }

  /// Whether all of these words stand in other words too, but for some.
  func isCovered(by other: ContentWords, butFor allowance: Int = 0) -> Bool {
    units.count { !other.has($0) } <= allowance
  }

  private func has(_ unit: Unit) -> Bool { !unit.names.isDisjoint(with: stems) || !unit.names.isDisjoint(with: ideas) }

  /// How many of these words stand in other words too, 0 to 1.
  /// - Parameter known: words that count as found, since what they say is known to be said in other words.
  func coverage(by other: ContentWords, known: ContentWords? = nil) -> Double {
    guard !units.isEmpty else { return Double(rest.intersection(other.rest).count) / Double(rest.count) }
    var (found, total) = (0.0, 0.0)
    for unit in units {
      total += unit.weight
      let isFound = other.has(unit) || known?.has(unit) == true
      found += isFound ? unit.weight : 0
    }
    return found / total
  }
}

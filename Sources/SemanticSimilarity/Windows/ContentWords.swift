import TextMetrics

/// The words of a text that carry its content, as stems: without articles, pronouns, auxiliaries and the like.
struct ContentWords: Sendable, Hashable {
  let stems: Set<String>

  /// All words, for a text that has none but little ones: "Yes, you can."; the text itself where it has no words.
  private let rest: Set<String>

  private static let littleWords: Set<String> = Set(
    """
    a an the this that these those it its he she him her his hers they them their theirs we us our ours you your yours i
    me my mine one who whom whose which what there here of to in on at by for from with within into onto over under about
    as than then so and or but if when while because since until till before after also too just only even still already
    is are was were be been being am do does did done have has had having can could may might shall should will would
    must let please yes no not any some all each every both either neither more most less least very much many other
    such own same up down out off again once how why where get got ll ve re don doesn isn aren wasn won
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Words that add nothing of their own to what was said before, in a sentence that says it again or corrects it.
  private static let fillers: Set<String> = Set(
    """
    a an the this that these those it its they them we you your our my i is are was were be been do does can could may
    might will would have has of to for on in at by from within with and or so then in fact actually sorry correction
    rather wait well yes no oh also too even mean make say said true right wrong not never cannot up ll ve re don doesn isn
    aren wasn won didn shouldn couldn wouldn
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  init(_ text: String) { self.init(text, without: Self.littleWords) }

  /// All words but those that only tie a sentence to the one before it.
  static func allButFillers(of text: String) -> ContentWords { ContentWords(text, without: fillers) }

  private init(_ text: String, without left: Set<String>) {
    let words = WordTokenizer.words(in: text.lowercased())
    rest = words.isEmpty ? [text] : Set(words.map(String.init))
    let stemmer = PorterStemmer()
    var stems: Set<String> = []
    for word in words {
      for part in word.split(whereSeparator: { "-'\u{2019}\u{2010}\u{2011}".contains($0) }) {
        if left.contains(String(part)) || part.utf8.count == 1 && part.first?.isLetter == true { continue }
        stems.insert(stemmer.stem(String(part)))
      }
    }
    self.stems = stems
  }

  /// How many of these words stand in other words too, 0 to 1.
  func coverage(by other: ContentWords) -> Double {
    guard !stems.isEmpty else { return Double(rest.intersection(other.rest).count) / Double(rest.count) }
    return Double(stems.intersection(other.stems).count) / Double(stems.count)
  }
}

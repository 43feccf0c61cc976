import Testing
import TextMetrics

@Suite("Porter's stemmer")
struct PorterStemmerTests {
  @Test(
    "Gives the stems of the paper's examples",
    arguments: [
      "caresses caress", "ponies poni", "ties ti", "cats cat", "feed feed", "agreed agre", "plastered plaster",
      "bled bled", "motoring motor", "sing sing", "conflated conflat", "troubled troubl", "sized size", "hopping hop",
      "tanned tan", "falling fall", "hissing hiss", "fizzed fizz", "failing fail", "filing file", "happy happi",
      "sky sky", "relational relat", "conditional condit", "rational ration", "valenci valenc", "hesitanci hesit",
      "digitizer digit", "conformabli conform", "radicalli radic", "differentli differ", "vileli vile",
      "analogousli analog", "vietnamization vietnam", "predication predic", "operator oper", "feudalism feudal",
      "decisiveness decis", "hopefulness hope", "callousness callous", "formaliti formal", "sensitiviti sensit",
      "sensibiliti sensibl", "triplicate triplic", "formative form", "formalize formal", "electriciti electr",
      "electrical electr", "hopeful hope", "goodness good", "revival reviv", "allowance allow", "inference infer",
      "airliner airlin", "gyroscopic gyroscop", "adjustable adjust", "defensible defens", "irritant irrit",
      "replacement replac", "adjustment adjust", "dependent depend", "adoption adopt", "homologou homolog",
      "communism commun", "activate activ", "angulariti angular", "homologous homolog", "effective effect",
      "bowdlerize bowdler", "probate probat", "rate rate", "cease ceas", "controll control", "roll roll",
      "generalizations gener", "oscillators oscil",
    ])
  func paper(pair: String) {
    let words = pair.split(separator: " ").map(String.init)
    #expect(PorterStemmer(.original).stem(words[0]) == words[1])
  }

  @Test("Differs by variant where it is known to")
  func variants() {
    func stems(_ word: String) -> [String] {
      [PorterStemmer.Variant.original, .martin, .nltk].map { PorterStemmer($0).stem(word) }
    }
    #expect(stems("geology") == ["geologi", "geologi", "geolog"])
    #expect(stems("archaeology") == ["archaeologi", "archaeolog", "archaeolog"])
    #expect(stems("dying") == ["dy", "dy", "die"])
    #expect(stems("flies") == ["fli", "fli", "fli"])
    #expect(stems("dies") == ["di", "di", "die"])
    #expect(stems("as") == ["a", "as", "as"])
    #expect(stems("enjoy") == ["enjoi", "enjoi", "enjoy"])
    #expect(stems("possibly") == ["possibli", "possibl", "possibl"])
    #expect(stems("Running") == ["run", "run", "run"])
  }

  @Test(
    "Keeps what is no English word in one piece",
    arguments: ["", "y", "é", "日本", "₂₂", "yyyy", "👩‍👩‍👧", "e\u{301}", "ing", "ed", "s", "sses", "eed"])
  func odd(word: String) {
    for variant in [PorterStemmer.Variant.original, .martin, .nltk] {
      let stem = PorterStemmer(variant).stem(word)
      #expect(!stem.contains("\u{FFFD}"))
      #expect(stem.unicodeScalars.count <= word.unicodeScalars.count + 1)
    }
    #expect(PorterStemmer().stem("₂₂ed").hasPrefix("₂"))
  }

  @Test("Goes through a word of a megabyte", arguments: ["y", "a", "ing", "alli", "ational", "é"])
  func large(piece: String) {
    let word = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    #expect(PorterStemmer(.nltk).stem(word).count >= word.count - 10)
  }
}

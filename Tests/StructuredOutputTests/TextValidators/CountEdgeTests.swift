import StructuredOutput
import Testing

@Suite("Counting at the edges of scripts, signs and line ends")
struct CountEdgeTests {
  private func count(_ validator: (ClosedRange<Int>) -> StructureValidator, _ text: String) -> Int? {
    let message = validator(-1 ... -1).violations(in: text).first?.message
    return message.flatMap { Int($0.split(separator: " ").last ?? "") }
  }

  @Test(
    "Counts no emoji and no lone accent as a word",
    arguments: [
      ("❤️ 👍🏽 👩‍👩‍👧", 0), ("I ❤️ it", 2), ("か\u{3099}", 1), ("\u{301} x", 1), ("3️⃣ items", 2), ("안녕 하세요", 2), ("नमस्ते दुनिया", 2),
    ])
  func words(text: String, expected: Int) {
    #expect(count({ .words($0) }, text) == expected)
  }

  @Test(
    "Counts sentences of lists and other scripts",
    arguments: [
      ("1. Open the box.\n2. Take it out.", 2), ("It was in 2024. Then it rained.", 2), ("هل وصل الطرد؟ نعم.", 2),
      ("یہ رنگ ختم ہو چکا ہے۔ اور؟", 2), ("One.\r\n\r\nTwo\r\n\r\nThree", 3), ("Wirklich?! Ja.", 2), ("🙂. 🙂!", 0),
      ("यह है। वह है।", 2),
    ])
  func sentences(text: String, expected: Int) {
    #expect(count({ .sentences($0) }, text) == expected)
  }

  @Test(
    "Counts paragraphs between blank lines",
    arguments: [
      ("", 0), ("\n\n", 0), ("a", 1), ("a\nb", 1), ("a\n\nb", 2), ("a\r\n \t\r\nb\r\n", 2), ("\n\na\n\n\n\nb\n\n", 2),
      ("\u{3000}\na", 1),
    ])
  func paragraphs(text: String, expected: Int) {
    #expect(count({ .paragraphs($0) }, text) == expected)
  }

  @Test(
    "Goes through what is made to be slow",
    arguments: [".", ". ", "a.", "\n", "\r", "\u{301}", "e\u{301}", "日", "\u{200D}", "👩\u{200D}", "\u{0}", "1.\n"])
  func hostile(part: String) {
    let text = String(repeating: part, count: 150_000 / part.utf8.count)
    for counts in [count({ .words($0) }, text), count({ .sentences($0) }, text), count({ .paragraphs($0) }, text)] {
      #expect(counts != nil)
    }
    #expect(count({ .characters($0) }, text) != nil)
    #expect(count({ .lines($0) }, text) != nil)
  }
}

@Suite("Wording that readers take for the same")
struct WordingFormTests {
  private func messages(_ validator: StructureValidator, _ text: String) -> [String] {
    validator.violations(in: text).map(\.message)
  }

  @Test(
    "Finds a phrase in another form of it",
    arguments: [
      ("don't", "I don’t know."), ("\"quoted\"", "a “quoted” word"), ("well-known", "a well\u{2011}known name"),
      ("guarantee", "We guar\u{AD}antee."),
      ("guarantee", "We guar\u{200B}antee."), ("ABC 12", "ＡＢＣ　１２！"), ("Straße", "IN DER STRASSE"),
      ("strasse", "Straße"), ("σοφος", "ΣΟΦΟΣ"), ("Ångström", "A\u{30A}ngstro\u{308}m"), ("가", "\u{1100}\u{1161} "),
      ("é", "e\u{301}!"), ("日本", "今日本で"),
    ])
  func same(phrase: String, text: String) {
    #expect(messages(.contains(phrase), text) == [])
    #expect(messages(.forbids(phrase), text).count == 1)
  }

  @Test(
    "Keeps apart what may differ in meaning",
    arguments: [
      ("cafe", "Café"), ("10 m2", "10 m²"), ("cat", "cats"), ("resume", "résumé"), ("fi", "\u{FB01}"),
      ("می روم", "می\u{200C}روم"),
    ])
  func different(phrase: String, text: String) {
    #expect(messages(.contains(phrase), text).count == 1)
    #expect(messages(.forbids(phrase), text) == [])
  }

  @Test("Leaves accents aside where that is asked for")
  func diacritics() {
    #expect(messages(.contains("cafe", "Zurich", diacriticSensitive: false), "Ein Cafe\u{301} in Zürich") == [])
    #expect(messages(.forbids("naïve", diacriticSensitive: false), "so naive").count == 1)
    #expect(messages(.contains("한국", diacriticSensitive: false), "한국 사람") == [])
    #expect(messages(.contains("strasse", caseSensitive: true), "Straße").count == 1)
  }

  @Test("Names the line in a text of several")
  func line() {
    #expect(
      messages(.forbids("never"), "Yes.\r\n\nWe never do.\nOr never.") == [
        "line 3 holds the forbidden \"never\": \"yes. we never do. or never.\""
      ])
  }

  @Test("Spells out ten phrases and counts the others")
  func many() {
    let phrases = (0..<15).map { "word\($0)" }
    #expect(messages(.contains(phrases), "x").last == "and 5 more")
    #expect(messages(.forbids(phrases), phrases.joined(separator: " ")).last == "and 5 more")
  }

  @Test(
    "Goes through what is made to be slow",
    arguments: ["e\u{301}", "\u{301}", "a", "é", "ａ", "\u{AD}", "\u{0}", "İ", "\u{1100}\u{1161}"])
  func hostile(part: String) {
    let text = String(repeating: part, count: 150_000 / part.utf8.count)
    #expect(messages(.contains("b"), text).count == 1)
    #expect(messages(.forbids("b", diacriticSensitive: false), text) == [])
  }
}

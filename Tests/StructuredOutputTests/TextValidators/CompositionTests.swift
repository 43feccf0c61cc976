import StructuredOutput
import Testing

@Suite("Validators made of validators")
struct CompositionTests {
  private func descriptions(_ validator: StructureValidator, _ text: String) -> [String] {
    validator.violations(in: text).map(\.description)
  }

  @Test("All: each violation keeps the name of its validator")
  func all() {
    let validator: StructureValidator = .all(.words(...2), .noMarkdown, .contains("x"))
    #expect(descriptions(validator, "one x") == [])
    #expect(
      descriptions(validator, "one *two* three") == [
        "words: at most 2 words, has 3", "noMarkdown: line 1 has emphasis: \"one *two* three\"",
        "contains: expected \"x\", which the text does not hold",
      ])
    #expect(descriptions(.all([]), "") == [])
  }

  @Test("Any of: passes with one, and tells why none holds")
  func anyOf() {
    let validator: StructureValidator = .anyOf(.oneOf(["unknown"]), .all(.words(...2), .lines(...1)))
    #expect(descriptions(validator, "unknown") == [])
    #expect(descriptions(validator, "two words") == [])
    #expect(
      descriptions(validator, "now three\nwords") == [
        "anyOf: none of the 2 alternatives holds: (1) oneOf: expected one of \"unknown\", got the string \"now "
          + "three\\nwords\"; (2) words: at most 2 words, has 3 (and 1 more)"
      ])
    #expect(descriptions(.anyOf([]), "") == ["anyOf: no alternatives were given"])
    #expect(
      descriptions(.anyOf(.json, .xml), "hello").first?.hasPrefix(
        "anyOf: none of the 2 alternatives holds: (1) json: line 1, column 1") == true)
    #expect(descriptions(.anyOf(.json, .xml), "{\"a\": [1]}") == [])
    let many = descriptions(.anyOf((0..<14).map { .contains("word \($0)") }), "x").first
    #expect(many?.hasSuffix("(10) contains: expected \"word 9\", which the text does not hold; and 4 more") == true)
  }

  @Test("Not: names what should not hold")
  func not() {
    #expect(descriptions(.not(.contains("refund")), "Hello") == [])
    #expect(
      descriptions(.not(.contains("refund")), "A refund.") == [
        "not: expected that \"contains\" does not hold, but it does for \"A refund.\""
      ])
    #expect(
      descriptions(.not(.contains("refund").named("a word of refunds")), "A refund.") == [
        "not: expected that \"a word of refunds\" does not hold, but it does for \"A refund.\""
      ])
  }

  @Test("Named: reports under the name, and says which part it was")
  func named() {
    #expect(
      descriptions(.words(...1).named("fits on a phone"), "two words") == ["fits on a phone: at most 1 word, has 2"])
    #expect(
      descriptions(.all(.words(...1)).named("house style"), "two words") == [
        "house style: words: at most 1 word, has 2"
      ])
  }

  @Test("A mistake in a part is a violation of the whole, whatever is made of it")
  func unusable() {
    let mistake: StructureValidator = .forbids(" ")
    let whole: [StructureValidator] = [
      mistake, .not(mistake), .anyOf(mistake, .words(0...)), .all(mistake), mistake.named("x"), .everyLine(mistake),
      .everyParagraph(mistake), .section("S", mistake), .codeBlocks(mistake), .not(.not(mistake)),
    ]
    for validator in whole {
      #expect(validator.violations(in: "").map(\.message) == ["a forbidden phrase is empty"])
    }
  }

  @Test("JSON: one value and nothing around it")
  func json() {
    #expect(descriptions(.json, " {\"a\": [1, null]}\n") == [])
    #expect(descriptions(.json, "Here: {}").count == 1)
    #expect(descriptions(.json, String(repeating: "[", count: 100_000)).count == 1)
  }
}

@Suite("Validators of parts of a text")
struct PartsTests {
  private func descriptions(_ validator: StructureValidator, _ text: String) -> [String] {
    validator.violations(in: text).map(\.description)
  }

  @Test("Every line that is not blank")
  func lines() {
    #expect(descriptions(.everyLine(.words(...2)), "one two\r\n\n  three\n") == [])
    #expect(
      descriptions(.everyLine(.words(...2), .forbids("d")), "a b c\n\nd") == [
        "words: line 1: at most 2 words, has 3", "forbids: line 3: holds the forbidden \"d\": \"d\"",
      ])
    let many = descriptions(.everyLine(.words(2...)), String(repeating: "one\n", count: 13))
    #expect(many.count == 11)
    #expect(many.last == "everyLine: and 3 more")
    #expect(descriptions(.everyLine(.words(...2)), "") == [])
  }

  @Test("Every paragraph, which finds one in another language")
  func paragraphs() {
    let text =
      "Das Paket wurde mittags\nbei einem Nachbarn abgegeben.\n\n \nThe parcel was handed to a neighbour at noon."
    #expect(
      descriptions(.everyParagraph(.language(.german, allowsUnclear: true)), text) == [
        "language: the paragraph in line 5: expected German, looks like English (99 %)"
      ])
    #expect(
      descriptions(.everyParagraph(.words(...5)), text).first
        == "words: the paragraph in line 1: at most 5 words, has 8")
    #expect(descriptions(.everyParagraph(.words(...5)), "") == [])
  }

  @Test("Fenced code of a language")
  func code() {
    let text = "Here:\n\n```json\n{\"a\": 1}\n```\n\n```JSON\n{\n```\n\n```swift\nlet a = 1\n```\n"
    #expect(descriptions(.codeBlocks(language: "swift", .lines(1...1)), text) == [])
    #expect(
      descriptions(.codeBlocks(language: "json", .json), text).first?.hasPrefix(
        "json: the code block in line 7: line 1, column 2") == true)
    #expect(
      descriptions(.codeBlocks(language: "sql", .notEmpty), text) == [
        "codeBlocks: expected a code block in \"sql\", found none"
      ])
    #expect(descriptions(.codeBlocks(.notEmpty), "x") == ["codeBlocks: expected a code block, found none"])
  }

  @Test("A section up to the next heading of its level")
  func section() {
    let text = "# Help\n\nIntro\n\n## Refunds:\n\nThirty days.\n\n### Shoes\nToo.\n\n## Delivery\nSoon.\n"
    #expect(descriptions(.section("refunds", .words(4...4), .contains("Too")), text) == [])
    #expect(
      descriptions(.section("Refunds", .words(...3)), text) == [
        "words: the section in line 5: at most 3 words, has 4"
      ])
    #expect(descriptions(.section("Delivery", .words(1...1)), text) == [])
    #expect(descriptions(.section("Help", .contains("Soon")), text) == [])
    #expect(
      descriptions(.section("Price", .notEmpty), text) == ["section: expected a section \"Price\", found none"])
    #expect(
      descriptions(.section("A", .notEmpty), "A\n===\nB\n===\n") == [
        "notEmpty: the section in line 1: the text is empty"
      ])
  }

  @Test(
    "Goes through what is made to be slow",
    arguments: ["\n", "a\n\n", "# a\n", "```\n", "- ", "> ", "\r", "\u{0}", "###### a\n# a\n"])
  func hostile(part: String) {
    let text = String(repeating: part, count: 100_000 / part.utf8.count)
    #expect(descriptions(.everyLine(.words(...1)), text).count <= 11)
    #expect(descriptions(.everyParagraph(.words(...1)), text).count <= 11)
    #expect(descriptions(.section("a", .words(...1)), text).count <= 11)
    #expect(descriptions(.codeBlocks(.words(...1)), text).count <= 11)
  }

  @Test("What cannot be told is no pass, neither for a pattern nor for its opposite")
  func undecided() {
    let text = String(repeating: "ab", count: 200) + "c"
    let pattern = StructureValidator.matches(regex: #"^(a|b|ab)*(?=d)\1$"#)
    for validator in [pattern, .not(pattern), .anyOf(pattern), .not(pattern.named("letters"))] {
      #expect(validator.violations(in: text).first?.message.contains("cannot be told") == true)
    }
    #expect(!StructureValidator.not(.matches(regex: "(a")).violations(in: "b").isEmpty)
  }
}

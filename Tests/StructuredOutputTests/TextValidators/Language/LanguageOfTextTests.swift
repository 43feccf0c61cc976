import StructuredOutput
import Testing

@Suite("Language and script of an answer")
struct LanguageOfTextTests {
  private func messages(_ validator: StructureValidator, _ text: String) -> [String] {
    validator.violations(in: text).map(\.description)
  }

  @Test("Passes the right language and names the wrong one")
  func language() {
    let german = "Das Paket wurde mittags bei einem Nachbarn abgegeben."
    #expect(messages(.language(.german), german) == [])
    #expect(messages(.language("de-CH"), german) == [])
    #expect(messages(.language(.english), german) == ["language: expected English, looks like German (99 %)"])
    #expect(messages(.language(.german), "私は学生です。") == ["language: expected German, looks like Japanese (100 %)"])
  }

  @Test("Says so when it cannot tell, and lets it pass where that is asked for")
  func unclear() {
    #expect(
      messages(.language(.german), "") == ["language: expected German, but the text has no words to tell a language by"]
    )
    #expect(messages(.language(.german), "OK") == ["language: expected German, but cannot tell the language of 1 word"])
    #expect(messages(.language(.german), "OK").count == 1)
    #expect(messages(.language(.german, allowsUnclear: true), "OK") == [])
    #expect(messages(.language(.german, allowsUnclear: true), "") == [])
    #expect(messages(.language(.german), "Nein, danke.") == [])
    #expect(
      messages(.language(.norwegian), "Bland mel og egg til røren er jevn.").first?.hasPrefix(
        "language: expected Norwegian, but cannot tell the language of 8 words: perhaps Danish (6") == true)
    #expect(messages(.language(.norwegian, allowsUnclear: true), "Bland mel og egg til røren er jevn.") == [])
  }

  @Test("Does not let an unknown tag pass, nor its opposite")
  func unknown() {
    #expect(
      messages(.language("xx"), "Hello").first?.hasPrefix("language: the language \"xx\" is not known; known are ar, ")
        == true)
    #expect(messages(.not(.language("xx")), "Hello").count == 1)
  }

  @Test("Finds letters of another script, by place")
  func script() {
    #expect(messages(.script(.latin), "Café – 3 € 🙂 naïve, e\u{301}") == [])
    #expect(
      messages(.script(.latin), "Yes.\nPayPаl and да") == [
        "script: line 2, column 5: expected Latin letters, found the Cyrillic letter \"а\" (U+0430)",
        "script: line 2, column 12: expected Latin letters, found the Cyrillic letter \"д\" (U+0434)",
      ])
    #expect(messages(.script(.han, .kana), "靴は三十日以内。コーヒー") == [])
    #expect(messages(.script(.cyrillic), "აბ").count == 1)
    #expect(messages(.script(.latin), String(repeating: "д ", count: 12)).last == "script: and 2 more")
  }

  @Test(
    "Goes through what is made to be slow",
    arguments: ["a", "é", "e\u{301}", "` ", "<a ", "<", "\n", "{\"a\":", "\u{0}", "``a`", "the ", "д", "日", "\u{301}"])
  func hostile(part: String) {
    let text = String(repeating: part, count: 100_000 / part.utf8.count)
    #expect(messages(.language(.german), text).count <= 1)
    #expect(messages(.script(.latin), text).count <= 11)
  }
}

import StructuredOutput
import Testing

@Suite("Links of Markdown")
struct MarkdownLinksTests {
  private func messages(_ validator: StructureValidator, _ text: String) -> [String] {
    validator.violations(in: text).map(\.message)
  }

  private let ours: StructureValidator = .links(allowed: ["example.com", "*.example.org", "example.net:8080"])

  @Test(
    "Passes what leads to an allowed host",
    arguments: [
      "", "no link", "[a](https://example.com/x?y=1#z \"title\")", "[a](<https://EXAMPLE.com:443/>)",
      "[a][1]\n\n[1]: http://a.example.org",
      "https://example.com.", "<https://a.b.example.org/x>", "<mailto:help@example.com>", "help@example.com",
      "[top](#top)",
      "`https://evil.com`", "```\nhttps://evil.com\n```", "http://example.net:8080/",
      "<a href='https://example.com'>x</a>",
      "![i](https://example.com/i.png)", "evil.com without a scheme", "a: b // c", "1:2", "<b>x</b>", "5 <x:y",
    ])
  func passes(text: String) {
    #expect(messages(ours, text) == [])
  }

  @Test(
    "Names what leads elsewhere",
    arguments: [
      ("[a](https://evil.com)", "line 1: the link \"https://evil.com\" has the host evil.com; allowed: "),
      ("x\n![](https://evil.com/?q=1)", "line 2: the image \"https://evil.com/?q=1\" has the host evil.com"),
      (
        "https://example.com.evil.com",
        "line 1: the address \"https://example.com.evil.com\" has the host example.com.evil.com"
      ),
      ("[1]: //evil.com", "line 1: the link definition \"//evil.com\" has the host evil.com"),
      ("https://example.com@evil.com", "has a user name before its host"),
      ("https://notexample.org", "has the host notexample.org"),
      ("https://example.org", "has the host example.org"), ("[a](/x)", "is relative, which is not allowed"),
      ("<javascript:alert(1)>", "the address \"javascript:alert(1)\" has the scheme javascript"),
      ("[a](JavaScript:alert(1))", "has the scheme javascript"),
      ("[a](&#106;avascript:x)", "has the scheme javascript"),
      ("[a](data:text/html,x)", "has the scheme data"), ("[a](https:example.com)", "has no \"//\" behind the scheme"),
      ("[a](https://ex%61mple.com)", "has a host in percent-encoding"),
      ("[a](https:\\\\evil.com)", "holds a backslash"),
      ("https://еxample.com", "it mixes Cyrillic and Latin letters"),
      ("https://xn--xample-9uf.com", "its letters are hidden in Punycode"),
      ("https://exa\u{200B}mple.com", "holds the invisible character U+200B"),
      ("https://example.com:8443", "has the host example.com:8443"),
      ("<img src=https://evil.com/x>", "line 1: the HTML \"https://evil.com/x\" has the host evil.com"),
      ("<script src='https://example.com'>", "is an element that can load anything"),
      ("<p onclick=\"x()\">", "is a handler"),
      ("<p style=\"background:url(x)\">", "is a style that can load something"),
      ("www.evil.com", "has the host www.evil.com"),
      ("me@evil.com", "has the host evil.com"),
      ("[a](mailto:a@example.com?bcc=b@evil.com)", "has the mail field \"bcc\""),
      ("| a |\n|---|\n| [x](https://evil.com) |", "line 3: the link"), ("# [x](https://evil.com)", "line 1: the link"),
      ("> - [x](https://evil.com)", "line 1: the link"),
      ("[![i](https://example.com)](https://evil.com)", "the link \"https://evil.com\""),
    ])
  func faults(text: String, part: String) {
    let messages = messages(ours, text)
    #expect(messages.contains { $0.contains(part) }, "\(messages)")
  }

  @Test("Treats images, schemes, relative addresses and code as asked for")
  func options() {
    let image = "![i](https://example.com/i.png)"
    #expect(
      messages(.links(allowed: ["example.com"], images: []), image) == [
        "line 1: the image \"https://example.com/i.png\" has the host example.com; allowed: none"
      ])
    #expect(messages(.links(allowed: [], relative: true), "[a](b/c.html)") == [])
    #expect(
      messages(.links(allowed: ["a.b"], schemes: ["https"]), "http://a.b").first?.hasSuffix(
        "has the scheme http; allowed: https") == true)
    #expect(messages(.links(allowed: ["a.b"], schemes: ["javascript"]), "[a](javascript:x)").count == 1)
    #expect(messages(.links(allowed: [], includingCode: true), "`https://evil.com`").count == 1)
  }

  @Test("Names references without a definition")
  func references() {
    #expect(messages(.noUndefinedLinkReferences, "[a][One] and [two][]\n\n[one]: /x\n[TWO]: /y") == [])
    #expect(messages(.noUndefinedLinkReferences, "see [1], `[a][b]`, matrix[0][1]") == [])
    #expect(
      messages(.noUndefinedLinkReferences, "x\n[a][Missing]") == [
        "line 2: the link reference \"missing\" is not defined"
      ])
  }

  @Test("Does not let pass what it no longer guesses at")
  func guesses() {
    let text = String(repeating: "[a](https://example.com(\n\n", count: 150)
    #expect(messages(.links(allowed: ["example.com"]), text).count >= 10)
  }

  @Test("Spells out ten faults and counts the others")
  func many() {
    #expect(messages(.links(allowed: []), String(repeating: "https://evil.com\n", count: 25)).last == "and 15 more")
  }
}

@Suite("Markdown that is made to be slow")
struct MarkdownHostileTests {
  @Test(
    "Is read in time that grows with its length only",
    arguments: [
      "[", "](", "![a](", "[a](", "](a \"", "](((", "`", "``a`", "<a ", "<a b=\"", "<javascript:", "<!--", "*", "> ",
      "- ", ">", "\t", "#", "\\",
      "|", "|-", "a|b\n-|-\n", "[a]: b\n", "[\\[", "1. ", "&", "&#", "www.", "a@a.", "://", "=", "x=", "\u{0}", "\n",
      "```\n", "~~~a\n", "---\n",
      "- a\n  ", "href=\"", "href='", "<!", "][", "[a][", "a:", "<a:", "a-", ".",
    ])
  func linear(part: String) {
    let text = String(repeating: part, count: 60_000 / part.utf8.count)
    let validators: [StructureValidator] = [
      .links(allowed: ["a.b"]), .noUndefinedLinkReferences, .markdownHeadings(), .markdownList(), .markdownTable(),
      .fencedCode(),
      .noMarkdown,
    ]
    for validator in validators { #expect(validator.violations(in: text).count <= 11) }
  }

  @Test("Quotes and lists in each other are read 32 deep")
  func depth() {
    let deep = String(repeating: "> ", count: 40) + "[a](https://evil.com)"
    #expect(
      StructureValidator.links(allowed: []).violations(in: deep).first?.message
        == "quotes and lists nest deeper than 32, where links are not read")
  }
}

import StructuredOutput
import Testing

@Suite("Code whose brackets and quotes are closed")
struct BalancedCodeTests {
  private func messages(_ text: String, _ language: String? = nil) -> [String] {
    StructureValidator.balancedCode(language: language).violations(in: text).map(\.message)
  }

  @Test(
    "Lets pass brackets in strings, comments, characters and patterns",
    arguments: [
      ("swift", ##"let a = "(\(b["x"] ?? ")")" // ( {"##),
      ("swift", "/* ( /* [ */ */ f(\"\"\"\n { \"quoted\" ( \n\"\"\")"),
      ("swift", ###"let r = #"( \#(f(1)) "["#; let p = #/[(]/#; x.map(/\(/)"###), ("swift", "let a = b / c; d(/ )"),
      ("swift", "let `default` = 1 // don't"), ("swift", "#if DEBUG\nf()\n#endif"),
      ("python", "x = '(' + \"[\" # {\ny = '''(\n[''' + f\"{a['b']}\""), ("py", "r'\\('"),
      ("python", "\"\"\"It's (\"\"\""),
      ("js", "const a = `(${f({b: `[${1}`})} )`; // ("), ("js", "x.replace(/[(/]\\/'/g, \"'\"); a / b / c"),
      ("jsx", "return <p>Don't {x} </p>"), ("ts", "let r = /\\(/.test(s) ? '(' : \")\""), ("tsx", "<a href={x} />"),
      ("java", "char c = '('; char q = '\\''; String s = \"\\\"(\"; // ["),
      ("java", "String s = \"\"\"\n  ( \"x\"\n  \"\"\";"),
      ("kotlin", "val a = \"${if (b) \"(\" else \"}\"}\"; val r = \"\"\"(\\\"\"\"; val c = '('"),
      ("c", "int a = 1'000; char c = L'('; char d = '\"'; /* ' */"), ("cpp", "auto s = R\"x( ( )\" )x\"; f(R);"),
      ("cs", "var p = @\"C:\\\"; var q = @\"say \"\"(\"\"\"; char c = '[';"),
      ("go", "s := `(\\`; r := '{'; t := \"\\\"(\""),
      ("rust", "fn f<'a>(x: &'a str) -> char { '(' } // '"),
      ("rust", "let s = r#\"( \"[\"#; let b = b'('; let q = '\\'';"),
      ("rust", "let r#type = 1; let l = '[';"), ("json", "{\"a\": [1, \"}\"]}"),
      ("bash", "case $x in\n  a) echo 'it (' ;;\nesac\necho \"${y#(}\" $# # don't"),
      ("sh", "cat <<'EOF'\ndon't ( [\nEOF\necho \\( $((1 << 2)) $((a<<b))"), ("sh", "f() { cat <<-X\n\tit's\n\tX\n}"),
      ("sh", #"A="$(printf "\033[7m")" # ("#), ("css", "a::before { content: \"}\"; } /* { */"),
      ("sql", "SELECT 'it''s (' -- ("),
      ("ruby", "puts \"(\" + '[' # don't"), ("text", ":-) don't"), ("", "f(\"(\"); it's fine"),
      ("html", "<p>Don't (yet)</p>"),
    ])
  func balanced(language: String, code: String) { #expect(messages("Look:\n\n```\(language)\n\(code)\n```\n") == []) }

  @Test(
    "Points at what is not closed or closes nothing",
    arguments: [
      (
        "swift", "func f() {\n  g(1",
        ["line 2, column 10: \"{\" is not closed", "line 3, column 4: \"(\" is not closed"]
      ),
      ("swift", "f(a]", ["line 2, column 4: \"]\" closes \"(\" of line 2, column 2"]),
      ("swift", "let a = \"x\nlet b = 1", ["line 2, column 9: the string is not closed on its line"]),
      ("swift", "let a = \"x \\(b", ["line 2, column 13: \"(\" is not closed, in a string"]),
      ("swift", "/* a /* b */", ["line 2, column 1: the comment is not closed"]),
      ("swift", "let a = #\"x\"", ["line 2, column 9: the string is not closed"]),
      ("python", "x = '''a\nb", ["line 2, column 5: the string is not closed"]),
      ("js", "f(`a ${b}`))", ["line 2, column 12: \")\" closes nothing"]),
      ("js", "const a = `x ${y", ["line 2, column 15: \"{\" is not closed, in a string"]),
      ("go", "a := `x\ny", ["line 2, column 6: the raw string is not closed"]),
      ("java", "char c = '(;\nf()", ["line 2, column 10: the character literal is not closed on its line"]),
      ("json", "{\"a\": [1, 2}", ["line 2, column 12: \"}\" closes \"[\" of line 2, column 7"]),
      ("sh", "echo 'a", ["line 2, column 6: the string is not closed"]),
      ("sh", "cat <<EOF\nx", ["line 2, column 5: the here-document is not closed by EOF"]),
      ("sh", "f() {\n  echo", ["line 2, column 5: \"{\" is not closed"]),
      ("cobol", "IF (A", ["line 2, column 4: \"(\" is not closed"]),
      ("rust", "let é = \"x", ["line 2, column 9: the string is not closed"]),
    ])
  func unbalanced(language: String, code: String, expected: [String]) {
    #expect(messages("```\(language)\n\(code)\n```\n") == expected)
  }

  @Test("Says that a fence is not closed, and takes a text without fences for code")
  func fences() {
    #expect(messages("a ( b\n```js\nf()\n") == ["line 2: the code block is not closed"])
    #expect(messages("f(x", "swift") == ["line 1, column 2: \"(\" is not closed"])
    #expect(messages("```\nlet a = '(' ;\n```", "c") == [])
    #expect(messages("- a\n\n  ```js\n  f(\n  ```") == ["line 4, column 4: \"(\" is not closed"])
  }

  @Test("Words the first ten and counts the others")
  func deep() async {
    let found = await onSmallStack {
      StructureValidator.balancedCode(language: "swift").violations(in: String(repeating: "([{", count: 100_000))
        .map(\.message)
    }
    #expect(found.count == 11)
    #expect(found.last == "and 299990 more")
    let closers = messages(String(repeating: "}", count: 300_000), "js")
    #expect(closers.first == "line 1, column 1: \"}\" closes nothing")
  }

  @Test(
    "Goes through large texts that are made to be slow",
    arguments: [
      "'", "\"", "(/", "/*", "\"\\(", "`${", "#", "#\"", "r#", "R\"(", "<<a\n", "\\", "\0", "👩‍👩‍👧", "\u{202E}", "=/[",
      "\"\"\"", "#\"##",
    ], ["swift", "js", "c", "rust", "sh", "kotlin", "x"])
  func large(piece: String, language: String) {
    let text = String(repeating: piece, count: 30_000 / piece.utf8.count)
    #expect(messages(text, language).count <= 11)
  }
}

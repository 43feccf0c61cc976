import StructuredOutput
import Testing

@Suite("HTML whose tags fit")
struct HTMLTests {
  private func messages(_ validator: StructureValidator, _ text: String) -> [String] {
    validator.violations(in: text).map(\.message)
  }

  @Test(
    "Passes fragments and documents",
    arguments: [
      "", "plain &amp; simple", "<p>one<p>two", "<ul><li>one<li>two</ul>", "<P CLASS=x disabled data-a='1'>Hi<BR></p>",
      "<!DOCTYPE html><html><head><title>a < b</title></head><body><p>x</body></html>",
      "a<br>b<br/><img src=a.png alt=\"\">",
      "<script>if (a < b) { \"</p>\" }</script>", "<style>p > a { }</style>", "<!-- <b> -->x",
      "&#65; &#x41; R&D &copy;",
      "<table><tr><td>1<td>2<tr><th>3</table>", "<dl><dt>a<dd>b<dt>c<dd>d</dl>", "<select><option>a<option>b</select>",
      "<svg><path d=\"M0 0\"/><title>x</title><![CDATA[<]]></svg>", "<p>one<div>two</div>", "<a href=/x/y>z</a>",
      "<table><thead><tr><td>1<tbody><tr><td>2</table>", "<textarea><b></textarea>", "<ul><li><p>a<li>b</ul>",
    ])
  func passes(text: String) {
    #expect(messages(.html, text) == [])
  }

  @Test(
    "Names each fault and its place",
    arguments: [
      ("<p>a\n<b>c</p>", ["line 2, column 1: <b> is not closed before </p> of line 2, column 5"]),
      ("<div>\n<b>", ["line 2, column 1: <b> is not closed", "line 1, column 1: <div> is not closed"]),
      ("a</b>", ["line 1, column 2: </b> closes nothing that is open"]),
      ("<br></br>", ["line 1, column 5: </br> closes nothing: <br> has no content"]),
      ("<div/>x", ["line 1, column 1: <div/> does not close itself in HTML; write <div></div>"]),
      ("<p id=a id=b>", ["line 1, column 9: the attribute \"id\" stands there twice"]),
      ("<p id=\"a\"class=b>", ["line 1, column 10: expected a space before the attribute"]),
      ("<p id=>", ["line 1, column 7: the attribute \"id\" has no value behind \"=\""]),
      ("<p id=a\"b>", ["line 1, column 7: the value of \"id\" needs quotation marks"]),
      ("<p id=\"a>b", ["line 1, column 7: the value of \"id\" is not closed"]),
      (
        "<p a\"b>",
        [
          "line 1, column 4: the attribute name \"a\\\"b\" holds a sign that names do not have; a quotation mark may be missing"
        ]
      ),
      ("<p", ["line 1, column 1: the tag <p is not closed"]),
      ("x < y", ["line 1, column 3: \"<\" begins no tag; write &lt;"]),
      ("<!-- x", ["line 1, column 1: the comment is not closed"]),
      ("<script>x", ["line 1, column 1: <script> is not closed"]),
      ("&#0;", ["line 1, column 1: \"&#\" begins no reference to a character"]),
      ("&#65 ", ["line 1, column 1: \"&#\" begins no reference to a character"]),
      ("<p a='&#xFFFFFFFFFF;'>", ["line 1, column 7: \"&#\" begins no reference to a character"]),
      ("\u{0}", ["line 1, column 1: the character U+0000 is none of HTML"]),
      ("<b></b x=1>", ["line 1, column 4: </b> holds more than its name"]),
      ("<p><!doctype html>", ["line 1, column 4: a document type declaration stands at the beginning of the text"]),
      ("<p><div></div></p>", ["line 1, column 15: </p> closes nothing that is open"]),
      ("```html\n<p>\n```", ["expected markup, found a code fence; the markup is to stand alone"]),
    ])
  func faults(text: String, expected: [String]) {
    #expect(messages(.html, text) == expected)
  }

  @Test("Checks which elements there are, capitals aside")
  func elements() {
    #expect(messages(.html(root: "div", required: ["P"], allowed: ["div", "p"]), "<DIV><p>a</DIV>") == [])
    #expect(messages(.html(root: "div"), "<p>a</p>") == ["line 1, column 1: expected the root element <div>, got <p>"])
    #expect(
      messages(.html(root: "p"), "<p>a</p>\n<p>b</p>") == ["line 2, column 1: <p> stands beside the root element"])
    #expect(
      messages(.html(forbidden: ["script"]), "<SCRIPT></SCRIPT>") == [
        "line 1, column 1: the element <script> is forbidden"
      ])
    #expect(messages(.html(required: ["ul"]), "text") == ["expected an element <ul>, found none"])
  }

  @Test("Bounds depth")
  func depth() {
    #expect(
      messages(.html, String(repeating: "<b>", count: 100_000)) == [
        "line 1, column 3001: elements nest more than 1,000 deep, which is the limit"
      ])
    #expect(messages(.html, String(repeating: "</b>", count: 100_000)).last == "and 99990 more")
  }

  @Test(
    "Goes through what is made to be slow",
    arguments: [
      "<", "&", "&#", "<p>", "</", "<!--", "<![CDATA[", " x=1", "\u{0}", "<a x='", "'", "<b></i>", "<script>",
      "</script", "<a",
      "=", "<li>", "<td><table>",
    ])
  func hostile(part: String) {
    let rest = String(repeating: part, count: 150_000 / part.utf8.count)
    for start in ["", "<a ", "<script>", "<svg>"] { #expect(messages(.html, start + rest).count <= 11) }
  }
}

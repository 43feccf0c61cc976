import StructuredOutput
import Testing

@Suite("Well-formed XML")
struct XMLTests {
  private func messages(_ validator: StructureValidator, _ text: String) -> [String] {
    validator.violations(in: text).map(\.message)
  }

  @Test(
    "Passes what is well-formed",
    arguments: [
      "<a/>", "<a></a>", " \n<a x='1' y = \"2>\"\n/>\n",
      "<?xml version=\"1.0\" encoding='UTF-8' standalone=\"yes\"?>\n<a/>",
      "<!-- c --><a><!-- - --><?pi some thing?><![CDATA[<b> & ]] >]]></a><!-- d --><?x?>",
      "<a>&lt;&#65;&#x1F600;&apos;</a>",
      "<ns:a xmlns:ns=\"u\"><ns:b.c-d_1/></ns:a>", "<größe>ü</größe>", "\u{FEFF}<a/>", "<a>]] &gt;</a>", "<a x=\"'\"/>",
      "<a>\r\n\t</a >",
    ])
  func passes(text: String) {
    #expect(messages(.xml, text) == [])
  }

  @Test(
    "Names the first fault and its place",
    arguments: [
      ("", "line 1, column 1: expected an element, but the text ends"),
      ("hello", "line 1, column 1: text before the root element: \"hello\""),
      ("<a/>\nbye", "line 2, column 1: text behind the root element: \"bye\""),
      ("<a/><b/>", "line 1, column 5: <b> stands beside the root element"),
      ("<a><b></a>", "line 1, column 7: </a> does not close <b> of line 1, column 4"),
      ("<a>\n  </b>", "line 2, column 3: </b> does not close <a> of line 1, column 1"),
      ("</a>", "line 1, column 1: </a> closes nothing"),
      ("<a x=1/>", "line 1, column 6: the value of \"x\" stands in no quotation marks"),
      ("<a x/>", "line 1, column 5: expected \"=\" and a value behind the attribute \"x\""),
      ("<a x='1' x='2'/>", "line 1, column 10: the attribute \"x\" stands there twice"),
      ("<a x='1'y='2'/>", "line 1, column 9: expected a space before the attribute"),
      ("<a x='<'/>", "line 1, column 7: \"<\" in the value of \"x\"; write &lt;"),
      ("<a x='1/>", "line 1, column 6: the value of \"x\" is not closed"),
      ("<a", "line 1, column 1: the tag <a> is not closed"),
      ("<a>1 < 2</a>", "line 1, column 6: \"<\" begins no tag; write &lt;"),
      ("<a>R&D</a>", "line 1, column 5: \"&\" begins no reference; write &amp;"),
      ("<a>&nbsp;</a>", "line 1, column 4: the entity &nbsp; is not known in XML; write the character itself"),
      ("<a>&#0;</a>", "line 1, column 4: \"&#\" begins no reference to a character of XML"),
      ("<a>&#xD800;</a>", "line 1, column 4: \"&#\" begins no reference to a character of XML"),
      ("<a>\u{1}</a>", "line 1, column 4: the character U+1 is none of XML"),
      ("<a>]]></a>", "line 1, column 4: \"]]>\" stands in text; write ]]&gt;"),
      ("<a><!-- -- --></a>", "line 1, column 9: \"--\" stands within a comment"),
      ("<a><!-- </a>", "line 1, column 4: the comment is not closed"),
      ("<a><![CDATA[ </a>", "line 1, column 4: the CDATA section is not closed"),
      ("<![CDATA[x]]>", "line 1, column 1: a CDATA section stands outside of the root element"),
      (
        " <?xml version='1.0'?><a/>",
        "line 1, column 2: an XML declaration stands at the very beginning of the text or not at all"
      ),
      ("<?xml encoding='UTF-8'?><a/>", "line 1, column 7: \"encoding\" does not stand there in an XML declaration"),
      ("<1/>", "line 1, column 1: \"<\" begins no tag; write &lt;"),
      ("<a 1='2'/>", "line 1, column 4: expected an attribute or \">\", found \"1='2'/>\""),
      ("```xml\n<a/>\n```", "expected markup, found a code fence; the markup is to stand alone"),
    ])
  func faults(text: String, message: String) {
    #expect(messages(.xml, text) == [message])
  }

  @Test("Refuses a document type declaration unless it is asked for, and loads nothing then")
  func doctype() {
    let text = "<!DOCTYPE a [<!ENTITY b \"<c>\"><!-- > --><!ENTITY d SYSTEM \"file:///etc/passwd\">]><a>&b;&d;</a>"
    #expect(
      messages(.xml, text) == [
        "line 1, column 1: a document type declaration is not allowed, as it can declare entities"
      ])
    #expect(messages(.xml(allowsDoctype: true), text) == [])
    #expect(messages(.xml(allowsDoctype: true), "<!DOCTYPE a [<!ENTITY b '1'>]><a>&e;</a>").count == 1)
    #expect(messages(.xml(allowsDoctype: true), "<!DOCTYPE a SYSTEM 'a.dtd'><a>&e;</a>") == [])
    #expect(
      messages(.xml(allowsDoctype: true), "<!DOCTYPE a [<a/>") == [
        "line 1, column 1: the document type declaration is not closed"
      ])
    #expect(messages(.xml(allowsDoctype: true), "<a/><!DOCTYPE a>").count == 1)
  }

  @Test("Checks which elements there are")
  func elements() {
    let text = "<note>\n  <to/><script/>\n</note>"
    #expect(messages(.xml(root: "note", required: ["to"]), text) == [])
    #expect(messages(.xml(root: "mail"), text) == ["line 1, column 1: expected the root element <mail>, got <note>"])
    #expect(messages(.xml(required: ["from"]), text) == ["expected an element <from>, found none"])
    #expect(messages(.xml(forbidden: ["script"]), text) == ["line 2, column 8: the element <script> is forbidden"])
    #expect(
      messages(.xml(allowed: ["note", "to"]), text) == [
        "line 2, column 8: the element <script> is not allowed; allowed: \"note\", \"to\""
      ])
  }

  @Test("Bounds depth, and names at most ten that are not closed")
  func depth() {
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(
      messages(.xml, deep) == ["line 1, column 3001: elements nest more than 1,000 deep, which is the limit"])
    #expect(
      messages(.xml, "<a>\n  <b>") == ["line 2, column 3: <b> is not closed", "line 1, column 1: <a> is not closed"])
    #expect(messages(.xml, String(repeating: "<a>", count: 15)).last == "and 5 more")
    #expect(messages(.xml, String(repeating: "<a>", count: 1_000) + String(repeating: "</a>", count: 1_000)) == [])
  }

  @Test(
    "Goes through what is made to be slow",
    arguments: ["<", "&", "&#", "]]", "<!--", "<![CDATA[", "<?a ", " x='1'", "\u{0}", "é", "<a x='", "'", "-"])
  func hostile(part: String) {
    let rest = String(repeating: part, count: 300_000 / part.utf8.count)
    for start in ["", "<a>", "<a", "<!DOCTYPE a [", "<!DOCTYPE a [<!ENTITY "] {
      #expect(messages(.xml(allowsDoctype: true), start + rest).count <= 11)
    }
  }
}

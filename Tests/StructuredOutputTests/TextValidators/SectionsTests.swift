import StructuredOutput
import Testing

@Suite("Required sections")
struct SectionsTests {
  private func messages(_ text: String, ordered: Bool = true, allowsEmpty: Bool = false) -> [String] {
    StructureValidator.sections(["Summary", "Steps", "Next"], ordered: ordered, allowsEmpty: allowsEmpty)
      .violations(in: text).map(\.message)
  }

  @Test(
    "Finds sections under headings, bold lines and colons",
    arguments: [
      "# Summary\nx\n## Steps\n- a\n## Next\ny", "Summary\n=======\nx\n\nSteps\n---\n1. a\n\nNext\n---\ny",
      "**Summary**\nx\n\n**Steps:**\n1. a\n2. b\n\n__Next__\ny", "Summary: x\nSteps:\n- a\n\nNext: y",
      "**Summary:** x\n\n**Steps**: y\n\n**Next:** z", "## 1. Summary\nx\n## 2) *Steps*:\n### One\ny\n## NEXT\nz",
      "Intro.\n# Summary\nx\n# Other\n# Steps\nNext: not yet\n# Next\n```\nz\n```",
    ])
  func fits(text: String) { #expect(messages(text) == []) }

  @Test(
    "Reports what is missing, out of order, empty or twice",
    arguments: [
      ("# Summary\nx\n# Steps\ny", ["no section \"Next\""]),
      (
        "# Next\nx\n# Summary\ny\n# Steps\nz",
        [
          "line 1: the section \"Next\" stands before \"Steps\" in line 5, expected behind it"
        ]
      ),
      (
        "# Summary\n\n# Steps\ny\n# Next\n---\n",
        [
          "line 1: the section \"Summary\" is empty", "line 5: the section \"Next\" is empty",
        ]
      ),
      ("# Summary\nx\n# Steps\n## One\n# Next\ny", ["line 3: the section \"Steps\" is empty"]),
      ("**Summary**\n**Steps**\nx\n\n**Next**\ny", ["line 1: the section \"Summary\" is empty"]),
      (
        "# Summary\nx\n# Steps\ny\n# Next\nz\n# Steps\nz",
        [
          "line 7: the section \"Steps\" occurs again, first in line 3"
        ]
      ),
      (
        "```\n# Summary\n```\n- Steps: x\n> Next: y",
        [
          "no section \"Summary\"", "no section \"Steps\"", "no section \"Next\"",
        ]
      ),
    ])
  func faults(text: String, expected: [String]) { #expect(messages(text) == expected) }

  @Test("Takes any order and empty sections where told so")
  func options() {
    #expect(messages("# Next\n# Summary\n# Steps", ordered: false, allowsEmpty: true) == [])
  }

  @Test(
    "Goes through large texts that are made to be slow",
    arguments: ["#", "*", ":", "# Next\n", "Next:\n", "**Next**\n", "[", "\0", "👩‍👩‍👧", "> "])
  func large(piece: String) {
    let text = String(repeating: piece, count: 300_000 / piece.utf8.count)
    #expect(messages(text).count <= 12)
  }
}

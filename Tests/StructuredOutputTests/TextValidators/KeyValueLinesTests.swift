import StructuredOutput
import Testing

@Suite("Lines of keys and values")
struct KeyValueLinesTests {
  private func messages(_ validator: StructureValidator, _ text: String) -> [String] {
    validator.violations(in: text).map(\.message)
  }

  @Test(
    "Takes a line for each key",
    arguments: [
      "Name: Ann\nTotal: 12", "\nTotal: 12:30\r\n\r\nName:  Ann  \n", "---\nName: \"Ann\"\nTotal: a: b\n---\n",
      "Total:\t12\nName: 名前 👩‍👩‍👧 \u{202E}x",
    ])
  func fits(text: String) {
    #expect(messages(.keyValueLines(keys: ["Name", "Total"]), text) == [])
  }

  @Test(
    "Names the line and the key",
    arguments: [
      ("Name: Ann", ["no line with the key \"Total\""]),
      (
        "Name: Ann\ntotal: 12",
        [
          "line 2: the key \"total\" is not expected, only \"Name\", \"Total\"",
          "no line with the key \"Total\"; line 2 has \"total\"",
        ]
      ),
      ("Name: Ann\nTotal: 12\nName: Bob", ["line 3: the key \"Name\" occurs again, first in line 1"]),
      ("Name: \"\"\nTotal:", ["line 1: the key \"Name\" has no value", "line 2: the key \"Total\" has no value"]),
      ("Here you are!\nName: Ann\nTotal: 1", ["line 1: expected a line Key: value, got \"Here you are!\""]),
      ("Name:Ann\nName: Ann\nTotal: 1", ["line 1: expected a key, a colon and a space, got \"Name:Ann\""]),
      (
        "Name: Ann\n  more: x\nTotal: 1",
        [
          "line 2: expected no space at the line's beginning, got \"  more: x\""
        ]
      ),
      ("", ["no line with the key \"Name\"", "no line with the key \"Total\""]),
    ])
  func faults(text: String, expected: [String]) {
    #expect(messages(.keyValueLines(keys: ["Name", "Total"]), text) == expected)
  }

  @Test("Lets other keys pass where they are allowed, and asks for the order where it matters")
  func options() {
    let text = "Total: 1\nNote: x\nName: Ann"
    #expect(messages(.keyValueLines(keys: ["Name", "Total"], optionalKeys: ["Note"]), text) == [])
    #expect(messages(.keyValueLines(keys: ["Name", "Total"], allowsOtherKeys: true), text) == [])
    #expect(
      messages(.keyValueLines(keys: ["Name", "Total"], optionalKeys: ["Note"], ordered: true), text) == [
        "line 1: the key \"Total\" stands before \"Name\" in line 3, expected behind it"
      ])
  }

  @Test("Reads front matter and lets pass what follows")
  func frontMatter() {
    let validator = StructureValidator.keyValueLines(keys: ["title"], in: .frontMatter)
    #expect(messages(validator, "---\ntitle: x\n---\n# Any: thing\n") == [])
    #expect(
      messages(validator, "title: x") == ["line 1: expected the front matter's first line, ---, got \"title: x\""])
    #expect(messages(validator, "---\ntitle: x") == ["line 1: the front matter is not closed by a line ---"])
    #expect(messages(validator, "---\n---\n") == ["no line with the key \"title\""])
  }

  @Test("Words the first ten faults and counts the others")
  func many() {
    let found = messages(.keyValueLines(keys: []), String(repeating: "x\n", count: 500_000))
    #expect(found.count == 11)
    #expect(found.last == "and 499990 more")
    #expect(messages(.keyValueLines(keys: []), String(repeating: ":", count: 1_000_000)).count == 1)
    #expect(messages(.keyValueLines(keys: []), String(repeating: "\0", count: 1_000_000)).count == 1)
  }
}

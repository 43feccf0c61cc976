import AnswerScoring
import SpecRecords
import Testing

@Suite("Correct answer: lists and sets")
struct ItemsAnswerTests {
  private static let colours = "red, green, blue"

  @Test(
    "Reads a list in any form, in any order",
    arguments: [
      "red, green, blue", "blue, green and red", "Red, Green, and Blue.", "red; green; blue", "red, green & blue",
      "red\ngreen\nblue", "- red\n- green\n- blue", "* Red\n* Green\n* Blue", "1. red\n2. green\n3. blue",
      "1) red\n2) green\n3) blue", "• red\n• green\n• blue", "(a) red\n(b) green\n(c) blue",
      "The colours are:\n- red\n- green\n- blue\nLet me know if you need more.",
      "The primary colours are red, green and blue.",
      "Colours: red, green, blue", "Colours:\nred, green, blue", #"["red", "green", "blue"]"#,
      "```json\n[\"red\", \"green\", \"blue\"]\n```", "- **Red**: a warm colour\n- **Green**: a calm one\n- **Blue**",
      "1. Red (warm)\n2. Green (calm)\n3. Blue – cold", "\\boxed{red, green, blue}", "“red”, “green”, “blue”",
      "1. red 2. green 3. blue", "1. red, 2. green, 3. blue", "(red, green, blue)", "['red', 'green', 'blue']",
      "red/green/blue", "red、green、blue", "- [ ] red\n- [x] green\n- [ ] blue", "You can choose red, green or blue.",
      "The colours are: red, green, and blue. I hope this helps!", "red, red, green, blue",
      "the red, the green, the blue",
    ])
  func sets(answer: String) { CorrectnessRow(answer, Self.colours, true).expect(by: .set) }

  @Test(
    "Names what is missing and what is not wanted",
    arguments: [
      ("red, blue", "The answer's list differs; missing: “green”."),
      ("red, green, blue, black", "The answer's list differs; not wanted: “black”."),
      ("- red\n- pink", "The answer's list differs; missing: “green”, “blue”; not wanted: “pink”."),
      ("", "The answer lists nothing; missing: “red”, “green”, “blue”."),
    ])
  func differences(answer: String, reason: String) {
    let match = CorrectnessMatcher.set.match(answer, anyOf: [Self.colours])
    #expect(match.verdict == .failed)
    #expect(match.reason == reason)
  }

  @Test(
    "A list has an order and counts twice as two",
    arguments: [
      CorrectnessRow("red, green, blue", colours, true), CorrectnessRow("1. red\n2. green\n3. blue", colours, true),
      CorrectnessRow("green, red, blue", colours, false), CorrectnessRow("red, red, green, blue", colours, false),
      CorrectnessRow("red, green", colours, false), CorrectnessRow("a, b, a", "a; b; a", true),
    ])
  func lists(row: CorrectnessRow) { row.expect(by: .list) }

  @Test("Others may be allowed")
  func extra() {
    CorrectnessRow("red, pink, green, blue", Self.colours, true).expect(by: .set(allowingExtra: true))
    CorrectnessRow("red, pink, green, blue", Self.colours, true).expect(by: .list(allowingExtra: true))
    CorrectnessRow("green, pink, red, blue", Self.colours, false).expect(by: .list(allowingExtra: true))
    CorrectnessRow("red, pink", Self.colours, false).expect(by: .set(allowingExtra: true))
  }

  @Test(
    "An item keeps its own commas, figures and words",
    arguments: [
      CorrectnessRow("1,500 and 2,500", "1,500; 2,500", true),
      CorrectnessRow("Paris; Washington, D.C.", #"["Washington, D.C.", "Paris"]"#, true),
      CorrectnessRow("oil, salt and pepper", #"["oil", "salt and pepper"]"#, true),
      CorrectnessRow("oil, salt and pepper", #"["oil", "salt", "pepper"]"#, true),
      CorrectnessRow("C, C++ and C#", "C#, C, C++", true),
      CorrectnessRow("C and C++", "C, C#", false),
      CorrectnessRow("3.5, 35", "35, 3.5", true),
      CorrectnessRow("3.5", "35", false),
      CorrectnessRow("f(x, y), g", "g; f(x, y)", true),
      CorrectnessRow("T-1042", "T-1042", true),
      CorrectnessRow("we And", "Paris, Lyon", false),
      CorrectnessRow("We ship to Paris and Lyon.", "Paris, Lyon", true),
      CorrectnessRow("We ship to North Paris and Lyon.", "Paris, Lyon", false),
      CorrectnessRow("dark red, green", "red, green", false),
      CorrectnessRow("Neither Paris nor Lyon", "Paris, Lyon", false),
      CorrectnessRow("Paris, and also Lyon", "Paris, Lyon", true),
      CorrectnessRow("• Paris • Lyon", "Paris, Lyon", true),
      CorrectnessRow(#"{"cities": ["Paris", "Lyon"]}"#, "Paris, Lyon", true),
      CorrectnessRow("rot, grün und blau", "blau, grün, rot", true),
      CorrectnessRow("red", ", ;", .inconclusive),
    ])
  func items(row: CorrectnessRow) { row.expect(by: .set) }

  @Test("Several correct lists")
  func alternatives() {
    let matcher = CorrectnessMatcher.set
    #expect(matcher.match("a and b", anyOf: ["c, d", "b, a"]).matched == "b, a")
    let match = matcher.match("a and x", anyOf: ["c, d", "b, a"])
    #expect(
      match.verdict == .failed && match.reason.contains("missing: “c”, “d”") && match.reason.contains("missing: “b”"))
  }
}

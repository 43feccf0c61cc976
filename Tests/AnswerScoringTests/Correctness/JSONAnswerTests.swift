import AnswerScoring
import SpecRecords
import StructuredOutput
import Testing

@Suite("Correct answer: JSON")
struct JSONAnswerTests {
  @Test(
    "Compares JSON by value",
    arguments: [
      CorrectnessRow(#"{"a": 1, "b": [true, null]}"#, #"{"b": [true, null], "a": 1.0}"#, true),
      CorrectnessRow("```json\n{\"a\": 1}\n```", #"{"a": 1}"#, true),
      CorrectnessRow("Here it is: {\"a\": 1e2}. Good luck!", #"{"a": 100}"#, true),
      CorrectnessRow("<think>{\"a\": 2}</think>{\"a\": 1}", #"{"a": 1}"#, true),
      CorrectnessRow("[1, 2]", "[2, 1]", false),
      CorrectnessRow("3.0", "3", true),
      CorrectnessRow(#"{"a": "1"}"#, #"{"a": 1}"#, false),
      CorrectnessRow(#"{"a": 1, "b": 2}"#, #"{"a": 1}"#, false),
      CorrectnessRow(#"{"a": null}"#, "{}", false),
      CorrectnessRow("{'a': 1}", #"{"a": 1}"#, false),
      CorrectnessRow("no JSON here", #"{"a": 1}"#, false),
      CorrectnessRow("", #"{"a": 1}"#, false),
      CorrectnessRow(#"{"a": 2, "a": 1}"#, #"{"a": 1}"#, false),
      CorrectnessRow("{}", "{", .inconclusive),
      CorrectnessRow(#"{"n": 0.1000000000000000000001}"#, #"{"n": 0.1}"#, false),
    ])
  func json(row: CorrectnessRow) { row.expect(by: .json) }

  @Test(
    "Names each difference by its JSON pointer",
    arguments: [
      (#"{"a": {"b/c": [1, 2]}}"#, #"{"a": {"b/c": [1, 3]}}"#, "The answer's JSON differs: “/a/b~1c/1” is 2, not 3."),
      ("{}", #"{"id": "R-1"}"#, "The answer's JSON differs: “/id” is missing; the string “R-1” is wanted."),
      (#"{"x": []}"#, "{}", "The answer's JSON differs: “/x” is not wanted: an empty array."),
      ("[1]", "{}", "The answer's JSON differs: the whole value is an array of 1, not an empty object."),
      (
        "[1, 2, 3, 4]", "[0, 0, 0, 0]",
        "The answer's JSON differs: 4 places:\n  - “/0” is 1, not 0\n  - “/1” is 2, not 0\n  - “/2” is 3, not 0\n  and 1 more"
      ),
    ])
  func differences(answer: String, correct: String, reason: String) {
    #expect(CorrectnessMatcher.json.match(answer, anyOf: [correct]).reason == reason)
  }

  @Test(
    "Leaves places out",
    arguments: [
      (#"{"id": 1, "total": 3}"#, #"{"id": 2, "total": 3}"#, CorrectnessMatcher.json(ignoring: "/id"), true),
      (#"{"total": 3}"#, #"{"id": 2, "total": 3}"#, .json(ignoring: "/id"), true),
      (#"{"id": 1, "total": 4}"#, #"{"id": 2, "total": 3}"#, .json(ignoring: "/id"), false),
      (
        #"[{"id": 1, "n": 1}, {"id": 2, "n": 2}]"#, #"[{"id": 8, "n": 1}, {"id": 9, "n": 2}]"#,
        .json(ignoring: "/*/id"), true
      ),
      (#"{"a": {"b": {"id": 1}}, "id": 3}"#, #"{"a": {"b": {"id": 2}}, "id": 4}"#, .json(ignoring: "/**/id"), true),
      (#"{"a": {"b": 1}}"#, #"{"a": {"b": 2}}"#, .json(ignoring: "/a/c", "/b"), false),
      (#"{"a/b": 1, "~": 1}"#, #"{"a/b": 2, "~": 2}"#, .json(ignoring: "/a~1b", "/~0"), true),
      ("{'a': 1,}", #"{"a": 1}"#, .json(reading: .repairing), true),
    ])
  func ignoring(answer: String, correct: String, matcher: CorrectnessMatcher, isCorrect: Bool) {
    CorrectnessRow(answer, correct, isCorrect).expect(by: matcher)
  }

  @Test("What names no place decides nothing", arguments: ["id", "", "/" + String(repeating: "a/", count: 40)])
  func badPlaces(pointer: String) {
    CorrectnessRow("{}", "{}", .inconclusive).expect(by: .json(ignoring: pointer))
  }
}

import StructuredOutput
import Testing

@Suite("Repair of hostile text")
struct JSONRepairSafetyTests {
  @Test(
    "Nesting beyond the limit is an error, whatever opens it",
    arguments: ["[", "{\"a\":", "[(", "{a:[", "['k':"])
  func depth(opener: String) throws {
    let text = String(repeating: opener, count: 100_000)
    let error = try #require(throws: JSONRepairError.self) { try JSONRepair().repair(text) }
    #expect(error.reason.contains("512 deep"), "\(error)")
    #expect(throws: JSONRepairError.self) { try JSONRepair().repair("See \(text)") }
    #expect(JSONExtraction.candidates(in: text).isEmpty)
  }

  @Test("The deepest nesting fits on a small stack")
  func smallStack() async {
    let text = String(repeating: "[{k:", count: 512) + "1," + String(repeating: "}]", count: 512)
    let depth = await onSmallStack {
      let repair = JSONRepair(limits: JSONParser.Limits(maximumDepth: .max))
      return (try? repair.repair(text))?.value.compactText.utf8.count
    }
    #expect(depth == 512 * 8 + 1)
  }

  @Test("Values in a row do not nest deeper than the limit either")
  func joinedDepth() throws {
    let deep = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    #expect(throws: JSONRepairError.self) { try JSONRepair().repair(deep + "\n" + deep) }
  }

  @Test("Text beyond the limit and changes beyond the limit are errors")
  func limits() throws {
    let small = JSONRepair(limits: JSONParser.Limits(maximumBytes: 5))
    #expect(try #require(throws: JSONRepairError.self) { try small.repair("[1, 2,]") }.reason.contains("limit of 5"))
    let few = JSONRepair(maximumChanges: 2)
    #expect(try few.repair("[a, b]").value == ["a", "b"])
    #expect(
      try #require(throws: JSONRepairError.self) { try few.repair("[a, b, c]") }.reason.contains("maximumChanges"))
  }

  @Test(
    "Takes time in proportion to the text",
    arguments: [
      "{", "[", "x {\"a\": ", "{\"a\" ", "\"", "[\"", "\", \"", "{\"a\": \"b ", "```json\n", "```json {} ", "~~~\n",
      "/*", "//", "\"/*", "//\"\n", "/**/\"",
      "(", "f(", "a, ", "a: ", "“", "'", "\"\"\"", "{\\\"", "\\", "</think>{", "... ", ":", "}", "[1](", "{\"a\": [:} ",
      "\u{A0}", "[\"a\" + ",
    ])
  func linear(piece: String) {
    for start in ["", "{\"a\": \"", "[", "see "] {
      let text = start + String(repeating: piece, count: 20_000 / piece.utf8.count)
      _ = try? JSONRepair().repair(text)
      _ = JSONExtraction.candidates(in: text)
    }
  }

  @Test(
    "A fence behind a bracket that it does not belong to is survived", arguments: ["[```nsj\u{FFFD}]", "{```x", "[```"])
  func strayFence(text: String) {
    _ = try? JSONRepair().repair(text)
    _ = JSONExtraction.candidates(in: text)
  }

  @Test("Any part of broken text is survived")
  func parts() throws {
    let text =
      "é“{'a': [\"x\\u12\\\" , \"b\"y\": r'\\d', ... /* */ None 1_0.e5 ObjectId(\"z\")}],```json\n{\\\"k\\\": \"\"\"q\"\"\"}\n```#\u{FEFF}`´"
    let scalars = Array(text.unicodeScalars)
    for start in scalars.indices {
      for end in stride(from: start, through: scalars.count, by: 3) {
        var part = String.UnicodeScalarView()
        part.append(contentsOf: scalars[start..<end])
        guard let result = try? JSONRepair().repair(String(part)) else { continue }
        #expect(try JSONValue(parsing: result.value.compactText) == result.value)
      }
    }
  }
}

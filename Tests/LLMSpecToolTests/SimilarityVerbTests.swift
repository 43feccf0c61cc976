import Foundation
import SemanticSimilarity
import StructuredOutput
import Testing

@testable import LLMSpecTool

@Suite("llmspec similarity score and calibrate")
struct SimilarityVerbTests {
  private static func lines(_ package: TemporaryPackage) throws -> [JSONValue] {
    try package.output.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
  }

  @Test("Each pair comes back in its place with what speaks for and against it")
  func score() async throws {
    let package = try TemporaryPackage()
    try package.write(
      """
      {"id":1,"a":"The 🎁 can be returned within 30 days.","b":"You can return the 🎁 within 60 days."}
      {"a":"A man is playing a guitar.","b":"A man plays the guitar.","same":"old"}
      {"a":"The train leaves at 9.","b":"Cats sleep most of the day."}
      {"reference":"Die Garantie gilt 24 Monate.","answer":"Die Garantie gilt drei Jahre."}
      {"a":"Refunds take 30 days after the return.","b":"Refunds are made after the return."}

      """, to: "a.jsonl")
    #expect(await package.tool("similarity", "score", "a.jsonl") == 0)
    let answers = try Self.lines(package)
    try #require(answers.count == 5)
    #expect(answers.map { $0["verdict"] } == ["contradicts", "same", "different", "contradicts", "different"])
    #expect(answers[0]["id"] == 1)
    let fact = try #require(answers[0]["facts"]?.arrayValue?.first)
    #expect(fact["kind"] == "unit")
    #expect(fact["relation"] == "contradicts")
    // Places count code points: the emoji is one.
    #expect(fact["a"] == ["text": "30 days", "start": 29, "end": 36])
    #expect(fact["b"] == ["text": "60 days", "start": 28, "end": 35])
    #expect(fact["explanation"]?.stringValue?.contains("60 days") == true)
    #expect((answers[0]["match"]?.doubleValue ?? 0) > 0.1)
    #expect((answers[0]["same"]?.doubleValue ?? 1) < 0.1)
    #expect((answers[1]["same"]?.doubleValue ?? 0) >= 0.5)
    #expect(answers[1]["facts"] == [])
    #expect(answers[1]["encoder"]?.stringValue == SentenceEncoder.identifier)
    #expect(answers[1]["language"] == "en")
    #expect((answers[2]["same"]?.doubleValue ?? 1) < 0.01)
    #expect(answers[3]["similarity"] == .null)
    #expect(answers[3]["match"] == .null)
    #expect(answers[3]["encoder"] == .null)
    #expect(answers[3]["language"] == "de")
    #expect(answers[4]["facts"]?.arrayValue?.first?["relation"] == "missing")
    #expect(answers[4]["facts"]?.arrayValue?.first?["b"] == .null)
    #expect(package.errors.isEmpty)
  }

  @Test("The kinds of facts and the threshold can be chosen")
  func options() async throws {
    let package = try TemporaryPackage()
    let text = "You can return unworn shoes to any of our shops within"
    try package.write("{\"a\":\"\(text) 30 days.\",\"b\":\"\(text) 60 days.\"}\n", to: "a.jsonl")
    #expect(await package.tool("similarity", "score", "--facts", "negation,Names", "a.jsonl") == 0)
    #expect(await package.tool("similarity", "score", "--facts", "none", "--threshold", "1", "a.jsonl") == 0)
    #expect(await package.tool("similarity", "score", "--facts", "negation", "--facts", "units", "a.jsonl") == 0)
    #expect(try Self.lines(package).map { $0["verdict"] } == ["same", "different", "contradicts"])
  }

  @Test("A pair that cannot be used is answered in its place, also between others that are worked on together")
  func unusable() async throws {
    let package = try TemporaryPackage()
    let good = #"{"a":"x y","b":"x y"}"#
    let rows = [
      good, #"{"a":"x"}"#, "", #"{"a":"x","b":5}"#, "[]", "nonsense", #"{"a":"x","reference":"x","b":"x"}"#,
      #"{"a":"","b":""}"#, #"{"a":"\ud800 x","b":"‮x\u0000"}"#, good,
    ]
    try package.write(rows.joined(separator: "\n"), to: "a.jsonl")
    #expect(await package.tool("similarity", "score", "a.jsonl") == 1)
    let answers = try Self.lines(package)
    try #require(answers.count == rows.count)
    let errors = answers.map { $0["error"]?.stringValue }
    for index in [0, 7, 9] { #expect(errors[index] == nil && answers[index]["verdict"] == "same") }
    #expect(errors[1] == "line 2: it has no \"b\" or \"answer\"")
    #expect(errors[2]?.hasPrefix("not JSON: line 3") == true)
    #expect(errors[3] == "line 4: \"b\" is to be a string, and is number")
    #expect(errors[4] == "line 5: expected a JSON object, got array")
    #expect(errors[5]?.hasPrefix("not JSON: line 6") == true)
    #expect(errors[6] == "line 7: it has \"a\" and \"reference\"; give one of them")
    #expect(package.errors.contains("of 10 lines could not be used, the first is line 2"))
  }

  @Test("Texts at the limit of a line are scored, not held up")
  func longTexts() async throws {
    let package = try TemporaryPackage()
    let long = String(repeating: "The parcel arrives on Monday at noon. ", count: 26_000)
    try package.write("{\"a\":\"It is blue.\",\"b\":\"\(long)\"}\n{\"a\":\"a b\",\"b\":\"a b\"}\n", to: "a.jsonl")
    #expect(await package.tool("similarity", "score", "a.jsonl") == 0)
    let answers = try Self.lines(package)
    #expect(answers.map { $0["verdict"] } == ["different", "same"])
    #expect(answers.first?["notes"]?.arrayValue?.count == 2)
  }

  @Test("A calibration of cosines is printed with its figures and as source, and as JSON")
  func calibrate() async throws {
    let package = try TemporaryPackage()
    var rows = ""
    for index in 0..<400 {
      let cosine = Double(index) / 400
      // One in seven labels is against the curve.
      rows += "{\"similarity\":\(cosine),\"score\":\((cosine > 0.7) != (index % 7 == 0) ? 4.5 : 1)}\n"
    }
    try package.write(rows, to: "a.jsonl")
    #expect(await package.tool("similarity", "calibrate", "--same-from", "4", "a.jsonl") == 0)
    #expect(package.output.contains("400 pairs"))
    #expect(package.output.contains("  let calibration = ScoreCalibration(slope: "))
    #expect(package.output.contains("match from"))
    let other = try TemporaryPackage()
    try other.write(rows, to: "a.jsonl")
    #expect(await other.tool("similarity", "calibrate", "--same-from=4", "--json", "a.jsonl") == 0)
    let report = try #require(try Self.lines(other).first)
    #expect(report["pairs"] == 400)
    #expect(report["encoder"] == .null)
    #expect(report["windowed"] == .null)
    #expect((report["slope"]?.doubleValue ?? 0) > 0)
    #expect(report["thresholds"]?.arrayValue?.count == 9)
  }

  @Test("Texts are calibrated with the encoder of the package, and foreign ones are left out")
  func calibrateTexts() async throws {
    let package = try TemporaryPackage()
    var rows = ""
    let things = ["cat", "train", "museum", "garden", "parcel", "shoe", "lamp", "river"]
    for (index, thing) in things.enumerated() {
      rows += "{\"a\":\"The \(thing) is very old.\",\"b\":\"This \(thing) is really old.\",\"same\":true}\n"
      let other = things[(index + 3) % things.count]
      rows += "{\"a\":\"The \(thing) is very old.\",\"b\":\"We saw a new \(other) there.\",\"same\":false}\n"
    }
    rows += "{\"a\":\"Die Katze schläft auf dem Sofa.\",\"b\":\"Auf dem Sofa schläft eine Katze.\",\"same\":true}\n"
    rows += "{\"a\":\"no label\",\"b\":\"no label\"}\n"
    try package.write(rows, to: "a.jsonl")
    #expect(await package.tool("similarity", "calibrate", "a.jsonl") == 1)
    #expect(package.output.contains("16 pairs"))
    #expect(package.output.contains(SentenceEncoder.identifier))
    #expect(package.output.contains("windowed: WindowedCalibration("))
    #expect(package.errors.contains("1 pair left out"))
    #expect(package.errors.contains("line 18: it has no \"same\" or \"score\""))
  }

  @Test(
    "What cannot be used ends with status 2",
    arguments: [
      (["score"], "needs a FILE"), (["score", "none.jsonl"], "none.jsonl cannot be read"),
      (["score", "--facts", "number,negations", "a.jsonl"], "--facts is \"negations\""),
      (["score", "--threshold", "2", "a.jsonl"], "it is to be a number from 0 to 1"),
      (["score", "--threshold", "nan", "a.jsonl"], "it is to be a number from 0 to 1"),
      (["calibrate"], "needs a FILE"), (["calibrate", "none.jsonl"], "none.jsonl cannot be read"),
      (["calibrate", "a.jsonl"], "at least 5 of each: there are 0 that are the same and 0 that are not"),
      (["calibrate", "one.jsonl"], "there are 9 that are the same and 0 that are not"),
      (["calibrate", "falling.jsonl"], "do not have the higher cosines"),
    ])
  func wrongUse(arguments: [String], complaint: String) async throws {
    let package = try TemporaryPackage()
    try package.write("", to: "a.jsonl")
    try package.write(String(repeating: "{\"similarity\":0.5,\"same\":true}\n", count: 9), to: "one.jsonl")
    let falling = (0..<20).map { "{\"similarity\":\(Double($0) / 20),\"same\":\($0 < 10)}\n" }
    try package.write(falling.joined(), to: "falling.jsonl")
    let tool = LLMSpecTool(workplace: package.workplace(), console: package.console)
    #expect(await tool.run(["similarity"] + arguments) == 2)
    #expect(package.errors.contains(complaint), "\(package.errors)")
    #expect(package.output.isEmpty)
  }

  @Test("Labels and cosines of the wrong form are named")
  func wrongPairs() async throws {
    let rows = [
      #"{"similarity":"x","same":true}"#, #"{"similarity":7,"same":true}"#, #"{"similarity":0.5,"same":1}"#,
      #"{"similarity":0.5,"score":4}"#, #"{"a_vector":[1,0],"b_vector":[1],"same":true}"#,
      #"{"a_vector":[0,0],"b_vector":[0,1],"same":true}"#, #"{"a_vector":[1,"x"],"b_vector":[0,1],"same":true}"#,
    ]
    for (row, reason) in zip(
      rows,
      [
        "is to be a cosine", "is to be a cosine", "is to be true or false", "--same-from", "has 2 numbers", "is 0",
        "an array of numbers",
      ])
    {
      let one = try TemporaryPackage()
      try one.write(row, to: "a.jsonl")
      #expect(await one.tool("similarity", "calibrate", "a.jsonl") == 2)
      #expect(one.errors.contains(reason), "\(row) \(one.errors)")
    }
  }
}

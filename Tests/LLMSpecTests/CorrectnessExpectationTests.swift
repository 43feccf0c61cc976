import Foundation
import LLMSpec
import Synchronization
import Testing

@Suite("Expectations about correct answers")
struct CorrectnessExpectationTests {
  @Test("The examples of the article pass")
  func examples() {
    expectCorrect("The Eiffel Tower.", "Eiffel Tower")
    expectCorrect("NYC", anyOf: ["New York", "New York City", "NYC"])

    expectCorrect("We have 3 boxes of 14, and so 42 pairs.", 42)
    expectCorrect("About 3.14", 3.14159, by: .number(tolerance: 0.01))
    expectCorrect("It takes an hour and a half.", "90 minutes", by: .quantity)
    expectCorrect("1,500 g", "1.5 kg", by: .quantity)
    expectCorrect("62 miles", "100 km", by: .quantity(relativeTolerance: 0.01))

    expectCorrect("It arrives on March 5th, 2026.", DateComponents(year: 2026, month: 3, day: 5))
    expectCorrect("Yes, within 30 days.", true)
    expectCorrect("A is in Italy, so B.", "B", by: .choice(of: "A"..."D"))

    expectCorrect("1. wash\n2. rinse\n3. dry", ["wash", "rinse", "dry"])
    expectCorrect("The colours are red, green and blue.", "blue, red, green", by: .set)

    expectCorrect("```json\n{\"total\": 3.0, \"id\": 7}\n```", "{\"id\": 7, \"total\": 3}", by: .json)
    expectCorrect("{\"id\": 8, \"total\": 3}", "{\"id\": 7, \"total\": 3}", by: .json(ignoring: "/id"))

    enum Topic: String, CorrectAnswer {
      case delivery, returns
      var correctAnswerText: String { rawValue }
      static var correctnessMatcher: CorrectnessMatcher { .containing }
    }

    expectCorrect("This is about returns.", Topic.returns)
  }

  @Test("The article shows just these examples")
  func article() throws {
    let tests = URL(filePath: #filePath)
    let package = tests.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let article = try String(
      contentsOf: package.appending(path: "Sources/AnswerScoring/AnswerScoring.docc/CorrectAnswers.md"), encoding: .utf8
    )
    let built = Self.bare(try String(contentsOf: tests, encoding: .utf8))
    let blocks = article.components(separatedBy: "```swift\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```\n").first
    }
    #expect(!blocks.isEmpty)
    for block in blocks { #expect(built.contains(Self.bare(block)), "\(block)") }
    let reason = CorrectnessMatcher.json.match(
      #"{"items": [{"price": 12}]}"#, anyOf: [#"{"items": [{"price": 12.5}]}"#]
    ).reason
    #expect(article.contains("```\n\(reason)\n```"), "\(reason)")
  }

  @Test("Each type of a correct answer brings what counts as the same")
  func types() {
    #expect(expectCorrect("It is 30.", 30).extracted == "30")
    expectCorrect("1e-05", 0.00001)
    expectCorrect("No.", false)
    expectCorrect("in March 2026", DateComponents(year: 2026, month: 3))
    expectCorrect(#"{"b": [1], "a": null}"#, ["a": nil, "b": [1.0]] as JSONValue)
    expectCorrect("b and a", ["a", "b"] as Set)
    expectCorrect("Washington, D.C.; Paris", ["Washington, D.C.", "Paris"])
    expectCorrect("31", anyOf: [30, 31])
    withKnownIssue {
      expectCorrect("b and a", ["a", "b"])
      expectCorrect("30", 31)
      expectCorrect("Yes.", false)
      expectCorrect("in March 2026", DateComponents(month: 13))
      expectCorrect("0", Double.nan)
    }
  }

  @Test("What is required ends the test, one of several too")
  func requirements() throws {
    #expect(try requireCorrect("Paris!", "paris").matched == "paris")
    #expect(try requireCorrect("31", anyOf: [30, 31]).matched == "31")
    let reached = Mutex(false)
    withKnownIssue {
      try requireCorrect("Rome", anyOf: ["Paris", "Bonn"])
      reached.withLock { $0 = true }
    }
    #expect(!reached.withLock { $0 })
  }

  @Test("The message says what was read, from where, and what was wanted")
  func message() {
    let messages = Mutex<[String]>([])
    withKnownIssue {
      expectCorrect("The answer is 41.", 42)
      expectCorrect("A or B", "B", by: .choice(of: "A"..."D"))
    } matching: { issue in
      messages.withLock { $0 += issue.comments.map(\.rawValue) }
      return true
    }
    let all = messages.withLock { $0 }.joined(separator: "\n")
    #expect(all.contains("expectCorrect: The answer's number 41 (after “answer is”) is not that of “42”."))
    #expect(all.contains("The answer names A, B and does not choose one of them; correct would be “B”."))
  }

  /// The lines without their indentation.
  private static func bare(_ text: String) -> String {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
  }
}

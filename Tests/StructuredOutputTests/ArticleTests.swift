import Foundation
import StructuredOutput
import Testing

/// The examples of the articles, each built and run; a test holds them against the articles' text.
@Suite("Examples of the articles")
struct ArticleTests {
  private struct Order: Codable {
    var id: String
    var total: Int
    var note: String?
  }

  @Test("Checking JSON against a schema")
  func checkingJSON() throws {
    let parsed = try JSONSchema(parsing: #"{"type": "object", "required": ["id"]}"#)
    let written = try JSONSchema(["type": "array", "items": ["type": "number", "minimum": 0]])
    let derived = try JSONSchema(for: Order.self)
    #expect(!parsed.isValid([:]))
    #expect(written.isValid([1, 2.5]))
    #expect(derived.isValid(["id": "R-1", "total": 3]))

    let schema = try JSONSchema(["properties": ["items": ["items": ["properties": ["price": ["type": "number"]]]]]])
    let print = Lines()
    let document = try JSONDocument(parsing: #"{"items": [{"price": 3}, {"price": "12 EUR"}]}"#)
    for violation in schema.validate(document) { print(violation) }
    // "/items/1/price": expected a number, got the string "12 EUR"
    #expect(print.lines == [#""/items/1/price": expected a number, got the string "12 EUR""#])

    var options = JSONSchemaOptions(assertsFormats: true)
    options.registry.add(["type": "string", "format": "email"], at: "https://example.com/schemas/email")
    let contact = try JSONSchema(["$ref": "https://example.com/schemas/email"], options: options)
    #expect(contact.isValid("joe@example.com") && !contact.isValid("joe"))

    let strict = try derived.strictForm(for: .openAI)
    for loss in strict.losses { print(loss) }
    let answer = strict.restore(try JSONValue(parsing: #"{"id": "R-1", "total": 3, "note": null}"#))
    #expect(print.lines.count > 1)
    #expect(derived.isValid(answer))
  }

  @Test("Reading the JSON that a model meant")
  func repairing() throws {
    let print = Lines()
    let text = "Here you are:\n```json\n{'id': 'R-1', 'total': 3,}\n```"
    #expect(throws: JSONRepairError.self) { try JSONReading.strict.read(text) }
    #expect(throws: JSONRepairError.self) { try JSONReading.extracting.read(text) }
    let read = try JSONReading.repairing.read(text)
    print(read.value)  // {"id":"R-1","total":3}
    for change in read.changes { print(change) }
    #expect(print.lines.first == #"{"id":"R-1","total":3}"#)
    #expect(print.lines.count > 2)

    print.lines = []
    var parser = PartialJSONParser()
    try parser.append(#"{"title": "Refunds", "steps": ["Pack the bo"#)
    print(parser.value ?? .null)  // {"title":"Refunds","steps":["Pack the bo"]}
    print(parser.openPointer ?? "")  // /steps/0
    try parser.append(#"x"]}"#)
    #expect(parser.isComplete)
    #expect(print.lines == [#"{"title":"Refunds","steps":["Pack the bo"]}"#, "/steps/0"])
  }

  @Test("Checking the form of a text")
  func checkingText() {
    let print = Lines()
    let validator = StructureValidator.all(
      .words(...60), .language(.english), .noPlaceholders, .noRefusal,
      .anyOf(.noMarkdown, .markdownList(items: 2...4)),
      .not(.contains("as I said")))
    let violations = validator.violations(
      in: "Dear [Your Name], pack the shoes and send them back to us within 30 days.")
    print(violations.map(\.description))
    // ["noPlaceholders: line 1, column 6 holds the placeholder \"[Your Name]\""]
    #expect(print.lines == [#"["noPlaceholders: line 1, column 6 holds the placeholder \"[Your Name]\""]"#])
  }

  @Test("The articles show just these examples", arguments: ["CheckingJSON", "RepairingJSON", "CheckingText"])
  func articles(name: String) throws {
    let tests = URL(fileURLWithPath: #filePath)
    let package = tests.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let article = try String(
      contentsOf: package.appendingPathComponent("Sources/StructuredOutput/StructuredOutput.docc/\(name).md"),
      encoding: .utf8)
    let built = Self.bare(try String(contentsOf: tests, encoding: .utf8))
    let blocks = article.components(separatedBy: "```swift\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```\n").first
    }
    #expect(!blocks.isEmpty)
    for block in blocks { #expect(built.contains(Self.bare(block)), "\(block)") }
  }

  /// The lines without their indentation.
  private static func bare(_ text: String) -> String {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
  }

  /// What the examples print.
  private final class Lines {
    var lines: [String] = []

    func callAsFunction(_ value: Any) { lines.append("\(value)") }
  }
}

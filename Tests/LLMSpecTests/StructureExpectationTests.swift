import LLMSpec
import Synchronization
import Testing

@Suite("Expectations about structure")
struct StructureExpectationTests {
  private struct Order: Codable, Equatable {
    var id: String
    var total: Int
  }

  private func message(_ body: () throws -> Void) throws -> String {
    let message = Mutex("")
    try withKnownIssue {
      try body()
    } matching: { issue in
      if let comment = issue.comments.first { message.withLock { $0 = comment.rawValue } }
      return true
    }
    return message.withLock { $0 }
  }

  @Test("JSON is taken as it is unless told otherwise, and the failure says what would read it")
  func readings() throws {
    let fenced = "```json\n{\"id\": \"R-1\", \"total\": 3}\n```"
    let broken = "{'id': 'R-1', 'total': 3,}"
    #expect(try message { expectJSON(fenced) }.contains("the text holds JSON among other text: .extracting"))
    #expect(try message { expectJSON(broken) }.contains("with repairs it could be read: .repairing"))
    #expect(try message { expectJSON(broken, .extracting) }.contains("ask for .repairing"))
    #expect(expectJSON(fenced, .extracting) == ["id": "R-1", "total": 3])
    #expect(expectJSON(broken, .repairing) == ["id": "R-1", "total": 3])
  }

  @Test("A value of a type is made of the answer")
  func types() throws {
    let order = try requireJSON(#"{"id": "R-1", "total": 3}"#, as: Order.self)
    #expect(order == Order(id: "R-1", total: 3))
    #expect(expectJSON("{'id': 'R-1', 'total': 3}", as: Order.self, .repairing) == order)
  }

  @Test("All that is wrong is reported at once, the first three spelled out")
  func all() throws {
    let schema = try JSONSchema(["items": ["type": "integer"]])
    let text = try message { expectJSON(#"["a", "b", 1, "c", "d"]"#, matching: schema) }
    #expect(text.contains("4 violations:\n  - \"/0\": expected a whole number, got the string \"a\"\n  - \"/1\""))
    #expect(text.contains("\n  - \"/3\"") && text.contains("\n  and 1 more"))
    #expect(
      try message { expectJSON(#"{"a": 1, "a": 2}"#) }.contains(
        #"line 1, column 10: the key "a" occurs again in the outermost object"#))
    let typed = try message { try requireJSON(#"{"id": 1, "total": "x"}"#, as: Order.self) }
    #expect(typed.contains("2 violations") && typed.contains(#""/id": expected a string, got the number 1"#))
    let repaired = try message { expectJSON(#"{"id": "R-1", "#, as: Order.self, .repairing) }
    #expect(repaired.contains(#"the required property "total" is missing"#))
    #expect(repaired.contains("read with one change: line 1, column"))
    let structure = try message {
      expectStructure("one two three", .words(...2), .contains("four"), .matches(regex: "^x"))
    }
    #expect(structure.contains("3 violations"))
  }
}

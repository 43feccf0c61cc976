extension StructureValidator {
  /// The whole text is one JSON value (RFC 8259), white space around it aside.
  ///
  /// A code fence around it, a comment or words before it are violations.
  public static var json: StructureValidator {
    StructureValidator(name: "json") { text in
      switch JSONText.value(of: text) {
      case .success: []
      case .failure(let fault): [fault.message]
      }
    }
  }

  /// The whole text is one JSON value that a schema allows: `.json(schema)`.
  /// - Parameter schema: what the value has to fit; a violation names the place in the value as a JSON pointer.
  public static func json(_ schema: JSONSchema) -> StructureValidator {
    StructureValidator(name: "json") { text in
      switch JSONText.value(of: text) {
      case .failure(let fault): return [fault.message]
      case .success(let value):
        var violations = ViolationList()
        for violation in schema.validate(value) { violations.add(violation.description) }
        return violations.all
      }
    }
  }
}

private enum JSONText {
  struct Fault: Error {
    let message: String
  }

  static func value(of text: String) -> Result<JSONValue, Fault> {
    do throws(JSONParseError) {
      return .success(try JSONValue(parsing: text))
    } catch {
      let start = text.unicodeScalars.drop { $0.isWhiteSpace }
      let hint =
        start.starts(with: "```".unicodeScalars) ? "; the text begins with a code fence, expected JSON alone" : ""
      return .failure(
        Fault(message: "line \(error.line), column \(error.column): expected JSON, \(error.reason)\(hint)"))
    }
  }
}

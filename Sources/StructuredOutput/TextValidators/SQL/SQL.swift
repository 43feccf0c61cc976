extension StructureValidator {
  /// The text is one SQL statement that does no more than a policy allows: `.sql(.readOnly)`.
  ///
  /// The text is the statement, or one fenced code block that holds it with nothing beside it; a semicolon may end it.
  /// Quotes, brackets and comments have to be closed. Strings, names in quotes and comments may hold anything. A name
  /// without quotes that is a key word such as `delete` counts as the key word, unless it stands behind a point or `AS`.
  ///
  /// The grammar is not checked, and a function that the statement calls may change data all the same: run what a model
  /// wrote with the rights of a role that may only read.
  /// - Parameters:
  ///   - policy: what the statement may do.
  ///   - dialect: whose quotes and comments are meant; without it the text has to be fine for all that are known.
  public static func sql(_ policy: SQLPolicy = .readOnly, dialect: SQLDialect = .any) -> StructureValidator {
    StructureValidator(name: "sql") { text in
      let places = TextPlaces(text)
      let range = FencedAlone.content(of: text, places) ?? places.bytes.indices
      for reading in dialect.readings {
        let statement = SQLStatement(places, range, reading, policy)
        if statement.faults.isEmpty { continue }
        // What the first reading does not allow is mostly wrong in all of them.
        let isOnlyHere = dialect.name == nil && reading != dialect.readings.first
        let suffix = isOnlyHere ? " (as \(reading.name ?? "") reads it; name the dialect if it is another)" : ""
        var violations = ViolationList()
        for fault in statement.faults { violations.add("\(places.place(of: fault.offset)): \(fault.message)\(suffix)") }
        return violations.all
      }
      return []
    }
  }
}

extension StructureValidator {
  /// The text matches a regular expression somewhere: `.matches(regex: "^R-[0-9]{4}$")`.
  ///
  /// The syntax is that of JSON Schema's `pattern` (ECMA-262, Unicode) less back-references and look-around, so that
  /// searching takes linear time. `^` and `$` are the text's ends. `(?i)` at the beginning ignores case. A pattern that
  /// cannot be used is a violation that says why.
  public static func matches(regex pattern: String) -> StructureValidator {
    let compiled = Result { () throws(TextPatternError) in try TextPattern(pattern) }
    return StructureValidator(name: "matches") { text in
      switch compiled {
      case .failure(let error): ["\(error)"]
      case .success(let regex) where regex.isFound(in: text): []
      case .success: ["expected a text that matches \(pattern), got \(JSONValue.string(text).inBrief)"]
      }
    }
  }
}

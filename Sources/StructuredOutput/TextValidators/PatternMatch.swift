extension StructureValidator {
  /// The text matches a regular expression somewhere: `.matches(regex: "^R-[0-9]{4}$")`.
  ///
  /// The syntax is that of JSON Schema's `pattern`: ECMA-262's with the flag `u`, back-references, look-around and
  /// `\p{…}` included. `^` and `$` are the text's ends. `(?i)` at the beginning ignores case.
  ///
  /// Most patterns take time in proportion to the text. One with back-references, or with look-around elsewhere than behind
  /// a leading `^`, may try very many ways; after some ten million steps the search ends, which is a violation that says
  /// so. A pattern that cannot be used is a violation that says why.
  public static func matches(regex pattern: String) -> StructureValidator {
    let regex: TextPattern
    do throws(TextPatternError) {
      regex = try TextPattern(pattern)
    } catch {
      return .unusable("matches", because: "\(error)")
    }
    return StructureValidator(name: "matches", parts: []) { text in
      switch regex.answer(in: text) {
      case .found: return []
      case .notFound:
        let message = "expected a text that matches \(pattern), got \(JSONValue.string(text).inBrief)"
        return [StructureViolation(rule: "matches", message: message)]
      case .undecided:
        let message =
          "whether the text matches \(pattern) cannot be told, as the pattern takes too many steps on it; "
          + "write it with fewer nested repetitions, got \(JSONValue.string(text).inBrief)"
        return [StructureViolation(undecided: "matches", message: message)]
      }
    }
  }
}

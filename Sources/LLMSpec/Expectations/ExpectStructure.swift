import SpecRecords
import StructuredOutput
import Testing

/// Expects that a text has a form: `expectStructure(answer, .words(...60), .noMarkdown)`.
///
/// All violations are reported at once, the first three spelled out.
///
/// - Parameters:
///   - text: What the app answered.
///   - validators: What must hold of it, all together.
/// - Returns: What does not hold.
@discardableResult
public func expectStructure(
  _ text: String, _ validators: StructureValidator..., sourceLocation: SourceLocation = #_sourceLocation
) -> [StructureViolation] {
  let (violations, finding) = check(text, validators)
  finding.conclude("expectStructure", at: sourceLocation)
  return violations
}

/// Expects that a text has a form, and ends the test where it has not.
public func requireStructure(
  _ text: String, _ validators: StructureValidator..., sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try check(text, validators).finding.require("requireStructure", at: sourceLocation)
}

private func check(
  _ text: String, _ validators: [StructureValidator]
) -> (violations: [StructureViolation], finding: Finding) {
  let violations = validators.flatMap { $0.violations(in: text) }
  let names = validators.map(\.name).joined(separator: ", ")
  guard !violations.isEmpty else { return ([], Finding(.passed, names, output: text)) }
  return (violations, Finding(.failed, spelledOut(violations.map(\.description), "violation"), output: text))
}

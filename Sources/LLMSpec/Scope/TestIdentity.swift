import SpecRecords
import Testing

extension SpecIdentity {
  /// The identity of a test of Swift Testing.
  init(_ test: Test) {
    self.init(target: test.id.moduleName, path: test.id.nameComponents)
  }
}

/// What tells a case of a parameterised test from the others, for people.
///
/// The testing library keeps a case's arguments to itself, so they are looked up by reflection. No identity and no
/// verdict depends on it: where a later version hides them, the label is missing and nothing else changes.
func label(of testCase: Test.Case) -> String? {
  guard testCase.isParameterized else { return nil }
  guard let kind = Mirror(reflecting: testCase).children.first(where: { $0.label == "_kind" })?.value,
    let payload = Mirror(reflecting: kind).children.first?.value,
    let arguments = Mirror(reflecting: payload).children.first(where: { $0.label == "arguments" })?.value
  else { return nil }
  let values = Mirror(reflecting: arguments).children.compactMap { argument -> String? in
    guard let value = Mirror(reflecting: argument.value).children.first(where: { $0.label == "value" })?.value else {
      return nil
    }
    if let testable = value as? any CustomTestStringConvertible { return testable.testDescription }
    return String(describing: value)
  }
  guard !values.isEmpty else { return nil }
  let label = values.joined(separator: ", ")
  return label.count <= 120 ? label : String(label.prefix(119)) + "…"
}

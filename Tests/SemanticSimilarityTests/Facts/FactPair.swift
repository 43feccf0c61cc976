import SemanticSimilarity
import Testing

/// Two sentences and what the guard must say about them.
struct FactPair: Sendable, CustomTestStringConvertible {
  let reference: String
  let answer: String
  /// The kind of the contradiction or missing fact; nil where the texts agree.
  let kind: FactKinds?
  let relation: FactRelation?

  var testDescription: String { "\(reference) / \(answer)" }

  static func agree(_ reference: String, _ answer: String) -> FactPair {
    FactPair(reference: reference, answer: answer, kind: nil, relation: nil)
  }

  static func differ(_ kind: FactKinds, _ reference: String, _ answer: String) -> FactPair {
    FactPair(reference: reference, answer: answer, kind: kind, relation: .contradicts)
  }

  static func missing(_ kind: FactKinds, _ reference: String, _ answer: String) -> FactPair {
    FactPair(reference: reference, answer: answer, kind: kind, relation: .missing)
  }

  func check(language: FactLanguage? = nil) {
    let comparison = FactGuard(language: language).compare(reference: reference, answer: answer)
    let said = comparison.findings.map(\.explanation)
    if let kind, let relation {
      #expect(comparison.findings.contains { $0.kind == kind && $0.relation == relation }, "\(said)")
      #expect(comparison.agreement < 1)
    } else {
      #expect(comparison.findings.isEmpty, "\(said)")
      #expect(comparison.agreement == 1)
    }
  }

  /// Nothing contradicts, though the answer may say less or more.
  func checkIsUncontradicted() {
    let comparison = FactGuard().compare(reference: reference, answer: answer)
    #expect(!comparison.contradicts, "\(comparison.findings.map(\.explanation))")
  }
}

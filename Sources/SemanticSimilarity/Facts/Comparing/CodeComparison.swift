/// Compares codes, addresses and telephone numbers letter by letter.
enum CodeComparison {
  static func findings(in pair: FactReadingPair) -> [FactFinding] {
    let answer = pair.answer.codes
    guard !pair.reference.codes.isEmpty else { return [] }
    var isFree = Array(repeating: true, count: answer.count)
    let said = Set(answer.compactMap(code).map(\.text))
    // A code may stand in parts: "SAVE 20".
    let squeezed = pair.answer.tokens.prefix(2000).map(\.text).joined().lowercased()
    for (index, fact) in answer.enumerated() {
      if let own = code(fact), pair.reference.codes.contains(where: { code($0)?.text == own.text }) {
        isFree[index] = false
      }
    }
    var findings: [FactFinding] = []
    for fact in pair.reference.codes {
      guard let own = code(fact), !said.contains(own.text), !squeezed.contains(own.text) else { continue }
      let other = answer.indices.first { isFree[$0] && code(answer[$0])?.form == own.form }
      if let other { isFree[other] = false }
      findings.append(
        FactFinding(
          kind: .codes, reference: pair.reference.span(fact.tokens),
          answer: other.map { pair.answer.span(answer[$0].tokens) }, because: "Every character of a \(own.form) counts."
        ))
    }
    return findings
  }

  private static func code(_ fact: Fact) -> (text: String, form: String)? {
    if case .code(let text, let form) = fact.value { return (text, form) }
    return nil
  }
}

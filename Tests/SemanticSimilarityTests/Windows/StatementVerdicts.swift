import Testing

@testable import SemanticSimilarity

/// Whether an answer says a reference of one sentence, with the encoder of the package.
enum StatementVerdicts {
  static func verdict(_ answer: String, _ reference: String) throws -> StatementVerdict {
    let encoder = try SentenceEncoder.shared()
    var search = StatementSearch(reference: reference, answer: answer)
    while let texts = search.nextTexts() { search.take(encoder.embed(texts).map(\.vector)) }
    return try #require(search.alignments(bound: .match(0.5, .paraphraseMiniLM), guarding: FactGuard()).first).verdict
  }
}

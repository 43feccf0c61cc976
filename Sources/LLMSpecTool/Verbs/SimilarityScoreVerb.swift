import SemanticSimilarity
import StructuredOutput

/// Says of pairs of texts whether they mean the same.
struct SimilarityScoreVerb: Verb {
  static let threshold = Option(name: "--threshold", value: "NUMBER")

  let name = "similarity score"
  let syntax = ArgumentSyntax(options: [.facts, threshold], words: ["FILE"])

  func perform(_ arguments: ParsedArguments, at workplace: Workplace, telling console: Console) throws -> Int32 {
    let kinds = try arguments.factKinds()
    let threshold = try arguments.number(Self.threshold, in: 0...1, verb: name) ?? PairScore.defaultThreshold
    let input = try JSONInput(arguments, of: self, at: workplace)
    let scorer: PairScorer
    do throws(SentenceEncoderError) { scorer = try PairScorer(facts: kinds, threshold: threshold) } catch {
      console.complain(error.description)
      return LLMSpecTool.wrongUse
    }
    do throws(UnusableInput) {
      return try AnnotatedLines(input: input, console: console).answer(
        inBatchesOf: 128,
        reading: { (line) throws(UnusableLine) in
          let reference = try line.text(at: ["a", "reference"])
          return PairScorer.Pair(reference: reference, answer: try line.text(at: ["b", "answer"]))
        },
        adding: { pairs, lines in
          for (index, result) in scorer.results(of: pairs).enumerated() {
            lines[index] = lines[index].map { Self.answer(to: $0, pairs[index], result) }
          }
        })
    } catch {
      console.complain(error.description)
      return LLMSpecTool.wrongUse
    }
  }

  private static func answer(to line: JSONObject, _ pair: PairScorer.Pair, _ result: PairScorer.Result) -> JSONObject {
    var line = line
    let score = result.score
    line["similarity"] = number(score.similarity)
    line["match"] = number(score.match)
    line["facts"] = FactsInJSON(score.facts, reference: pair.reference, answer: pair.answer).value
    line["same"] = number(score.same)
    line["verdict"] = .string(score.verdict.name)
    line["reason"] = .string(score.reason)
    line["encoder"] = result.encoder.map { .string($0) } ?? .null
    line["language"] = score.language.code.map { .string($0) } ?? .null
    line["notes"] = .array(result.limitations.map { .string($0) })
    return line
  }

  /// Six digits: what lies behind them is not the same on every machine.
  private static func number(_ value: Double?) -> JSONValue {
    value.flatMap { JSONNumber(($0 * 1e6).rounded() / 1e6) }.map { .number($0) } ?? .null
  }
}

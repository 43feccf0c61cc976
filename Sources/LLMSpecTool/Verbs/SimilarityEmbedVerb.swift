import SemanticSimilarity
import StructuredOutput

/// Turns texts into vectors.
struct SimilarityEmbedVerb: Verb {
  let name = "similarity embed"
  let syntax = ArgumentSyntax(words: ["FILE"])

  func perform(_ arguments: ParsedArguments, at workplace: Workplace, telling console: Console) throws -> Int32 {
    let input = try JSONInput(arguments, of: self, at: workplace)
    let encoder: SentenceEncoder
    do throws(SentenceEncoderError) { encoder = try .shared() } catch {
      console.complain(error.description)
      return LLMSpecTool.wrongUse
    }
    do throws(UnusableInput) {
      return try AnnotatedLines(input: input, console: console).answer(
        inBatchesOf: 128, reading: { (line) throws(UnusableLine) in try line.text(at: ["text"]) },
        adding: { texts, lines in
          for (index, embedding) in encoder.embed(texts).enumerated() {
            lines[index] = lines[index].map { Self.answer(to: $0, embedding) }
          }
        })
    } catch {
      console.complain(error.description)
      return LLMSpecTool.wrongUse
    }
  }

  private static func answer(to line: JSONObject, _ embedding: SentenceEmbedding) -> JSONObject {
    var line = line
    // The digits of a Float, and not the many more of the Double that is nearest to it.
    line["vector"] = .array(embedding.vector.map { JSONNumber(text: "\($0)").map { .number($0) } ?? .null })
    line["tokens"] = .number(JSONNumber(embedding.tokenCount))
    line["windows"] = .number(JSONNumber(embedding.windowCount))
    line["truncated"] = .bool(embedding.isTruncated)
    line["encoder"] = .string(embedding.encoder)
    return line
  }
}

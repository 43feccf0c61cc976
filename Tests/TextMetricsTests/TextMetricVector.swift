import Foundation

/// A line of `text-metrics/vectors.jsonl`: what a reference program gives for an input.
struct TextMetricVector: Decodable {
  struct Input: Decodable {
    var a, b, candidate, hypothesis, idf, prediction, query, reference, tokenizer: String?
    var candidates, documents: [String]?
    var references: References?
    var stemming: Bool?
    var k1: Double?
    var bWeight: Double?

    private enum Key: String, CodingKey {
      case a, b, candidate, hypothesis, idf, prediction, query, reference, tokenizer, candidates, documents
      case references, stemming, k1
    }

    /// `b` is a text for some metrics and a number for one.
    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Key.self)
      func text(_ key: Key) throws -> String? { try values.decodeIfPresent(String.self, forKey: key) }
      a = try text(.a)
      b = try? text(.b)
      bWeight = try? values.decodeIfPresent(Double.self, forKey: .b)
      (candidate, hypothesis, idf) = (try text(.candidate), try text(.hypothesis), try text(.idf))
      (prediction, query, reference) = (try text(.prediction), try text(.query), try text(.reference))
      tokenizer = try text(.tokenizer)
      candidates = try values.decodeIfPresent([String].self, forKey: .candidates)
      documents = try values.decodeIfPresent([String].self, forKey: .documents)
      references = try values.decodeIfPresent(References.self, forKey: .references)
      stemming = try values.decodeIfPresent(Bool.self, forKey: .stemming)
      k1 = try values.decodeIfPresent(Double.self, forKey: .k1)
    }
  }

  /// Those of one text, or for each text of a corpus.
  enum References: Decodable {
    case text([String])
    case corpus([[String]])

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let texts = try? value.decode([String].self) {
        self = .text(texts)
      } else {
        self = .corpus(try value.decode([[String]].self))
      }
    }
  }

  struct Overlap: Decodable { let precision, recall, f: Double }

  struct Expected: Decodable {
    var bleu, brevityPenalty, candidateLength, exactMatch, f1, graphemes, jaro, jaroWinkler, rate, referenceLength,
      referenceScalars, referenceWords, scalars, score, edits: Double?
    var precisions, scores: [Double]?
    var normalized: String?
    var rouge1, rouge2, rougeL, rougeLsum: Overlap?
  }

  struct Tolerance: Decodable { let relative, absolute: Double }

  let id: String
  let metric: String
  let input: Input
  let expected: Expected
  let tolerance: Tolerance

  static func all(in folder: URL) throws -> [TextMetricVector] {
    let lines = try String(contentsOf: folder.appendingPathComponent("vectors.jsonl"), encoding: .utf8)
      .split(separator: "\n")
    return try lines.map { try JSONDecoder().decode(TextMetricVector.self, from: Data($0.utf8)) }
  }

  /// Whether numbers are those expected, within what the vector allows.
  func allows(_ got: [Double], _ expected: [Double?]) -> Bool {
    guard got.count == expected.count else { return false }
    return zip(got, expected).allSatisfy { got, expected in
      guard let expected else { return false }
      return abs(got - expected) <= max(tolerance.absolute, tolerance.relative * abs(expected))
    }
  }
}

import Foundation
import Testing
import TextMetrics

@Suite("Values equal to the reference programs'")
struct TextMetricConformanceTests {
  private static let folder = ConformanceFiles.folder("text-metrics")

  @Test(
    "On every published vector of overlap, distance, error rate, SQuAD and BM25",
    .enabled(if: folder != nil, "\(ConformanceFiles.missing)"))
  func vectors() throws {
    var checked: [String: Int] = [:]
    for vector in try TextMetricVector.all(in: #require(Self.folder)) {
      // Of given counts, no text: what `ReadingLevel` does, and its tests check.
      if vector.metric.hasPrefix("flesch") { continue }
      let (got, expected) = try #require(Self.values(of: vector), "no such metric: \(vector.metric)")
      #expect(vector.allows(got, expected), "\(vector.id): got \(got)")
      if let normalized = vector.expected.normalized, let prediction = vector.input.prediction {
        #expect(Array(SQuADScore.normalized(prediction).unicodeScalars) == Array(normalized.unicodeScalars))
      }
      checked[vector.metric, default: 0] += 1
    }
    #expect(checked.count == 13)
    #expect(checked.values.reduce(0, +) >= 300)
  }

  @Test("On every published word of three Porter stemmers", .enabled(if: folder != nil, "\(ConformanceFiles.missing)"))
  func stems() throws {
    let file = try #require(Self.folder).appendingPathComponent("porter.tsv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t").map(String.init) }
    for (column, variant) in [PorterStemmer.Variant.original, .martin, .nltk].enumerated() {
      let stemmer = PorterStemmer(variant)
      let wrong = rows.filter { stemmer.stem($0[0]) != $0[column + 1] }
      #expect(wrong == [])
    }
    #expect(rows.count > 1_000)
  }

  private static func values(of vector: TextMetricVector) -> ([Double], [Double?])? {
    let (input, expected) = (vector.input, vector.expected)
    let candidate = input.candidate ?? input.hypothesis ?? input.prediction ?? ""
    let reference = input.reference ?? ""
    var references: [String] = []
    var corpus: [(String, [String])] = []
    switch input.references {
    case .text(let texts): references = texts
    case .corpus(let texts): corpus = Array(zip(input.candidates ?? [], texts))
    case nil: break
    }
    switch vector.metric {
    case "bleuSentence", "bleuCorpus":
      guard let tokenizer = BLEU.Tokenizer(named: input.tokenizer ?? "") else { return nil }
      let bleu = BLEU(tokenizer: tokenizer)
      let isCorpus = vector.metric == "bleuCorpus"
      let score = isCorpus ? bleu.corpusScore(corpus) : bleu.score(candidate, references: references)
      let lengths = [Double(score.candidateLength), Double(score.referenceLength)]
      return (
        [score.value, score.brevityPenalty] + lengths + (isCorpus ? score.precisions : []),
        [expected.bleu, expected.brevityPenalty, expected.candidateLength, expected.referenceLength]
          + (expected.precisions ?? [])
      )
    case "chrF": return ([ChrF.standard.score(candidate, references: references)], [expected.score])
    case "chrF++": return ([ChrF.plusPlus.score(candidate, references: references)], [expected.score])
    case "chrFCorpus": return ([ChrF.standard.corpusScore(corpus)], [expected.score])
    case "chrF++Corpus": return ([ChrF.plusPlus.corpusScore(corpus)], [expected.score])
    case "rouge":
      let tokenizer: ROUGE.Tokenizer =
        input.tokenizer == "whitespace" ? .whitespace : input.stemming == true ? .googleStemming : .google
      let kinds: [(ROUGE.Kind, TextMetricVector.Overlap?)] = [
        (.one, expected.rouge1), (.two, expected.rouge2), (.l, expected.rougeL), (.lSum, expected.rougeLsum),
      ]
      let scores = kinds.filter { $0.1 != nil }.map { kind, expected in
        (ROUGE(kind, tokenizer: tokenizer).score(candidate, reference: reference), expected)
      }
      return (
        scores.flatMap { [$0.0.precision, $0.0.recall, $0.0.f1] },
        scores.flatMap { [$0.1?.precision, $0.1?.recall, $0.1?.f] }
      )
    case "levenshtein":
      let (a, b) = (input.a ?? "", input.b ?? "")
      let distances = [EditDistance.levenshtein(a, b), EditDistance.levenshtein(a, b, in: .graphemes)]
      return (distances.map(Double.init), [expected.scalars, expected.graphemes])
    case "wordErrorRate":
      let rate = ErrorRate.words(candidate, reference: reference)
      return (
        [Double(rate.edits), Double(rate.referenceLength), rate.rate],
        [expected.edits, expected.referenceWords, expected.rate]
      )
    case "charErrorRate":
      let rate = ErrorRate.characters(candidate, reference: reference)
      return (
        [Double(rate.edits), Double(rate.referenceLength), rate.rate],
        [expected.edits, expected.referenceScalars, expected.rate]
      )
    case "jaroWinkler":
      let (a, b) = (input.a ?? "", input.b ?? "")
      return ([JaroWinkler.jaro(a, b), JaroWinkler.similarity(a, b)], [expected.jaro, expected.jaroWinkler])
    case "squad":
      let score = SQuADScore(candidate, references: references)
      return ([score.isExactMatch ? 1 : 0, score.f1], [expected.exactMatch, expected.f1])
    case "bm25":
      let index = BM25(
        documents: input.documents ?? [], k1: input.k1 ?? -1, b: input.bWeight ?? -1,
        rarity: input.idf == "okapiEpsilon" ? .okapi : .lucene)
      return (index.scores(for: input.query ?? ""), expected.scores ?? [])
    default: return nil
    }
  }
}

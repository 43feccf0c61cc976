import Foundation

/// Ranks documents by the words that they share with a query: rare words count more, long documents less.
///
/// Robertson, Zaragoza: "The probabilistic relevance framework: BM25 and beyond" (2009). Words are what stands between
/// white space, in lower case, punctuation included. Scores are 0 or more, without an upper bound, and comparable only
/// within one query. To score a query takes time for the documents that hold its words.
public struct BM25: Sendable {
  /// How much a word's rarity counts.
  public struct InverseDocumentFrequency: Sendable, Hashable {
    fileprivate enum Formula: Hashable {
      case lucene
      case okapi(epsilon: Double)
    }

    fileprivate let formula: Formula

    /// ln(1 + (N − n + 0.5) ÷ (n + 0.5)) for a word in n of N documents, as in Lucene: never below 0.
    public static let lucene = InverseDocumentFrequency(formula: .lucene)

    /// ln((N − n + 0.5) ÷ (n + 0.5)); where that is below 0, a quarter of the mean over all words, as in `rank-bm25`.
    public static let okapi = okapi(epsilon: 0.25)

    /// The same with another share of the mean. Where most words are in most documents, the mean and with it scores may
    /// be below 0.
    public static func okapi(epsilon: Double) -> InverseDocumentFrequency {
      InverseDocumentFrequency(formula: .okapi(epsilon: epsilon))
    }
  }

  /// How soon more of the same word stops to count, 0 or more.
  public let k1: Double
  /// How much a document's length counts, 0 (not at all) to 1.
  public let b: Double

  private var numbers = TokenNumbers()
  private let lengths: [Int]
  private let averageLength: Double
  /// For each word the documents that hold it and how often.
  private let places: [[(document: Int, count: Int)]]
  private let rarity: [Double]

  /// An index of some documents.
  ///
  /// - Parameters:
  ///   - k1: How soon more of the same word stops to count; less than 0 or no number is taken for 1.2.
  ///   - b: How much a document's length counts; taken into 0 to 1.
  ///   - rarity: How much a word's rarity counts.
  public init(
    documents: [String], k1: Double = 1.2, b: Double = 0.75, rarity: InverseDocumentFrequency = .lucene
  ) {
    self.k1 = k1 >= 0 && k1.isFinite ? k1 : 1.2
    self.b = b.isNaN ? 0.75 : min(1, max(0, b))
    var places: [[(document: Int, count: Int)]] = []
    var lengths: [Int] = []
    for (index, document) in documents.enumerated() {
      let words = numbers.number(Self.words(in: document))
      lengths.append(words.count)
      while places.count < numbers.count { places.append([]) }
      for word in words.map(Int.init) {
        if let last = places[word].last, last.document == index {
          places[word][places[word].count - 1].count += 1
        } else {
          places[word].append((index, 1))
        }
      }
    }
    self.lengths = lengths
    self.places = places
    averageLength = Double(lengths.reduce(0, +)) / Double(max(1, lengths.count))
    self.rarity = Self.rarities(places.map(\.count), of: documents.count, rarity.formula)
  }

  /// The score of each document, in their order; a word that a query repeats counts each time.
  ///
  /// All 0 for a query without words, or none that a document holds.
  public func scores(for query: String) -> [Double] {
    var numbers = numbers
    var scores = [Double](repeating: 0, count: lengths.count)
    for word in numbers.number(Self.words(in: query)).map(Int.init) where word < places.count {
      for (document, count) in places[word] {
        let count = Double(count)
        let length = 1 - b + b * Double(lengths[document]) / averageLength
        scores[document] += rarity[word] * count * (k1 + 1) / (count + k1 * length)
      }
    }
    return scores
  }

  /// The places of the best documents that hold a word of the query, best first, equal ones in their order.
  public func ranking(for query: String, atMost limit: Int = .max) -> [Int] {
    let scores = scores(for: query)
    let ranked = scores.indices.filter { scores[$0] != 0 }.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    return Array(ranked.prefix(max(0, limit)))
  }

  private static func words(in text: String) -> [ArraySlice<UInt32>] {
    ScalarText.words(in: ScalarText.lowercased(ScalarText.values(of: text)))
  }

  private static func rarities(
    _ counts: [Int], of documents: Int, _ formula: InverseDocumentFrequency.Formula
  ) -> [Double] {
    let odds = counts.map { (Double(documents - $0) + 0.5, Double($0) + 0.5) }
    switch formula {
    case .lucene: return odds.map { log(1 + $0 / $1) }
    case .okapi(let epsilon):
      let plain = odds.map { log($0) - log($1) }
      let mean = plain.reduce(0, +) / Double(max(1, plain.count))
      return plain.map { $0 < 0 ? epsilon * mean : $0 }
    }
  }
}

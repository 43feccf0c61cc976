import LanguageModels
import TextMetrics

/// Finds for each claim the parts of a source that have to do with it: by an encoder, and by shared words.
struct ClaimRetrieval: Sendable {
  /// Up to so many sentences all are embedded; of a longer source only those that share words with a claim.
  static let mostSentencesEmbeddedWhole = 256
  /// How many sentences a claim brings along from a longer source.
  private static let sentencesByWords = 24
  /// Around how many of the nearest sentences windows are made.
  private static let centres = 3
  /// How many sentences by either measure, with their neighbours, make up a claim's context.
  private static let contextCentres = 6

  /// One to three neighbouring sentences of a source, and how near they are to a claim.
  struct Window: Sendable {
    let sentences: Range<Int>
    let text: String
    /// The cosine with the claim, −1 to 1; nil without an encoder.
    let cosine: Double?
  }

  /// What was found for one claim.
  struct Found: Sendable {
    /// The windows, the nearest first.
    let windows: [Window]
    /// The numbers of all sentences that may have to do with it, rising.
    let context: [Int]
  }

  /// For each claim what was found; nothing for a source without sentences.
  let found: [Found]

  /// Retrieves for all claims with at most two calls of the encoder.
  ///
  /// - Parameter encoder: What measures nearness; nil goes by shared words alone.
  /// - Throws: Whatever the encoder throws, and ``UnusableVectors``.
  init(_ claims: [AnswerClaim], in source: SourcePassages, encoder: (any EmbeddingModel)?) async throws {
    guard !claims.isEmpty, !source.isEmpty else {
      found = claims.map { _ in Found(windows: [], context: []) }
      return
    }
    let index = BM25(documents: source.sentences.map { ClaimWording($0.text).stems.joined(separator: " ") })
    let byWords = claims.map {
      Self.best(Self.sentencesByWords, of: index.scores(for: ClaimWording($0.sought).stems.joined(separator: " ")))
    }
    guard let encoder else {
      found = byWords.map { sentences in
        let windows = Self.windows(around: Array(sentences.prefix(Self.centres)), of: source)
        return Found(
          windows: windows.map { Window(sentences: $0, text: source.text(of: $0), cosine: nil) },
          context: Self.context(around: sentences.prefix(Self.contextCentres * 2), of: source))
      }
      return
    }

    let isShort = source.sentences.count <= Self.mostSentencesEmbeddedWhole
    let embedded = isShort ? Array(source.sentences.indices) : Set(byWords.joined()).sorted()
    let texts = claims.map(\.sought) + embedded.map { source.sentences[$0].text }
    let vectors = try await UnusableVectors.checked(encoder, texts)
    var vectorOfSentence: [Int: [Float]] = [:]
    for (sentence, vector) in zip(embedded, vectors.dropFirst(claims.count)) { vectorOfSentence[sentence] = vector }

    var chosen: [[Range<Int>]] = []
    var contexts: [[Int]] = []
    for number in claims.indices {
      // Of a longer source each claim has candidates of its own, so that what is found does not depend on the others.
      let candidates = isShort ? embedded : byWords[number].sorted()
      let cosines = candidates.map { LexicalEmbedding.cosineSimilarity(vectors[number], vectorOfSentence[$0] ?? []) }
      let near = Self.best(Self.contextCentres, of: cosines, above: -2).map { candidates[$0] }
      var centres = Array(near.prefix(Self.centres))
      for sentence in byWords[number].prefix(2) where !centres.contains(sentence) { centres.append(sentence) }
      chosen.append(Self.windows(around: centres, of: source))
      contexts.append(Self.context(around: near + byWords[number].prefix(Self.contextCentres), of: source))
    }

    let wide = Set(chosen.joined().filter { $0.count > 1 })
      .sorted { ($0.lowerBound, $0.count) < ($1.lowerBound, $1.count) }
    let wideVectors = wide.isEmpty ? [] : try await UnusableVectors.checked(encoder, wide.map(source.text(of:)))
    let vectorOfWindow = Dictionary(uniqueKeysWithValues: zip(wide, wideVectors))
    found = claims.indices.map { number in
      let windows = chosen[number].map { window in
        let vector = window.count == 1 ? vectorOfSentence[window.lowerBound] : vectorOfWindow[window]
        let cosine = vector.map { LexicalEmbedding.cosineSimilarity(vectors[number], $0) } ?? 0
        return Window(sentences: window, text: source.text(of: window), cosine: cosine)
      }
      // Of equals the first and shortest, so that the order is always the same.
      let sorted = windows.sorted {
        let left = (-($0.cosine ?? 0), $0.sentences.lowerBound, $0.sentences.count)
        return left < (-($1.cosine ?? 0), $1.sentences.lowerBound, $1.sentences.count)
      }
      return Found(windows: sorted, context: contexts[number])
    }
  }

  private static func windows(around sentences: [Int], of source: SourcePassages) -> [Range<Int>] {
    var windows: [Range<Int>] = []
    for sentence in sentences {
      for window in source.windows(around: sentence) where !windows.contains(window) { windows.append(window) }
    }
    return windows
  }

  private static func context(around sentences: some Sequence<Int>, of source: SourcePassages) -> [Int] {
    Set(sentences.flatMap { source.windows(around: $0).joined() }).sorted()
  }

  /// The places of the highest values above a bound, the highest first, of equals the first.
  private static func best(_ count: Int, of values: [Double], above bound: Double = 0) -> [Int] {
    let places = values.indices.filter { values[$0] > bound }
    return Array(places.sorted { (-values[$0], $0) < (-values[$1], $1) }.prefix(count))
  }
}

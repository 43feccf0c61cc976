/// A vector of a text's wording. It measures shared words and spellings, **not meaning**.
///
/// Two texts that say the same in other words are far apart here, and "you can return shoes" and "you cannot
/// return shoes" are near: it is blind to paraphrase and to negation. Use it to find near wordings (duplicates,
/// the nearest recorded prompt), never alone to decide whether an answer is right.
///
/// The features are the words, without case, accents and English endings, and the 3 to 5 letters long pieces of
/// each word, hashed with signs into a fixed number of dimensions (Weinberger et al., "Feature Hashing for Large
/// Scale Multitask Learning", 2009). A feature that occurs n times counts √n; frequent English words count less.
/// The same text gives the same vector on every run and machine.
public struct LexicalEmbedding: Sendable, Hashable {
  /// The version of the method. Vectors of different versions must not be compared.
  public static let version: Int = 1

  /// The number of components of each vector, at least 1.
  public let dimensions: Int

  /// An embedding into vectors of a given length.
  ///
  /// - Parameter dimensions: The length of the vectors; less than 1 is taken for 1.
  public init(dimensions: Int = 1024) { self.dimensions = max(1, dimensions) }

  /// The vector of a text: of length 1, or all zero for a text without words.
  public func vector(for text: String) -> [Float] {
    var features = Features()
    for word in WordTokenizer.words(in: CaseFolding.withoutAccents(text)) {
      // "30-day" shares its words with "30 days".
      for part in word.split(whereSeparator: { $0 == "-" || $0 == "\u{2010}" || $0 == "\u{2011}" }) {
        features.take(part)
      }
    }
    var sums = [Double](repeating: 0, count: dimensions)
    Self.add(&features.words, weight: 1, to: &sums)
    Self.add(&features.frequentWords, weight: 0.2, to: &sums)
    Self.add(&features.pieces, weight: 0.25, to: &sums)
    let length = sums.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length > 0 else { return [Float](repeating: 0, count: dimensions) }
    return sums.map { Float($0 / length) }
  }

  /// The cosine of the angle between two vectors, -1 to 1; near 0 for unrelated wording.
  ///
  /// 0 when either is all zero, when their lengths differ, or when a component is not a finite number.
  public static func cosineSimilarity(_ a: [Float], _ b: [Float]) -> Double {
    guard a.count == b.count else { return 0 }
    var (product, lengthA, lengthB) = (0.0, 0.0, 0.0)
    for index in a.indices {
      let (x, y) = (Double(a[index]), Double(b[index]))
      product += x * y
      lengthA += x * x
      lengthB += y * y
    }
    let cosine = product / (lengthA.squareRoot() * lengthB.squareRoot())
    return cosine.isFinite ? min(1, max(-1, cosine)) : 0
  }

  /// Hashes of what occurs in a text, once for each time that it occurs.
  private struct Features {
    var words: [UInt64] = []
    var frequentWords: [UInt64] = []
    var pieces: [UInt64] = []

    mutating func take(_ word: Substring) {
      var word = word
      if word.hasSuffix("'s") { word.removeLast(2) }
      let hash = StableHash.of(LightStem.of(word), from: StableHash.of("w:"))
      if Self.frequentEnglish.contains(word) { return frequentWords.append(hash) }
      words.append(hash)
      takePieces(of: word)
    }

    /// Not of numbers: 30 and 300 are no more alike than 30 and 7.
    private mutating func takePieces(of word: Substring) {
      guard word.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else { return }
      let marked = Array("<\(word)>".unicodeScalars)
      var bytes: [UInt8] = []
      var offsets: [Int] = []
      for scalar in marked {
        offsets.append(bytes.count)
        bytes.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
      }
      offsets.append(bytes.count)
      let start = StableHash.of("c:")
      bytes.withUnsafeBufferPointer { bytes in
        for size in 3...5 where marked.count >= size {
          for first in 0...(marked.count - size) {
            let piece = UnsafeBufferPointer(rebasing: bytes[offsets[first]..<offsets[first + size]])
            pieces.append(StableHash.of(piece, from: start))
          }
        }
      }
    }

    private static let frequentEnglish: Set<Substring> = [
      "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can",
      "could", "did", "do", "does", "for", "from", "had", "has", "have", "he", "her", "his", "how", "i", "if", "in",
      "into", "is", "it", "its", "just", "me", "more", "my", "of", "on", "or", "our", "out", "please", "she", "so",
      "some", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "to", "up",
      "us", "was", "we", "were", "what", "when", "where", "which", "who", "will", "with", "would", "you", "your",
    ]
  }

  /// Adds each distinct feature in the order of its hash, so that rounding is the same on every run.
  private static func add(_ hashes: inout [UInt64], weight: Double, to sums: inout [Double]) {
    hashes.sort()
    var start = 0
    while start < hashes.count {
      let hash = hashes[start]
      var end = start + 1
      while end < hashes.count, hashes[end] == hash { end += 1 }
      let value = weight * Double(end - start).squareRoot()
      // The sign comes from a bit that the remainder hardly depends on.
      sums[Int(hash % UInt64(sums.count))] += hash >> 63 == 0 ? value : -value
      start = end
    }
  }
}

import DurableFiles
import Foundation
import Synchronization

/// Remembers the vectors of texts by their content, so that a text is embedded once: in memory, and in a folder too
/// where one is given, which several processes may use at a time.
///
/// Both are bounded. A damaged file costs time, never a result: what cannot be read is computed.
public final class SentenceVectorCache: Sendable {
  private struct State {
    var memory: ClockCache<ContentHash, SentenceEmbedding>
    var files: [String: VectorFile] = [:]
  }

  private let folder: URL?
  private let maximumFileBytes: Int
  private let state: Mutex<State>

  /// Makes an empty cache, or one that goes on with what a folder holds.
  /// - Parameters:
  ///   - maximumCount: the most vectors that are kept in memory; one of `SentenceEncoder` takes 1.6 kB.
  ///   - folder: where vectors are kept between runs, such as a folder under `.build`; made when it is missing. It is
  ///     read at the first text that is not in memory, and held in memory as it was then.
  ///   - maximumFileBytes: the most bytes of one encoder's file there; a vector of `SentenceEncoder` takes 2.2 kB.
  public init(maximumCount: Int = 8_192, folder: URL? = nil, maximumFileBytes: Int = 16 << 20) {
    self.folder = folder
    self.maximumFileBytes = maximumFileBytes
    state = Mutex(State(memory: ClockCache(capacity: maximumCount)))
  }

  /// The vectors of some texts, in their order; computes those that are not remembered.
  public func embed(
    _ texts: [String], with encoder: SentenceEncoder, longTexts: LongTextHandling = .sentenceWindows
  ) -> [SentenceEmbedding] {
    embeddings(of: texts, encoder: encoder.identifier, variant: longTexts.name) {
      encoder.embed($0, longTexts: longTexts)
    }
  }

  /// The same for any encoder.
  /// - Parameters:
  ///   - texts: any texts; one that is there several times is computed once.
  ///   - encoder: a name for all that a vector depends on: the model and its version.
  ///   - variant: what else the vector depends on, such as how long texts are taken.
  ///   - compute: gives one embedding for each text it gets, in their order. What it gives too little is not
  ///     remembered; then the whole answer is its answer for all texts.
  public func embeddings(
    of texts: [String], encoder: String, variant: String = "", compute: ([String]) throws -> [SentenceEmbedding]
  ) rethrows -> [SentenceEmbedding] {
    let keys = texts.map { Self.key(of: $0, encoder: encoder, variant: variant) }
    var found = lookUp(keys, encoder: encoder)
    var missing: [(key: ContentHash, text: String)] = []
    var asked: Set<ContentHash> = []
    for (key, text) in zip(keys, texts) where found[key] == nil && asked.insert(key).inserted {
      missing.append((key, text))
    }
    if !missing.isEmpty {
      let computed = try compute(missing.map(\.text))
      guard computed.count == missing.count else { return try compute(texts) }
      let added = zip(missing, computed).map { (key: $0.key, embedding: $1) }
      for entry in added { found[entry.key] = entry.embedding }
      remember(added, encoder: encoder)
    }
    return keys.compactMap { found[$0] }
  }

  private func lookUp(_ keys: [ContentHash], encoder: String) -> [ContentHash: SentenceEmbedding] {
    state.withLock { state in
      var found: [ContentHash: SentenceEmbedding] = [:]
      for key in keys where found[key] == nil {
        if let embedding = state.memory.value(for: key) {
          found[key] = embedding
        } else if let folder {
          let embedding = state.files[
            encoder, default: VectorFile(folder: folder, encoder: encoder, maximumBytes: maximumFileBytes)
          ].embedding(for: key)
          guard let embedding else { continue }
          state.memory.insert(embedding, for: key)
          found[key] = embedding
        }
      }
      return found
    }
  }

  private func remember(_ added: [(key: ContentHash, embedding: SentenceEmbedding)], encoder: String) {
    let file = state.withLock { state in
      for entry in added { state.memory.insert(entry.embedding, for: entry.key) }
      return state.files[encoder]
    }
    // Outside the lock: other threads need not wait for the disk.
    file?.append(added)
  }

  private static func key(of text: String, encoder: String, variant: String) -> ContentHash {
    var hasher = SHA256()
    // Lengths first, so that no two triples run together to one text.
    hasher.update("\(encoder.utf8.count) \(variant.utf8.count) ")
    hasher.update(encoder)
    hasher.update(variant)
    hasher.update(text)
    return hasher.finalize()
  }
}

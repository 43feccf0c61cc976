import Foundation
import LanguageModels
import SemanticSimilarity
import StructuredOutput
import Synchronization

/// The sentence encoder that comes with the package, as an embedding model: meaning, without a network and without a key.
///
/// Its weights are loaded at the first call and shared by the whole process, and a text that was seen before is not
/// embedded again. It sends nothing, so it needs no scope; its calls are reported with the origin ``CallOrigin/local``.
/// It was trained on English, and says so in ``languages``. A changed number, name or "not" hardly moves a text.
public struct EmbeddedEmbeddingModel: CalibratedEmbeddingModel {
  /// The kind of provider under which its calls are reported.
  public static let provider = "embedded"

  /// How many texts are embedded between two looks at whether the task is cancelled.
  private static let textsAtOnce = 256

  private static let memory = SentenceVectorCache()
  /// One for each folder, so that all models of the process share what it remembers.
  private static let onDisk = Mutex<[String: SentenceVectorCache]>([:])

  private let cache: SentenceVectorCache
  private let encoder: @Sendable () throws(SentenceEncoderError) -> SentenceEncoder

  /// Makes the model.
  ///
  /// - Parameter root: The package under whose `.build/llmspec/vectors` vectors are kept from one run to the next, in a
  ///   file of at most 16 MiB. Nil keeps them in memory alone. In memory are up to 8192, for all models of the process
  ///   with the same root.
  public init(root: URL? = nil) {
    self.init(
      cache: root.map(Self.cache) ?? Self.memory,
      encoder: { () throws(SentenceEncoderError) in try SentenceEncoder.shared() })
  }

  private static func cache(under root: URL) -> SentenceVectorCache {
    let folder = root.appending(path: ".build/llmspec/vectors")
    return onDisk.withLock { caches in
      if let cache = caches[folder.path] { return cache }
      let cache = SentenceVectorCache(folder: folder)
      caches[folder.path] = cache
      return cache
    }
  }

  init(cache: SentenceVectorCache, encoder: @escaping @Sendable () throws(SentenceEncoderError) -> SentenceEncoder) {
    self.cache = cache
    self.encoder = encoder
  }

  /// The name and version of the encoder, such as `paraphrase-MiniLM-L3-v2/int8/1`.
  public var identifier: String { SentenceEncoder.identifier }

  /// What its cosines mean; see ``EncoderCalibration/paraphraseMiniLM``.
  public var calibration: EncoderCalibration { .paraphraseMiniLM }

  /// English.
  public var languages: [TextLanguage]? { [.english] }

  /// Turns each text into its vector, in this process and without a transport. A text of more than 128 tokens is taken
  /// in windows of whole sentences.
  ///
  /// - Throws: ``ModelFault`` of the kind ``ModelFault/Kind/unloadable`` where the weights are missing or damaged, and
  ///   `CancellationError` when the task is cancelled.
  public func embed(_ texts: [String]) async throws -> EmbeddingResponse {
    guard !texts.isEmpty else { return EmbeddingResponse(vectors: [], model: identifier) }
    let clock = ContinuousClock()
    let start = clock.now
    let loaded: SentenceEncoder
    do throws(SentenceEncoderError) { loaded = try encoder() } catch {
      let fault = ModelFault(.unloadable, error.description)
      report(texts, duration: clock.now - start, fault: fault)
      throw fault
    }
    var vectors: [[Float]] = []
    var tokens = 0
    for first in stride(from: 0, to: texts.count, by: Self.textsAtOnce) {
      try Task.checkCancellation()
      let part = Array(texts[first..<min(first + Self.textsAtOnce, texts.count)])
      for embedding in cache.embed(part, with: loaded) {
        vectors.append(embedding.vector)
        tokens += embedding.tokenCount
      }
    }
    report(texts, duration: clock.now - start)
    return EmbeddingResponse(vectors: vectors, usage: Usage(input: tokens), model: identifier)
  }

  /// Whether a part of one of the texts is beyond what is embedded.
  func leavesOut(partOf texts: [String]) -> Bool {
    guard let loaded = try? encoder() else { return false }
    return cache.embed(texts, with: loaded).contains(where: \.isTruncated)
  }

  /// Without the tokens, which a summary would add to those that are paid for.
  private func report(_ texts: [String], duration: Duration, fault: ModelFault? = nil) {
    ModelCallContext.report(
      ModelCall(
        provider: Self.provider, model: identifier, input: .texts(texts), duration: duration, origin: .local,
        fault: fault?.message))
  }
}

extension EmbeddingModel where Self == EmbeddedEmbeddingModel {
  /// The sentence encoder that comes with the package; it remembers vectors in memory.
  public static var embedded: EmbeddedEmbeddingModel { EmbeddedEmbeddingModel() }
}

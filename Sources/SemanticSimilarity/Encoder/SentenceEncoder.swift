import Dispatch
import Foundation
import Synchronization

/// A sentence encoder whose weights come with the package: paraphrase-MiniLM-L3-v2, 8 bits a weight.
///
/// It was trained on English. Texts in other languages get vectors too, which mean little.
///
/// ```swift
/// let encoder = try SentenceEncoder.shared()
/// let vectors = encoder.embed(["Refunds take 30 days.", "You get your money back within a month."])
/// let cosine = vectors[0].cosine(to: vectors[1])
/// ```
///
/// The same text has the same vector on one machine, whatever it is embedded together with. Between machines the last
/// bits may differ: never compare with a threshold that is nearer than 0.001.
public final class SentenceEncoder: Sendable {
  /// The model, its quantisation and their version, known before anything is loaded.
  public static let identifier = EncoderResource.identifier

  /// The model, its quantisation and their version, as it stands in every result.
  public var identifier: String { Self.identifier }

  /// The length of a vector.
  public let dimensions: Int

  /// The most tokens of one window, the marks at its ends included.
  public static let maximumTokenCount = 128

  /// What a cosine of whole texts means.
  public let calibration = ScoreCalibration.paraphraseMiniLM

  /// The copy of the arithmetic that runs: `AVX2` or `baseline`.
  ///
  /// The environment variable `LLMSPEC_ENCODER_KERNEL` set to `baseline` asks for the slower one.
  public var kernel: String { transformerKernel.name }

  private let resource: EncoderResource
  private let weights: TransformerWeights
  private let transformerKernel: TransformerKernel
  let tokenizer: WordPieceTokenizer

  private static let loaded = Mutex<SentenceEncoder?>(nil)

  /// The encoder of this process: loaded at the first call, in about 15 ms, and shared by all after it.
  ///
  /// - Throws: An error that lists the places where the weights were looked for, or says what is wrong with them. A
  ///   later call tries again.
  public static func shared() throws(SentenceEncoderError) -> SentenceEncoder {
    try loaded.withLock { (loaded) throws(SentenceEncoderError) in
      if let loaded { return loaded }
      let environment = ProcessInfo.processInfo.environment
      let file = try EncoderResourceSearch(environment: environment).find()
      let encoder = try SentenceEncoder(contentsOf: file, kernel: .fastest(in: environment))
      loaded = encoder
      return encoder
    }
  }

  /// Loads weights from a file of one's own choice. `shared()` is the usual way.
  public convenience init(contentsOf file: URL) throws(SentenceEncoderError) {
    try self.init(contentsOf: file, kernel: .fastest(in: ProcessInfo.processInfo.environment))
  }

  init(contentsOf file: URL, kernel: TransformerKernel) throws(SentenceEncoderError) {
    resource = try EncoderResource(contentsOf: file)
    dimensions = resource.shape.hidden
    tokenizer = WordPieceTokenizer(vocabulary: resource.vocabulary)
    weights = TransformerWeights(resource, kernel: kernel)
    transformerKernel = kernel
  }

  /// The vector of one text.
  public func embed(_ text: String, longTexts: LongTextHandling = .sentenceWindows) -> SentenceEmbedding {
    embed([text], longTexts: longTexts)[0]
  }

  /// The vectors of some texts, in their order. Many at once are faster than one by one.
  /// - Parameters:
  ///   - texts: any texts, the empty one included.
  ///   - longTexts: what becomes of a text of more than `maximumTokenCount` tokens.
  ///   - maximumThreads: how many processor cores may work at a time; all of them unless told.
  public func embed(
    _ texts: [String], longTexts: LongTextHandling = .sentenceWindows, maximumThreads: Int = .max
  ) -> [SentenceEmbedding] {
    let windows = texts.map {
      TokenWindows($0, tokenizer: tokenizer, maximumLength: Self.maximumTokenCount, handling: longTexts)
    }
    let threads = max(1, min(maximumThreads, ProcessInfo.processInfo.activeProcessorCount))
    let sums = sums(of: TokenBatch.batches(of: windows, threads: threads), threads: threads)

    var embeddings: [SentenceEmbedding] = []
    embeddings.reserveCapacity(texts.count)
    var first = 0
    for window in windows {
      let count = window.lengths.count
      embeddings.append(
        SentenceEmbedding(
          vector: Self.direction(of: sums, rows: first..<first + count, dimensions: dimensions),
          encoder: identifier, tokenCount: window.ids.count, windowCount: count, isTruncated: window.isTruncated,
          isEmpty: window.ids.count == 2))
      first += count
    }
    return embeddings
  }

  /// The sums of the last activations of each sequence's tokens, in order.
  private func sums(of batches: [TokenBatch], threads: Int) -> [Float] {
    if threads == 1 || batches.count == 1 { return batches.flatMap(run) }
    let results = Mutex([[Float]](repeating: [], count: batches.count))
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, batches.count)) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < batches.count else { return }
        let result = run(batches[index])
        results.withLock { $0[index] = result }
      }
    }
    return results.withLock { $0.flatMap { $0 } }
  }

  private func run(_ batch: TokenBatch) -> [Float] {
    let shape = resource.shape
    let longest = Int(batch.lengths.max() ?? 0)
    let scratchCount = kernelScratchCount(
      tokens: batch.ids.count, longest: longest, hidden: shape.hidden, heads: shape.heads,
      intermediate: shape.intermediate)
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: scratchCount * MemoryLayout<Float>.stride, alignment: 64)
    defer { memory.deallocate() }
    let scratch = memory.bindMemory(to: Float.self, capacity: scratchCount)
    return resource.withSections { sections in
      let words = sections.matrix(.wordRows)
      let positions = sections.matrix(.positionRows)
      return [Float](unsafeUninitializedCapacity: batch.lengths.count * shape.hidden) { sums, count in
        count = batch.lengths.count * shape.hidden
        guard let start = sums.baseAddress else { return }
        transformerKernel.run(
          batch.ids, batch.lengths, batch.lengths.count, batch.ids.count, longest,
          shape.layers, shape.hidden, shape.heads, shape.intermediate,
          words.values, words.scales, positions.values, positions.scales, weights.floats, scratch, start)
      }
    }
  }

  /// The mean of some rows, brought to length 1. The mean's own length does not matter, so the sum will do.
  private static func direction(of sums: [Float], rows: Range<Int>, dimensions: Int) -> [Float] {
    var sum = [Float](repeating: 0, count: dimensions)
    for row in rows {
      for column in 0..<dimensions { sum[column] += sums[row * dimensions + column] }
    }
    var squares = 0.0
    for value in sum { squares += Double(value) * Double(value) }
    let length = squares.squareRoot()
    guard length > 0, length.isFinite else { return [Float](repeating: 0, count: dimensions) }
    for column in 0..<dimensions { sum[column] = Float(Double(sum[column]) / length) }
    return sum
  }
}

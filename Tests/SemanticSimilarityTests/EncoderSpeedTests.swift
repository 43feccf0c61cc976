import Foundation
import Testing

@testable import SemanticSimilarity

/// The figures of `.bench/run EncoderBenchmark` as they are where tests run, which build without optimisation.
@Suite(
  "The speed of the encoder", .serialized,
  .enabled(if: ProcessInfo.processInfo.environment["LLMSPEC_BENCHMARK"] != nil))
struct EncoderSpeedTests {
  @Test("Prints sentences a second on one thread", arguments: [10, 126])
  func sentences(words: Int) throws {
    let text = Array(repeating: "word", count: words).joined(separator: " ")
    let encoder = try SentenceEncoder.shared()
    for count in words > 100 ? [1, 4] : [1, 32] {
      let texts = Array(repeating: text, count: count)
      var best = Duration.seconds(3_600)
      let end = ContinuousClock.now + .seconds(4)
      while ContinuousClock.now < end {
        best = min(best, ContinuousClock().measure { _ = encoder.embed(texts, maximumThreads: 1) })
      }
      print(
        "\(encoder.kernel), \(words + 2) tokens x \(count): \(Int(Double(count) / (best / .seconds(1)))) sentences/s")
    }
  }
}

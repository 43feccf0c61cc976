import Foundation
import SemanticSimilarity

/// Prints the time and memory that loading the sentence encoder takes, and how many sentences a second it embeds; the
/// best of many passes, because whatever else runs only ever slows a pass down.
///
/// Beside it, in the same sitting: `.bench/encoder-peer`.
@main
struct EncoderBenchmark {
  static func main() throws {
    let before = residentKilobytes()
    let clock = ContinuousClock()
    var encoder: SentenceEncoder?
    let loading = try clock.measure { encoder = try SentenceEncoder.shared() }
    guard let encoder else { return }
    let first = clock.measure { _ = encoder.embed("first") }
    let after = residentKilobytes()
    print("kernel \(encoder.kernel), encoder \(encoder.identifier)")
    print("load \(milliseconds(loading)) ms, first sentence \(milliseconds(first)) ms")
    if let before, let after { print("memory added \((after - before) / 1_024) MiB") }
    for (tokens, count) in [(12, 1), (12, 32), (128, 1), (128, 8)] {
      // "word" is one token, and two mark the ends.
      let text = Array(repeating: "word", count: tokens - 2).joined(separator: " ")
      let texts = Array(repeating: text, count: count)
      let one = rate(texts, encoder, threads: 1)
      let all = count > 1 ? ", all cores \(rate(texts, encoder, threads: .max))" : ""
      print("\(tokens) tokens x \(count): one thread \(one)\(all) sentences/s")
    }
    let long = String(repeating: "Nothing of this is new. ", count: 42_000)
    print("1 MB of text: \(milliseconds(clock.measure { _ = encoder.embed(long) })) ms")
  }

  private static func rate(_ texts: [String], _ encoder: SentenceEncoder, threads: Int) -> Int {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(3)
    var best = Duration.seconds(3_600)
    while clock.now < end {
      best = min(best, clock.measure { _ = encoder.embed(texts, maximumThreads: threads) })
    }
    return Int(Double(texts.count) / (best / .seconds(1)))
  }

  private static func milliseconds(_ duration: Duration) -> Int { Int((duration / .milliseconds(1)).rounded()) }

  /// What the process holds in memory; nil where there is no /proc.
  private static func residentKilobytes() -> Int? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") })
    else { return nil }
    return line.split(separator: " ").compactMap { Int($0) }.first
  }
}

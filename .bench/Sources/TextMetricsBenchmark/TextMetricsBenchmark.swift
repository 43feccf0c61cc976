import Foundation
import TextMetrics

/// Prints how long each text metric takes for a pair of texts, in microseconds; the best of several passes, because
/// whatever else runs only ever slows a pass down.
///
/// With the argument `texts` it prints the pairs instead, one JSON object a line, for `text-metrics-peers`.
@main
struct TextMetricsBenchmark {
  private struct Pair: Encodable {
    let name: String
    let candidate: String
    let reference: String
  }

  static func main() throws {
    if CommandLine.arguments.contains("texts") {
      for pair in pairs() { print(String(decoding: try JSONEncoder().encode(pair), as: UTF8.self)) }
      return
    }
    for pair in pairs() {
      print("\(pair.name), \(pair.candidate.utf8.count) bytes")
      for metric in TextMetric.all {
        print(metric.name, microseconds { metric.score(pair.candidate, references: [pair.reference]) })
      }
      let stemming = ROUGE(.l, tokenizer: .googleStemming)
      print("rouge-l, stemming", microseconds { stemming.score(pair.candidate, reference: pair.reference) })
    }
  }

  /// A sentence and a page of which a fifth of the words were replaced, and 100 kB of other words.
  private static func pairs() -> [Pair] {
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let letters = Array("etaoinshrdlucmfwypvbgkqjxz")
    let vocabulary = (0..<3_000).map { _ in String((0..<(2 + random(8))).map { _ in letters[random(26)] }) }
    func words(_ count: Int) -> [String] { (0..<count).map { _ in vocabulary[random(3_000)] } }
    func text(_ words: [String]) -> String {
      words.enumerated().map { $1 + ($0 % 12 == 11 ? ".\n" : " ") }.joined()
    }
    func changed(_ old: [String]) -> [String] { old.map { random(5) == 0 ? vocabulary[random(3_000)] : $0 } }
    let (sentence, page, book) = (words(20), words(500), words(15_000))
    return [
      Pair(name: "sentence", candidate: text(changed(sentence)), reference: text(sentence)),
      Pair(name: "page", candidate: text(changed(page)), reference: text(page)),
      Pair(name: "100 kB", candidate: text(words(15_000)), reference: text(book)),
    ]
  }

  /// The best of the passes that fit into half a second, at least one.
  private static func microseconds<T>(_ body: () -> T) -> String {
    let clock = ContinuousClock()
    let start = clock.now
    var best = Duration.seconds(3600)
    repeat {
      best = min(best, clock.measure { withExtendedLifetime(body()) {} })
    } while clock.now - start < .milliseconds(500)
    return (best / .microseconds(1)).formatted(.number.precision(.fractionLength(1)).grouping(.never))
  }
}

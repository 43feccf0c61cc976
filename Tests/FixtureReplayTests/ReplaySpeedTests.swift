import FixtureReplay
import Foundation
import LanguageModels
import Testing

/// The figures of `.bench/run FixtureReplayBenchmark` as they are where tests run, which build without optimisation.
@Suite(
  "The speed of replaying", .serialized,
  .enabled(if: ProcessInfo.processInfo.environment["LLMSPEC_BENCHMARK"] != nil))
struct ReplaySpeedTests {
  @Test("Prints what a call costs", arguments: [1, 100, 1_000])
  func calls(count: Int) async throws {
    let stage = try Rehearsal()
    let system = String(repeating: "Shoes can be returned within 30 days of delivery. Returns are free.\n", count: 5)
    let body: @Sendable () async throws -> Void = {
      for number in 0..<count { _ = try await ask("Question \(number): when?", system: system) }
    }
    _ = try await stage.run(.record, live: ScriptedTransport.echo(), body)
    let best = try await best(of: max(5, 1_000 / count)) { _ = try await stage.run(.replay, body) }
    print("\(count) calls in one test: \(best / count) a call, the file's reading included")
  }

  @Test("Prints what a long stream costs")
  func stream() async throws {
    let stage = try Rehearsal()
    let live = ScriptedStream(chunks: (0..<5_000).map { chatChunk("word\($0) ", isLast: $0 == 4_999) })
    let body: @Sendable () async throws -> Void = {
      let request = ChatRequest(messages: [.user("Tell me all.")])
      for try await _ in try await OpenAICompatibleModel("gpt-test").stream(request) {}
    }
    _ = try await stage.run(.record, live: live, body)
    print("a stream of 5,000 events: \(try await best(of: 5) { _ = try await stage.run(.replay, body) })")
  }

  private func best(of count: Int, _ body: () async throws -> Void) async throws -> Duration {
    var best = Duration.seconds(3600)
    for _ in 0..<count { best = min(best, try await ContinuousClock().measure(body)) }
    return best
  }
}

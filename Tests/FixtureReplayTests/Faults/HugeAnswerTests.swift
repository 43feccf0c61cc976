#if os(Linux) || os(macOS)
  import FixtureReplay
  import Foundation
  import LanguageModels
  import Testing

  extension ProcessFaultTests {
    /// Answers of many megabytes. The usual size is 8 MB; `LLMSPEC_BENCHMARK` makes it 100 and prints what it costs.
    @Suite("Huge answers", .serialized)
    struct HugeAnswerTests {
      static let isBig = ProcessInfo.processInfo.environment["LLMSPEC_BENCHMARK"] != nil
      private static let megabytes = isBig ? 100 : 8

      /// The most memory that this process has had at once, in megabytes.
      private static var peak: Int {
        #if os(Linux)
          // What `getrusage` tells begins with the peak of the process that started this one.
          let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
          let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
          return (line.flatMap { Int($0.filter(\.isNumber)) } ?? 0) >> 10
        #else
          var usage = rusage()
          getrusage(RUSAGE_SELF, &usage)
          return usage.ru_maxrss >> 20
        #endif
      }

      /// Leaves a line with what the body cost.
      private static func clock(_ name: String, in stage: Rehearsal, _ body: () async throws -> Void) async throws {
        let before = peak
        let time = try await ContinuousClock().measure(body)
        try stage.folder.write("\(name): \(time), \(peak - before) MB more than before", to: "\(UUID()).figure")
      }

      private func printFigures(of stage: Rehearsal) throws {
        guard Self.isBig else { return }
        for path in stage.folder.paths where path.hasSuffix(".figure") {
          print(try String(contentsOf: stage.folder.url.appending(path: path), encoding: .utf8))
        }
      }

      @Test("Are recorded and replayed whole in bounded memory: a text")
      func text() async throws {
        let stage = try Rehearsal()
        let path = stage.folder.url.path
        for mode in ["record", "replay"] {
          await #expect(processExitsWith: .success) { [path = path as String, mode = mode as String] in
            let stage = try Rehearsal(in: TemporaryFolder(existing: path))
            let count = Self.megabytes << 20
            let base = Self.peak
            let live = ScriptedTransport { _, _ in
              .chat(String(repeating: "A word after another.\n", count: count / 22))
            }
            let mode = try #require(FixtureMode(rawValue: mode))
            try await Self.clock("\(mode) of one text of \(Self.megabytes) MB", in: stage) {
              let run = try await stage.run(mode, live: live) { try await ask("All?").utf8.count }
              #expect(try run.value == count / 22 * 22)
              #expect(run.commitFault == nil)
            }
            #expect(base > 0 && Self.peak - base < 60 + Self.megabytes * 16)
          }
        }
        try printFigures(of: stage)
      }

      /// 3 words are what one event of most servers holds.
      @Test("Are recorded and replayed whole in bounded memory: a stream", arguments: isBig ? [3_000, 3] : [3_000])
      func stream(words: Int) async throws {
        let stage = try Rehearsal()
        let path = stage.folder.url.path
        for mode in ["record", "replay"] {
          await #expect(processExitsWith: .success) {
            [path = path as String, mode = mode as String, words = words as Int] in
            let stage = try Rehearsal(in: TemporaryFolder(existing: path))
            let base = Self.peak
            let piece = String(repeating: "word ", count: words)
            let chunk = chatChunk(piece)
            let count = (Self.megabytes << 20) / chunk.utf8.count
            let live = ScriptedStream(
              chunks: Array(repeating: chunk, count: count) + [chatChunk("end", isLast: true) + "data: [DONE]\n\n"])
            let mode = try #require(FixtureMode(rawValue: mode))
            try await Self.clock("\(mode) of a stream of \(Self.megabytes) MB, \(words) words an event", in: stage) {
              let run = try await stage.run(mode, live: live) {
                var bytes = 0
                let request = ChatRequest(messages: [.user("All?")])
                for try await event in try await OpenAICompatibleModel("gpt-test").stream(request) {
                  if case .text(let text) = event { bytes += text.utf8.count }
                }
                return bytes
              }
              #expect(try run.value == count * piece.utf8.count + 3)
              #expect(run.commitFault == nil)
            }
            #expect(base > 0 && Self.peak - base < 60 + Self.megabytes * 16)
          }
        }
        try printFigures(of: stage)
      }
    }
  }
#endif

#if os(Linux) || os(macOS)
  import FixtureReplay
  import Foundation
  import LanguageModels
  import Testing

  extension ProcessFaultTests {
    @Suite("Recordings that are killed", .serialized)
    struct KilledRecordingTests {
      private static let old = (1...5).map { "Old question \($0)?" }
      private static let new = (1...30).map { "Question \($0)?" }

      /// A fixture with a few answers, which the recording that is killed adds to.
      private func stage() async throws -> Rehearsal {
        let stage = try Rehearsal()
        let run = try await stage.run(.record, live: Self.live("old")) { try await Self.askAll(Self.old) }
        try #require(run.commitFault == nil)
        return stage
      }

      private static func live(_ name: String) -> ScriptedTransport {
        ScriptedTransport { prompt, _ in .chat("\(name): \(prompt)") }
      }

      @Sendable private static func askAll(_ questions: [String]) async throws -> [String] {
        var answers: [String] = []
        for question in questions { answers.append(try await ask(question)) }
        return answers
      }

      /// The questions whose answers are safe in journals.
      private func journalled(_ stage: Rehearsal) throws -> Int {
        try stage.folder.journals.map { journal in
          // The first line names the test; what follows the last line feed is a line that was cut off.
          max(0, try Data(contentsOf: journal).split(separator: 0x0A, omittingEmptySubsequences: false).count - 2)
        }.reduce(0, +)
      }

      /// Nothing is half, lost, paid for twice or left behind.
      private func check(_ stage: Rehearsal, before old: String) async throws {
        let text = try #require(stage.text)
        let found = try #require(try stage.contents).exchanges.count
        #expect(text == old ? found == 5 : found == 35)
        let safe = text == old ? try journalled(stage) : 30

        let live = Self.live("new")
        let run = try await stage.run(.record, live: live) { try await Self.askAll(Self.old + Self.new) }
        #expect(live.prompts == Array(Self.new.dropFirst(safe)))
        let expected =
          Self.old.map { "old: \($0)" } + Self.new.prefix(safe).map { "paid: \($0)" }
          + Self.new.dropFirst(safe).map { "new: \($0)" }
        #expect(try run.value == expected)
        #expect(run.commitFault == nil)
        #expect(stage.folder.journals.isEmpty)
        #expect(stage.folder.paths.filter { $0.hasSuffix(".tmp") } == [])
        let replayed = try await stage.run(.replay) { try await Self.askAll(Self.old + Self.new) }
        #expect(try replayed.value == expected)
        #expect(try stage.contents?.exchanges.count == 35)
      }

      @Test("At any moment leave the old file or the new one, and nothing that was paid for is asked again")
      func anyMoment() async throws {
        for seed in UInt64(1)...13 {
          let stage = try await stage()
          let old = try #require(stage.text)
          let path = stage.folder.url.path
          await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, seed = seed as UInt64] in
            var generator = SeededGenerator(state: seed)
            // Every second one is killed at the end, while the fixture is written.
            let count = seed.isMultiple(of: 2) ? Self.new.count : Int.random(in: 1...Self.new.count, using: &generator)
            let pause = UInt32.random(in: 0..<(seed.isMultiple(of: 2) ? 2_500 : 300), using: &generator)
            let stage = try Rehearsal(in: TemporaryFolder(existing: path))
            let live = ScriptedTransport { prompt, number in
              if number == count {
                Thread.detachNewThread {
                  usleep(pause)
                  kill(getpid(), SIGKILL)
                }
              }
              return .chat("paid: \(prompt)")
            }
            _ = try await stage.run(.record, live: live) { try await Self.askAll(Self.old + Self.new) }
            try await Task.sleep(for: .seconds(60))
          }
          try await check(stage, before: old)
        }
      }

      /// The system kills a process that writes beyond its limit, in the middle of the write.
      @Test("In the middle of a write leave no half line and no half file")
      func insideOfWrites() async throws {
        // The journal has about 19 kB and the fixture about 25.
        for limit in [10, 400, 1_000, 5_003, 17_001, 20_500, 22_222] {
          let stage = try await stage()
          let old = try #require(stage.text)
          let path = stage.folder.url.path
          await #expect(processExitsWith: .signal(SIGXFSZ)) { [path = path as String, limit = limit as Int] in
            let stage = try Rehearsal(in: TemporaryFolder(existing: path))
            let live = ScriptedTransport { prompt, _ in
              FileSizeLimit.unblockSignal()
              return .chat("paid: \(prompt)")
            }
            FileSizeLimit.set(limit, kills: true)
            let store = try stage.store(.record, live: live)
            _ = try await Rehearsal.body(on: FixtureTransport(store: store)) {
              for question in Self.old + Self.new {
                FileSizeLimit.unblockSignal()
                _ = try? await ask(question)
              }
            }
            FileSizeLimit.unblockSignal()
            try? store.commit()
          }
          #expect(stage.text == old)
          try await check(stage, before: old)
        }
      }

      @Test("After the fixture was written and before the journal was removed, answers are not added a second time")
      func writtenButNotRemoved() async throws {
        let stage = try Rehearsal()
        let isAsked = Signal()
        let mayFail = Signal()
        let live = ScriptedTransport { prompt, number in
          if number == 1 {
            await isAsked.happen()
            await mayFail.wait()
            throw ModelFault(.connection, "gone")
          }
          return .chat("\(prompt) #\(number)")
        }
        let store = try stage.store(.record, live: live)
        // The first of two equal calls fails after the second was answered: that is number 2 in the journal, and the only
        // one in the file.
        let run = try await Rehearsal.body(on: FixtureTransport(store: store)) {
          async let first = try? await ask("When?")
          await isAsked.wait()
          let second = try await ask("When?")
          await mayFail.happen()
          return [await first, second].compactMap { $0 }
        }
        #expect(try run.value == ["When? #2"])
        let journal = try #require(stage.folder.journals.first)
        let lines = try Data(contentsOf: journal)
        try store.commit()
        let text = try #require(stage.text)
        try lines.write(to: journal)

        let next = try await stage.run(.record) { try await ask("When?") }
        #expect(try next.value == "When? #2")
        #expect(stage.text == text)
      }
    }
  }
#endif

#if os(Linux) || os(macOS)
  import DurableFiles
  import FixtureReplay
  import Foundation
  import LanguageModels
  import Testing

  extension ProcessFaultTests {
    @Suite("Processes that record the same test at once", .serialized)
    struct SimultaneousProcessTests {
      /// Records questions in a process of its own, which begins its calls when the others do.
      private func record(_ name: String, _ questions: [String], at path: String) async {
        await #expect(processExitsWith: .success) {
          [path = path as String, name = name as String, questions = questions as [String]] in
          let stage = try Rehearsal(in: TemporaryFolder(existing: path))
          try stage.folder.write("", to: "ready-\(name)")
          let live = ScriptedTransport { prompt, number in
            // Nobody answers before both have asked.
            while number == 1, stage.folder.paths.count(where: { $0.hasPrefix("ready-") }) < 2 {
              try await Task.sleep(for: .milliseconds(2))
            }
            return .chat("\(name): \(prompt)")
          }
          let run = try await stage.run(.record, live: live) {
            for question in questions { _ = try await ask(question) }
          }
          #expect(run.faults.isEmpty)
          #expect(run.commitFault == nil)
        }
      }

      private func answers(_ stage: Rehearsal, _ questions: [String]) async throws -> [String] {
        let run = try await stage.run(.replay) {
          var answers: [String] = []
          for question in questions { answers.append(try await ask(question)) }
          return answers
        }
        return try run.value
      }

      @Test("Lose nothing of each other when they ask different things")
      func differentCalls() async throws {
        let stage = try Rehearsal()
        let path = stage.folder.url.path
        let (ones, twos) = ((1...10).map { "One \($0)?" }, (1...10).map { "Two \($0)?" })
        async let first: Void = record("a", ones, at: path)
        async let second: Void = record("b", twos, at: path)
        _ = await (first, second)
        #expect(try await answers(stage, ones + twos) == ones.map { "a: \($0)" } + twos.map { "b: \($0)" })
        #expect(stage.folder.journals.isEmpty)
      }

      @Test("Keep one answer to each call when they ask the same")
      func sameCalls() async throws {
        let stage = try Rehearsal()
        let path = stage.folder.url.path
        let questions = (1...10).map { "Same \($0)?" }
        async let first: Void = record("a", questions, at: path)
        async let second: Void = record("b", questions, at: path)
        _ = await (first, second)
        let answers = try await answers(stage, questions)
        // All of one process: an answer that follows from another must not be mixed with a stranger's.
        #expect(Set(answers.map { $0.prefix(2) }).count == 1)
        #expect(try stage.contents?.exchanges.count == 10)
      }

      @Test("Of the same number, as in two containers, do not share a journal")
      func sameNumber() async throws {
        let stage = try Rehearsal()
        let path = stage.folder.url.path
        _ = try await stage.run(.record, live: ScriptedTransport.echo()) { try await ask("Zero?") }
        await #expect(processExitsWith: .success) { [path = path as String] in
          let stage = try Rehearsal(in: TemporaryFolder(existing: path))
          let folder = try #require(
            stage.folder.paths.first { $0.hasPrefix(".build/llmspec/journal/") && !$0.hasSuffix(".lock") })
          // What the other process holds: the name that this one would choose.
          let other = try AppendOnlyJournal(stage.folder.url.appending(path: "\(folder)/\(getpid())-1.jsonl"))
          try other.append(Array("{}".utf8))
          let run = try await stage.run(.record, live: ScriptedTransport.echo()) { try await ask("One?") }
          #expect(try run.value == "One? #1")
          #expect(run.commitFault == nil)
          #expect(stage.folder.journals.count == 1)
          other.close()
        }
      }

      @Test("Do not wait for one that was killed while it wrote")
      func lockOfTheDead() async throws {
        let stage = try Rehearsal()
        let path = stage.folder.url.path
        _ = try await stage.run(.record, live: ScriptedTransport.echo()) { try await ask("Zero?") }
        let lock = try #require(stage.folder.paths.first { $0.hasSuffix(".lock") })
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, lock = lock as String] in
          let held = try FileLock(URL(filePath: path).appending(path: lock)).acquire()
          let stage = try Rehearsal(in: TemporaryFolder(existing: path))
          let store = try stage.store(.record, live: ScriptedTransport { prompt, _ in .chat("paid: \(prompt)") })
          _ = try await Rehearsal.body(on: FixtureTransport(store: store)) { try await ask("One?") }
          try Data("half".utf8).write(
            to: stage.file.deletingLastPathComponent().appending(path: ".window.json.1-1.tmp"))
          kill(getpid(), SIGKILL)
          held.release()
        }
        let run = try await stage.run(.record) { try await ask("One?") }
        #expect(try run.value == "paid: One?")
        #expect(stage.folder.paths.filter { $0.hasSuffix(".tmp") } == [])
      }
    }
  }
#endif

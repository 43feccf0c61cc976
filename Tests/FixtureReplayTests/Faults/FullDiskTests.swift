#if os(Linux) || os(macOS)
  import DurableFiles
  import FixtureReplay
  import Foundation
  import LanguageModels
  import Testing

  extension ProcessFaultTests {
    @Suite("Full disks", .serialized)
    struct FullDiskTests {
      private static let questions = (1...5).map { "Question \($0)?" }

      @Sendable private static func askAll(_ questions: [String]) async throws -> [String] {
        var answers: [String] = []
        for question in questions { answers.append(try await ask(question)) }
        return answers
      }

      @Test(
        "When the fixture does not fit, the old one stays, the answers stay in the journal, and the message says so")
      func fixture() async throws {
        let stage = try Rehearsal()
        _ = try await stage.run(.record, live: ScriptedTransport.echo()) { try await ask("Old?") }
        let old = try #require(stage.text)
        let path = stage.folder.url.path
        await #expect(processExitsWith: .success) { [path = path as String] in
          let stage = try Rehearsal(in: TemporaryFolder(existing: path))
          let store = try stage.store(.record, live: ScriptedTransport.echo())
          let run = try await Rehearsal.body(on: FixtureTransport(store: store)) {
            try await Self.askAll(Self.questions)
          }
          #expect(run.faults.isEmpty)
          FileSizeLimit.set(1_000)
          let fault = try #require(throws: FixtureFault.self) { try store.commit() }
          #expect(fault.kind == .unwritable)
          let file = stage.file.resolvingSymlinksInPath().path
          #expect(fault.message.hasPrefix("The fixture was not written. Could not write the new contents of "))
          #expect(fault.message.contains("\(file.dropLast(20))"))
          #expect(fault.message.contains("file too large"))
          #expect(fault.message.contains("what was there before is unharmed"))
          #expect(
            fault.message.hasSuffix(
              """
              The 5 answers of this run are kept in the journal under .build/llmspec/journal; the next recording of this \
              test takes them over.
              """))
        }
        #expect(stage.text == old)
        #expect(stage.folder.paths.filter { $0.hasSuffix(".tmp") } == [])
        let next = try await stage.run(.record) { try await Self.askAll(Self.questions) }
        #expect(try next.value == Self.questions.enumerated().map { "\($1) #\($0 + 1)" })
      }

      @Test("When the journal does not fit, nothing more is sent, and what was paid for is still written if it can be")
      func journal() async throws {
        let stage = try Rehearsal()
        let path = stage.folder.url.path
        await #expect(processExitsWith: .success) { [path = path as String] in
          let stage = try Rehearsal(in: TemporaryFolder(existing: path))
          let live = ScriptedTransport { prompt, number in
            if number == 3 { FileSizeLimit.set(stage.folder.journalBytes + 50) }
            return .chat("\(prompt) #\(number)")
          }
          let store = try stage.store(.record, live: live)
          let run = try await Rehearsal.body(on: FixtureTransport(store: store)) {
            var answers: [String] = []
            for question in Self.questions { if let answer = try? await ask(question) { answers.append(answer) } }
            return answers
          }
          #expect(try run.value == ["Question 1? #1", "Question 2? #2"])
          #expect(live.prompts == Array(Self.questions.prefix(3)))
          #expect(run.faults.map(\.kind) == [.unwritable, .unwritable])
          #expect(run.faults.first?.message.hasPrefix("An answer could not be kept. Could not append to ") == true)
          #expect(
            run.faults.last?.message.hasPrefix(
              "Nothing was sent, because the answer before could not be kept safe. An answer could not be kept.")
              == true)

          // Now neither fits: only what is in the journal is promised.
          let fault = try #require(throws: FixtureFault.self) { try store.commit() }
          #expect(fault.message.contains("The 2 answers of this run are kept in the journal"))
        }
        #expect(stage.text == nil)
        let next = try await stage.run(.record, live: ScriptedTransport.echo()) {
          try await Self.askAll(Self.questions)
        }
        #expect(try next.value.prefix(3) == ["Question 1? #1", "Question 2? #2", "Question 3? #1"])
      }

      @Test("An answer that the journal had no room for is in the fixture when there is room for that")
      func roomForTheFixture() async throws {
        let stage = try Rehearsal()
        let path = stage.folder.url.path
        await #expect(processExitsWith: .success) { [path = path as String] in
          let stage = try Rehearsal(in: TemporaryFolder(existing: path))
          let live = ScriptedTransport { prompt, number in
            if number == 2 { FileSizeLimit.set(stage.folder.journalBytes + 50) }
            return .chat("\(prompt) #\(number)")
          }
          let store = try stage.store(.record, live: live)
          let run = try await Rehearsal.body(on: FixtureTransport(store: store)) {
            try await Self.askAll(Array(Self.questions.prefix(2)))
          }
          #expect(throws: FixtureFault.self) { try run.value }
          FileSizeLimit.set(nil)
          try store.commit()
        }
        let replayed = try await stage.run(.replay) { try await Self.askAll(Array(Self.questions.prefix(2))) }
        #expect(try replayed.value == ["Question 1? #1", "Question 2? #2"])
        #expect(stage.folder.journals.isEmpty)
      }

      @Test(
        "A fixture that would be longer than one that can be read is not written",
        .enabled(
          if: ProcessInfo.processInfo.environment["LLMSPEC_BENCHMARK"] != nil, "it takes seconds and a gigabyte"))
      func tooLongToRead() throws {
        let stage = try Rehearsal()
        let text = String(repeating: "x", count: 1 << 20)
        var file = FixtureFile(test: "t")
        let request = RequestIdentity(of: HTTPRequest(provider: "p", path: "/x") { throw CancellationError() })
        for ordinal in 1...260 {
          file.exchanges.append(
            FixtureExchange(
              key: CallKey(request: request.hash, ordinal: ordinal), request: request, promptVersion: nil, recorded: "",
              answer: RecordedAnswer(
                status: 200, headers: HTTPHeaders(), milliseconds: 0, content: .body(.bytes(Array(text.utf8))))))
        }
        let fault = #expect(throws: FixtureFault.self) { try file.write(stage.file) }
        #expect(fault?.kind == .unwritable)
        #expect(fault?.message.contains("one of more than 268435456 is not read again") == true)
        #expect(stage.text == nil)
      }
    }
  }

  extension TemporaryFolder {
    fileprivate var journalBytes: Int {
      journals.reduce(0) { $0 + ((try? Data(contentsOf: $1))?.count ?? 0) }
    }
  }
#endif

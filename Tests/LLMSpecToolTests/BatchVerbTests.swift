import FixtureReplay
import Foundation
import LanguageModels
import SpecRecords
import StructuredOutput
import Testing

@testable import LLMSpecTool

// Signals go to the whole process: two runs of swift test at once would get each other's.
extension RunVerbTests {
  @Suite("Recording in batches and following edits")
  struct BatchVerbTests {
    private static let spec = SpecIdentity(target: "Specs", path: ["Refunds", "window()"])

    /// Answers a chat as a live server would.
    private struct Server: HTTPTransport {
      func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        HTTPResponse(
          status: 200, headers: [.init("content-type", "application/json")], body: .json(Self.answer("30 days.")))
      }

      func stream(_ request: HTTPRequest) async throws -> HTTPStreamedResponse { throw CancellationError() }

      static func answer(_ text: String) -> JSONValue {
        ["choices": [["index": 0, "message": ["content": .string(text)], "finish_reason": "stop"]]]
      }
    }

    /// Runs the spec in this process, with one question.
    private func ask(
      _ question: String, _ mode: FixtureMode = .replay, in package: TemporaryPackage, plan: URL? = nil
    ) async throws -> String {
      let root = PackageRoot(url: package.folder)
      let store = try FixtureStore(
        test: Self.spec, sourceFile: "/Refunds.swift",
        file: FixturePath.file(of: Self.spec, root: root, directory: "Fixtures"), root: root, mode: mode,
        live: Server(),
        plan: plan.map { PlanJournal(folder: $0) })
      let transport = FixtureTransport(store: store)
      let answer = try await ModelCallContext.$current.withValue(ModelCallContext(transport: transport)) {
        try await OpenAICompatibleModel("small").respond(to: question).text
      }
      try transport.finishBody(threw: false, wasCancelled: false)
      try store.commit()
      return answer
    }

    /// Puts a `swift` in place whose tests miss the answer to a question until the fixture holds its words.
    private func stage(_ question: String, in package: TemporaryPackage, extra: String = "") async throws -> URL {
      let journal = package.folder.appending(path: "staged")
      _ = try? await ask(question, in: package, plan: journal)
      let lines = [
        RunRecord.process(ProcessRecord(run: "r", mode: "replay")), Recorded.body(.inconclusive, spec: "\(Self.spec)"),
      ]
      let script = """
        #!/bin/sh
        cd "$3"
        printf '%s\\n' "$@" > arguments
        printf '%s\\n' "$LLMSPEC_MODE" > mode
        mkdir -p ".build/llmspec/runs/$LLMSPEC_RUN" "$LLMSPEC_PLAN"
        cat > ".build/llmspec/runs/$LLMSPEC_RUN/1.jsonl" <<'END'
        \(lines.map(\.json.compactText).joined(separator: "\n"))
        END
        \(extra)
        grep -q '"\(question)"' Fixtures/Specs/Refunds/window.json 2> /dev/null && exit 0
        cp staged/*.jsonl "$LLMSPEC_PLAN"
        exit 1
        """
      try package.write(script, to: "fake/swift")
      let swift = package.folder.appending(path: "fake/swift")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: swift.path)
      return swift
    }

    private func run(_ verb: any Verb, _ arguments: [String] = [], in package: TemporaryPackage) async throws -> Int32 {
      let environment = ["PATH": "/usr/bin:/bin", "LLMSPEC_MODE": "live", "LLMSPEC_PLAN": "/nowhere"]
      let parsed = try ParsedArguments(arguments, of: verb.name, syntax: verb.syntax)
      while true {
        do {
          return try await verb.perform(parsed, at: package.workplace(environment), telling: package.console)
        } catch let error as PackageError where error.description.contains("Text file busy") {
          // A process that a parallel test is just starting holds the script open for an instant (ETXTBSY).
          try await Task.sleep(for: .milliseconds(5))
        }
      }
    }

    @Test("Planned, answered elsewhere and fulfilled, a spec misses nothing")
    func round() async throws {
      let package = try TemporaryPackage()
      let plan = FixturesPlanVerb(swift: try await stage("How long?", in: package))
      #expect(try await run(plan, ["--filter", "Refunds", "--", "--parallel"], in: package) == 4)
      #expect(
        package.output == """
          1 call has no fixture.
            .build/llmspec/plan/batch-openai.jsonl: 1 request, /v1/chat/completions, small
          Have the files answered, then: llmspec fixtures fulfil RESULTS…

          """)
      #expect(try package.text(of: "mode") == "replay\n")
      let arguments = try package.text(of: "arguments").split(separator: "\n")
      #expect(arguments.contains("Refunds"))
      #expect(arguments.last == "--parallel")

      let line = try JSONValue(parsing: package.text(of: ".build/llmspec/plan/batch-openai.jsonl"))
      let result: JSONValue = [
        "custom_id": line["custom_id"] ?? .null, "error": .null,
        "response": ["status_code": 200, "body": Server.answer("30 days.")],
      ]
      try package.write(result.compactText + "\n", to: "results.jsonl")
      #expect(await package.tool("fixtures", "fulfil", "results.jsonl") == 0)
      #expect(
        package.output.hasSuffix(
          """
          Saved 1 answer in 1 fixture.
          Every call of the plan has its answer. Calls that follow from these come next: llmspec fixtures plan

          """))
      #expect(try await ask("How long?", in: package) == "30 days.")
      #expect(try await run(plan, in: package) == 0)
      #expect(package.output.hasSuffix("Nothing is missing: 1 spec ran.\n"))
      #expect(!FileManager.default.fileExists(atPath: package.folder.path + "/.build/llmspec/plan/plan.jsonl"))
    }

    @Test("What cannot be kept is told, the rest is kept, and the status says so")
    func problems() async throws {
      let package = try TemporaryPackage()
      let plan = FixturesPlanVerb(swift: try await stage("How long?", in: package))
      #expect(try await run(plan, ["--output", "mine"], in: package) == 4)
      #expect(package.output.hasSuffix("llmspec fixtures fulfil --plan mine RESULTS…\n"))
      try package.write("{\"custom_id\":\"other\",\"body\":{}}\nrubbish\n", to: "results.jsonl")
      #expect(await package.tool("fixtures", "fulfil", "--plan", "mine", "none.jsonl", "results.jsonl") == 1)
      #expect(package.errors.contains("none.jsonl cannot be read"))
      #expect(package.output.contains("  1 result belongs to no call of this plan: other\n"))
      #expect(package.output.contains("Not kept, 1:\n  results.jsonl, line 2: it is not JSON"))
      #expect(package.output.hasSuffix("1 call of the plan is still missing: llmspec fixtures plan\n"))
    }

    @Test("Calls that no batch takes are named, and alone they are no plan")
    func nothingForABatch() async throws {
      let package = try TemporaryPackage()
      let plan = FixturesPlanVerb(swift: try await stage("How long?", in: package))
      #expect(try await run(plan, ["--format", "anthropic"], in: package) == 1)
      #expect(
        package.output == """
          1 call has no fixture.
          Not in a batch; record with LLMSPEC_MODE=record:
            Specs/Refunds/window(): it is of the format openai, which was not asked for

          """)
    }

    @Test("A plan of nothing, of a run that did not build or was ended, is none")
    func noRun() async throws {
      let package = try TemporaryPackage()
      let swift = try await stage("How long?", in: package, extra: "rm -r .build/llmspec/runs; exit 65")
      #expect(try await run(FixturesPlanVerb(swift: swift), in: package) == 65)
      #expect(package.errors.contains("swift test ended with status 65 before any spec ran"))
      _ = try await stage("How long?", in: package, extra: "rm -r .build/llmspec/runs; exit 0")
      #expect(try await run(FixturesPlanVerb(swift: swift), in: package) == 1)
      #expect(package.errors.contains("No spec ran."))
      _ = try await stage("How long?", in: package, extra: "kill -9 $$")
      #expect(try await run(FixturesRekeyVerb(swift: swift), in: package) == 137)
      #expect(!FileManager.default.fileExists(atPath: package.folder.path + "/.build/llmspec/plan"))
    }

    @Test("A fixture follows an edited prompt, the difference is printed, and a dry run changes nothing")
    func rekey() async throws {
      let package = try TemporaryPackage()
      _ = try await ask("How long do I have to return my shoes?", .record, in: package)
      let before = try package.text(of: "Fixtures/Specs/Refunds/window.json")
      let edited = "How long do I have to return my new shoes?"
      let verb = FixturesRekeyVerb(swift: try await stage(edited, in: package))
      #expect(try await run(verb, ["--dry-run"], in: package) == 0)
      #expect(package.output.contains("Fixtures/Specs/Refunds/window.json: exchange 1, "))
      #expect(package.output.contains("\n  messages[0].content: … do I have to return my {+new +}shoes?\n"))
      #expect(package.output.hasSuffix("1 exchange would follow; nothing was changed. \(Self.chains)\n"))
      #expect(try package.text(of: "Fixtures/Specs/Refunds/window.json") == before)

      #expect(try await run(verb, in: package) == 0)
      #expect(package.output.hasSuffix("1 exchange follows its edited request.\n"))
      #expect(try package.text(of: "arguments").hasSuffix("--skip-build\n"))
      #expect(try await ask(edited, in: package) == "30 days.")
      #expect(try await run(verb, in: package) == 0)
      #expect(package.output.hasSuffix("Nothing is missing: 1 spec ran.\n"))
    }

    private static let chains = "Calls that follow from their answers are not looked at."

    @Test("A call that nothing is like is named, and has to be recorded")
    func unpaired() async throws {
      let package = try TemporaryPackage()
      _ = try await ask("How long do I have to return my shoes?", .record, in: package)
      let verb = FixturesRekeyVerb(swift: try await stage("Quite another question", in: package))
      #expect(try await run(verb, in: package) == 1)
      #expect(package.output.contains("Fixtures/Specs/Refunds/window.json: not paired, the nearest unused exchange"))
      #expect(package.output.hasSuffix("1 call has to be recorded anew: LLMSPEC_MODE=record swift test\n"))
    }

    @Test("Wrong use is told")
    func wrongUse() async throws {
      let package = try TemporaryPackage()
      #expect(await package.tool("fixtures", "fulfil") == 2)
      #expect(package.errors.hasPrefix("llmspec: fixtures fulfil needs the files of results: RESULTS….\n"))
      #expect(await package.tool("fixtures", "plan", "--format", "gemini") == 2)
      #expect(package.errors.contains("--format is \"gemini\", which is none of: openai, anthropic, auto."))
      try package.write("", to: "results.jsonl")
      #expect(await package.tool("fixtures", "fulfil", "results.jsonl") == 1)
      #expect(package.errors.contains(".build/llmspec/plan/plan.jsonl does not exist"))
    }
  }
}

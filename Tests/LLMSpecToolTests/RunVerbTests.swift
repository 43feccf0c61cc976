import Foundation
import SpecRecords
import StructuredOutput
import Testing

@testable import LLMSpecTool

@Suite("Runs of swift test", .serialized)
struct RunVerbTests {
  /// Runs the verb with a shell script in the place of `swift`.
  private func run(_ package: TemporaryPackage, _ script: String, _ arguments: [String] = []) async throws -> Int32 {
    try package.write("#!/bin/sh\ncd \"$3\"\n" + script, to: "fake/swift")
    let swift = package.folder.appending(path: "fake/swift")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: swift.path)
    let verb = RunVerb(swift: swift)
    let environment = ["PATH": "/usr/bin:/bin", "LLMSPEC_MODE": "live", "LLMSPEC_RUN": "old"]
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

  /// Writes records as a test process of the run would.
  private func recording(_ records: [RunRecord]) -> String {
    let lines = [.process(ProcessRecord(run: "r", mode: "replay"))] + records
    return """
      mkdir -p ".build/llmspec/runs/$LLMSPEC_RUN"
      cat > ".build/llmspec/runs/$LLMSPEC_RUN/1.jsonl" <<'END'
      \(lines.map(\.json.compactText).joined(separator: "\n"))
      END

      """
  }

  @Test("The records of all processes make one summary, and inconclusive alone is status 3")
  func summary() async throws {
    let package = try TemporaryPackage()
    let script = recording([Recorded.call(), Recorded.body(.inconclusive)]) + "exit 1"
    #expect(try await run(package, script, ["--mode", "replay"]) == 3)
    #expect(package.output.hasPrefix("llmspec: 1 spec in "))
    #expect(package.output.contains("1 inconclusive"))
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: package.folder.path + "/.build/llmspec/runs").first)
    #expect(package.output.contains("Record: .build/llmspec/runs/\(name)"))
    #expect(name.wholeMatch(of: /[0-9]{8}T[0-9]{6}Z-[0-9]+/) != nil)
  }

  @Test("swift test gets the filters, the mode, the judge and what stands behind two dashes")
  func childsArguments() async throws {
    let package = try TemporaryPackage()
    let script = """
      printf '%s\\n' "$@" > arguments
      printf '%s\\n' "$LLMSPEC_MODE" "$LLMSPEC_SUMMARY" "$LLMSPEC_JUDGE" > variables
      """
    let arguments = ["--mode=record", "--filter", "A.B", "--filter=C", "--judge", "openai:x", "--", "--parallel"]
    #expect(try await run(package, script, arguments) == 0)
    let words = try package.text(of: "arguments").split(separator: "\n")
    #expect(words.prefix(2) == ["test", "--package-path"])
    #expect(words.dropFirst(3).prefix(4) == ["--filter", "A.B", "--filter", "C"])
    #expect(words.dropFirst(7).first == "--event-stream-output-path")
    #expect(words.dropFirst(9) == ["--parallel"])
    #expect(try package.text(of: "variables") == "record\noff\nopenai:x\n")
    #expect(package.errors.hasPrefix("llmspec: mode record: calls without a fixture go out"))
    #expect(package.output.hasPrefix("llmspec: no spec ran"))
  }

  @Test("A plain failure that Swift Testing tells of outweighs an inconclusive spec")
  func plainFailure() async throws {
    let package = try TemporaryPackage()
    let script =
      recording([Recorded.body(.inconclusive)]) + """
        while [ "$1" != --event-stream-output-path ]; do shift; done
        cat > "$2" <<'END'
        {"kind":"event","payload":{"kind":"issueRecorded","issue":{"isFailure":true},"testID":"A.b()/A.swift:1:2"}}
        {"kind":"event","payload":{"kind":"runEnded"}}
        END
        exit 1
        """
    #expect(try await run(package, script) == 1)
    #expect(package.errors.contains("Beside the inconclusive specs there are failures: A/b()."))
    // The mode of the environment holds where no option names one.
    #expect(package.errors.contains("mode live: all calls go out"))
  }

  @Test("What does not build keeps its status and gets no summary")
  func doesNotBuild() async throws {
    let package = try TemporaryPackage()
    #expect(try await run(package, "exit 65") == 65)
    #expect(package.output.isEmpty)
    #expect(package.errors.contains("swift test ended with status 65 and no spec left a record"))
  }

  @Test("A signal goes on to swift test as an interrupt, and what was recorded is still summed up")
  func signal() async throws {
    let package = try TemporaryPackage()
    // The child sends the tool a signal once it is ready for what the tool then sends back.
    let script =
      recording([Recorded.body(.passed)]) + """
        trap 'echo stopped > trapped; exit 1' INT
        kill -TERM "$PPID"
        for second in 1 2 3 4 5 6 7 8 9 10; do for tenth in 1 2 3 4 5 6 7 8 9 10; do sleep 0.1; done; done
        """
    #expect(try await run(package, script) == 143)
    #expect(try package.text(of: "trapped") == "stopped\n")
    #expect(package.output.contains("1 passed"))
  }

  @Test("The end of swift test is the end, though a process of its own lives on")
  func grandchild() async throws {
    let package = try TemporaryPackage()
    #expect(try await run(package, "sleep 20 &\necho $! > grandchild\nkill -9 $$") == 137)
    #expect(package.errors.contains("swift test was ended by signal 9."))
    if let process = Int32(try package.text(of: "grandchild").split(separator: "\n").joined()) {
      #expect(kill(process, SIGKILL) == 0)
    }
  }

  @Test("A record that cannot be read leaves nobody knowing")
  func unreadable() async throws {
    let package = try TemporaryPackage()
    let script = """
      mkdir -p ".build/llmspec/runs/$LLMSPEC_RUN"
      printf 'no JSON\\n' > ".build/llmspec/runs/$LLMSPEC_RUN/1.jsonl"
      """
    #expect(try await run(package, script) == 3)
    #expect(package.errors.contains("cannot be read"))
  }

  @Test("A machine without swift is told so")
  func noSwift() async throws {
    let package = try TemporaryPackage()
    #expect(await package.tool("run", environment: ["PATH": package.folder.path]) == 1)
    #expect(
      package.errors == "llmspec: There is no swift on PATH. Install the toolchain, or add its bin folder to PATH.\n")
  }

  @Test("A shard is handed on, and one that is none is found out before anything runs")
  func shard() async throws {
    let package = try TemporaryPackage()
    #expect(try await run(package, "printf '%s' \"$LLMSPEC_SHARD\" > shard", ["--shard", "2/8"]) == 0)
    #expect(try package.text(of: "shard") == "2/8")
    await #expect(throws: UsageError.self) { try await self.run(package, "echo ran > ran", ["--shard", "9/8"]) }
    #expect(await package.tool("run", environment: ["LLMSPEC_SHARD": "x", "PATH": ""]) == 2)
    #expect(package.errors.contains("LLMSPEC_SHARD is \"x\", which is no shard"))
    #expect(throws: (any Error).self) { try package.text(of: "ran") }
  }

  @Test("A run in drift warns that everything happens twice, and lists what changed")
  func drift() async throws {
    let package = try TemporaryPackage()
    let script = recording([
      Recorded.body(.passed),
      .drift(
        DriftRecord(
          subject: RecordSubject(spec: Recorded.spec), replayed: DriftSide(verdict: .failed),
          live: DriftSide(verdict: .passed))),
    ])
    #expect(try await run(package, script, ["--mode", "drift"]) == 0)
    #expect(package.errors.contains("mode drift: every spec runs twice"))
    #expect(package.output.contains("  Drift: 1 of 1 spec changed since recorded."))
    #expect(package.output.contains("    Specs/Refunds/window(): failed when recorded, passed live"))
    #expect(await package.tool("runs") == 0)
    #expect(package.output.hasSuffix("passed, 1 spec, 0 calls, mode replay, 1 drifted\n"))
  }
}

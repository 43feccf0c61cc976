import Foundation
import LLMSpec
import SpecRecords
import Testing

@Suite("Machines that fail", .enabled(if: ScenarioProcess.obstacle == nil, ScenarioProcess.obstacle))
struct FaultTests {
  private let many = #"LLMSpecTests\.FaultScenarios/many"#
  private let large = #"LLMSpecTests\.FaultScenarios/large"#
  private let marks = Result { try MarkedLines("FaultScenarios.swift") }

  private func record(
    _ filter: String, at root: URL, _ environment: [String: String] = [:], mounts: String? = nil
  ) async throws -> (outcome: ScenarioProcess.Outcome, requests: Int) {
    try await ScenarioServer.run { server, address in
      let outcome = try await ScenarioProcess.run(
        .swiftTesting, filter, root: root,
        environment: ["LLMSPEC_MODE": "record", "SCENARIO_SERVER": address].merging(environment) { $1 }, mounts: mounts)
      return (outcome, server.requests)
    }
  }

  @Test(
    "A full disk makes a recording inconclusive, and the next one pays nothing again",
    .enabled(if: MountedFolders.obstacle == nil, MountedFolders.obstacle))
  func fullDisk() async throws {
    try await withTemporaryFolder { root in
      let fixtures = root.appending(path: "Fixtures")
      try FileManager.default.createDirectory(at: fixtures, withIntermediateDirectories: true)
      let (full, requests) = try await record(
        large, at: root, mounts: "mount -t tmpfs -o size=64k tmpfs '\(fixtures.path)'")
      #expect(requests == 3)
      #expect(full.exitStatus == 1)
      #expect(full.tally.verdict == .inconclusive)
      let issue = try #require(full.issues.first, "\(full.output)")
      #expect(full.issues.count == 1)
      #expect(issue.place == (try marks.get())["large"])
      #expect(issue.headline.hasPrefix("inconclusive: The fixture was not written. Could not "), "\(issue)")
      #expect(issue.text.contains("no space left on device"))
      #expect(issue.text.contains("Free some space on that volume"))
      #expect(issue.text.contains("The 3 answers of this run are kept in the journal"))

      let (next, more) = try await record(large, at: root)
      #expect(more == 0)
      #expect(next.exitStatus == 0, "\(next.output)")
    }
  }

  @Test(
    "On a read-only disk specs replay and pass, and recording is refused before anything is sent",
    .enabled(if: MountedFolders.obstacle == nil, MountedFolders.obstacle))
  func readOnlyDisk() async throws {
    try await withTemporaryFolder { root in
      let (recorded, _) = try await record(many, at: root)
      #expect(recorded.exitStatus == 0, "\(recorded.output)")
      try FileManager.default.removeItem(at: root.appending(path: ".build"))
      let mount = "mount --bind '\(root.path)' '\(root.path)' && mount -o remount,ro,bind '\(root.path)'"
      let replayed = try await ScenarioProcess.run(.swiftTesting, many, root: root, mounts: mount)
      #expect(replayed.exitStatus == 0, "\(replayed.output)")
      #expect(replayed.issues.isEmpty)
      #expect(replayed.output.contains("read-only file system"), "the records' loss is told: \(replayed.output)")

      let (refused, requests) = try await record(large, at: root, mounts: mount)
      #expect(requests == 0)
      #expect(refused.exitStatus == 1)
      #expect(refused.issues.first?.headline.hasPrefix("inconclusive: Nothing was sent") == true, "\(refused.output)")
    }
  }

  /// What a read-only checkout is like, for machines where nothing can be mounted and for root.
  @Test("Where no build folder can be made specs replay and pass, and nothing is written")
  func noBuildFolder() async throws {
    try await withTemporaryFolder { root in
      let (recorded, _) = try await record(many, at: root)
      #expect(recorded.exitStatus == 0, "\(recorded.output)")
      let build = root.appending(path: ".build")
      try FileManager.default.removeItem(at: build)
      try Data("in the way".utf8).write(to: build)
      let fixture = root.appending(path: "Fixtures/LLMSpecTests/FaultScenarios/many.json")
      let before = try FileManager.default.attributesOfItem(atPath: fixture.path)[.modificationDate] as? Date
      let replayed = try await ScenarioProcess.run(.swiftTesting, many, root: root)
      #expect(replayed.exitStatus == 0, "\(replayed.output)")
      #expect(replayed.issues.isEmpty)
      #expect(replayed.output.contains("not a directory"), "the records' loss is told: \(replayed.output)")
      #expect(replayed.files == recorded.files)
      #expect(try FileManager.default.attributesOfItem(atPath: fixture.path)[.modificationDate] as? Date == before)
    }
  }

  @Test("Two processes that record one test at once lose nothing of each other")
  func twoProcesses() async throws {
    try await withTemporaryFolder { root in
      async let first = record(many, at: root, ["SCENARIO_SHARE": "one"])
      async let second = record(many, at: root, ["SCENARIO_SHARE": "two"])
      for recorded in [try await first, try await second] {
        #expect(recorded.outcome.exitStatus == 0, "\(recorded.outcome.output)")
      }
      for share in ["one", "two"] {
        let replayed = try await ScenarioProcess.run(
          .swiftTesting, many, root: root, environment: ["SCENARIO_SHARE": share])
        #expect(replayed.exitStatus == 0, "\(replayed.output)")
      }
    }
  }
}

import SpecRecords

/// Lists the runs of a package, the newest last.
struct RunsVerb: Verb {
  let name = "runs"
  let syntax = ArgumentSyntax(options: [.packagePath])

  func perform(_ arguments: ParsedArguments, at workplace: Workplace, telling console: Console) throws -> Int32 {
    let package = try PackageFolder(arguments, at: workplace)
    let runs = RunDirectory.list(of: package.recordsRoot).filter { !$0.files.isEmpty }
    guard !runs.isEmpty else {
      console.say("No run is recorded yet. Run the specs with: llmspec run")
      return 0
    }
    let width = runs.map(\.run.count).max() ?? 0
    for run in runs {
      let name = run.run + String(repeating: " ", count: width - run.run.count)
      console.say("\(name)  \(Self.line(of: run))")
    }
    return 0
  }

  private static func line(of run: RunDirectory) -> String {
    do {
      let tally = try run.tally()
      let calls =
        tally.replayedCalls + tally.recordedCalls + tally.liveCalls + tally.localCalls + tally.missedCalls
      // A run of which nothing was judged has not passed.
      let isEmpty = tally.specCount == 0 && tally.expectationsOutsideSpecs.total == 0
      let parts: [String?] = [
        isEmpty ? "nothing judged" : tally.verdict.description, counted(tally.specCount, "spec"),
        counted(calls, "call"), "mode \(tally.mode ?? "unknown")", shards(of: tally), drift(of: tally),
      ]
      return parts.compactMap { $0 }.joined(separator: ", ")
    } catch {
      return "unreadable: \(error)"
    }
  }

  private static func shards(of tally: RunTally) -> String? {
    guard let first = tally.shards.first else { return nil }
    if tally.shards.count == 1 { return "shard \(first)" }
    return "\(tally.shards.count) of \(first.count) shards"
  }

  private static func drift(of tally: RunTally) -> String? {
    let changed = tally.drifts.count { $0.isChanged }
    return changed == 0 ? nil : "\(changed) drifted"
  }
}

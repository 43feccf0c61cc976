import FixtureReplay
import Foundation

/// Lets fixtures follow prompts that were edited where the edit does not matter.
struct FixturesRekeyVerb: Verb {
  static let dryRun = Option(name: "--dry-run")
  /// A call may follow from the answer to another; no spec has chains of this length.
  static let mostRounds = 100

  /// The `swift` that runs the tests; nil for the one on `PATH`.
  var swift: URL?

  let name = "fixtures rekey"
  let syntax = ArgumentSyntax(options: [RunVerb.filter, RunVerb.judge, dryRun, .packagePath], rest: "swift test")

  func perform(
    _ arguments: ParsedArguments, at workplace: Workplace, telling console: Console
  ) async throws -> Int32 {
    let package = try PackageFolder(arguments, at: workplace)
    let program = try swift ?? SwiftProgram.find(workplace)
    let isDryRun = arguments[Self.dryRun] != nil
    var count = 0
    for round in 1...Self.mostRounds {
      let run = try await PlanRun.perform(
        arguments, in: package, swift: program, at: workplace, skipsBuild: round > 1)
      if let interruption = run.interruption {
        console.complain(interruption.message)
        return interruption.status
      }
      let rekeying = try FixtureRekeying(run.planned, root: package.root)
      for step in rekeying.steps { console.say(Self.text(of: step)) }
      count += rekeying.steps.count
      if !isDryRun { try rekeying.write() }
      guard isDryRun || rekeying.steps.isEmpty else { continue }
      for rest in rekeying.rest { console.say("\(rest.call.fixture): not paired, \(rest.reason)") }
      console.say(Self.summary(count, rekeying, run, isDryRun: isDryRun))
      return rekeying.rest.isEmpty ? 0 : 1
    }
    console.complain(
      "After \(Self.mostRounds) rounds calls are still missing. Record them: LLMSPEC_MODE=record swift test")
    return 1
  }

  private static func text(of step: FixtureRekeying.Step) -> String {
    let heading = "\(step.call.fixture): exchange \(step.position), \(Int(step.similarity * 100)) % alike"
    return ([heading] + step.differences.map { "  \($0)" }).joined(separator: "\n")
  }

  private static func summary(
    _ count: Int, _ rekeying: FixtureRekeying, _ run: PlanRun, isDryRun: Bool
  ) -> String {
    var lines: [String] = []
    if isDryRun {
      let chains = count > 0 ? " Calls that follow from their answers are not looked at." : ""
      lines.append("\(counted(count, "exchange")) would follow; nothing was changed.\(chains)")
    } else if count > 0 {
      let follow = count == 1 ? "follows its edited request" : "follow their edited requests"
      lines.append("\(counted(count, "exchange")) \(follow).")
    } else if rekeying.rest.isEmpty {
      lines.append("Nothing is missing: \(counted(run.specCount, "spec")) ran.")
    }
    if !rekeying.rest.isEmpty {
      let have = rekeying.rest.count == 1 ? "has" : "have"
      lines.append(
        "\(counted(rekeying.rest.count, "call")) \(have) to be recorded anew: LLMSPEC_MODE=record swift test")
    }
    return lines.joined(separator: "\n")
  }
}

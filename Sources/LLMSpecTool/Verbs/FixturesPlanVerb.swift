import FixtureReplay
import Foundation

/// Writes the calls that have no fixture as files of requests for batches.
struct FixturesPlanVerb: Verb {
  static let output = Option(name: "--output", value: "DIR")
  static let format = Option(name: "--format", value: "FORMAT")

  /// The exit status where calls are missing and stand in the plan.
  static let isPlanned: Int32 = 4
  /// The calls that are named at most; the rest is counted.
  static let longestList = 20

  /// The `swift` that runs the tests; nil for the one on `PATH`.
  var swift: URL?

  let name = "fixtures plan"
  let syntax = ArgumentSyntax(
    options: [RunVerb.filter, RunVerb.judge, output, format, .packagePath], rest: "swift test")

  func perform(
    _ arguments: ParsedArguments, at workplace: Workplace, telling console: Console
  ) async throws -> Int32 {
    let formats = try formats(arguments)
    let package = try PackageFolder(arguments, at: workplace)
    let folder = arguments[Self.output].map(workplace.url(ofPath:)) ?? Self.defaultFolder(of: package)
    let program = try swift ?? SwiftProgram.find(workplace)
    let run = try await PlanRun.perform(arguments, in: package, swift: program, at: workplace)
    if let interruption = run.interruption {
      console.complain(interruption.message + " No plan was written.")
      return interruption.status
    }
    let plan = try BatchPlan(of: run.planned.missed, writingTo: folder, formats: formats)
    if run.planned.missed.isEmpty {
      console.say("Nothing is missing: \(counted(run.specCount, "spec")) ran.")
      return 0
    }
    console.say(Self.text(of: plan, missed: run.planned.missed.count, package: package, folder: folder))
    return plan.count > 0 ? Self.isPlanned : 1
  }

  /// Where a plan lies if nobody says otherwise.
  static func defaultFolder(of package: PackageFolder) -> URL {
    package.recordsRoot.appending(path: ".build/llmspec/plan", directoryHint: .isDirectory)
  }

  private func formats(_ arguments: ParsedArguments) throws(UsageError) -> [BatchFormat] {
    guard let name = arguments[Self.format], name != "auto" else { return BatchFormat.all }
    guard let format = BatchFormat.all.first(where: { $0.name == name }) else {
      throw arguments.notAChoice(name, of: Self.format, choices: BatchFormat.all.map(\.name) + ["auto"])
    }
    return [format]
  }

  private static func text(of plan: BatchPlan, missed: Int, package: PackageFolder, folder: URL) -> String {
    var lines = ["\(counted(missed, "call")) \(missed == 1 ? "has" : "have") no fixture."]
    for file in plan.files {
      let model = file.model.map { ", \($0)" } ?? ""
      lines.append(
        "  \(package.relativePath(of: file.url)): \(counted(file.count, "request")), \(file.endpoint)\(model)")
    }
    if !plan.rest.isEmpty {
      lines.append("Not in a batch; record with LLMSPEC_MODE=record:")
      lines += plan.rest.prefix(longestList).map { "  \($0.call.test): \($0.reason)" }
      if plan.rest.count > longestList { lines.append("  and \(plan.rest.count - longestList) more") }
    }
    if plan.count > 0 {
      let option = folder == defaultFolder(of: package) ? "" : " --plan \(package.relativePath(of: folder))"
      lines.append("Have the files answered, then: llmspec fixtures fulfil\(option) RESULTS…")
    }
    return lines.joined(separator: "\n")
  }
}

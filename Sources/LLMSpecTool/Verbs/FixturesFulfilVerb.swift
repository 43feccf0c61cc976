import FixtureReplay
import Foundation

/// Turns the results of batches into fixtures.
struct FixturesFulfilVerb: Verb {
  static let plan = Option(name: "--plan", value: "DIR")

  let name = "fixtures fulfil"
  let syntax = ArgumentSyntax(options: [plan, .packagePath], words: ["RESULTS…"], repeatsLastWord: true)

  func perform(_ arguments: ParsedArguments, at workplace: Workplace, telling console: Console) throws -> Int32 {
    guard !arguments.words.isEmpty else {
      throw UsageError("\(name) needs the files of results: RESULTS….", verb: name)
    }
    let package = try PackageFolder(arguments, at: workplace)
    let folder = arguments[Self.plan].map(workplace.url(ofPath:)) ?? FixturesPlanVerb.defaultFolder(of: package)
    var fulfilment = try BatchFulfilment(plan: folder, root: package.root)
    var unread: [FixtureFault] = []
    for word in arguments.words {
      do throws(FixtureFault) {
        try fulfilment.add(resultsOf: workplace.url(ofPath: word))
      } catch {
        // What other files hold was paid for too.
        unread.append(error)
      }
    }
    let report = fulfilment.finish()
    for fault in unread { console.complain("\(fault)") }
    console.say(Self.text(of: report))
    return unread.isEmpty && report.problemCount == 0 && report.unknown == 0 ? 0 : 1
  }

  private static func text(of report: BatchFulfilment.Report) -> String {
    var lines = ["Saved \(counted(report.saved, "answer")) in \(counted(report.fixtures, "fixture"))."]
    if report.alreadyThere > 0 {
      lines.append("  \(counted(report.alreadyThere, "answer")) stood in fixtures already.")
    }
    if report.repeated > 0 {
      lines.append("  \(counted(report.repeated, "answer")) came to a call that was answered before; the first counts.")
    }
    if report.unknown > 0 {
      let belong = report.unknown == 1 ? "belongs" : "belong"
      let names = report.unknownIdentifiers.joined(separator: ", ")
      lines.append("  \(counted(report.unknown, "result")) \(belong) to no call of this plan: \(names)")
      lines.append("  If they are of an earlier plan, make that plan again: it names its calls as before.")
    }
    if report.problemCount > 0 {
      lines.append("Not kept, \(report.problemCount):")
      lines += report.problems.map { "  \($0)" }
      let rest = report.problemCount - report.problems.count
      if rest > 0 { lines.append("  and \(rest) more") }
    }
    lines.append(
      report.stillMissing == 0
        ? "Every call of the plan has its answer. Calls that follow from these come next: llmspec fixtures plan"
        : "\(counted(report.stillMissing, "call")) of the plan \(report.stillMissing == 1 ? "is" : "are") still missing: "
          + "llmspec fixtures plan")
    return lines.joined(separator: "\n")
  }
}

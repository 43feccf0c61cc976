import SpecRecords
import SpecReports

/// Prints the summary of a run.
struct RunsShowVerb: Verb {
  let name = "runs show"
  let syntax = ArgumentSyntax(options: [.packagePath], words: ["RUN"])

  func perform(_ arguments: ParsedArguments, at workplace: Workplace, telling console: Console) throws -> Int32 {
    let package = try PackageFolder(arguments, at: workplace)
    let run = try RunReference(text: arguments.words.first ?? "latest").directory(in: package, at: workplace)
    let tally = try run.tally()
    let summary = ConsoleSummary(
      tally: tally, duration: tally.duration, recordPath: package.relativePath(of: run.url), longestDriftList: .max)
    console.say(summary.text)
    return tally.verdict.exitStatus
  }
}

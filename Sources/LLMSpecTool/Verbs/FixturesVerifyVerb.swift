import FixtureReplay

/// Checks that every fixture is what a recording would have written.
struct FixturesVerifyVerb: Verb {
  static let strict = Option(name: "--strict")

  let name = "fixtures verify"
  let syntax = ArgumentSyntax(options: [strict, .fixtureDirectory, .packagePath])

  func perform(_ arguments: ParsedArguments, at workplace: Workplace, telling console: Console) throws -> Int32 {
    let package = try PackageFolder(arguments, at: workplace)
    let verification = FixtureVerification(
      root: package.root,
      directory: try arguments.existingFixtureDirectory(workplace, root: package.root, verb: name))
    for problem in verification.problems { console.say(problem.description) }
    let wrong = verification.problems.count { !$0.isRemark }
    let remarks = verification.problems.count - wrong
    console.say(
      [
        counted(verification.fileCount, "fixture"), counted(verification.exchangeCount, "exchange"),
        wrong == 0 ? "nothing wrong" : counted(wrong, "problem"),
      ].joined(separator: ", ") + (remarks == 0 ? "" : ", " + counted(remarks, "remark")))
    return wrong > 0 || (remarks > 0 && arguments[Self.strict] != nil) ? 1 : 0
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

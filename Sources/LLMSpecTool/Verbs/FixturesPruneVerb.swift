import FixtureReplay

/// Removes from the fixtures what no test uses.
struct FixturesPruneVerb: Verb {
  static let dryRun = Option(name: "--dry-run")

  let name = "fixtures prune"
  let syntax = ArgumentSyntax(options: [dryRun, .fixtureDirectory, .packagePath])

  func perform(_ arguments: ParsedArguments, at workplace: Workplace, telling console: Console) throws -> Int32 {
    let package = try PackageFolder(arguments, at: workplace)
    let pruning = FixturePruning(
      root: package.root,
      directory: try arguments.existingFixtureDirectory(workplace, root: package.root, verb: name),
      package: package.url,
      evidence: FixtureEvidence(root: package.root))
    let isPlan = arguments[Self.dryRun] != nil
    let outcome = isPlan ? pruning.plan() : pruning.perform()
    console.say(outcome.text(isPlan: isPlan))
    return outcome.refusals.contains(where: \.isFault) ? 1 : 0
  }
}

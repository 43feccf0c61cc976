import FixtureReplay

/// Says which fixtures there are and what is wrong with them.
struct FixturesStatusVerb: Verb {
  static let directory = Option(name: "--directory", value: "DIR")

  let name = "fixtures status"
  let syntax = ArgumentSyntax(options: [directory, .packagePath])

  func perform(_ arguments: ParsedArguments, at workplace: Workplace, telling console: Console) throws -> Int32 {
    let package = try PackageFolder(arguments, at: workplace)
    let status = FixtureStatus(
      root: package.root, directory: arguments[Self.directory] ?? workplace.variable("LLMSPEC_FIXTURES"))
    console.say(status.text)
    return status.hasProblems ? 1 : 0
  }
}

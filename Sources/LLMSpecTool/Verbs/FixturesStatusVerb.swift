import FixtureReplay
import StructuredOutput

/// Says which fixtures there are and what is wrong with them.
struct FixturesStatusVerb: Verb {
  static let maxAge = Option(name: "--max-age", value: "AGE")
  static let strict = Option(name: "--strict")
  static let json = Option(name: "--json")

  let name = "fixtures status"
  let syntax = ArgumentSyntax(options: [maxAge, strict, json, .fixtureDirectory, .packagePath])

  func perform(_ arguments: ParsedArguments, at workplace: Workplace, telling console: Console) throws -> Int32 {
    let maxAge = try maxAge(arguments)
    let package = try PackageFolder(arguments, at: workplace)
    let status = FixtureStatus(
      root: package.root,
      directory: try arguments.existingFixtureDirectory(workplace, root: package.root, verb: name),
      asking: .init(evidence: FixtureEvidence(root: package.root), package: package.url, maxAge: maxAge))
    if arguments[Self.json] != nil {
      console.say(status.json.prettyText())
    } else {
      console.say(status.text)
    }
    let isRed = arguments[Self.strict] == nil ? status.hasProblems : status.hasFindings
    return isRed ? 1 : 0
  }

  private func maxAge(_ arguments: ParsedArguments) throws(UsageError) -> FixtureAge? {
    guard let text = arguments[Self.maxAge] else { return nil }
    if let age = FixtureAge(text) { return age }
    throw UsageError(
      "\(Self.maxAge.name) is \"\(text)\", which is no age. Write a number and its unit: 90d, 12w or 36h.", verb: name)
  }
}

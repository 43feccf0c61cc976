import FixtureReplay
import Foundation
import StructuredOutput

/// Prints what a fixture holds.
struct FixturesShowVerb: Verb {
  static let json = Option(name: "--json")
  static let exchange = Option(name: "--exchange", value: "N")

  let name = "fixtures show"
  let syntax = ArgumentSyntax(
    options: [json, exchange, .fixtureDirectory, .packagePath], words: ["FIXTURE"])

  func perform(_ arguments: ParsedArguments, at workplace: Workplace, telling console: Console) throws -> Int32 {
    guard let word = arguments.words.first else {
      throw UsageError("\(name) needs a FIXTURE: the path of a file, or a test as Target/Suite/test.", verb: name)
    }
    let directory = arguments.fixtureDirectory(workplace)
    let url = try FixtureReference(text: word).file(arguments, directory: directory, at: workplace)
    guard let file = try FixtureFile.read(url) else { throw PackageError("There is no fixture \(word).") }
    var reading = FixtureReading(file)
    if let wanted = arguments[Self.exchange] {
      let count = reading.exchanges.count
      guard let position = Int(wanted), let one = reading.exchange(at: position) else {
        let held = count == 0 ? "no exchanges" : "exchanges 1 to \(count)"
        throw UsageError("--exchange is \"\(wanted)\", and the fixture holds \(held).", verb: name)
      }
      reading = one
    }
    console.say(arguments[Self.json] == nil ? String(reading.text.dropLast()) : reading.json.prettyText())
    return 0
  }
}

import FixtureReplay
import Foundation

/// Makes fixtures of what other tools recorded.
struct FixturesImportVerb: Verb {
  static let test = Option(name: "--test", value: "TEST")
  static let replace = Option(name: "--replace")

  let name = "fixtures import"
  let syntax = ArgumentSyntax(
    options: [test, replace, .fixtureDirectory, .packagePath], words: ["FILE"], repeatsLastWord: true)

  func perform(_ arguments: ParsedArguments, at workplace: Workplace, telling console: Console) throws -> Int32 {
    guard !arguments.words.isEmpty else {
      throw UsageError("\(name) needs a FILE: a HAR file, or a cassette of vcrpy or VCR.", verb: name)
    }
    let test = arguments[Self.test].flatMap(FixtureImport.test(named:))
    if let given = arguments[Self.test], test == nil {
      throw UsageError("--test is \"\(given)\", which is no test's name such as Target/Suite/test.", verb: name)
    }
    let package = try PackageFolder(arguments, at: workplace)
    var fixtures = FixtureImport(
      test: test, root: package.root,
      directory: arguments.fixtureDirectory(workplace),
      replaces: arguments[Self.replace] != nil)
    let folder = FixturePath.directory(root: package.root, directory: arguments.fixtureDirectory(workplace))
    let redactor = FixtureRedactor(personalData: try FixtureSettings.options(in: folder).personalData)
    var isEveryFileRead = true
    var count = 0
    for word in arguments.words {
      let url = workplace.url(ofPath: word)
      do throws(FixtureFault) {
        let cassette = try CassetteImport(contentsOf: url, redactor: redactor)
        try fixtures.add(cassette, from: url)
        count += cassette.imported.count
        console.say(Self.report(cassette, word))
      } catch {
        isEveryFileRead = false
        console.complain("\(word) is not imported: \(error)")
      }
    }
    for written in try fixtures.write() {
      console.say("Wrote \(written.path): \(written.imported) imported, \(written.exchanges) in all")
    }
    if count == 0, isEveryFileRead { console.complain("Nothing was imported.") }
    return isEveryFileRead && count > 0 ? 0 : 1
  }

  private static func report(_ cassette: CassetteImport, _ word: String) -> String {
    var text = "\(word) (\(cassette.format)): \(cassette.imported.count) imported"
    if !cassette.skipped.isEmpty { text += ", \(cassette.skipped.count) skipped" }
    // What is skipped for one reason in a row is one line: a cassette may hold hundreds of messages of a socket.
    var rest = cassette.skipped[...]
    while let first = rest.first {
      let run = rest.prefix { $0.request == first.request && $0.reason == first.reason }
      rest = rest.dropFirst(run.count)
      let last = run.last.map { $0.position == first.position ? "" : " to \($0.position)" } ?? ""
      text += "\n  skipped \(first.position)\(last), \(first.request): \(first.reason)"
    }
    return text
  }
}

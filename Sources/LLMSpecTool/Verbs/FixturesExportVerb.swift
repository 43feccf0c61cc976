import DurableFiles
import FixtureReplay
import Foundation

/// Writes fixtures as an HTTP Archive.
struct FixturesExportVerb: Verb {
  static let to = Option(name: "--to", value: "FORMAT")
  static let output = Option(name: "--output", value: "FILE")

  let name = "fixtures export"
  let syntax = ArgumentSyntax(
    options: [to, output, .fixtureDirectory, .packagePath], words: ["FIXTURE"], repeatsLastWord: true)

  func perform(_ arguments: ParsedArguments, at workplace: Workplace, telling console: Console) throws -> Int32 {
    let format = try arguments.required(Self.to, choices: ["har"])
    guard format == "har" else { throw arguments.notAChoice(format, of: Self.to, choices: ["har"]) }
    let files = try urls(arguments, at: workplace).map { (url) throws -> FixtureFile in
      guard let file = try FixtureFile.read(url) else { throw PackageError("There is no fixture \(url.path).") }
      return file
    }
    let archive = HARExport(of: files, version: LLMSpecTool.version)
    let text = try archive.text()
    guard let output = arguments[Self.output] else {
      console.say(String(text.dropLast()))
      return 0
    }
    try DurableFile.replace(workplace.url(ofPath: output), with: Array(text.utf8))
    let entries = archive.entryCount == 1 ? "1 exchange" : "\(archive.entryCount) exchanges"
    console.say("Wrote \(entries) of \(files.count == 1 ? "1 fixture" : "\(files.count) fixtures"): \(output)")
    return 0
  }

  /// The fixtures that are named, or all of the package's.
  private func urls(_ arguments: ParsedArguments, at workplace: Workplace) throws -> [URL] {
    let directory = arguments.fixtureDirectory(workplace)
    if !arguments.words.isEmpty {
      return try arguments.words.map {
        try FixtureReference(text: $0).file(arguments, directory: directory, at: workplace)
      }
    }
    let package = try PackageFolder(arguments, at: workplace)
    let status = FixtureStatus(root: package.root, directory: directory)
    guard !status.entries.isEmpty else { throw PackageError("\(status.directory) holds no fixtures.") }
    return status.entries.map { URL(filePath: $0.path, relativeTo: package.root.url).absoluteURL.standardizedFileURL }
  }
}

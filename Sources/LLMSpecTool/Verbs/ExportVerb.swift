import FineTuning
import Foundation
import SpecRecords

/// Makes a training file of a run's records.
struct ExportVerb: Verb {
  static let to = Option(name: "--to", value: "TARGET")
  static let from = Option(name: "--from", value: "RUN")
  static let output = Option(name: "--output", value: "FILE")

  let name = "export"
  let syntax = ArgumentSyntax(options: [to, from, output, .packagePath])

  func perform(_ arguments: ParsedArguments, at workplace: Workplace, telling console: Console) throws -> Int32 {
    let targets = FineTuningTarget.all.map(\.name)
    let targetName = try arguments.required(Self.to, choices: targets)
    guard let target = FineTuningTarget(name: targetName) else {
      throw arguments.notAChoice(targetName, of: Self.to, choices: targets)
    }
    let reference = RunReference(text: try arguments.required(Self.from))
    let package = try PackageFolder(arguments, at: workplace)
    let run = try reference.directory(in: package, at: workplace)
    let file =
      arguments[Self.output].map(workplace.url(ofPath:))
      ?? package.recordsRoot.appending(path: ".build/llmspec/exports/\(run.run)/\(target.name).jsonl")

    let material = try TrainingMaterial(reading: run)
    do {
      let report = try FineTuningExport.write(material, as: target, to: file)
      console.say(ExportReport(report, path: package.relativePath(of: file), run: run.run).text)
      return 0
    } catch let error as FineTuningError {
      console.complain(error.description)
      return 1
    }
  }
}

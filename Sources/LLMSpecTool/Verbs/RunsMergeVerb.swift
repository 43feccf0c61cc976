import DurableFiles
import Foundation
import SpecRecords
import SpecReports

/// Makes one run of the runs of several machines, each of which ran a shard.
struct RunsMergeVerb: Verb {
  static let run = Option(name: "--run", value: "NAME")

  let name = "runs merge"
  let syntax = ArgumentSyntax(options: [run, .packagePath], words: ["FOLDER"], repeatsLastWord: true)

  func perform(_ arguments: ParsedArguments, at workplace: Workplace, telling console: Console) throws -> Int32 {
    guard !arguments.words.isEmpty else {
      throw UsageError(
        "runs merge needs a FOLDER with the records of a run, one for each shard or one for all.", verb: name)
    }
    let given = try runName(arguments)
    let package = try PackageFolder(arguments, at: workplace)
    let found = try ShardFolders(arguments.words.map(workplace.url(ofPath:)))
    let name = try given ?? "\(ShardMerge(found.files).firstRun)-merged"
    let target = RunDirectory(root: package.recordsRoot, run: name)
    // What was merged before is a part of the run, so that shards may come one after the other.
    let earlier = try Self.earlier(in: target, package)
    let merge = try ShardMerge(earlier + found.files)
    try Self.write(merge, to: target, replacing: earlier)

    let tally = try target.tally()
    console.say(
      ConsoleSummary(tally: tally, duration: tally.duration, recordPath: package.relativePath(of: target.url)).text)
    for remark in Self.remarks(merge, found, package) { console.complain(remark) }
    let isComplete = merge.missing.isEmpty && merge.cutOff.isEmpty && found.leftOut.isEmpty
    return isComplete || tally.verdict.isRed ? tally.verdict.exitStatus : Verdict.inconclusive.exitStatus
  }

  private func runName(_ arguments: ParsedArguments) throws(UsageError) -> String? {
    guard let text = arguments[Self.run] else { return nil }
    let isPlain =
      text.utf8.count <= 100 && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
    guard isPlain, !text.hasPrefix(".") else {
      throw UsageError(
        "--run is \"\(text.prefix(100))\", which is no name of a run: use letters, digits, -, _ and ., up to 100.",
        verb: name)
    }
    return text
  }

  /// What an earlier merge wrote into a run; nothing where there is none.
  private static func earlier(in target: RunDirectory, _ package: PackageFolder) throws -> [ShardFile] {
    try target.files.map { url in
      let file = try ShardFile(url)
      guard fileName(of: file) == url.lastPathComponent else {
        throw PackageError(
          "\(package.relativePath(of: target.url)) holds records of its own. Choose another name with --run NAME.")
      }
      return file
    }
  }

  /// By its content, so that no two files clash and one and the same is written once.
  private static func fileName(of file: ShardFile) -> String {
    let shard = file.shard.map { "\($0.index)-of-\($0.count)-" } ?? ""
    return "merged-\(shard)\(file.hash.hexadecimal.prefix(16)).jsonl"
  }

  private static func write(_ merge: ShardMerge, to target: RunDirectory, replacing earlier: [ShardFile]) throws {
    let counted = Set(merge.files.map(\.hash))
    for file in merge.files {
      let copy = target.url.appending(path: fileName(of: file))
      guard !FileManager.default.fileExists(atPath: copy.path) else { continue }
      guard let bytes = try DurableFile.read(file.url), SHA256.hash(bytes) == file.hash else {
        throw PackageError("\(file.url.path) was changed while it was read. Merge once more.")
      }
      try DurableFile.replace(copy, with: bytes)
    }
    // An attempt that counts no more is kept beside the others, under a name that no reader of runs looks for.
    for file in earlier where !counted.contains(file.hash) {
      let aside = file.url.appendingPathExtension("replaced")
      if FileManager.default.fileExists(atPath: aside.path) { try FileManager.default.removeItem(at: aside) }
      try FileManager.default.moveItem(at: file.url, to: aside)
    }
  }

  private static func remarks(_ merge: ShardMerge, _ found: ShardFolders, _ package: PackageFolder) -> [String] {
    var remarks: [String] = []
    if !merge.missing.isEmpty {
      let shown = merge.missing.prefix(20).map(\.description).joined(separator: ", ")
      let rest = merge.missing.count > 20 ? " and \(merge.missing.count - 20) more" : ""
      let noun = merge.missing.count == 1 ? "Shard" : "Shards"
      remarks.append("\(noun) \(shown)\(rest) missing: what belongs there is not in this run.")
    }
    for duplicate in merge.duplicates {
      let folders = duplicate.folders.map { package.relativePath(of: $0) }.joined(separator: ", ")
      remarks.append(
        "Shard \(duplicate.shard) is there \(duplicate.folders.count) times: \(folders). "
          + "Counted once, from \(package.relativePath(of: duplicate.counted)).")
    }
    for file in merge.cutOff {
      remarks.append("\(package.relativePath(of: file.url)) was cut off: the process did not come to its end.")
    }
    remarks += found.leftOut.map { "Left out: \($0)" }
    return remarks
  }
}

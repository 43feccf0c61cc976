import DurableFiles
import Foundation
import StructuredOutput

/// Whether every fixture of a package is what a recording would have written, file by file. Nothing is changed.
public struct FixtureVerification: Sendable {
  /// Something that is wrong with one file.
  public struct Problem: Sendable, Hashable, CustomStringConvertible {
    /// The file, from the package's root.
    public var path: String
    /// The exchange, from 1; nil where it is about the whole file.
    public var exchange: Int?
    /// What is wrong.
    public var what: String
    /// What to do about it.
    public var nextStep: String
    /// Whether specs run all the same, as they would with a file that only looks different from what is written now.
    public var isRemark = false

    /// One line: path, exchange, what, next step.
    public var description: String {
      let place = path + (exchange.map { ", exchange \($0)" } ?? "")
      return "\(place): \(what). \(nextStep)".split(whereSeparator: \.isNewline).joined(separator: " ")
    }
  }

  /// The folder that was looked through, from the package's root.
  public let directory: String
  /// How many fixture files there are.
  public let fileCount: Int
  /// How many exchanges were checked.
  public let exchangeCount: Int
  /// What is wrong, in the order of the paths.
  public let problems: [Problem]

  /// Checks the fixtures of a package.
  ///
  /// - Parameters:
  ///   - root: The package.
  ///   - directory: The folder of all fixtures, from the root or absolute; nil for `LLMSPEC_FIXTURES`, else `Fixtures`.
  public init(root: PackageRoot, directory: String? = nil) {
    let folder = FixtureFolder(FixturePath.directory(root: root, directory: directory), root: root)
    self.directory = folder.path
    fileCount = folder.fixtures.count
    var problems = folder.unlistable.map {
      Problem(path: $0.path, what: $0.reason, nextStep: "Make it readable.")
    }
    problems += Self.namesDifferingInCase(folder.fixtures.map(\.path))
    var exchangeCount = 0
    for item in folder.fixtures {
      var check = FixtureCheck(item, media: folder.media[item.path], prefix: folder.prefix)
      check.run()
      problems += check.problems
      exchangeCount += check.exchangeCount
    }
    self.exchangeCount = exchangeCount
    // Sorting keeps no order among equals by itself.
    self.problems = problems.enumerated().sorted {
      ($0.element.path, $0.element.exchange ?? 0, $0.offset) < ($1.element.path, $1.element.exchange ?? 0, $1.offset)
    }.map(\.element)
  }

  /// A file system that does not tell upper from lower case has room for one of two such files.
  private static func namesDifferingInCase(_ paths: [String]) -> [Problem] {
    var problems: [Problem] = []
    var spelled: [String: String] = [:]
    for path in paths {
      var prefix = ""
      for part in path.split(separator: "/") {
        let folder = prefix.isEmpty ? "" : prefix + "/"
        prefix = folder + part
        guard let other = spelled.updateValue(prefix, forKey: folder + part.lowercased()), other != prefix else {
          continue
        }
        problems.append(
          Problem(
            path: prefix, what: "its name differs from \(other) in case alone",
            nextStep: "Rename one of the tests: many disks of macOS and Windows keep only one of them."))
      }
    }
    return problems
  }
}

/// The check of one file.
private struct FixtureCheck {
  private let item: FixtureFolder.Item
  private let media: FixtureFolder.Media?
  private let prefix: String
  private(set) var problems: [FixtureVerification.Problem] = []
  private(set) var exchangeCount = 0

  init(_ item: FixtureFolder.Item, media: FixtureFolder.Media?, prefix: String) {
    self.item = item
    self.media = media
    self.prefix = prefix
  }

  mutating func run() {
    let bytes: [UInt8]
    do throws(FileFault) {
      guard let read = try DurableFile.read(item.url) else {
        return add("it is a link that leads nowhere", "Remove it.")
      }
      bytes = read
    } catch {
      return add("it cannot be read: \(error)", "Make it readable.")
    }
    let file: FixtureFile
    do throws(FixtureFormatError) {
      file = try FixtureFile(bytes: bytes, media: FixtureMedia(of: item.url))
    } catch {
      let reason = error.reason.hasSuffix(".") ? String(error.reason.dropLast()) : error.reason
      return add(reason, "Bring it back with `git checkout`, or delete it and record it again.")
    }
    exchangeCount = file.exchanges.count
    checkExchanges(file)
    checkCredentials(file, bytes)
    checkMedia(bytes)
    checkPath(file)
    if Array(file.text.utf8) != bytes {
      add(
        "it would be rewritten: its text is not what this version of the package writes",
        "Nothing is lost; the next recording writes it so.", isRemark: true)
    }
  }

  private mutating func checkExchanges(_ file: FixtureFile) {
    var positions: [CallKey: Int] = [:]
    for (index, exchange) in file.exchanges.enumerated() {
      if let edit = exchange.edit {
        add(
          "it was edited by hand: \(edit) was changed",
          "Bring it back with `git checkout`, or record again. To keep an answer of your own, take its \"digest\" line out.",
          exchange: index + 1)
      } else if exchange.digest == nil {
        add(
          "its answer was written by a person", "Nothing to do, if that is meant.", exchange: index + 1, isRemark: true)
      }
      if let earlier = positions.updateValue(index, forKey: exchange.key) {
        add(
          "it answers the same call as exchange \(earlier + 1), which is never used", "Remove one of the two.",
          exchange: index + 1)
      }
    }
    for (index, exchange) in file.exchanges.enumerated() where exchange.key.ordinal != 1 {
      var before = exchange.key
      before.ordinal = exchange.key.ordinal > 1 ? exchange.key.ordinal - 1 : 1
      guard exchange.key.ordinal < 1 || positions[before] == nil else { continue }
      add(
        "its ordinal is \(exchange.key.ordinal), and there is none before it, so that it never answers",
        "Bring the file back with `git checkout`, or record again.", exchange: index + 1)
    }
  }

  /// By the rules of today, which may be stricter than those that the file was written with.
  private mutating func checkCredentials(_ file: FixtureFile, _ bytes: [UInt8]) {
    guard let found = FixtureRedactor.standard.remainder(in: String(decoding: bytes, as: UTF8.self)) else { return }
    let nextStep = "Withdraw the credential, then record again."
    var isPlaced = false
    for (index, exchange) in file.exchanges.enumerated() {
      guard let found = FixtureRedactor.standard.remainder(in: exchange.json.compactText) else { continue }
      isPlaced = true
      add("it holds \(found)", nextStep, exchange: index + 1)
    }
    if !isPlaced { add("it holds \(found)", nextStep) }
  }

  private mutating func checkMedia(_ bytes: [UInt8]) {
    let wanted = MediaReferences.digests(in: bytes)
    var present: Set<String> = []
    for file in media?.files ?? [] {
      let digest = file.mediaDigest
      guard wanted.contains(digest) else { continue }
      present.insert(digest)
      let contents: [UInt8]?
      do throws(FileFault) {
        contents = try DurableFile.read(file.url)
      } catch {
        add("its media file \(file.path) cannot be read: \(error)", "Make it readable.")
        continue
      }
      guard let contents, SHA256.hash(contents).hexadecimal == digest else {
        add(
          "its media file \(file.path) does not hold what its name says",
          "Bring it back with `git checkout`, or record again.")
        continue
      }
      if let found = FixtureRedactor.standard.remainder(inMedia: contents) {
        add("its media file \(file.path) holds \(found)", "Withdraw the credential, then record again.")
      }
    }
    for digest in wanted.subtracting(present).sorted() {
      add(
        "the media file \(item.path.dropLast(5)).media/\(digest) is missing",
        "Bring it back with `git checkout`, or record again; media belong into version control too.")
    }
  }

  private mutating func checkPath(_ file: FixtureFile) {
    guard !FixturePath.isPath(String(item.path.dropFirst(prefix.count)), of: file.test) else { return }
    add(
      "it names the test \(file.test.prefix(200)), whose fixture lies elsewhere, so that no test reads it",
      "Move it to the test's place, or change its \"test\" line.")
  }

  private mutating func add(_ what: String, _ nextStep: String, exchange: Int? = nil, isRemark: Bool = false) {
    problems.append(
      FixtureVerification.Problem(
        path: item.path, exchange: exchange, what: what, nextStep: nextStep, isRemark: isRemark))
  }
}

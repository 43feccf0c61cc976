import DurableFiles
import Foundation

/// Which tests the Swift sources of a package can hold.
///
/// A file that declares a test spells the names of its suites, of its function and of its parameters. So a test whose
/// names do not all stand in one file is gone; whether one whose names do is still there, the compiler alone knows.
/// Anything that stands in the way of reading all sources makes every test one that may be there.
public struct TestSources: Sendable {
  /// How many names in folders are looked at: beyond that it is no package that a person wrote.
  static let mostNames = 400_000
  /// A longer file is no source that a person wrote.
  static let longestFile = 16 << 20

  /// For each word of a test's name, the files that hold it.
  private var files: [String: Set<Int>] = [:]
  /// Names that a target may have: of folders, and every text in `Package.swift`.
  private var targets: Set<String> = []
  private var isComplete = true
  private var fileCount = 0

  /// Looks through the sources of a package.
  ///
  /// - Parameters:
  ///   - package: The package's root.
  ///   - tests: The tests that ``canHold(_:)`` will be asked about, as in `SpecIdentity.description`.
  public init(of package: URL, for tests: some Sequence<String>) {
    for test in tests {
      for word in Self.words(of: test) { files[word] = [] }
    }
    walk(package)
  }

  /// Looks through the sources of a package for the tests of a folder of fixtures.
  ///
  /// A folder outside of the package may be shared with others, whose sources are not known.
  init(of package: URL, withFixturesIn directory: URL, root: PackageRoot, for tests: some Sequence<String>) {
    let path = directory.standardizedFileURL.path + "/"
    let isOwn = [package.standardizedFileURL.path, root.url.path].contains { path.hasPrefix($0 + "/") }
    if isOwn {
      self.init(of: package, for: tests)
    } else {
      self.init()
      isComplete = false
    }
  }

  private init() {}

  /// Whether the test may be there.
  public func canHold(_ test: String) -> Bool {
    guard isComplete, fileCount > 0 else { return true }
    if let target = test.split(separator: "/").first, !targets.contains(Self.moduleName(target.utf8)) { return false }
    let words = Self.words(of: test)
    guard let first = words.first else { return true }
    return (files[first] ?? []).contains { file in words.allSatisfy { files[$0]?.contains(file) == true } }
  }

  private mutating func walk(_ package: URL) {
    var folders = [package]
    var visited: Set<String> = []
    var names = 0
    while let folder = folders.popLast() {
      guard visited.insert(folder.resolvingSymlinksInPath().path).inserted else { continue }
      let listing: FolderListing?
      do throws(FileFault) {
        listing = try FolderListing(folder)
      } catch {
        isComplete = false
        return
      }
      for item in listing?.items ?? [] where !item.name.hasPrefix(".") {
        names += 1
        guard names <= Self.mostNames else {
          isComplete = false
          return
        }
        let isSource = item.name.hasSuffix(".swift")
        guard isSource || item.kind == .folder || item.kind == .link else { continue }
        let url = folder.appending(path: item.name)
        if item.kind == .folder || (item.kind == .link && Self.isFolder(url)) {
          targets.insert(Self.moduleName(item.name.utf8))
          folders.append(url)
        } else if isSource {
          read(url, name: item.name)
        }
      }
    }
  }

  private mutating func read(_ url: URL, name: String) {
    guard let bytes = try? DurableFile.read(url, maximumBytes: Self.longestFile) else {
      isComplete = false
      return
    }
    let file = fileCount
    fileCount += 1
    // XCTest's tests are named by their file.
    for word in Self.words(in: Array(name.utf8)) { files[word]?.insert(file) }
    for word in Self.words(in: bytes) { files[word]?.insert(file) }
    guard name.hasPrefix("Package"), name.hasSuffix(".swift") else { return }
    for text in bytes.split(separator: UInt8(ascii: "\"")) where text.count <= 200 {
      targets.insert(Self.moduleName(text))
    }
  }

  private static func isFolder(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// The words of everything but the target.
  private static func words(of test: String) -> Set<String> {
    guard let slash = test.utf8.firstIndex(of: UInt8(ascii: "/")) else { return [] }
    return words(in: Array(test.utf8[slash...]))
  }

  private static func words(in bytes: [UInt8]) -> Set<String> {
    var words: Set<String> = []
    for word in bytes.split(whereSeparator: { !isPartOfWord($0) }) {
      words.insert(String(decoding: word, as: UTF8.self))
    }
    return words
  }

  /// The name of the module that SwiftPM makes of a target's name.
  private static func moduleName(_ name: some Sequence<UInt8>) -> String {
    String(decoding: name.map { isPartOfWord($0) ? $0 : UInt8(ascii: "_") }, as: UTF8.self)
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...0xFF: true
    default: false
    }
  }
}

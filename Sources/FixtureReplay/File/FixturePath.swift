import DurableFiles
import Foundation
import SpecRecords

/// Where a test's fixture lies: `Fixtures/<Target>/<Suite>/<test>.json` under the package's root.
public enum FixturePath {
  /// The file of a test.
  ///
  /// - Parameters:
  ///   - directory: The folder of all fixtures, from the root or absolute; nil for `LLMSPEC_FIXTURES`, else `Fixtures`.
  public static func file(
    of test: SpecIdentity, root: PackageRoot, directory: String? = nil,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> URL {
    let folder = self.directory(root: root, directory: directory, environment: environment)
    var url = folder.appending(path: component(test.target), directoryHint: .isDirectory)
    for suite in test.path.dropLast() {
      url = url.appending(path: component(suite), directoryHint: .isDirectory)
    }
    return url.appending(path: component(test.path.last ?? "test") + ".json", directoryHint: .notDirectory)
  }

  /// The folder of all fixtures.
  public static func directory(
    root: PackageRoot, directory: String? = nil,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> URL {
    let named = environment["LLMSPEC_FIXTURES"].flatMap { $0.isEmpty ? nil : $0 }
    let name = directory ?? named ?? "Fixtures"
    if name.hasPrefix("/") { return URL(filePath: name, directoryHint: .isDirectory) }
    return root.url.appending(path: name, directoryHint: .isDirectory)
  }

  /// The name of a test or suite as the name of a file: `window()` is `window`, `ask(question:_:)` is `ask.question._`.
  ///
  /// A name that holds anything else than letters, digits, `_`, `-` and `.`, or that is too long for a file, is
  /// shortened and gets eight digits of its SHA-256, so that no two names share a file.
  static func component(_ name: String) -> String {
    var plain = Substring(name)
    if plain.hasSuffix("()") { plain = plain.dropLast(2) }
    var written = ""
    var isFaithful = true
    if plain.hasSuffix(":)"), let opening = plain.firstIndex(of: "(") {
      let labels = plain[plain.index(after: opening)...].dropLast(2)
      written = String(plain[..<opening])
      isFaithful = !written.contains(".") && !labels.contains(".")
      for label in labels.split(separator: ":", omittingEmptySubsequences: false) { written += "." + label }
    } else {
      written = String(plain)
      isFaithful = !written.contains(".")
    }
    var safe = ""
    for scalar in written.unicodeScalars {
      let isPlain =
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "_-.".unicodeScalars.contains(scalar)
      if isPlain {
        safe.unicodeScalars.append(scalar)
      } else {
        isFaithful = false
        if !safe.hasSuffix("-") { safe += "-" }
      }
    }
    while safe.hasPrefix(".") || safe.hasPrefix("-") {
      isFaithful = false
      safe.removeFirst()
    }
    if safe.utf8.count > 100 {
      isFaithful = false
      while safe.utf8.count > 100 { safe.removeLast() }
    }
    return isFaithful && !safe.isEmpty ? safe : "\(safe)-\(SHA256.hash(name).hexadecimal.prefix(8))"
  }
}

extension FixturePath {
  /// Whether a path below the folder of all fixtures is that of a test, named as in `SpecIdentity.description`.
  ///
  /// A name may hold slashes of its own, so each part of the path may stand for several pieces of the name.
  static func isPath(_ path: String, of test: String) -> Bool {
    guard path.hasSuffix(".json") else { return false }
    let parts = path.dropLast(5).split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let pieces = test.split(separator: "/", omittingEmptySubsequences: false)
    // A name of so many pieces is none that a person gave.
    guard pieces.count >= parts.count, pieces.count <= 64 else { return false }
    // How many pieces may be used up when a part is done.
    var ends: Set<Int> = [0]
    for part in parts {
      var next: Set<Int> = []
      for start in ends where start < pieces.count {
        for end in start + 1...pieces.count where component(pieces[start..<end].joined(separator: "/")) == part {
          next.insert(end)
        }
      }
      ends = next
    }
    return ends.contains(pieces.count)
  }
}

import DurableFiles
import Foundation
import SpecRecords

/// Where a test's fixture lies: `Fixtures/<Target>/<Suite>/<test>.json` under the package's root.
public enum FixturePath {
  /// The file of a test.
  ///
  /// - Parameters:
  ///   - test: The test.
  ///   - root: The package.
  ///   - directory: The folder of all fixtures, from the root or absolute; nil for `LLMSPEC_FIXTURES`, else `Fixtures`.
  ///   - environment: The variables of the process.
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
  /// A name that holds anything else than letters, digits, `_`, `-` and `.`, that is too long for a file, or whose
  /// letters are not in the composed form (Unicode NFC), is shortened and gets eight digits of its SHA-256, so that no
  /// two names share a file. One that Windows keeps for a device, such as `con()`, also gets a `_` in front.
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
    // File systems of Apple take both forms of one letter for the same.
    let composed = written.precomposedStringWithCanonicalMapping
    if !composed.utf8.elementsEqual(written.utf8) { isFaithful = false }
    var safe = ""
    for scalar in composed.unicodeScalars {
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
    if isDevice(safe.prefix { $0 != "." }) {
      isFaithful = false
      safe = "_" + safe
    }
    if isFaithful, !safe.isEmpty { return safe }
    return "\(safe.isEmpty ? "test" : safe)-\(SHA256.hash(name).hexadecimal.prefix(8))"
  }

  /// A path in the form that all names share which a file system may take for one: it may not tell upper from lower
  /// case, nor composed from decomposed letters.
  static func folded(_ path: String) -> String {
    path.precomposedStringWithCanonicalMapping.uppercased().lowercased().precomposedStringWithCanonicalMapping
  }

  /// Whether Windows takes a name, whatever follows its first point, for a device.
  private static func isDevice(_ name: Substring) -> Bool {
    let name = name.lowercased()
    if ["con", "prn", "aux", "nul", "conin$", "conout$"].contains(name) { return true }
    guard name.hasPrefix("com") || name.hasPrefix("lpt") else { return false }
    return name.unicodeScalars.count == 4
      && "0123456789\u{B9}\u{B2}\u{B3}".unicodeScalars.contains(name.unicodeScalars.last ?? " ")
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

import Foundation

/// An issue as a testing library prints it.
struct PrintedIssue: Sendable, Equatable {
  /// The test's function, such as `scoreBelow()`.
  var test: String
  /// `File.swift:12`.
  var place: String
  var isKnown: Bool
  /// What follows, without the marks that the library puts in front.
  var text: String

  /// The first line that is not the library's own.
  var headline: Substring {
    let lines = text.split(separator: "\n")
    let isTheLibrarys = lines.first.map { $0 == "Issue recorded" || $0.hasPrefix("Expectation failed") } ?? false
    return (isTheLibrarys ? lines.dropFirst().first : lines.first) ?? ""
  }

  /// The issues that Swift Testing printed.
  static func ofSwiftTesting(_ output: String) -> [PrintedIssue] {
    var issues: [PrintedIssue] = []
    var isOpen = false
    let issue =
      #/
      ^.\ Test\ (?<test>.+?)\ recorded\ (?<kind>an\ issue|a\ known\ issue)(?:\ with\ .+?)?
      \ at\ (?<file>[^\ :]+):(?<line>\d+):\d+:\ (?<text>.*)$
      /#
    for line in output.split(separator: "\n", omittingEmptySubsequences: false) {
      if let match = line.firstMatch(of: issue) {
        issues.append(
          PrintedIssue(
            test: String(match.test), place: "\(match.file):\(match.line)", isKnown: match.kind == "a known issue",
            text: String(match.text)))
        isOpen = true
      } else if isOpen, let match = line.firstMatch(of: /^(?:↳ |  )(?<text>.*)$/) {
        issues[issues.count - 1].text += "\n" + match.text
      } else {
        isOpen = false
      }
    }
    return issues
  }

  /// The issues that XCTest printed, without the errors that leave a test: XCTest gives them no place.
  static func ofXCTest(_ output: String) -> [PrintedIssue] {
    var issues: [PrintedIssue] = []
    var isOpen = false
    for line in output.split(separator: "\n", omittingEmptySubsequences: false) {
      if let match = line.firstMatch(
        of: /^(?<file>[^:<]+):(?<line>\d+): error: \w+\.(?<test>\w+) : (?:failed - )?(?<text>.*)$/)
      {
        let file = match.file.split(separator: "/").last.map(String.init) ?? ""
        issues.append(
          PrintedIssue(
            test: "\(match.test)()", place: "\(file):\(match.line)", isKnown: false, text: String(match.text)))
        isOpen = true
      } else if line.hasPrefix("Test Case '") || line.hasPrefix("Test Suite '") || line.hasPrefix("<EXPR>") {
        isOpen = false
      } else if isOpen {
        issues[issues.count - 1].text += "\n" + line
      }
    }
    return issues
  }
}

/// The lines of a source file that are marked with `// red: name`.
struct MarkedLines {
  private let places: [String: String]

  /// Reads files of the folder of scenarios.
  init(_ names: String...) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let files = names.map { folder.appending(path: "Scenarios/\($0)").path }

    var places: [String: String] = [:]
    for file in files {
      let name = file.split(separator: "/").last.map(String.init) ?? file
      let text = try String(contentsOfFile: file, encoding: .utf8)
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        guard let match = line.firstMatch(of: /\/\/ red: (\w+)$/) else { continue }
        places[String(match.1)] = "\(name):\(index + 1)"
      }
    }
    self.places = places
  }

  /// `File.swift:12`, where the file marks a line for the name.
  subscript(name: String) -> String? { places[name] }
}

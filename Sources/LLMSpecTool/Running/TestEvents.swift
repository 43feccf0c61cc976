import Foundation
import StructuredOutput

/// What Swift Testing wrote of a run: which tests failed, whoever made them fail.
///
/// `swift test` gives one exit status for a wrong answer and for one that nobody could judge; only here is a plain test
/// seen to fail, that leaves no record. The format is the library's own: one JSON object a line, kinds `test` and
/// `event` (https://github.com/swiftlang/swift-testing/blob/main/Documentation/ABI/JSON.md).
struct TestEvents {
  /// The failures of one test.
  private struct Failures {
    var test: String
    /// The names that records may give the test: by its suites, or by its file as in `withFixtures`.
    var names: [String]
    var count = 0
  }

  private var failures: [Failures] = []
  private var indices: [String: Int] = [:]
  private var isWritten = false
  private var hasEnded = false

  /// Reads the file; one that is not there, or not understood, says nothing.
  init(contentsOf file: URL) {
    guard let lines = try? JSONLinesReader(contentsOf: file) else { return }
    for (_, result) in lines {
      if case .success(let json) = result { add(json) }
    }
  }

  /// Reads the lines of such a file.
  init(_ text: String) {
    for (_, result) in JSONLinesReader(Array(text.utf8)) {
      if case .success(let json) = result { add(json) }
    }
  }

  /// Failures that the records do not account for, by test, in the order in which they came.
  func unexplained(by reading: RunReading) -> [String] {
    var names = failures.filter { !reading.explains($0.count, of: $0.names) }.map(\.test)
    if isWritten, !hasEnded { names.append("the test process, which ended before its tests did") }
    return names
  }

  private mutating func add(_ line: JSONValue) {
    guard line["kind"]?.stringValue == "event", let event = line["payload"] else { return }
    isWritten = true
    switch event["kind"]?.stringValue {
    case "runEnded": hasEnded = true
    case "issueRecorded":
      guard let issue = event["issue"], Self.isFailure(issue) else { return }
      addFailure(of: event["testID"]?.stringValue ?? "an issue outside of any test")
    default: break
    }
  }

  private mutating func addFailure(of id: String) {
    if let index = indices[id] {
      failures[index].count += 1
    } else {
      indices[id] = failures.count
      let names = Self.names(ofTest: id)
      failures.append(Failures(test: names.first ?? id, names: names, count: 1))
    }
  }

  private static func isFailure(_ issue: JSONValue) -> Bool {
    if let isFailure = issue["isFailure"]?.boolValue { return isFailure }
    return issue["isKnown"]?.boolValue != true && issue["severity"]?.stringValue != "warning"
  }

  /// `Target.Suite/test()/File.swift:12:4` is `Target/Suite/test()` in records, or `Target/File/test()`.
  private static func names(ofTest id: String) -> [String] {
    guard let dot = id.firstIndex(of: ".") else { return [id] }
    let target = String(id[..<dot])
    var path = id[id.index(after: dot)...].split(separator: "/").map(String.init)
    guard let place = path.last?.firstMatch(of: /^(.+)\.swift:[0-9]+:[0-9]+$/), path.count > 1 else {
      return [([target] + path).joined(separator: "/")]
    }
    path.removeLast()
    let byFile = [target, String(place.1)] + path.suffix(1)
    return [([target] + path).joined(separator: "/"), byFile.joined(separator: "/")]
  }
}

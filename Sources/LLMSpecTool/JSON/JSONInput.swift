import Foundation
import StructuredOutput

/// The file that a verb about JSON reads: a path, or `-` for the standard input.
struct JSONInput {
  /// What it is called in messages.
  let name: String
  private let file: URL?

  init(word: String, at workplace: Workplace) {
    file = word == "-" ? nil : workplace.url(ofPath: word)
    name = word == "-" ? "standard input" : word
  }

  /// The one word of a verb that reads one file.
  init(_ arguments: ParsedArguments, of verb: any Verb, at workplace: Workplace) throws(UsageError) {
    guard let word = arguments.words.first else {
      throw UsageError("\(verb.name) needs a FILE, or - for the standard input.", verb: verb.name)
    }
    self.init(word: word, at: workplace)
  }

  /// All bytes.
  func bytes() throws(UnusableInput) -> [UInt8] {
    do {
      guard let file else { return try FileHandle.standardInput.readToEnd().map(Array.init) ?? [] }
      return try Array(Data(contentsOf: file))
    } catch {
      throw UnusableInput("\(name) cannot be read: \(error.localizedDescription)")
    }
  }

  /// The whole as text.
  func text() throws(UnusableInput) -> String {
    guard let text = String(validating: try bytes(), as: UTF8.self) else {
      throw UnusableInput("\(name) is not text in UTF-8")
    }
    return text
  }

  /// The whole text as one JSON value.
  func value() throws(UnusableInput) -> JSONValue {
    let bytes = try bytes()
    do throws(JSONParseError) {
      return try JSONValue(parsing: bytes, limits: Self.limits)
    } catch {
      throw UnusableInput("\(name) is not JSON: \(error)")
    }
  }

  /// The lines, each a JSON value, in memory bounded by the longest of them.
  func lines(maximumLineBytes: Int = 64 << 20) throws(UnusableInput) -> JSONLinesReader {
    guard let file else {
      return JSONLinesReader(.standardInput, maximumLineBytes: maximumLineBytes, limits: Self.limits)
    }
    do {
      return try JSONLinesReader(contentsOf: file, maximumLineBytes: maximumLineBytes, limits: Self.limits)
    } catch {
      throw UnusableInput("\(name) cannot be read: \(error.localizedDescription)")
    }
  }

  /// What is wrong with a blank line.
  static func emptyLine(_ number: Int) -> JSONParseError {
    JSONParseError(reason: "the line is empty", line: number, column: 1, byteOffset: 0)
  }

  /// One gigabyte: the machine's owner decides what is fed to the tool.
  static let limits = JSONParser.Limits(maximumBytes: 1 << 30)
}

/// Something that a verb about JSON cannot work with: a file that cannot be read, a schema that is none.
struct UnusableInput: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

extension JSONLinesReader {
  /// Passes each line on, the blank ones between others too, so that there is an answer for every line.
  func forEachLine(_ body: (_ line: Int, _ result: Result<JSONValue, JSONParseError>) -> Void) {
    var expected = 1
    for (line, result) in self {
      while expected < line {
        body(expected, .failure(JSONInput.emptyLine(expected)))
        expected += 1
      }
      expected = line + 1
      body(line, result)
    }
  }
}

import Foundation

/// Reads any bytes as JSON by every road there is, and holds the answers against each other.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzJSONParser(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  let limits = JSONParser.Limits(maximumDepth: 100)
  let fromBytes = Result { () throws(JSONParseError) in try JSONValue(parsing: bytes, limits: limits) }
  let fromText = String(validating: bytes, as: UTF8.self).map { text in
    Result { () throws(JSONParseError) in try JSONValue(parsing: text, limits: limits) }
  }
  let document = Result { () throws(JSONParseError) in try JSONDocument(parsing: bytes, limits: limits) }
  let reference = ReferenceJSONReader.read(bytes, maximumDepth: 100)
  checkLines(bytes, limits)

  switch (fromBytes, document) {
  case (.success(let value), .success(let document)):
    guard let reference else { preconditionFailure("this is not JSON") }
    precondition(reference.value.compactBytes == value.compactBytes, "the value is what RFC 8259 says")
    precondition(document.duplicateKeys.count == reference.repeatedKeys, "every repeated key is reported")
    if let fromText { precondition(same(fromText, fromBytes), "a String reads as its bytes do") }
    check(value, document, bytes)
  case (.failure(let error), .failure(let other)):
    precondition(reference == nil, "this is JSON")
    precondition(error == other, "value and document give one error")
    if let fromText { precondition(same(fromText, fromBytes), "a String reads as its bytes do") }
    check(error, in: bytes)
  default: preconditionFailure("value and document disagree")
  }
  return 0
}

private func same(_ left: Result<JSONValue, JSONParseError>, _ right: Result<JSONValue, JSONParseError>) -> Bool {
  switch (left, right) {
  case (.success(let a), .success(let b)): a == b && a.compactBytes == b.compactBytes
  case (.failure(let a), .failure(let b)): a == b
  default: false
  }
}

/// Each line of JSON Lines reads as a text does, at another place.
private func checkLines(_ bytes: [UInt8], _ limits: JSONParser.Limits) {
  var lines = JSONLinesReader(bytes, limits: limits).makeIterator()
  var offset = 0
  for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
    defer { offset += line.count + 1 }
    if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
    guard let (number, result) = lines.next() else { preconditionFailure("a line is missing") }
    precondition(number == index + 1)
    let expected = Result { () throws(JSONParseError) in try JSONValue(parsing: Array(line), limits: limits) }
    switch (result, expected) {
    case (.success, .success): precondition(same(result, expected), "a line reads as a text does")
    case (.failure(let error), .failure(let other)):
      precondition(error.byteOffset == offset + other.byteOffset && error.line == number)
      precondition(error.column == other.column)
      precondition(error.reason == other.reason.replacing("at line 1,", with: "at line \(number),"))
    default: preconditionFailure("a line reads as a text does")
    }
  }
  precondition(lines.next() == nil)
}

private func check(_ error: JSONParseError, in bytes: [UInt8]) {
  precondition((0...bytes.count).contains(error.byteOffset), "an error stands inside the text")
  precondition(error.line >= 1 && error.column >= 1 && !error.reason.isEmpty)
  precondition(error.line <= bytes.count { $0 == 0x0A } + 1)
}

private func check(_ value: JSONValue, _ document: JSONDocument, _ bytes: [UInt8]) {
  let compact = value.compactBytes
  precondition(document.value.compactBytes == compact, "a document holds the value")
  precondition(document.value == value)
  let flattened = JSONDocument(value)
  precondition(flattened.value.compactBytes == compact, "flattening loses nothing")
  precondition(flattened.duplicateKeys.isEmpty)

  guard let again = try? JSONValue(parsing: compact), let pretty = try? JSONValue(parsing: value.prettyText()),
    let canonical = try? JSONValue(parsing: value.canonicalBytes)
  else { preconditionFailure("what is written can be read") }
  precondition(again == value && again.hashValue == value.hashValue && again.compactBytes == compact)
  precondition(pretty.compactBytes == compact)
  precondition(canonical.canonicalBytes == value.canonicalBytes, "canonical form is a fixed point")

  let duplicates = document.duplicateKeys
  let isRefused = (try? JSONValue(parsing: bytes, limits: .init(rejectsDuplicateKeys: true))) == nil
  precondition(isRefused != duplicates.isEmpty)
  let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
  for duplicate in duplicates {
    let line = String(decoding: lines[duplicate.line - 1], as: UTF8.self).unicodeScalars
    let place = line.index(line.startIndex, offsetBy: duplicate.column - 1)
    precondition(line[place] == "\"", "a repeated key's place is its opening quote")
    _ = duplicate.description
  }
}

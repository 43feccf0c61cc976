// Feeds any bytes to the repair, the extraction and the partial parser, and traps where one breaks its word.

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzJSONRepair(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let strict = try? JSONValue(parsing: bytes)
  checkPartialParser(bytes, strict)
  checkRepair(String(decoding: bytes, as: UTF8.self))
  return 0
}

private func checkRepair(_ text: String) {
  let strict = try? JSONValue(parsing: text)
  var candidates = JSONExtraction.candidates(in: text)[...]
  var end = 0
  while let candidate = candidates.popFirst() {
    precondition(candidate.byteRange.lowerBound >= end && candidate.byteRange.upperBound <= text.utf8.count)
    end = candidate.byteRange.upperBound
  }
  let repaired: RepairedJSON
  do { repaired = try JSONRepair().repair(text) } catch {
    precondition(strict == nil, "valid JSON was refused")
    precondition(!error.reason.isEmpty && error.byteOffset >= 0 && error.byteOffset <= text.utf8.count)
    return
  }
  if let strict {
    precondition(repaired.value == strict && repaired.changes.isEmpty, "valid JSON was changed")
  } else {
    precondition(!repaired.changes.isEmpty, "a repair was silent")
  }
  for change in repaired.changes {
    precondition(
      change.byteOffset >= 0 && change.byteOffset <= text.utf8.count && change.line >= 1 && change.column >= 1)
  }
  precondition(repaired.byteRange.upperBound <= text.utf8.count)
  let written = repaired.value.compactText
  guard let again = try? JSONValue(parsing: written) else { preconditionFailure("the repaired value is no JSON") }
  precondition(again == repaired.value)
  guard let twice = try? JSONRepair().repair(written) else { preconditionFailure("the repaired value was refused") }
  precondition(twice.value == repaired.value && twice.changes.isEmpty, "the repaired value was repaired again")
}

private func checkPartialParser(_ bytes: [UInt8], _ strict: JSONValue?) {
  let whole = result(bytes, pieces: bytes.count)
  precondition(whole.value == strict, "the partial parser and the parser differ")
  for pieces in [1, 2, 7] {
    let other = result(bytes, pieces: pieces)
    precondition(other.value == whole.value && other.fault == whole.fault, "pieces of \(pieces) bytes differ")
  }
}

private func result(_ bytes: [UInt8], pieces: Int) -> (value: JSONValue?, fault: JSONParseError?) {
  var parser = PartialJSONParser()
  do throws(JSONParseError) {
    var index = 0
    while index < bytes.count {
      let next = min(bytes.count, index + max(pieces, 1))
      try parser.append(bytes[index..<next])
      index = next
      // Looking at the value takes time proportional to it, so that it is done now and then.
      if index & (index - 1) == 0 {
        _ = parser.value
        _ = parser.openPointer
      }
    }
    return (try parser.finish(), nil)
  } catch {
    return (nil, error)
  }
}

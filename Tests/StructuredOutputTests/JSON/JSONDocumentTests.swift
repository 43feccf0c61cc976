import StructuredOutput
import Testing

@Suite("JSON documents")
struct JSONDocumentTests {
  @Test("A value goes into a document and back unchanged, and so does its text", arguments: 0..<4)
  func roundTrip(seed: UInt64) throws {
    var sample = SampleJSON(seed: seed)
    for _ in 0..<150 {
      let value = sample.value()
      let compact = value.compactBytes
      let document = JSONDocument(value)
      #expect(document.value.compactBytes == compact)
      #expect(document.value == value)
      #expect(document.duplicateKeys.isEmpty)
      let text = sample.text(of: value)
      let read = try JSONDocument(parsing: text)
      #expect(read.value.compactBytes == compact, "\(text)")
      #expect(try JSONValue(parsing: Array(text.utf8)).compactBytes == compact)
      #expect(try JSONValue(parsing: value.prettyText()).compactBytes == compact)
      let reference = try #require(ReferenceJSONReader.read(Array(text.utf8)))
      #expect(reference.value.compactBytes == compact)
      #expect(reference.repeatedKeys == read.duplicateKeys.count)
    }
  }

  @Test("Keeps integers beyond 64 bits and decimals digit by digit, in the order of the keys")
  func exactness() throws {
    let text =
      #"{"z":18446744073709551616,"a":-9223372036854775808,"m":0.1000000000000000055511151231257827,"e":1E400,"n":-0}"#
    #expect(try JSONDocument(parsing: text).value.compactText == text)
    #expect(JSONDocument(try JSONValue(parsing: text)).value.compactText == text)
  }

  @Test("Outlives the bytes that it was read from")
  func lifetime() throws {
    var bytes = Array(#"["kept",{"key":1.5}]"#.utf8)
    let document = try bytes.withUnsafeBufferPointer { (bytes) throws(JSONParseError) in
      try JSONDocument(parsing: bytes)
    }
    for index in bytes.indices { bytes[index] = 0 }
    #expect(document.value.compactText == #"["kept",{"key":1.5}]"#)
  }

  @Test("Flattens a value of 100,000 levels on a small stack, and makes it again")
  func deep() async {
    let depth = 100_000
    let levels = await onSmallStack {
      var value: JSONValue = []
      for level in 1..<depth { value = level % 2 == 0 ? .array([value]) : .object(["k": value]) }
      var again = JSONDocument(value).value
      return [Self.takeApart(&value), Self.takeApart(&again)]
    }
    #expect(levels == [depth, depth])
  }

  /// Counts levels from the outside in, each freed alone: a whole value of so many frees itself by recursion.
  private static func takeApart(_ value: inout JSONValue) -> Int {
    var depth = 1
    while let child = value[0] ?? value["k"] {
      value = child
      depth += 1
    }
    return depth
  }
}

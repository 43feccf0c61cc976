import Dispatch
import Foundation
import StructuredOutput
import Synchronization
import Testing

@Suite("JSON Lines")
struct JSONLinesReaderTests {
  private func read(_ text: String, maximumLineBytes: Int = 1000) -> [String] {
    JSONLinesReader(Array(text.utf8), maximumLineBytes: maximumLineBytes).map { line, result in
      switch result {
      case .success(let value): "\(line) \(value)"
      case .failure(let error): "\(line) ! \(error)"
      }
    }
  }

  @Test("Reads lines with their numbers, passing over blank ones, the last with or without a line feed")
  func lines() {
    #expect(read("{\"a\":1}\r\n\n  \t\n[2]\n\"\u{2028}\"") == ["1 {\"a\":1}", "4 [2]", "5 \"\u{2028}\""])
    #expect(read("1\n") == ["1 1"])
    #expect(read("") == [])
  }

  @Test("Goes on after a line that is not JSON and says where it stands in the file")
  func faults() {
    #expect(
      read("1\n[2,]\n3") == [
        "1 1", "2 ! line 2, column 3 (byte 4): a comma stands after the last element; remove it", "3 3",
      ])
  }

  @Test("Skips a line beyond the limit")
  func limit() {
    let lines = read("1\n\"\(String(repeating: "x", count: 30))\"\n2\n", maximumLineBytes: 20)
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("2 ! line 2, column 1 (byte 2): the line has more than 20 bytes"))
    #expect(lines[2] == "3 2")
    #expect(read("\"\(String(repeating: "x", count: 30))\"", maximumLineBytes: 20).count == 1)
  }

  @Test("Reads a file larger than one chunk the same as bytes, twice")
  func files() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("lines-\(UUID().uuidString).jsonl")
    defer { try? FileManager.default.removeItem(at: file) }
    var text = ""
    for index in 0..<6000 { text += "{\"i\":\(index),\"t\":\"\(String(repeating: "é", count: index % 97))\"}\n" }
    text += "\"" + String(repeating: "y", count: 600_000) + "\"\n7"
    try text.write(to: file, atomically: true, encoding: .utf8)
    let reader = try JSONLinesReader(contentsOf: file)
    for _ in 0..<2 {
      let values = try reader.map { try $0.result.get() }
      #expect(values.count == 6002)
      #expect(values[4321]["i"] == 4321)
      #expect(values.last == 7)
    }
    let short = try JSONLinesReader(contentsOf: file, maximumLineBytes: 5000).map(\.result)
    #expect(short.count == 6002)
    #expect(try short[6001].get() == 7)
    #expect(throws: JSONParseError.self) { try short[6000].get() }
  }

  @Test("A file that is not there is an error at once")
  func missing() {
    #expect(throws: (any Error).self) { try JSONLinesReader(contentsOf: URL(fileURLWithPath: "/nonexistent/x.jsonl")) }
  }

  /// A file with these bytes, for as long as the body runs.
  private func withFile<Answer>(_ bytes: [UInt8], _ body: (URL) throws -> Answer) throws -> Answer {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("lines-\(UUID().uuidString).jsonl")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(bytes).write(to: file)
    return try body(file)
  }

  private func described(_ reader: JSONLinesReader) -> [String] {
    reader.map { line, result in
      switch result {
      case .success(let value): "\(line) \(value)"
      case .failure(let error): "\(line) ! \(error)"
      }
    }
  }

  @Test("A byte order mark and bytes that are not UTF-8 are faults of their lines alone")
  func encodings() {
    let bytes = Array("\u{FEFF}1\n2\n\"".utf8) + [0xFF, 0x22, 0x0A] + Array("3\r\n\"".utf8) + [0xC3]
    #expect(
      described(JSONLinesReader(bytes)) == [
        "1 ! line 1, column 1 (byte 0): the text begins with a byte order mark (EF BB BF), which JSON does not allow; "
          + "save it without one", "2 2", "3 ! line 3, column 2 (byte 8): the bytes here are not UTF-8 (0xFF)", "4 3",
        "5 ! line 5, column 2 (byte 15): the bytes here are not UTF-8 (0xC3)",
      ])
  }

  @Test("Lines that end where a chunk does are read like any other", arguments: [-2, -1, 0, 1, 2])
  func chunks(shift: Int) throws {
    let chunk = 256 << 10
    for ending in ["\n", "\r\n"] {
      let long = "\"" + String(repeating: "x", count: chunk - 2 - ending.utf8.count + shift) + "\""
      let text = [long, "[1]", "", "{", long, long].joined(separator: ending)
      for end in ["", ending] {
        let bytes = Array((text + end).utf8)
        let fromFile = try withFile(bytes) { described(try JSONLinesReader(contentsOf: $0)) }
        #expect(fromFile == described(JSONLinesReader(bytes)))
        #expect(fromFile.map { String($0.prefix(3)) } == ["1 \"", "2 [", "4 !", "5 \"", "6 \""])
        #expect(fromFile[2].contains("object that opens at line 4, column 1 is closed"))
        #expect(fromFile[2].contains("line 4, column \(ending.utf8.count + 1) (byte "))
      }
    }
  }

  @Test("Skips a line of many chunks without holding it, and goes on behind it")
  func longLines() throws {
    let long = String(repeating: "y", count: 3 << 20)
    let bytes = Array("1\n\(long)\n2\n\(long)".utf8)
    let lines = try withFile(bytes) { described(try JSONLinesReader(contentsOf: $0, maximumLineBytes: 100)) }
    #expect(lines.map { String($0.prefix(3)) } == ["1 1", "2 !", "3 2", "4 !"])
    #expect(lines[1].contains("(byte 2)"))
    #expect(lines[3].contains("(byte \(2 + (3 << 20) + 3))"))
    #expect(described(JSONLinesReader(bytes, maximumLineBytes: 100)) == lines)
  }

  @Test("A file that vanishes between two passes is an error in the line, not a crash")
  func vanished() throws {
    let reader = try withFile(Array("1\n".utf8)) { try JSONLinesReader(contentsOf: $0) }
    let lines = described(reader)
    #expect(lines.count == 1)
    #expect(lines[0].contains("cannot be read on"))
  }

  @Test("Limits hold for each line")
  func limits() {
    let reader = JSONLinesReader(
      Array("[1]\n[[1]]\n{\"a\":1,\"a\":2}\n[2]".utf8), limits: .init(maximumDepth: 1, rejectsDuplicateKeys: true))
    #expect(described(reader).map { String($0.prefix(3)) } == ["1 [", "2 !", "3 !", "4 ["])
  }

  @Test("Reads what comes through a pipe")
  func pipe() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data("1\n\n[2]".utf8))
    try pipe.fileHandleForWriting.close()
    let lines = try JSONLinesReader(pipe.fileHandleForReading).map { ($0.lineNumber, try $0.result.get()) }
    #expect(lines.map(\.0) == [1, 3])
    #expect(lines.map(\.1) == [1, [2]])
  }

  @Test("A line of a pipe is there as soon as it is written, not when the pipe is closed")
  func pipeAtOnce() throws {
    let pipe = Pipe()
    let writing = pipe.fileHandleForWriting
    let isClosed = Mutex(false)
    let isRead = Mutex(false)
    // Ends the test where the reader waits for more.
    DispatchQueue.global().asyncAfter(deadline: .now() + 10) {
      guard !isRead.withLock({ $0 }) else { return }
      isClosed.withLock { $0 = true }
      try? writing.close()
    }
    var lines = JSONLinesReader(pipe.fileHandleForReading).makeIterator()
    try writing.write(contentsOf: Data("1\n2\n3".utf8))
    #expect(try lines.next()?.result.get() == 1)
    #expect(try lines.next()?.result.get() == 2)
    isRead.withLock { $0 = true }
    let wasClosed = isClosed.withLock { $0 }
    try #require(!wasClosed)
    try writing.write(contentsOf: Data("4\n".utf8))
    #expect(try lines.next()?.result.get() == 34)
    try writing.close()
    #expect(lines.next() == nil)
  }

  @Test("Says whether the next line is in memory already, so that lines can be taken in batches without a wait")
  func linesInMemory() throws {
    let pipe = Pipe()
    var lines = JSONLinesReader(pipe.fileHandleForReading).makeIterator()
    #expect(!lines.hasLineInMemory)
    try pipe.fileHandleForWriting.write(contentsOf: Data("1\n\n2\n \t\r\n3".utf8))
    #expect(try lines.next()?.result.get() == 1)
    #expect(lines.hasLineInMemory)
    #expect(try lines.next()?.result.get() == 2)
    // The rest is a blank line and one whose end is not written yet.
    #expect(!lines.hasLineInMemory)
    try pipe.fileHandleForWriting.close()
    #expect(try lines.next()?.result.get() == 3)
    #expect(!lines.hasLineInMemory)
    #expect(lines.next() == nil)
    var bytes = JSONLinesReader(Array("1\n2".utf8)).makeIterator()
    #expect(bytes.next() != nil)
    #expect(bytes.hasLineInMemory)
    #expect(bytes.next() != nil)
    #expect(!bytes.hasLineInMemory)
  }
}

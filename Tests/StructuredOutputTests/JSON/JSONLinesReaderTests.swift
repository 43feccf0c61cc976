import Foundation
import StructuredOutput
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
}

import Foundation
import StructuredOutput
import Testing

@testable import FixtureReplay

/// Steps of real batches, with what a right reader finds in them.
private enum RecordedBatches {
  static let missing = "the recorded exchanges are not on this machine"

  static let folder: URL? = {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while folder.path.count > 1 {
      let candidate = folder.appending(path: "shared/conformance/cassettes/batches")
      if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
      folder.deleteLastPathComponent()
    }
    return nil
  }()
}

@Suite("Recorded batches", .enabled(if: RecordedBatches.folder != nil, "\(RecordedBatches.missing)"))
struct RecordedBatchTests {
  @Test("Results are read as recorded, and other steps of a batch hold none")
  func results() throws {
    let folder = try #require(RecordedBatches.folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
    var count = 0
    for name in names.sorted() {
      let value = try JSONValue(parsing: [UInt8](Data(contentsOf: folder.appending(path: name))))
      let temporary = try TemporaryFolder()
      try temporary.write(value["response"]?["body"]?.stringValue ?? "", to: "results.jsonl")
      var read: [JSONValue] = []
      try BatchResults(file: temporary.url.appending(path: "results.jsonl")).forEach { _, result in
        guard case .success(let answer) = result, case .answered(let body, status: 200) = answer.outcome else { return }
        let text = body["choices"]?[0]?["message"]?["content"] ?? body["content"]?[0]?["text"] ?? .null
        read.append(["customId": .string(answer.id), "text": text])
      }
      #expect(read == value["expected"]?["results"]?.arrayValue ?? [], "\(name)")
      count += read.count
    }
    #expect(count > 0)
  }
}

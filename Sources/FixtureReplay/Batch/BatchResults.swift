import DurableFiles
import Foundation
import StructuredOutput

/// A file of results, read line by line, whatever order they are in.
///
/// JSON Lines, or one document that holds the lines in a list: Mistral's job with its `outputs`, or an array.
struct BatchResults {
  let file: URL

  /// The longest line, and the longest document that is read whole.
  private static let longest = 256 << 20

  /// Passes each result on, or the reason why a place in the file holds none.
  ///
  /// - Throws: What `body` throws; ``FixtureFault`` where the file cannot be opened.
  func forEach(
    _ body: (_ line: Int, Result<BatchAnswer, BatchRequest.Obstacle>) throws(FixtureFault) -> Void
  ) throws(FixtureFault) {
    let reader: JSONLinesReader
    do { reader = try JSONLinesReader(contentsOf: file, maximumLineBytes: Self.longest) } catch {
      throw FixtureFault(.unreadable, "\(file.path) cannot be read: \(error.localizedDescription)")
    }
    var isFirst = true
    for (line, result) in reader {
      if isFirst, case .failure = result, let document = wholeDocument() {
        for item in Self.items(of: document) ?? [document] { try body(line, Self.answer(item)) }
        return
      }
      isFirst = false
      switch result {
      case .failure(let error):
        try body(line, .failure(BatchRequest.Obstacle(reason: "it is not JSON: \(error.reason)")))
      case .success(let json):
        for item in Self.items(of: json) ?? [json] { try body(line, Self.answer(item)) }
      }
    }
  }

  private static func answer(_ json: JSONValue) -> Result<BatchAnswer, BatchRequest.Obstacle> {
    if let answer = BatchAnswer(json: json) { return .success(answer) }
    return .failure(BatchRequest.Obstacle(reason: "it has no \"custom_id\": \(BatchWire.short(json.compactText, 80))"))
  }

  /// A document of several lines, which a pretty-printer made.
  private func wholeDocument() -> JSONValue? {
    guard let bytes = try? DurableFile.read(file, maximumBytes: Self.longest) else { return nil }
    return try? JSONValue(parsing: bytes)
  }

  private static func items(of json: JSONValue) -> [JSONValue]? {
    if json["custom_id"] != nil { return nil }
    return json.arrayValue ?? json["outputs"]?.arrayValue ?? json["results"]?.arrayValue
  }
}

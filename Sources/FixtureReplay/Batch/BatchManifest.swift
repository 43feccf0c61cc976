import DurableFiles
import Foundation
import StructuredOutput

/// The calls of a plan by their `custom_id`, read from the disk one by one.
struct BatchManifest {
  let url: URL
  /// In the order of the plan, which is that of the fixtures.
  let ids: [String]
  private let bytes: Data
  private let lines: [String: Range<Int>]

  init(plan folder: URL) throws(FixtureFault) {
    url = BatchPlan.manifest(in: folder)
    guard FileManager.default.fileExists(atPath: url.path) else {
      throw FixtureFault(
        .unreadable,
        "\(url.path) does not exist, so nobody knows what the answers belong to. Name the folder of the plan with --plan."
      )
    }
    do { bytes = try Data(contentsOf: url, options: .mappedIfSafe) } catch {
      throw FixtureFault(.unreadable, "\(url.path) cannot be read: \(error.localizedDescription)")
    }
    var ids: [String] = []
    var lines: [String: Range<Int>] = [:]
    var start = 0
    var number = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      number += 1
      if end > start {
        guard let json = try? JSONValue(parsing: Array(bytes[start..<end])),
          let id = json["custom_id"]?.stringValue, let call = MissedCall(json: json),
          id == BatchIdentifier(of: call).text
        else {
          throw FixtureFault(
            .unreadable,
            "Line \(number) of \(url.path) is no planned call as it was written. Make the plan anew: llmspec fixtures plan."
          )
        }
        if lines.updateValue(start..<end, forKey: id) == nil { ids.append(id) }
      }
      start = end + 1
    }
    self.ids = ids
    self.lines = lines
  }

  /// The call of an identifier; nil where the plan has none.
  func call(_ id: String) -> MissedCall? {
    guard let range = lines[id], let json = try? JSONValue(parsing: Array(bytes[range])) else { return nil }
    return MissedCall(json: json)
  }
}

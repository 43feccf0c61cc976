import DurableFiles
import Foundation

/// Two exchanges of a file that answer the same call, as after a merge that kept both sides.
struct RepeatedCall {
  /// Their positions in the file.
  let earlier: Int
  let later: Int

  /// The first such pair; nil where each call has one answer.
  init?(in file: FixtureFile) {
    var positions: [CallKey: Int] = [:]
    positions.reserveCapacity(file.exchanges.count)
    for (index, exchange) in file.exchanges.enumerated() {
      if let earlier = positions.updateValue(index, forKey: exchange.key) {
        self.earlier = earlier
        later = index
        return
      }
    }
    return nil
  }

  /// The lines that the two begin in, for a person; empty where the file is not laid out as it was written.
  func lines(in url: URL, of count: Int) -> String {
    guard let bytes = try? DurableFile.read(url) else { return "" }
    let opening = Array(#""key": ""#.utf8)
    var lines: [Int] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let text = line.drop { $0 == 0x20 }
      // Indented as the keys of an exchange are, and not as those of a body.
      guard line.count - text.count == 6, text.starts(with: opening) else { continue }
      lines.append(index + 1)
    }
    return lines.count == count ? " (lines \(lines[earlier]) and \(lines[later]))" : ""
  }
}

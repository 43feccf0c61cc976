import Foundation
import StructuredOutput

extension RunDirectory {
  /// The records of used fixtures in one of the run's files.
  ///
  /// All other lines, which hold whole conversations, are passed over unread, so that looking through many runs takes no
  /// longer than reading their bytes; memory is bounded by the longest record of a fixture. A line that cannot be used
  /// is left out: it is no evidence.
  ///
  /// - Throws: ``RunRecordError`` where the file cannot be read.
  public static func fixtureUses(in file: URL) throws(RunRecordError) -> [FixtureUseRecord] {
    try LineScan(of: file, beginning: #"{"kind":"fixtureUse","#).lines.compactMap { line in
      guard let json = try? JSONValue(parsing: line), case .fixtureUse(let record)? = try? RunRecord(json: json) else {
        return nil
      }
      return record
    }
  }

  /// The specs whose bodies ran, by the records of one of the run's files. Nothing else of it is read.
  ///
  /// - Throws: ``RunRecordError`` where the file cannot be read.
  public static func specsThatRan(in file: URL) throws(RunRecordError) -> Set<String> {
    let beginning = #"{"kind":"body","spec":"#
    var specs: Set<String> = []
    for line in try LineScan(of: file, beginning: beginning, keeping: longestName).lines {
      // The name is a JSON string: it ends with the first quotation mark that no backslash stands before.
      var end = beginning.utf8.count + 1
      while end < line.count, line[end] != UInt8(ascii: "\"") { end += line[end] == UInt8(ascii: "\\") ? 2 : 1 }
      guard end < line.count, let name = try? JSONValue(parsing: Array(line[beginning.utf8.count...end])).stringValue
      else { continue }
      specs.insert(name)
    }
    return specs
  }

  /// In bytes; no person gives a test a longer one.
  private static let longestName = 8_192
}

/// Picks the lines of a file that begin in one way: keys of records stand in a fixed order.
private struct LineScan {
  private static let longestLine = 16 << 20

  private(set) var lines: [[UInt8]] = []
  private let beginning: [UInt8]
  /// How many bytes of a line are kept; nil for the whole line, if it is not longer than the longest that may be.
  private let limit: Int?
  private var line: [UInt8] = []
  private var isPassedOver = false

  init(of file: URL, beginning: String, keeping limit: Int? = nil) throws(RunRecordError) {
    self.beginning = Array(beginning.utf8)
    self.limit = limit
    do {
      let handle = try FileHandle(forReadingFrom: file)
      defer { try? handle.close() }
      while let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty {
        chunk.withUnsafeBytes { take($0) }
      }
    } catch {
      throw RunRecordError(description: "\(file.path): cannot be read: \(error.localizedDescription)")
    }
  }

  private mutating func take(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A)
      if !isPassedOver { extend(with: rest[..<(end ?? rest.endIndex)]) }
      guard let end else { return }
      finishLine()
      rest = rest[(end + 1)...]
    }
  }

  private mutating func extend(with piece: Slice<UnsafeRawBufferPointer>) {
    let start = piece.prefix(max(0, beginning.count - line.count))
    guard start.elementsEqual(beginning[min(line.count, beginning.count)...].prefix(start.count)),
      limit != nil || line.count + piece.count <= Self.longestLine
    else {
      isPassedOver = true
      return
    }
    line.append(contentsOf: piece.prefix(max(0, (limit ?? .max) - line.count)))
  }

  /// A last line without its line feed was cut off and never comes here.
  private mutating func finishLine() {
    if !isPassedOver, line.count >= beginning.count { lines.append(line) }
    line.removeAll(keepingCapacity: true)
    isPassedOver = false
  }
}

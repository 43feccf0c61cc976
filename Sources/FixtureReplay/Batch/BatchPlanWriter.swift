import DurableFiles
import Foundation
import StructuredOutput

/// Sorts requests into files, none of which is larger than its provider takes.
struct BatchPlanWriter {
  /// Whether a plan calls a file of requests so.
  static func writes(_ name: String) -> Bool {
    name.wholeMatch(of: /batch-(openai|anthropic)(-[0-9]+)?\.jsonl?/) != nil
  }

  private struct Group: Hashable {
    var wire: BatchWire
    /// Nil where one file may ask several models.
    var model: String?
  }

  private struct OpenFile {
    var bytes: [UInt8] = []
    var count = 0
    var weight = 0
    var models: Set<String> = []
  }

  private let folder: URL
  private let limits: BatchPlan.Limits?
  private var open: [Group: OpenFile] = [:]
  private var order: [Group] = []
  private var manifest: [UInt8] = []
  private var full: [(group: Group, file: OpenFile)] = []

  init(folder: URL, limits: BatchPlan.Limits?) {
    self.folder = folder
    self.limits = limits
  }

  mutating func add(_ request: BatchRequest, of call: MissedCall) throws(BatchRequest.Obstacle) {
    let format = request.wire.format
    let group = Group(wire: request.wire, model: format == .anthropic ? nil : request.model)
    let limits = self.limits ?? (format == .anthropic ? .anthropic : .openAI)
    let line = request.json.compactBytes
    // The frame of the file and the sign behind the request.
    let frame = format == .anthropic ? Self.opening.count + Self.closing.count : 0
    guard frame + line.count + 1 <= limits.bytes else {
      throw BatchRequest.Obstacle(reason: "its request has \(line.count) bytes, and a batch takes \(limits.bytes)")
    }
    let weight = request.wire.weight(of: request.body)
    if open[group] == nil, !order.contains(group) { order.append(group) }
    var file = open.removeValue(forKey: group) ?? OpenFile()
    if file.count > 0,
      file.weight + weight > limits.requests || frame + file.bytes.count + line.count + 1 > limits.bytes
    {
      full.append((group, file))
      file = OpenFile()
    }
    file.bytes += line
    file.bytes.append(format == .anthropic ? UInt8(ascii: ",") : UInt8(ascii: "\n"))
    file.count += 1
    file.weight += weight
    file.models.insert(request.model)
    open[group] = file
    var entry: JSONObject = ["custom_id": .string(request.id.text)]
    for (name, value) in call.json.objectValue ?? [:] { entry[name] = value }
    manifest += JSONValue.object(entry).compactBytes
    manifest.append(UInt8(ascii: "\n"))
  }

  private static let opening = Array("{\"requests\":[".utf8)
  private static let closing = Array("]}\n".utf8)

  /// Writes all files, and the manifest first: a file of requests whose answers nobody could place would be paid for
  /// in vain.
  mutating func finish() throws(FixtureFault) -> [BatchPlan.File] {
    guard !manifest.isEmpty else { return [] }
    try write(manifest, to: BatchPlan.manifest(in: folder))
    var files: [BatchPlan.File] = []
    var counts: [BatchFormat: Int] = [:]
    for group in order {
      var parts = full.filter { $0.group == group }.map(\.file)
      if let last = open[group] { parts.append(last) }
      for part in parts {
        let format = group.wire.format
        let number = counts[format, default: 0] + 1
        counts[format] = number
        let suffix = (number == 1 ? "" : "-\(number)") + (format == .anthropic ? ".json" : ".jsonl")
        let url = folder.appending(path: "batch-\(format)\(suffix)")
        try write(format == .anthropic ? Self.opening + part.bytes.dropLast() + Self.closing : part.bytes, to: url)
        files.append(
          BatchPlan.File(
            url: url, format: format, endpoint: group.wire.url,
            model: part.models.count == 1 ? part.models.first : nil, count: part.count))
      }
    }
    return files
  }

  private func write(_ bytes: [UInt8], to url: URL) throws(FixtureFault) {
    do throws(FileFault) { try DurableFile.replace(url, with: bytes) } catch {
      throw FixtureFault(.unwritable, "The plan was not written. \(error)")
    }
  }
}

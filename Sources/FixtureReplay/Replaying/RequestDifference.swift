import LanguageModels
import StructuredOutput
import TextMetrics

/// Where two requests differ, one line a place, in the words of the prompt.
enum RequestDifference {
  static func between(_ old: HTTPRequest.Body, _ new: HTTPRequest.Body) -> [String] {
    switch (old, new) {
    case (.json(let old), .json(let new)): return differences(old, new, at: "")
    case (.bytes(let old), .bytes(let new)):
      return old == new ? [] : [text(String(decoding: old, as: UTF8.self), String(decoding: new, as: UTF8.self))]
    default: return old == new ? [] : ["one body is JSON and the other is not"]
    }
  }

  private static func differences(_ old: JSONValue, _ new: JSONValue, at path: String) -> [String] {
    if old == new { return [] }
    switch (old, new) {
    case (.object(let old), .object(let new)):
      var lines: [String] = []
      for key in Set(old.keys).union(new.keys).sorted() {
        let place = path.isEmpty ? key : "\(path).\(key)"
        switch (old[key], new[key]) {
        case (let was?, let now?): lines += differences(was, now, at: place)
        case (let was?, nil): lines.append("\(place): \(short(was)) is gone")
        case (nil, let now?): lines.append("\(place): \(short(now)) is new")
        case (nil, nil): break
        }
      }
      return lines
    case (.array(let old), .array(let new)):
      var lines: [String] = []
      for index in 0..<min(old.count, new.count) {
        lines += differences(old[index], new[index], at: "\(path)[\(index)]")
      }
      for index in new.count..<max(old.count, new.count) {
        lines.append("\(path)[\(index)]: \(short(old[index])) is gone")
      }
      for index in old.count..<max(old.count, new.count) {
        lines.append("\(path)[\(index)]: \(short(new[index])) is new")
      }
      return lines
    case (.string(let old), .string(let new)):
      return ["\(path): \(text(old, new))"]
    default:
      return ["\(path): \(short(old)) became \(short(new))"]
    }
  }

  private static func text(_ old: String, _ new: String) -> String {
    // A name is better read whole than in pieces.
    if [old, new].allSatisfy({ $0.utf8.count < 60 && !$0.contains(where: \.isWhitespace) }) {
      return "\(short(.string(old))) became \(short(.string(new)))"
    }
    let summary = WordDifference(from: old, to: new).summary(context: 6)
    let line = summary.split(whereSeparator: \.isNewline).joined(separator: " ⏎ ")
    return line.count <= 600 ? line : line.prefix(600) + " …"
  }

  private static func short(_ value: JSONValue) -> String {
    let text = value.compactText
    return text.count <= 80 ? text : text.prefix(80) + "…"
  }
}

/// What Markdown one line has, found in a single pass over its bytes (https://spec.commonmark.org).
struct MarkdownLine {
  private(set) var kinds: [MarkdownKind] = []
  private let bytes: [UInt8]

  /// - Parameter openFence: the sign of the fence that the line stands in, if it does; set and cleared here.
  init(_ line: Substring, openFence: inout UInt8?) {
    bytes = Array(line.utf8)
    let content = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    if let fence = Self.fence(content) {
      if openFence == nil {
        kinds = [.fence]
        openFence = fence
      } else if openFence == fence {
        openFence = nil
      }
      return
    }
    // What stands in a fence is code: the fence was reported.
    if openFence != nil || content.isEmpty { return }
    if let kind = Self.block(content) { kinds.append(kind) }
    if kinds != [.rule], kinds != [.table] { findInline() }
  }

  private static func fence(_ content: ArraySlice<UInt8>) -> UInt8? {
    guard let sign = content.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else { return nil }
    let rest = content.drop { $0 == sign }
    return content.count - rest.count >= 3 && !rest.contains(sign) ? sign : nil
  }

  private static func block(_ content: ArraySlice<UInt8>) -> MarkdownKind? {
    guard let first = content.first else { return nil }
    let isSpaceNext = { (rest: ArraySlice<UInt8>) in rest.first == 0x20 || rest.first == 0x09 }
    switch first {
    case UInt8(ascii: "#"):
      let rest = content.drop { $0 == first }
      return content.count - rest.count <= 6 && isSpaceNext(rest) ? .heading : nil
    case UInt8(ascii: ">"): return isSpaceNext(content.dropFirst()) ? .quote : nil
    case 0x30...0x39:
      let rest = content.drop { $0 &- 0x30 < 10 }
      guard content.count - rest.count <= 9, let sign = rest.first else { return nil }
      let isMark = sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")")
      return isMark && isSpaceNext(rest.dropFirst()) ? .list : nil
    default: break
    }
    let signs = content.filter { $0 != 0x20 && $0 != 0x09 }
    let isRow = signs.allSatisfy { $0 == first }
    if isRow, signs.count >= 3, "-*_".utf8.contains(first) { return .rule }
    // The line under a heading.
    if isRow, signs.count >= 3, first == UInt8(ascii: "=") { return .heading }
    let isTable =
      signs.contains(UInt8(ascii: "|")) && signs.contains(UInt8(ascii: "-"))
      && signs.allSatisfy { "|:-".utf8.contains($0) }
    if isTable || first == UInt8(ascii: "|") && signs.last == first && signs.count > 2 { return .table }
    if "-*+".utf8.contains(first) { return isSpaceNext(content.dropFirst()) && !isRow ? .list : nil }
    return nil
  }

  private mutating func findInline() {
    // For each sign and length of its row, whether such a row could open what a later one closes.
    var opened: Set<Int> = []
    var hasBracket = false
    var hasTarget = false
    var found: Set<MarkdownKind> = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["): hasBracket = true
      case UInt8(ascii: "]"):
        hasTarget = hasTarget || hasBracket && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "(")
      case UInt8(ascii: ")"): if hasTarget { found.insert(.link) }
      case UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"):
        var end = index + 1
        while end < bytes.count, bytes[end] == byte { end += 1 }
        let row = index..<end
        let key = Int(byte) << 32 | row.count
        let isCode = byte == UInt8(ascii: "`")
        if opened.contains(key), isCode || closes(row) {
          found.insert(isCode ? .code : .emphasis)
        } else if isCode || opens(row) {
          opened.insert(key)
        }
        index = end - 1
      default: break
      }
      index += 1
    }
    for kind in [MarkdownKind.emphasis, .code, .link] where found.contains(kind) { kinds.append(kind) }
  }

  /// Whether a row of `*`, `_` or `~` may begin emphasis: text follows, and a single sign stands behind no word.
  private func opens(_ row: Range<Int>) -> Bool {
    guard row.count <= 3, row.upperBound < bytes.count, !isSpace(bytes[row.upperBound]) else { return false }
    if bytes[row.lowerBound] == UInt8(ascii: "~") { return row.count == 2 }
    return row.lowerBound == 0 || !isWord(bytes[row.lowerBound - 1]) || isStrong(row)
  }

  private func closes(_ row: Range<Int>) -> Bool {
    guard row.count <= 3, row.lowerBound > 0, !isSpace(bytes[row.lowerBound - 1]) else { return false }
    return row.upperBound == bytes.count || !isWord(bytes[row.upperBound]) || isStrong(row)
  }

  private func isStrong(_ row: Range<Int>) -> Bool {
    row.count > 1 && bytes[row.lowerBound] != UInt8(ascii: "_")
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }
}

/// Going through a text for fenced blocks and brackets.
extension JSONPlaceSearch {
  /// A fenced block: Markdown's, and the looser ones of models, which begin and end within a line.
  private struct Fence {
    var language: String?
    /// What is between the marks, and where the text goes on.
    var content: Range<Int>
    var end: Int
    var isClosed: Bool
  }

  /// Finds every place between two offsets.
  /// - Parameter fence: the language of the block that is gone through; nil outside of one.
  mutating func scan(from start: Int, to limit: Int, fence language: (name: String?, isFenced: Bool) = (nil, false))
    throws(RepairFault)
  {
    var index = start
    var isLineStart = true
    while index < limit {
      let byte = base[index]
      switch byte {
      case UInt8(ascii: "`"), UInt8(ascii: "~"):
        if !language.isFenced, byte == UInt8(ascii: "`") || isLineStart, let fence = fence(at: index, to: limit) {
          index = try read(fence)
          isLineStart = false
          continue
        }
        isLineStart = false
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        isLineStart = false
        if isPlausible(index, to: limit) {
          index = try readProse(at: index, to: limit, fence: language)
          continue
        }
      case 0x0A: isLineStart = true
      case 0x20, 0x09: break
      default: isLineStart = false
      }
      index += 1
    }
  }

  /// Reads what begins at a bracket; returns where to go on.
  private mutating func readProse(
    at start: Int, to limit: Int, fence language: (name: String?, isFenced: Bool)
  ) throws(RepairFault) -> Int {
    guard budget > 0 else {
      throw RepairFault(
        reason: "too many places look like JSON and are not; the text is too broken to repair", offset: start)
    }
    var reader = reader(from: start, to: limit)
    do throws(RepairFault) {
      let read = try value(&reader, from: start)
      let next = reader.peek(read.end)
      if let width = reader.comma(at: next) {
        let key = reader.peek(next + width)
        if reader.quote(at: key) != nil, reader.isKey(at: key) {
          throw RepairFault(reason: "an array or object is closed before this key, which belongs to it", offset: key)
        }
      }
      if !isProse(read, reader.notes, from: start) {
        found.append(
          Found(
            value: read.value, notes: reader.notes, range: start..<max(start + 1, read.end),
            isFenced: language.isFenced,
            language: language.name, isInCode: language.isFenced && !Self.isJSON(language.name)))
      }
      return max(start + 1, read.end)
    } catch {
      if fault == nil { fault = error }
      // Pieces of what cannot be read as a whole are no answer; what stands apart from it may be one.
      var index = max(start + 1, error.offset)
      while index + 1 < limit, base[index] != 0x0A || base[index + 1] != 0x0A && base[index + 1] != 0x0D { index += 1 }
      return index + 1
    }
  }

  /// Whether what was read as an array is a link, a reference, a note or an interval: `[1](https://…)`, `[1]`,
  /// `[2 of 3]`, `[0, 1)`.
  private func isProse(_ read: Read, _ notes: RepairNotes, from start: Int) -> Bool {
    guard base[start] == UInt8(ascii: "[") else { return false }
    if byte(read.end) == UInt8(ascii: "(") { return true }
    if 3...5 ~= read.end - start, base[start + 1..<read.end - 1].allSatisfy(\.isASCIIDigit) { return true }
    guard notes.hasFarReaching, case .array(let elements) = read.value else { return false }
    return !elements.contains { $0.isContainer } && byte(start + 1) != UInt8(ascii: "\"")
  }

  /// Whether a bracket in prose looks like one of JSON, by what follows it.
  func isPlausible(_ bracket: Int, to limit: Int) -> Bool {
    let reader = reader(from: bracket, to: limit)
    var next = reader.peek(bracket + 1)
    guard next < limit else { return false }
    let isObject = base[bracket] == UInt8(ascii: "{")
    if base[next] == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) { return next == bracket + 1 }
    if EscapedDocument.style(at: bracket, in: base, limit: limit) != nil { return true }
    if reader.isFence(next) || reader.ellipsis(at: next) != nil { return true }
    if let width = reader.comma(at: next) { next = reader.peek(next + width) }
    if !isObject {
      return base[bracket + 1] != UInt8(ascii: "(") && reader.beginsValue(next) && byte(next) != UInt8(ascii: ")")
    }
    if byte(next) == UInt8(ascii: "{") { next = reader.peek(next + 1) }
    guard next < limit else { return false }
    return reader.isKey(at: next)
  }

  // MARK: Fences

  private mutating func read(_ fence: Fence) throws(RepairFault) -> Int {
    let content = fence.content
    let reader = reader(from: content.lowerBound, to: content.upperBound)
    let first = reader.peek(content.lowerBound)
    let isBracket = byte(first) == UInt8(ascii: "{") || byte(first) == UInt8(ascii: "[")
    let isJSON = Self.isJSON(fence.language)
    guard first < content.upperBound else { return fence.end }
    if isJSON || isBracket {
      do throws(RepairFault) {
        if var whole = try document(from: content.lowerBound, to: content.upperBound) {
          whole.isFenced = true
          whole.language = fence.language
          found.append(whole)
          return fence.end
        }
      } catch {
        if fault == nil { fault = error }
        if isJSON { return fence.end }
      }
    }
    let before = found.count
    try scan(from: content.lowerBound, to: content.upperBound, fence: (fence.language, true))
    // Behind a block that nothing closes the text goes on where its JSON ends, behind a fence that may stand there.
    guard !fence.isClosed, found.count > before, let last = found.last else { return fence.end }
    var next = self.reader(from: last.range.upperBound, to: content.upperBound).peek(last.range.upperBound)
    while byte(next) == UInt8(ascii: "`") { next += 1 }
    return max(next, content.lowerBound)
  }

  private static func isJSON(_ language: String?) -> Bool {
    switch language?.lowercased() {
    case nil, "json", "json5", "jsonc", "jsonl", "ndjson": true
    default: false
    }
  }

  private mutating func fence(at start: Int, to limit: Int) -> Fence? {
    let mark = base[start]
    var index = start
    while index < limit, base[index] == mark { index += 1 }
    let count = index - start
    guard count >= 3 else { return nil }
    while index < limit, base[index].isSpaceOrTab { index += 1 }
    let word = index
    while index < limit,
      base[index].isASCIILetter || base[index].isASCIIDigit || base[index] == UInt8(ascii: "_")
        || base[index] == UInt8(ascii: "+")
        || base[index] == UInt8(ascii: "-")
    {
      index += 1
    }
    let language = index > word ? String(decoding: base[word..<index], as: UTF8.self) : nil
    var contentStart = index
    while contentStart < limit, base[contentStart].isSpaceOrTab || base[contentStart] == 0x0D { contentStart += 1 }
    let isInline = contentStart < limit && base[contentStart] != 0x0A
    if isInline { contentStart = index } else if contentStart < limit { contentStart += 1 }
    let close = budget > 0 ? closing(mark, count, from: contentStart, to: limit, isInline: isInline) : nil
    if close == nil { budget -= limit - contentStart }
    return Fence(
      language: language, content: contentStart..<(close?.lowerBound ?? limit), end: close?.upperBound ?? limit,
      isClosed: close != nil)
  }

  /// The fence that closes a block: one on a line of its own, unless a fence with a language opened before it within the
  /// block, as code in a string of JSON has them; or the first within the line of a block that began within a line.
  private func closing(_ mark: UInt8, _ count: Int, from start: Int, to limit: Int, isInline: Bool) -> Range<Int>? {
    var index = start
    var depth = 0
    var isLineStart = !isInline
    var lastSolid: UInt8 = 0
    while index < limit {
      let byte = base[index]
      guard byte == mark else {
        if byte == 0x0A {
          isLineStart = true
        } else if !byte.isSpaceOrTab {
          isLineStart = false
          if byte != 0x0D { lastSolid = byte }
        }
        index += 1
        continue
      }
      let run = index
      while index < limit, base[index] == mark { index += 1 }
      guard index - run >= 3 else { continue }
      if self.byte(index).isASCIILetter, index < limit {
        depth += 1
      } else if depth > 0 {
        depth -= 1
      } else if index - run >= count {
        var rest = index
        while rest < limit, base[rest].isSpaceOrTab || base[rest] == 0x0D { rest += 1 }
        let endsLine = rest >= limit || base[rest] == 0x0A
        let isBehindBracket = lastSolid == UInt8(ascii: "}") || lastSolid == UInt8(ascii: "]")
        if isInline || endsLine && (isLineStart || isBehindBracket) { return run..<index }
      }
      isLineStart = false
      lastSolid = mark
    }
    return nil
  }
}

/// Finds the places of a text that hold JSON: the whole of it, fenced blocks, brackets in prose.
struct JSONPlaceSearch {
  struct Found {
    var value: JSONValue
    var notes: RepairNotes
    /// From the opening bracket to behind the closing one.
    var range: Range<Int>
    var isFenced = false
    var language: String?
    /// Whether it is a piece of a block in another language than JSON: rather code than an answer.
    var isInCode = false
  }

  let base: UnsafeBufferPointer<UInt8>
  let maximumDepth: Int
  let maximumChanges: Int
  var found: [Found] = []
  /// What is wrong with the first place that looks like JSON and cannot be read.
  var fault: RepairFault?
  /// How many bytes may still be read: places that cannot be read are read in part several times.
  var budget: Int

  init(_ base: UnsafeBufferPointer<UInt8>, maximumDepth: Int, maximumChanges: Int) {
    self.base = base
    self.maximumDepth = maximumDepth
    self.maximumChanges = maximumChanges
    budget = 64 * base.count + 1 << 20
  }

  func byte(_ index: Int) -> UInt8 { index < base.count ? base[index] : 0 }

  func reader(from start: Int, to limit: Int) -> LenientReader {
    LenientReader(base, from: start, to: limit, maximumDepth: maximumDepth, maximumChanges: maximumChanges)
  }

  // MARK: The whole text

  /// The text read as JSON and nothing else; nil where it holds something else.
  mutating func whole() throws(RepairFault) -> Found? {
    let reader = reader(from: 0, to: base.count)
    let first = reader.peek(0)
    do throws(RepairFault) {
      return try document(from: 0, to: base.count)
    } catch {
      let isBracket = byte(first) == UInt8(ascii: "{") || byte(first) == UInt8(ascii: "[")
      if isBracket ? isPlausible(first, to: base.count) : byte(first) == UInt8(ascii: "\"") && error.offset == first {
        throw error
      }
      fault = isBracket ? error : nil
      return nil
    }
  }

  /// Finds the places of a text that is more than JSON: behind a `</think>`, or where there is none, everywhere.
  mutating func places() throws(RepairFault) {
    if let start = endOfThinking() { try scan(from: start, to: base.count) }
    if found.isEmpty { try scan(from: 0, to: base.count) }
  }

  private func endOfThinking() -> Int? {
    let tag = Array("</think>".utf8)
    var index = base.count - tag.count
    while index >= 0 {
      if base[index] == tag[0], base[index..<index + tag.count].elementsEqual(tag) { return index + tag.count }
      index -= 1
    }
    return nil
  }

  func nothingFound() -> RepairFault {
    let reader = reader(from: 0, to: base.count)
    let first = base.firstIndex { $0 > 0x20 } ?? base.count
    if first == base.count { return RepairFault(reason: "the text is empty; JSON was expected", offset: base.count) }
    if reader.peek(0) >= base.count {
      return RepairFault(reason: "the text holds nothing but comments; JSON was expected", offset: base.count)
    }
    let start = RepairNotes.brief(base, first..<base.count)
    return RepairFault(
      reason: "no JSON was found: the text holds neither an array nor an object; it begins with \(start.quotedInBrief)",
      offset: first)
  }

  // MARK: A part that is JSON and nothing else

  /// Reads a part that holds JSON alone, comments and loose signs around it aside; nil where it holds something else.
  mutating func document(from start: Int, to limit: Int) throws(RepairFault) -> Found? {
    var reader = reader(from: start, to: limit)
    if start == 0, base.starts(with: [0xEF, 0xBB, 0xBF]) {
      try reader.notes.add(
        .byteOrderMark, 0..<3, "the text begins with a byte order mark; it is left out", replacement: "")
      reader.at = 3
    }
    try reader.skipBlank(textAllowed: false)
    let opener = reader.at
    guard opener < limit, !reader.isFence(opener) else { return nil }
    switch base[opener] {
    case UInt8(ascii: "`"), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: ","),
      UInt8(ascii: ":"), UInt8(ascii: ";"):
      return nil
    default: break
    }
    var first = try value(&reader, from: opener)
    let isContainer = first.isContainer
    if !isContainer, reader.notes.hasFarReaching { return nil }
    if !isContainer, reader.quote(at: opener) != nil, byte(reader.peek(reader.at)) == UInt8(ascii: ":") {
      throw RepairFault(
        reason: "the text begins with a key; the brace that opens its object is missing", offset: opener)
    }
    var values = [first.value]
    while isContainer, let next = try nextJoined(&reader) {
      first = next
      values.append(next.value)
    }
    let end = first.end
    guard try skipLooseSigns(&reader) else {
      // More of the JSON stands behind a comma or bracket that was passed over, or behind a doubtful end: a piece of the
      // text is not the answer.
      let at = reader.at
      let isDoubtful =
        at > reader.peek(end)
        ? ",}])".utf8.contains(base[..<at].last { $0 > 0x20 } ?? 0) : reader.notes.hasFarReaching
      if isContainer, isDoubtful,
        reader.quote(at: at) != nil || byte(at) == UInt8(ascii: "{") || byte(at) == UInt8(ascii: "[")
      {
        throw RepairFault(
          reason: "the outermost array or object is closed before this, but more of it follows", offset: at)
      }
      return nil
    }
    if values.count > 1 {
      guard reader.deepest < maximumDepth else {
        throw RepairFault(
          reason: "arrays and objects are nested more than \(maximumDepth) deep, the limit", offset: opener)
      }
      try reader.notes.add(
        .joinedValues, opener..<end, "\(values.count) values follow each other; they are read as an array",
        replacement: nil)
    }
    return Found(
      value: values.count > 1 ? .array(values) : values[0], notes: reader.notes, range: opener..<max(opener, end))
  }

  struct Read {
    var value: JSONValue
    var end: Int
    var isContainer: Bool
  }

  /// Reads one value, and moves the reader behind it.
  mutating func value(_ reader: inout LenientReader, from start: Int) throws(RepairFault) -> Read {
    let opener = base[start]
    let isBracket = opener == UInt8(ascii: "{") || opener == UInt8(ascii: "[")
    defer { budget -= reader.at - start + reader.vainSearches * (reader.limit - start) }
    if isBracket, let style = EscapedDocument.style(at: start, in: base, limit: reader.limit) {
      let document = EscapedDocument(style, base, from: start, to: reader.limit)
      budget -= reader.limit - start
      let maximumDepth = maximumDepth
      let maximumChanges = maximumChanges
      let (value, read) = try document.bytes.withUnsafeBufferPointer {
        (bytes) throws(RepairFault) -> (JSONValue, LenientReader) in
        var inner = LenientReader(
          bytes, from: 0, to: bytes.count, maximumDepth: maximumDepth, maximumChanges: maximumChanges)
        do throws(RepairFault) {
          return (try inner.readValue(), inner)
        } catch {
          throw RepairFault(reason: error.reason, offset: document.original(error.offset))
        }
      }
      reader.deepest = max(reader.deepest, read.deepest)
      reader.at = min(document.original(read.at), reader.limit)
      try reader.notes.add(
        .escapedDocument, start..<reader.at, "the JSON is escaped as in a string or a field of CSV; that is undone")
      try reader.notes.add(read.notes) { document.original($0) }
      return Read(value: value, end: reader.at, isContainer: true)
    }
    let value = try reader.readValue()
    return Read(value: value, end: reader.at, isContainer: value.isContainer)
  }

  /// Reads the next of several values: an array or object behind a comma or on a line of its own.
  private mutating func nextJoined(_ reader: inout LenientReader) throws(RepairFault) -> Read? {
    let end = reader.at
    var next = reader.peek(end)
    let width = reader.comma(at: next)
    if let width { next = reader.peek(next + width) }
    guard next < reader.limit, base[next] == UInt8(ascii: "{") || base[next] == UInt8(ascii: "["),
      width != nil || reader.hasLineBreak(end, next)
    else { return nil }
    try reader.skipBlank(textAllowed: false)
    if let width {
      reader.at += width
      try reader.skipBlank(textAllowed: false)
    }
    guard reader.at == next else { return nil }
    return try value(&reader, from: next)
  }

  /// Skips what may be left over behind JSON; false where more than that is.
  private func skipLooseSigns(_ reader: inout LenientReader) throws(RepairFault) -> Bool {
    reader.restoreLimit()
    let limit = reader.limit
    while true {
      try reader.skipBlank(textAllowed: false)
      let at = reader.at
      if at >= limit { return true }
      switch base[at] {
      case UInt8(ascii: ","):
        try reader.notes.add(
          .trailingComma, at..<at + 1, "a comma stands behind the JSON; it is left out", replacement: "")
        reader.at += 1
      case UInt8(ascii: ";"):
        try reader.notes.add(
          .extraComma, at..<at + 1, "a semicolon stands behind the JSON; it is left out", replacement: "")
        reader.at += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ")"):
        try reader.notes.add(.extraBracket, at..<at + 1, "a bracket closes nothing; it is left out", replacement: "")
        reader.at += 1
      case UInt8(ascii: "`"), UInt8(ascii: "~"):
        var end = at
        while end < limit, base[end] == base[at] { end += 1 }
        guard end - at >= 2 else { return false }
        try reader.notes.add(
          .fence, at..<end, "a code fence stands behind the JSON; it is passed over", replacement: "")
        reader.at = end
      default: return false
      }
    }
  }
}

extension JSONValue {
  var isContainer: Bool {
    switch self {
    case .array, .object: true
    default: false
    }
  }
}
